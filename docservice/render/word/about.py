"""What head, foot and properties of a DOCX tell: `told(document, created)["head"]` -> "Accordo – Rossi S.p.A. – …"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache

from docservice.render.footer import FINGERPRINT
from docservice.render.word.context import legal
from docservice.text.blocks import About, Document, Runs

PROPERTIES = ("title", "author", "subject", "keywords")
_MAX = 255  # characters of a property
_PROGRAM = "docservice"


def told(document: Document, created: datetime) -> dict[str, str]:
    """Return the words of head and foot, the properties that tell of the document, its day as these write it."""
    about = document.about
    fingerprint = legal("".join(run.text for run in about.fingerprint))
    return {
        **_common(document.title, about.firm, about.day),
        "foot": f"{FINGERPRINT}{fingerprint}" if fingerprint else "",
        "keywords": _property(", ".join(document.keywords)),
        "day": _day(created),
    }


def day(moment: datetime) -> datetime:
    """Return a date as the properties of the file have it: naive UTC."""
    return (moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment).replace(microsecond=0)


@lru_cache(maxsize=256)
def _common(title: str, firm: Runs, of: Runs) -> Mapping[str, str]:
    """Return what many documents tell alike."""
    known = About(firm, of).told
    return {
        "head": legal(" – ".join((" ".join(title.split()), *known))),
        "title": _property(title),
        "author": _property("".join(run.text for run in firm)) or _PROGRAM,
        "subject": _property(" · ".join(known)),
    }


@lru_cache(maxsize=256)
def _day(moment: datetime) -> str:
    return day(moment).strftime("%Y-%m-%dT%H:%M:%SZ")


def _property(text: str) -> str:
    return legal(" ".join(text.split()))[:_MAX]
