"""The product as most tests call it, in one place; and the papers that many tests read, each made once in a run.

`reso("did", "pdf")` gives the bytes of the example of the DID. The first test that asks for them makes them; the
others, in whatever process of the run, read the same file.
"""

from __future__ import annotations

import fcntl
import os
import pickle
import tempfile
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar, cast

from docservice import service
from docservice.formati.lettura import leggi
from docservice.law.verdict import Verdetto
from docservice.modelli.catalogo import modello
from docservice.text.blocks import Document

T = TypeVar("T")
_VARIABLE = "DOCSERVICE_PROVE"
FORMATI = tuple(service.FORMATI)


def open_folder() -> tempfile.TemporaryDirectory[str] | None:
    """Open the folder of this run, unless the process that started this one has; it lasts as long as it is kept.

    It is new at each run, so that no paper of another code is ever read.
    """
    if _VARIABLE in os.environ:
        return None
    folder = tempfile.TemporaryDirectory(prefix="docservice-prove-")
    os.environ[_VARIABLE] = folder.name
    return folder


def close_folder(folder: tempfile.TemporaryDirectory[str]) -> None:
    """Throw the folder away."""
    del os.environ[_VARIABLE]
    folder.cleanup()


def letto(slug: str, dati: Any = None) -> dict[str, Any]:
    """Return the data of a document, the example's unless given, as the schema reads them."""
    return leggi(modello(slug).schema, service.esempio(slug) if dati is None else dati)


def atto(slug: str, dati: Any = None) -> service.Atto:
    """Return a document in hand, the example unless data are given."""
    return service.atto(slug, service.esempio(slug) if dati is None else dati)


def composto(slug: str, dati: Any = None) -> Document:
    """Return the blocks of a document, of the example unless data are given."""
    return atto(slug, dati).documento()


def giudicato(slug: str, dati: Any = None) -> Verdetto:
    """Return what the law says of a document, of the example unless data are given."""
    return atto(slug, dati).verdetto


def reso(slug: str, formato: str, dati: Any = None, *, bozza: bool = False, estratto: bool = False) -> bytes:
    """Return the file of a document, of the example unless data are given, made once in a run."""
    one = _esempio(slug) if dati is None else atto(slug, dati)
    return service.rendi(one, formato, bozza=bozza, estratto=estratto, scrive=scritto).contenuto


@cache
def _esempio(slug: str) -> service.Atto:
    """Return an example in hand: whoever asks for its files has it read and judged once."""
    return atto(slug)


def scritto(documento: service.Atto, formato: str, *, bozza: bool, **_: Any) -> service.Reso:
    """Return what `service.scrivi` makes of a document, made once in a run of the same values, types and names."""

    def make() -> tuple[str, str, bytes]:
        made = service.scrivi(documento, formato, bozza=bozza)
        return made.nome, made.tipo, made.contenuto

    return service.Reso(*fatto((documento.tipo.id, formato, bozza, documento.dati), make))


def fatto(name: Any, make: Callable[[], T]) -> T:
    """Return what `make` makes, made once in a run for all that say the same name, in whatever process."""
    path = Path(os.environ[_VARIABLE], sha256(repr(name).encode(errors="surrogatepass")).hexdigest())
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if path.exists():
            return cast("T", pickle.loads(path.read_bytes()))  # noqa: S301 - our own
        made = make()
        path.write_bytes(pickle.dumps(made))
    return made
