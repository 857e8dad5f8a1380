"""What goes through the fence: bytes to read one way, data the other, and neither can run anything.

A request is a line of JSON and then the bytes as they are: `["pdf", b"%PDF-…"]` goes as `["pdf", {"byte": 812}]` and
812 bytes. An outcome is a line of JSON: `[["javascript"], null, ""]`, or `[null, "TabellaIllegibile", "Il file è…"]`;
what JSON has not, decimals and days, goes as `{"decimale": "2.50"}` and `{"giorno": "2009-06-22"}`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, BinaryIO, Final, NoReturn

_BYTE, _DECIMALE, _GIORNO = "byte", "decimale", "giorno"
_CIFRE: Final = 400
"""Most characters of a decimal, and how far its digits may be from the point."""
_PARTI: Final = 3


class NonDetto(ValueError):  # noqa: N818 - in the words of the field
    """What came back is no outcome: it was cut short, or whoever wrote it does not know how."""


def richiesta(ordine: Mapping[str, Any], chiamate: Sequence[Sequence[Any]]) -> bytes:
    """Return what is written to the process: what to do, the arguments of each call, the bytes among them."""
    told = [[{_BYTE: len(one)} if isinstance(one, bytes) else one for one in call] for call in chiamate]
    header = json.dumps({**ordine, "chiamate": told}).encode()
    return b"".join([header, b"\n", *(one for call in chiamate for one in call if isinstance(one, bytes))])


def ordine(asked: BinaryIO) -> dict[str, Any]:
    """Read what to do."""
    found: dict[str, Any] = json.loads(asked.readline())
    return found


def argomenti(asked: BinaryIO, chiamate: Sequence[Sequence[Any]]) -> Iterator[list[Any]]:
    """Read the arguments of each call, when its turn comes."""
    for call in chiamate:
        yield [asked.read(one[_BYTE]) if isinstance(one, dict) else one for one in call]


def scritto(esito: Any, errore: str | None = None, messaggio: str = "") -> bytes:
    """Return an outcome as it travels; raise `TypeError` for what is no data."""
    return (
        json.dumps([esito, errore, messaggio], default=_scrivi, check_circular=False, separators=(",", ":")).encode(
            "ascii"
        )
        + b"\n"
    )


def letto(told: bytes) -> tuple[Any, str | None, str]:
    """Read an outcome: what was returned, or the kind and the message of what was raised; raise `NonDetto`."""
    try:
        found = json.loads(told, object_hook=_rileggi, parse_constant=_nessuno)
    except (ValueError, RecursionError) as error:
        raise NonDetto from error
    if not isinstance(found, list) or len(found) != _PARTI:
        raise NonDetto
    esito, errore, messaggio = found
    if not (errore is None or isinstance(errore, str)) or not isinstance(messaggio, str):
        raise NonDetto
    return esito, errore, messaggio


def _scrivi(value: Any) -> dict[str, str]:
    if isinstance(value, Decimal):
        return {_DECIMALE: str(value)}
    if type(value) is date:
        return {_GIORNO: value.isoformat()}
    raise TypeError(type(value).__name__)


def _rileggi(found: dict[str, Any]) -> Any:
    """Return the day or the decimal that an object stands for; any other is as it is."""
    if len(found) != 1:
        return found
    [(name, text)] = found.items()
    if name == _GIORNO:
        return date.fromisoformat(text) if isinstance(text, str) else _nessuno(name)
    return _decimale(text) if name == _DECIMALE else found


def _decimale(text: Any) -> Decimal:
    try:
        number = Decimal(text) if isinstance(text, str) and len(text) <= _CIFRE else _nessuno(_DECIMALE)
    except InvalidOperation:
        _nessuno(_DECIMALE)
    if not number.is_finite() or abs(number.adjusted()) > _CIFRE:
        _nessuno(_DECIMALE)
    return number


def _nessuno(what: str) -> NoReturn:
    raise NonDetto(what)
