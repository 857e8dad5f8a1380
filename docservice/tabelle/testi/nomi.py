"""Headers as people write them: by which keys one is looked up, whatever its case, accents, order and small words.

`list(chiavi("Cod. fiscale del dipendente"))` → among others `"codfiscaledipendente"` and `"codfiscale"`, which means a
column. Whoever reads a file behind the fence is given the keys alone, and knows nothing of documents.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final

from docservice.campi.caratteri import semplice

INVISIBILI: Final = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
"""Characters that cannot be seen, which programs leave around a text."""
SPAZI: Final = "".join(c for c in map(chr, range(0x3001)) if c.isspace())
VUOTI: Final = f"{SPAZI}{INVISIBILI}\x1a\0"
"""What counts as nothing around a text: spaces, what cannot be seen, the old mark of a file's end."""
MAX_NOME: Final = 200
"""Characters of a header by which it is known, and that are repeated of it."""
_SMALL_WORDS = frozenset(
    ["di", "del", "della", "dello", "dell", "d", "il", "la", "lo", "l", "al", "alla", "n", "nr", "num"]
)
_PERSON = frozenset(["dipendente", "dipendenti", "lavoratore", "lavoratrice", "lavoratori", "addetto", "persona"])
"""Words that say whose a column is, where a row is a person."""
_DOCUMENT = re.compile(r"documento *[,:]", re.IGNORECASE)
"""How our own table begins what is of the paper, and not of the person: the sign says that it is ours."""
_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]?")
"""What is in brackets, which a header cut short may leave open."""
_ASIDE = (
    _SMALL_WORDS
    | _PERSON
    | frozenset(
        (
            *("g", "gg", "m", "mm", "a", "aa", "aaaa", "hh", "h", "ore", "ora", "min", "giorni", "mesi", "euro", "eur"),
            *("caratteri", "caratt", "car", "cifre", "lettere", "numero", "numeri", "testo", "formato", "maiuscolo"),
            *("stampatello", "decimali", "si", "no", "s", "x", "in", "se", "presente", "nota", "vedi", "v"),
            *("obbligatorio", "obbligatoria", "obbligatori", "obbligatorie", "obblig", "facoltativo", "facoltativa"),
            *("facoltativi", "facoltative", "facolt", "fac", "opzionale", "attuale", "attuali", "c", "f", "cf", "cod"),
            *("fisc", "codice", "fiscale", "ccnl", "settimana", "sett", "settimanali", "data"),
        )
    )
)
"""Words that say how a column is filled in, or of whom it is: in brackets they change nothing of what it means."""
_EXAMPLE = re.compile(r"(?:ad |per )?es(?:empio)?\b")


def corta(testo: str) -> str:
    """Return a header as a key: without small words and spaces."""
    words = semplice(testo).split()
    return "".join(word for word in words if word not in _SMALL_WORDS) or "".join(words)


def stellata(testo: str) -> str:
    """Return the key of a header that our own empty table marks with an asterisk, or with «Documento,»."""
    return f"* {semplice(testo)}"


def ordinata(testo: str) -> str:
    """Return a header as a key in which the order of the words does not count."""
    return "~".join(sorted(word for word in semplice(testo).split() if word not in _SMALL_WORDS))


def senza_parentesi(testo: str, *, tutte: bool = False) -> str:
    """Return a header without what is in brackets, where it only says how it is filled in; or whatever it says."""
    return _BRACKETS.sub(lambda found: "" if tutte or _aside(found[1], found[0][-1]) else found[0], testo)


def _aside(text: str, last: str) -> bool:
    """Say whether what is in brackets says how a column is filled in; of one cut short the last word is a beginning."""
    words = semplice(text).split()
    if words and last not in ")]" and any(word.startswith(words[-1]) for word in _ASIDE):
        words.pop()
    return all(word in _ASIDE or word.isdigit() for word in words) or _EXAMPLE.match(" ".join(words)) is not None


def chiavi(intestazione: str) -> Iterator[str]:
    """Yield the keys of a header: as it is, without small words, brackets and whose it is, in any order."""
    header = "".join(c for c in intestazione[:MAX_NOME] if c not in INVISIBILI).strip(VUOTI)
    if header.endswith("*"):
        yield stellata(header)
    if found := _DOCUMENT.match(header):
        yield stellata(header[found.end() :])
    plain = senza_parentesi(header)
    for text in (header, plain):
        yield semplice(text)
        yield corta(text)
    words = semplice(plain).split()
    if own := " ".join(word for word in words if word not in _PERSON):
        yield corta(own)
        yield ordinata(own)


def chiave(cella: Any, nomi: Collection[str]) -> str | None:
    """Return the key by which the header in a cell is known, None when it is not."""
    return next((key for key in chiavi(cella) if key in nomi), None) if isinstance(cella, str) else None


def conosciute(celle: Sequence[Any], nomi: Collection[str]) -> int:
    """Return how many columns a row names, as a header; a name that is there twice counts once."""
    return len({key for key in (chiave(cell, nomi) for cell in celle) if key is not None})
