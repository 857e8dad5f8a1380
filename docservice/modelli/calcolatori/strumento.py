"""Which instruments an employer may ask for, for a cause and on a day, and by which document (`strumento`).

A shop of twelve in a crisis, in 2024 -> the FIS, by `accordo-fis`; why not the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from marshmallow import Schema, fields, validate

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Scelta, SiNo, Testo
from docservice.campi.risposte import Fonte, items, number, text, yes_or_no
from docservice.law.dlgs_148.generale.causali import ESCLUSE, ORDINARIE, SOLIDARIETA, STRAORDINARIE
from docservice.modelli.calcolatori.catalogo import Calcolatore, Esempio
from docservice.modelli.calcolatori.settori import SETTORI

_DOCUMENTI: Final = {"CIGO": "comunicazione-cigo", "CIGS": "accordo-cigs", "CDS": "accordo-cds", "FIS": "accordo-fis"}
"""The document of the procedure of an instrument; `accordo-cigs` and `accordo-fis` are not in the catalogue yet."""


class SceltaStrumento(Blocco):
    """An employer on a day, and the cause."""

    data = Giorno(required=True)
    settore = Scelta(*SETTORI, required=True)
    dipendenti_medi = Decimale(massimo="999999", required=True)
    causale = Scelta(*ORDINARIE, *STRAORDINARIE, SOLIDARIETA, *ESCLUSE, required=True)
    eone = SiNo()
    fondo_bilaterale = Testo(massimo=100)
    committente_cigo = SiNo()
    committente_cigs = SiNo()
    strumenti_esauriti = SiNo()


class StrumentoAmmesso(Schema):
    """An instrument: whether it may be asked for, why or why not; length, rate in percent and model where it may."""

    strumento = text(10, validate=validate.OneOf(["CIGO", "CIGS", "CDS", "FIS", "FONDO", "CDS_B", "CIGD", "NESSUNO"]))
    ammesso = yes_or_no()
    motivo = text(500)
    durata_massima = text(300, required=False)
    aliquota_ordinaria = number(required=False)
    modello = text(60, required=False)
    fonte = fields.Nested(Fonte, required=True)


class StrumentoRisultati(Schema):
    """Every instrument, in order."""

    strumenti = items(StrumentoAmmesso)


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
