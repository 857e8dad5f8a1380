"""Which instruments an employer may ask for, for a cause and on a day, and by which document (`strumento`).

A shop of twelve in a crisis, in 2024 -> the FIS, by `accordo-fis`; why not the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from marshmallow import Schema, validate

from docservice.campi.aperta import SceltaAperta
from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Scelta, SiNo
from docservice.campi.risposte import FONTE, Fonte, group, items, number, text, yes_or_no
from docservice.law.dlgs_148.generale.causali import ESCLUSE, NOMI, ORDINARIE, SOLIDARIETA, SOLO_CIGD, STRAORDINARIE
from docservice.law.dlgs_148.strumenti.fondi import NOMI_FONDI
from docservice.modelli.calcolatori.catalogo import Calcolatore, Esempio
from docservice.modelli.calcolatori.norma import PAROLE_NORMA, Norma
from docservice.modelli.calcolatori.parole import EONE, MEDIA_SEMESTRE
from docservice.modelli.calcolatori.settori import (
    COMMITTENTE_CIGO,
    COMMITTENTE_CIGS,
    FONDO_BILATERALE,
    NOMI_SETTORI,
    PAROLE_SETTORE,
    SETTORI,
)

_DOCUMENTI: Final = {
    "CIGO": "comunicazione-cigo",
    "CIGS": "accordo-cigs",
    "CDS": "accordo-cds",
    "FIS": "accordo-fis",
    "FONDO": "accordo-fis",
    "CIGD": "accordo-cigd",
}
"""The document of the procedure of an instrument."""


class SceltaStrumento(Blocco):
    """An employer on a day, and the cause."""

    data = Giorno(
        required=True,
        parole=("Data", "Il primo giorno del trattamento: vale la legge di quel giorno.", "2026-03-02"),
    )
    settore = Scelta(*SETTORI, required=True, parole=PAROLE_SETTORE, nomi=NOMI_SETTORI)
    dipendenti_medi = Decimale(massimo="999999", required=True, parole=MEDIA_SEMESTRE, unita="persone")
    causale = Scelta(
        *ORDINARIE,
        *STRAORDINARIE,
        SOLIDARIETA,
        *SOLO_CIGD,
        *ESCLUSE,
        required=True,
        parole=("Causale", "Perché si chiede il trattamento."),
        nomi=NOMI,
    )
    eone = SiNo(parole=EONE)
    fondo_bilaterale = SceltaAperta(*NOMI_FONDI, parole=FONDO_BILATERALE, nomi=NOMI_FONDI)
    committente_cigo = SiNo(parole=COMMITTENTE_CIGO)
    committente_cigs = SiNo(parole=COMMITTENTE_CIGS)
    strumenti_esauriti = SiNo(
        parole=("Strumenti esauriti", "Sì se gli altri strumenti sono finiti: conta per la CIGD, fino al 2016.")
    )
    norma = Gruppo(Norma, parole=PAROLE_NORMA)


class StrumentoAmmesso(Schema):
    """An instrument: whether it may be asked for, surely or not, and why; length, rate and model where it may."""

    strumento = text(
        10,
        "Strumento",
        "Quale strumento: CDS è il contratto di solidarietà, CDS_B quello della L. 236/1993, FONDO il fondo"
        " bilaterale, NESSUNO quando non ne spetta alcuno.",
        validate=validate.OneOf(["CIGO", "CIGS", "CDS", "FIS", "FONDO", "CDS_B", "CIGD", "NESSUNO"]),
    )
    ammesso = yes_or_no("Ammesso", "Sì se si può chiedere.")
    incerto = yes_or_no("Incerto", "Sì se forse si può: la legge ha più casi di quelli letti qui.")
    motivo = text(500, "Motivo", "Perché spetta, o perché no.")
    durata_massima = text(300, "Durata massima", "Quanto può durare; manca se lo strumento non spetta.", required=False)
    aliquota_ordinaria = number(
        "Contributo ordinario", "La quota della retribuzione che si versa ogni mese.", "per cento", required=False
    )
    modello = text(60, "Modello", "Il documento del servizio con cui si avvia la procedura.", required=False)
    fonte = group(Fonte, *FONTE)


class StrumentoRisultati(Schema):
    """Every instrument, in order."""

    strumenti = items(StrumentoAmmesso, "Strumenti", "Tutti gli strumenti, ciascuno con il suo perché.")


def con_documenti(risultati: Mapping[str, Any]) -> dict[str, Any]:
    """Name, in the results of the law, the document of each instrument that may be asked for."""
    return {"strumenti": [_con_documento(row) for row in risultati["strumenti"]]}


def _con_documento(row: Mapping[str, Any]) -> dict[str, Any]:
    document = _DOCUMENTI.get(row["strumento"]) if row["ammesso"] else None
    return {**row, "modello": document} if document else dict(row)


CALCOLATORE = Calcolatore(
    id="strumento",
    domanda=SceltaStrumento,
    risposta=StrumentoRisultati,
    esempio=Esempio(
        dati={"data": "2024-05-10", "settore": "commercio", "dipendenti_medi": "12", "causale": "crisi"},
        fonte="conto nostro secondo le tabelle della guida del maggio 2024",
    ),
    completa=con_documenti,
)
