"""Data as a template sees it: every value knows its JSON pointer, and none can become markup.

A value prints only through the environment's `finalize`; turning one into a string by hand is an error, so that no
template can glue values into what is parsed afterwards.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from marshmallow import Schema, fields

from docservice.campi.blocco import istanza
from docservice.campi.fields import Decimale, Euro, Giorno, Intero, Testo
from docservice.law.italiano import giorno, giorno_esteso, importo, numero
from docservice.text.unbroken import NBSP, hold, hold_typed

_DAY, _FIGURE, _CODE, _NAME = 18, 8, 16, 28
"""Characters of a day in full, of a number, of a code, of a name."""
_LABEL, _ROOM = 40, 2
"""Characters of a text that is a number or a mark, of which an example tells the length; those it has beside it."""


def awaited(field: fields.Field[Any] | None) -> int:
    """Return about how many characters a field awaits, 0 if nobody knows."""
    match field:
        case Giorno():
            return _DAY
        case Intero() | Decimale():
            return _FIGURE
        case Testo() if field.esempio and field.massimo <= _LABEL:
            return len(str(field.esempio)) + _ROOM
        case Testo():
            return min(max(field.massimo, _FIGURE), _NAME) if field.massimo > _CODE else max(field.massimo, 3)
        case _:
            return 0


class CampoIgnoto(LookupError):  # noqa: N818 - in the words of the field
    """A template names a field that the schema does not have."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A datum not given: false, and prints as a line to fill by hand; so does whatever is asked of it."""

    pointer: str
    field: fields.Field[Any] | None = dataclasses.field(default=None, kw_only=True, compare=False, repr=False)

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __getitem__(self, key: str) -> Blank:
        schema = self.field.schema if isinstance(self.field, fields.Nested) else None
        return Blank(f"{self.pointer}/{key}", field=schema.fields.get(key) if isinstance(schema, Schema) else None)

    @property
    def length(self) -> int:
        """About how many characters are awaited here, 0 if nobody knows."""
        return awaited(self.field)

    def __str__(self) -> str:
        raise TypeError(f"{self.pointer}: un valore si stampa da solo, non si unisce a un testo")


@dataclass(frozen=True, slots=True, eq=False)
class Datum:
    """A value given. True when it says something: a boolean its own value, a text more than white space."""

    raw: Any
    pointer: str | None

    @property
    def value(self) -> Any:
        """The value, for whoever asks what it is."""
        return self.raw

    def __bool__(self) -> bool:
        if isinstance(self.raw, bool):
            return self.raw
        return not isinstance(self.raw, str) or bool(self.raw.strip())

    def __eq__(self, other: object) -> bool:
        return bool(self.value == (other.value if isinstance(other, Datum) else other))

    def __hash__(self) -> int:
        return hash(self.value)

    def __str__(self) -> str:
        raise TypeError(f"{self.pointer}: un valore si stampa da solo, non si unisce a un testo")

    @property
    def text(self) -> str:
        """The value as it prints: text as typed, save what holds on a line; days in full, Italian numbers."""
        if isinstance(self.raw, str):
            return hold_typed(self.raw) if self.pointer else hold(self.raw)  # what the law lends is of the form
        if isinstance(self.raw, bool):
            raise TypeError(f"{self.pointer}: un sì o no si stampa con una casella")
        return _printed(self.raw, f"{type(self.raw).__name__} {self.raw}")

    def breve(self) -> Datum:
        """Return the value to print as tables do."""
        return DatumBreve(self.raw, self.pointer)


@lru_cache(maxsize=4096)
def _printed(value: Any, told: str) -> str:
    """Return a day or a number as it prints; `told` tells apart values equal that print otherwise, as 1 and 1.00."""
    del told
    if isinstance(value, date):
        return giorno_esteso(value).replace(" ", NBSP)
    if isinstance(value, Euro):
        return importo(value)
    return numero(value) if isinstance(value, int | Decimal) else str(value)


class DatumBreve(Datum):
    """A day as tables print it, 22/06/2009; any other value as it is."""

    @property
    def text(self) -> str:
        """The value as it prints."""
        return _short(self.raw) if isinstance(self.raw, date) else Datum(self.raw, self.pointer).text


@lru_cache(maxsize=4096)
def _short(day: date) -> str:
    return giorno(day)


def measured(raw: Any) -> date | int | Decimal | None:
    """Return a value as loaded if it is a day or a number."""
    return raw if isinstance(raw, date | int | Decimal) and not isinstance(raw, bool) else None


class View:
    """An object of the data; its fields are reached by name and must be in the schema."""

    def __init__(self, value: Mapping[str, Any], pointer: str, schema: Schema) -> None:
        self._value, self._pointer, self._schema = value, pointer, schema

    def __getitem__(self, key: str) -> Any:
        field = self._schema.fields.get(key)
        if field is None:
            raise CampoIgnoto(f"{self._pointer}/{key}")
        pointer = f"{self._pointer}/{key}"
        return wrap(self._value[key], pointer, field) if key in self._value else Blank(pointer, field=field)

    def __bool__(self) -> bool:
        return True

    @property
    def pointer(self) -> str:
        """The JSON pointer of the object."""
        return self._pointer

    def raw(self, key: str) -> Any:
        """Return a value as loaded, None if it was not given."""
        return self._value.get(key)

    def names(self) -> list[str]:
        """Return the names of the fields, given or not."""
        return list(self._schema.fields)


def wrap(value: Any, pointer: str, field: fields.Field[Any]) -> Any:
    """Give a loaded value its pointer, going down into objects and lists."""
    if isinstance(field, fields.Nested):
        schema = field.schema
        return View(value, pointer, schema) if isinstance(schema, Schema) else None
    if isinstance(field, fields.List):
        return [wrap(item, f"{pointer}/{index}", field.inner) for index, item in enumerate(value)]
    datum = Datum(value, pointer)
    return datum if datum or isinstance(value, bool) else Blank(pointer, field=field)


def lent(value: Any) -> Any:
    """Wrap what the law lends: values without a pointer, inside lists and objects too; a truth value stays itself."""
    if isinstance(value, Mapping):
        return {name: lent(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [lent(item) for item in value]
    return value if isinstance(value, bool) else Datum(value, None)


def context(schema: type[Schema], dati: Mapping[str, Any]) -> dict[str, Any]:
    """Return the names a template may use: every field of the schema, absent ones as blanks."""
    root = View(dati, "", istanza(schema))
    return {name: root[name] for name in root.names()}
