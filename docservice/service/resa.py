"""From a document in hand to its file, by whatever writes it: here, in a process of its own, stamped with others.

rendi(atto("did", dati), "pdf") -> Reso("did-2009-07-01.pdf", "application/pdf", b"%PDF-1.7…")
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from docservice.law.generale.giorno import giorno_di
from docservice.law.verdict import Verdetto
from docservice.modelli.catalogo import Modello
from docservice.service.atto import Atto, atto
from docservice.text.blocks import Document

FORMATI = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
}
"""Formats in which every document is made, with their media type; the first is the default."""
OGNI_FORMATO = FORMATI | {"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
"""The same, with those that some documents have besides (`Modello.formati_in_piu`)."""

DA_FIRMARE = ("pdf", "docx")
"""Those to sign or to edit: a lotto is made in one of them."""
ZIP, PDF = UNIONI = ("zip", "pdf")
"""Ways in which the documents of a lotto are joined: a file each, or one PDF."""


def formati(tipo: Modello) -> dict[str, str]:
    """Return the formats in which a document of a type is made, with their media type."""
    return FORMATI | {name: OGNI_FORMATO[name] for name in tipo.formati_in_piu}


class Scrive(Protocol):
    """A writer of documents."""

    def __call__(self, document: Document, *, data: bytes, created: datetime, bozza: bool = False) -> bytes:
        """Return the file of a document."""


class Resa(Protocol):
    """What writes a document in hand: here, or in a process of its own."""

    def __call__(self, documento: Atto, formato: str, *, bozza: bool) -> Reso:
        """Return the file."""


class Insieme(Protocol):
    """One file that takes many documents."""

    def add(self, document: Document, *, row: str, bookmark: str, data: bytes, created: datetime) -> None:
        """Add a document."""

    def close(self) -> None:
        """End the file."""


@dataclass(frozen=True, slots=True)
class Reso:
    """A rendered document: file name, media type, content."""

    nome: str
    tipo: str
    contenuto: bytes


@dataclass(frozen=True, slots=True)
class Voce:
    """One document of a set: the row that it comes from, its bookmark, its payload."""

    riga: int
    segnalibro: str
    grezzo: Any


class NonConforme(ValueError):  # noqa: N818 - in the words of the field
    """The document breaks the law: it is rendered only as a draft."""

    def __init__(self, verdetto: Verdetto) -> None:
        super().__init__("documento non conforme")
        self.verdetto = verdetto


def rendi(
    documento: Atto,
    formato: str,
    *,
    bozza: bool = False,
    estratto: bool = False,
    scrive: Resa | None = None,
) -> Reso:
    """Render a document, or its extract, as one of its `formati`; raise `NonConforme` unless it is a draft.

    A draft is rendered whatever the verdict, and says BOZZA on every page. `scrive` is what writes it: `scrivi` here,
    or another of the kind. Raise `SenzaEstratto`.
    """
    if not bozza and documento.verdetto.ha_errori:
        raise NonConforme(documento.verdetto)
    return (scrive or scrivi)(documento.estratto if estratto else documento, formato, bozza=bozza)


def scrivi(documento: Atto, formato: str, *, bozza: bool, scrittore: Scrive | None = None) -> Reso:
    """Write a document as one of its `formati`, whatever the law says, by the writer of that format or another."""
    # loaded when first asked for: to judge a document costs no layout engine
    write: Scrive = scrittore or importlib.import_module(f"docservice.render.{formato}").write
    content = write(documento.documento(), data=documento.incorporati(), created=documento.creato, bozza=bozza)
    # a draft saved beside the paper to sign is not taken for it
    draft = "-bozza" if bozza else ""
    name = f"{documento.tipo.id}-{giorno_di(documento.dati).isoformat()}{draft}.{formato}"
    return Reso(name, OGNI_FORMATO[formato], content)


def insieme(slug: str, voci: Iterable[Voce], file: Insieme) -> None:
    """Put some documents, which somebody has judged, in one PDF, each under its bookmark; raise `DatiIlleggibili`.

    What each carries inside is a line of one attachment, JSON Lines, with the number of its row; the files of each are
    there too. The logo that many bear is in the first line of those.
    """
    told: set[str] = set()
    for voce in voci:
        one = atto(slug, voce.grezzo)
        # files of several documents may have one name: each says its row, as the documents of an archive do
        prima = f"riga-{voce.riga:05}-" if voce.riga else ""
        file.add(
            one.documento(prima),
            row=f"riga_{voce.riga}",
            bookmark=voce.segnalibro,
            data=one.incorporati(told, riga=voce.riga),
            created=one.creato,
        )
        told |= {one.logo} if one.logo else set()
    file.close()
