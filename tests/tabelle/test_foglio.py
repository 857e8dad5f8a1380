"""Files as they come: the right reading, or a message that says where and what to do."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.workbook.protection import WorkbookProtection
from tabelle import in_csv, saved, xlsx

from docservice.tabelle import foglio
from docservice.tabelle.file import da_xlsx
from docservice.tabelle.file.da_csv import leggi_csv
from docservice.tabelle.file.da_jsonl import leggi_jsonl
from docservice.tabelle.file.da_xlsx import leggi_xlsx
from docservice.tabelle.file.lettura import leggi
from docservice.tabelle.foglio import TabellaIllegibile, lettera
from docservice.tabelle.testi.nomi import VUOTI


def cells(table: foglio.Foglio) -> list[tuple[int, list[Any]]]:
    return [(row.numero, list(row.celle)) for row in table.righe]


def test_letters() -> None:
    assert [lettera(n) for n in (0, 25, 26, 701, 702, 16383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]


@pytest.mark.recinto
def test_a_workbook_with_its_types_and_places() -> None:
    book = Workbook()
    sheet = book.active
    sheet["B3"], sheet["C3"] = "Cognome", "Nome"
    sheet["B5"], sheet["D5"], sheet["E5"] = "Neri", 12.5, date(2009, 6, 22)
    sheet["B6"], sheet["C6"] = True, 3
    assert cells(leggi_xlsx(saved(book))) == [
        (3, [None, "Cognome", "Nome"]),
        (5, [None, "Neri", None, foglio.Decimal("12.5"), date(2009, 6, 22)]),
        (6, [None, True, 3]),
    ]


def test_a_formula_is_its_last_result_and_a_text_that_looks_like_one_is_a_text() -> None:
    out = BytesIO()
    from xlsxwriter import Workbook as Writer

    with Writer(out) as book:
        sheet = book.add_worksheet()
        sheet.write_formula(0, 0, '=CONCATENATE("Ne","ri")', None, "Neri")
        sheet.write_string(0, 1, "=cmd()")
    assert cells(leggi_xlsx(out.getvalue())) == [(1, ["Neri", "=cmd()"])]


def test_two_hundred_sheets_and_the_first_that_holds_something() -> None:
    book = Workbook()
    for number in range(199):
        book.create_sheet(f"F{number}")
    book["F1"]["A1"], book["F7"]["A1"] = "qui", "là"
    table = leggi_xlsx(saved(book))
    assert cells(table) == [(1, ["qui"])]
    assert "«F1»" in table.note[0]
    assert "«F7»" in table.note[0]


def test_merged_cells_are_told() -> None:
    book = Workbook()
    book.active["A1"] = "titolo"
    book.active.merge_cells("A1:C1")
    assert leggi_xlsx(saved(book)).unite == ("A1:C1",)


def swollen() -> bytes:
    """Return a hundred megabytes of spaces, in a hundred thousand bytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/workbook.xml", "w") as member:
        for _ in range(100):
            member.write(b" " * 1_000_000)
    return out.getvalue()


def zipped(**members: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


def lying() -> bytes:
    """Return a workbook whose directory says a member is smaller than it is."""
    whole = bytearray(zipped(xl__workbook_xml=b"<a>" + b" " * 50_000_000 + b"</a>"))
    place = whole.rindex(b"PK\x01\x02")
    whole[place + 24 : place + 28] = struct.pack("<L", 10)
    return bytes(whole)


def scattered() -> bytes:
    book = Workbook()
    book.active["A1"], book.active["XFD1048576"] = "x", "y"
    return saved(book)


def locked() -> bytes:
    book = Workbook()
    book.active["A1"] = "x"
    book.security = WorkbookProtection(workbookPassword="segreta", lockStructure=True)
    return saved(book)


BAD: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "text": lambda: b"Cognome;Nome",
    "zip": lambda: zipped(a_xml=b"<a/>"),
    "bomb": swollen,
    "lying": lying,
    "members": lambda: zipped(**{f"m{n}": b"" for n in range(3000)}),
    "broken": lambda: zipped(xl__workbook_xml=b"<workbook"),
    "cut": lambda: xlsx([["Cognome"], ["Neri"]])[:900],
    "scattered": scattered,
    "blank": lambda: saved(Workbook()),
    "wide": lambda: xlsx([[f"c{n}" for n in range(300)]]),
    "old": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000,
}
FENCED = ("lying", "broken", "scattered")
"""Those that are read behind the real fence; of the others the words are the same without it."""


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.recinto) if name in FENCED else name for name in BAD]
)
def test_what_is_no_table_is_told(name: str) -> None:
    with pytest.raises(TabellaIllegibile) as refused:
        (leggi if name in FENCED else leggi_xlsx)(BAD[name]())
    assert len(str(refused.value)) > 20


@pytest.mark.recinto
def test_a_workbook_with_a_locked_structure_is_read() -> None:
    assert cells(leggi(locked())) == [(1, ["x"])]


def test_a_row_too_many(monkeypatch: Any) -> None:
    monkeypatch.setattr(foglio, "MAX_RIGHE", 3)
    monkeypatch.setattr(da_xlsx, "MAX_RIGHE", 3)
    assert len(leggi_xlsx(xlsx([["a"]] * 4)).righe) == 4
    with pytest.raises(TabellaIllegibile, match="più di 3 righe"):
        leggi_xlsx(xlsx([["a"]] * 5))


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv_of_every_kind(delimiter: str, encoding: str) -> None:
    lines = [
        ["Cognome", "Città, via", "Ore"],
        ["D’Amico", 'detto "il lungo"', "12,5"],
        ["", "", ""],
        ["Però", "riga\nsotto", "8"],
    ]
    table = leggi_csv(in_csv(lines, delimiter, encoding))
    assert cells(table) == [(1, lines[0]), (2, lines[1]), (4, lines[3])]
    told = {"cp1252": ["Windows-1252"], "utf-16": ["UTF-16"]}.get(encoding, [])
    told += {";": [], ",": ["virgola"], "\t": ["tabulazione"], "|": ["barra verticale"]}[delimiter]
    assert len(table.note) == len(told)
    assert all(word in note for word, note in zip(told, table.note, strict=True))


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "vuota"),
        (b"\n\n;;\n", "vuota"),
        (b'Cognome;Nome\nNeri;"Ada\nBassi;Ivo\n', "riga 2"),
        (b'Cognome;Nome\n"Ne"ri;Ada\n', "riga 2"),
        (b"Cognome\0;Nome\n", "caratteri nulli"),
        (b"\xef\xbb\xbfCitt\xe0;x\n", "codifica"),
        (b"a\x81b;\xe0\n", "codifica"),
        (b"a;" * 300 + b"b\n", "colonne"),
        (b"x\n" * 100_003, "più di 100000 righe"),
    ],
)
def test_csv_that_cannot_be_read(content: bytes, word: str) -> None:
    with pytest.raises(TabellaIllegibile, match=word):
        leggi_csv(content)


def test_a_stray_quote_inside_a_cell_is_a_quote() -> None:
    assert cells(leggi_csv(b'Ditta;Ore\nOfficine "Valserina";3\n'))[1] == (2, ['Officine "Valserina"', "3"])


def test_an_apostrophe_before_a_formula_is_taken_off() -> None:
    assert cells(leggi_csv(b"Nota\n'=cmd()\n'900\n")) == [(1, ["Nota"]), (2, ["=cmd()"]), (3, ["900"])]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "vuoto"),
        (b'\n{\n"a": 1\n}', "riga 2"),
        (b"[1]\n", "oggetto"),
        (b'{"a": 1, "a": 2}', "ripete il nome"),
        (b"\xff", "UTF-8"),
    ],
)
def test_json_lines_that_cannot_be_read(content: bytes, word: str) -> None:
    with pytest.raises(TabellaIllegibile, match=word):
        leggi_jsonl(content)


def test_json_lines_keep_their_numbers() -> None:
    found = leggi_jsonl('{"a": 1}\n\n{"b": "è"}\r\n'.encode())
    assert [(one.numero, one.valori) for one in found] == [(1, {"a": 1}), (3, {"b": "è"})]


def test_a_line_that_holds_no_object_keeps_its_place() -> None:
    found = leggi_jsonl(b'{"a": 1}\n[1]\n\n{"b":\r\n\xff\n{"c": NaN}\n{"d": 4}')
    assert [one.numero for one in found] == [1, 2, 4, 5, 6, 7]
    assert [one.valori for one in found] == [{"a": 1}, {}, {}, {}, {}, {"d": 4}]
    words = [None, "oggetto", "riga 4, colonna 6", "UTF-8", "NaN", None]
    for one, word in zip(found, words, strict=True):
        assert one.difetto is None if word is None else word in (one.difetto or "")
    assert [one.testo for one in found] == ["", "[1]", '{"b":', "\ufffd", '{"c": NaN}', ""]


@given(content=st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for read in (leggi_csv, leggi_jsonl):
        with suppress(TabellaIllegibile):
            read(content)


@given(
    rows=st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20), min_size=2, max_size=4
        ),
        min_size=1,
        max_size=8,
    )
)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_is_what_is_read(rows: list[list[str]]) -> None:
    """Hostile Unicode, quotes and delimiters in the cells: a CSV that we would write is read back the same."""
    wide = max(map(len, rows))
    lines = [["a"] * wide, *([*row, *["z"] * (wide - len(row))] for row in rows)]
    table = leggi_csv(in_csv(lines))
    wanted = [line for line in lines if any(cell.strip(VUOTI) for cell in line)]
    trimmed = [
        [cell[1:] if cell[:1] == "'" and cell[1:2] in {*"=+-@0123456789"} else cell for cell in line] for line in wanted
    ]
    for line in trimmed:
        while not line[-1].strip(VUOTI):
            line.pop()
    assert [list(row.celle) for row in table.righe] == trimmed
