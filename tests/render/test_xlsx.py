"""The writer of XLSX: a sheet of words and one for each table, whose cells hold the values, never formulas."""

from __future__ import annotations

import copy
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import cycle, islice
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from papers import atto
from testi import detto

from docservice import service
from docservice.modelli.catalogo import catalogo
from docservice.render import docx, xlsx
from docservice.render.errors import RenderError
from docservice.render.spreadsheet.cells import LONGEST, Cell, cell
from docservice.text.blocks import Document, Heading, Item, Paragraph, Row, Run, Table, Title

DAY = datetime(2024, 6, 10, tzinfo=UTC)
WITH_XLSX = [one.id for one in catalogo().values() if "xlsx" in one.formati_in_piu]


def row(*texts: str) -> Row:
    return tuple((Run(text),) if text else () for text in texts)


TABLE = Table(
    row("N.", "Cognome e nome", "Livello", "Assunto il", "Ore"),
    (
        row("Reparto: tornitura", "", "", "", ""),
        (
            (Run("1", value=1),),
            (Run("=Binti", "/l/0/cognome"), Run(" "), Run("Carla", "/l/0/nome")),
            (Run("3", "/l/0/livello"),),
            (Run("01/03/2004", "/l/0/data", value=date(2004, 3, 1)),),
            (Run("1.037,5", "/l/0/ore", value=Decimal("1037.50")), Run(" ore")),
        ),
        row("", "Totale: 1 lavoratore", "", "", ""),
    ),
    totals=frozenset({2}),
    bands=frozenset({0}),
)
PAPER = Document(
    "Elenco",
    (
        Title((Run("Elenco dei lavoratori"),), "title"),
        Paragraph((Run("+39 035 è un numero"),)),
        Item("1.", (Run("una voce"),), 1),
        Heading((Run("Lavoratori: tutti [dell’unità] di Dalmine"),)),
        TABLE,
        TABLE,
    ),
)


def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def written(document: Document = PAPER, *, bozza: bool = False) -> Workbook:
    return opened(xlsx.write(document, data=b"{}", created=DAY, bozza=bozza))


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((), Cell("")),
        ((Run("3", "/livello"),), Cell("3")),
        ((Run("", "/livello", blank=True),), Cell("")),
        ((Run("1.200", value=1200),), Cell(1200, "#,##0")),
        ((Run("40", value=Decimal("40.00")),), Cell(Decimal("40.00"), "0")),
        ((Run("40,5", value=Decimal("40.5")), Run("%")), Cell(Decimal("40.5"), '0.0"%"')),
        ((Run("5 giugno 2024", value=date(2024, 6, 5)),), Cell(date(2024, 6, 5), "dd/mm/yyyy")),
        # what is more than a value and its unit is a text
        ((Run("Totale: "), Run("3", value=3)), Cell("Totale: 3")),
        ((Run("3", value=3), Run(" di "), Run("40", value=40)), Cell("3 di 40")),
        ((Run("3", value=3), Run(" lavoratori sospesi")), Cell("3 lavoratori sospesi")),
        ((Run("dal "), Run("5 giugno 2024", value=date(2024, 6, 5))), Cell("dal 5 giugno 2024")),
        # a sheet would round it
        ((Run("1.000.000.000.000.000", value=10**15),), Cell("1.000.000.000.000.000")),
    ],
)
def test_what_a_cell_holds(runs: tuple[Run, ...], expected: Cell) -> None:
    assert cell(runs) == expected


def test_a_text_too_long_for_a_cell_is_refused_and_one_of_the_words_takes_more_rows() -> None:
    with pytest.raises(RenderError):
        cell((Run("x" * (LONGEST + 1)),))
    assert cell((Run("x" * LONGEST),)).value == "x" * LONGEST
    told = written(Document("Elenco", (Paragraph((Run("x" * LONGEST), Run("y" * 3))),)))["Documento"]
    assert [one.value for one in told["A"]] == ["x" * LONGEST, "yyy"]


def test_a_sheet_of_words_and_one_for_each_table() -> None:
    book = written()
    assert book.sheetnames == ["Documento", "Lavoratori tutti dell’unità di", "Lavoratori tutti dell’unità 2"]
    words = [one.value for one in book["Documento"]["A"]]
    assert words == [
        "Elenco dei lavoratori",
        "+39 035 è un numero",
        "1. una voce",
        "Lavoratori: tutti [dell’unità] di Dalmine",
        "Tabella: foglio «Lavoratori tutti dell’unità di»",
        "Tabella: foglio «Lavoratori tutti dell’unità 2»",
    ]


def test_a_table_keeps_its_values_its_bands_and_its_totals() -> None:
    sheet = written().worksheets[1]
    told = [[one.value for one in line] for line in sheet.iter_rows()]
    assert told == [
        ["N.", "Cognome e nome", "Livello", "Assunto il", "Ore"],
        ["Reparto: tornitura", None, None, None, None],
        [1, "=Binti Carla", "3", datetime(2004, 3, 1), 1037.5],  # noqa: DTZ001 - a sheet knows no zone
        [None, "Totale: 1 lavoratore", None, None, None],
    ]
    assert sheet["B3"].data_type == "s"  # not "f"
    assert sheet["B3"].style_id != sheet["C3"].style_id  # it says that it is a text, for who edits it
    assert sheet["B3"].quotePrefix
    assert sheet["E3"].number_format == '#,##0.0" ore"'
    assert sheet["A2"].font.b
    assert sheet["B4"].font.b
    assert not sheet["B3"].font.b
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A2", "A1:E4", "$1:$1")
    assert sheet.column_dimensions["B"].width > sheet.column_dimensions["A"].width


def test_a_long_text_of_a_table_is_read_whole() -> None:
    words = "una voce del programma " * 10
    sheet = written(
        Document("Elenco", (Table(row("Voce", "Nota"), (row("breve", words), row("breve", "a"))),))
    ).worksheets[1]
    assert sheet["B2"].alignment.wrap_text
    assert not sheet["B3"].alignment.wrap_text
    assert sheet.row_dimensions[2].height == 5 * 15  # 230 characters, 50 to the line
    assert sheet.row_dimensions[3].height is None
    assert sheet.column_dimensions["B"].width < 52


def test_every_sheet_of_a_draft_says_so() -> None:
    book = written(bozza=True)
    for sheet in book.worksheets:
        assert sheet["A1"].value == "BOZZA"
        assert sheet.oddHeader.center.text == "&BBOZZA&B"
        assert sheet.sheet_properties.tabColor is not None
    assert book.properties.title == "BOZZA – Elenco"
    assert book.worksheets[1].freeze_panes == "A3"
    assert not any("BOZZA" in str(one.value) for sheet in written().worksheets for line in sheet for one in line)


@pytest.mark.parametrize("slug", WITH_XLSX)
def test_the_file_of_a_document(slug: str) -> None:
    one = atto(slug)
    made = service.rendi(one, "xlsx")
    assert made.nome.endswith(".xlsx")
    assert made.contenuto == service.rendi(one, "xlsx").contenuto
    assert docx.read_data(made.contenuto) == one.incorporati()
    # the words of each table are those of the document, where they are words
    sheets = iter(opened(made.contenuto).worksheets[1:])
    for block in one.documento().blocks:
        if isinstance(block, Table):
            told = [[value.value for value in line] for line in next(sheets).iter_rows()]
            assert len(told) == len(block.rows) + 1
            for line, shown in zip(block.rows, told[1:], strict=True):
                pairs = zip(line, shown, strict=True)
                assert [detto(runs) for runs, value in pairs if isinstance(value, str)] == [
                    value for value in shown if isinstance(value, str)
                ]
    assert next(sheets, None) is None


def listed(data: Any) -> list[list[Any]]:
    made = service.scrivi(atto("elenco-lavoratori", data), "xlsx", bozza=False)
    return [[one.value for one in line] for line in opened(made.contenuto).worksheets[1].iter_rows()]


def test_the_values_of_a_list_are_those_loaded_however_many() -> None:
    # 60 are written by their kinds, 8 one by one: the same cells
    few = service.esempio("elenco-lavoratori")
    few["lavoratori"][0]["giorni_lavorati"] = 1234
    for one in few["lavoratori"]:
        one.pop("reparto", None)  # bands would come elsewhere
    many: dict[str, Any] = copy.deepcopy(few)
    many["lavoratori"] = list(islice(cycle(few["lavoratori"]), 60))
    [short, long] = [listed(data) for data in (few, many)]
    assert [line[1:] for line in long[1:9]] == [line[1:] for line in short[1:9]]
    first = short[1]
    assert first[0] == 1
    assert first[4] == "3"  # a level is no number
    assert first[6] == 1234
    assert first[8] == datetime(2009, 6, 19)  # noqa: DTZ001
