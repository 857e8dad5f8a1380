"""The ranking by the statutory criteria (`graduatoria-licenziamento`): points, who is chosen, the two quotas.

Five workers of one profile and two posts -> E, of two points, and B, of five.
"""

from __future__ import annotations

from typing import Any

from marshmallow import Schema

from docservice.campi.risposte import count, elenco, group, items, number, text, yes_or_no
from docservice.modelli.calcolatori.catalogo import Calcolatore, Esempio
from docservice.modelli.l_223.graduatoria_licenziamento import GraduatoriaLicenziamento

_ID = ("Lavoratore", "Il nome, o la matricola, come nei dati.")
_PROFILO = "operai produzione"


class PostoInGraduatoria(Schema):
    """A worker in the ranking of a profile."""

    posizione = count(1_000_000, "Posizione", "Quanti hanno meno punti, più uno: a parità di punti è la stessa.")
    id = text(100, *_ID)
    anni = count(10_000, "Anni di servizio", "Gli anni interi.")
    punti_carichi = number("Punti dei carichi di famiglia", "I familiari a carico, per i loro punti.", "punti")
    punti_anzianita = number("Punti dell’anzianità", "Gli anni di servizio, per i loro punti.", "punti")
    punti_esigenze = number("Punti delle esigenze", "Quelli delle esigenze tecniche e produttive.", "punti")
    totale = number("Totale", "La somma dei tre.", "punti")
    scelto = text(20, "Scelto", "si o no; da_decidere se è a parità di punti con altri, e i posti non bastano.")
    spareggio = text(40, "Spareggio", "Che cosa ha deciso, a parità di punti.", required=False)


class ProfiloInGraduatoria(Schema):
    """The ranking of a profile."""

    profilo = text(300, "Profilo", "Il profilo professionale, come nei posti.")
    posti = count(1_000_000, "Posti", "Quanti se ne sopprimono.")
    confrontati = count(1_000_000, "Confrontati", "Quanti lavoratori si confrontano.")
    soglia = number("Soglia", "Il punteggio più alto fra i scelti; manca se non c’è nessuno.", "punti", required=False)
    graduatoria = items(PostoInGraduatoria, "Graduatoria", "I lavoratori, dal punteggio minore.")
    parita = elenco(
        elenco(text(100, *_ID), "Parità", "Chi ha gli stessi punti."),
        *("Parità", "Chi resta da decidere, a parità di punti."),
    )


class EsclusoDalConfronto(Schema):
    """A worker left out of the comparison."""

    id = text(100, *_ID)
    motivo = text(60, "Motivo", "Perché non è confrontato; manca se non è detto.", required=False)


class QuotaFemminile(Schema):
    """Women among employed and dismissed."""

    occupati = count(100_000_000, "Occupati", "Nelle mansioni considerate.")
    donne = count(100_000_000, "Donne", "Quante fra gli occupati.")
    licenziati = count(1_000_000, "Licenziati", "Chi è licenziato, o altrimenti chi è scelto.")
    donne_licenziate = count(1_000_000, "Donne licenziate", "Quante fra i licenziati.")
    percentuale_occupate = number("Donne fra gli occupati", "Due decimali, per leggerla.", "per cento")
    percentuale_licenziate = number("Donne fra i licenziati", "Due decimali, per leggerla.", "per cento")
    entro_limite = yes_or_no("Entro il limite", "Sì se la seconda parte non supera la prima, contata in interi.")


class QuotaDiRiserva(Schema):
    """The reserve of L. 68/1999."""

    quota_riserva = count(1_000_000, "Quota di riserva", "Quella detta, o contata dalla base di computo.")
    rimanenti = count(1_000_000, "Rimanenti", "Quanti occupati protetti restano.")
    entro_limite = yes_or_no("Entro il limite", "Sì se non ne è licenziato nessuno, o chi resta copre la quota.")


class GraduatoriaRisultati(Schema):
    """The rankings and the two quotas; a quota that cannot be counted is not there, and a note says why."""

    profili = items(ProfiloInGraduatoria, "Profili", "La graduatoria di ciascuno, nell’ordine dei posti.")
    esclusi = items(EsclusoDalConfronto, "Esclusi", "Chi è fuori dal confronto.")
    quota_femminile = group(
        QuotaFemminile, "Quota delle donne", "La parte delle donne fra occupati e licenziati.", required=False
    )
    collocamento_mirato = group(
        QuotaDiRiserva, "Collocamento mirato", "La quota di riserva e chi ne resta.", required=False
    )


def _lavoratore(id_: str, assunto: str, familiari: int, motivo: str = "") -> dict[str, Any]:
    told = {"esigenze": "determinanti", "motivo_esigenze": motivo} if motivo else {"esigenze": "equivalenti"}
    hired = {"data_assunzione": assunto, "familiari_a_carico": familiari}
    return {"id": id_, "profilo": _PROFILO, **hired, **told}


CALCOLATORE = Calcolatore(
    id="graduatoria-licenziamento",
    domanda=GraduatoriaLicenziamento,
    risposta=GraduatoriaRisultati,
    esempio=Esempio(
        dati={
            "data": "2024-05-31",
            "criteri": {"carichi_famiglia": "1", "anzianita": "1", "esigenze": "raddoppio"},
            "posti": [{"profilo": _PROFILO, "numero": 2}],
            "lavoratori": [
                _lavoratore("A", "2010-03-01", 2, "lavora su tutte le postazioni"),
                _lavoratore("B", "2019-06-01", 0),
                _lavoratore("C", "2019-05-31", 0),
                _lavoratore("D", "2022-01-10", 3),
                _lavoratore("E", "2023-01-10", 0, "conduce da solo la linea nuova"),
            ],
        },
        fonte="conto nostro, cinque lavoratori di un profilo con un punto per familiare e uno per anno",
    ),
)
