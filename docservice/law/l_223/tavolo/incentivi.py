"""What the agreement gives to those who leave: L223-21, L223-39.

A row of the table without an amount: L223-39 says so at /incentivi/righe/0/importo.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from docservice.law.citation import Fonte
from docservice.law.finding import NonVerificabile, avviso, nota
from docservice.law.italiano import giorno
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.tavolo.accordo import licenzia, ultimo_concordato
from docservice.law.misura import in_date
from docservice.law.tratti import ACCORDO
from docservice.law.voce import Esiti, regola

_GUIDA: Final = Fonte("Guida agli ammortizzatori sociali del maggio 2024", "licenziamento collettivo, accordo")
_DETTE: Final = {
    "subordinati_a_conciliazione": "che spettano a chi sottoscrive una conciliazione individuale",
    "norma_conciliazione": "gli articoli del codice di procedura civile che la regolano",
    "rinuncia_impugnazione": "che chi concilia rinuncia a impugnare il licenziamento",
}


def _incentivi(caso: Documento) -> Mapping[str, Any]:
    told: Mapping[str, Any] = caso.dati.get("incentivi", {})
    return told


def _previsti(caso: Documento) -> bool:
    return licenzia(caso) and bool(_incentivi(caso).get("previsti"))


@regola("L223-21", _GUIDA, per=ACCORDO, se=_previsti)
def con_conciliazione(caso: Documento) -> Esiti:
    """Gli incentivi spettano a chi concilia, artt. 410 o 411 c.p.c., e rinuncia a impugnare il licenziamento."""
    told = _incentivi(caso)
    if "intesa_separata" in told:
        raise NonVerificabile("le condizioni degli incentivi stanno nell’intesa separata")
    for name, what in _DETTE.items():
        if not told.get(name):
            yield avviso(
                f"/incentivi/{name}",
                f"Degli incentivi non è detto: {what}.",
                "Va detto, perché l’incentivo chiuda ogni lite sul licenziamento.",
            )


@regola("L223-39", _GUIDA, per=ACCORDO, se=_previsti)
def righe_degli_incentivi(caso: Documento) -> Esiti:
    """Ogni riga degli incentivi dice un importo o delle mensilità, per uscite nei giorni che l’accordo fissa."""
    for place, row in enumerate(_incentivi(caso).get("righe", [])):
        yield from _riga(caso, f"/incentivi/righe/{place}", row)
    if "isopensione" in _incentivi(caso):
        yield nota(
            "/incentivi/isopensione",
            "L’isopensione (L. 92/2012, art. 4) vuole un accordo suo, la domanda all’INPS e la sua validazione.",
        )


def _riga(caso: Documento, path: str, row: Mapping[str, Any]) -> Esiti:
    if not {"importo", "mensilita"} & row.keys():
        yield avviso(
            f"{path}/importo",
            "La riga non dice quanto spetta.",
            "Va indicato un importo, oppure un numero di mensilità.",
        )
    first: date | None = caso.dati.get("finestra", {}).get("dal")
    last = ultimo_concordato(caso)
    for name in ("uscita_dal", "uscita_entro"):
        day = row.get(name)
        if day is not None and last is not None and day > last:
            yield avviso(
                f"{path}/{name}",
                f"La riga vale per uscite al {giorno(day)}: i licenziamenti finiscono il {giorno(last)}.",
                "Va corretta una delle due date.",
                in_date(day, last),
            )
        elif day is not None and first is not None and day < first:
            yield avviso(
                f"{path}/{name}",
                f"La riga vale per uscite al {giorno(day)}: i licenziamenti cominciano il {giorno(first)}.",
                "Va corretta una delle due date.",
                in_date(day, first),
            )
    if row.get("beneficiario") == "nuovo_datore":
        yield nota(
            f"{path}/beneficiario",
            "La somma va a chi assume: il lavoratore non ne ha un credito, e le condizioni stanno nell’intesa con lui.",
        )
