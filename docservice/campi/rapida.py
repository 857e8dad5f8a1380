"""The fast way to read objects: it only ever accepts, and what it accepts is what the schema would return.

It is made of the schema's own fields, so nothing is declared twice. Whatever it is not sure of (a name the schema does
not have, one that is missing, a value that its field refuses, a schema with checks of its own) it leaves to the schema,
which reads again from the start and says what is wrong: the messages, their order and their paths are the schema's.
Objects by the thousand are read column by column, where most of the work is Python's own (docs/decisioni/0008).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any, Final

from marshmallow import RAISE, Schema, fields, missing

from docservice.campi.lettore import Dubbio, Lettore, lettore_di, tenta
from docservice.campi.semplice import Semplice

_FORME: Final = 256
"""Sets of names that an object's reader keeps."""
_BREVE: Final = 100
"""Elements of a list that is read whole. Those of a longer one are read by its field, so that a doubt on one costs no
other."""


@cache
def lettore(schema: type[Schema]) -> Lettore | None:
    """Return the fast way to read objects of a schema, or None where it has checks that this cannot know."""
    instance = schema()
    hooks = {name for entered in instance._hooks.values() for name, *_ in entered}  # noqa: SLF001 - nothing else tells
    if hooks - getattr(schema, "innocui", frozenset()) or instance.unknown != RAISE or instance.partial:
        return None
    readers = {name: del_campo(field) for name, field in instance.load_fields.items()}
    required = {name for name, field in instance.load_fields.items() if field.required}
    known = {name: reader for name, reader in readers.items() if reader is not None}
    if len(known) < len(instance.fields):
        return None
    objects = _Oggetti(known, required)
    return Lettore(objects.one, objects.many)


class _Oggetti:
    """The fast way to read objects, given that of each of their fields, in the order of the schema."""

    def __init__(self, readers: Mapping[str, Lettore], required: Collection[str]) -> None:
        self._readers = readers
        self._required = required
        self._plans: dict[tuple[str, ...], list[str]] = {}

    def one(self, value: Any) -> dict[str, Any]:
        if type(value) is not dict:
            raise Dubbio
        return {name: self._readers[name].uno(value[name]) for name in self._plan(tuple(value))}

    def many(self, values: Sequence[Any]) -> tuple[list[Any], bool]:
        shapes = defaultdict(list)
        for place, value in enumerate(values):
            shapes[tuple(value) if type(value) is dict else None].append(place)
        if len(shapes) == 1:
            return self._alike(values, next(iter(shapes)))
        read: list[Any] = [None] * len(values)
        certain = True
        for names, places in shapes.items():
            some, sure = self._alike([values[place] for place in places], names)
            certain = certain and sure
            for place, one in zip(places, some, strict=True):
                read[place] = one
        return read, certain

    def _alike(self, values: Sequence[Any], names: tuple[Any, ...] | None) -> tuple[list[Any], bool]:
        """Read objects with the same names in the same order, name by name."""
        ordered = None if names is None else tenta(self._plan, names)
        if not names or ordered is None:
            return [tenta(self.one, value) for value in values], False
        columns = dict(zip(names, zip(*map(dict.values, values), strict=True), strict=True))
        read, sure = zip(*(self._readers[name].molti(columns[name]) for name in ordered), strict=True)
        objects = [dict(zip(ordered, cells, strict=True)) for cells in zip(*read, strict=True)]
        return (objects, True) if all(sure) else ([None if None in one.values() else one for one in objects], False)

    def _plan(self, names: tuple[Any, ...]) -> list[str]:
        """Return the names of an object in the order of the schema, not of the client."""
        if names not in self._plans:
            if not set(self._required) <= set(names) <= self._readers.keys():
                raise Dubbio
            if len(self._plans) >= _FORME:
                self._plans.clear()
            self._plans[names] = [name for name in self._readers if name in names]
        return self._plans[names]


def del_campo(field: fields.Field[Any]) -> Lettore | None:
    """Return the fast way to read the values of a field, or None where it does more than its kind does."""
    more = field.validators or field.pre_load or field.post_load or field.allow_none
    if more or field.load_default is not missing or field.data_key is not None or field.attribute is not None:
        return None
    if isinstance(field, Semplice):
        return field.lettore()
    if isinstance(field, fields.Nested):
        return _gruppo(field)
    return _lista(field) if isinstance(field, fields.List) else None


def _gruppo(field: fields.Nested) -> Lettore | None:
    schema = field.nested
    if field.only is not None or field.exclude or field.many or field.unknown:
        return None
    return lettore(schema) if isinstance(schema, type) and issubclass(schema, Schema) else None


def _lista(field: fields.List[Any]) -> Lettore | None:
    """Return how to read short lists."""
    inner = del_campo(field.inner)
    if inner is None:
        return None
    each, least, most = inner.uno, getattr(field, "minimo", 0), min(_BREVE, getattr(field, "massimo", _BREVE))

    def one(value: Any) -> list[Any]:
        if type(value) is not list or not least <= len(value) <= most:
            raise Dubbio
        return list(map(each, value))

    return lettore_di(one, lambda values: list(map(one, values)))
