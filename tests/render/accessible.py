"""What a machine can see of PDF/UA-1 (ISO 14289-1), read back from a file: who hears a page must get what others see.

`faults(pdf)` → `[]`, or what is wrong: "p. 2: testo né etichettato né accessorio", "TH senza Scope". `counts(pdf)` says
how many elements of each kind there are, which are as many as the document has: none is parted by a page.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import Any

import pikepdf
from lxml import etree

from docservice.text.blocks import Document, Heading, Item, Letterhead, Paragraph, Plot, Signatures, Table, Title

_PAINT = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "TJ", "Tj", "'", '"', "INLINE IMAGE"}
_KNOWN = {f"/H{level}" for level in range(1, 7)} | {
    *("/Document", "/Part", "/Sect", "/Div", "/P", "/Span", "/Link", "/Figure", "/Form", "/Caption", "/BlockQuote"),
    *("/L", "/LI", "/Lbl", "/LBody", "/Table", "/THead", "/TBody", "/TFoot", "/TR", "/TH", "/TD"),
}
_WITHIN = {
    "/LI": {"/L"},
    "/Lbl": {"/LI"},
    "/LBody": {"/LI"},
    "/TR": {"/Table", "/THead", "/TBody", "/TFoot"},
    "/TH": {"/TR"},
    "/TD": {"/TR"},
}
_ORDERED = {"Decimal", "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha"}
_NS = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "schema": "http://www.aiim.org/pdfa/ns/schema#",
    "property": "http://www.aiim.org/pdfa/ns/property#",
}
_UA = "http://www.aiim.org/pdfua/ns/id/"
_ARTIFACT = -1
_Kid = tuple[Any, int]
"""Marked content: the page, by object, and its number there."""


def faults(pdf: bytes) -> list[str]:
    """Return what is wrong with a file."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return list(_Reading(file).faults())


def counts(pdf: bytes) -> Counter[str]:
    """Return how many elements of each kind a file has, their kinds without the slash."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return Counter(str(one.S)[1:] for one in _Reading(file).elements)


def expected(document: Document) -> dict[str, int]:
    """Return how many elements of each kind a document should have."""
    blocks = document.blocks
    kinds = Counter(map(type, blocks))
    titles = Counter(one.rank == "title" for one in blocks if isinstance(one, Title))
    tables = [one for one in blocks if isinstance(one, Table)]
    letterheads = [one for one in blocks if isinstance(one, Letterhead)]
    signing = sum(len(one.parties) for one in blocks if isinstance(one, Signatures))
    return {
        "H1": titles[True],
        "H2": kinds[Heading],
        "P": kinds[Paragraph]
        + titles[False]
        + 2 * signing  # party, name
        + sum(1 + len(one.lines) for one in letterheads),
        "LI": kinds[Item],
        "LBody": kinds[Item],
        "Lbl": kinds[Item],
        "Figure": kinds[Plot] + sum(one.logo is not None for one in letterheads),
        "Table": len(tables),
        "TR": sum(len(one.rows) + 1 for one in tables),
        "Sect": kinds[Signatures],
        "Div": signing + len(letterheads),
    }


class _Reading:
    """A file, its elements in the order of reading, and who holds which marked content."""

    def __init__(self, file: pikepdf.Pdf) -> None:
        self.file, self.root = file, file.Root
        self.elements: list[Any] = []
        self.held: dict[_Kid, Any] = {}
        self.objects: dict[Any, Any] = {}
        self.wrong: list[str] = []
        tree = self.root.StructTreeRoot
        self._read(tree.K, tree, None)

    def _read(self, kid: Any, parent: Any, page: Any) -> None:
        if isinstance(kid, pikepdf.Array):
            for one in kid:
                self._read(one, parent, page)
        elif isinstance(kid, int):
            self._hold(page, kid, parent)
        elif kid.get("/Type") == "/MCR":
            self._hold(kid.Pg, int(kid.MCID), parent)
        elif kid.get("/Type") == "/OBJR":
            self.objects[kid.Obj.objgen] = parent
        else:
            if kid.P.objgen != parent.objgen:
                self.wrong.append(f"{kid.S}: P non è chi lo contiene")
            self.elements.append(kid)
            self._read(kid.get("/K", pikepdf.Array()), kid, kid.get("/Pg"))

    def _hold(self, page: Any, mcid: int, element: Any) -> None:
        if (page.objgen, mcid) in self.held:
            self.wrong.append(f"{element.S}: contenuto {mcid} di due elementi")
        self.held[page.objgen, mcid] = element

    def faults(self) -> Iterator[str]:
        yield from self.wrong
        yield from self._file()
        owners = dict(self._owners(self.root.StructTreeRoot.ParentTree))
        shown: set[_Kid] = set()
        for number, page in enumerate(self.file.pages, 1):
            for fault in self._page(page, owners, shown):
                yield f"p. {number}: {fault}"
        if lost := set(self.held) - shown:
            yield f"{len(lost)} contenuti dell’albero non sono in nessuna pagina"
        yield from self._headings()
        for one in self.elements:
            yield from self._element(one)
        yield from self._fonts()
        yield from self._bookmarks()

    def _headings(self) -> Iterator[str]:
        levels = [int(str(one.S)[2:]) for one in self.elements if str(one.S)[1:2] == "H"]
        for before, level in pairwise([0, *levels]):
            if level > before + 1:
                yield f"H{level} dopo H{before}"

    def _element(self, one: Any) -> Iterator[str]:
        kind = str(one.S)
        if kind not in _KNOWN:
            yield f"{kind}: non è un tipo comune"
        if kind in _WITHIN and str(one.P.S) not in _WITHIN[kind]:
            yield f"{kind} in {one.P.S}"
        match kind:
            case "/Figure" if not str(one.get("/Alt", "")).strip():
                yield "Figure senza Alt"
            case "/Form" if "/K" not in one or one.K.get("/Type") != "/OBJR":
                yield "Form senza il suo campo"
            case "/L":
                yield from self._list(one)
            case "/Table":
                yield from self._table(one)

    def _file(self) -> Iterator[str]:
        root = self.root
        if str(root.get("/Lang", "")) != "it":
            yield "Lang"
        if not root.MarkInfo.Marked or root.MarkInfo.get("/Suspects"):
            yield "MarkInfo"
        if not root.ViewerPreferences.DisplayDocTitle:
            yield "DisplayDocTitle"
        packet = etree.fromstring(root.Metadata.read_bytes())
        if len(packet.findall("rdf:RDF", _NS)) != 1:
            yield "XMP: non un solo RDF"
        with self.file.open_metadata() as told:
            if told.get("pdfuaid:part") != "1" or not str(told.get("dc:title", "")).strip():
                yield "XMP: pdfuaid:part, dc:title"
        [uri] = packet.xpath("//schema:namespaceURI/text()", namespaces=_NS)
        names = packet.xpath("//property:name/text()", namespaces=_NS)
        used = [etree.QName(name) for one in packet.iter() for name in one.attrib if name.startswith("{")]
        if uri != _UA or names != sorted({one.localname for one in used if one.namespace == _UA}):
            yield "XMP: PDF/UA non descritto a PDF/A"

    def _owners(self, node: Any) -> Iterator[tuple[int, Any]]:
        for kid in node.get("/Kids", ()):
            yield from self._owners(kid)
        nums = list(node.get("/Nums", ()))
        yield from ((int(key), one) for key, one in zip(nums[::2], nums[1::2], strict=True))

    def _page(self, page: Any, owners: dict[int, Any], shown: set[_Kid]) -> Iterator[str]:
        mine = owners[int(page.obj.StructParents)]
        marks: list[int | None] = []  # the number of a content, _ARTIFACT, None for neither
        for operands, operator in pikepdf.parse_content_stream(page):
            verb, inside = str(operator), any(mark is not None for mark in marks)
            if verb in {"BMC", "BDC"}:
                marks.append(_mark(operands))
                if inside and marks[-1] is not None:
                    yield "un contenuto in un altro"
                if marks[-1] not in {None, _ARTIFACT}:
                    yield from self._content((page.obj.objgen, int(marks[-1] or 0)), mine, shown)
            elif verb == "EMC":
                marks.pop()
            elif verb in _PAINT and not inside:
                yield f"{verb} né etichettato né accessorio"
        yield from self._annotations(page, owners)

    def _content(self, kid: _Kid, owners: Any, shown: set[_Kid]) -> Iterator[str]:
        holder, number = self.held.get(kid), kid[1]
        if kid in shown:
            yield f"contenuto {number} due volte"
        if holder is None or number >= len(owners) or owners[number].objgen != holder.objgen:
            yield f"contenuto {number} che l’albero non ha, o ha altrove"
        shown.add(kid)

    def _annotations(self, page: Any, owners: dict[int, Any]) -> Iterator[str]:
        notes = list(page.obj.get("/Annots", ()))
        if notes and page.obj.get("/Tabs") != "/S":
            yield "ordine di tabulazione"
        for note in notes:
            holder = self.objects.get(note.objgen)
            kind, name = {"/Widget": ("/Form", "/TU"), "/Link": ("/Link", "/Contents")}[str(note.Subtype)]
            if holder is None or str(holder.S) != kind or owners[int(note.StructParent)].objgen != holder.objgen:
                yield f"{note.Subtype} fuori dall’albero"
            if not str(note.get(name, "")).strip():
                yield f"{note.Subtype} senza nome"

    @staticmethod
    def _list(one: Any) -> Iterator[str]:
        for item in one.K:
            kinds = [str(kid.S) for kid in item.K]
            if item.S != "/LI" or kinds != ["/Lbl", "/LBody"]:
                yield f"{item.S} con {kinds}"
        numbering = str(one.A.get("/ListNumbering", "/None"))[1:] if "/A" in one else "None"
        if numbering != "None" and numbering not in _ORDERED:
            yield f"ListNumbering {numbering}"

    def _table(self, table: Any) -> Iterator[str]:
        cells = [one for one in self.elements if one.S in {"/TH", "/TD"} and self._home(one).objgen == table.objgen]
        heads = [one for one in cells if one.S == "/TH"]
        ids = [
            str(one.ID) for one in heads if "/ID" in one
        ]  # a cell names the head of its column: a band needs no name
        if not heads or len(set(ids)) < len(ids):
            yield "tabella senza intestazioni, o con due uguali"
        if any(one.A.get("/Scope") not in {"/Column", "/Row"} for one in heads):
            yield "TH senza Scope"
        for one in cells:
            named = [str(head) for head in one.A.get("/Headers", ())]
            if one.S == "/TD" and (not named or not set(named) <= set(ids)):
                yield "TD senza le sue intestazioni"
        widths = Counter[Any]()
        for one in cells:
            widths[one.P.objgen] += int(one.A.get("/ColSpan", 1))
        if len(set(widths.values())) > 1:
            yield f"righe di {sorted(set(widths.values()))} celle"
        if sum(one.S == "/THead" for one in table.K) > 1:
            yield "intestazione ripetuta"

    @staticmethod
    def _home(one: Any) -> Any:
        while one.S != "/Table":
            one = one.P
        return one

    def _fonts(self) -> Iterator[str]:
        for one in self.file.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font":
                whole = one.Subtype == "/Type0"
                if whole and "/ToUnicode" not in one:
                    yield f"{one.BaseFont} senza ToUnicode"
                if not whole and "/FontFile2" not in one.FontDescriptor:
                    yield f"{one.BaseFont} non incorporato"

    def _bookmarks(self) -> Iterator[str]:
        heads = sum(str(one.S)[1:2] == "H" for one in self.elements)
        chain = partial(_chain, self.root.get("/Outlines"))
        names = [str(one.Title).strip() for one in chain()]
        if bool(names) != bool(heads) or not all(names):
            yield "segnalibri"


def _mark(operands: Any) -> int | None:
    """Return the number of what begins, `_ARTIFACT`, None for neither."""
    if str(operands[0]) == "/Artifact":
        return _ARTIFACT
    number = operands[1].get("/MCID") if len(operands) > 1 else None
    return None if number is None else int(number)


def _chain(parent: Any) -> Iterator[Any]:
    one = None if parent is None else parent.get("/First")
    while one is not None:
        yield one
        yield from _chain(one)
        one = one.get("/Next")
