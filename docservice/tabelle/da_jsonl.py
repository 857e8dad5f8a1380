r"""Read JSON Lines: an object a line, with the fields of the schema.

`leggi_jsonl(b'{"luogo": "Lodi"}\n{"luogo":')` → two of `Oggetto`: the first has its values, the second why it has none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from docservice.formati.da_json import leggi_json
from docservice.formati.lettura import CorpoIllegibile
from docservice.tabelle.foglio import MAX_RIGHE, TabellaIllegibile

_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Oggetto:
    """An object and the number of its line, from 1; a line that holds none has its text, and says why instead."""

    numero: int
    valori: dict[str, Any] = field(default_factory=dict)
    testo: str = ""
    difetto: str | None = None


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
    found = []
    for number, line in enumerate(contenuto.removeprefix(_MARK).split(b"\n"), 1):
        if not line.strip():
            continue
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


def _read(number: int, line: bytes) -> Oggetto:
    try:
        value = leggi_json(line.rstrip(), riga=number)
    except CorpoIllegibile as error:
        why = str(error)
    else:
        if isinstance(value, dict):
            return Oggetto(number, value)
        why = "Serve un oggetto, con i suoi campi fra parentesi graffe."
    return Oggetto(number, testo=line.decode("utf-8", "replace").strip(), difetto=why)
