"""The day of a document: of its signature, else of the notice, or of the record; where a day is written in some data.

giorno_di({"comunicazione": {"data": date(2023, 6, 1)}}) -> date(2023, 6, 1)
scritto({"comunicazione": {"data": date(2023, 6, 1)}}, date(2023, 6, 1)) -> "/comunicazione/data"
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any


def giorno_di(dati: Mapping[str, Any]) -> date:
    """Return the day that a document bears: `data`, or `comunicazione.data` where it has no other.

    A sheet that bears none has that of the record it is about, `data_verbale`.
    """
    if "data" in dati:
        day: date = dati["data"]
    else:
        day = dati["data_verbale"] if "data_verbale" in dati else dati["comunicazione"]["data"]
    return day


def scritto(dati: Mapping[str, Any], giorno: date) -> str | None:
    """Return where a day is first written in some data, as a JSON pointer; lists are not looked into."""
    for name, value in dati.items():
        if value == giorno:
            return f"/{name}"
        inside = scritto(value, giorno) if isinstance(value, Mapping) else None
        if inside is not None:
            return f"/{name}{inside}"
    return None
