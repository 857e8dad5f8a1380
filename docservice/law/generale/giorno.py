"""The day of a document: that of its signature, or that of the notice.

giorno_di({"comunicazione": {"data": date(2023, 6, 1)}}) -> date(2023, 6, 1)
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any


def giorno_di(dati: Mapping[str, Any]) -> date:
    """Return the day that a document bears: `data`, or `comunicazione.data` where it has no other."""
    day: date = dati["data"] if "data" in dati else dati["comunicazione"]["data"]
    return day
