"""The few functions every edge calls: HTTP, command line, bulk. Raw JSON values in, plain values or bytes out."""

from __future__ import annotations

import importlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from functools import cache, cached_property
from typing import Any, Protocol

from docservice.allegati.file import nome_unito
from docservice.formati.lettura import DatiIlleggibili, Errore, canonico, leggi, limita
from docservice.law.calculator import DominioErrato, esegui
from docservice.law.caso import Caso
from docservice.law.generale.giorno import giorno_di
from docservice.law.regime import regime
from docservice.law.tratti import Rinvio
from docservice.law.verdict import Verdetto, valuta
from docservice.law.voce import lessico
from docservice.modelli.calcolatori.catalogo import Calcolatore, calcolatori
from docservice.modelli.catalogo import Modello, modello, nomina
from docservice.paths import TEMPLATES
from docservice.text.blocks import Document, Enclosed
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


class Resa(Protocol):
    """What writes a document in hand: here, or in a process of its own."""

    def __call__(self, documento: Atto, formato: str, *, bozza: bool) -> Reso:
        """Return the file."""


class ConScadenze(Protocol):
    """What deadlines come of: a document in hand, or a calculator."""

    @property
    def dati(self) -> Mapping[str, Any]:
        """The loaded data."""

    @property
    def scadenze(self) -> Sequence[Mapping[str, Any]]:
        """The deadlines, as they travel."""


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


@dataclass(frozen=True)
class Atto:
    """A document in hand: its type and its loaded data. What the law sees of it is made once."""

    tipo: Modello
    dati: Mapping[str, Any]

    def __reduce__(self) -> tuple[type[Atto], tuple[Modello, Mapping[str, Any]]]:
        """Travel to another process as type and data only."""
        return Atto, (self.tipo, self.dati)

    @cached_property
    def caso(self) -> Caso:
        """The document as the rules of its regime see it."""
        return regime(self.tipo.regime_di(self.dati)).caso(self.tipo.tratti, self.dati)

    @cached_property
    def verdetto(self) -> Verdetto:
        """What the law in force on its day says of it."""
        told = valuta(self.tipo.id, self.caso)
        return replace(told, calcoli=nominati(told.calcoli))

    @property
    def scadenze(self) -> Sequence[Mapping[str, Any]]:
        """Its deadlines, as they travel."""
        return [one.as_dict() for one in self.verdetto.scadenze]

    @property
    def estratto(self) -> Atto:
        """What of it is made public, a document of its own; raise `SenzaEstratto` where nothing is."""
        if self.tipo.estratto is None:
            raise SenzaEstratto(self.tipo.id)
        return Atto(self.tipo.estratto, limita(self.tipo.estratto.schema(), self.dati))

    @property
    def creato(self) -> datetime:
        """The only date that its file bears."""
        return datetime.combine(giorno_di(self.dati), time(), UTC)

    def documento(self, prima: str = "") -> Document:
        """Return its blocks, with the files that go with it; `prima` is what their names begin with in the PDF."""
        from docservice.text.source import componi  # noqa: PLC0415 - to judge a document composes no text

        document = componi(self.tipo, self.dati, lessico(self.caso), prima)
        return replace(document, enclosed=acclusi(self.dati, prima))

    def incorporati(self, **altro: Any) -> bytes:
        """Return what it carries inside: canonical JSON of model, data and versions, on one line, UTF-8."""
        told = {"modello": self.tipo.id, "dati": canonico(self.dati), "versioni": versioni(self.tipo), **altro}
        return _testo(told)


def atto(slug: str, grezzo: Any, difetti: Collection[Errore] = ()) -> Atto:
    """Read a payload; raise `ModelloIgnoto` or `DatiIlleggibili`. `difetti` are those of the way it was written."""
    tipo = modello(slug)
    return Atto(tipo, leggi(tipo.schema, grezzo, difetti))


def valida(slug: str, grezzo: Any, difetti: Collection[Errore] = ()) -> Verdetto:
    """Judge a payload; raise as `atto` does."""
    return atto(slug, grezzo, difetti).verdetto


def rendi(
    documento: Atto,
    formato: str,
    *,
    bozza: bool = False,
    estratto: bool = False,
    scrive: Resa | None = None,
) -> Reso:
    """Render a document, or its extract, as one of `FORMATI`; raise `NonConforme` unless it is a draft.

    A draft is rendered whatever the verdict, and says BOZZA on every page. `scrive` is what writes it: `scrivi` here,
    or another of the kind. Raise `SenzaEstratto`.
    """
    if not bozza and documento.verdetto.ha_errori:
        raise NonConforme(documento.verdetto)
    return (scrive or scrivi)(documento.estratto if estratto else documento, formato, bozza=bozza)


def scrivi(documento: Atto, formato: str, *, bozza: bool, scrittore: Scrive | None = None) -> Reso:
    """Write a document as one of `FORMATI`, whatever the law says of it, by the writer of that format or another."""
    # loaded when first asked for: to judge a document costs no layout engine
    write: Scrive = scrittore or importlib.import_module(f"docservice.render.{formato}").write
    content = write(documento.documento(), data=documento.incorporati(), created=documento.creato, bozza=bozza)
    name = f"{documento.tipo.id}-{giorno_di(documento.dati).isoformat()}.{formato}"
    return Reso(name, FORMATI[formato], content)


def insieme(slug: str, voci: Iterable[Voce], file: Insieme) -> None:
    """Put some documents, which somebody has judged, in one PDF, each under its bookmark; raise `DatiIlleggibili`.

    What each carries inside is a line of one attachment, JSON Lines, with the number of its row; the files of each are
    there too.
    """
    for voce in voci:
        one = atto(slug, voce.grezzo)
        # files of several documents may have one name: each says its row, as the documents of an archive do
        prima = f"riga-{voce.riga:05}-" if voce.riga else ""
        file.add(
            one.documento(prima),
            row=f"riga_{voce.riga}",
            bookmark=voce.segnalibro,
            data=one.incorporati(riga=voce.riga),
            created=one.creato,
        )
    file.close()


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


def nominati(cifre: Mapping[str, Any]) -> dict[str, Any]:
    """Return figures with the documents that the law names by what they are called by name (`catalogo.nomina`)."""
    return {name: _nominati(value) for name, value in cifre.items()}


def _nominati(value: Any) -> Any:
    # rows are alike: the first tells whether they name documents
    if isinstance(value, list) and value and isinstance(value[0], dict) and isinstance(value[0].get("modello"), Rinvio):
        return [{**row, "modello": nomina(row["modello"])} for row in value]
    return value


@dataclass(frozen=True)
class Quesito:
    """A calculator in hand: what it is asked, loaded. It answers once."""

    tipo: Calcolatore
    dati: Mapping[str, Any]

    @cached_property
    def risposta(self) -> dict[str, Any]:
        """Its results, with working, sources and notes; raise `DatiIlleggibili` for data out of its domain."""
        try:
            told = esegui(self.tipo.id, self.dati)
        except DominioErrato as error:
            raise DatiIlleggibili([Errore(path, message) for path, message in error.errori]) from None
        return {**told, "risultati": self.tipo.completa(told["risultati"])}

    @property
    def scadenze(self) -> Sequence[Mapping[str, Any]]:
        """The deadlines that it answers with, as they travel; only those of the law's `ha_scadenze` have them."""
        found: Sequence[Mapping[str, Any]] = self.risposta["risultati"]["scadenze"]
        return found


def quesito(slug: str, grezzo: Any, difetti: Collection[Errore] = ()) -> Quesito:
    """Read what a calculator is asked; raise `KeyError` or `DatiIlleggibili`."""
    tipo = calcolatori()[slug]
    return Quesito(tipo, leggi(tipo.domanda, grezzo, difetti))


def calcola(slug: str, grezzo: Any, difetti: Collection[Errore] = ()) -> dict[str, Any]:
    """Run a calculator; raise as `quesito` and `Quesito.risposta` do."""
    return quesito(slug, grezzo, difetti).risposta


def agenda(di: ConScadenze) -> bytes:
    """Return the deadlines of a document or of a calculator as an iCalendar."""
    write = importlib.import_module("docservice.render.agenda").write
    owner = di.dati.get("datore_lavoro", {}).get("denominazione", "")
    found: bytes = write(di.scadenze, data=_testo(canonico(di.dati)), impresa=owner)
    return found


def _testo(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


@cache
def _esempio(tipo: Modello) -> bytes:
    return (TEMPLATES / tipo.sezione / tipo.id / "esempio.json").read_bytes()


def esempio(slug: str) -> dict[str, Any]:
    """Return the complete, valid example of a document type."""
    found: dict[str, Any] = json.loads(_esempio(modello(slug)))
    return found
