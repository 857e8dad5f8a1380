"""Tables of many columns and rows: pages on their long side, widths, rows that sum."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx_tools import DATA, W, part
from lxml import html as lxml_html
from pypdf import PdfReader
from samples import CREATED, runs
from stadi import un_terzo
from weasyprint.formatting_structure.boxes import InlineBlockBox, LineBox, TableCellBox, TextBox

from docservice.render import docx, full, html, pdf
from docservice.render.columns import BLANK, LONG_WIDTH, TEXT_WIDTH, columns
from docservice.render.engine import strict
from docservice.render.fonts.advances import CELLS, advances
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
    sample = document(4, 50, landscape=landscape)
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
        ("−999.999.999.999,00", True),
        ("fino a 20,5", True),
        ("fino a 50%", True),
        ("1.000\u00a0€", True),
        ("fino a sera", False),
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


def shown(text: str, *, bold: bool = False, size: float = 180) -> float:
    """Return how wide a column must be for a text to stand on a line, in twips: 9 points, and 8.5 for names."""
    return 208 + size * advances(CELLS, bold=bold).of(text)


def test_long_words_leave_short_columns_their_width() -> None:
    long = "Papadopoulos-Konstantinopoulos"
    rows = [["N.", "Nome", "Qualifica", "Reparto", "Sede"], ["12", long, long, long, long]]
    short, *others = widths(rows)
    assert shown("12") <= short < shown("12") + 20
    assert len(set(others)) == 1
    assert short + sum(others) == TEXT_WIDTH


def test_codes_keep_their_room_and_words_take_the_loss() -> None:
    code, day, amount = "RSSMRC80A01F205X", "31/12/2026", "1.000.000,00"
    long = "Precipitevolissimevolmente"
    found = columns(["Codice", "Dal", "Importo", *["Nome"] * 5], [[code], [day], [amount], *[[long]] * 5])
    for place, text in enumerate((code, day, amount)):
        assert shown(text) - 1 <= found.widths[place] < shown(text) * 1.1
    assert found.whole == {0, 1, 2}
    assert all(width < shown(long) for width in found.widths[3:])


@pytest.mark.parametrize("others", [["Precipitevolissimevolmente"], ["parola " * 30], ["1"], []])
def test_a_code_has_its_room_whatever_else_is_in_its_column(others: list[str]) -> None:
    crowd = ["parola " * 20] * 6
    found = columns(["Dato", *["Nota"] * 6], [["31/12/2026", *others], *([one] for one in crowd)])
    assert found.widths[0] >= shown("31/12/2026") - 1


def test_what_stands_on_a_line_may_not_break() -> None:
    crowd = ["parola " * 20] * 6
    names = ["Nota"] * 6 + ["Matricola"]
    assert columns(names, [*([one] for one in crowd), ["AB-12/3"]]).whole == {6}
    sample = Document(
        "Tabella", (Table((runs("Matricola"), runs("Nota")), ((runs("AB-12/3"), runs("parola " * 40)),)),)
    )
    root = lxml_html.fromstring(html.write(sample, data=DATA, created=CREATED).decode())
    assert [cell.get("class") for cell in root.iter("td")] == ["salda", None]


def test_a_cell_that_is_a_sum_stands_on_its_line_in_bold() -> None:
    text = "Totale generale dei lavoratori"
    for crowd in range(1, 9):
        found = columns(["Voce", *["Nota"] * crowd], [[text], *[["parola " * 20]] * crowd])
        assert (0 in found.whole) is (found.widths[0] + 1 >= shown(text, bold=True))


@pytest.mark.parametrize(
    "text", ["RSSMRC80A01F205X", "31/12/2026", "−1.234.567,89 €", "Montevecchi Maria Giovanna", "100,00%", "IT60X05428"]
)
def test_texts_are_as_wide_as_measured(text: str) -> None:
    sample = Document("Tabella", (Table((runs("Dato"),), ((runs(text),), (runs(text),)), frozenset({1})),))
    with strict():
        [page] = full.lay_out(sample, "").pages
        cells = [box for box in page._page_box.descendants() if isinstance(box, TableCellBox)][1:]
        found = [next(box for box in cell.descendants() if isinstance(box, TextBox)).width * 15 for cell in cells]
    assert found[0] <= shown(text) - 208 < found[0] * 1.08  # kerning aside, and figures as in bold
    assert found[1] - 0.01 <= shown(text, bold=True) - 208 < found[1] * 1.03


def test_a_name_has_room_for_two_lines_before_cells_have_theirs() -> None:
    crowd = ["parola " * 20] * 7
    [*_, named] = widths([[*["Nota"] * 7, "Ore in meno"], [*crowd, "16"]])
    [*_, short] = widths([[*["Nota"] * 7, "meno"], [*crowd, "16"]])
    assert shown("Ore in", bold=True, size=170) <= named < shown("Ore in meno", bold=True, size=170)
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
    assert grid[1] >= shown(BLANK)
    # a line to fill among figures does not turn them into words
    assert [cell.get("class") for cell in root.xpath("//tbody/tr[1]/td")] == ["cifra salda", "salda", None]
    assert [row.find(f".//{W}jc") is not None for row in word.iter(f"{W}tc")] == [True, False, False] * 3
