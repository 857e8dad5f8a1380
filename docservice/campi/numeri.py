"""Fields that are numbers: nothing is rounded or coerced in silence.

`Decimale()` reads `"37.50"`, `37.5` and `38`; it refuses `"37,50"`, `true`, and `3.456`, which has a place too many.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from marshmallow import ValidationError

from docservice.campi.semplice import Semplice
from docservice.law.italiano import con_punto, numero

_NOISE, _PLACES = Decimal("1e-9"), 8
"""The noise of binary floats, at most; decimals that hold none of it."""
_WEEK = 168
_OF_THE_WEEK = "Servono le ore di una settimana: 173 al mese, o 2.080 l’anno, sono 40; i minuti vanno divisi per 60."
"""The hours of a week, and what is told of more."""
LUNGHEZZA = 20
"""Longest number written as a string, in characters."""
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def come_testo(number: Decimal) -> str:
    """Return as text a number of JSON that a field has accepted: the field reads in it what it read in the number.

    `come_testo(Decimal("17.999999999999996"))` → `"18"`, and of 1.8e1 too.
    """
    return con_punto(round(number, _PLACES) + 0)


class Intero(Semplice[int]):
    """A whole number, or its digits as a string, between `minimo` and `massimo`."""

    def __init__(self, minimo: int = 0, massimo: int = 999_999, **options: Any) -> None:
        self.minimo, self.massimo = minimo, massimo
        digits = _cifre(f"^{_up_to(massimo)}$", minimo)
        self._digits = re.compile(digits["pattern"])
        number = {"type": "integer", "minimum": minimo, "maximum": massimo, "format": "int32"}
        super().__init__(metadata={"anyOf": [number, digits]}, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> int:
        del attr, data, kwargs
        number: int | None = None
        if isinstance(value, int) and not isinstance(value, bool):
            number = value
        elif isinstance(value, Decimal) and value.is_finite() and value == value.to_integral_value():
            number = int(value) if abs(value) <= self.massimo else self.massimo + 1
        elif isinstance(value, str) and len(value) <= LUNGHEZZA and _NUMBER.fullmatch(value) and "." not in value:
            number = int(value)
        if number is None:
            raise ValidationError("Serve un numero intero, scritto in cifre.")
        if not self.minimo <= number <= self.massimo or (isinstance(value, str) and not self._digits.fullmatch(value)):
            raise ValidationError(f"Va scritto un numero fra {numero(self.minimo)} e {numero(self.massimo)}.")
        return number


class Decimale(Semplice[Decimal]):
    """A number, or its decimal string with a point, with at most `decimali` places; never rounded.

    It may have a sign where `minimo` is less than zero. Only the noise of a client's binary floats
    (0.30000000000000004) is taken off a JSON number.
    """

    def __init__(self, minimo: str = "0", massimo: str = "999999999", decimali: int = 2, **options: Any) -> None:
        self.minimo, self.massimo, self.decimali = Decimal(minimo), Decimal(massimo), decimali
        number = {"type": "number", "minimum": _number(self.minimo), "maximum": _number(self.massimo)}
        number["multipleOf"] = _number(Decimal(1).scaleb(-decimali))
        pattern = f"^{_up_to(int(massimo), decimali)}$"
        if self.minimo < 0:
            pattern = f"^(-{_up_to(int(-self.minimo), decimali)}|{_up_to(int(massimo), decimali)})$"
        digits = _cifre(pattern, self.minimo)
        self._digits = re.compile(pattern)
        super().__init__(metadata={"anyOf": [number, digits]}, **options)

    @property
    def con_segno(self) -> bool:
        """Whether the number may be below zero."""
        return self.minimo < 0

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Decimal:
        del attr, data, kwargs
        number = self._read(value)
        if number is None:
            raise ValidationError("Serve un numero, per esempio 37.50 (in una tabella o in un modulo anche 37,50).")
        signed = isinstance(value, str) and value.startswith("-")
        if not self.minimo <= number <= self.massimo or (signed and self.minimo >= 0):
            told = f"Va scritto un numero fra {numero(self.minimo)} e {numero(self.massimo)}."
            weekly = self.unita == "ore" and self.massimo == _WEEK < number
            raise ValidationError(f"{told} {_OF_THE_WEEK}" if weekly else told)
        rounded = round(number, self.decimali)
        if isinstance(value, Decimal) and abs(number - rounded) < _NOISE:
            return rounded + 0  # without the sign that a zero may have
        if number != rounded or (isinstance(value, str) and not self._digits.fullmatch(value)):
            raise ValidationError(f"Il numero può avere al massimo {self.decimali} decimali, va arrotondato.")
        return number + 0 if signed else number

    def _read(self, value: Any) -> Decimal | None:
        if isinstance(value, bool):
            return None
        if isinstance(value, str) and not (len(value) <= LUNGHEZZA and _NUMBER.fullmatch(value)):
            return None
        if not isinstance(value, int | Decimal | str):
            return None
        try:
            number = Decimal(value)
        except InvalidOperation:
            return None
        return number if number.is_finite() else None


class Euro(Decimal):
    """An amount of money, told from other numbers by those who print it: always with its cents."""


class Importo(Decimale):
    """An amount of money, in euro and cents; `con_segno=True` takes those below zero too."""

    def __init__(self, massimo: str = "999999999", *, con_segno: bool = False, **options: Any) -> None:
        super().__init__(f"-{massimo}" if con_segno else "0", massimo, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Decimal:
        return Euro(super()._deserialize(value, attr, data, **kwargs))


def _number(value: Decimal) -> int | float:
    # JSON Schema wants a number here; it bounds, it never enters a computation
    return int(value) if value == value.to_integral_value() else float(value)


def _cifre(pattern: str, minimo: Decimal | int) -> dict[str, Any]:
    """Return the schema of a number written as a string; the least is 0, the smallest step over it, or below.

    That it is not zero is told apart: many engines know no look-ahead.
    """
    digits = {"type": "string", "pattern": pattern, "maxLength": LUNGHEZZA}
    return digits if minimo <= 0 else {**digits, "not": {"pattern": r"^0+(\.0+)?$"}}


def _up_to(limit: int, decimals: int = 0) -> str:
    """Return the pattern of the numbers from 0 to `limit`, leading zeros and `decimals` places allowed."""
    digits = str(limit)
    shorter = [f"[0-9]{{1,{len(digits) - 1}}}"] if len(digits) > 1 else []
    same = [
        f"{digits[:place]}[0-{int(digit) - 1}]" + (f"[0-9]{{{rest}}}" if rest else "")
        for place, digit in enumerate(digits)
        if digit != "0" and (rest := len(digits) - place - 1) >= 0
    ]
    below = "|".join([*shorter, *same])
    if not decimals:
        return f"0*({below}|{limit})"
    return rf"0*(({below})(\.[0-9]{{1,{decimals}}})?|{limit}(\.0{{1,{decimals}}})?)"
