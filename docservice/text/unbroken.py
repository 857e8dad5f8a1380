"""What never stands on two lines: a no-break space where Italian printers put one, in the words of the form.

`hold("ai sensi dell’art. 21, comma 5, entro 7 giorni")` → the same, with no-break spaces after «art.», «comma» and «7».
Days, amounts and telephones that are data have theirs when they are printed (`data.Datum`). In what else users wrote
days and numbers of acts are held («23 giugno 2023», «n. 118»); the rest stays as typed.
"""

from __future__ import annotations

import re
from functools import lru_cache

NBSP = "\u00a0"
_BEFORE = (
    r"artt?\.|nn?\.|lett\.|pagg?\.|cfr\.|sigg?\.(?:ra)?|dott\.(?:ssa)?|ing\.|avv\.|prof\.|rag\.|geom\.|spett\.le|circ\."
    r"|prot\.|punto|punti|comma|commi|articolo|articoli|lettera|lettere|legge|euro|€|§|D\.P\.R\.|D\.Lgs\.|d\.lgs\.|D\.L\.|D\.M\.|DM|L\."
    r"|telefono|tel\.|fax|cellulare|cell\.|CAP|ID"
)
_UNITS = (
    r"ore|ora|giorni|giorno|giornate|giornata|mesi|mese|anni|anno|settimane|settimana|euro|lavoratori|lavoratore|persone"
    r"|dipendenti|dipendente|dirigenti|dirigente|quadri|quadro|impiegati|impiegato|operai|operaio|apprendisti|apprendista"
    r"|abitanti|fogli|foglio|pagine|pagina|punti|km|cm|mm|°C|%|€|per cento"
)
_MONTHS = "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre"
_PHONE = re.compile(r"(?=(?:[^0-9]*[0-9]){5})[+(]?[0-9]{2,5}\)?(?: ?[-/.]? ?[0-9]{2,})+")
_FIGURE = r"[0-9][0-9.,]*[°ºª]?"
_POINT = r"[0-9A-Za-z]{1,5}\)|[0-9]|[IVXLC]+\b|bis\b|n\. [0-9]"
_TITLES = r"(?:sigg?|dott|ing|avv|prof|rag|geom|spett)\.(?:ra|ssa|le)?"
_DAY = re.compile(rf"\b({_FIGURE}) ({_MONTHS})(?: ([0-9]{{4}}))?\b")
_NUMBER = re.compile(r"(?<![\w.])([Nn]n?\.) (?=[0-9])")
_DIGIT = re.compile("[0-9]")
_RULES = tuple(
    re.compile(rule, re.IGNORECASE)
    for rule in (
        rf"(?<![\w.])({_BEFORE}) (?={_POINT})",
        rf"(?<!\w)({_TITLES}) (?=\S)",
        rf"\b({_FIGURE}) (?=(?:{_UNITS})(?!\w))",
        r"(\S) (?=[–—])",
    )
)
_AT_END = re.compile(rf"(?<![\w.])({_BEFORE}|{_TITLES}) $", re.IGNORECASE)
_AT_START = re.compile(rf"^ (?=(?:{_UNITS})(?!\w))")


def hold_typed(text: str) -> str:
    """Return what users wrote, on one line a telephone, which is a datum by itself; and days and «n. 118» in a text."""
    if " " not in text or not _DIGIT.search(text):
        return text
    if _PHONE.fullmatch(text):
        return text.replace(" ", NBSP)
    return _NUMBER.sub(rf"\1{NBSP}", _held_days(text))


def _held_days(text: str) -> str:
    return _DAY.sub(lambda found: NBSP.join(part for part in found.groups() if part), text)


@lru_cache(maxsize=8192)
def hold(text: str, *, after_value: bool = False, before_value: bool = False) -> str:
    """Return words of the form with their no-break spaces; a value may stand just before or just after them."""
    text = _held_days(text)
    for rule in _RULES:
        text = rule.sub(rf"\1{NBSP}", text)
    if before_value:
        text = _AT_END.sub(rf"\1{NBSP}", text)
    return _AT_START.sub(NBSP, text) if after_value else text
