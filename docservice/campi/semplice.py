"""What every simple field is: its messages, its other names, and the fast way to read its values (see `rapida`).

`Testo().lettore().molti(["a", "b"])` → `(["a", "b"], True)`; `.molti(["a", 1])` → `(["a", None], False)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final, TypeVar

from marshmallow import fields

from docservice.campi.lettore import Lettore, lettore_di
from docservice.campi.parole import ConParole

T = TypeVar("T")

OBBLIGATORIO: Final = "Dato obbligatorio mancante, va indicato."
MESSAGES: dict[str, str | list[Any] | dict[Any, Any]] = {
    "required": OBBLIGATORIO,
    "null": "Il valore non può essere nullo, va indicato; altrimenti va tolto il campo.",
    "null_obbligatorio": "Il valore non può essere nullo, va indicato.",
    "null_in_lista": "L’elemento non può essere nullo, va indicato; altrimenti va tolto dalla lista.",
    "validator_failed": "Valore non ammesso, va corretto.",
}
_RICORDATI: Final = 1024
"""Values that a field whose values recur keeps, the last used."""


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
