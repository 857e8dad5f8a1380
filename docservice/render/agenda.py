"""The deadlines of a document or a procedure as an iCalendar (RFC 5545): a whole-day event each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import Any

from icalendar import Calendar, Event

MEDIA = "text/calendar"
_PRODOTTO = "-//docservice//scadenze//IT"


def write(scadenze: Iterable[Mapping[str, Any]], *, data: bytes, impresa: str = "") -> bytes:
    """Return the file of the deadlines, as they travel; those without a day are left out.

    `data` are those they come from: the same deadline of the same data has always the same UID, so that a calendar
    that takes the file again changes its event and adds none. `impresa`, where it is known, tells apart those of many.
    """
    book = Calendar()
    book.add("prodid", _PRODOTTO)
    book.add("version", "2.0")
    known = sha256(data).hexdigest()[:32]
    times: Counter[str] = Counter()
    for one in scadenze:
        if "data" not in one:
            continue
        day = date.fromisoformat(one["data"])
        times[one["codice"]] += 1
        again = times[one["codice"]]
        event = Event()
        event.add("uid", f"{one['codice']}{f'-{again}' if again > 1 else ''}-{known}@docservice")
        # no clock: the file depends on its data alone
        event.add("dtstamp", datetime.combine(day, time(), UTC))
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", f"{one['descrizione']} – {impresa}" if impresa else one["descrizione"])
        event.add("description", _description(one))
        event.add("transp", "TRANSPARENT")
        book.add_component(event)
    written: bytes = book.to_ical()
    return written


def _description(one: Mapping[str, Any]) -> str:
    source = one["fonte"]
    told = f"{one['codice']}: {source['atto']}, {source['punto']}."
    if "data_utile" in one:
        useful = date.fromisoformat(one["data_utile"])
        told += f" Il giorno non è lavorativo; primo giorno utile: {useful:%d/%m/%Y}."
    if one.get("festivo"):
        told += " Il giorno è festivo: il termine non si sposta."
    return f"{told} {one['nota']}" if "nota" in one else told
