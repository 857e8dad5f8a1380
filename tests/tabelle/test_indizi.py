"""What a table lets guess of what nobody meant: it is told, and an ordinary table is told nothing."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from tabelle import in_csv as csv_of
from tabelle import xlsx
from test_come_le_fa_la_gente import DID, HEAD, HOURS, LIST, ada, comune, detto, letta, persone

from docservice.campi.fields import Giorno
from docservice.lotti.esame import verificata
from docservice.tabelle.celle import CellaIllegibile, valore

TABLE, PAPER = "tabella-solidarieta", "autodichiarazione-did"

HOURS_OF = ("ore_settimanali", "ore_lavorate_settimanali")


def linee(*lines: str) -> bytes:
    return "\n".join(lines).encode() + b"\n"


def riga(number: int, *more: str, parted: str = ";") -> str:
    return parted.join([*ada(number), *more])


@pytest.mark.parametrize("parted", [";", "\t", ","])
def test_ditto_marks_do_not_swallow_a_row(parted: str) -> None:
    head = parted.join([*HEAD, "Reparto", "Note"])
    for cells in (("taglio", '"'), ('"', "x")):
        two = [riga(n, *cells, parted=parted) for n in range(2)]
        said = detto(LIST, linee(head, *two, riga(2, "a", "b", parted=parted)))
        assert "La cella aperta con le virgolette alla riga 2 contiene anche la riga 3" in said


@pytest.mark.parametrize("note", ['"sentire\nil capo; poi il ""vice"""', '"a;\nb; c;\nd; e; f"', 'tubi da 3"'])
def test_a_note_of_many_lines_is_a_note(note: str) -> None:
    assert len(persone(letta(LIST, linee(";".join([*HEAD, "Note"]), riga(0, note), riga(1, note))))) == 2


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (("Maria", None), "fault"),
        (("x", None), "doubt"),
        (("sì", "no"), "doubt"),
        ((1, 2), ""),  # the numbers of the rows, as programs write them
        ((None, None), ""),
    ],
)
def test_a_column_without_a_name_is_told(cells: tuple[Any, ...], told: str) -> None:
    lines = [[*ada(n)[:2], cell, ada(n)[2]] for n, cell in enumerate(cells)]
    table = xlsx([[*HEAD[:2], None, HEAD[2]], *lines])
    if told == "fault":
        assert "La colonna C non ha nome, segue «Nome»" in detto(LIST, table)
        return
    found = letta(LIST, table)
    assert [one.posto for one in found.avvisi if one.codice == "TAB-COLONNA-SENZA-NOME"] == [2] * (told == "doubt")


@pytest.mark.parametrize(
    ("header", "read"),
    [
        *((f"Data di assunzione {aside}", True) for aside in ("(gg/mm/aaaa)", "[facoltativa]", "(es. 1/3/2004)", "(g")),
        *((f"Data di assunzione {other}", False) for other in ("(figlio)", "[precedente]", "(fino al 30/6)", "(figl")),
    ],
)
def test_brackets_that_change_a_name_are_part_of_it(header: str, read: bool) -> None:  # noqa: FBT001
    found = letta(LIST, xlsx([[*HEAD, header], [*ada(), "01/03/2004"]]))
    assert ("data_assunzione" in persone(found)[0]) == read
    assert [one.posto for one in found.avvisi if one.codice == "TAB-NON-LETTA"] == [3] * (not read)


NOTED = ("Ada PT", "Ada part time", "Ada C.T.D.", "Ada c.s.", "Ada mat.", "Ada Tempo Det.", "Ada TI", "Ada jr operaio")


@pytest.mark.parametrize(("name", "told"), [*((one, True) for one in (*NOTED, "OPERAIO")), ("WU TI", False)])
def test_notes_of_work_beside_a_name_are_in_doubt(name: str, told: bool) -> None:  # noqa: FBT001
    found = letta(LIST, xlsx([HEAD, [ada()[0], name, ada()[2]]]))
    assert [one.posto for one in found.avvisi if one.codice == "TAB-NOMI"] == [1] * told


@pytest.mark.parametrize(
    ("name", "department", "told"),
    [
        ("D''Elia", "x", "due volte"),
        ("Elia", "dell''officina", "due volte"),
        ("Elia", "Loading...", "al posto"),
        ("Elia", "Caricamento in corso…", "al posto"),
    ],
)
def test_what_a_program_leaves_is_told(name: str, department: str, told: str) -> None:
    assert told in detto(LIST, xlsx([[*HEAD, "Reparto"], [name, *ada()[1:], department]]))


DAYS = [date(2009, 7, day) for day in (1, 2, 3, 4, 5)]


@pytest.mark.parametrize(
    ("cells", "told"),
    [(DAYS, True), (["1/7/2009", *DAYS[1:]], True), (DAYS[:3] * 2, False), ([DAYS[0]] * 5, False), (DAYS[::2], False)],
)
def test_days_dragged_down_are_in_doubt(cells: list[Any], told: bool) -> None:  # noqa: FBT001
    found = letta(LIST, xlsx([[*HEAD, "Sospeso dal"], *([*ada(n), cell] for n, cell in enumerate(cells))]))
    assert [one.posto for one in found.avvisi if one.codice == "TAB-SERIE"] == [3] * told


def test_hours_dragged_down_are_in_doubt() -> None:
    found = letta(TABLE, xlsx([HOURS, *([*ada(n), 37 + n, 24] for n in range(4))]))
    assert [one.posto for one in found.avvisi if one.codice == "TAB-SERIE"] == [3]


PAPERS = (*HEAD, "Tipo documento", "Numero del documento")


@pytest.mark.parametrize(
    ("kind", "number", "told"),
    [
        *(
            ("patente", "scaduta", "non ha cifre"),
            ("patente", ada()[2], "codice fiscale"),
            ("patente", "0", "ricopiato"),
        ),
        *(("AA 01", "carta d’identità", "scambiati"), ("patente", "AA 01", "")),
    ],
)
def test_the_number_of_a_document(kind: str, number: str, told: str) -> None:
    table = xlsx([PAPERS, [*ada(), kind, number]])
    if told:
        assert told in detto(PAPER, table)
    else:
        assert persone(letta(PAPER, table))[0]["documento_identita"]["numero"] == number


def test_two_people_have_not_the_same_document() -> None:
    found = letta(PAPER, xlsx([PAPERS, *([*ada(n), "patente", one] for n, one in enumerate(("AA 1", "aa1", "AA 2")))]))
    assert [(one.riga, one.posto) for one in found.avvisi if one.codice == "TAB-DOCUMENTO"] == [(2, 4), (3, 4)]


def test_a_consent_is_read_whoever_shares_it() -> None:
    head = (*HEAD, "Consenso agli operatori accreditati", "Consenso al trattamento dei dati")
    found = letta(DID, xlsx([head, [*ada(), "no", "sì"]]))
    assert found.documenti[2]["consensi"] == {"operatori_accreditati": False, "trattamento": True}


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("Non disponibile alla riqualificazione", "«Disponibile alla riqualificazione» uguale per tutti"),
        ("Consenso dato", "«Consensi, "),
        ("Note", ""),
    ],
)
def test_a_choice_that_is_not_read_is_in_doubt(header: str, told: str) -> None:
    table = xlsx([[*HEAD, header], [*ada(), "sì"]])
    shared = comune(DID) | {"disponibilita_riqualificazione": True, "consensi": {"trattamento": True}}
    said = [one.messaggio for one in verificata(DID, table, shared).avvisi if one.codice == "TAB-NON-LETTA"]
    assert len(said) == bool(told)
    assert all(told in one for one in said)
    shared = {name: one for name, one in shared.items() if not name.startswith(("disponib", "consensi"))}
    assert not any(one.codice == "TAB-NON-LETTA" for one in verificata(DID, table, shared).avvisi)


@pytest.mark.parametrize(
    ("pairs", "rows"),
    [
        ([("operaio", "taglio")] * 2 + [("Taglio", "operaio")], [4]),
        ([("operaio", "taglio"), ("taglio", "operaio")], [3]),
        ([("operaio", "taglio"), ("impiegata", "ufficio"), ("montaggio", "Operaio")], [4]),
        ([("montaggio", "operaio"), ("taglio", "operaia")], [None]),
        ([("capo degli operai", "operai"), ("impiegato tecnico", "impiegato")], []),
        ([("autista", "autista")] * 3, []),
    ],
)
def test_two_values_in_each_other_s_place_are_in_doubt(pairs: list[tuple[str, str]], rows: list[int | None]) -> None:
    found = letta(LIST, xlsx([[*HEAD, "Qualifica", "Reparto"], *([*ada(n), *one] for n, one in enumerate(pairs))]))
    assert [one.riga for one in found.avvisi if one.codice == "TAB-INCROCIO"] == rows


@pytest.mark.parametrize(("zero", "hours", "told"), [("sì", "24", True), ("sì", "0", False), ("no", "24", False)])
def test_hours_of_who_works_none_are_in_doubt(zero: str, hours: str, told: bool) -> None:  # noqa: FBT001
    found = letta(LIST, xlsx([[*HOURS, "A zero ore"], [*ada(), 40, hours, zero]]))
    assert [one.riga for one in found.avvisi if one.codice == "TAB-INCROCIO"] == [2] * told


def test_a_name_that_is_twice_in_the_code_is_right() -> None:
    for code, told in (("FRNFNC61B02A794D", False), (ada()[2], True)):
        found = letta(LIST, xlsx([HEAD, ["Franco", "Franco", code]]))
        assert any(one.codice == "TAB-NOMI" for one in found.avvisi) == told


def test_what_is_carried_and_bare_totals_are_told() -> None:
    carried = [[None, None, "A riportare", 120, 72], ["Riporto", None, None, 120, 72]]
    found = letta(TABLE, xlsx([HOURS, [*ada(), 40, 24], *carried, [*ada(1), 40, 24], [None, None, None, 80, 48]]))
    assert "Righe di totali, non lette: 3, 4." in found.note
    assert [(one.riga, "un totale" in one.messaggio) for one in found.difetti] == [(6, True)]


def test_names_of_columns_run_together() -> None:
    found = letta(TABLE, xlsx([[*HEAD, "ORESETTIMANALI", "ORELAV", "DTASSUNZIONE"], [*ada(), 40, 24, "01/03/2004"]]))
    assert [one.passi[-1] for one in found.colonne.values()][3:] == [*HOURS_OF, "data_assunzione"]


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        *(("1072001", "01/07/2001"), ("12102002", "12/10/2002"), ("010304", "gg/mm/aaaa.$"), (1072001, "01/07/2001")),
        *(("39995", "il formato data"), (39995, "il formato data"), ("123456", "il formato data")),
    ],
)
def test_a_day_in_figures_alone_is_told_as_one(cell: Any, told: str) -> None:
    with pytest.raises(CellaIllegibile, match=told):
        valore(cell, Giorno())
    assert valore("20090701", Giorno()) == "2009-07-01"


@pytest.mark.parametrize(
    ("header", "value", "told"),
    [
        *(("Secondo nome", "Maria", True), ("Stato", "Cessato", True), ("Da includere", "NO", True)),
        *(("Ditta", "Altra Ferramenta srl", True), ("Ditta", None, False), ("Stato", "Attivo", False)),
        *(("Stato civile", "cessato", False), ("Da includere", "sì", False)),
    ],
)
def test_what_a_column_that_is_not_read_says_of_its_rows(header: str, value: str | None, told: bool) -> None:  # noqa: FBT001
    own = comune(LIST)["datore_lavoro"]["denominazione"]
    cells = [own if header == "Ditta" else "", value or own.upper()]
    found = letta(LIST, xlsx([[*HEAD, header], *([*ada(n), cell] for n, cell in enumerate(cells))]))
    assert [one.posto for one in found.avvisi if one.codice == "TAB-NON-LETTA"] == [3] * told


@pytest.mark.parametrize(
    "name", ["- Neri", "• Neri", "– Neri", "Neri.", "Neri...", "Neri :", "Neri -", "D'Amico.", "▪ Neri"]
)
def test_the_signs_of_a_list_are_no_part_of_a_name(name: str) -> None:
    surname, first, code = ada()
    for line in ([name, first, code], [surname, name, code]):
        assert "va tolto" in detto(LIST, xlsx([HEAD, line]))
    line_ = {"cognome": name, "nome": first, "codice_fiscale": code}
    assert "va tolto" in detto(LIST, json.dumps(line_).encode())


BROKEN = ("Bram-billa", "Ros setti", "DeLuca", "D Amico", "BenAli", "Dell Acqua")
SOUND = ("McDonald", "Rossi-Bianchi", "D'Amico", "De Luca", "van der Berg", "Abd-el-Kader", "NERI", "neri", "Neri B.")


@pytest.mark.parametrize(("name", "told"), [*((one, True) for one in BROKEN), *((one, False) for one in SOUND)])
def test_names_broken_in_a_copy_are_in_doubt(name: str, told: bool) -> None:  # noqa: FBT001
    line = json.dumps({"cognome": name, "nome": "Ada", "codice_fiscale": ada()[2]}).encode()
    for table in (xlsx([HEAD, [name, "Ada", ada()[2]]]), line):
        assert sum(one.codice == "TAB-NOMI" for one in letta(LIST, table).avvisi) == told


SECOND = ("Ore settimanali", "Ore lavorate settimanali")


@pytest.mark.parametrize(
    ("header", "values", "told"),
    [
        ("Ore residue", (24, 30), "ci siano le ore tolte"),
        ("Ore residue", (16, 10), ""),
        ("Ore residue", (16, 12), "dice «12» (riga 3)"),
        ("Ore ridotte", (24, 30), ""),
        ("Ore ridotte", ("16", "10"), ""),  # those left after the reduction
        ("Ore perse", ("16 h", "10"), "dice «16 h» (righe 2, 3)"),
        ("% riduzione", ("60%", "75%"), ""),
        ("% riduzione", ("0,6", "0,5"), "dice «0,5» (riga 3)"),
        ("% part-time", (100, 50), "dice «50» (riga 3)"),
        ("% part-time", (50, 50), ""),
        ("Ore perse nel mese", (1, 2), ""),
        ("Ore ferie residue", (1, 2), ""),
        ("Ore CIG", (24, 20), "dice «20» (riga 3)"),
        ("Ore CIG", (173, 104), ""),  # more than the week has: of a month
    ],
)
def test_hours_in_a_column_that_is_not_read_bear_out_the_others(header: str, values: Any, told: str) -> None:
    lines = [[*ada(n), 40, worked, value] for n, (worked, value) in enumerate(zip((16, 10), values, strict=True))]
    for table in (xlsx([[*HEAD, *SECOND, header], *lines]), csv_of([[*HEAD, *SECOND, header], *lines])):
        said = [one.messaggio for one in letta(TABLE, table).avvisi if one.codice == "TAB-NON-LETTA"]
        assert len(said) == bool(told)
        assert all(told in one for one in said)


@pytest.mark.parametrize(("hours", "told"), [("60", False), ("60,01", True), ("87", True), ("130", True)])
def test_many_hours_of_contract_are_perhaps_of_a_month(hours: str, told: bool) -> None:  # noqa: FBT001
    surname, name, code = ada()
    line = {"cognome": surname, "nome": name, "codice_fiscale": code} | dict.fromkeys(HOURS_OF, hours)
    for table, row in ((csv_of([HOURS, [*ada(), hours, hours]]), 2), (json.dumps(line).encode(), 1)):
        assert [one.riga for one in letta(TABLE, table).avvisi if one.codice == "TAB-ORE"] == [row] * told


@pytest.mark.parametrize("hours", [173, 2080, 1440])
def test_hours_that_no_week_has_are_told_for_what_they_may_be(hours: int) -> None:
    line = {"cognome": "Neri", "nome": "Ada", "codice_fiscale": ada()[2]} | dict.fromkeys(HOURS_OF, hours)
    for table in (xlsx([HOURS, [*ada(), hours, hours]]), json.dumps(line).encode()):
        said = detto(TABLE, table)
        assert said.count("173 al mese, o 2.080 l’anno, sono 40; i minuti vanno divisi per 60") == 2


@pytest.mark.parametrize("of", ["mensili", "annue", "giornaliere", "del mese"])
def test_hours_of_another_time_are_not_to_be_called_weekly(of: str) -> None:
    said = detto(TABLE, xlsx([[*HEAD, f"Ore {of}", "Ore lavorate settimanali"], [*ada(), 40, 30]]))
    assert "vanno calcolate quelle della settimana" in said
    assert "va chiamata" not in said


def test_a_code_that_is_none_is_not_taught() -> None:
    for cell in ("035 123456", 35123456):
        said = detto(LIST, xlsx([HEAD, [*ada()[:2], cell]]))
        assert "una persona ha 16 caratteri" in said
        assert "000" not in said


def test_the_employer_s_code_is_nobody_s() -> None:
    own = str(comune(LIST)["datore_lavoro"]["codice_fiscale"])
    assert "quello del datore di lavoro" in detto(LIST, xlsx([HEAD, [*ada()[:2], own]]))


JOBS = [("operaio", "3", "taglio")] * 4


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (("3", "operaio", "taglio"), [("Qualifica", "sembrano scambiati")]),
        (("3", "4", "taglio"), [("Qualifica", "sembra un livello")]),
        (("tornitore", "taglio", "taglio"), [("Livello", "nelle altre righe è il reparto")]),
        (("{0} {1}", "3", "taglio"), [("Qualifica", "il nome della persona della riga 2")]),
        (("{1} {0}", "3", "taglio"), [("Qualifica", "il nome della persona della riga 2")]),
        *((("operaio", one, "taglio"), [("Livello", "forse 3.")]) for one in ("3.0", "3,00")),
        (("operaio", "45689", "taglio"), [("Livello", "sembra una data")]),
        (("operaio", "3?", "taglio"), [("Livello", "interrogativo")]),
        (("operaio", "3", "3.0"), [("Reparto", "forse 3.")]),
        *((("operaio", one, "45000"), []) for one in ("3.1", "3S", "III", "quinto", "4° super", "D2")),
    ],
)
def test_what_is_under_another_s_header_is_in_doubt(row: tuple[str, ...], told: list[tuple[str, str]]) -> None:
    members = ("qualifica", "livello", "reparto")
    rows = [*JOBS, tuple(one.format(*ada()) for one in row)]
    people = [
        dict(zip((*("cognome", "nome", "codice_fiscale"), *members), [*ada(n), *one], strict=True))
        for n, one in enumerate(rows)
    ]
    sheet = [[*HEAD, *map(str.title, members)], *(list(one.values()) for one in people)]
    for table, number in ((csv_of(sheet), 6), (xlsx(sheet), 6), (linee(*map(json.dumps, people)), 5)):
        found = [one for one in letta(LIST, table).avvisi if one.codice == "TAB-INCROCIO"]
        called = [(one.riga, one.colonna or one.percorso or "") for one in found]
        assert [(row_, name.strip("/").title()) for row_, name in called] == [(number, name) for name, _ in told]
        expected = [said.replace("riga 2", f"riga {number - 4}") for _, said in told]
        assert all(said in one.messaggio for one, said in zip(found, expected, strict=True))


def test_two_columns_that_have_changed_places_are_told_once() -> None:
    found = letta(LIST, xlsx([[*HEAD, "Qualifica", "Livello"], *([*ada(n), "3", "operaio"] for n in range(3))]))
    assert [(one.riga, one.posto) for one in found.avvisi if one.codice == "TAB-INCROCIO"] == [(None, 3)]


@pytest.mark.parametrize(
    ("paper", "told"),
    [
        (("patente", "n. AJ1234567"), ["comincia con «n.»"]),
        (("patente", "AJ1234567 scad. 3/2016"), ["contiene la parola «scad»"]),
        (("patente", "AJ 1234568 / BG50123X"), ["di due documenti"]),
        (("patente", "AJ1234569 (copia)"), ["ha una parentesi"]),
        (("patente", "12345.0"), ["ha dei decimali"]),
        (("patente", "AJ 1234567,"), ["finisce con «,»"]),
        (("patente", "AJ 14/03/2006"), ["contiene una data («14/03/2006»)"]),
        (("carta d’identità", "AJ123456O"), ["sembra una cifra"]),
        (("carta d’identità n. AJ1234560", "AJ1234560"), ["Nel tipo del documento c’è un numero"]),
        (("patente", "AJ1", "Comune di Lodi il 3/4/2005"), ["In «Rilasciato da» c’è una data"]),
        *(
            (("patente", one), [])
            for one in ("AJ1234567", "AJ 1234567", "CA12345AA", "BG5012345X", "U1A234567B", "n1234567")
        ),
        (("permesso di soggiorno art. 27", "I 12345678", "Questura di Lodi"), []),
    ],
)
def test_what_is_noted_beside_the_number_of_a_document_is_in_doubt(paper: tuple[str, ...], told: list[str]) -> None:
    head = [*PAPERS, "Rilasciato da"]
    inner = dict(zip(("tipo", "numero", "rilasciato_da"), paper, strict=False))
    person = dict(zip(("cognome", "nome", "codice_fiscale"), ada(), strict=True)) | {"documento_identita": inner}
    for table in (csv_of([head, [*ada(), *paper]]), linee(json.dumps(person))):
        said = [one.messaggio for one in letta(PAPER, table).avvisi if one.codice == "TAB-DOCUMENTO"]
        assert [part in one for one, part in zip(said, told, strict=True)] == [True] * len(told)


def test_a_number_that_cannot_be_read_is_not_missing() -> None:
    for cell in ("1,23457E+11", "19/06/2009"):
        said = detto(PAPER, csv_of([PAPERS, [*ada(), "patente", cell]]))
        assert "manca" not in said
    assert "manca: il numero" in detto(PAPER, csv_of([PAPERS, [*ada(), "patente", ""]]))


def test_what_stands_above_or_below_a_table_is_repeated_where_it_matters() -> None:
    above = [["Elenco di Neri Ada"], ["Orario in ore e sessantesimi"], ["Altra Ferramenta S.p.A."]]
    for write in (xlsx, csv_of):
        found = letta(LIST, write([*above, HEAD, ada(), ["Nota: dati provvisori, da confermare"]]))
        told = "1, 2 («Orario in ore e sessantesimi»), 3 («Altra Ferramenta S.p.A.»)."
        assert f"Righe sopra l’intestazione, non lette: {told}" in found.note
        assert "Righe di note, non lette: 6 («Nota: dati provvisori, da confermare»)." in found.note


def test_a_number_in_the_place_of_a_text_is_told_without_its_point() -> None:
    person = dict(zip(("cognome", "nome", "codice_fiscale"), ada(), strict=True))
    assert "fra virgolette: «3»" in detto(LIST, linee(json.dumps(person | {"livello": 3.0})))
