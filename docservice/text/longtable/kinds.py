"""The rows of a long table by their kinds: the template writes one row of each kind, the others are their values.

Of 5,000 workers, of whom some have no level, the template writes two rows: `{{ lavoratore.livello or '–' }}` makes once
a slot and once a dash. What it asked of those two (see `observer`) tells of which kind each of the others is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, overload

from docservice.text.blocks import Row, Run, Runs
from docservice.text.data import Blank, Datum, View, measured
from docservice.text.longtable.observer import (
    BLANK,
    NotObservable,
    Observed,
    Path,
    Question,
    Seen,
    kind,
    observe,
    printed,
)
from docservice.text.longtable.rows import Rows, Told, melts
from docservice.text.skeleton import fill

NUMBER: Path = ("#",)
_KINDS = 5000
"""Rows written by the template after which a list is taken as having no kinds."""
_Slot = tuple[int, bool] | Run
"""What goes in a slot: a value, by the place of its path, printed short or not; or the text's own run."""
Reader = Callable[[str, int], Row]
"""What reads a row from its XML; its slots are counted from the number given."""


@dataclass(frozen=True, slots=True)
class Writer:
    """The template of a row."""

    caller: Callable[..., str]
    values: list[Run]
    read: Reader

    def write(self, thing: Any, number: Datum) -> tuple[Row, list[Run]]:
        """Return a row with slots, and its values."""
        start = len(self.values)
        source = self.caller(thing, number)
        values = self.values[start:]
        del self.values[start:]
        return self.read(source, start), values


@dataclass(frozen=True, slots=True)
class _Kind:
    """Rows that are written alike: their cells with slots, and what goes in each.

    `blanks` are the lengths of the slots not given, None for the
    others; `said` are, of each cell, its words and slots; None if it is more than words.
    """

    row: Row
    slots: tuple[_Slot, ...]
    blanks: tuple[int | None, ...]
    said: tuple[tuple[str | int, ...] | None, ...]


def by_kind(things: Sequence[Any], writer: Writer) -> Sequence[Row]:
    """Return the rows of some things: by their kinds if they have some, else each as the template writes it."""
    before = len(writer.values)
    try:
        return KindRows(things, writer)
    except NotObservable:
        del writer.values[before:]
        rows = []
        for place, thing in enumerate(things, 1):
            row, values = writer.write(thing, Datum(place, None))
            rows.append(tuple(fill(cell, values) for cell in row))
        return rows


class KindRows(Rows):
    """Rows that are their values: those whose answers, to all that was ever asked, are alike are of one kind."""

    def __init__(self, things: Sequence[Any], writer: Writer) -> None:
        self._things, self._writer = things, writer
        self._paths: dict[Path, int] = {}
        self._asked: dict[Question, tuple[int, bool]] = {}
        self._kinds: dict[Any, _Kind] = {}
        self._learnt = 0
        self._rows = [self._row(place) for place in range(len(things))]

    def _row(self, place: int) -> tuple[_Kind, list[str]]:
        raws = [self._raw(place, path) for path in self._paths]
        known = self._kinds.get(self._answers(raws))
        if known is None:
            known = self._learn(place)
            raws = [self._raw(place, path) for path in self._paths]
        texts = [
            "" if isinstance(slot, Run) or kind(raws[slot[0]]) == BLANK else printed(raws[slot[0]], short=slot[1])
            for slot in known.slots
        ]
        return known, texts

    def _raw(self, place: int, path: Path) -> Any:
        """Return a value as loaded, None if it was not given."""
        if path is NUMBER:
            return place + 1
        value = self._things[place]
        for key in path:
            if isinstance(value, View):
                value = value.raw(key)
            elif isinstance(value, Mapping):
                value = value.get(key)
            else:
                return None
        if isinstance(value, Blank):
            return None
        return value.value if isinstance(value, Datum) else value

    def _answers(self, raws: Sequence[Any]) -> tuple[Any, ...]:
        """Return the answers to all that was asked."""
        return tuple(
            [(type(raws[place]), raws[place]) if exact else kind(raws[place]) for place, exact in self._asked.values()]
        )

    def _learn(self, place: int) -> _Kind:
        """Have the template write a row; what it asks for the first time makes all kinds known before doubtful."""
        self._learnt += 1
        if self._learnt > _KINDS:
            raise NotObservable
        seen, start = Seen(), len(self._writer.values)
        ordinal = Observed(place + 1, None, NUMBER, seen)
        row, values = self._writer.write(observe(self._things[place], (), seen), ordinal)
        for question in seen.asked.keys() - self._asked.keys():
            self._asked[question] = self._place(question.path), question.exact
            self._kinds.clear()
        slots: list[_Slot] = []
        for number, run in enumerate(values, start):
            path, short = seen.printed.get(number, (None, False))
            slots.append(run if path is None else (self._place(path), short))
        said = tuple(_said(cell, slots, values) for cell in row)
        found = _Kind(row, tuple(slots), tuple(run.length if run.blank else None for run in values), said)
        self._kinds[self._answers([self._raw(place, path) for path in self._paths])] = found
        return found

    def _place(self, path: Path) -> int:
        """Return the place of a path among those of which each row has a value."""
        return self._paths.setdefault(path, len(self._paths))

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return map(self._made, range(len(self)))

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        places = range(len(self))[place]
        return self._made(places) if isinstance(places, int) else [self._made(one) for one in places]

    def _made(self, place: int) -> Row:
        known, texts = self._rows[place]
        paths = list(self._paths)
        values = [
            slot if isinstance(slot, Run) else self._run(place, paths[slot[0]], text, blank)
            for slot, text, blank in zip(known.slots, texts, known.blanks, strict=True)
        ]
        return tuple(fill(cell, values) for cell in known.row)

    def _run(self, place: int, path: Path, text: str, blank: int | None) -> Run:
        pointer = self._pointer(place, path)
        if blank is not None:
            return Run(text, pointer, blank=True, length=blank)
        return Run(text, pointer, value=measured(self._raw(place, path)))

    def _pointer(self, place: int, path: Path) -> str | None:
        thing = None if path is NUMBER else self._things[place]
        while path and isinstance(thing, Mapping):
            thing, path = thing.get(path[0]), path[1:]
        return "/".join((thing.pointer, *path)) if isinstance(thing, View) else None

    def told(self) -> Iterator[Sequence[Told]]:
        """Yield what the cells of each row say."""
        for place, (known, texts) in enumerate(self._rows):
            cells: list[Told] = []
            for number, said in enumerate(known.said):
                words = "".join([texts[one] if isinstance(one, int) else one for one in said or ()])
                apart = said is None or (len(said) > 1 and melts(words))
                cells.append(self._made(place)[number] if apart else words)
            yield cells


def _said(cell: Runs, slots: Sequence[_Slot], values: Sequence[Run]) -> tuple[str | int, ...] | None:
    said: list[str | int] = []
    for run in cell:
        if run.bold or (run.slot is not None and values[run.slot].blank):
            return None
        if run.slot is None:
            said.append(run.text)
        else:
            slot = slots[run.slot]
            said.append(slot.text if isinstance(slot, Run) else run.slot)
    return tuple(said)
