"""Cells as people write them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docservice.campi.codici import CodiceFiscale
from docservice.campi.fields import Codice, Decimale, Giorno, Intero, Scelta, SiNo
from docservice.campi.fields import Testo as Text
from docservice.tabelle.celle import CellaIllegibile, valore
from docservice.tabelle.testi.nomi import semplice

CAP = Codice("[0-9]{5}", "servono cinque cifre", 5)
CONTRATTO = Scelta("indeterminato", "socio_cooperativa")


@pytest.mark.parametrize(
    ("cell", "field", "read"),
    [
        ("22/06/2009", Giorno(), "2009-06-22"),
        ("1-7-2009", Giorno(), "2009-07-01"),
        ("1.7.2009", Giorno(), "2009-07-01"),
        (" 2009-06-22 ", Giorno(), "2009-06-22"),
        (date(2009, 6, 22), Giorno(), "2009-06-22"),
        ("12,5", Decimale(), "12.5"),
        ("12.5", Decimale(), "12.5"),
        (Decimal("12.5"), Decimale(), Decimal("12.5")),
        ("1.234", Decimale(), "1234"),
        ("1.234,5", Decimale(), "1234.5"),
        ("€ 1.234,50", Decimale(), "1234.50"),
        ("1 200", Intero(), "1200"),
        (7, Intero(), 7),
        ("Sì", SiNo(), True),
        ("SI", SiNo(), True),
        ("x", SiNo(), True),
        ("No", SiNo(), False),
        (True, SiNo(), True),
        (0, SiNo(), False),
        ("Indeterminato", CONTRATTO, "indeterminato"),
        ("Socio cooperativa", CONTRATTO, "socio_cooperativa"),
        (24122, CAP, "24122"),
        (3, Text(), "3"),
        ("\xa0=cmd()\n", Text(), "=cmd()"),
    ],
)
def test_read(cell: Any, field: Any, read: Any) -> None:
    assert valore(cell, field) == read


def test_a_codice_fiscale_is_written_in_capitals_without_spaces() -> None:
    assert valore("bnt crl 71c54 a794q", CodiceFiscale()) == "BNTCRL71C54A794Q"
    assert valore("bnt crl", Text()) == "bnt crl"


@pytest.mark.parametrize(
    ("cell", "field", "word"),
    [
        ("1/3/04", Giorno(), "quattro cifre"),
        ("31/02/2009", Giorno(), "non esiste"),
        ("ieri", Giorno(), "gg/mm/aaaa"),
        (39986, Giorno(), "gg/mm/aaaa"),
        ("1.234", Decimale(decimali=3), "1234 oppure 1,234"),
        ("12,555", Decimale(), "decimali"),
        ("molti", Intero(), "intero"),
        ("forse", SiNo(), "sì oppure no"),
        (2, SiNo(), "sì oppure no"),
        ("a termine", CONTRATTO, "indeterminato"),
        ("a\u200bb", Text(), "non si vede"),
        (2412, CAP, "'02412"),
        ("2412", CAP, "'02412"),
        (date(2009, 6, 22), Text(), "una data"),
    ],
)
def test_refused(cell: Any, field: Any, word: str) -> None:
    with pytest.raises(CellaIllegibile, match=word):
        valore(cell, field)


FIELDS = (Giorno(), Decimale(), Intero(), SiNo(), CONTRATTO, CAP, Text())


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: type(field).__name__)
@given(cell=st.one_of(st.text(max_size=40), st.integers(), st.booleans(), st.dates(), st.decimals(allow_nan=False)))
def test_whatever_a_cell_holds_is_read_or_refused(field: Any, cell: Any) -> None:
    with suppress(CellaIllegibile):
        field.deserialize(valore(cell, field))


def test_simple() -> None:
    assert semplice("  Cod. Fiscále*") == "cod fiscale"
