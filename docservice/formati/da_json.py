"""Read a payload sent as JSON, strictly: no duplicate names, no NaN, numbers as decimals, texts in NFC."""

from __future__ import annotations

import json
import re
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn

from docservice.formati.composto import composti
from docservice.formati.lettura import CorpoIllegibile, passo

_VALUES = 1_000_000
"""Values of the JSON, counted by their marks before they are read: each takes much more memory than it is long."""
_NON_FINITI = re.compile(r'"(?:[^"\\]|\\.)*"|(-?Infinity|NaN)', re.DOTALL)
"""A string, which is passed over, or what JSON in Python takes for a number."""
_NOMI = re.compile(r'("(?:[^"\\]|\\.)*")(\s*:)?|([{}])', re.DOTALL)
"""A string, which is a name before a colon, and where objects begin and end."""
_FARTHEST = 100
"""Largest exponent of ten, either way, that a number of the JSON keeps."""


def leggi_json(body: bytes, *, riga: int = 1) -> Any:
    """Return the values of a JSON text; raise `CorpoIllegibile`, which says what is wrong; its first line is `riga`."""
    if not body.strip():
        raise CorpoIllegibile("Il corpo è vuoto: va inviato un oggetto JSON.")
    if body.count(b",") + body.count(b"{") + body.count(b"[") > _VALUES:
        raise CorpoIllegibile(f"Il JSON ha troppi valori, va diviso: al massimo possono essere circa {_VALUES}.")
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CorpoIllegibile("Il corpo non è testo UTF-8: va salvato e inviato in questa codifica.") from None
    try:
        value = json.loads(text, parse_float=_decimal, parse_constant=_constant, object_pairs_hook=_unique)
        # an escape may be half of a letter
        return value if "\\u" not in text and unicodedata.is_normalized("NFC", text) else composti(value)
    except json.JSONDecodeError as error:
        line = error.lineno + riga - 1
        where = f"riga {line}, colonna {error.colno}"
        raise CorpoIllegibile(f"Il JSON non è valido alla {where}: va corretto lì, o subito prima.") from None
    except RecursionError:
        raise CorpoIllegibile("Il JSON è annidato troppo in profondità: vanno tolti dei livelli.") from None
    except _NonFinito as error:
        where = _posto(text, _primo_non_finito(text), riga)
        raise CorpoIllegibile(f"{error} alla {where} non è un numero: va scritto un valore finito.") from None
    except _Ripetuto:
        name, start = _secondo(text)
        where = _posto(text, start, riga)
        raise CorpoIllegibile(
            f"Un oggetto del JSON ripete il nome «{passo(name)}» alla {where}: va scritto una volta sola."
        ) from None
    except CorpoIllegibile:
        raise
    except ValueError:
        # an integer with thousands of digits
        raise CorpoIllegibile("Un numero del JSON è troppo lungo: va accorciato.") from None


def _decimal(digits: str) -> Decimal:
    """Read a number; one past any measure becomes one as far past, which every field refuses with its path."""
    try:
        number = Decimal(digits)
    except InvalidOperation:
        raise CorpoIllegibile("Un numero del JSON è fuori misura: va corretto.") from None
    if not number or abs(number.adjusted()) <= _FARTHEST:
        return number
    return Decimal((number.is_signed(), (1,), _FARTHEST if number.adjusted() > 0 else -_FARTHEST))


class _NonFinito(Exception):  # noqa: N818 - in the words of the field
    """NaN, or an infinity, stands for a number."""


class _Ripetuto(Exception):  # noqa: N818 - as above
    """An object has a name twice."""


def _constant(name: str) -> NoReturn:
    raise _NonFinito(name)


def _posto(text: str, start: int, riga: int) -> str:
    """Return the line and the column of a place in a text."""
    return f"riga {text.count(chr(10), 0, start) + riga}, colonna {start - text.rfind(chr(10), 0, start)}"


def _primo_non_finito(text: str) -> int:
    """Return the place of the first number that is none, which no string holds."""
    return next((one.start() for one in _NON_FINITI.finditer(text) if one[1]), 0)


def _secondo(text: str) -> tuple[str, int]:
    """Return the first name that an object has twice, and where it comes again."""
    open_: list[set[str]] = []
    for found in _NOMI.finditer(text):
        if found[3] == "{":
            open_.append(set())
        elif found[3]:
            open_.pop()
        elif found[2]:
            name = json.loads(found[1])
            if name in open_[-1]:
                return name, found.start()
            open_[-1].add(name)
    return "", 0


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Ripetuto
    return found
