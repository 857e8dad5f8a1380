"""The shape of a table: a header that comes back otherwise, columns called otherwise, rows cut short."""

from __future__ import annotations

from typing import Any

import pytest
from openpyxl import Workbook
from tabelle import in_csv, saved
from test_come_le_fa_la_gente import DID, HEAD, HOURS, LIST, SHARED_HOURS, ada, detto, letta, persone

from docservice.lotti.esame import TabellaErrata

SUMS = "tabella-solidarieta"


def doubts(found: Any) -> list[str]:
    return [one.messaggio for one in found.avvisi]


@pytest.mark.parametrize("again", [("CF", "Cognome", "Nome"), ("Nome", "Cognome", "CF"), (*HEAD, "Qualifica")])
def test_another_header_below_is_told_with_its_row(again: tuple[str, ...]) -> None:
    told = detto(LIST, in_csv([HEAD, ada(0), again, ada(1)]))
    assert "Alla riga 3 c’è un’altra intestazione" in told


def test_the_same_header_below_is_noted() -> None:
    found = letta(LIST, in_csv([HEAD, ada(0), HEAD, ada(1), ["Cognome", "Nome", ""], ada(2)]))
    assert len(persone(found)) == 3
    assert "Intestazioni ripetute, non lette: 3, 5." in found.note


def test_rows_above_the_header_are_noted_without_their_text() -> None:
    found = letta(LIST, in_csv([["Ditta Neri"], ["Periodo: 2009"], HEAD, ada(0)]))
    assert "Righe sopra l’intestazione, non lette: 1, 2." in found.note
    assert not any("Neri" in note for note in found.note)


@pytest.mark.parametrize("header", ["Data documento", "Data del documento", "Documento data", "Luogo documento"])
def test_a_document_of_a_person_is_not_the_paper(header: str) -> None:
    found = letta(DID, in_csv([(*HEAD, header), [*ada(), "1/7/2009"]]))
    assert header in found.ignorate


@pytest.mark.parametrize("header", ["Documento, Data", "documento: data", "Documento, Data *", "Data *"])
def test_our_own_names_are_the_paper(header: str) -> None:
    [one] = letta(DID, in_csv([(*HEAD, header), [*ada(), "3/7/2009"]])).documenti.values()
    assert one["data"] == "2009-07-03"


def test_a_row_cut_short_is_doubted() -> None:
    head = (*HOURS, "Qualifica", "Livello")
    whole = [[*ada(n), "40", "20", "operaio", "3"] for n in range(3)]
    content = in_csv([head, *whole, [*ada(3), "40", "20"]])
    assert [(one.riga, one.codice) for one in letta(LIST, content).avvisi] == [(5, "TAB-RIGA")]
    assert doubts(letta(LIST, in_csv([head, *whole, [*ada(3), "40", "20", "operaio", ""]]))) == []
    cut = in_csv([head, *whole, [*ada(3), "40", "20", "oper"]]).rstrip()
    assert [one.riga for one in letta(LIST, cut).avvisi] == [5]


def test_a_department_written_in_two_ways_is_doubted() -> None:
    names = ["tornitura", "TORNITURA.", "fresatura"]
    lines = [(*HOURS, "Reparto"), *([*ada(n), "40", "20", name] for n, name in enumerate(names))]
    told = [one for one in letta(SHARED_HOURS, in_csv(lines)).avvisi if one.codice == "TAB-REPARTI"]
    assert ["«tornitura» alla riga 2, «TORNITURA.» alla riga 3" in one.messaggio for one in told] == [True]
    assert "fresatura" not in told[0].messaggio


def test_two_sheets_alike_are_doubted() -> None:
    book = Workbook()
    for sheet in (book.active, book.create_sheet("Altri")):
        sheet.append(HEAD)
        sheet.append(ada())
    assert any("«Altri»" in one for one in doubts(letta(LIST, saved(book))))


def test_a_missing_column_names_the_one_that_it_may_be() -> None:
    with pytest.raises(TabellaErrata) as refused:
        letta(SUMS, in_csv([("Cognome", "Nome", "Cod.", "Codice fisc. INPS"), ada()]))
    assert any("Forse è «Codice fisc. INPS»" in one.messaggio for one in refused.value.difetti)


def test_headers_down_a_column_and_columns_of_blanks_are_named() -> None:
    people = [["Cognome", "Neri", "Bianchi"], ["Nome", "Ada", "Ugo"], ["CF", "x", "y"]]
    assert "Trasponi" in detto(LIST, in_csv(people))
    text = "Cognome     Nome      CF\nNeri        Ada       x\nBianchi     Ugo       y\n"
    assert "larghezza fissa" in detto(LIST, text.encode())
