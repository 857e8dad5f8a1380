"""The fast way to read an object: it only ever accepts, and what it accepts is what the schema would return.

It is made of the schema's own fields, so nothing is declared twice. Whatever it is not sure of (a name the schema does
not have, one that is missing, a value that its field refuses, a schema with checks of its own) it leaves to the schema,
which reads again from the start and says what is wrong: the messages, their order and their paths are the schema's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any, Final, TypeVar

from marshmallow import RAISE, Schema, ValidationError, fields, missing

T = TypeVar("T")
Lettore = Callable[[Any], Any]
"""Takes a raw value, returns the loaded one; raises one of `DUBBI` where only the schema can tell."""

_RICORDATI: Final = 1024
"""Values that a field whose values recur keeps, the last used."""
_FORME: Final = 256
"""Sets of names that an object's reader keeps."""
_BREVE: Final = 100
"""Elements of a list that is read whole. Those of a longer one are read by its field one by one, so that a doubt on one
costs no other."""


class Dubbio(Exception):  # noqa: N818 - in the words of the field
    """Only the schema can tell."""


DUBBI: Final = (Dubbio, ValidationError, TypeError)
"""A field's refusal among them; TypeError is of a list or an object where a text or a number should be."""


def tenta(read: Lettore | None, value: Any) -> Any | None:
    """Return what the fast way reads, None where there is none or it is not sure."""
    if read is None:
        return None
    try:
        return read(value)
    except DUBBI:
        return None


class Semplice(fields.Field[T]):
    """A field whose loaded value follows from the raw one alone, which it refuses when null.

    Where `ricorre`, few values come over and over (days, hours, words of a list): what each gives is kept. Equal raw
    values of one type must give equal loaded ones. Not for what tells a person.
    """

    ricorre = True


@cache
def lettore(schema: type[Schema]) -> Lettore | None:
    """Return the fast way to read an object of this schema, or None where the schema has checks that it cannot know."""
    instance = schema()
    hooks = {name for entered in instance._hooks.values() for name, *_ in entered}  # noqa: SLF001 - nothing else tells
    if hooks - getattr(schema, "innocui", frozenset()) or instance.unknown != RAISE or instance.partial:
        return None
    readers = {name: del_campo(field) for name, field in instance.load_fields.items()}
    required = {name for name, field in instance.load_fields.items() if field.required}
    if len(instance.load_fields) != len(instance.fields) or None in readers.values():
        return None
    return _oggetto({name: reader for name, reader in readers.items() if reader is not None}, required)


def _oggetto(readers: Mapping[str, Lettore], required: set[str]) -> Lettore:
    plans: dict[tuple[str, ...], list[tuple[str, Lettore]]] = {}

    def plan(names: tuple[Any, ...]) -> list[tuple[str, Lettore]]:
        if not required <= set(names) <= readers.keys():
            raise Dubbio
        if len(plans) >= _FORME:
            plans.clear()
        # in the order of the schema, not of the client
        plans[names] = [(name, reader) for name, reader in readers.items() if name in names]
        return plans[names]

    def read(value: Any) -> dict[str, Any]:
        if type(value) is not dict:
            raise Dubbio
        names = tuple(value)
        return {name: reader(value[name]) for name, reader in plans.get(names) or plan(names)}

    return read


def del_campo(field: fields.Field[Any]) -> Lettore | None:
    """Return the fast way to read the values of a field, or None where it does more than its kind does."""
    more = field.validators or field.pre_load or field.post_load or field.allow_none
    if more or field.load_default is not missing or field.data_key is not None or field.attribute is not None:
        return None
    if isinstance(field, Semplice):
        return _semplice(field)
    if isinstance(field, fields.Nested):
        return _gruppo(field)
    return _lista(field) if isinstance(field, fields.List) else None


def _semplice(field: Semplice[Any]) -> Lettore:
    read = field._deserialize  # noqa: SLF001 - what is done around it has been looked at

    def anew(value: Any) -> Any:
        return read(value, None, None)

    # by type too: true is not 1
    return lru_cache(_RICORDATI, typed=True)(anew) if field.ricorre else anew


def _gruppo(field: fields.Nested) -> Lettore | None:
    schema = field.nested
    if field.only is not None or field.exclude or field.many or field.unknown:
        return None
    return lettore(schema) if isinstance(schema, type) and issubclass(schema, Schema) else None


def _lista(field: fields.List[Any]) -> Lettore | None:
    inner = del_campo(field.inner)
    if inner is None:
        return None
    least, most = getattr(field, "minimo", 0), min(_BREVE, getattr(field, "massimo", _BREVE))

    def read(value: Any) -> list[Any]:
        if type(value) is not list or not least <= len(value) <= most:
            raise Dubbio
        return [inner(item) for item in value]

    return read
