"""Strict fields: what is taken, what is refused, and with which path."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from marshmallow import ValidationError

from docservice.campi import caratteri
from docservice.campi.aperta import SceltaAperta
from docservice.campi.fields import Codice, Decimale, Giorno, Importo, Intero, Scelta, SiNo
from docservice.campi.fields import Testo as Text
from docservice.campi.numeri import come_testo
from docservice.formati.lettura import DatiIlleggibili, canonico, leggi
from docservice.modelli.catalogo import modello
from docservice.service import esempio

ROOT = Path(__file__).resolve().parents[2]


def faults(data: Any) -> dict[str, str]:
    with pytest.raises(DatiIlleggibili) as refused:
        leggi(modello("accordo-a").schema, data)
    return {e.percorso: e.messaggio for e in refused.value.errori}


@pytest.mark.parametrize(
    ("field", "given_value", "read"),
    [
        (Intero(), 10, 10),
        (Intero(), "10", 10),
        (Intero(), Decimal("10.0"), 10),
        (Decimale(), 90, Decimal(90)),
        (Decimale(), "37.50", Decimal("37.5")),
        (Decimale(minimo="-100", massimo="999"), "-20.5", Decimal("-20.5")),
        (Decimale(minimo="-100", massimo="999"), Decimal("-20.5"), Decimal("-20.5")),
        (Decimale(minimo="-100", massimo="999"), -100, Decimal(-100)),
        (Decimale(minimo="-100", massimo="999"), "999.00", Decimal(999)),
        (Decimale(), Decimal("0.05"), Decimal("0.05")),
        (Decimale(), Decimal("0.30000000000000004"), Decimal("0.3")),
        (Importo(con_segno=True), "-37.50", Decimal("-37.5")),
        (Importo(con_segno=True), -3, Decimal(-3)),
        (SiNo(), False, False),
        (Giorno(), "2100-12-31", date(2100, 12, 31)),
        (Giorno(), "2012-02-29", date(2012, 2, 29)),
        (Scelta("RSU", "RSA"), "RSA", "RSA"),
        (SceltaAperta("6L", "altro"), " 6l ", "6L"),
        (SceltaAperta("6L", "altro"), "fondo del credito", "altro"),
        (SceltaAperta("6L", "altro"), "  ", ""),
        (Codice(r"\d{5}", "cinque cifre", 5), "24122", "24122"),
        (Text(), "prima riga\nseconda", "prima riga\nseconda"),
        (Text(), "", ""),
        (Text(), "☐ € µ Łukasz Ωmega Жук", "☐ € µ Łukasz Ωmega Жук"),
    ],
)
def test_taken(field: Any, given_value: Any, read: Any) -> None:
    assert field.deserialize(given_value) == read


def test_a_zero_has_no_sign() -> None:
    assert str(Importo(con_segno=True).deserialize("-0.00")) == "0.00"


@pytest.mark.parametrize(
    ("field", "given_value"),
    [
        (Intero(), True),
        (Intero(), "10 "),
        (Intero(), "dieci"),
        (Intero(), "١٠"),
        (Intero(), Decimal("10.5")),
        (Intero(), -1),
        (Intero(massimo=9), 10),
        (Intero(), Decimal("1E400")),
        (Decimale(), "-1"),
        (Decimale(minimo="-100", massimo="999"), "-100.01"),
        (Decimale(minimo="-100", massimo="999"), "--1"),
        (Decimale(minimo="-100", massimo="999"), "1000"),
        (Decimale(), "3.456"),
        (Decimale(), Decimal("3.456")),
        (Decimale(), "0.30000000000000004"),
        (Decimale(), "3,45"),
        (Decimale(), "NaN"),
        (Decimale(), Decimal("Infinity")),
        (Decimale(), True),
        (Decimale(), "1e3"),
        (Decimale(massimo="168"), "168.01"),
        (Importo(), "-0.01"),
        (Importo("9", con_segno=True), "-9.01"),
        (Importo(con_segno=True), "--1"),
        (SiNo(), "yes"),
        (SiNo(), 1),
        (SiNo(), None),
        (Giorno(), "20090622"),
        (Giorno(), "2009-02-30"),
        (Giorno(), "2009-06-22T00:00:00"),
        (Giorno(), "1899-12-31"),
        (Giorno(), "2101-01-01"),
        (Giorno(), "٢٠٠٩-٠٦-٢٢"),
        (Scelta("RSU"), "rsu"),
        (Scelta("RSU"), ["RSU"]),
        (SceltaAperta("6L", "altro"), 6),
        (SceltaAperta("6L", "altro", massimo=3), "abcd"),
        (SceltaAperta("6L", "altro"), "a\x00"),
        (Codice(r"\d{5}", "cinque cifre", 5), "2412"),
        (Codice(r"\d{5}", "cinque cifre", 5), "24122\n"),
        (Text(required=True), "  \n "),
        (Text(massimo=3), "abcd"),
        (Text(), 3),
        *((Text(), f"a{c}b") for c in "\x00\x07\x0b\t\r\x7f\x85\u200b\u202e\u2028\u00ad\ufeff\ufffe\ud800\U0001f600"),
    ],
)
def test_refused(field: Any, given_value: Any) -> None:
    with pytest.raises(ValidationError):
        field.deserialize(given_value)


@pytest.mark.parametrize(("day", "said"), [("0000-01-01", "un anno fra"), ("2009-02-30", "il giorno e il mese")])
def test_of_a_date_what_is_wrong_is_said(day: str, said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Giorno().deserialize(day)


def test_every_fault_at_once_with_its_path() -> None:
    data = esempio("accordo-a")
    data["datore_lavoro"]["unita_produttiva"]["cap"] = "2412"
    data["organizzazioni_sindacali"][1]["sigla"] = ""
    data["periodo"]["dal"] = "2009-02-30"
    data["lavoratori"][0]["inventato"] = 1
    del data["luogo"]
    data["a/b~c\ud800"] = 1
    assert set(faults(data)) == {
        "/datore_lavoro/unita_produttiva/cap",
        "/organizzazioni_sindacali/1/sigla",
        "/periodo/dal",
        "/lavoratori/0/inventato",
        "/luogo",
        "/a~1b~0c\\ud800",
    }


@pytest.mark.parametrize("body", [None, [], "x", 3, True])
def test_the_body_must_be_an_object(body: Any) -> None:
    assert list(faults(body)) == [""]


def test_tipologia_2_wants_its_sub_type() -> None:
    data = esempio("accordo-a")
    data["datore_lavoro"]["tipologia"] = 2
    assert list(faults(data)) == ["/datore_lavoro/sottotipologia"]


def test_the_characters_are_those_of_the_fonts() -> None:
    script = ROOT / "script" / "caratteri"
    told = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True).stdout
    assert caratteri.RANGES.split() == told.split()


@given(st.characters(max_codepoint=0xFFFF))
def test_a_character_taken_is_one_that_prints(character: str) -> None:
    if caratteri.refused(character) is None:
        assert character == "\n" or unicodedata.category(character)[0] != "C"
        assert unicodedata.bidirectional(character) not in {"R", "AL", "AN"}


def test_canonical_values_read_the_same_again() -> None:
    schema = modello("accordo-a").schema
    data = leggi(schema, esempio("accordo-a"))
    assert leggi(schema, canonico(data)) == data


@pytest.mark.parametrize(
    ("field", "top"), [(Intero(minimo=1, massimo=2), 2), (Intero(massimo=9), 9), (Intero(), 999_999)]
)
def test_the_published_pattern_of_an_integer_is_what_is_taken(field: Intero, top: int) -> None:
    published = Draft202012Validator(field.metadata["anyOf"][1])
    for number in {0, 1, 2, 3, 9, 10, 11, 99, 100, 168, top - 1, top, top + 1, top * 10}:
        for text in (str(number), f"00{number}", f"-{number}", f"{number}.0"):
            try:
                taken = field.deserialize(text) == number
            except ValidationError:
                taken = False
            assert taken == published.is_valid(text), text


@given(st.decimals(min_value=0, max_value=200, places=2))
def test_the_published_pattern_of_a_decimal_is_what_is_taken(number: Decimal) -> None:
    field = Decimale(minimo="0.01", massimo="168")
    published = Draft202012Validator(field.metadata["anyOf"][1])
    assert published.is_valid(str(number)) == (Decimal("0.01") <= number <= 168)


@pytest.mark.parametrize("said", ["17.999999999999996", "23.9999999999", "1E+2", "18.0", "-0.0", "4E1", "0.1", "26.40"])
def test_a_number_kept_as_text_is_the_number_that_was_read(said: str) -> None:
    number = Decimal(said)
    assert Decimale().deserialize(come_testo(number)) == Decimale().deserialize(number)
    if number == int(number):
        assert Intero().deserialize(come_testo(number)) == Intero().deserialize(number)
