"""What stays on a page with what comes after it: clauses with their tables and boxes, short tables whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx_tools import DATA, W, convert, pages, part, rendered
from pdf_tools import page_texts
from samples import CREATED, runs

from docservice.render import pdf
from docservice.render.page_breaks import leads, whole, with_next
from docservice.text.blocks import (
    EMPTY,
    TICKED,
    Block,
    Document,
    Heading,
    Item,
    Paragraph,
    Plot,
    Signature,
    Signatures,
    Table,
)

CLAUSE = Item("8.", runs("Le ore settimanali sono in tutto:"), 1)
LETTER = Item("a)", runs("lettera"), 2)
BOX, TICK = Item(EMPTY, runs("casella"), 2), Item(TICKED, runs("casella"), 2)
PLOT = Plot(runs("t"), (runs("2021"),), ((runs("g"), runs("1,00")),))


def table(rows: int) -> Table:
    return Table((runs("Reparto"), runs("Ore")), tuple((runs(f"reparto{n}."), runs(f"{n}")) for n in range(rows)))


@pytest.mark.parametrize(
    ("blocks", "stay", "lead"),
    [
        ((CLAUSE, table(1)), {0}, set()),
        ((Paragraph(runs("Gli orari.")), table(1)), {0}, set()),
        ((Heading(runs("Capo")), table(1), table(1)), set(), set()),  # headings always stay, tables stand alone
        ((CLAUSE, PLOT, table(1)), {0}, set()),
        ((CLAUSE, LETTER, table(1)), {1}, {0}),
        ((CLAUSE, BOX), set(), {0}),
        ((CLAUSE, BOX, TICK, CLAUSE), {1}, {0}),
        ((CLAUSE, BOX, TICK, BOX, BOX, CLAUSE, TICK, BOX), {1, 2, 3, 6}, {0, 5}),
        ((CLAUSE, *[BOX] * 5), set(), {0}),
        ((CLAUSE, LETTER, LETTER, CLAUSE, CLAUSE), set(), {0}),
    ],
)
def test_who_stays(blocks: tuple[Block, ...], stay: set[int], lead: set[int]) -> None:
    assert with_next(blocks) == stay
    assert leads(blocks) == lead


def filled(lines: int, *blocks: Block) -> Document:
    return Document("Prova", (*(Paragraph(runs(f"riga{n}")) for n in range(lines)), *blocks, Paragraph(runs("Fine."))))


CASES: dict[str, tuple[tuple[Block, ...], list[str]]] = {
    "clause": ((CLAUSE, table(20)), ["sono in tutto:", "Reparto", "reparto0."]),
    "short table": ((CLAUSE, table(12)), ["sono in tutto:", *(f"reparto{n}." for n in range(12))]),
    "boxes": (
        (CLAUSE, *(Item(EMPTY, runs(f"casella{n}."), 2) for n in range(4))),
        ["sono in tutto:", *(f"casella{n}." for n in range(4))],
    ),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("step", [4, pytest.param(1, marks=pytest.mark.lungo)])
def test_the_page_breaks_before(case: str, step: int) -> None:
    blocks, together = CASES[case]
    homes = set()
    for lines in range(20, 40, step):  # a page holds some 36
        texts = page_texts(pdf.write(filled(lines, *blocks), data=DATA, created=CREATED))
        [home] = [place for place, text in enumerate(texts) if together[0] in text]
        assert [words for words in together if words not in texts[home]] == []
        homes.add(home)
    assert homes == {0, 1}


def closing(lines: int, rows: int) -> Document:
    """Return a document that ends with a table, what is declared of it, place and day, a signature."""
    below = (Paragraph(runs("Si dichiara.")), Paragraph(runs("Luogo e data.")), Signatures((Signature(runs("Firma")),)))
    return Document("Prova", (*(Paragraph(runs(f"riga{n}")) for n in range(lines)), table(rows), *below))


@pytest.mark.parametrize("rows", [9, 20])
def test_what_is_declared_of_a_table_has_two_rows_of_it_on_its_page(rows: int) -> None:
    broken = 0
    for lines in range(34 - rows, 42 - rows, 2):
        *_, last = page_texts(pdf.write(closing(lines, rows), data=DATA, created=CREATED))
        assert [
            words for words in (f"reparto{rows - 2}.", f"reparto{rows - 1}.", "Si dichiara.") if words not in last
        ] == []
        broken += "reparto0." not in last
    assert broken


def test_a_small_table_goes_whole_with_the_signatures() -> None:
    assert [whole(table(rows), closes=True) for rows in (5, 6, 12, 13)] == [True, False, False, False]
    assert [whole(table(rows), closes=False) for rows in (5, 6, 12, 13)] == [True, True, True, False]


def kept(document: Document) -> list[Any]:
    """Return of each line and of each row of the body whether it stays with the next."""
    body = part(rendered(document), "word/document.xml")[0]
    lines = [line for block in body for line in ([block] if block.tag == f"{W}p" else block.findall(f"{W}tr"))]
    return [line.find(f".//{W}keepNext") is not None for line in lines if line.tag in (f"{W}p", f"{W}tr")]


def test_the_docx_keeps_the_same() -> None:
    head, space = False, False  # the style of a header row keeps it; an empty line is under a table
    assert kept(filled(1, CLAUSE, table(3))) == [False, True, head, True, True, False, space, False]
    assert kept(filled(0, CLAUSE, table(13))) == [True, head, *[False] * 13, space, False]
    # the last two rows, the line under the table, declaration, place and day
    assert kept(closing(0, 13))[-8:] == [False, *[True] * 5, False, False]
    assert kept(filled(0, CLAUSE, BOX, TICK, BOX, CLAUSE)) == [True, True, True, False, False, False]


@pytest.mark.lungo
@pytest.mark.parametrize("case", CASES)
def test_in_libreoffice_too(case: str, tmp_path: Path) -> None:
    blocks, together = CASES[case]
    shown = pages(convert(rendered(filled(37, *blocks)), tmp_path, "pdf"))
    [home] = [place for place, text in enumerate(shown) if together[0] in text]
    assert home == 1
    assert [words for words in together if words not in shown[home]] == []
