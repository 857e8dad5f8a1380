"""Many documents from few layouts: one laid out and cut is a master, and those that differ in a few values its copies.

`stamper = Stamper()`; `stamper.write(did, data=…, created=…)`, ten thousand times: three layouts, and a PDF each. One
whose value does not fit its line, or is no plain text, is laid out in full.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from docservice.render import full
from docservice.render.engine import strict
from docservice.render.errors import RenderError
from docservice.render.stamp import lines
from docservice.render.stamp.book import Out
from docservice.render.stamp.form import markers
from docservice.render.stamp.form.many import Joined
from docservice.render.stamp.form.single import Alone
from docservice.render.stamp.lines import Line
from docservice.render.stamp.master import Master
from docservice.render.stamp.page_text import alike, pages_shown
from docservice.render.stamp.specimen import ALPHABETS
from docservice.render.stamp.table.document import long_table
from docservice.render.stamp.table.writer import write
from docservice.text.blocks import About, Document, Run

T = TypeVar("T")
_KEPT = 64
"""Masters, and plans, that a process keeps."""
_SAMPLE = 2000
"""Copies of which one, the first, is compared with its layout in full."""
_LOGGER = logging.getLogger(__name__)
_ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)


class Stamper:
    """A writer of many documents: `write` is `pdf.write`, with the same words, tags and looks.

    `laid` counts the layouts it took, `whole` the documents that are no copies. One thread at a time.
    """

    def __init__(self) -> None:
        self._met: _Recent[bool] = _Recent()
        self._plans: _Recent[_Plan] = _Recent()
        self._kinds: _Recent[Kind] = _Recent()
        self.laid = self.whole = 0

    def write(self, document: Document, *, data: bytes, created: datetime, bozza: bool = False) -> bytes:
        """Return the PDF of a document, or of a draft, which is laid out. Raises as `pdf.write`."""
        apart = bozza or document.enclosed or long_table(document) is not None
        kind = None if apart else self._sound(document)
        if kind is not None and kind.alone is not None:
            made = kind.alone.write([value.text for value in document.values], data, created)
            if made is not None:
                return made
        self.laid += 1
        self.whole += 1
        return write(document, data=data, created=created, bozza=bozza)

    def joined(self, out: Out) -> Together:
        """Return what makes one file of many documents, there."""
        return Together(self, out)

    def master(self, document: Document) -> Master:
        """Return what a document is a copy of, its own if there is nothing better."""
        kind = self._sound(document)
        return self.own(document) if kind is None or kind.alone is None else kind.alone.master

    def own(self, document: Document) -> Master:
        """Return a document laid out in full, as the master of itself."""
        self.laid += 1
        with strict():
            return markers.make(document, frozenset(), frozenset())

    def _sound(self, document: Document) -> Kind | None:
        """Return the kind of a document if it has a master whose copies are right; of some, one is compared first."""
        kind = self.kind(document)
        if kind is None or kind.alone is None or not kind.sound:
            return None
        if kind.made % _SAMPLE == 0:
            copy = kind.alone.write([value.text for value in document.values], b"", _ANY_DAY)
            if copy is None:
                return None
            self.laid += 1
            kind.sound = alike(*map(pages_shown, (copy, full.write(document, data=b"", created=_ANY_DAY))))
            if not kind.sound:
                _LOGGER.warning("copie sospese: una non mostra ciò che mostra la pagina intera")
                return None
        kind.made += 1
        return kind

    def kind(self, document: Document) -> Kind | None:
        """Return the kind of a document: those of one skeleton, alike in what cannot be stamped.

        None for the first of a skeleton, or without one: a layout tells where values stand, and it may be the only one.
        None too where a value looks like the marks that stand for values.
        Only what has been seen to change has a marker in their master; the first of them has no master yet.
        """
        values = document.values
        kept = _kept(document)
        tried = frozenset(n for n, value in enumerate(values) if n not in kept and markers.plain(value))
        key = (document.skeleton, tried)
        met = key in self._met
        self._met.have(key, lambda: True)
        texts = [value.text for value in values]
        if document.skeleton is None or not met or lines.slots("\n".join(texts)):
            return None
        plan = self._plans.have(key, lambda: self._plan(document, tried))
        slots = plan.slots.difference(*(line.slots for line in plan.lines if line.write(texts) is None))
        fixed = tuple(value for number, value in enumerate(values) if number not in slots)
        kind = self._kinds.have((document.skeleton, slots, fixed), lambda: Kind(values))
        changed = frozenset(number for number in slots if texts[number] != kind.first[number].text)
        needed = plan.drawn(changed, texts)
        alphabet = next((one for one in ALPHABETS if needed <= one), ALPHABETS[-1])
        if not (changed <= kind.changing and alphabet <= kind.alphabet) and changed:
            kind.changing, kind.alphabet = kind.changing | changed, kind.alphabet | alphabet
            self.laid += 1
            with strict():
                kind.alone = Alone(markers.make(document, kind.changing, kind.alphabet))
            kind.made = 0
        return kind

    def _plan(self, document: Document, tried: frozenset[int]) -> _Plan:
        self.laid += 1
        with strict():
            found = markers.on_lines(document, tried, ALPHABETS[-1])
        return _Plan(found, frozenset().union(*(line.slots for line in found)))


def _kept(document: Document) -> frozenset[int]:
    """Return the values that copies of one master have in common: what the properties of a file tell."""
    about = document.skeleton.about if document.skeleton else About()
    return frozenset(run.slot for run in about.firm if run.slot is not None)


class Together:
    """One file of many documents, each with its bookmark and its own page numbers, written as they come."""

    def __init__(self, stamper: Stamper, out: Out) -> None:
        self._stamper, self._joined = stamper, Joined(out)

    def add(self, document: Document, *, row: str, bookmark: str, data: bytes, created: datetime) -> None:
        """Add a document, and the files that it encloses; `row` is what its fields are named after.

        Raises as `pdf.write`.
        """
        about: Any = {"row": row, "bookmark": bookmark, "data": data, "created": created}
        about["enclosed"] = document.enclosed
        values = [value.text for value in document.values]
        if self._joined.add(self._stamper.master(document), values, **about):
            return
        if not self._joined.add(self._stamper.own(document), values, **about):
            raise RenderError("un documento non è entrato nel PDF di molti")

    def close(self) -> None:
        """End the file; there must be a document in it."""
        self._joined.close()


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where the values of a skeleton stand on lines of their own."""

    lines: Sequence[Line]
    slots: frozenset[int]

    def drawn(self, slots: frozenset[int], texts: Sequence[str]) -> set[str]:
        """Return the characters of the lines on which some values stand, those of the words around them too."""
        units = (unit for line in self.lines if not line.slots.isdisjoint(slots) for unit in line.units)
        return set().union(*(texts[word] if isinstance(word, int) else word for unit in units for word in unit.words))


@dataclass(slots=True)
class Kind:
    """Documents that share a master: the values of the first, which have changed since, in what characters.

    `made` counts the copies of this master; `sound` says whether those compared were right.
    """

    first: Sequence[Run]
    changing: frozenset[int] = frozenset()
    alphabet: frozenset[str] = frozenset()
    alone: Alone | None = None
    made: int = 0
    sound: bool = True


class _Recent(OrderedDict[Hashable, T]):
    """The last things asked for, and no more."""

    def have(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return the thing of a key, making it if it is not here."""
        if key not in self:
            self[key] = make()
            if len(self) > _KEPT:
                self.popitem(last=False)
        self.move_to_end(key)
        return self[key]
