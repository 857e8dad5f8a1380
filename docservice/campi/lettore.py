"""A fast way to read raw values, which accepts and never says what is wrong: that is left to the schema (see `rapida`).

`lettore_di(int, lambda values: list(map(int, values))).molti(["1", "2"])` → `([1, 2], True)`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from marshmallow import ValidationError


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
