"""Strict marshmallow fields: nothing is coerced in silence, every message is Italian and says the remedy.

Each field carries in `metadata` its own JSON Schema, so that the published contract is what is enforced.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Any

from marshmallow import ValidationError, fields

from docservice.law.finding import scrivi
from docservice.modelli.caratteri import ANY, NOT_SPACE, refused
from docservice.modelli.rapida import Lettore, Semplice, del_campo, tenta

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2100, 12, 31)
_NOISE = Decimal("1e-9")
LUNGHEZZA = 20
"""Longest number written as a string, in characters."""
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")

MESSAGES: dict[str, str | list[Any] | dict[Any, Any]] = {
    "required": "Dato obbligatorio mancante: va indicato.",
    "null": "Il valore non può essere nullo: va indicato, oppure il campo va tolto.",
    "validator_failed": "Valore non ammesso.",
}
POCHI = "La lista è vuota: va indicato almeno un elemento."
TROPPI = "La lista può avere al massimo {massimo} elementi."
_OBJECT_MESSAGES = {**MESSAGES, "type": "Qui serve un oggetto, con i suoi campi."}
_LIST_MESSAGES = {**MESSAGES, "invalid": "Qui serve una lista (in JSON, fra parentesi quadre)."}


class Testo(Semplice[str]):
    """Text printed as typed, 1 to `massimo` characters; a required one holds more than white space.

    An optional text may be empty, which counts as not given.
    """

    default_error_messages = MESSAGES
    ricorre = False

    def __init__(self, massimo: int = 200, **options: Any) -> None:
        self.massimo = massimo
        pattern = f"^{ANY}*{NOT_SPACE}{ANY}*$" if options.get("required") else f"^{ANY}*$"
        schema = {"type": "string", "minLength": int(bool(options.get("required"))), "maxLength": massimo}
        super().__init__(metadata={**schema, "pattern": pattern}, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        del attr, data, kwargs
        if not isinstance(value, str):
            raise ValidationError("Serve un testo (in JSON, fra virgolette).")
        faults = []
        if len(value) > self.massimo:
            faults.append(f"Il testo è lungo {len(value)} caratteri: al massimo possono essere {self.massimo}.")
        if character := refused(value):
            faults.append(f"Il carattere {character} non si può stampare: va tolto o sostituito.")
        if self.required and not value.strip():
            faults.append("Il testo è vuoto: va scritto.")
        if faults:
            raise ValidationError(faults)
        return value


class Codice(Semplice[str]):
    """Text of a fixed shape: `pattern` in full, `guida` says what it looks like."""

    default_error_messages = MESSAGES

    def __init__(self, pattern: str, guida: str, massimo: int, **options: Any) -> None:
        self.forma = pattern
        self._pattern = re.compile(pattern, re.ASCII)
        self.guida = guida
        super().__init__(metadata={"type": "string", "maxLength": massimo, "pattern": f"^{pattern}$"}, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        del attr, data, kwargs
        if not isinstance(value, str) or not self._pattern.fullmatch(value):
            raise ValidationError(f"Il valore non ha la forma giusta: {self.guida}.")
        return value


class Scelta(Semplice[str]):
    """One of a closed list of words."""

    default_error_messages = MESSAGES

    def __init__(self, *ammessi: str, **options: Any) -> None:
        self.ammessi = ammessi
        super().__init__(metadata={"type": "string", "enum": list(ammessi)}, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        del attr, data, kwargs
        if not isinstance(value, str) or value not in self.ammessi:
            raise ValidationError(f"Valore non ammesso: va scelto fra {', '.join(self.ammessi)}.")
        return value


class Giorno(Semplice[date]):
    """A day as `YYYY-MM-DD`, from 1900 to 2100."""

    default_error_messages = MESSAGES
    _shape = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

    def __init__(self, **options: Any) -> None:
        schema = {"type": "string", "format": "date", "maxLength": 10}
        super().__init__(metadata={**schema, "pattern": r"^(19[0-9]{2}|20[0-9]{2}|2100)-[0-9]{2}-[0-9]{2}$"}, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> date:
        del attr, data, kwargs
        if not isinstance(value, str) or not self._shape.fullmatch(value):
            raise ValidationError("La data va scritta come testo nella forma AAAA-MM-GG, per esempio 2009-06-22.")
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise ValidationError("Questa data non esiste: vanno controllati il mese e il giorno.") from None
        if not FIRST_DAY <= day <= LAST_DAY:
            raise ValidationError("L’anno deve essere compreso fra il 1900 e il 2100.")
        return day


class SiNo(Semplice[bool]):
    """true or false, and nothing that resembles them."""

    default_error_messages = MESSAGES

    def __init__(self, **options: Any) -> None:
        super().__init__(metadata={"type": "boolean"}, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> bool:
        del attr, data, kwargs
        if not isinstance(value, bool):
            raise ValidationError("Serve vero o falso: va scritto true oppure false (in JSON senza virgolette).")
        return value


class Intero(Semplice[int]):
    """A whole number, or its digits as a string, between `minimo` and `massimo`."""

    default_error_messages = MESSAGES

    def __init__(self, minimo: int = 0, massimo: int = 999_999, **options: Any) -> None:
        self.minimo, self.massimo = minimo, massimo
        pattern = f"^{_not_under(minimo)}{_up_to(massimo)}$"
        self._digits = re.compile(pattern)
        number = {"type": "integer", "minimum": minimo, "maximum": massimo, "format": "int32"}
        digits = {"type": "string", "pattern": pattern, "maxLength": LUNGHEZZA}
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
            raise ValidationError(f"Il numero deve essere compreso fra {self.minimo} e {self.massimo}.")
        return number


class Decimale(Semplice[Decimal]):
    """A number, or its decimal string with a point, with at most `decimali` places; never rounded.

    Only the noise of a client's binary floats (0.30000000000000004) is taken off a JSON number.
    """

    default_error_messages = MESSAGES

    def __init__(self, minimo: str = "0", massimo: str = "999999999", decimali: int = 2, **options: Any) -> None:
        self.minimo, self.massimo, self.decimali = Decimal(minimo), Decimal(massimo), decimali
        number = {"type": "number", "minimum": _number(self.minimo), "maximum": _number(self.massimo)}
        number["multipleOf"] = _number(Decimal(1).scaleb(-decimali))
        pattern = f"^{_not_under(self.minimo)}{_up_to(int(massimo), decimali)}$"
        self._digits = re.compile(pattern)
        digits = {"type": "string", "pattern": pattern, "maxLength": LUNGHEZZA}
        super().__init__(metadata={"anyOf": [number, digits]}, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Decimal:
        del attr, data, kwargs
        number = self._read(value)
        if number is None:
            raise ValidationError("Serve un numero, per esempio 37.50 (in una tabella anche 37,50).")
        if not self.minimo <= number <= self.massimo or (isinstance(value, str) and value.startswith("-")):
            raise ValidationError(f"Il numero deve essere compreso fra {scrivi(self.minimo)} e {scrivi(self.massimo)}.")
        rounded = round(number, self.decimali)
        if isinstance(value, Decimal) and abs(number - rounded) < _NOISE:
            return rounded + 0  # without the sign that a zero may have
        if number != rounded or (isinstance(value, str) and not self._digits.fullmatch(value)):
            raise ValidationError(f"Il numero può avere al massimo {self.decimali} decimali.")
        return number

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
    """An amount of money, in euro and cents."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Decimal:
        return Euro(super()._deserialize(value, attr, data, **kwargs))


def _number(value: Decimal) -> int | float:
    # JSON Schema wants a number here; it bounds, it never enters a computation
    return int(value) if value == value.to_integral_value() else float(value)


def _not_under(minimo: Decimal | int) -> str:
    # the least is 0 or the smallest step over it
    return "" if minimo <= 0 else r"(?!0+(\.0+)?$)"


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


class Gruppo(fields.Nested):
    """An object with its own fields, read the fast way where it is plainly good (see `rapida`)."""

    default_error_messages = _OBJECT_MESSAGES

    @cached_property
    def _rapido(self) -> Lettore | None:
        return del_campo(self)

    def deserialize(
        self, value: Any, attr: str | None = None, data: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> Any:
        """Read an object, or raise ValidationError with all its faults."""
        found = None if kwargs else tenta(self._rapido, value)
        return super().deserialize(value, attr, data, **kwargs) if found is None else found


class Lista(fields.List[Any]):
    """A list of at most `massimo` elements, and of one at least unless it may be empty."""

    default_error_messages = _LIST_MESSAGES

    def __init__(self, elemento: fields.Field[Any], massimo: int = 100, *, vuota: bool = True, **options: Any) -> None:
        self.massimo, self.minimo = massimo, 0 if vuota else 1
        bounds = {"maxItems": massimo} if vuota else {"minItems": 1, "maxItems": massimo}
        super().__init__(elemento, metadata=bounds, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> list[Any]:
        # before its elements are read: there may be millions
        if isinstance(value, list) and len(value) > self.massimo:
            raise ValidationError(TROPPI.format(massimo=self.massimo))
        if isinstance(value, list) and len(value) < self.minimo:
            raise ValidationError(POCHI)
        return super()._deserialize(value, attr, data, **kwargs)
