"""What every simple field is: its messages, its other names, and the fast way to read its values (see `rapida`).

`Testo().lettore().molti(["a", "b"])` → `(["a", "b"], True)`; `.molti(["a", 1])` → `(["a", None], False)`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, TypeVar

from marshmallow import ValidationError, fields

from docservice.campi.parole import ConParole

T = TypeVar("T")

MESSAGES: dict[str, str | list[Any] | dict[Any, Any]] = {
    "required": "Dato obbligatorio mancante, va indicato.",
    "null": "Il valore non può essere nullo, va indicato; altrimenti va tolto il campo.",
    "validator_failed": "Valore non ammesso, va corretto.",
}
_RICORDATI: Final = 1024
"""Values that a field whose values recur keeps, the last used."""


class Dubbio(Exception):  # noqa: N818 - in the words of the field
    """Only the schema can tell."""


DUBBI: Final = (Dubbio, ValidationError, TypeError)
"""A field's refusal among them; TypeError is of a list or an object where a text or a number should be."""


@dataclass(frozen=True, slots=True)
class Lettore:
    """The fast way to read raw values.

    `uno` returns what one is loaded as, or raises one of `DUBBI` where only the schema can tell. `molti` returns that
    of each of many, None where only the schema can tell, and whether it is sure of all.
    """

    uno: Callable[[Any], Any]
    molti: Callable[[Sequence[Any]], tuple[list[Any], bool]]


def lettore_di(one: Callable[[Any], Any], many: Callable[[Sequence[Any]], list[Any]]) -> Lettore:
    """Return the fast way made of two that raise one of `DUBBI`: what cannot be read together is read one by one."""

    def each(values: Sequence[Any]) -> tuple[list[Any], bool]:
        try:
            return many(values), True
        except DUBBI:
            return [tenta(one, value) for value in values], False

    return Lettore(one, each)


def tenta(read: Callable[[Any], Any], value: Any) -> Any | None:
    """Return what a value is loaded as, None where only the schema can tell."""
    try:
        return read(value)
    except DUBBI:
        return None


class Semplice(ConParole, fields.Field[T]):
    """A field whose loaded value follows from the raw one alone, which it refuses when null.

    Its values are taken to be few that come over and over (days, hours, words of a list): what each gives is kept, and
    equal raw values of one type must give equal loaded ones. What may tell a person has a `lettore` of its own.
    """

    default_error_messages = MESSAGES

    def __init__(self, *, sinonimi: Sequence[str] = (), maiuscolo: bool = False, **options: Any) -> None:
        """Make a field: tables call it by its `sinonimi` too, and write it without spaces, capital, if `maiuscolo`."""
        self.sinonimi, self.maiuscolo = tuple(sinonimi), maiuscolo
        super().__init__(**options)

    def lettore(self) -> Lettore:
        """Return the fast way to read its values."""
        # by type too: true is not 1
        one = lru_cache(_RICORDATI, typed=True)(self.da_solo)

        def many(values: Sequence[Any]) -> list[Any]:
            if len(set(map(type, values))) > 1:
                return list(map(one, values))
            found = {value: one(value) for value in set(values)}
            return list(map(found.__getitem__, values))

        return lettore_di(one, many)

    def _validate(self, value: Any) -> None:
        # marshmallow makes its checks anew at every value, if only to find that there is none
        if self.validators:
            super()._validate(value)

    def da_solo(self, value: Any) -> T:
        """Return the loaded value of one whose place does not matter."""
        return self._deserialize(value, None, None)
