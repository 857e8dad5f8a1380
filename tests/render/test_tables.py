"""Tables of many columns and rows: pages on their long side, widths, rows that sum."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx_tools import DATA, W, part
from lxml import html as lxml_html
from pypdf import PdfReader
from samples import CREATED, runs
from stadi import un_terzo
from weasyprint.formatting_structure.boxes import InlineBlockBox, LineBox, TableCellBox

from docservice.render import docx, full, html, pdf
from docservice.render.columns import LONG_WIDTH, TEXT_WIDTH, columns
from docservice.render.engine import strict
from docservice.text.blocks import Document, Paragraph, Run, Signature, Signatures, Table


def document(columns: int, rows: int, *, landscape: bool = True) -> Document:
    header = tuple(runs(f"Colonna {n}") for n in range(columns))
    body = tuple(tuple(runs(f"r{row}c{n}") for n in range(columns)) for row in range(rows))
    table = Table(header, body, frozenset({rows - 1}))
    signed = Signatures((Signature(runs("Per il datore")),))
    return Document("Tabella", (table, Paragraph(runs("Luogo e data.")), signed), landscape=landscape)


def sizes(made: bytes) -> set[tuple[int, int]]:
    return {(round(page.mediabox.width), round(page.mediabox.height)) for page in PdfReader(BytesIO(made)).pages}


@pytest.mark.parametrize("bozza", [False, True])
@pytest.mark.parametrize(("landscape", "size"), [(True, (842, 595)), (False, (595, 842))])
def test_pages_lie_as_told(landscape: bool, size: tuple[int, int], bozza: bool) -> None:  # noqa: FBT001
    sample = document(4, 80, landscape=landscape)
    made = pdf.write(sample, data=DATA, created=CREATED, bozza=bozza)
    assert sizes(made) == {size}
    assert len(PdfReader(BytesIO(made)).pages) > 1
    word = docx.write(sample, data=DATA, created=CREATED, bozza=bozza)
    page = part(word, "word/document.xml").find(f".//{W}pgSz")
    assert (page.get(f"{W}orient") == "landscape") is landscape
    assert (int(page.get(f"{W}w")) > int(page.get(f"{W}h"))) is landscape
    grid = next(part(word, "word/document.xml").iter(f"{W}tblGrid"))
    assert sum(int(column.get(f"{W}w")) for column in grid) == (LONG_WIDTH if landscape else TEXT_WIDTH)
    tabs = {int(tab.get(f"{W}pos")) for tab in part(word, "word/styles.xml").iter(f"{W}tab")}
    assert (LONG_WIDTH in tabs) is landscape


def test_a_row_that_sums_stands_out_and_stays_with_the_one_above() -> None:
    sample = document(4, 14)
    root = lxml_html.fromstring(html.write(sample, data=DATA, created=CREATED).decode())
    assert [row.get("class") for row in root.xpath("//tbody/tr")][:14] == [None] * 13 + ["totale"]
    table = part(docx.write(sample, data=DATA, created=CREATED), "word/document.xml").find(f".//{W}tbl")
    rows = table.findall(f"{W}tr")
    styles = [row.find(f".//{W}pStyle").get(f"{W}val") for row in rows]
    assert styles == ["CartaTestata", *["CartaCella"] * 13, "CartaTotale"]
    assert [row.find(f".//{W}keepNext") is not None for row in rows[:14]] == [False] * 13 + [True]


@pytest.mark.parametrize("rows", un_terzo(range(20, 50, 3)))
def test_no_sum_begins_a_page(rows: int) -> None:
    made = pdf.write(document(3, rows), data=DATA, created=CREATED)
    [last] = [page.extract_text() for page in PdfReader(BytesIO(made)).pages if f"r{rows - 1}c0" in page.extract_text()]
    assert f"r{rows - 2}c0" in last


@pytest.mark.parametrize(("columns", "dense"), [(10, False), (11, True)])
def test_many_columns_have_smaller_letters(columns: int, dense: bool) -> None:  # noqa: FBT001
    sample = document(columns, 3)
    root = lxml_html.fromstring(html.write(sample, data=DATA, created=CREATED).decode())
    assert bool(root.xpath("//table[contains(@class, 'fitta')]")) is dense
    word = docx.write(sample, data=DATA, created=CREATED)
    defined = {style.get(f"{W}styleId") for style in part(word, "word/styles.xml").iter(f"{W}style")}
    used = {style.get(f"{W}val") for style in part(word, "word/document.xml").iter(f"{W}pStyle")}
    assert ({"CartaTestataFitta", "CartaCellaFitta", "CartaTotaleFitta"} <= used) is dense
    assert used <= defined


def widths(rows: list[list[str]], total: int = TEXT_WIDTH) -> list[int]:
    return list(columns(rows[0], zip(*rows[1:], strict=True), total).widths)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("999.999.999,00", True),
        ("1.000.000.000,00", True),
        ("-999.999.999.999,00", True),
        ("12.345.678.901.234.567.890", True),
        ("1.000.000.000 €", True),
        ("1234567890123", False),  # not grouped: a code
        ("12.3456.789.012.345", False),
        ("1.000.000.000.00", False),
        ("01234560165", False),
        ("BNTCRL71C54A794Q", False),
    ],
)
def test_figures_of_any_length_line_up_at_their_right(text: str, right: bool) -> None:  # noqa: FBT001
    assert (0 in columns(["Dato"], [["12,00", text, "–"]]).right) is right


def test_a_column_is_as_wide_as_its_cells() -> None:
    number, code, long = widths([["N.", "Codice fiscale", "Documento"], ["1", "BNTCRL71C54A794Q", "x " * 60]])
    assert number < code < long
    assert number + code + long == TEXT_WIDTH
    assert widths([["a", "a"], ["a", "a"]])[1] == TEXT_WIDTH // 2
    assert sum(widths([["x" * 300, "y"]], LONG_WIDTH)) == LONG_WIDTH


def test_words_joined_by_a_no_break_space_count_as_one() -> None:
    crowd = ["parola " * 20] * 6
    assert widths([[*crowd, "entro\u00a0limite"]])[-1] > widths([[*crowd, "entro limite"]])[-1]


def test_long_words_leave_short_columns_their_width() -> None:
    long = "Papadopoulos-Konstantinopoulos"
    rows = [["N.", "Nome", "Qualifica", "Reparto", "Sede"], ["12", long, long, long, long]]
    short, *others = widths(rows)
    assert 452 <= short < 457  # 220 around, 93% of 145 for N and of 105 for the dot; and what rounding leaves
    assert len(set(others)) == 1
    assert short + sum(others) == TEXT_WIDTH


def test_a_name_has_room_for_two_lines_before_cells_have_theirs() -> None:
    crowd = ["parola " * 20] * 7
    [*_, named] = widths([[*["Nota"] * 7, "Ore in meno"], [*crowd, "16"]])
    [*_, short] = widths([[*["Nota"] * 7, "meno"], [*crowd, "16"]])
    assert 220 + 6 * 105 <= named < 220 + 11 * 105  # "Ore in" is the longer half
    assert short < named


def test_names_take_nothing_from_words() -> None:
    long = "Papadopoulos-Konstantinopoulos"
    rows = [["N.", "Nome", "Qualifica", "Reparto", "Le altre sedi"], ["12", long, long, long, long]]
    assert len(set(widths(rows)[1:])) == 1


def test_lines_to_fill_stay_in_their_cells() -> None:
    blank = (Run("", blank=True),)
    header = (runs("Indicatore"), (*runs("Anno\u00a0"), *blank), (*runs("Anno\u00a0"), *blank), runs("Anno in corso"))
    names = ("Debiti verso la società controllante", "Debiti verso istituti finanziari")
    sample = Document("Tabella", (Table(header, tuple((runs(name), blank, blank, blank) for name in names)),))
    with strict():
        [page] = full.lay_out(sample, "").pages
        cells = [box for box in page._page_box.descendants() if isinstance(box, TableCellBox)]
        lines = [[box for box in cell.descendants() if isinstance(box, LineBox)] for cell in cells]
        rules = [[box for box in cell.descendants() if isinstance(box, InlineBlockBox)] for cell in cells]
    assert [len(found) for found in lines] == [1] * 12
    assert [len(found) for found in rules] == [0, 1, 1, 0, *[0, 1, 1, 1] * 2]
    for cell, found in zip(cells, rules, strict=True):
        for rule in found:
            assert rule.width > 50
            assert cell.content_box_x() <= rule.position_x
            assert rule.position_x + rule.width <= cell.content_box_x() + cell.width + 0.01


def test_a_line_to_fill_takes_the_same_room_in_every_format() -> None:
    blank = (Run("", blank=True),)
    rows = ((runs("12,00"), blank, runs("parola " * 30)), (blank, blank, runs("parola")))
    sample = Document("Tabella", (Table((runs("Importo"), runs("Firma"), runs("Nota")), rows),))
    root = lxml_html.fromstring(html.write(sample, data=DATA, created=CREATED).decode())
    word = part(docx.write(sample, data=DATA, created=CREATED), "word/document.xml")
    shares = [float(column.get("width").rstrip("%")) for column in root.iter("col")]
    grid = [int(column.get(f"{W}w")) for column in word.iter(f"{W}gridCol")]
    assert shares == pytest.approx([100 * width / TEXT_WIDTH for width in grid], abs=0.01)
    assert grid[1] >= 220 + 10 * 105
    # a line to fill among figures does not turn them into words
    assert [cell.get("class") for cell in root.xpath("//tbody/tr[1]/td")] == ["cifra", None, None]
    assert [row.find(f".//{W}jc") is not None for row in word.iter(f"{W}tc")] == [True, False, False] * 3
