"""What the tests of PDF share: texts of the tag tree and of the pages, and the outside tools that may be missing."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from pikepdf import pdfa

from docservice.text.blocks import Letterhead, Plot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docservice.text.blocks import Block, Document, Runs

_MORE = re.compile(
    # level A; and PDF/UA, with the schema that describes it, which PDF/A wants and this validator does not read
    "pdfaid:conformance is 'A', expected 'B'"
    "|XMP namespace pdfa(Extension|Schema|Property)=\\S+ is not permitted"
    "|XMP property (pdfuaid:part|pdfaExtension:schemas) is not permitted"
)
_WORD_FACES = {"Calibri": "Carlito", "Cambria": "Caladea"}
"""The faces of a DOCX, and those that have their metrics."""
_CHAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")


def need(*tools: str) -> None:
    """Skip the test if an outside program is missing; on CI, fail."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if missing:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"manca {', '.join(missing)}")


def poppler_reads(content: bytes, folder: Path) -> tuple[list[str], str]:
    """Return the tags that Poppler finds in a file, and the text of its pages: it has nothing to say of either.

    Of the two together (`pdfinfo -struct-text`) it reads a page again for each element on it, seconds for a form:
    test_pdf.py asks for them of short files.
    """
    need("pdfinfo", "pdftotext")
    path = folder / "letto.pdf"
    path.write_bytes(content)
    told = []
    for command in (["pdfinfo", "-struct", path], ["pdftotext", path, "-"]):
        ran = subprocess.run(command, check=True, capture_output=True, text=True)
        assert not ran.stderr
        told.append(ran.stdout)
    return [line.split()[0].rstrip(":") for line in told[0].splitlines() if line.strip()], told[1]


def need_faces() -> None:
    """Skip the test if the faces of a DOCX have no metrics here; on CI, fail."""
    need("fc-match")
    named = (subprocess.run(["fc-match", name], capture_output=True, text=True, check=True) for name in _WORD_FACES)
    missing = [face for face, told in zip(_WORD_FACES.values(), named, strict=True) if face not in told.stdout]
    if missing:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"manca il carattere {', '.join(missing)}")


def letters(text: str) -> str:
    """Return letters and digits only: what must be equal in every format."""
    return "".join(filter(str.isalnum, text))


def tree_text(pdf: bytes) -> str:
    """Return the text of a tagged PDF in the order of its tag tree; a newline closes each element."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        pages = {page.obj.objgen: _marked(page) for page in file.pages}
        return "".join(_walk(file.Root.StructTreeRoot.K, None, pages))


def page_texts(pdf: bytes) -> list[str]:
    """Return all that each page draws, furniture included, in the order of drawing."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return ["\n".join(text for _, text in _drawn(page)) for page in file.pages]


def drafts(pdf: bytes) -> list[int]:
    """Return how many times each page draws the word of a draft."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return [
            sum(str(operands[0]).startswith("/bozza") for operands, _ in pikepdf.parse_content_stream(page, "Do"))
            for page in file.pages
        ]


def archive_faults(pdf: bytes) -> list[str]:
    """Return what a file breaks of level B of PDF/A-3, but for what it is more."""
    found = pdfa.validate_written(io.BytesIO(pdf), "3b").violations
    return sorted(one.message for one in found if not _MORE.fullmatch(one.message))


def bookmarks(pdf: bytes) -> list[tuple[int, str, int, tuple[float, float]]]:
    """Return the bookmarks in order: how deep, what they say, where they lead, a page and a place on it."""
    with pikepdf.open(io.BytesIO(pdf)) as file, file.open_outline() as outline:
        return list(_bookmarks(file, outline.root, 0))


def _bookmarks(file: Any, items: Any, depth: int) -> Iterator[tuple[int, str, int, tuple[float, float]]]:
    for item in items:
        page, _, left, top, _ = item.destination
        place = round(float(left), 1), round(float(top), 1)
        yield depth, item.title, file.pages.index(pikepdf.Page(page)), place
        yield from _bookmarks(file, item.children, depth + 1)


def blocks_text(document: Document) -> str:
    """Return the text of a document's blocks, in order."""
    return "\n".join(text for block in document.blocks for text in _block_texts(block))


def _block_texts(block: Block) -> Iterator[str]:
    if hasattr(block, "parties"):
        for party in (one for row in block.rows for one in row if one):
            yield from (_text(party.role), _text(party.name))
    elif isinstance(block, Letterhead):
        yield block.alt if block.logo else ""
        yield from map(_text, (block.name, *block.lines))
    elif isinstance(block, Plot):
        yield told(block)
    elif hasattr(block, "header"):
        for row in (block.header, *block.rows):
            yield from map(_text, row)
    else:
        yield getattr(block, "mark", "") + _text(block.runs)


def told(block: Plot) -> str:
    """Return a plot in words, for those who do not see it."""
    said = [f"{_text(block.title)}."]
    for name, *figures in block.groups:
        each = (f"{_text(one)} {_text(figure) or '–'}" for one, figure in zip(block.periods, figures, strict=True))
        said.append(f"{_text(name)}: {', '.join(each)}.")
    return " ".join(said)


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _walk(node: Any, page: Any, pages: dict[Any, dict[int, str]]) -> Iterator[str]:
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from _walk(kid, page, pages)
    elif isinstance(node, int):
        yield pages[page][node]
    elif node.get("/Type") == "/MCR":
        yield pages[node.Pg.objgen][int(node.MCID)]
    elif node.get("/S") == "/Figure":
        yield f"{node.Alt}\n"  # the labels of a plot are in it
    elif node.get("/Type") == "/StructElem":
        yield from _walk(node.get("/K", pikepdf.Array()), node.Pg.objgen if "/Pg" in node else page, pages)
        yield "" if node.S in ("/Span", "/NonStruct") else "\n"
    else:
        assert node.Type == "/OBJR", node


def _marked(page: Any) -> dict[int, str]:
    texts: dict[int, str] = defaultdict(str)
    for mcid, text in _drawn(page):
        if mcid is not None:
            texts[mcid] += text
    return texts


def _drawn(page: Any) -> Iterator[tuple[int | None, str]]:
    """Yield (marked content or None, text) for each string the page shows."""
    maps = {name: _to_unicode(font) for name, font in page.Resources.Font.items()}
    font: dict[int, str] = {}
    kept = []
    open_marks: list[int | None] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BMC":
                open_marks.append(None)
            case "BDC":
                properties = operands[1]
                open_marks.append(int(properties.MCID) if "/MCID" in properties else None)
            case "EMC":
                open_marks.pop()
            case "q":
                kept.append(font)
            case "Q":
                font = kept.pop()
            case "Tf":
                font = maps[str(operands[0])]
            case "TJ":
                raw = b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))
                codes = (int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2))
                yield (open_marks[-1] if open_marks else None), "".join(font[code] for code in codes)
            case "Tj":
                raise AssertionError("Tj")


def _to_unicode(font: Any) -> dict[int, str]:
    table = font.ToUnicode.read_bytes()
    assert b"beginbfrange" not in table
    body = table.split(b"endcodespacerange")[-1]
    return {int(a, 16): bytes.fromhex(b.decode()).decode("utf-16-be") for a, b in _CHAR.findall(body)}
