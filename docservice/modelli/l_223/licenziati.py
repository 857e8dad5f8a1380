"""Those who are dismissed, as letters, notice and sheets know them, and how the criterion fell on each.

{"cognome": "Bonetti", "nome": "Carla", "qualifica": "operaio", "data_recesso": date(2024, 7, 22), …}
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.codici import CodiceFiscale
from docservice.campi.esige import esige
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Scelta, SiNo, Testo
from docservice.modelli.blocchi import COGNOME, LUNGO, NOME, QUALIFICA, Luogo
from docservice.modelli.l_223.blocchi import ID_UNITA
from docservice.modelli.l_223.parole import NOMI_QUALIFICHE, NOMI_VIE
from docservice.modelli.l_223.scelta import ASSUNZIONE, CARICHI, MANSIONE, PROFILO, PROTETTO, SESSO

_ALTRE_QUALIFICHE = {
    "operaio": ("operaia", "op.", "operai"),
    "impiegato": ("impiegata", "imp.", "impiegati"),
    "apprendista": ("appr.", "apprendisti"),
}
REPARTO = ("Reparto", "Il reparto o l’ufficio in cui lavora.", "tessitura")
CRITERIO_APPLICATO = ("Criterio applicato", "Il criterio di scelta, come è caduto su questa persona.")
LICENZIATO = ("Lavoratore", "La persona a cui il documento si riferisce.")


class Residenza(Luogo):
    """Where a worker lives; the street as it is written."""


class LavoratoreDellaProcedura(Blocco):
    """A worker of the procedure, with what every paper may print."""

    cognome = Testo(massimo=100, required=True, parole=COGNOME)
    nome = Testo(massimo=100, required=True, parole=NOME)
    codice_fiscale = CodiceFiscale()
    residenza = Gruppo(Residenza, parole=("Residenza", "Dove abita: la legge ne vuole il luogo."))
    qualifica = Scelta(
        *NOMI_QUALIFICHE,
        altri=_ALTRE_QUALIFICHE,
        sinonimi=QUALIFICA,
        parole=("Qualifica", "La categoria."),
        nomi=NOMI_QUALIFICHE,
    )
    livello = Testo(
        massimo=40,
        sinonimi=("liv", "livello di inquadramento", "inquadramento"),
        parole=("Livello", "Quello del contratto collettivo, come in busta paga.", "3"),
    )
    mansione = Testo(parole=MANSIONE)


class LavoratoreConProfilo(LavoratoreDellaProcedura):
    """A worker among those compared: of which profile, and since when."""

    profilo = Testo(parole=PROFILO)
    data_assunzione = Giorno(sinonimi=("assunzione", "assunto il", "data assunz", "data ass"), parole=ASSUNZIONE)


class Licenziato(LavoratoreConProfilo):
    """A worker of the list of those dismissed."""

    unita = Testo(massimo=40, parole=ID_UNITA)
    reparto = Testo(massimo=100, parole=REPARTO)
    data_nascita = Giorno(parole=("Data di nascita", "Serve per l’età, contata al giorno del recesso.", "1971-03-14"))
    eta = Intero(minimo=14, massimo=100, parole=("Età", "Se non è detta la data di nascita.", 53), unita="anni")
    familiari_a_carico = Intero(
        massimo=50, sinonimi=("carico di famiglia", "familiari"), parole=CARICHI, unita="persone"
    )
    data_recesso = Giorno(
        required=True,
        sinonimi=("recesso", "data licenziamento", "licenziato il"),
        parole=("Data del recesso", "Il giorno della lettera di licenziamento.", "2024-07-22"),
    )
    data_cessazione = Giorno(
        sinonimi=("cessazione", "fine rapporto", "ultimo giorno"),
        parole=("Data di cessazione", "L’ultimo giorno del rapporto.", "2024-09-30"),
    )
    indennita_preavviso = SiNo(parole=("Indennità di preavviso", "Sì se il preavviso è pagato e non lavorato."))
    via = Scelta(*NOMI_VIE, parole=("Criterio", "Con quale criterio è stato scelto."), nomi=NOMI_VIE)
    sesso = Scelta("F", "M", parole=SESSO)
    categoria_protetta = SiNo(parole=PROTETTO)


class PunteggioApplicato(Blocco):
    """The points of a worker, and the place in the ranking of the profile."""

    carichi = Decimale(
        massimo="100000",
        required=True,
        sinonimi=("punti carichi", "punti carichi di famiglia", "punti per i carichi"),
        parole=("Carichi di famiglia", "I punti.", "1"),
        unita="punti",
    )
    anzianita = Decimale(
        massimo="100000",
        required=True,
        sinonimi=("punti anzianità", "punteggio anzianità"),
        parole=("Anzianità", "I punti.", "12"),
        unita="punti",
    )
    esigenze = Decimale(
        massimo="100000",
        required=True,
        sinonimi=("punti esigenze", "punteggio esigenze"),
        parole=("Esigenze", "I punti.", "1"),
        unita="punti",
    )
    totale = Decimale(
        massimo="300000",
        required=True,
        sinonimi=("punteggio totale", "punti totali", "totale punti", "punteggio"),
        parole=("Totale", "La somma dei tre.", "14"),
        unita="punti",
    )
    posizione = Intero(
        minimo=1,
        required=True,
        sinonimi=("posizione", "posizione in graduatoria", "posto in graduatoria"),
        parole=("Posizione", "Il posto in graduatoria.", 3),
        unita="posto",
    )
    confrontati = Intero(
        minimo=1,
        sinonimi=("confrontati", "lavoratori confrontati"),
        parole=("Confrontati", "Quanti lavoratori ha la graduatoria del profilo.", 12),
        unita="persone",
    )
    posti = Intero(
        minimo=1,
        sinonimi=("posti soppressi",),
        parole=("Posti soppressi", "Quanti, in quel profilo.", 4),
        unita="posti",
    )
    profilo = Testo(required=True, sinonimi=("profilo di confronto", "profilo in graduatoria"), parole=PROFILO)


class CriterioApplicato(Blocco):
    """How the criterion fell on one worker."""

    via = Scelta(
        *NOMI_VIE,
        required=True,
        sinonimi=("criterio applicato",),
        parole=("Criterio", "Con quale criterio è stato scelto."),
        nomi=NOMI_VIE,
    )
    descrizione = Testo(
        massimo=LUNGO,
        required=True,
        sinonimi=("come è stato applicato", "criterio applicato come", "applicazione del criterio"),
        parole=(
            "Come è stato applicato",
            "In breve, a questa persona: senza nomi di altri, senza dati sulla salute o sulla famiglia.",
            "non opposizione, dichiarata il 28 giugno",
        ),
    )
    punteggio = Gruppo(PunteggioApplicato, parole=("Punteggio", "I punti, se valgono i criteri di legge."))


@esige("codice_fiscale")
class LavoratoreIdentificato(LavoratoreDellaProcedura):
    """A worker whose codice fiscale must be given."""

    reparto = Testo(massimo=100, parole=REPARTO)
