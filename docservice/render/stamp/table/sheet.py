"""A laid page with rows of a table on it, taken apart: what is there without them, and what rules a row.

`part(content, marks, top)` → the `Parts` of a page: what is drawn before its rows, between rules and texts, after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from pydyf import _to_bytes as as_bytes

_NEAR = 0.5
"""CSS pixels: how far a rule is drawn from the edge of its row."""
_SAME = 0.001
_NUMBER = re.compile(rb"-?[0-9]+(?:\.[0-9]+)?")
_ENDS = {b"q": b"Q", "/Artifact": b"EMC"}
_HEAD = 3
"""Operators that begin a marked content: its tag, its number, BDC."""


class NotForUs(Exception):  # noqa: N818 - it is no error
    """The document takes the full layout; the text says why."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The content of a page without its rows: up to their rules, from there to their texts, after them."""

    before: bytes
    between: bytes
    after: list[Any]


def part(content: Sequence[Any], marks: Sequence[int], top: float) -> Parts:
    """Take out of a page the rows that begin at `top`; `marks` are those of their texts."""
    texts = first_text(content)
    begin, end = stretch(content, marks)
    state = content[begin + _HEAD : content.index(b"BT", begin)]  # the colour of the first text, if it changes there
    rules = [op for unit in _units(content[:texts]) if not _goes_below(unit, top) for op in unit]
    return Parts(join(rules), join([*content[texts:begin], *state]), list(content[end:]))


def stretch(content: Sequence[Any], marks: Sequence[int]) -> tuple[int, int]:
    """Return where the texts of some marks begin and end."""
    numbers = {item["MCID"]: place for place, item in enumerate(content) if isinstance(item, dict) and "MCID" in item}
    return numbers[min(marks)] - 1, content.index(b"EMC", numbers[max(marks)]) + 1


@dataclass(frozen=True, slots=True)
class Edges:
    """Where a row lies on its page."""

    top: float
    bottom: float


def between(
    content: Sequence[Any], before: Sequence[int], own: Sequence[int], after: Sequence[int], edges: Edges
) -> tuple[list[Sequence[Any]], list[Any]]:
    """Return what a cell shows: the operators of each of its `own` marks, and those without a mark.

    `before` and `after` are the marks of the other cells of its row, `edges` those of the row.
    """
    marked: list[Sequence[Any]] = []
    aside: list[Any] = []
    place = first_text(content)
    while place < len(content):
        if content[place + _HEAD - 1 : place + _HEAD] == [b"BDC"]:
            mark, end = content[place + 1].get("MCID"), content.index(b"EMC", place) + 1
            if mark in after:
                break
            if mark in own:
                marked.append(content[place + _HEAD : end - 1])
            elif mark in before:
                aside = []  # of the cells before
        else:
            closed = _closed(content, place)
            if closed is None:
                break
            end = closed
            if _is_of(content[place:end], edges):
                aside += content[place:end]
        place = end
    return marked, aside


def first_text(content: Sequence[Any]) -> int:
    """Return where the texts of a page begin: what precedes them are fills and rules."""
    return content.index(b"BDC") - 2


def join(ops: Sequence[Any]) -> bytes:
    """Return operators as bytes, each on its line."""
    return b"".join([as_bytes(op) + b"\n" for op in ops])


@dataclass(frozen=True, slots=True)
class Rule:
    """What is drawn for a row but its texts: bytes with places, each from the top, the bottom or the height of it."""

    form: bytes
    places: tuple[tuple[int, float], ...]

    def draw(self, top: float, height: float) -> bytes:
        """Return it for a row."""
        edges = (top, top + height, height)
        return self.form % tuple([edges[edge] + shift for edge, shift in self.places])


def rules(content: Sequence[Any], one: Edges, other: Edges) -> tuple[Rule, Rule]:
    """Return the fills and the rules of a kind of row, learnt from two rows of different heights on a page."""
    units = _units(content[: first_text(content)])
    drawn = [[unit for unit in units if _is_of(unit, edges)] for edges in (one, other)]
    fills = [[unit for unit in found if b"S" not in unit] for found in drawn]
    strokes = [_joined([unit for unit in found if b"S" in unit]) for found in drawn]
    (fill, second_fill), (stroke, second_stroke) = (
        tuple(join([op for unit in found for op in unit]) for found in both) for both in (fills, strokes)
    )
    return _learnt(fill, second_fill, one, other), _learnt(stroke, second_stroke, one, other)


def _learnt(drawn: bytes, again: bytes, one: Edges, other: Edges) -> Rule:
    places = []
    form = b""
    done = 0
    for found, second in zip_longest(_NUMBER.finditer(drawn), _NUMBER.finditer(again)):
        if found is None or second is None:
            raise NotForUs("riga non prevista nel PDF")
        value, same = float(found[0]), float(second[0])
        if abs(value - same) < _SAME:
            continue
        edges = enumerate(((one.top, other.top), (one.bottom, other.bottom), (_height(one), _height(other))))
        shifts = [(edge, value - mine) for edge, (mine, its) in edges if abs(value - mine - same + its) < _SAME]
        if not shifts:
            raise NotForUs("riga non prevista nel PDF")
        places.append(shifts[0])
        form += drawn[done : found.start()].replace(b"%", b"%%") + b"%.6f"
        done = found.end()
    return Rule(form + drawn[done:].replace(b"%", b"%%"), tuple(places))


def _height(edges: Edges) -> float:
    return edges.bottom - edges.top


def _units(content: Sequence[Any]) -> list[Sequence[Any]]:
    """Return the operators in balanced groups, as large as they come; one alone if it opens what does not close."""
    units, place = [], 0
    while place < len(content):
        end = place + 1
        end = _closed(content, place) or end
        units.append(content[place:end])
        place = end
    return units


def _closed(content: Sequence[Any], begin: int) -> int | None:
    """Return where the group that begins there ends; None if none begins, or it does not close."""
    closer = _ENDS.get(content[begin])
    if closer is None:
        return None
    depth = 0
    for place in range(begin, len(content)):
        if content[place] == content[begin]:
            depth += 1
        elif content[place] == closer:
            depth -= 1
            if not depth:
                return place + 1
    return None


def _heights(unit: Sequence[Any]) -> Iterator[float]:
    for op in unit:
        if isinstance(op, bytes):
            match op.split():
                case [_, y, _, height, b"re"]:
                    yield float(y) + float(height)
                case [_, y, b"m" | b"l"]:
                    yield float(y)


def _goes_below(unit: Sequence[Any], top: float) -> bool:
    return max(_heights(unit), default=0) > top + _NEAR


def _is_of(unit: Sequence[Any], edges: Edges) -> bool:
    return edges.top + _NEAR < max(_heights(unit), default=0) <= edges.bottom + _NEAR


def _joined(strokes: Sequence[Sequence[Any]]) -> list[list[Any]]:
    """Join the strokes that go on from one another, cell by cell, into one."""
    joined: list[list[Any]] = []
    for unit in map(list, strokes):
        begins, ends = (
            next(place for place, op in enumerate(unit) if as_bytes(op).endswith(verb)) for verb in (b" m", b" l")
        )
        if joined and joined[-1][ends][:-1] == unit[begins][:-1] and len(joined[-1]) == len(unit):
            joined[-1][ends] = unit[ends]
        else:
            joined.append(unit)
    return joined
