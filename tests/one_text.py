"""The words of a document are the same in every format: how they are read, and how they are compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx_tools import text_in
from lxml import etree
from lxml import html as lxml_html
from papers import FORMATI, composto, reso
from pdf_tools import blocks_text, letters, tree_text

from docservice import service
from docservice.text.blocks import Document


def body_text(kind: str, content: bytes) -> str:
    """Return the letters and digits of a document in reading order, furniture aside.

    A picture is what it tells who does not see it.
    """
    if kind == "pdf":
        return letters(tree_text(content))
    if kind == "docx":
        return letters("".join(text_in(content)))
    [main] = lxml_html.fromstring(content.decode()).iter("main")
    for plot in main.iter("svg"):
        etree.strip_elements(plot, "text", with_tail=False)  # its title tells them
    for picture in main.iter("img"):
        picture.tail = picture.get("alt") + (picture.tail or "")
    return letters(main.text_content())


def assert_one_text(
    slug: str,
    data: Any,
    *,
    bozza: bool = False,
    formati: Sequence[str] = FORMATI,
    made: dict[str, bytes] | None = None,
) -> Document:
    """Check that each format has the words of the blocks, all and in their order; return the blocks.

    Each file is made for this check alone, and put in `made`; `assert_kept_text` reads those that the run keeps.
    """
    one = service.atto(slug, data)
    document = one.documento()
    made = {} if made is None else made
    for kind in formati:
        made[kind] = service.rendi(one, kind, bozza=bozza).contenuto
    assert_says(document, made)
    return document


def assert_kept_text(slug: str, data: Any = None, *, bozza: bool = False) -> None:
    """Check the same on files that other tests read too."""
    assert_says(composto(slug, data), {kind: reso(slug, kind, data, bozza=bozza) for kind in FORMATI})


def assert_says(document: Document, made: dict[str, bytes]) -> None:
    """Check that what was made of a document, by format, has the words of its blocks."""
    wanted = letters(blocks_text(document))
    assert len(wanted) > 300, f"il testo ha {len(wanted)} lettere, ne servono più di 300: è ancora vuoto?"
    for kind, content in made.items():
        assert body_text(kind, content) == wanted, kind
