"""Whatever a person may type, in every text of a paper at once.

The alphabet is all that a text may hold. A pass puts a slice of it in each text of an example; the next pass puts the
next slices, until every text, or every place of the paper, has met every character.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from random import Random
from typing import Any

from corpi_tools import put
from papers import composto

from docservice import service
from docservice.campi.caratteri import RANGES
from docservice.campi.fields import Gruppo, Lista
from docservice.campi.fields import Testo as Text
from docservice.modelli.catalogo import catalogo, modello
from docservice.text.blocks import Document, Run

WORDS = ("<script>", "{{ 7*7 }}", "{% raw %}", "A*B* & <S.r.l.>", "# t ", "'\"\\")
"""What some language would take for its own; what follows may begin with an accent, which stands on no letter."""

Path = tuple[str | int, ...]


def _alphabet() -> str:
    ends = [[int(end, 16) for end in piece.split("-")] for piece in RANGES.split()]
    every = ["\n", *(chr(point) for piece in ends for point in range(piece[0], piece[-1] + 1))]
    # so that accents to combine stand after letters of every script, and not one after the other
    Random(1).shuffle(every)  # noqa: S311 - the same at every run
    return "".join(every)


ALPHABET = _alphabet()
LETTERS = frozenset(filter(str.isalnum, ALPHABET))
"""What the tests of the papers compare: spaces and signs are placed by each format in its own way."""


def texts(schema: Any, data: Any, path: Path = ()) -> Iterator[tuple[Path, int]]:
    """Yield the path of each text of a payload, with the characters it may have."""
    for name, value in data.items():
        field, here = schema.fields[name], (*path, name)
        rows = enumerate(value) if isinstance(field, Lista) else [(None, value)]
        inner = field.inner if isinstance(field, Lista) else field
        for place, row in rows:
            at = here if place is None else (*here, place)
            if isinstance(inner, Gruppo):
                yield from texts(inner.schema, row, at)
            elif isinstance(inner, Text):
                yield at, inner.massimo


@cache
def places(slug: str) -> dict[str, tuple[Path, int]]:
    """Return path and room of each text of an example, by its pointer."""
    found = sorted(texts(modello(slug).schema(), service.esempio(slug)), key=str)
    return {"/" + "/".join(map(str, path)): (path, most) for path, most in found}


def slice_of(start: int, length: int) -> str:
    """Return that many characters of the alphabet, which begins again at its end; never white space only."""
    start %= len(ALPHABET)
    found = (ALPHABET[start:] + ALPHABET)[:length]
    return found if found.strip() else "☐"


def long_passes(slug: str, longest: int = 250) -> Iterator[dict[str, Any]]:
    """Yield the example with up to `longest` characters in each text, without end.

    A text meets all the alphabet in as many passes as slices of its length make it: 29 for a text of 100.
    """
    number = 0
    while True:
        data, first = service.esempio(slug), 0
        for path, most in places(slug).values():
            length = min(most, longest)
            put(data, path, slice_of(first + number * length, length))
            first += length
        yield data
        number += 1


def dealt(slug: str, start: int, many: int) -> Iterator[dict[str, Any]]:
    """Yield the example with part of the alphabet dealt out among the texts that are printed: as few pages as can be.

    There are as many passes as the texts need to hold it. Where there is room a text begins with one of `WORDS`, too.
    """
    printed = {run.pointer for runs in runs_of(composto(slug)).values() for run in runs}
    room = [most for pointer, (_, most) in places(slug).items() if pointer in printed]
    share = next((n for n in range(1, 500) if sum(min(n, most) for most in room) >= many), 500)
    done = 0
    while done < many:
        data = service.esempio(slug)
        for number, (pointer, (path, most)) in enumerate(places(slug).items()):
            length = min(share, most)
            word = WORDS[number % len(WORDS)]
            put(data, path, (word if length + len(word) <= most else "") + slice_of(start + done, length))
            done += length if pointer in printed else 0
        yield data


PARTS = 4
"""Not a multiple of three: those of every third document, which the short stage tries, are all of them."""


def part_of(slug: str) -> Iterator[dict[str, Any]]:
    """Yield passes of the part of the alphabet that falls to a document: the next document has the next part."""
    part = len(ALPHABET) // PARTS + 1
    return dealt(slug, list(catalogo()).index(slug) % PARTS * part, part)


def runs_of(document: Document) -> dict[str, list[Run]]:
    """Return the runs of a document, by the kind of block that holds them."""
    found = defaultdict(list)
    for block in document.blocks:
        found[type(block).__name__] += _runs(block)
    return found


def _runs(value: Any) -> Iterator[Run]:
    if isinstance(value, Run):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _runs(getattr(value, field.name))
    elif not isinstance(value, str | frozenset) and hasattr(value, "__iter__"):
        for inner in value:
            yield from _runs(inner)


def without(document: Document, character: str, kind: str | None = None) -> Document:
    """Return a document that lost a character, everywhere or in blocks of one kind."""
    blocks = [
        _without(block, character) if kind in (None, type(block).__name__) else block for block in document.blocks
    ]
    return Document(document.title, tuple(blocks), document.landscape, enclosed=document.enclosed)


def _without(value: Any, character: str) -> Any:
    if isinstance(value, Run):
        return replace(value, text=value.text.replace(character, ""))
    if is_dataclass(value):
        return replace(
            value, **{field.name: _without(getattr(value, field.name), character) for field in fields(value)}
        )  # type: ignore[type-var]
    if not isinstance(value, str | frozenset) and hasattr(value, "__iter__"):
        return tuple(_without(inner, character) for inner in value)
    return value
