"""More ways in which people make tables: two columns under one header, texts in single quotes, sheets left aside."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from tabelle import in_csv, saved, xlsx
from test_come_le_fa_la_gente import DID, FORMATI, HEAD, HOURS, LIST, ada, detto, letta, persone, workbook

from docservice.campi.fields import Scelta, SiNo
from docservice.tabelle.celle import CellaIllegibile, valore
from docservice.tabelle.testi.reparti import reparti

TABLE = "tabella-solidarieta"


def righe(*objects: dict[str, Any]) -> bytes:
    return "\n".join(json.dumps(one, ensure_ascii=False) for one in objects).encode()


def oggetto(number: int = 0, **more: Any) -> dict[str, Any]:
    return dict(zip(("cognome", "nome", "codice_fiscale"), ada(number), strict=True)) | more


@pytest.mark.parametrize("slug", [DID, LIST])
@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        ([["Family", "Given", "Tax"], ["x", "y", ada(1)[2]], ["x", "y", ada(2)[2].lower()]], "2 persone, altre"),
        ([HEAD, ada(1)], "le stesse colonne, una persona"),
        ([HEAD], "le stesse colonne)"),
        ([["Tax"], [ada(1)[2]]], ""),
        ([["Tax"], [ada(1)[2]], [ada(1)[2]]], ""),
        ([["Tax"], ["AAAAAA00A00A000A"], ["BBBBBB00A00A000B"]], ""),
    ],
)
def test_a_sheet_of_people_that_is_not_read_is_in_doubt(slug: str, sheet: Sequence[Sequence[Any]], told: str) -> None:
    found = letta(slug, workbook(("Giugno", [HEAD, ada(0)]), ("Uffici", sheet)))
    said = [one.messaggio for one in found.avvisi if one.codice == "TAB-FOGLI"]
    assert len(said) == bool(told)
    assert all(f"«Uffici» ({told}" in one for one in said)
    assert ("«Uffici»" in found.note[0]) == (not told)
    assert [person["cognome"] for person in persone(found)] == [ada(0)[0]]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_of_people_is_in_doubt_too(state: str) -> None:
    people = [HEAD, ada(1), ada(2)]
    book = load_workbook(BytesIO(workbook(("Giugno", [HEAD, ada(0)]), ("Aprile", people), ("Elenchi", [["A"], ["b"]]))))
    for name in ("Aprile", "Elenchi"):
        book[name].sheet_state = state
    found = letta(LIST, saved(book))
    [said] = [one.messaggio for one in found.avvisi if one.codice == "TAB-FOGLI"]
    assert "«Aprile» (le stesse colonne, 2 persone)" in said
    assert "nascosti, che si vedono con «Scopri»: «Aprile»." in found.note[0]
    assert "Elenchi" not in said + "".join(found.note)  # what a sheet chooses among is no data


@pytest.mark.parametrize(
    ("name", "text", "read"),
    [
        ("ore_settimanali", "40,0", "40.0"),
        ("ore_settimanali", "40 ore", "40"),
        ("ore_settimanali", "37.5", "37.5"),
        ("ore_settimanali", " ", None),
        ("giorni_lavorati", "1.200,00", "1200"),
        ("data_assunzione", "1/3/2004", "2004-03-01"),
        ("data_assunzione", "2004-03-01", "2004-03-01"),
        ("zero_ore", "Sì", True),
        ("contratto", "a tempo det.", "determinato"),
        ("livello", "10,0", "10,0"),
        ("codice_fiscale", f" {ada()[2].lower()}", ada()[2]),
    ],
)
def test_a_text_of_json_lines_is_read_as_a_cell(name: str, text: str, read: Any) -> None:
    [person] = persone(letta(LIST, righe(oggetto(**{name: text}))))
    assert person.get(name) == read
    if read is not None and name != "codice_fiscale":
        head = (*HEAD, name)
        assert str(persone(letta(LIST, in_csv([head, [*ada(), text]])))[0][name]) == str(read)


@pytest.mark.parametrize(
    ("name", "text", "code", "told"),
    [
        ("ore_settimanali", "20:30", "TAB-CELLA", "cioè 20,5"),
        ("data_assunzione", "31/2009", "TAB-CELLA", "Serve una data"),
        ("zero_ore", "ok", "TAB-CELLA", "«ok» non si capisce"),
        ("ore_settimanali", "1.234", "TAB-DATO", "al massimo 2 decimali"),  # for JSON it is little more than one
    ],
)
def test_a_text_of_json_lines_that_cannot_be_read_is_told_once(name: str, text: str, code: str, told: str) -> None:
    found = letta(LIST, righe(oggetto(), oggetto(1, **{name: text})))
    assert [(one.codice, one.riga, one.percorso) for one in found.difetti] == [(code, 2, f"/{name}")]
    assert told in found.difetti[0].messaggio
    assert found.difetti[0].detto.count(found.difetti[0].campo) == 1


def test_a_member_within_another_is_read_and_the_line_goes_back_as_it_came() -> None:
    line = {"lavoratore": oggetto(), "data": "1/7/2009"}
    found = letta(DID, righe(line))
    assert found.documenti[1]["data"] == "2009-07-01"
    assert found.foglio[0].valori == line  # type: ignore[index, union-attr]


def test_a_name_that_is_twice_in_an_object_is_told_with_its_line() -> None:
    content = righe(oggetto()) + b'\n{"cognome": "Neri", "nome": "Ada", "cognome": "Neri"}'
    found = letta(LIST, content)
    assert "ripete il nome «cognome» alla riga 2, colonna 36" in found.difetti[0].messaggio


def uniti(header: str, *people: Sequence[Any], below: Sequence[Any] = ()) -> bytes:
    book = Workbook()
    for line in ([header, None, "CF", "Reparto"], *([*one, "A"] for one in people), *below):
        book.active.append(list(line))
    book.active.merge_cells("A1:B1")
    return saved(book)


def rovesciato(number: int) -> list[Any]:
    surname, name, code = ada(number)
    return [name, surname, code]


@pytest.mark.parametrize("slug", [DID, LIST])
@pytest.mark.parametrize(
    ("header", "of"),
    [
        ("Cognome e nome", ada),
        ("NOME E COGNOME", rovesciato),
        ("Nominativo", ada),
        ("Dipendente", rovesciato),
    ],
)
def test_two_columns_of_names_under_one_header_are_read(slug: str, header: str, of: Callable[[int], list[Any]]) -> None:
    merged = uniti(header, of(0), of(1), of(2), below=[["Totale", None, "3"]])
    for content in (merged, in_csv([(header, "", "CF"), of(0), of(1), of(2)])):
        found = letta(slug, content)
        assert [[one["cognome"], one["nome"]] for one in persone(found)] == [ada(n)[:2] for n in range(3)]
        assert any(f"Sotto «{header}» ci sono due colonne" in note for note in found.note)
        assert not found.difetti


@pytest.mark.parametrize(
    ("header", "of", "told"),
    [
        ("Nominativo", lambda n: [*ada(n)[:2], None], "Sotto «Nominativo» ci sono due colonne, A e B"),
        ("Nome e cognome", ada, "non si capisce quale sia il cognome"),  # the codes say that it is not so
        ("Nominativo", lambda n: [" ".join(ada(n)[:2]), None, ada(n)[2]], "Testo in colonne"),
    ],
)
def test_two_columns_of_names_in_no_known_order_are_asked(
    header: str, of: Callable[[int], list[Any]], told: str
) -> None:
    said = detto(LIST, uniti(header, of(0), of(1)))
    assert told in said
    assert said.count("cognome") <= 3


def test_three_columns_of_names_under_one_header_are_not_guessed() -> None:
    lines = [["Cognome e nome", None, None, "CF"], *([*ada(n)[:2], "Maria", ada(n)[2]] for n in range(2))]
    assert "Testo in colonne" in detto(LIST, xlsx(lines))


def fra_apici(*lines: Sequence[str]) -> bytes:
    return "\n".join(";".join(f"'{cell}'" for cell in line) for line in lines).encode()


def test_texts_between_single_quotes_are_read_without() -> None:
    quoted = [["D''Elia", *ada()[1:], "01/03/2004"], [*ada(1), "15/06/2009"]]
    head = (*HEAD, "Data assunzione")
    for content in (fra_apici(head, *quoted), ";".join(head).encode() + b"\n" + fra_apici(*quoted)):
        found = letta(LIST, content)
        assert [person["cognome"] for person in persone(found)] == ["D'Elia", ada(1)[0]]
        assert persone(found)[0]["data_assunzione"] == "2004-03-01"
        assert any("fra apici" in note for note in found.note)
        assert b"'D" not in in_csv([[cell for row in found.foglio.righe for cell in row.celle]])  # type: ignore[union-attr]


@pytest.mark.parametrize("third", [";".join(ada(2)), "'Neri;Bruni';'Ada';'x'"])
def test_some_texts_between_single_quotes_are_told_once(third: str) -> None:
    content = fra_apici(HEAD, ada(0), ada(1)) + b"\n" + third.encode()
    said = detto(LIST, content)
    assert said.startswith("Nel file molti testi sono fra apici (') e altri no, come alla riga 4")


def test_a_nickname_between_single_quotes_is_a_text() -> None:
    lines = [(*HEAD, "Reparto"), *([*ada(n), "'sala'"] for n in range(2))]
    assert [person["reparto"] for person in persone(letta(LIST, in_csv(lines)))] == ["'sala'"] * 2


@pytest.mark.parametrize(
    ("word", "read"),
    [
        *((word, True) for word in ("Acconsento", "ACCONSENTO", "☑", "☒", "X", "[x]", "[X]", "do il consenso")),
        *((word, False) for word in ("Non acconsento", "non  acconsento", "☐", "[ ]", "[]", "Nego il consenso")),
    ],
)
def test_a_consent_as_people_write_it(word: str, read: bool) -> None:  # noqa: FBT001
    assert valore(word, SiNo()) is read
    for write in FORMATI.values():
        head = (*HEAD, "Consenso al trattamento dei dati")
        found = letta(DID, write([head, [*ada(), word]]))
        assert found.documenti[2]["consensi"]["trattamento"] is read


@pytest.mark.parametrize(
    ("word", "near"),
    [("determnato", "determinato"), ("indetrminato", "indeterminato"), ("a temine", "determinato"), ("boh", None)],
)
def test_a_word_of_a_list_is_told_with_the_right_one(word: str, near: str | None) -> None:
    said = detto(LIST, in_csv([(*HEAD, "Contratto"), [*ada(0), word], [*ada(1), word]]))
    assert said.count(f"forse «{near}»?") == 2 * (near is not None)
    assert said.count(f"«{word}»: valore non ammesso, ") == 2
    field = Scelta("sì", "no")
    with pytest.raises(CellaIllegibile, match="ammesso, va scelto"):
        valore("12", field)


def test_slips_of_a_department_are_told_beside_the_right_name() -> None:
    ways = ["Fresata", "Fresatra", "Fresatura", "Fresatura", "Stiro"]
    said = str(reparti([(n, {"reparto": one}) for n, one in enumerate(ways, 2)], "reparto"))
    assert "(«Fresatura» alla riga 4, «Fresata» alla riga 2, «Fresatra» alla riga 3)" in said


ERRORS = (("#N/A", "#N/D"), ("#REF!", "#RIF!"), ("#VALUE!", "#VALORE!"), ("#DIV/0!", "#DIV/0!"), ("#NAME?", "#NOME?"))


@pytest.mark.parametrize(("error", "seen"), ERRORS)
def test_an_error_of_a_workbook_is_told_by_the_name_that_is_seen(error: str, seen: str) -> None:
    for slug, head in ((DID, HEAD), (LIST, (*HEAD, "Reparto")), (TABLE, HOURS)):
        for place in range(len(head)):
            line = [*ada(), *[40, 20][: len(head) - 3]]
            line[place] = error
            assert f"{'ABCDE'[place]}2 La cella contiene un errore ({seen})" in detto(slug, xlsx([head, line]))
    book = Workbook()
    for row in ((*HEAD, "Reparto"), [*ada(), "=A1"]):
        book.active.append(row)
    assert "D2 La cella contiene una formula di cui il file non ha il risultato" in detto(LIST, saved(book))


def test_a_column_that_is_not_read_is_told_once() -> None:
    head = (*HEAD, "Stato", "Data di assunzione (figlio)", "Pippo")
    found = letta(LIST, xlsx([head, [*ada(), "cessato", "x", "y"]]))
    assert [one.posto for one in found.avvisi if one.codice == "TAB-NON-LETTA"] == [3, 4]
    assert [note for note in found.note if "non lette" in note] == ["Colonne che il modello non ha, non lette: Pippo."]
    assert found.ignorate == ["Stato", "Data di assunzione (figlio)", "Pippo"]
