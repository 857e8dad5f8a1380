"""The example of a document, at the stages where a comparison may start from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from docservice import service
from docservice.text.blocks import Document


@dataclass(frozen=True, slots=True)
class Example:
    """Raw data, the document composed of them, and what the file carries."""

    raw: dict[str, Any]
    document: Document
    data: bytes
    created: datetime


def example(slug: str) -> Example:
    """Return the example of a document type."""
    raw = service.esempio(slug)
    one = service.atto(slug, raw)
    return Example(raw, one.documento(), one.incorporati(), one.creato)
