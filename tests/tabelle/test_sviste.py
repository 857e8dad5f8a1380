"""What is not seen on a table until it is printed: days with their month first, notes in names, columns that slid."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from tabelle import saved, xlsx
from test_come_le_fa_la_gente import DID, HEAD, HOURS, LIST, ada, comune, detto, letta, persone

from docservice.campi.fields import Decimale, Giorno, SiNo
from docservice.lotti.esame import verificata
from docservice.modelli.lavoratore import Lavoratore
from docservice.tabelle.celle import CellaIllegibile, valore
from docservice.tabelle.foglio import COMUNI
from docservice.tabelle.ritorno import restituisci
from docservice.tabelle.testi.reparti import reparti
from docservice.tabelle.verifica import Verifica

DAYS = (*HEAD, "Data assunzione")
CONTRATTO: Any = Lavoratore().fields["contratto"]
TABLE = "tabella-solidarieta"


def avvisi(found: Verifica) -> list[tuple[str, int | None, int | None]]:
    return [(one.codice, one.riga, one.posto) for one in found.avvisi if one.codice.startswith("TAB-")]


def under(head: tuple[str, ...], *values: Any) -> list[Any]:
    return [head, *([*ada(n), *(one if isinstance(one, list) else [one])] for n, one in enumerate(values))]


SWAPPED = [date(2004, 3, 1), date(2005, 2, 5), date(2001, 1, 8), date(1999, 10, 11)]
"""Days of an American file that an Italian sheet could read."""


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([*SWAPPED, "09/14/1998", "12/15/2008"], True),
        ([*SWAPPED, "14/09/1998", "12/15/2008"], True),  # one of the two put right, as the message never asks
        ([*SWAPPED, date(1998, 9, 14), "12/15/2008"], True),
        (["03/13/2004", "01/08/2001", "10/11/1999", date(1998, 9, 14)], True),
        # real days, more of them after the twelfth: the one that cannot be read is told, and what it may mean
        ([*SWAPPED[:1], date(2004, 3, 15), date(2009, 6, 22), "12/15/2008"], False),
    ],
)
def test_a_column_with_its_month_first_is_told_whole(days: list[Any], told: bool) -> None:  # noqa: FBT001
    said = detto(LIST, xlsx(under(DAYS, *days)))
    assert ("hanno probabilmente giorno e mese scambiati (per esempio D" in said) == told
    assert "aaaa-mm-gg" in said
    assert "corretta quella data" not in said


@pytest.mark.parametrize("name", ["Nicolò, RSU", "Bruno / Brunone", "Luca - cessato", "Luca – ex"])
def test_what_is_written_beside_a_name_is_told(name: str) -> None:
    for member in range(2):
        line = ada()
        line[member] = name
        assert "In un nome non c’è il segno" in detto(LIST, xlsx([HEAD, line]))


@pytest.mark.parametrize(
    ("name", "doubted"),
    [
        *((name, True) for name in ("De Rosa in Bianchi", "Pesenti nata Verdi", "Ferri ved. Rossi", "Neri maternità")),
        *((name, True) for name in ("FERRI IN NERI", "Neri cessato", "Neri RSU")),
        *((name, False) for name in ("De Rosa", "D’Amico", "Rossi-Bianchi", "Di Nata", "Nata", "In", "Maria Assunta")),
        *((name, False) for name in ("Lo Vedova", "Ferri Nata", "Li In")),
    ],
)
def test_words_noted_in_a_name_are_in_doubt(name: str, doubted: bool) -> None:  # noqa: FBT001
    found = letta(LIST, xlsx([HEAD, [name, *ada()[1:]]]))
    assert [one for one in avvisi(found) if one[0] == "TAB-NOMI"] == [("TAB-NOMI", 2, 0)] * doubted
    assert not found.difetti


def raised(*pieces: str | TextBlock) -> bytes:
    book = Workbook()
    for line in (HEAD, ada()):
        book.active.append(line)
    book.active["D1"], book.active["D2"] = "Reparto", CellRichText(*pieces)
    return saved(book)


UP = InlineFont(vertAlign="superscript")


@pytest.mark.parametrize(
    ("pieces", "told"),
    [
        (("tornitura", TextBlock(UP, "1")), "«1» è in apice"),
        (("3", TextBlock(UP, "a"), " linea"), ""),
        (("100 m", TextBlock(UP, "2")), ""),
        ((TextBlock(UP, "tornitura"),), ""),
    ],
)
def test_the_mark_of_a_note_above_the_line_is_told(pieces: tuple[Any, ...], told: str) -> None:
    content = raised(*pieces)
    if told:
        assert f"D2 Nella cella {told}" in detto(LIST, content)
    else:
        assert persone(letta(LIST, content))


def test_a_department_only_in_the_first_row_of_its_block_is_in_doubt() -> None:
    head = (*HOURS, "Reparto")
    told = letta(TABLE, xlsx(under(head, *([40, 30, one] for one in ("taglio", None, None, "ufficio", None)))))
    assert ("TAB-REPARTI", None, 5) in avvisi(told)
    some = letta(TABLE, xlsx(under(head, *([40, 30, one] for one in ("taglio", "taglio", None, "ufficio", "ufficio")))))
    assert avvisi(some) == []


def test_one_person_with_two_codes_is_in_doubt() -> None:
    lines = [["Ferri", "Bruno", code] for code in ("FRRBRN65A18A794G", "FRRBRN65A18F205U")]
    found = letta(LIST, xlsx([HEAD, lines[0], ada(), lines[1]]))
    assert avvisi(found) == [("TAB-PERSONA-DOPPIA", 2, 2), ("TAB-PERSONA-DOPPIA", 4, 2)]
    assert "riga 4 c’è una persona con lo stesso nome" in found.avvisi[0].messaggio
    lines[1][1] = "Brunella"
    assert not any(one[0] == "TAB-PERSONA-DOPPIA" for one in avvisi(letta(LIST, xlsx([HEAD, *lines]))))


def test_two_persons_with_one_code_are_told_so() -> None:
    said = detto(LIST, xlsx([HEAD, ada(), ["Pesenti", "Luca", ada()[2]]]))
    assert "alla riga 3 con un altro nome:" in said
    assert "va lasciata una volta" in detto(LIST, xlsx([HEAD, ada(), ada()]))


@pytest.mark.parametrize(
    ("cell", "field", "told"),
    [
        *(("s?", SiNo(), "interrogativo"), ("ok", SiNo(), "«ok»"), ("✓", SiNo(), "«✓»")),
        ("determinato?", CONTRATTO, "interrogativo"),
        *((day, Giorno(), "dove non c’è una data") for day in (date(1900, 1, 1), "01/01/1900")),
    ],
)
def test_nothing_is_guessed(cell: Any, field: Any, told: str) -> None:
    with pytest.raises(CellaIllegibile, match=told):
        valore(cell, field)
    assert valore("Y", SiNo()) is True
    assert valore(date(1900, 1, 3), Giorno()) == "1900-01-03"


def test_what_is_aside_in_the_common_data_is_told() -> None:
    book = Workbook()
    for line in (HEAD, ada()):
        book.active.append(line)
    common = book.create_sheet(COMUNI)
    for line in (("Campo", "Valore", "Che cosa", "Nuovo"), ("Luogo", "Lodi", None, "Lecco"), (None, "Via Po")):
        common.append(line)
    shared = comune(DID)
    del shared["luogo"]
    said = [one.messaggio for one in verificata(DID, saved(book), shared).avvisi]
    assert any("(D1, D2)" in one for one in said)
    assert any("(B3)" in one for one in said)


@pytest.mark.parametrize(("hours", "told"), [((8, 4, 6), True), ((8, 4, 20), False), ((8, 4), False)])
def test_hours_of_a_day_in_a_column_of_the_week_are_in_doubt(hours: tuple[int, ...], told: bool) -> None:  # noqa: FBT001
    found = letta(TABLE, xlsx(under(HOURS, *([one, one / 2] for one in hours))))
    assert [one for one in avvisi(found) if one[0] == "TAB-ORE-DEL-GIORNO"] == [("TAB-ORE-DEL-GIORNO", None, 3)] * told


@pytest.mark.parametrize(
    ("worked", "told"),
    [
        ((30, 20, 25, 28, None), "in su"),
        ((None, 30, 20, 25, 28), "in giù"),
        ((30, None, 25, 28, 20), ""),
        ((30, 25, None), ""),
    ],
)
def test_a_column_that_lacks_only_its_last_row_has_slid_perhaps(worked: tuple[int | None, ...], told: str) -> None:
    found = letta(TABLE, xlsx(under(HOURS, *([40, one] for one in worked))))
    said = [one.messaggio for one in found.avvisi if one.codice == "TAB-SLITTATA"]
    assert len(said) == bool(told)
    assert all(told in one for one in said)


PEOPLE = [
    ("Donati", "Ada", "DNTDAA71B54A794B"),
    ("Ferri", "Bruno", "FRRBRN65A18A794G"),
    ("Locatelli", "Fabio", "LCTFBA80L03A794M"),
    ("De Rosa", "Maria Grazia", "DRSMGR69T65A794Q"),
    ("Pesenti", "Giulia", "PSNGLI84D41A794Y"),
    ("Carminati", "Luca", "CRMLCU58E30A794P"),
]


@pytest.mark.parametrize(("member", "column"), [(0, "Cognome"), (1, "Nome")])
def test_a_column_of_names_that_slid_is_told_once(member: int, column: str) -> None:
    lines = [list(one) for one in PEOPLE]
    moved = [line[member] for line in lines[1:]] + [lines[0][member]]
    for line, name in zip(lines, moved, strict=True):
        line[member] = name
    found = letta(LIST, xlsx([HEAD, *lines]))
    said = [one.messaggio for one in found.avvisi if one.codice == "TAB-NOMI-SLITTATI"]
    assert len(said) == 1
    assert said[0].startswith(f"La colonna {column} sembra slittata di una riga in su")


def test_a_note_says_that_comments_are_not_read() -> None:
    book = Workbook()
    for line in (HEAD, ada()):
        book.active.append(line)
    book.active["C2"].comment = Comment("cessata il 3/5", "Anna")
    found = letta(LIST, saved(book))
    assert [note for note in found.note if "commenti" in note and "(C2)" in note]
    ours = letta(LIST, restituisci(letta(LIST, xlsx([HEAD, [*ada()[:2], "x"]]))))
    assert not [note for note in ours.note if "commenti" in note]


def test_rows_with_only_their_printed_number_are_left_out() -> None:
    lines = [("N.", *HEAD), (1, *ada()), (2,), ("3.",)]
    found = letta(LIST, xlsx(lines))
    assert not found.difetti
    assert "Righe con il solo numero d’ordine, non lette: 3, 4." in found.note
    assert "questa sola cella" in detto(LIST, xlsx([*lines, (None, "Neri")]))


@pytest.mark.parametrize(
    ("word", "read"),
    [
        *(("apprendista", "apprendistato"), ("a tempo det.", "determinato"), ("somm.", "somministrazione")),
        *(("indet.", "indeterminato"), ("Socio lavoratore", "socio_cooperativa")),
    ],
)
def test_kinds_of_contract_as_people_write_them(word: str, read: str) -> None:
    assert valore(word, CONTRATTO) == read


@pytest.mark.parametrize(
    ("cell", "unit", "told"),
    [
        *(("20h30", "ore", "va scritto 20,5"), ("7 ore 15 min", "ore", "va scritto 7,25")),
        *(("-", "ore", "va scritto 0"), ("60%", "ore", "è una percentuale, e qui serve un numero di ore")),
        *(("5 anni", "mesi", "cioè 60"), ("40*", "ore", "qui c’è «40*»")),
    ],
)
def test_what_is_no_number_is_told_for_what_it_is(cell: str, unit: str, told: str) -> None:
    with pytest.raises(CellaIllegibile) as error:
        valore(cell, Decimale(massimo="999", unita=unit))
    assert told in str(error.value)


@pytest.mark.parametrize(("cell", "unit"), [("24 mesi", "mesi"), ("24 sett.", "settimane"), ("24%", "per cento")])
def test_a_number_may_say_its_unit(cell: str, unit: str) -> None:
    assert valore(cell, Decimale(massimo="999", unita=unit)) == "24"
    with pytest.raises(CellaIllegibile):
        valore(cell, Decimale(massimo="999", unita="ore"))


def test_members_of_json_lines_are_known_as_columns_are() -> None:
    surname, name, code = ada()
    line = {"Cognome": surname, "NOME": name, "Codice Fiscale": code}
    found = letta(LIST, json.dumps(line).encode())
    assert persone(found)[0]["cognome"] == surname
    assert any("«Codice Fiscale» è codice_fiscale" in note for note in found.note)
    subject = letta(DID, json.dumps({"Cognome": surname, "CF": code, "lavoratore": {"nome": name}}).encode())
    assert persone(subject)[0] == {"cognome": surname, "nome": name, "codice_fiscale": code}
    assert "Cognome: campo non previsto" in detto(LIST, json.dumps({**line, "cognome": surname}).encode())


def told_of(slug: str, lines: list[Any]) -> str:
    return detto(slug, xlsx(lines))


def test_two_tables_side_by_side_are_told_once() -> None:
    said = told_of(TABLE, [(*HOURS, None, *HOURS), [*ada(), 40, 30, None, *ada(1), 40, 30]])
    assert said.count("due tabelle affiancate (A–E e G–K)") == 1
    assert "ne va lasciata una" not in said
    assert "Più colonne (C, D) dicono «Codice fiscale»" in told_of(LIST, [(*HEAD, "CF"), [*ada(), ada()[2]]])


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        (("Ore settimanali", "Ore ridotte settimanali"), "sembra dire le ore tolte"),
        (("Ore settimanali", "Ore effettive"), "Forse è «Ore effettive»"),
        (("Ore", "Ore CIG"), "«Ore CIG» non è letta, e sembra dire le ore tolte"),
    ],
)
def test_hours_that_may_be_those_taken_away(headers: tuple[str, str], told: str) -> None:
    said = told_of(TABLE, [(*HEAD, *headers), [*ada(), 40, 30]])
    assert told in said
    assert "restano da lavorare" in said


def test_a_header_with_slips_is_shown_what_it_may_mean() -> None:
    said = told_of(LIST, [("Congome", "Nmoe", "Codce fiscale"), ada()])
    assert "La riga 1 sembra l’intestazione" in said
    assert "«Congome» (forse Cognome), «Nmoe» (forse Nome)" in said
    assert "Forse è «Congome»" in told_of(LIST, [("Congome", *HEAD[1:]), ada()])
    assert "Manca la riga di intestazione" in told_of(LIST, [ada(), ada(1)])


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("LCTFBA8OL03A794M", "Al posto 8 c’è la lettera O dove serve la cifra 0"),
        ("cf: LCTFBA80L03A794M", "Davanti c’è «cf:»"),
        ("LCTFBA80L03A794", "Ha 15 caratteri, ne servono 16"),
        ("LCTFBA80L03A794M\nFRRBRN65A18A794G", "ci sono due codici fiscali"),
        ("x", "non è ben formato"),
    ],
)
def test_what_is_wrong_in_a_code_is_said(code: str, told: str) -> None:
    for slug in (LIST, DID):
        assert told.casefold() in told_of(slug, [HEAD, ["Locatelli", "Fabio", code]]).casefold()


@pytest.mark.parametrize(("name", "told"), [("A\u200bda", "che non si vede"), ("Ad\ufffd", "una lettera persa")])
def test_a_character_that_cannot_be_seen_is_told_without_its_number(name: str, told: str) -> None:
    said = told_of(LIST, [HEAD, [ada()[0], name, ada()[2]]])
    assert told in said
    assert "U+" not in said


def test_a_copy_of_the_common_data_is_told_by_its_name() -> None:
    book = Workbook()
    for line in (HEAD, ada()):
        book.active.append(line)
    book.create_sheet(f"{COMUNI} (2)").append(("Luogo", "Lodi"))
    assert (
        f"Il foglio «{COMUNI} (2)» non è letto: per essere letto deve chiamarsi «{COMUNI}»."
        in letta(LIST, saved(book)).note
    )


def test_departments_that_seem_one_are_told_with_their_rows() -> None:
    ways = ["tornitura", "TORN.", "montaggio", "Montagio", "Ufficio", "ufficio", "linea 1", "linea 2", "smontaggio"]
    said = str(reparti([(n, {"reparto": one}) for n, one in enumerate(ways, 2)], "reparto"))
    pairs = said[said.index("(") + 1 : said.rindex(")")].split("; ")
    assert pairs == [
        "«tornitura» alla riga 2, «TORN.» alla riga 3",
        "«montaggio» alla riga 4, «Montagio» alla riga 5",
        "«Ufficio» alla riga 6, «ufficio» alla riga 7",
    ]


def test_a_row_has_room_for_what_is_told_of_it() -> None:
    lines = [(*HEAD, "Data assunzione"), [*ada()[:2], "x", "boh"], ada(1)]
    book = load_workbook(BytesIO(restituisci(letta(LIST, xlsx(lines)))))
    heights = [book["Dati"].row_dimensions[row].height for row in (2, 3)]
    assert heights[0] is not None
    assert heights[0] > 20
    assert heights[1] is None


def test_a_person_hired_as_the_one_of_the_example_was_is_not_the_example() -> None:
    head = (*HEAD, "Qualifica", "Livello", "Reparto", "Data di assunzione", *HOURS[-2:])
    # four of the eight values that the example has, and nothing of who it is of
    line = [*ada()[:2], ada()[2], "impiegata", "4", "tornitura", date(2004, 3, 1), 40, 24]
    assert not [one for one in avvisi(letta(TABLE, xlsx([head, line]))) if one[0] == "TAB-ESEMPIO"]
    line[3:5] = ["operaia", "3"]
    assert [one for one in avvisi(letta(TABLE, xlsx([head, line]))) if one[0] == "TAB-ESEMPIO"]


def test_a_row_that_is_nobodys_has_not_slid() -> None:
    lines = under(HOURS, *([40, 30] for _ in range(5)))
    found = letta(TABLE, xlsx([*lines, [None, None, 5, 40, 30]]))
    assert not any(one.codice == "TAB-SLITTATA" for one in found.avvisi)
    lines = [(*HEAD, "Sospeso dal", "Data DID"), [*ada(), "15/06/2009"], [None, None, None, "x", "Il legale"]]
    assert "La riga non dice di chi è" in told_of(DID, lines)
