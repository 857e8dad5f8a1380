"""The names of the Regions, as people write them."""

from __future__ import annotations

import pytest

from docservice.law.generale.regioni import REGIONI, chiave, nota_regione, province, regione_di


@pytest.mark.parametrize("name", REGIONI)
def test_each_is_known_by_its_name_in_any_case(name: str) -> None:
    ways = (name, name.upper(), f"Regione {name}", f"regione  {name.replace('-', ' ').replace('’', chr(39))}")
    assert {nota_regione(one) for one in ways} == {name}


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("P.A. Trento", "Trento"),
        ("Provincia autonoma di Bolzano", "Bolzano"),
        ("Provincia autonoma di Bolzano - Alto Adige", "Bolzano"),
        ("Regione del Veneto", "Veneto"),
        ("Regione Siciliana", "Sicilia"),
        ("Regione autonoma della Sardegna", "Sardegna"),
        ("Val d'Aosta", "Valle d’Aosta"),
        ("Valle d’Aosta/Vallée d’Aoste", "Valle d’Aosta"),
        ("Trentino-Alto Adige/Südtirol", "Trentino-Alto Adige"),
        ("Padania", None),
        ("Regione", None),
        ("", None),
    ],
)
def test_other_names_in_use(told: str, name: str | None) -> None:
    assert nota_regione(told) == name


def test_what_is_no_region_is_compared_by_its_letters() -> None:
    assert chiave("Padania ") == chiave("PADANIA") != chiave("Lombardia")


def test_a_province_lies_in_a_region() -> None:
    assert {sigla: regione_di(sigla) for sigla in ("BG", "TO", "AO", "TN", "SU", "ZZ")} == {
        "BG": "Lombardia",
        "TO": "Piemonte",
        "AO": "Valle d’Aosta",
        "TN": "Trentino-Alto Adige",
        "SU": "Sardegna",
        "ZZ": None,
    }


def test_every_region_has_its_provinces_and_no_other_has() -> None:
    """Trento and Bolzano are provinces of their Region here."""
    assert {one.regione for one in province().values()} == set(REGIONI) - {"Trento", "Bolzano"}
    lombard = "BG BS CO CR LC LO MB MI MN PV SO VA"
    assert [sigla for sigla, one in province().items() if one.regione == "Lombardia"] == lombard.split()
