"""Takes a printed document apart, object by object, just before the engine writes it: a master is what it leaves.

`full.print_out(laid, cutter.cut)` prints nothing; `cutter.master` then has the pages, each cut at the lines to write
anew, and what all copies have in common.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

import pydyf
from pydyf import _to_bytes as as_bytes

from docservice.render.errors import RenderError
from docservice.render.finishing.finish import mend_all
from docservice.render.stamp import lines
from docservice.render.stamp.faces import Face
from docservice.render.stamp.master import Master
from docservice.render.stamp.specimen import face
from docservice.render.stamp.template import Key, Template, stream, template

_SHOWN = 3
"""Operators that show a text: matrix, font, glyphs."""


class Cutter:
    """Takes the objects of a printed document apart, just before the engine writes them.

    `kept` are the places of the pages, among those laid, that belong in a copy.
    """

    def __init__(self, laid: Any, kept: Sequence[int], alphabet: frozenset[str]) -> None:
        self._laid, self.kept, self._alphabet = laid, kept, alphabet
        self._tagged = kept
        """The pages of which the structure belongs in a copy."""
        self._marked = bool(alphabet)
        """Whether marks stand for values: on one laid for itself they do not, whatever its words look like."""
        self._of_book: dict[int, str] = {}
        self._of_form: dict[int, int] = {}
        self._of_all: dict[int, int] = {}
        self.master = Master()

    def cut(self, document: Any, pdf: Any) -> None:
        """Do it: a finisher."""
        mend_all(document, pdf)
        self._pdf, self._fonts = pdf, list(document.fonts.values())
        self._take()

    def _take(self) -> None:
        pdf, kept = self._pdf, [self._pdf.page_references[place] for place in self.kept]
        pages = list(map(self._named, kept))
        fields = [self._named(reference) for page in pages for reference in page.get("Annots", ())]
        root = self._named(pdf.catalog["StructTreeRoot"])
        [tree] = map(self._named, root["K"])
        parents = self._named(root["ParentTree"])
        for name, item in (("pages", pdf.pages), ("structure", root), ("document", tree), ("parents", parents)):
            self._of_book[item.number] = name
        master = self.master
        master.pages, master.fields = self._own(pages), self._own(fields)
        tagged = [pdf.page_references[place] for place in self._tagged]
        tops = [top for top in map(self._named, tree["K"]) if top["Pg"] in tagged]
        master.tops = self._own(tops)
        self._own([item for top in tops for item in self._below(top)])
        self._bookmarks()
        self._parents(parents, fields)
        for number in list(self._of_form):
            item = pdf.objects[number]
            cut = self._page(item, self._of_form[number]) if item.get("Type") == "/Page" else item
            master.form.append(template(cut, self._key, marked=self._marked))
        self._around()

    def _named(self, reference: bytes) -> Any:
        return self._pdf.objects[int(reference.split()[0])]

    def _own(self, items: Iterable[Any]) -> list[int]:
        """Enter objects among the form's, if they are not; return their places."""
        return [self._of_form.setdefault(item.number, len(self._of_form)) for item in items]

    def _key(self, number: int) -> Key:
        if number in self._of_book:
            return "book", self._of_book[number]
        if number in self._of_form:
            return "form", self._of_form[number]
        return "shared", self._share(number)

    def _share(self, number: int) -> int:
        if number not in self._of_all:
            item = self._pdf.objects[number]
            if not isinstance(item, pydyf.Stream):
                self._of_all[number] = self._put(template(item, self._key))
            elif b" 0 R" in pydyf.Dictionary(item.extra).data:
                self._of_all[number] = self._put(stream(item, self._key))  # a drawing with others inside
            else:
                self._of_all[number] = self._put(item.data)
        return self._of_all[number]

    def _put(self, thing: Template | bytes) -> int:
        self.master.shared.append(thing)
        return len(self.master.shared) - 1

    def _below(self, element: Any) -> Iterator[Any]:
        """Yield the objects of the structure under one, itself first."""
        yield element
        kids = element.get("K", ())
        for kid in kids if isinstance(kids, list) else [kids]:
            if isinstance(kid, bytes):
                yield from self._below(self._named(kid))

    def _bookmarks(self) -> None:
        if "Outlines" not in self._pdf.catalog:
            return
        top = self._named(self._pdf.catalog["Outlines"])
        self._of_book[top.number] = "outlines"
        self.master.bookmarks = self._own(self._chain(top))
        self.master.outlines = template(top, self._key)

    def _chain(self, parent: Any) -> Iterator[Any]:
        """Yield the bookmarks under one: first its own, then theirs."""
        own, reference = [], parent.get("First")
        while reference is not None:
            own.append(self._named(reference))
            reference = own[-1].get("Next")
        yield from own
        for one in own:
            yield from self._chain(one)

    def _parents(self, tree: Any, fields: Sequence[Any]) -> None:
        """Give new places to pages and fields in the parent tree, the specimen left out."""
        owners = dict(zip(tree["Nums"][::2], tree["Nums"][1::2], strict=True))
        places = list(self.kept)
        for one in fields:
            places.append(one["StructParent"])
            one["StructParent"] = ("place", len(places) - 1)
        self.master.parents = [template(owners[place], self._key) for place in places]

    def _page(self, page: Any, place: int) -> Any:
        """Return a page whose content is cut at the lines to write anew."""
        content = self._named(page["Contents"]).stream
        found = sorted((self._line(one, content) for one in self._find(place)), key=itemgetter(0))
        pieces: Any = pydyf.Array()
        done = 0
        for first, last, line in found:
            pieces.append(("shared", self._stream(content[done:first])))
            pieces.append(("lines", len(self.master.lines)))
            self.master.lines.append(line)
            done = last
        pieces.append(("shared", self._stream(content[done:])))
        return pydyf.Dictionary(
            page | {"Contents": pieces, "StructParents": ("place", place), "Parent": ("book", "parent")}
        )

    def _find(self, place: int) -> Iterable[lines.Found]:
        """Return the lines to write anew on a page."""
        return () if not self._marked else lines.find(self._laid.pages[self.kept[place]])

    def _stream(self, content: Sequence[Any]) -> int:
        packed = zlib.compress(b"\n".join(map(as_bytes, content)), 9)
        return self._put(b"<</Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (len(packed), packed))

    def _line(self, found: lines.Found, content: Sequence[Any]) -> tuple[int, int, lines.Line]:
        """Return where a line begins and ends in the content of its page, and the line."""
        begins = [self._drawn(box, content) for box in found.boxes]
        drawn = [begin for begin in begins if begin is not None]
        ends = dict(zip(drawn, [*drawn[1:], drawn[-1] + _SHOWN], strict=True))
        units, after = [], []
        for box, begin in zip(found.boxes, begins, strict=True):
            font = None if begin is None else bytes(content[begin + 1]).removesuffix(b" Tf")
            words = lines.words(box.text) if found.number is None else (found.number,)
            units.append(lines.Unit(words, self._face(box, font), font))
            between = () if begin is None else content[begin + _SHOWN : ends[begin]]
            after.append(b"\n".join(map(as_bytes, between)))
        first = found.boxes[0]
        baseline = b"%.6f" % (first.position_y + first.baseline)
        begins_at = first.position_x if found.number is None else 0
        line = lines.Line(begins_at, found.right, baseline, tuple(units), tuple(after), found.number is not None)
        return drawn[0], drawn[-1] + _SHOWN, line

    def _drawn(self, box: Any, content: Sequence[Any]) -> int | None:
        """Return where a text box is drawn: its matrix, followed by its font and its text; None if it is all spaces."""
        if not box.text.strip():
            return None
        place = b" ".join(map(as_bytes, (1, 0, 0, -1, box.position_x, box.position_y + box.baseline))) + b" Tm"
        begin = content.index(place)
        if not (
            content[begin + 1].endswith(b" Tf") and content[begin + 2].endswith(b" TJ") and content[begin + 3] == b"ET"
        ):
            raise RenderError("testo non previsto nel PDF")
        return begin

    def _face(self, box: Any, font: bytes | None) -> Face:
        whole = face(box, self._alphabet)
        return whole if font is None else face(box, whole.drawn_by(self._file(font).to_unicode.keys()))

    def _file(self, font: bytes) -> Any:
        name = font.split()[0][1:].decode()
        return next(one for one in self._fonts if one.hash == name)

    def _around(self) -> None:
        """Take what makes the file around the pages."""
        catalog: Any = dict(self._pdf.catalog)
        metadata = self._named(catalog["Metadata"])
        self.master.metadata = b"\n".join(map(as_bytes, metadata.stream))
        self.master.info = self._pdf.info.data
        self._of_book[metadata.number] = "metadata"
        if self.master.fields:
            catalog["AcroForm"] = ("book", "fields")
        catalog |= {
            "Names": pydyf.Dictionary({"EmbeddedFiles": ("book", "names")}),
            "AF": pydyf.Array([("files", "all")]),
        }
        self.master.root = template(catalog, self._key)
