"""Random payloads: good values of every field, and planted faults of every sort, the same at each run."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from enum import IntEnum
from random import Random
from typing import Any

from marshmallow import Schema, fields

from docservice.campi.fields import Codice, Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo
from docservice.modelli.catalogo import modello
from docservice.service import esempio

WITH_ROWS = (
    *("accordo-a", "accordo-b", "accordo-c", "accordo-d", "accordo-non-standard", "autodichiarazione-did"),
    *("decreto-deroga", "domanda-deroga", "elenco-lavoratori", "tabella-solidarieta"),
)

OF_ANOTHER_REGIME = {"elenco-lavoratori": {"apprendistato", "unita"}}
"""The data of a row that the example's regime refuses."""


class Word(str):
    """A text that is not plainly one, as some parsers return."""

    __slots__ = ()


class Number(IntEnum):
    THREE = 3


class Record(dict[str, Any]):
    pass


TEXTS = ("Ada", "Niccolò", "D’Amico", "Łukasz", "de la Cruz", " Neri", "operaia", "3", "A\nB", "x" * 20, "µ€☐")
WILD: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 3, 10**30, -(10**400), 1.5, 40.0, float("nan"), float("inf"), 1j),
    *map(Decimal, ("NaN", "sNaN", "Infinity", "-Infinity", "1E+100", "1E-100", "-0", "0.0", "-1", "40", "40.0")),
    *map(
        Decimal, ("40.005", "0.30000000000000004", "63.000", "1E+2", "168.01", "1.0", "12345678901234567890123456789")
    ),
    *("", " ", "\n", " x ", "x" * 41, "x" * 101, "x" * 20_000, "0" * 21, "0" * 20, "\x00", "a\tb", "\x7f", "\ud800"),
    *("\u202e", "\u200b", "\ufeff", "ﬁ", "😀", "\u2028", "\u00a0", "١٠", "1e3", "3,45", "007", "-0", "-5", "40.00"),
    *("+1", "1_000", " 40", "40 ", "NaN", "true", "sì", "None", "indeterminato ", "INDETERMINATO", "2009-02-30"),
    *("20090622", "2009-W25-1", "1899-12-31", "2101-01-01", "2009-6-1", "2009-06-22T00:00:00", "2012-02-29"),
    *([], {}, [1], [[]], {"a": 1}, [None], (), (1,), {1}, b"x", b"2009-06-22", date(2009, 6, 22), object),
    *(Word("indeterminato"), Word("2009-06-22"), Word("Ada"), Word("40"), Number.THREE, Record(), range(3)),
)
STRANGERS: tuple[Any, ...] = (
    "inventato",
    "",
    "a/b~c\ud800",
    "_schema",
    "x" * 300,
    "Cognome",
    "cognome ",
    1,
    None,
    True,
)


def good(field: fields.Field[Any], chance: Random) -> Any:
    """Return a value that the field takes, in one of the ways it may be written."""
    if isinstance(field, Gruppo):
        return row(field.schema, chance)
    if isinstance(field, Lista):
        return [good(field.inner, chance) for _ in range(chance.choice((1, 1, 2, 5)))]
    if isinstance(field, Intero | Decimale):
        number = chance.randint(1, min(50, int(field.massimo)))
        written = [number, str(number), Decimal(number), f"0{number}", Decimal(f"{number}.0")]
        parts = [f"{number}.5", Decimal(f"{number}.25")] if isinstance(field, Decimale) else []
        return chance.choice(written + parts)
    return _word(field, chance)


def _word(field: fields.Field[Any], chance: Random) -> Any:
    if isinstance(field, Scelta):
        return chance.choice(field.ammessi)
    if isinstance(field, SiNo):
        return chance.random() < 0.5
    if isinstance(field, Giorno):
        return (date(2004, 1, 1) + timedelta(chance.randrange(3000))).isoformat()
    if isinstance(field, Codice):
        return {5: "24122", 7: "2009-06"}.get(field.metadata["maxLength"], "BG")
    return chance.choice(TEXTS[:-2])


def row(schema: Schema, chance: Random) -> dict[str, Any]:
    """Return an object with what it needs and some of the rest, in any order now and then."""
    names = [name for name, field in schema.fields.items() if field.required or chance.random() < 0.6]
    if chance.random() < 0.2:
        chance.shuffle(names)
    return {name: good(schema.fields[name], chance) for name in names}


def spoil(value: Any, chance: Random) -> Any:
    """Plant a fault, or what resembles one, somewhere inside; the value given stays as it is."""
    if not isinstance(value, dict | list) or not value or chance.random() < 0.05:
        return chance.choice(WILD)
    spoiled = copy.copy(value)
    if isinstance(spoiled, list):
        place = chance.randrange(len(spoiled))
        if chance.random() < 0.1:
            return spoiled * chance.choice((2, 120))
        spoiled[place] = spoil(spoiled[place], chance)
        return spoiled
    name = chance.choice(list(spoiled))
    how = chance.random()
    if how < 0.15:
        del spoiled[name]
    elif how < 0.3:
        spoiled[chance.choice(STRANGERS)] = chance.choice(WILD)
    else:
        spoiled[name] = spoil(spoiled[name], chance) if how < 0.5 else chance.choice(WILD)
    return spoiled


def lists(rows: int, chance: Random) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield payloads whose lists hold so many rows in all: none, few, or most of them with a fault."""
    while rows > 0:
        slug = chance.choice(WITH_ROWS)
        size = min(rows, chance.choice((1, 7, 249, 250, 251, 1300)))
        rows -= size
        share = chance.choice((0, 0, 0.002, 0.05, 0.7))
        listed = modello(slug).schema().fields["lavoratori"]
        assert isinstance(listed, Lista)
        made = [good(listed.inner, chance) for _ in range(size)]
        yield (
            slug,
            esempio(slug) | {"lavoratori": [spoil(one, chance) if chance.random() < share else one for one in made]},
        )
