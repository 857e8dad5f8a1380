"""A row of a table as the template sees it the first time: what is asked of each value is written down.

`{% if lavoratore.livello %}` asks whether the level was given; `{{ lavoratore.livello }}` prints it. Rows that answer
alike are written alike: the next ones need no template, only their values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from docservice.text.data import Blank, Datum, View

Path = tuple[str, ...]
BLANK, FALSE, TRUE = range(3)
"""What a value is to a template: not given, false, given."""


class NotObservable(Exception):  # noqa: N818 - it is no error
    """The template asks of a row more than can be written down: each takes the template."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something asked of the value at a path: its `kind`, or what it is."""

    path: Path
    exact: bool


@dataclass(slots=True)
class Seen:
    """What was asked, and where each value printed comes from, by its number: a path, and whether it is short."""

    asked: dict[Question, None] = field(default_factory=dict)
    printed: dict[int, tuple[Path, bool]] = field(default_factory=dict)

    def note(self, path: Path, *, exact: bool = False) -> None:
        """Write down a question."""
        self.asked[Question(path, exact)] = None


@dataclass(frozen=True, slots=True, eq=False)
class Observed(Datum):
    """A value given, under observation; that it is given is known already."""

    path: Path
    seen: Seen
    short: bool = False

    @property
    def value(self) -> Any:
        """The value, which then matters for how the row is written."""
        self.seen.note(self.path, exact=True)
        return self.raw

    def breve(self) -> Datum:
        """Return the value to print as tables do, under observation."""
        return replace(self, short=True)

    @property
    def text(self) -> str:
        """The value as it prints."""
        return printed(self.raw, short=self.short)

    def mark(self, number: int) -> None:
        """Write down that it is the value printed under a number."""
        self.seen.printed[number] = self.path, self.short


@dataclass(frozen=True, slots=True)
class ObservedBlank(Blank):
    """A value not given, under observation."""

    path: Path
    seen: Seen

    def __getitem__(self, key: str) -> Blank:
        below = Blank.__getitem__(self, key)  # of a class with slots, made again, `super()` is another
        return ObservedBlank(below.pointer, (*self.path, key), self.seen, field=below.field)

    def mark(self, number: int) -> None:
        """Write down that it is the value printed under a number."""
        self.seen.printed[number] = self.path, False


class ObservedGroup:
    """An object of the data, or some under their names, under observation."""

    def __init__(self, actual: View | Mapping[str, Any], path: Path, seen: Seen) -> None:
        self._actual, self._path, self._seen = actual, path, seen

    def __getitem__(self, key: str) -> Any:
        return observe(self._actual[key], (*self._path, key), self._seen)

    def __bool__(self) -> bool:
        return bool(self._actual)


def observe(actual: Any, path: Path, seen: Seen) -> Any:
    """Return something of a row, under observation; raise `NotObservable` for what cannot be."""
    match actual:
        case Datum():
            seen.note(path)
            return Observed(actual.raw, actual.pointer, path, seen)
        case Blank():
            seen.note(path)
            return ObservedBlank(actual.pointer, path, seen, field=actual.field)
        case View() | Mapping():
            seen.note(path)
            return ObservedGroup(actual, path, seen)
        case _:
            raise NotObservable(type(actual).__name__)


def kind(raw: Any) -> int:
    """Return what a value as loaded is to a template; None was not given."""
    if isinstance(raw, str):
        return TRUE if raw.strip() else BLANK
    if isinstance(raw, bool):
        return TRUE if raw else FALSE
    return BLANK if raw is None else TRUE


def printed(raw: Any, *, short: bool) -> str:
    """Return a value as it prints."""
    if isinstance(raw, str):
        return raw
    datum = Datum(raw, None)
    return datum.breve().text if short else datum.text
