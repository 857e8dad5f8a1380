"""What head, foot and properties of a DOCX tell: `head(document)` -> "Accordo · Rossi S.p.A. · 22 giugno 2009"."""

from __future__ import annotations

from datetime import UTC, datetime

from docservice.render.footer import FINGERPRINT
from docservice.render.word.context import legal
from docservice.text.blocks import Document

_MAX = 255  # characters of a property
_PROGRAM = "docservice"


def head(document: Document) -> str:
    """Return the words of the running head."""
    return legal(" · ".join((" ".join(document.title.split()), *document.about.told)))


def foot(document: Document) -> str:
    """Return what the foot tells besides the number of the page."""
    told = _fingerprint(document)
    return f"{FINGERPRINT}{told}" if told else ""


def properties(document: Document) -> dict[str, str]:
    """Return the properties of the file that tell of the document, by name."""
    about = document.about
    told = {
        "title": document.title,
        "author": "".join(run.text for run in about.firm) or _PROGRAM,
        "subject": " · ".join(about.told),
        "keywords": _fingerprint(document),
    }
    return {name: legal(" ".join(text.split()))[:_MAX] for name, text in told.items()}


def day(moment: datetime) -> datetime:
    """Return a date as the properties of the file have it: naive UTC."""
    return (moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment).replace(microsecond=0)


def _fingerprint(document: Document) -> str:
    return legal("".join(run.text for run in document.about.fingerprint))
