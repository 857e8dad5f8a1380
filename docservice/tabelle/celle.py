"""Cells as people write them, to the values that fields read: Italian days and decimals, yes and no, codes.

`valore("22/6/2009", Giorno())` → `"2009-06-22"`; `valore("1.234,5", Decimale())` → `"1234.5"`.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from marshmallow import ValidationError

from docservice.campi.fields import Codice, Decimale, Giorno, Intero, Scelta, SiNo
from docservice.campi.semplice import Semplice
from docservice.formati import italiano
from docservice.law.italiano import giorno
from docservice.tabelle.foglio import MAX_NOME, Cella, Rotta

_NOT_CODE = re.compile(r"[\s.\-/]")


class CellaIllegibile(ValueError):  # noqa: N818 - in the words of the field
    """The cell cannot be read; its text says why and what to write."""


def semplice(testo: str) -> str:
    """Return a text without case, accents and punctuation, its words one space apart."""
    letters = unicodedata.normalize("NFKD", testo.casefold())
    plain = "".join(c if c.isalnum() else " " for c in letters if not unicodedata.combining(c))
    return " ".join(plain.split())


def valore(cella: Cella, campo: Semplice[Any]) -> Any:
    """Return what a cell says for a field, as its schema takes it from JSON; raise `CellaIllegibile`."""
    if isinstance(cella, Rotta):
        raise CellaIllegibile(
            "La cella contiene un errore, o una formula di cui il file non ha il risultato: va scritto il valore."
        )
    if isinstance(cella, str):
        cella = cella.replace("\xa0", " ").replace("\r\n", "\n").strip()
    try:
        raw = _read(cella, campo)
        campo.deserialize(raw)
    except italiano.TestoIllegibile as error:
        raise CellaIllegibile(str(error)) from None
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
    return cella.isoformat() if isinstance(cella, date) else italiano.giorno(_testo(cella))


def _si_no(cella: Cella) -> bool:
    return cella if isinstance(cella, bool) else italiano.si_no(semplice(_testo(cella)[:MAX_NOME]))


def _numero(cella: Cella, campo: Intero | Decimale) -> Any:
    if isinstance(cella, int | Decimal) and not isinstance(cella, bool):
        return cella
    return italiano.numero(_testo(cella), campo)


def _scelta(text: str, ammessi: tuple[str, ...]) -> str:
    """Return the word of the list that a text says, whatever its case and accents; else the text, to be refused."""
    return text if len(text) > MAX_NOME else _parole(ammessi).get(semplice(text), text)


@cache
def _parole(ammessi: tuple[str, ...]) -> dict[str, str]:
    """Return the words of a list by how each reads; of two that read alike, the first."""
    return {semplice(word): word for word in reversed(ammessi)}
