"""A document in hand: its type and data, and all that follows from them, each made once.

atto("did", {"luogo": "Lodi", …}).verdetto.esito -> "conforme"
"""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from typing import Any

from docservice.allegati.file import nome_unito
from docservice.allegati.logo import Immagine
from docservice.formati.lettura import Errore, canonico, chiamato, impronta, leggi, limita
from docservice.law.caso import Caso
from docservice.law.generale.giorno import giorno_di
from docservice.law.regime import regime
from docservice.law.tratti import Rinvio
from docservice.law.verdict import Verdetto, valuta
from docservice.law.voce import lessico
from docservice.modelli.catalogo import Modello, modello, nomina
from docservice.modelli.intestazione import con_logo, logo
from docservice.paths import TEMPLATES
from docservice.service.testo import testo
from docservice.text.blocks import Document, Enclosed
from docservice.versions import versioni


class SenzaEstratto(LookupError):  # noqa: N818
    """Nothing of this document type goes alone."""


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
        return regime(self.tipo.regime_di(self.dati)).caso(self.tipo.tratti_di(self.dati), self.dati)

    @cached_property
    def verdetto(self) -> Verdetto:
        """What the law in force on its day says of it."""
        told = valuta(self.tipo.id, self.caso)
        named = (replace(one, campo=_chiamato(self.tipo.schema, one.percorso)) for one in told.rilievi)
        return replace(told, rilievi=tuple(named), calcoli=nominati(told.calcoli))

    @property
    def scadenze(self) -> Sequence[Mapping[str, Any]]:
        """Its deadlines, as they travel."""
        return [one.as_dict() for one in self.verdetto.scadenze]

    @property
    def estratto(self) -> Atto:
        """What of it goes alone, a document of its own; raise `SenzaEstratto` where nothing does."""
        if self.tipo.estratto is None:
            raise SenzaEstratto(self.tipo.id)
        return Atto(self.tipo.estratto, limita(self.tipo.estratto.schema(), self.dati))

    @property
    def logo(self) -> Immagine | None:
        """The logo of its letterhead, if there is one."""
        found: Immagine | None = logo(self.dati)
        return found

    @property
    def creato(self) -> datetime:
        """The only date that its file bears."""
        return datetime.combine(giorno_di(self.dati), time(), UTC)

    @property
    def impronta(self) -> str:
        """A short fingerprint of its type and data, printed at the foot of its pages: «3F9A-02C1»."""
        digest = sha256(testo({"modello": self.tipo.id, "dati": self._uniti()})).hexdigest().upper()
        return f"{digest[:4]}-{digest[4:8]}"

    def _uniti(self) -> Any:
        """Return its data as its file carries them: without those that are for the verdict alone."""
        return canonico(self.dati, self.tipo.riservati)

    def documento(self, prima: str = "") -> Document:
        """Return its blocks, with the files that go with it; `prima` is what their names begin with in the PDF."""
        from docservice.text.source import componi  # noqa: PLC0415 - to judge a document composes no text

        document = componi(self.tipo, self.dati, lessico(self.caso), prima, self.impronta)
        keywords = (self.tipo.id, self.tipo.regime_di(self.dati))
        return replace(document, enclosed=acclusi(self.dati, prima), keywords=keywords)

    def incorporati(self, loghi: Container[str] = (), **altro: Any) -> bytes:
        """Return what it carries inside: canonical JSON of model, data and versions, on one line, UTF-8.

        A logo among `loghi`, which another document of the same file carries, is told by its print.
        """
        dati, image = self._uniti(), self.logo
        if image is not None and image in loghi:
            dati = con_logo(dati, impronta(b64decode(image)))
        told = {"modello": self.tipo.id, "dati": dati, "versioni": versioni(self.tipo), **altro}
        return testo(told)


def atto(slug: str, grezzo: Any, difetti: Collection[Errore] = ()) -> Atto:
    """Read a payload; raise `ModelloIgnoto` or `DatiIlleggibili`. `difetti` are those of the way it was written."""
    tipo = modello(slug)
    return Atto(tipo, leggi(tipo.schema, grezzo, difetti))


def valida(slug: str, grezzo: Any, difetti: Collection[Errore] = ()) -> Verdetto:
    """Judge a payload; raise as `atto` does."""
    return atto(slug, grezzo, difetti).verdetto


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


_chiamato = lru_cache(4096)(chiamato)
"""The same, remembered: the documents of a table have the same paths."""


def nominati(cifre: Mapping[str, Any]) -> dict[str, Any]:
    """Return figures with the documents that the law names by what they are called by name (`catalogo.nomina`)."""
    return {name: _nominati(value) for name, value in cifre.items()}


def _nominati(value: Any) -> Any:
    # rows are alike: the first tells whether they name documents
    if isinstance(value, list) and value and isinstance(value[0], dict) and isinstance(value[0].get("modello"), Rinvio):
        return [{**row, "modello": nomina(row["modello"])} for row in value]
    return value


@cache
def _esempio(tipo: Modello) -> bytes:
    return (TEMPLATES / tipo.sezione / tipo.id / "esempio.json").read_bytes()


def esempio(slug: str) -> dict[str, Any]:
    """Return the complete, valid example of a document type."""
    found: dict[str, Any] = json.loads(_esempio(modello(slug)))
    return found
