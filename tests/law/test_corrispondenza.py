"""A name and a codice fiscale: every plausible way of reading the one is tried before a doubt is told."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from stdnum.it.codicefiscale import calc_check_digit

from benchmarks.people import worker
from docservice.law.finding import Gravita
from docservice.law.generale.corrispondenza import Esito, discordi, esito
from docservice.law.generale.elenco import Elenco
from docservice.law.generale.nome_nel_codice import coincide, di_cognome, di_nome


def code(letters: str, rest: str = "71C54A794") -> str:
    return letters + rest + str(calc_check_digit(letters + rest))


@pytest.mark.parametrize(
    ("surname", "letters"),
    [
        *(("Bonetti", "BNT"), ("Rosa", "RSO"), ("Fo", "FOX"), ("Aiello", "LLA"), ("Ai", "AIX"), ("Yu", "YUX")),
        *(("D’Angelo", "DNG"), ("D'Angelo", "DNG"), ("De Luca", "DLC"), ("Nicolò", "NCL"), ("Nicolo'", "NCL")),
        # a part of it alone, as offices read it
        *(("Bianchi Rossi", "BNC"), ("Bianchi Rossi", "RSS"), ("Rossi in Bianchi", "RSS"), ("Weiß-Neri", "NRE")),
        # letters that Italian lacks
        *(("Weiß", "WSS"), ("Weiß", "WSE"), ("Łoś", "LSO"), ("Bø", "BOX"), ("Bø", "BOE"), ("Đo", "DOX"), ("Đo", "DJO")),
        *(
            ("Müh", "MHU"),
            ("Çoş", "CSO"),
            ("Çoş", "CSH"),
            ("Ñu", "GNU"),
            ("Þór", "THR"),
            ("Nguyễn", "NGY"),
            ("I\u0307z", "ZIX"),
        ),
        # others still, of which nothing is known
        *(("Иванов", "BNT"), ("Παπάς", "BNT"), ("-", "BNT")),
    ],
)
def test_a_surname_may_have_these_letters(surname: str, letters: str) -> None:
    assert di_cognome(surname, letters)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        *(("Carla", "CRL"), ("Luca", "LCU"), ("Ivo", "VIO"), ("Io", "IOX"), ("Silvia", "SLV"), ("Tommaso", "TMS")),
        *(
            ("Gianfranco", "GFR"),
            ("Gian Franco", "GFR"),
            ("Maria Grazia", "MGR"),
            ("Maria Grazia", "MRA"),
            ("Anna Rosa Maria", "NMR"),
        ),
        *(("José María", "JMR"), ("José María", "JSO"), ("Wojciech", "WCC"), ("Jürgen", "JGN")),
    ],
)
def test_a_first_name_may_have_these_letters(name: str, letters: str) -> None:
    assert di_nome(name, letters)


def test_other_letters_are_somebody_else_s() -> None:
    assert not di_cognome("Gianfranco", "GFR")
    assert not di_nome("Gianfranco", "GNF")
    assert not di_cognome("Müller Weiß", "BNT")
    assert not di_cognome("De Luca", "LDC")
    assert not di_nome("Carlo", "CLR")


def test_the_quick_way_is_right_of_the_plain_ones() -> None:
    people = [worker(number, {}) for number in range(2000)]
    assert all(coincide(one["cognome"], one["nome"], one["codice_fiscale"]) for one in people)
    assert not any(coincide(one["cognome"], one["nome"], other["codice_fiscale"]) for one, other in pairwise(people))
    assert not coincide("Bonettì", "Carla", code("BNTCRL"))


@pytest.mark.parametrize(
    ("surname", "name", "told"),
    [
        ("Bonetti", "Carla", Esito.CONCORDE),
        ("Bonettì", "Carla", Esito.CONCORDE),
        ("Carla", "Bonetti", Esito.SCAMBIATI),
        ("Ferri", "Carla", Esito.ALTRO_COGNOME),
        ("Bonetti", "Luca", Esito.ALTRO_NOME),
        ("Ferri", "Luca", Esito.ALTRA_PERSONA),
    ],
)
def test_how_a_name_stands_to_a_code(surname: str, name: str, told: Esito) -> None:
    for written in (code("BNTCRL"), code("BNTCRL").lower(), code("BNTCRL", "TMCRQATVQ")):
        assert esito(surname, name, written) is told


@pytest.mark.parametrize("given", ["01234560165", "BNTCRL71C54A794A", "BNTCRL71C99A794Q", "BNTCRL", "", "ßßßßßß"])
def test_a_code_that_is_no_person_s_says_nothing(given: str) -> None:
    assert esito("Ferri", "Luca", given) is None


def test_a_very_long_name_takes_no_long_time() -> None:
    assert not di_cognome("äöüßøæœåñçšžčćđð " * 20, "BNT")
    assert not di_nome("Anna " * 400, "BNT")


@pytest.mark.parametrize(
    ("more", "places"),
    [
        ({"data_nascita": date(1971, 3, 14), "sesso": "F"}, []),
        ({"data_nascita": date(1871, 3, 14)}, []),  # two figures of the year are all that a code has
        ({"data_nascita": date(1971, 3, 15)}, ["/lavoratori/0/data_nascita"]),
        ({"data_nascita": date(1971, 4, 14)}, ["/lavoratori/0/data_nascita"]),
        ({"data_nascita": date(1972, 3, 14)}, ["/lavoratori/0/data_nascita"]),
        ({"sesso": "M"}, ["/lavoratori/0/sesso"]),
    ],
)
def test_day_of_birth_and_sex_are_compared_where_they_are_told(more: dict[str, Any], places: list[str]) -> None:
    for written in (code("BNTCRL"), code("BNTCRL", "TMCRQATVQ")):
        person = {"cognome": "Bonetti", "nome": "Carla", "codice_fiscale": written, **more}
        found = list(discordi({}, [("/lavoratori/0", person)]))
        assert [one.percorso for one in found] == places
        assert all(one.gravita is Gravita.AVVISO for one in found)
    for given in ("01234560165", "BNTCRL71C54A794A"):
        assert not list(discordi({}, [("/lavoratori/0", {**person, "codice_fiscale": given})]))


@pytest.mark.parametrize(
    ("role", "places"),
    [
        ("titolare", ["/datore_lavoro/rappresentante/cognome"]),
        (" Titolare ", ["/datore_lavoro/rappresentante/cognome"]),
        ("procuratore", []),
    ],
)
def test_the_owner_of_a_firm_of_one_person_has_its_code(role: str, places: list[str]) -> None:
    signs = {"cognome": "Ferri", "nome": "Luca", "qualifica": role}
    employer = {"codice_fiscale": code("BNTCRL"), "rappresentante": signs}
    assert [one.percorso for one in discordi({"datore_lavoro": employer}, ())] == places
    employer["codice_fiscale"] = "01234560165"
    assert not list(discordi({"datore_lavoro": employer}, ()))


def test_of_a_list_only_those_who_may_disagree_are_looked_at() -> None:
    good = {"cognome": "Bonetti", "nome": "Carla", "codice_fiscale": code("BNTCRL")}
    people = [good, {**good, "nome": "Luca"}, {**good, "data_nascita": date(1971, 3, 15)}, {**good, "sesso": "M"}]
    assert [path for path, _ in Elenco(people).da_confrontare] == [f"/lavoratori/{place}" for place in (1, 2, 3)]
