"""Cells that can be read, and that say something else: what stands for a value, letters lost, signs in a name."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from tabelle import in_csv, xlsx
from test_come_le_fa_la_gente import DID, FIRM, FORMATI, HEAD, LIST, ada, detto, letta, persone

from docservice.campi.fields import Giorno, Intero, Scelta
from docservice.campi.fields import Testo as Text
from docservice.modelli.lavoratore import Lavoratore
from docservice.tabelle.celle import CellaIllegibile, valore
from docservice.tabelle.testi.sospetti import sospetto
from docservice.tabelle.verifica import Verifica

CONTRATTO: Any = Lavoratore().fields["contratto"]
ORE, GIORNI = (Intero(unita=unit) for unit in ("ore", "giorni"))


@pytest.mark.parametrize("word", ["SocietÃ\xa0 Alfa", "FeliceitÃ\xa0", "QualitÃ alta"])
def test_an_a_with_its_accent_read_twice_is_told(word: str) -> None:
    for write in FORMATI.values():
        assert "codifica sbagliata" in detto(DID, write([(*HEAD, f"{FIRM}civico"), [*ada(), word]]))
    assert "codifica sbagliata" in str(sospetto(word))
    assert sospetto("IRMÃ Ada") is None


@pytest.mark.parametrize(
    "word",
    [
        *("Idem", "id.", "c.s.", '"', "''", "//", "?", "???", "XXX", "n.d.", "Da definire", "TBD", "[omissis]", "…"),
        *("vedi nota", "-- scegli --", "______", "...", "--"),
    ],
)
def test_what_stands_for_a_value_is_told(word: str) -> None:
    for write in FORMATI.values():
        assert "sta al posto di un valore" in detto(LIST, write([(*HEAD, "Reparto"), [*ada(), word]]))
    person = dict(zip(("cognome", "nome", "codice_fiscale"), ada(), strict=True), reparto=word)
    assert "sta al posto di un valore" in detto(LIST, json.dumps(person).encode())


@pytest.mark.parametrize(
    ("name", "word"),
    [
        *((f"Do{sign}nati", f"segno {sign}") for sign in '¢¨+`´~^{}!§°£¬<>"'),
        *(("Do·nati", "segno ·"), ("Ada (ex Ferri)", "parentesi"), ("[Ada]", "parentesi")),
        *(("Sig.ra Ada", "titolo"), ("Dott. Ada", "titolo"), ("’Ada", "apostrofo"), ("–", "nessuna lettera")),
        ("\u202eadA", "rovescia"),
    ],
)
def test_what_is_in_no_name_is_told(name: str, word: str) -> None:
    for write in FORMATI.values():
        assert word in detto(LIST, write([HEAD, [ada()[0], name, ada()[2]]]))
    person = dict(zip(("cognome", "nome", "codice_fiscale"), [ada()[0], name, ada()[2]], strict=True))
    assert word in detto(LIST, json.dumps(person).encode())


@pytest.mark.parametrize(
    "name", ["D’Amico", "Lo Sig", "Gal·la", "De'Rossi", "Anna-Maria", "Dr Ada", "Nicolò", "M. Ada"]
)
def test_what_is_in_names_is_read(name: str) -> None:
    assert valore(name, Text(), "nome") == name


@pytest.mark.parametrize(
    ("cell", "field", "read"),
    [
        ("tempo indeterminato", CONTRATTO, "indeterminato"),
        ("T.I.", CONTRATTO, "indeterminato"),
        ("a tempo determinato", CONTRATTO, "determinato"),
        ("A termine", CONTRATTO, "determinato"),
        ("T.D.", CONTRATTO, "determinato"),
        ("2009/6/9", Giorno(), "2009-06-09"),
        ("20090619", Giorno(), "2009-06-19"),
        (20090619, Giorno(), "2009-06-19"),
        ("40 ore", ORE, "40"),
        ("40h", ORE, "40"),
        ("120 gg", GIORNI, "120"),
        ("Vuole sapere perché? Lo si dice.", Text(massimo=2000), "Vuole sapere perché? Lo si dice."),
        ("https://a.it/?b=c", Text(), "https://a.it/?b=c"),
        ("Taglio-\ncucito", Text(massimo=2000), "Taglio-\ncucito"),
    ],
)
def test_other_ways_of_writing_are_read(cell: Any, field: Any, read: Any) -> None:
    assert valore(cell, field) == read


@pytest.mark.parametrize(
    ("cell", "field", "word"),
    [
        ("qualit?", Text(), "lettera persa"),
        ("Societ? Alfa", Text(), "lettera persa"),
        ("perch?e no", Text(massimo=2000), "lettera persa"),
        ("Fer-\nri", Text(), "trattino"),
        ("3-May", Text(), "è una data"),
        ("May-09", Text(), "è una data"),
        ("Dec-2003", Text(), "è una data"),
        ("5-Aug", Text(), "è una data"),
        ("39983,0", Giorno(), "formato data"),
        ("39983", Giorno(), "formato data"),
        ("365,000", GIORNI, "365000 oppure 365"),
        ("40 ore", GIORNI, "intero"),
        ("a termine", Scelta("alfa"), "alfa"),
    ],
)
def test_doubtful_cells_are_refused(cell: Any, field: Any, word: str) -> None:
    with pytest.raises(CellaIllegibile, match=word):
        valore(cell, field)


def test_an_apostrophe_that_only_keeps_a_number_a_text_is_taken_off() -> None:
    firm = letta(DID, in_csv([(*HEAD, f"{FIRM}civico", f"{FIRM}telefono"), [*ada(), "'10/A", "'035 12345"]]))
    unit = firm.documenti[2]["datore_lavoro"]["unita_produttiva"]
    assert (unit["civico"], unit["telefono"]) == ("10/A", "035 12345")


@pytest.mark.parametrize("total", ["fresatura Totale", "Totale fresatura", "Subtotale", "------"])
def test_totals_by_their_last_word_and_lines_drawn_are_no_rows(total: str) -> None:
    for write in FORMATI.values():
        found = letta(LIST, write([(*HEAD, "Giorni lavorati"), [*ada(), 200], [total, None, None, None]]))
        assert (found.difetti, len(persone(found))) == ([], 1)
        assert any("non lette: 3" in note for note in found.note)


DAYS = (*HEAD, "Data assunzione")


def test_real_days_beside_one_written_month_first_are_doubted_with_it() -> None:
    first, other = [*ada(), date(2009, 3, 6)], [*ada(1), "06/19/2009"]
    assert "mese prima del giorno" in detto(LIST, xlsx([DAYS, first, other]))
    real = [*ada(2), date(2009, 6, 19)]
    assert "mese prima del giorno" not in detto(LIST, xlsx([DAYS, first, other, real]))


def doubts(found: Verifica) -> list[tuple[str, int | None, int | None]]:
    return [(one.codice, one.riga, one.posto) for one in found.avvisi if one.codice.startswith("TAB-")]


@pytest.mark.parametrize(
    ("days", "delimiter", "told"),
    [
        (("6/3/2009", "6/2/2009", "6/4/2009"), ",", True),
        (("6/3/2009", "6/2/2009", "6/4/2009"), ";", False),
        (("06/03/2009", "06/02/2009", "06/04/2009"), ",", False),
        (("6/3/2009", "7/2/2009", "6/4/2009"), ",", False),
    ],
)
def test_days_that_begin_alike_are_in_doubt(days: tuple[str, ...], delimiter: str, told: bool) -> None:  # noqa: FBT001
    lines = [[*ada(number), day] for number, day in enumerate(days)]
    found = letta(LIST, in_csv([DAYS, *lines], delimiter))
    assert doubts(found) == [("TAB-MESE-GIORNO", None, 3)] * told


@pytest.mark.parametrize(
    ("hours", "told"),
    [(("20.30", "38.40"), True), (("20.30", "38.75"), False), (("20.50", "37.50"), False), (("20,30", "38,40"), False)],
)
def test_hours_with_minutes_after_a_point_are_in_doubt(hours: tuple[str, ...], told: bool) -> None:  # noqa: FBT001
    lines = [[*ada(number), 40, one] for number, one in enumerate(hours)]
    found = letta(LIST, in_csv([(*HEAD, "Ore settimanali", "Ore lavorate settimanali"), *lines]))
    assert doubts(found) == [("TAB-ORE-E-MINUTI", None, 4)] * told


@pytest.mark.parametrize(
    ("column", "cell", "codice"),
    [
        ("Giorni lavorati", 39983, "TAB-GIORNI"),
        ("Giorni lavorati", 9000, None),
        ("Reparto", "'Taglio", "TAB-APOSTROFO"),
        ("Reparto", "'Taglio'", None),
        ("Reparto", "Taglio d'oro", None),
    ],
)
def test_cells_in_doubt(column: str, cell: Any, codice: str | None) -> None:
    for write in FORMATI.values():
        found = letta(LIST, write([(*HEAD, column), [*ada(), cell]]))
        assert doubts(found) == ([(codice, 2, 3)] if codice else [])


@pytest.mark.parametrize(
    ("surname", "name", "told"),
    [
        ("Marta Galli", "Marta", True),
        ("Galli", "Marta Galli", True),
        ("Di Maria", "Maria", False),
        ("Galli", "Marta", False),
    ],
)
def test_a_name_that_is_in_both_columns_is_in_doubt(surname: str, name: str, told: bool) -> None:  # noqa: FBT001
    code = ada()[2]
    for write in FORMATI.values():
        assert (("TAB-NOMI", 2, 0) in doubts(letta(LIST, write([HEAD, [surname, name, code]])))) == told
    person = dict(zip(("cognome", "nome", "codice_fiscale"), (surname, name, code), strict=True))
    assert (("TAB-NOMI", 1, None) in doubts(letta(LIST, json.dumps(person).encode()))) == told
