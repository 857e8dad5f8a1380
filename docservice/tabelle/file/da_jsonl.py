r"""Read JSON Lines: an object a line, with the fields of the schema.

`leggi_jsonl(b'{"luogo": "Lodi"}\n{"luogo":')` → two of `Oggetto`: the first has its values, the second why it has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from docservice.formati.da_json import leggi_json
from docservice.formati.lettura import CorpoIllegibile
from docservice.tabelle.foglio import MAX_RIGHE, TabellaIllegibile

_MARK = b"\xef\xbb\xbf"
_SOMETHING = re.compile(rb"[^ \t\n\r\x0b\x0c][^\n]*")
_VALUES = 3_000_000
"""Values of a file, counted by their marks before they are read: thirty for each of the most rows."""


@dataclass(frozen=True, slots=True)
class Oggetto:
    """An object and the number of its line, from 1; a line that holds none has its text, and says why instead."""

    numero: int
    valori: dict[str, Any] = field(default_factory=dict)
    testo: str = ""
    difetto: str | None = None


class Oggetti(list[Oggetto]):
    """The objects of a file, and what was noted in reading them."""

    def __init__(self, oggetti: Iterable[Oggetto] = (), note: Sequence[str] = ()) -> None:
        super().__init__(oggetti)
        self.note = tuple(note)


def sono_righe(contenuto: bytes) -> bool:
    """Say whether a file is JSON Lines: its first line begins an object, or is wrong and the second is one."""
    first, _, rest = contenuto.removeprefix(_MARK).lstrip().partition(b"\n")
    if first.startswith(b"{"):
        return True
    second = rest.lstrip().partition(b"\n")[0]
    # a list with an object a line is something else, and is told so
    return second.startswith(b"{") and first.strip() != b"[" and _read(0, second).difetto is None


def leggi_jsonl(contenuto: bytes) -> list[Oggetto]:
    """Return the objects, and the lines that hold none; raise `TabellaIllegibile` if no line does."""
    if contenuto.count(b",") + contenuto.count(b"{") + contenuto.count(b"[") > _VALUES:
        raise TabellaIllegibile(
            f"Il file ha troppi valori: al massimo possono essere circa {_VALUES}, va diviso in più file."
        )
    found = []
    for number, line in linee(contenuto):
        found.append(_read(number, line))
        if len(found) > MAX_RIGHE:
            raise TabellaIllegibile(f"Le righe sono più di {MAX_RIGHE}, che sono il massimo: vanno divise in più file.")
    if not found:
        raise TabellaIllegibile("Il file è vuoto: serve almeno un oggetto JSON, uno per riga.")
    if all(one.difetto is not None for one in found):
        # one object on many lines, or something else
        raise TabellaIllegibile(
            f"Nessuna riga è un oggetto JSON intero: ne va scritto uno per riga, senza a capo. {found[0].difetto}"
        )
    return found


def linee(contenuto: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that are not empty, each with its number, from 1."""
    start, number = len(_MARK) if contenuto.startswith(_MARK) else 0, 1
    # from one that holds something to the next: a file may be nothing but ends of line
    for found in _SOMETHING.finditer(contenuto, start):
        number += contenuto.count(b"\n", start, found.start())
        start = found.end()
        yield number, contenuto[contenuto.rfind(b"\n", 0, found.start()) + 1 : start].removeprefix(_MARK).rstrip()


def _read(number: int, line: bytes) -> Oggetto:
    try:
        value = leggi_json(line, riga=number)
    except CorpoIllegibile as error:
        why = str(error)
    else:
        if isinstance(value, dict):
            return Oggetto(number, value)
        why = "Serve un oggetto, con i suoi campi fra parentesi graffe."
    return Oggetto(number, testo=line.decode("utf-8", "replace").strip(), difetto=why)
