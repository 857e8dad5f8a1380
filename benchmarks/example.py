"""The example of a document, at the stages where a comparison may start from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from docservice import service
from docservice.formati.lettura import leggi
from docservice.modelli.catalogo import modello
from docservice.text.blocks import Document
from docservice.text.source import componi


@dataclass(frozen=True, slots=True)
class Example:
    """Raw data, the document composed of them, and what the file carries."""

    raw: dict[str, Any]
    document: Document
    data: bytes
    created: datetime


def example(slug: str) -> Example:
    """Return the example of a document type."""
    raw, tipo = service.esempio(slug), modello(slug)
    read = leggi(tipo.schema, raw)
    created = datetime.combine(read["data"], time(), UTC)
    return Example(raw, componi(tipo, read), service.incorporati(tipo, read), created)
