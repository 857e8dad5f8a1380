"""The table that goes back: doubts beside faults, what the sender had put in it, and never a formula out of a text."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from typing import Any

import pytest
from openpyxl import load_workbook
from tabelle import in_csv, xlsx
from test_verifica_righe import people, shared

from docservice.modelli.catalogo import modello
from docservice.tabelle import difetti as entered
from docservice.tabelle.difetti import Difetti
from docservice.tabelle.difetto import Difetto
from docservice.tabelle.file.da_csv import leggi_csv
from docservice.tabelle.file.da_jsonl import leggi_jsonl
from docservice.tabelle.file.da_xlsx import leggi_xlsx
from docservice.tabelle.file.lettura import leggi
from docservice.tabelle.formule import Formula, sposta
from docservice.tabelle.ritorno import restituisci
from docservice.tabelle.verifica import Verifica, verifica

HEADER = ["Cognome", "Nome", "CF", "Riqualificazione", "Datore lavoro: partita IVA"]
WITH_PREFIX = "IT01234560165"
"""A VAT number as a doubt takes it."""


def doubtful(count: int = 3, *, wrong: int | None = None) -> list[list[Any]]:
    """Return rows of which the second has a doubt, and one, if told, a fault."""
    lines = [[*line, "01234560165"] for line in people(count)]
    lines[1][4] = WITH_PREFIX
    if wrong is not None:
        lines[wrong][2] = "X"
    return [HEADER, *lines]


def examined(content: bytes) -> Verifica:
    return verifica(modello("did"), leggi(content), shared())


def test_a_doubt_is_told_and_makes_no_row_wrong() -> None:
    found = examined(in_csv(doubtful()))
    assert (found.difetti, set(found.documenti)) == ([], {2, 3, 4})
    [doubt] = found.avvisi
    assert (doubt.as_dict()["cella"], doubt.colonna, found.dubbie) == ("E3", "Datore lavoro: partita IVA", {3})


def test_a_doubt_about_what_rows_share_is_told_once_of_the_table() -> None:
    data = shared()
    data["datore_lavoro"]["partita_iva"] = WITH_PREFIX
    lines = [HEADER[:4], *people(5)]
    found = verifica(modello("did"), leggi_csv(in_csv(lines)), data)
    [doubt] = found.avvisi
    assert (doubt.riga, doubt.percorso, found.dubbie) == (None, "/datore_lavoro/partita_iva", set())
    # where only some rows say nothing of their own, it is theirs
    own = [HEADER[4], "01234560165", None, None, "01234560165", None]
    lines = [[*line, value] for line, value in zip(lines, own, strict=True)]
    assert verifica(modello("did"), leggi_csv(in_csv(lines)), data).dubbie == {3, 4, 6}


def test_the_first_doubts_are_told_and_the_rows_of_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entered, "MASSIMI", 2)
    lines = [HEADER, *([*line, WITH_PREFIX] for line in people(4))]
    found = examined(in_csv(lines))
    assert (len(found.avvisi), found.dubbie) == (2, {2, 3, 4, 5})
    assert "sono più di" in found.note[-1]
    told = [row["Errori"] for row in csv.DictReader(StringIO(restituisci(found).decode("utf-8-sig")), delimiter=";")]
    assert ["La riga ha altri avvisi: " in said for said in told] == [False, False, True, True]


def test_doubts_are_yellow_beside_faults_and_come_alone_too() -> None:
    for wrong in (None, 1):
        sheet = load_workbook(BytesIO(restituisci(examined(xlsx(doubtful(wrong=wrong)))))).active
        assert [cell.value for cell in sheet[1]] == ["Errori", *HEADER]
        assert sheet["F3"].fill.fgColor.rgb == "FFFFF3CD"
        assert sheet["F3"].comment.text.startswith("Avviso: ")
        lines = sheet["A3"].value.splitlines()
        assert [line.startswith("Avviso: ") for line in lines] == ([True] if wrong is None else [False, True])
        assert sheet["A3"].fill.fgColor.rgb == ("FFFFF3CD" if wrong is None else "FFF8D7DA")
        assert sheet["A2"].value is None


def test_what_is_told_in_a_csv_and_in_lines() -> None:
    back = restituisci(examined(in_csv(doubtful(wrong=1)))).decode("utf-8-sig")
    [_, _, row, _] = csv.reader(StringIO(back), delimiter=";")
    assert ["Avviso: " in line for line in row[0].splitlines()] == [False, True]
    [person, *_] = people(1)
    line = shared() | {"lavoratore": dict(zip(("cognome", "nome", "codice_fiscale"), person[:3], strict=True))}
    line |= {"disponibilita_riqualificazione": True}
    line["datore_lavoro"] = line["datore_lavoro"] | {"partita_iva": WITH_PREFIX}
    found = verifica(modello("did"), leggi_jsonl(json.dumps(line).encode()), {})
    told = json.loads(restituisci(found))
    assert [one["percorso"] for one in told["avvisi"]] == ["/datore_lavoro/partita_iva"]
    assert verifica(modello("did"), leggi_jsonl(restituisci(found)), {}).difetti == []


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_sent_again_and_again_there_is_one_column_of_faults(kind: str) -> None:
    content = (xlsx if kind == "xlsx" else in_csv)(doubtful(wrong=0))
    for _ in range(3):
        found = examined(content)
        assert ([fault.riga for fault in found.difetti], found.ignorate) == ([2], [])
        content = restituisci(found)
    assert [str(cell) for cell in leggi(content).righe[0].celle] == ["Errori", *HEADER]  # type: ignore[union-attr]


def test_a_column_of_faults_that_was_moved_goes_back_first() -> None:
    lines = [
        [*line[:2], said, *line[2:]] for line, said in zip(doubtful(wrong=0), ["Errori", "x", "", "y"], strict=True)
    ]
    sheet = load_workbook(BytesIO(restituisci(examined(xlsx(lines))))).active
    assert [cell.value for cell in sheet[1]] == ["Errori", *HEADER]
    assert (sheet["D2"].value, sheet["D2"].fill.fgColor.rgb) == ("X", "FFF8D7DA")


def with_formulas() -> bytes:
    """Return a workbook with formulas and their results, as Excel writes it."""
    from xlsxwriter import Workbook as Written

    out = BytesIO()
    with Written(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, line in enumerate(doubtful(wrong=2)):
            for place, value in enumerate(line):
                sheet.write(number, place, value)
        sheet.write_formula("A2", '=UPPER("binti")', None, "BINTI")
        sheet.write_formula("A3", "=A2", None, "BINTI")
        sheet.write_formula("A4", "=Altro!A1", None, "Neri")
        sheet.write_formula("B4", "=1/0", None, "#DIV/0!")
        sheet.write_formula("G1", "=COUNTA(A:A)+SUM($E2:E$4)", None, 4)
        sheet.write_string("G2", "=cmd()")
        book.add_worksheet("Altro")
    return out.getvalue()


def test_formulas_come_back_moved_and_what_was_a_text_is_one() -> None:
    found = examined(with_formulas())
    sheet = load_workbook(BytesIO(restituisci(found)))["Dati"]
    assert (sheet["B2"].value, sheet["B3"].value) == ('=UPPER("binti")', "=B2")
    assert sheet["B4"].value == "Neri"  # of another sheet, which does not come back
    assert sheet["C4"].value == "=1/0"
    assert (sheet["H2"].value, sheet["H2"].data_type) == ("=cmd()", "s")
    read = leggi_xlsx(restituisci(found)).righe[1]
    assert read.celle[1] == "BINTI"
    again = examined(restituisci(found))
    assert {(one.riga, one.codice) for one in again.difetti} == {(one.riga, one.codice) for one in found.difetti}
    assert (4, "TAB-CELLA") in {(one.riga, one.codice) for one in again.difetti}


@pytest.mark.parametrize(
    ("formula", "moved"),
    [
        ("UPPER(A2)&$B$1", "UPPER(B2)&$C$1"),
        ("SUM(A:A)+SUM($B:C)", "SUM(B:B)+SUM($C:D)"),
        ('IF(A2="A2 x",1,B3*2.5)', 'IF(B2="A2 x",1,C3*2.5)'),
        ("SUM(2:2)", "SUM(2:2)"),
        ("cmd|'/c calc'!A0", None),
        ('WEBSERVICE("http://x")', None),
        ('HYPERLINK("http://x")', None),
        ("Altro!A1", None),
        ("[1]Altro!A1", None),
        ("un_nome", None),
    ],
)
def test_a_formula_moves_or_is_let_be(formula: str, moved: str | None) -> None:
    assert sposta(formula, lambda place: place + 1) == moved


def test_the_formula_of_a_group() -> None:
    assert Formula("A2+$B$1+B$3", 2, 2).in_cella(5, 3) == "B5+$B$1+C$3"
    assert Formula("A1", 2, 0).in_cella(1, 0) is None


def test_a_header_that_begins_as_a_formula_is_none_in_a_csv() -> None:
    lines = doubtful(wrong=0)
    lines[0] = ["Cognome", "Nome", "=CF", *HEADER[3:]]
    back = restituisci(examined(in_csv(lines))).decode("utf-8-sig")
    assert [row[0][:2] for row in csv.reader(StringIO(back), delimiter=";")][1] == "'="


def test_a_doubt_of_the_table_as_a_whole() -> None:
    faults = Difetti()
    faults.avvisa("TAB-PROVA", "La colonna sembra slittata.", posto=1)
    [one] = faults.avvisi
    assert (one.riga, faults.dubbie) == (None, set())
    found = examined(xlsx(doubtful()))
    found.avvisi.append(one)
    book = load_workbook(BytesIO(restituisci(found)))
    assert book.sheetnames == ["Dati", "Avvisi generali"]
    assert "slittata" in book["Avvisi generali"]["A1"].value


@pytest.mark.parametrize(
    ("codice", "detto"),
    [("AQ-G26", "CF: è errato, va corretto. [AQ-G26]"), ("TAB-CELLA", "CF: è errato, va corretto.")],
)
def test_a_person_is_told_the_code_of_a_rule_and_no_other(codice: str, detto: str) -> None:
    assert Difetto(2, 0, "CF", codice, "È errato, va corretto.").detto == detto
