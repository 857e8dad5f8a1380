"""The few functions every edge calls: HTTP, command line, bulk. Raw JSON values in, plain values or bytes out."""

from __future__ import annotations

import importlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from functools import cache
from typing import Any, Protocol

from docservice.allegati.file import nome_unito
from docservice.formati.lettura import DatiIlleggibili, Errore, canonico, leggi, limita
from docservice.law.calculator import DominioErrato, esegui
from docservice.law.generale.giorno import giorno_di
from docservice.law.verdict import Verdetto, valuta
from docservice.modelli.calcolatori import SCHEMI
from docservice.modelli.catalogo import Modello, modello
from docservice.paths import TEMPLATES
from docservice.text.blocks import Document, Enclosed
from docservice.text.source import componi
from docservice.versions import versioni

FORMATI = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
}
"""Formats made, with their media type; the first is the default."""

DA_FIRMARE = ("pdf", "docx")
"""Those to sign or to edit: a lotto is made in one of them."""
ZIP, PDF = UNIONI = ("zip", "pdf")
"""Ways in which the documents of a lotto are joined: a file each, or one PDF."""


class Scrive(Protocol):
    """A writer of documents."""

    def __call__(self, document: Document, *, data: bytes, created: datetime, bozza: bool = False) -> bytes:
        """Return the file of a document."""


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


class SenzaEstratto(LookupError):  # noqa: N818
    """Nothing of this document type is made public."""


def valida(slug: str, grezzo: Any, difetti: Collection[Errore] = ()) -> Verdetto:
    """Judge a payload; raise `ModelloIgnoto` or `DatiIlleggibili`. `difetti` are those of the way it was written."""
    tipo = modello(slug)
    return giudica(tipo, leggi(tipo.schema, grezzo, difetti))


def valida_agenda(slug: str, grezzo: Any, difetti: Collection[Errore] = ()) -> bytes:
    """Return the deadlines of a payload as an iCalendar; raise as `valida` does."""
    tipo = modello(slug)
    dati = leggi(tipo.schema, grezzo, difetti)
    return agenda([due.as_dict() for due in giudica(tipo, dati).scadenze], dati)


def documento(  # noqa: PLR0913 - what to render, and how
    slug: str,
    grezzo: Any,
    formato: str,
    *,
    bozza: bool = False,
    estratto: bool = False,
    difetti: Collection[Errore] = (),
    scrive: Scrive | None = None,
) -> Reso:
    """Render a payload, or its extract, as one of `FORMATI`, by the writer of that format or by another of the kind.

    Raise `ModelloIgnoto`, `DatiIlleggibili`, `NonConforme`, `SenzaEstratto`.
    """
    tipo = modello(slug)
    return rendi(tipo, leggi(tipo.schema, grezzo, difetti), formato, bozza=bozza, estratto=estratto, scrive=scrive)


def giudica(tipo: Modello, dati: Mapping[str, Any]) -> Verdetto:
    """Judge loaded data."""
    return valuta(tipo.id, tipo.regime_di(dati), dati)


def rendi(  # noqa: PLR0913 - what to render, and how
    tipo: Modello,
    dati: Mapping[str, Any],
    formato: str,
    *,
    bozza: bool = False,
    estratto: bool = False,
    scrive: Scrive | None = None,
) -> Reso:
    """Render loaded data, or their extract, as one of `FORMATI`; raise `NonConforme` unless it is a draft.

    A draft is rendered whatever the verdict, and says BOZZA on every page.
    """
    if not bozza:
        esigi_conforme(tipo, dati)
    if estratto:
        tipo, dati = in_estratto(tipo, dati)
    return scrivi(tipo, dati, formato, bozza=bozza, scrive=scrive)


def in_estratto(tipo: Modello, dati: Mapping[str, Any]) -> tuple[Modello, dict[str, Any]]:
    """Return the extract of a document as a document of its own, with the data made public and no others.

    Raise `SenzaEstratto` where nothing of it is made public.
    """
    if tipo.estratto is None:
        raise SenzaEstratto(tipo.id)
    return tipo.estratto, limita(tipo.estratto.schema(), dati)


def acclusi(dati: Mapping[str, Any], prima: str = "") -> tuple[Enclosed, ...]:
    """Return the files that loaded data hold, to go inside the PDF; a file told by its print only is not there.

    `prima` is what their names begin with there.
    """
    found = []
    for number, one in enumerate(dati.get("allegati", ()), 1):
        # in other papers the documents annexed are told in words
        file = one.get("file", {}) if isinstance(one, Mapping) else {}
        if isinstance(file.get("contenuto"), bytes):
            what = one.get("descrizione", "").strip() or one["tipo"].replace("_", " ")
            found.append(Enclosed(prima + nome_unito(number, file["nome"]), file["contenuto"], what))
    return tuple(found)


def esigi_conforme(tipo: Modello, dati: Mapping[str, Any]) -> None:
    """Judge loaded data; raise `NonConforme` when the law is broken."""
    verdetto = giudica(tipo, dati)
    if verdetto.ha_errori:
        raise NonConforme(verdetto)


def scrivi(tipo: Modello, dati: Mapping[str, Any], formato: str, *, bozza: bool, scrive: Scrive | None = None) -> Reso:
    """Render loaded data as one of `FORMATI`, whatever the law says of them."""
    # loaded when first asked for: to judge a document costs no layout engine
    write: Scrive = scrive or importlib.import_module(f"docservice.render.{formato}").write
    document = replace(componi(tipo, dati), enclosed=acclusi(dati))
    content = write(document, data=incorporati(tipo, dati), created=creato(dati), bozza=bozza)
    return Reso(f"{tipo.id}-{giorno_di(dati).isoformat()}.{formato}", FORMATI[formato], content)


def insieme(slug: str, voci: Iterable[Voce], file: Insieme) -> None:
    """Put some documents, which somebody has judged, in one PDF, each under its bookmark; raise `DatiIlleggibili`.

    What each carries inside is a line of one attachment, JSON Lines, with the number of its row; the files of each are
    there too.
    """
    tipo = modello(slug)
    for voce in voci:
        dati = leggi(tipo.schema, voce.grezzo)
        # files of several documents may have one name: each says its row, as the documents of an archive do
        prima = f"riga-{voce.riga:05}-" if voce.riga else ""
        file.add(
            replace(componi(tipo, dati, prima), enclosed=acclusi(dati, prima)),
            row=f"riga_{voce.riga}",
            bookmark=voce.segnalibro,
            data=incorporati(tipo, dati, riga=voce.riga),
            created=creato(dati),
        )
    file.close()


def calcola(slug: str, grezzo: Any, difetti: Collection[Errore] = ()) -> dict[str, Any]:
    """Run a calculator; raise `KeyError`, `DatiIlleggibili` for data ill-shaped or out of its domain."""
    return conta(slug, leggi(SCHEMI[slug], grezzo, difetti))


def calcola_agenda(slug: str, grezzo: Any, difetti: Collection[Errore] = ()) -> bytes:
    """Run a calculator of deadlines, and return them as an iCalendar; raise as `calcola` does."""
    dati = leggi(SCHEMI[slug], grezzo, difetti)
    return agenda(conta(slug, dati)["risultati"]["scadenze"], dati)


def conta(slug: str, dati: Mapping[str, Any]) -> dict[str, Any]:
    """Run a calculator on loaded data; raise `DatiIlleggibili` for those out of its domain."""
    try:
        return esegui(slug, dati)
    except DominioErrato as error:
        raise DatiIlleggibili([Errore(path, message) for path, message in error.errori]) from None


def agenda(scadenze: Iterable[Mapping[str, Any]], dati: Mapping[str, Any]) -> bytes:
    """Return deadlines, as they travel, as an iCalendar; `dati` are the loaded data they come from."""
    write = importlib.import_module("docservice.render.agenda").write
    owner = dati.get("datore_lavoro", {}).get("denominazione", "")
    found: bytes = write(scadenze, data=_testo(canonico(dati)), impresa=owner)
    return found


def creato(dati: Mapping[str, Any]) -> datetime:
    """Return the only date that the file of a document bears."""
    return datetime.combine(giorno_di(dati), time(), UTC)


def incorporati(tipo: Modello, dati: Mapping[str, Any], **altro: Any) -> bytes:
    """Return what a document carries inside: canonical JSON of model, data and versions, on one line, UTF-8."""
    return _testo({"modello": tipo.id, "dati": canonico(dati), "versioni": versioni(tipo), **altro})


def _testo(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


@cache
def _esempio(tipo: Modello) -> bytes:
    return (TEMPLATES / tipo.sezione / tipo.id / "esempio.json").read_bytes()


def esempio(slug: str) -> dict[str, Any]:
    """Return the complete, valid example of a document type."""
    found: dict[str, Any] = json.loads(_esempio(modello(slug)))
    return found
