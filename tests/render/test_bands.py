"""Bands of tables: how they look, and how pages repeat them; those of long tables are in `test_stamp_table`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import pytest
from accessible import faults
from docx_tools import DATA
from lxml import html as lxml_html
from pdf_tools import blocks_text, bookmarks, letters, page_texts, tree_text
from samples import CREATED, runs

from docservice.render import full, html
from docservice.render.bands.pages import BAND, PLAIN, SUM, Page, Start, TooHigh, pages
from docservice.text.blocks import Document, Heading, Paragraph, Signature, Signatures, Table, Title

COLUMNS = 3


def table(*departments: int, height: int = 1) -> Table:
    """Return a table of departments of so many workers, each with its sum."""
    rows, bands, totals = [], set(), set()
    for letter, many in zip("ABCDEF", departments, strict=False):
        bands.add(len(rows))
        rows.append((runs(f"Reparto {letter}, con un nome più lungo di ogni cella"), *[()] * (COLUMNS - 1)))
        rows += [(runs(f"{letter}{n}"), runs("\n".join(["nome"] * height)), runs("40,00")) for n in range(many)]
        totals.add(len(rows))
        rows.append((runs(f"Totale {letter}"), (), runs("99,00")))
    return Table((runs("N."), runs("Nome"), runs("Ore")), tuple(rows), frozenset(totals), frozenset(bands))


def document(*tables: Table, close: int = 0) -> Document:
    """Return a document with tables, then so many lines that stay with the signatures."""
    said = [Paragraph(runs("\n".join(["Ultima riga."] * close)))] if close else []
    signed = Signatures((Signature(runs("Per il datore")),))
    return Document("Prova", (Title(runs("Prova"), "title"), *tables, *said, signed))


def printed(sample: Document) -> list[list[str]]:
    """Return the texts of each page under the names of the columns; check that tags say what the blocks say."""
    made = full.write(sample, data=DATA, created=CREATED)
    assert letters(tree_text(made)) == letters(blocks_text(sample))
    assert faults(made) == []
    shown = [page.split("\n") for page in page_texts(made)]
    return [page[page.index("Ore") + 1 :] for page in shown if "Ore" in page]


def check(pages: Sequence[Sequence[str]]) -> None:
    """Check that each page begins with the band of its first row, and none ends with one."""
    for page in pages:
        assert page[0].startswith("Reparto")
        assert page[1].lstrip("Totale ")[0] == page[0].split()[1][0]
        assert not page[1].startswith("Totale")
        rows = [text for text in page if text[1:].isdigit() or text.split()[0] in {"Reparto", "Totale"}]
        assert not rows[-1].startswith("Reparto")


def test_a_band_spans_the_table_and_widens_no_column() -> None:
    banded = table(2, 2)
    plain = Table(banded.header, [row for place, row in enumerate(banded.rows) if place not in banded.bands])
    roots = [
        lxml_html.fromstring(html.write(document(one), data=DATA, created=CREATED).decode()) for one in (banded, plain)
    ]
    ours, theirs = (root.xpath("//col/@width") for root in roots)
    assert ours == theirs
    assert [row.get("class") for row in roots[0].xpath("//tbody[1]/tr")][:4] == ["fascia", None, None, "totale"]
    [first, _] = roots[0].xpath("//tr[@class='fascia']/th")
    assert (first.get("scope"), first.get("colspan")) == ("row", str(COLUMNS))
    assert first.text_content().startswith("Reparto A")
    assert not roots[0].xpath("//tr[contains(@class, 'ripresa')]")


def test_a_department_has_a_bookmark_under_the_heading_of_its_table() -> None:
    """However many pages repeat its band; a name of two lines is told on one, and no name is no bookmark."""
    first, second = table(50, 1), table(1, 1)
    spoken = list(second.rows)
    spoken[0], spoken[3] = ((runs("Reparto:\n colata"), (), ()), (runs(" "), (), ()))
    blocks = (
        Heading(runs("Premesse")),
        first,
        Heading(runs("Allegato"), annex=True),
        Heading(runs("Elenco")),
        replace(second, rows=tuple(spoken)),
        Heading(runs("Firme")),
    )
    sample = replace(document(), blocks=(Title(runs("Prova"), "title"), *blocks))
    made = full.write(sample, data=DATA, created=CREATED)
    assert [(depth, title[:15]) for depth, title, _, _ in bookmarks(made)] == [
        *((0, "Prova"), (1, "Premesse"), (2, "Reparto A, con "), (2, "Reparto B, con ")),
        *((1, "Allegato"), (2, "Elenco"), (3, "Reparto: colata"), (2, "Firme")),
    ]
    assert faults(made) == []


class _Row(NamedTuple):
    kind: int
    height: float = 10


@pytest.mark.parametrize(
    ("kinds", "room", "expected"),
    [
        ([BAND, PLAIN, PLAIN, PLAIN], 30, [Start(0), Start(3, 0)]),
        ([BAND, PLAIN, PLAIN, PLAIN, PLAIN, PLAIN], 30, [Start(0), Start(3, 0), Start(5, 0)]),
        ([BAND, PLAIN, BAND, PLAIN], 30, [Start(0), Start(2)]),  # none ends a page, nor is it repeated where it stands
        ([PLAIN, PLAIN, PLAIN, BAND, PLAIN], 20, [Start(0), Start(2), Start(3)]),  # none is above yet
        ([BAND, PLAIN, PLAIN, SUM, SUM], 40, [Start(0), Start(2, 0)]),  # a sum takes a row along
        ([BAND, PLAIN, PLAIN], 20, [Start(0), Start(2, 0)]),
        ([BAND, PLAIN, PLAIN, SUM], 20, [Start(0), Start(2)]),  # with the band there would be no room for the sum
    ],
)
def test_rows_are_parted_into_pages(kinds: list[int], room: float, expected: list[Start]) -> None:
    assert list(pages([*map(_Row, kinds)], Page(0, 0, room), {kinds.index(BAND): 10})) == expected


def test_a_row_that_no_page_holds() -> None:
    found = pages([_Row(BAND), _Row(PLAIN), _Row(PLAIN, 40)], Page(0, 0, 30), {0: 10})
    assert next(found) == Start(0)
    with pytest.raises(TooHigh):
        next(found)


@pytest.mark.parametrize("first", [pytest.param(n, marks=[] if n == 40 else pytest.mark.lungo) for n in range(36, 45)])
def test_each_page_below_a_band_repeats_it(first: int) -> None:
    """Wherever the second band comes, on the first page or at the top of the second."""
    shown = printed(document(table(first, 50, 30)))
    assert len(shown) > 2
    check(shown)


def test_rows_that_what_follows_takes_along_have_their_band() -> None:
    """Laid out again, the table fills its last page; what is signed takes rows along, and it is laid out once more."""
    shown = printed(document(table(71), close=1))
    check(shown)
    assert len(shown) == 3


def test_a_row_higher_than_a_page_is_printed_once() -> None:
    made = full.write(sample := document(table(1, height=60)), data=DATA, created=CREATED)
    assert sorted(letters(tree_text(made))) == sorted(letters(blocks_text(sample)))
