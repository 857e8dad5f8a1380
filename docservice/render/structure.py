"""The structure (tag) tree of a printed document, mended on its objects (`pydyf`) before they are written.

The layout engine makes a structure for each page: a table that goes on has as many, each with its own repeated header.
It also leaves margin boxes marked as content of elements that hang on nothing. Here a table becomes one, and all that
the tree does not reach (furniture, what a page repeats) becomes an artifact, out of the reading order. Elements that
only wrap (a span for each line, a box with no meaning) give way to what they hold: a third of the file was theirs.
"""

from __future__ import annotations

from typing import Any

import pydyf
from weasyprint.formatting_structure.boxes import TableCellBox, TableRowBox

from docservice.render.html import AGAIN

_WRAPPERS = ("/Span", "/NonStruct")
_INNER = {("/P", "/LBody"), ("/Div", "/TH"), ("/Div", "/TD")}  # they say no more than what they are in
_BARE = {"Type", "S", "K", "Pg", "P"}
_PAGINATION: Any = pydyf.Dictionary({"Type": "/Pagination"})


def mend(document: Any, pdf: Any) -> None:
    """Join the tables that span pages, unwrap, turn into artifacts what is not in the tree; nothing if untagged."""
    if "StructTreeRoot" not in pdf.catalog:
        return
    _join_tables(document, pdf)
    root = _named(pdf, pdf.catalog["StructTreeRoot"])
    gone: dict[int, Any] = {}  # number of a wrapper -> who holds what it held
    for top in root["K"]:
        _unwrap(pdf, _named(pdf, top), gone)
    reached: set[int] = set()
    _reach(pdf, root["K"], reached)
    nums = _named(pdf, root["ParentTree"])["Nums"]
    for key, owners in zip(nums[::2], nums[1::2], strict=True):
        if isinstance(owners, list):
            owners[:] = [_holder(owner, gone) for owner in owners]
            lost = [mcid for mcid, owner in enumerate(owners) if _number(owner) not in reached]
            _discard(pdf, key, lost)
            for mcid in lost:
                owners[mcid] = b"null"
    for item in pdf.objects:
        if item.number not in reached and isinstance(item, dict) and item.get("Type") == "/StructElem":
            item.clear()  # freeing it would upset the numbering of the object stream


def _join_tables(document: Any, pdf: Any) -> None:
    """Move the bodies of a table's later pages into its first page's table, under its one header; bands stand once."""
    first: dict[Any, Any] = {}  # header cell of the HTML -> its first element
    for page in document.pages:
        ids: dict[bytes, Any] = {}
        homes: dict[int, tuple[Any, Any]] = {}
        boxes = list(page._page_box.descendants())  # noqa: SLF001
        cells = [box for box in boxes if isinstance(box, TableCellBox)]
        for cell in cells:
            if cell.element_tag == "th" and cell.element.get("scope") == "col":
                original = first.setdefault(cell.element, cell.mark)
                if original is not cell.mark:
                    ids[cell.mark["ID"].data] = original["ID"]
                    table = _table(pdf, cell.mark)
                    homes[table.number] = (table, _table(pdf, original))
        for cell in cells:
            headers = cell.mark["A"].get("Headers", ()) if cell.element_tag == "td" else ()
            if headers:
                cell.mark["A"]["Headers"] = pydyf.Array(ids.get(header.data, header) for header in headers)
        for row in boxes:
            if isinstance(row, TableRowBox) and AGAIN in row.element.get("class", "").split():
                again = _named(pdf, row.children[0].mark["P"])
                _named(pdf, again["P"])["K"].remove(again.reference)
        for table, home in homes.values():
            _move(pdf, table, home)


def _move(pdf: Any, table: Any, home: Any) -> None:
    for reference in table["K"]:
        part = _named(pdf, reference)
        if part["S"] != "/THead":
            part["P"] = home.reference
            home["K"].append(reference)
    _named(pdf, table["P"])["K"].remove(table.reference)


def _table(pdf: Any, element: Any) -> Any:
    while element["S"] != "/Table":
        element = _named(pdf, element["P"])
    return element


def _unwrap(pdf: Any, element: Any, gone: dict[int, Any]) -> None:
    """Put in the place of each wrapper below an element what it holds."""
    kids: Any = pydyf.Array()
    for kid in element["K"] if isinstance(element["K"], list) else [element["K"]]:
        child = _named(pdf, kid) if isinstance(kid, bytes) else None
        if child is None or child.get("Type") != "/StructElem":
            kids.append(kid)
            continue
        _unwrap(pdf, child, gone)
        wraps = child["S"] in _WRAPPERS or (child["S"], element.get("S")) in _INNER
        if not wraps or set(child) - _BARE or child["Pg"] != element.get("Pg"):
            kids.append(kid)
            continue
        gone[child.number] = element
        for inner in child["K"]:
            kids.append(inner)
            if isinstance(inner, bytes) and "P" in _named(pdf, inner):
                _named(pdf, inner)["P"] = element.reference
    element["K"] = kids


def _holder(owner: bytes, gone: dict[int, Any]) -> bytes:
    while (held := gone.get(_number(owner))) is not None:
        owner = held.reference
    return owner


def _reach(pdf: Any, kids: Any, reached: set[int]) -> None:
    """Collect the numbers of the objects under `kids`: references, or marked content (plain numbers) to skip."""
    for kid in kids if isinstance(kids, list) else [kids]:
        if isinstance(kid, bytes) and _number(kid) not in reached:
            reached.add(_number(kid))
            _reach(pdf, _named(pdf, kid).get("K", ()), reached)


def _discard(pdf: Any, page: int, lost: list[int]) -> None:
    """Mark as pagination artifacts the sequences `lost` of a page's content."""
    if not lost:
        return
    content = _named(pdf, _named(pdf, pdf.page_references[page])["Contents"]).stream
    gone = set(lost)
    for place, item in enumerate(content):
        if isinstance(item, dict) and item.get("MCID") in gone:
            content[place - 1 : place + 1] = ["/Artifact", _PAGINATION]


def _number(reference: bytes) -> int:
    return int(reference.split()[0])


def _named(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[_number(reference)]
