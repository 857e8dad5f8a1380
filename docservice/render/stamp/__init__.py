"""Lay out once, stamp many: PDFs of documents that differ in a few values, at a fraction of the cost of a layout.

`master` lays a document out with markers where its values go (`lines` says which can be stamped there) and cuts the
objects of its PDF there (`template`); `copies` puts the values in, drawn as the engine would (`faces`), and writes the
files (`book`). A value that does not fit its line, or is no plain text, makes a master of its own: a layout in full.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TypeVar

from pypdf import PdfReader

from docservice.render import pdf as full
from docservice.render.press import strict
from docservice.render.stamp import master as masters
from docservice.render.stamp.copies import Alone
from docservice.render.stamp.lines import Line
from docservice.render.stamp.master import Master
from docservice.text.blocks import Document

T = TypeVar("T")
_ITALIAN = "".join(map(chr, range(0x20, 0x7F))) + "ÀÁÈÉÌÍÒÓÙÚàáèéìíòóùú’‘“”«»–€°"
_LATIN = "".join(
    dict.fromkeys(_ITALIAN + "".join(map(chr, [*range(0xA0, 0x180), *range(0x218, 0x21C)])).replace("\xad", ""))
)
ALPHABETS = (_ITALIAN, _LATIN)
"""Characters that can be stamped: the file of a copy carries the smaller set that does."""
_KEPT = 64
"""Masters, and plans, that a process keeps."""
_SAMPLE = 500
"""Copies of which one is compared with its layout in full, besides the first."""


class Stamper:
    """A writer of many documents: `write` is `pdf.write`, with the same words, tags and looks.

    `laid` counts the layouts it took. `tell` hears why copies of some kind are no longer made. One thread at a time.
    """

    def __init__(self, tell: Callable[[str], object] = lambda _: None) -> None:
        self._tell = tell
        self._plans: _Recent[_Plan] = _Recent()
        self._kinds: _Recent[_Kind] = _Recent()
        self.laid = 0

    def write(self, document: Document, *, data: bytes, created: datetime) -> bytes:
        """Return the PDF of a document. Raises as `pdf.write`."""
        if document.skeleton is not None:
            kind = self._kind(document)
            values = [value.text for value in document.values]
            made = kind.alone().write(values, data, created) if kind.sound else None
            if made is not None and (kind.made % _SAMPLE or self._same(kind, made, document, data, created)):
                kind.made += 1
                return made
        self.laid += 1
        return full.write(document, data=data, created=created)

    def _same(self, kind: _Kind, made: bytes, document: Document, data: bytes, created: datetime) -> bool:
        """Say whether a copy reads as the layout in full does; if not, no more copies of its kind."""
        self.laid += 1
        wanted = _words(full.write(document, data=data, created=created))
        kind.sound = _words(made) == wanted
        if not kind.sound:
            self._tell("le parole di una copia non sono quelle della pagina intera")
        return kind.sound

    def _kind(self, document: Document) -> _Kind:
        """Return the kind of a document, laying it out if it is new."""
        tried = frozenset(number for number, value in enumerate(document.values) if masters.plain(value))
        plan = self._plans.have((document.skeleton, tried), lambda: self._plan(document, tried))
        values = [value.text for value in document.values]
        unfit = frozenset().union(*(line.slots for line in plan.lines if line.write(values) is None))
        slots = plan.slots - unfit
        fixed = tuple(value for number, value in enumerate(document.values) if number not in slots)
        needed = set().union(*(document.values[number].text for number in slots))
        alphabet = next((one for one in ALPHABETS if needed.issubset(one)), ALPHABETS[-1])
        return self._kinds.have(
            (document.skeleton, slots, fixed, alphabet), lambda: self._made(document, slots, alphabet)
        )

    def _plan(self, document: Document, tried: frozenset[int]) -> _Plan:
        self.laid += 1
        with strict():
            found = masters.on_lines(document, tried, ALPHABETS[-1])
        return _Plan(found, frozenset().union(*(line.slots for line in found)))

    def _made(self, document: Document, slots: frozenset[int], alphabet: str) -> _Kind:
        self.laid += 1
        with strict():
            return _Kind(masters.make(document, slots, alphabet))


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where the values of a skeleton stand on lines of their own."""

    lines: Sequence[Line]
    slots: frozenset[int]


@dataclass(slots=True)
class _Kind:
    """Documents that share a master; how many were made, and whether what was compared was right."""

    master: Master
    made: int = 0
    sound: bool = True
    _alone: Alone | None = None

    def alone(self) -> Alone:
        self._alone = self._alone or Alone(self.master)
        return self._alone


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


def _words(content: bytes) -> list[list[str]]:
    """Return the words of each page, in reading order."""
    return [page.extract_text().split() for page in PdfReader(BytesIO(content)).pages]
