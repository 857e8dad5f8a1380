"""A table examined: its columns, every wrong cell, and the table back with those cells marked."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from tabelle import HEADER, accordo, comune, in_csv, rows, xlsx

from docservice import service
from docservice.modelli.catalogo import catalogo, modello
from docservice.tabelle.colonne import forma
from docservice.tabelle.file.da_csv import leggi_csv
from docservice.tabelle.file.da_jsonl import leggi_jsonl
from docservice.tabelle.file.da_xlsx import leggi_xlsx
from docservice.tabelle.ritorno import restituisci
from docservice.tabelle.testi.nomi import semplice
from docservice.tabelle.verifica import Verifica, verifica
from docservice.tabelle.vuota import tabella_vuota

Place = tuple[int | None, int | None]


def examined(lines: list[Any], **more: Any) -> Verifica:
    return verifica(accordo(), leggi_csv(in_csv(lines)), comune() | more)


def faults(found: Verifica) -> dict[Place, str]:
    return {(fault.riga, fault.posto): fault.codice for fault in found.difetti}


def planted() -> tuple[list[list[Any]], dict[Place, str]]:
    """Return a hundred and twenty rows with fifty faults, and where each is (rows from 2, under the header)."""
    lines, wrong = rows(120), {}
    spoilt: list[tuple[int, Any, str]] = [
        (0, "", "TAB-DATO"),
        (1, "a\u200bb", "TAB-CELLA"),
        (2, "BNTCRL71C54A794X", "AQ-G26"),
        (4, "31/02/2004", "TAB-CELLA"),
        (5, "molti", "TAB-CELLA"),
        (6, "forse", "TAB-CELLA"),
        (4, "1/3/04", "TAB-CELLA"),
        (3, "x" * 101, "TAB-CELLA"),
        (5, "-1", "TAB-CELLA"),
        (2, "", "TAB-DATO"),
    ]
    for turn in range(5):
        for step, (place, value, codice) in enumerate(spoilt):
            row = turn * 20 + step * 2
            lines[row][place] = value
            wrong[row + 2, place] = codice
    return lines, wrong


def test_fifty_planted_faults_and_no_other() -> None:
    lines, wrong = planted()
    assert len(wrong) == 50
    assert faults(examined([HEADER, *lines])) == wrong


def test_the_workbook_comes_back_with_exactly_those_cells_marked() -> None:
    lines, wrong = planted()
    found = verifica(accordo(), leggi_xlsx(xlsx([HEADER, *lines])), comune())
    assert faults(found) == wrong
    sheet = load_workbook(BytesIO(restituisci(found))).active
    marked = {(cell.row, cell.column - 2) for row in sheet.iter_rows() for cell in row if cell.comment}
    assert marked == set(wrong)
    told = {row[0].row for row in sheet.iter_rows(min_row=2) if row[0].value}
    assert told == {row for row, _ in wrong}
    assert [cell.value for cell in sheet[1]] == ["Errori", *HEADER]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("D2", "A1:H121")
    assert sheet["B3"].value == lines[1][0]
    assert sheet["B3"].fill.fgColor.rgb == "00000000"
    assert sheet["B2"].fill.fgColor.rgb == "FFF8D7DA"


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_mended_and_sent_again_it_is_whole(kind: str) -> None:
    """The column of faults, left where it came back, is no column of ours."""
    write, read = (xlsx, leggi_xlsx) if kind == "xlsx" else (in_csv, leggi_csv)
    lines, wrong = planted()
    back = read(restituisci(verifica(accordo(), read(write([HEADER, *lines])), comune())))
    good = rows(120)
    again = [[*row.celle, *[None] * (len(HEADER) + 1 - len(row.celle))] for row in back.righe]
    for row, place in wrong:
        again[row - 1][place + 1] = good[row - 2][place]
    mended = verifica(accordo(), read(write(again)), comune())
    assert mended.difetti == []
    assert mended.ignorate == []
    assert [worker["cognome"] for worker in mended.documenti[0]["lavoratori"]] == [line[0] for line in good]
    assert service.valida("accordo-a", mended.documenti[0]).esito != "non_conforme"


def test_the_same_person_twice() -> None:
    lines = rows(4)
    lines[3][2] = lines[0][2].lower()
    found = examined([HEADER, *lines])
    assert faults(found) == {(2, 2): "TAB-PERSONA-DOPPIA", (5, 2): "TAB-PERSONA-DOPPIA"}
    assert "riga 5" in found.difetti[0].messaggio
    assert lines[0][2] not in str([fault.as_dict() for fault in found.difetti])


@pytest.mark.parametrize(
    ("header", "codes"),
    [
        (("Cognome", "Nome", "Matricola"), {"TAB-COLONNA-MANCANTE"}),
        (("Cognome", "Nome", "CF", "Cod. Fiscale"), {"TAB-COLONNA-DOPPIA"}),
        (("a", "b", "c"), {"TAB-INTESTAZIONE"}),
    ],
)
def test_columns_missing_and_twice_there(header: tuple[str, ...], codes: set[str]) -> None:
    found = examined([header, [*rows(1)[0][:3], "x"][: len(header)]])
    assert {fault.codice for fault in found.difetti} == codes
    assert found.documenti == {}


def test_a_column_is_called_as_a_person_calls_it() -> None:
    twice = examined([("Cognome", "Nome", "CF", "Cod. Fiscale"), rows(1)[0][:4]]).difetti
    assert [one.messaggio for one in twice] == ["Più colonne (C, D) dicono «Codice fiscale»: ne va lasciata una."]
    missing = verifica(modello("did"), leggi_csv(in_csv([("Cognome", "Nome", "CF"), rows(1)[0][:3]])), {}).difetti
    told = "Manca la colonna «Documento, Luogo»: va aggiunta, oppure il dato va scritto nei «Dati comuni»."
    assert told in [one.messaggio for one in missing]


def test_no_row() -> None:
    assert faults(examined([HEADER])) == {(None, None): "TAB-VUOTA"}


@pytest.mark.parametrize(
    "header",
    [
        ("COGNOME", "nome", "C.F.", "QUALIFICA", "Assunto il", "gg. lavorati", "Zero-ore"),
        ("cognome*", "Nome ", "codice_fiscale", "Qualìfica", "data assunzione", "Giornate lavorate", "zero_ore"),
        ("Cognome", "Nome", "CF", "qualifica", "DATA DI ASSUNZIONE", "Giorni di lavoro", "ZERO ORE"),
    ],
)
def test_headers_however_written(header: tuple[str, ...]) -> None:
    found = examined([header, *rows(2)])
    assert found.difetti == []
    assert found.ignorate == []


def test_titles_above_two_headers_empty_rows_and_other_columns() -> None:
    groups = ["Dati anagrafici", "", "", "Rapporto", "", "", ""]
    first, second = rows(2)
    lines = [["Stabilimento di Bergamo"], [], groups, [*HEADER, "Note"], [*first, "=x"], [], list(HEADER), second]
    found = examined(lines)
    assert found.difetti == []
    assert (found.testata, found.ignorate) == (4, ["Note"])
    assert len(found.documenti[0]["lavoratori"]) == 2


def test_merged_cells_stop_the_reading() -> None:
    book = load_workbook(BytesIO(xlsx([HEADER, *rows(3)])))
    book.active.merge_cells("D2:D3")
    out = BytesIO()
    book.save(out)
    [fault] = verifica(accordo(), leggi_xlsx(out.getvalue()), comune()).difetti
    assert (fault.codice, fault.riga) == ("TAB-CELLE-UNITE", None)
    assert "D2:D3" in fault.messaggio


def test_what_rows_share_is_judged_too() -> None:
    found = examined([HEADER, *rows(2)], pagamento_diretto_inps=False, luogo="")
    assert {fault.percorso for fault in found.difetti} == {"/luogo"}
    found = examined([HEADER, *rows(2)], pagamento_diretto_inps=False)
    assert [fault.codice for fault in found.difetti] == ["AQ-G2"]


def test_typed_cells_and_texts_say_the_same() -> None:
    lines = rows(3)
    typed = [[*line[:4], date(2004, 3, 1), 200, True] for line in lines]
    texts = verifica(accordo(), leggi_csv(in_csv([HEADER, *lines])), comune())
    cells = verifica(accordo(), leggi_xlsx(xlsx([HEADER, *typed])), comune())
    assert str(texts.documenti[0]["lavoratori"]).replace("'200'", "200") == str(cells.documenti[0]["lavoratori"])


def test_json_lines() -> None:
    people = examined([HEADER, *rows(3)]).documenti[0]["lavoratori"]
    import json

    people[1]["codice_fiscale"] = "x"
    body = "\n".join(map(json.dumps, people)).encode()
    found = verifica(accordo(), leggi_jsonl(body), comune())
    [fault] = found.difetti
    assert (fault.riga, fault.percorso, fault.codice) == (2, "/codice_fiscale", "AQ-G26")
    back = [json.loads(line) for line in restituisci(found).splitlines()]
    assert ["errori" in line for line in back if line.keys() != {"avvisi"}] == [False, True, False]
    again = verifica(accordo(), leggi_jsonl(restituisci(found).replace(b'"x"', b'"BNTCRL71C54A794Q"')), comune())
    assert again.difetti == []


def test_nothing_comes_back_as_a_formula() -> None:
    lines = rows(2)
    lines[0][3], lines[1][3] = "=cmd()", "+39035"
    lines[0][4] = "ieri"
    found = verifica(accordo(), leggi_xlsx(xlsx([HEADER, *lines])), comune())
    sheet = load_workbook(BytesIO(restituisci(found))).active
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    text = restituisci(examined([HEADER, *lines])).decode("utf-8-sig")
    assert ";'=cmd();" in text
    assert ";+39035;" in text


@pytest.mark.parametrize("slug", list(catalogo()))
def test_the_empty_table_has_every_column(slug: str) -> None:
    tipo = modello(slug)
    table = leggi_xlsx(tabella_vuota(tipo))
    columns = forma(tipo).colonne
    [header, example] = table.righe
    assert len(header.celle) == len(columns)
    assert [name for name in map(str, header.celle) if name.lower().startswith(("nome", "cognome"))][:2] in (
        [],
        ["Cognome *", "Nome *"],
    )
    found = verifica(tipo, table, {})
    assert {fault.codice for fault in found.difetti} - {"TAB-COMUNE"} == {"TAB-VUOTA"}
    assert found.note == ["La riga 2 è quella di esempio: non è letta."]
    assert [column.nome for column in found.colonne.values()] == [column.nome for column in columns]
    assert sum(cell is not None for cell in example.celle) >= 3


@pytest.mark.parametrize("slug", catalogo())
def test_no_header_means_two_columns(slug: str) -> None:
    """A synonym that another field has too would be taken for the first of the two, in silence."""
    leaves = Counter(column.passi[-1] for column in forma(modello(slug)).colonne)
    owners = defaultdict(set)
    for column in forma(modello(slug)).colonne:
        if leaves[column.passi[-1]] == 1:
            for way in {column.passi[-1], *column.campo.sinonimi}:
                owners[semplice(way)].add(column.nome)
    assert not {way: sorted(names) for way, names in owners.items() if len(names) > 1}
