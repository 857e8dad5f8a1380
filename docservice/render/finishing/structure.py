"""The structure (tag) tree of a printed document, mended on its objects (`pydyf`) before they are written.

The layout engine makes a structure for each page: what goes on has as many elements, a table each with its own repeated
header. It also leaves margin boxes marked as content of elements that hang on nothing. Here what the HTML holds once is
one element: `<P, page 1, [3 4]>` and `<P, page 2, [0]>` become `<P, page 1, [3 4 <MCR, page 2, 0>]>`. All that the tree
does not reach (furniture, repeated headers) becomes an artifact, out of the reading order. Elements that only wrap (a
span for each line, a box with no meaning) give way to what they hold: a third of the file was theirs.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pydyf
from weasyprint.pdf import tags

from docservice.render.bands.rows import AGAIN
from docservice.render.finishing.meaning import mean
from docservice.render.finishing.objects import named, number

if TYPE_CHECKING:
    from collections.abc import Iterator

_WRAPPERS = ("/Span", "/NonStruct")
_INNER = {("/P", "/LBody"), ("/Div", "/TH"), ("/Div", "/TD")}  # they say no more than what they are in
_BARE = {"Type", "S", "K", "Pg", "P"}
_JOINED = {"/Part", "/H1", "/H2", "/P", "/L", "/LI", "/LBody", "/Table", "/TR", "/TH", "/TD"}
_PAGINATION: Any = pydyf.Dictionary({"Type": "/Pagination"})


@contextmanager
def tagging() -> Iterator[None]:
    """Have each element that the engine makes know what it is of: its `source`, an element of the HTML.

    Nothing else tells which elements, on two pages, are of one paragraph.
    """
    build = tags._build_box_tree  # noqa: SLF001 - it calls itself by this name

    def told(box: Any, *others: Any) -> Iterator[Any]:
        for element in build(box, *others):
            if not hasattr(element, "source"):  # it comes out of the boxes of the page and of the body too
                element.source = box.element
            yield element

    tags._build_box_tree = told  # noqa: SLF001
    try:
        yield
    finally:
        tags._build_box_tree = build  # noqa: SLF001


def mend(pdf: Any) -> None:
    """Join what spans pages, say what it means, unwrap, make artifacts of the rest; nothing if untagged.

    What is printed was made while `tagging`.
    """
    if "StructTreeRoot" not in pdf.catalog:
        return
    root = named(pdf, pdf.catalog["StructTreeRoot"])
    gone = _Joining(pdf).gone
    mean(pdf)
    for top in root["K"]:
        _unwrap(pdf, named(pdf, top), gone)
    reached: set[int] = set()
    _reach(pdf, root["K"], reached)
    nums = named(pdf, root["ParentTree"])["Nums"]
    for key, owners in zip(nums[::2], nums[1::2], strict=True):
        if isinstance(owners, list):
            owners[:] = [_holder(owner, gone) for owner in owners]
            lost = [mcid for mcid, owner in enumerate(owners) if number(owner) not in reached]
            _discard(pdf, key, lost)
            for mcid in lost:
                owners[mcid] = b"null"
    for item in pdf.objects:
        if item.number not in reached and isinstance(item, dict) and item.get("Type") == "/StructElem":
            item.clear()  # freeing it would upset the numbering of the object stream


class _Joining:
    """What is found going through the elements, page after page.

    `gone` are those that gave what they held to another, by number: to which.
    """

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self._first: dict[Any, Any] = {}
        self._repeated: set[int] = set()
        self._ids: dict[str, Any] = {}
        self.gone: dict[int, Any] = {}
        known = [element for element in pdf.objects if getattr(element, "source", None) is not None]
        for element in known:
            self._take(element)
        for element in known if self._ids else ():
            if headers := element.get("A", {}).get("Headers"):
                told = (self._ids.get(header.string, header) for header in headers)
                element["A"]["Headers"] = pydyf.Array(told)

    def _take(self, element: Any) -> None:
        """Give what an element holds to the first of its source, on an earlier page; leave out what a page repeats."""
        kind, parent = element["S"], named(self._pdf, element["P"])
        home = self._first.setdefault((element.source, kind), element)
        if parent.number in self._repeated:
            self._repeated.add(element.number)
            if "ID" in element:
                self._ids[element["ID"].string] = home["ID"]
        elif kind == "/TR" and AGAIN in element.source.get("class", "").split():
            self._repeated.add(element.number)
            parent["K"].remove(element.reference)
        elif home is element:
            if kind == "/THead":  # on the page before, if there is one, a row took all the room
                parent["K"].remove(element.reference)
                parent["K"].insert(0, element.reference)
        elif home["Pg"] == element["Pg"]:
            return  # a box without an element of its own
        elif kind == "/THead":
            self._repeated.add(element.number)
            parent["K"].remove(element.reference)
        elif kind in _JOINED:
            parent["K"].remove(element.reference)
            _give(self._pdf, element, home)
            self.gone[element.number] = home


def _give(pdf: Any, element: Any, to: Any) -> None:
    """Put at the end of an element what another holds."""
    for kid in element["K"]:
        to["K"].append(_from(element, kid, to))
        if isinstance(kid, bytes) and "P" in (held := named(pdf, kid)):
            held["P"] = to.reference


def _from(element: Any, kid: Any, to: Any) -> Any:
    """Return what an element holds as another holds it: marked content of another page is named with its page."""
    if isinstance(kid, int) and element["Pg"] != to.get("Pg"):
        return pydyf.Dictionary({"Type": "/MCR", "Pg": element["Pg"], "MCID": kid})
    return kid


def _unwrap(pdf: Any, element: Any, gone: dict[int, Any]) -> None:
    """Put in the place of each wrapper below an element what it holds."""
    kids, element["K"] = element["K"], pydyf.Array()
    for kid in kids if isinstance(kids, list) else [kids]:
        child = named(pdf, kid) if isinstance(kid, bytes) else None
        if child is None or child.get("Type") != "/StructElem":
            element["K"].append(kid)
            continue
        _unwrap(pdf, child, gone)
        wraps = child["S"] in _WRAPPERS or (child["S"], element.get("S")) in _INNER
        if not wraps or set(child) - _BARE:
            element["K"].append(kid)
            continue
        gone[child.number] = element
        _give(pdf, child, element)


def _holder(owner: bytes, gone: dict[int, Any]) -> bytes:
    while (held := gone.get(number(owner))) is not None:
        owner = held.reference
    return owner


def _reach(pdf: Any, kids: Any, reached: set[int]) -> None:
    """Collect the numbers of the objects under `kids`: references, or marked content to skip."""
    for kid in kids if isinstance(kids, list) else [kids]:
        if isinstance(kid, bytes) and number(kid) not in reached:
            reached.add(number(kid))
            _reach(pdf, named(pdf, kid).get("K", ()), reached)


def _discard(pdf: Any, page: int, lost: list[int]) -> None:
    """Mark as pagination artifacts the sequences `lost` of a page's content."""
    if not lost:
        return
    content = named(pdf, named(pdf, pdf.page_references[page])["Contents"]).stream
    gone = set(lost)
    for place, item in enumerate(content):
        if isinstance(item, dict) and item.get("MCID") in gone:
            content[place - 1 : place + 1] = ["/Artifact", _PAGINATION]
