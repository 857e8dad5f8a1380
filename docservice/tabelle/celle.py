"""Cells as people write them, to the values that fields read: Italian days and decimals, yes and no, codes.

`valore("22/6/2009", Giorno())` → `"2009-06-22"`; `valore("1.234,5", Decimale())` → `"1234.5"`.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from marshmallow import ValidationError

from docservice.campi.fields import Codice, Decimale, Giorno, Intero, Scelta, SiNo
from docservice.campi.parole import semplice
from docservice.campi.semplice import Semplice
from docservice.law.italiano import giorno
from docservice.tabelle.foglio import MAX_NOME, Cella, Rotta

__all__ = ["CellaIllegibile", "semplice", "valore"]

_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_SHORT_YEAR = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2}")
_GROUPED = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?")
_COMMA = re.compile(r"-?\d+,\d+")
_YES, _NO = frozenset({"si", "s", "x", "vero", "true", "1"}), frozenset({"no", "n", "falso", "false", "0"})
_NOT_CODE = re.compile(r"[\s.\-/]")


class CellaIllegibile(ValueError):  # noqa: N818 - in the words of the field
    """The cell cannot be read; its text says why and what to write."""


def valore(cella: Cella, campo: Semplice[Any]) -> Any:
    """Return what a cell says for a field, as its schema takes it from JSON; raise `CellaIllegibile`."""
    if isinstance(cella, Rotta):
        raise CellaIllegibile(
            "La cella contiene un errore, o una formula di cui il file non ha il risultato: va scritto il valore."
        )
    if isinstance(cella, str):
        cella = cella.replace("\xa0", " ").replace("\r\n", "\n").strip()
    raw = _read(cella, campo)
    try:
        campo.deserialize(raw)
    except ValidationError as error:
        raise CellaIllegibile(" ".join(map(str, error.messages))) from None
    return raw


def _read(cella: Cella, campo: Semplice[Any]) -> Any:
    match campo:
        case Giorno():
            return _giorno(cella)
        case SiNo():
            return _si_no(cella)
        case Intero() | Decimale():
            return _numero(cella, campo)
        case Scelta():
            return _scelta(_testo(cella), campo.ammessi)
        case Codice() if isinstance(cella, int):
            # a sheet drops the zeros a code begins with
            longest = campo.metadata["maxLength"]
            padded = str(cella).zfill(longest)
            return padded if re.fullmatch(campo.forma, padded) else str(cella)
        case _:
            text = _testo(cella)
            return _NOT_CODE.sub("", text).upper() if campo.maiuscolo else text


def _testo(cella: Cella) -> str:
    if isinstance(cella, bool):
        return "sì" if cella else "no"
    if isinstance(cella, date):
        return giorno(cella)
    return f"{cella:f}" if isinstance(cella, Decimal) else str(cella)


def _giorno(cella: Cella) -> str:
    if isinstance(cella, date):
        return cella.isoformat()
    text = _testo(cella)
    if found := _DAY.fullmatch(text):
        day, month, year = map(int, found.groups())
        return f"{year:04}-{month:02}-{day:02}"
    if _SHORT_YEAR.fullmatch(text):
        raise CellaIllegibile("L’anno va scritto con quattro cifre, per esempio 22/06/2009.")
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return text
    raise CellaIllegibile("Serve una data, nella forma gg/mm/aaaa, per esempio 22/06/2009.")


def _si_no(cella: Cella) -> bool:
    if isinstance(cella, bool):
        return cella
    word = semplice(_testo(cella)[:MAX_NOME])
    if word in _YES | _NO:
        return word in _YES
    raise CellaIllegibile("Serve sì oppure no.")


def _numero(cella: Cella, campo: Intero | Decimale) -> Any:
    if isinstance(cella, int | Decimal) and not isinstance(cella, bool):
        return cella
    text = _testo(cella).removeprefix("€").removesuffix("€").strip().replace(" ", "")
    places = campo.decimali if isinstance(campo, Decimale) else 0
    if _GROUPED.fullmatch(text):
        if "," not in text and text.count(".") == 1 and places >= 3:  # noqa: PLR2004 - a group is of three digits
            whole = text.replace(".", "")
            comma = text.replace(".", ",")
            raise CellaIllegibile(f"Il numero {text} si può leggere in due modi: va scritto {whole} oppure {comma}.")
        return text.replace(".", "").replace(",", ".")
    return text.replace(",", ".") if _COMMA.fullmatch(text) else text


def _scelta(text: str, ammessi: tuple[str, ...]) -> str:
    """Return the word of the list that a text says, whatever its case and accents; else the text, to be refused."""
    return text if len(text) > MAX_NOME else _parole(ammessi).get(semplice(text), text)


@cache
def _parole(ammessi: tuple[str, ...]) -> dict[str, str]:
    """Return the words of a list by how each reads; of two that read alike, the first."""
    return {semplice(word): word for word in reversed(ammessi)}
