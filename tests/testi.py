"""What the documents of tests say: `detto(block.runs)` → «ai sensi dell’art. 21», its no-break spaces plain."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docservice import service
from docservice.formati.lettura import leggi
from docservice.modelli.catalogo import modello
from docservice.text.blocks import Document, Run


def compose(slug: str, data: Any) -> Document:
    """Return the document of a payload."""
    tipo = modello(slug)
    return service.Atto(tipo, leggi(tipo.schema, data)).documento()


def detto(runs: Iterable[Run]) -> str:
    """Return what runs say."""
    return "".join(run.text for run in runs).replace("\xa0", " ")
