"""The figures of the law: form of the files, days without gaps, every figure read by some code."""

from __future__ import annotations

import ast
import json
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from yaml_cases import read

from docservice.law.figures import FiguraIgnota, FigureGuaste, Valore, figura, in_vigore, tutte
from docservice.law.valore import leggi
from docservice.paths import SCHEMAS

PACKAGE = Path(__file__).resolve().parents[2] / "docservice"
FILES = sorted((PACKAGE / "law").rglob("*.yaml"))
COLUMNS = [
    "massimale_cig_basso",
    "massimale_cig_basso_intemperie",
    "massimale_cig_alto",
    "massimale_cig_alto_intemperie",
]
SOURCE = {"atto": "Atto", "punto": "1"}
UNREAD = {
    # who fills the block `norma` of a document reads them
    *("norma_call_center", "norma_cigo_26_settimane", "norma_confiscate", "norma_gruppi_mille", "norma_ilva"),
    *("norma_moda", "norma_strategiche_mille"),
}
"""Figures that no code reads, published for who looks them up."""


@cache
def constants(folder: Path) -> set[str]:
    return {
        node.value
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def row(**members: Any) -> dict[str, Any]:
    return {"valore": "1", "dal": "2009-01-01", "fonte": SOURCE, "verificato_il": "2026-11-21", **members}


def built(*rows: dict[str, Any], tipo: str = "decimale") -> tuple[Valore, ...]:
    return leggi("prova", {"id": "x", "nome": "Prova", "unita": "u", "tipo": tipo, "valori": list(rows)}).valori


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_files_follow_the_schema(path: Path):
    schema = json.loads((SCHEMAS / "figure.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(read(path))


@pytest.mark.parametrize(
    "wrong", [{"valore": 173}, {"valore": 0.8}, {"valore": "0,8"}, {"stato": "cessato"}, {"altro": "x"}]
)
def test_the_schema_refuses(wrong: dict[str, Any]):
    schema = json.loads((SCHEMAS / "figure.schema.json").read_text(encoding="utf-8"))
    told = {"id": "x", "nome": "Prova", "unita": "u", "tipo": "decimale", "valori": [row()]}
    jsonschema.validate({"figure": [told]}, schema)
    told["valori"] = [row(**wrong)]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"figure": [told]}, schema)


def test_every_figure_is_read_by_some_code():
    everywhere = constants(PACKAGE)
    unread = [
        name
        for name in tutte()
        if name not in everywhere and name.partition(".")[2] not in constants(PACKAGE / "law" / name.partition(".")[0])
    ]
    assert {name.partition(".")[2] for name in unread} == UNREAD


def test_names_of_figures_told_apart():
    names = [known.nome for known in tutte().values()]
    assert len(names) == len(set(names))


def test_complete_on_every_day_on_which_anything_changes():
    changes = {value.dal for known in tutte().values() for value in known.valori}
    for folder, first in [
        ("comune", date(2009, 1, 1)),
        ("deroga_2009", date(2009, 5, 4)),
        ("dlgs_148", date(2015, 9, 24)),
    ]:
        for name in (name for name in tutte() if name.startswith(f"{folder}.")):
            for day in (day for day in changes if first <= day):
                assert figura(name, day).vale(day)


@pytest.mark.parametrize("column", COLUMNS)
def test_ceilings_are_near_their_products(column: str):
    """A guard against slips of the pen: the printed values stay within two cents of the products."""
    for gross in tutte()[f"comune.{column}"].valori:
        net = figura(f"comune.{column}_netto", gross.dal)
        if gross.noto and net.noto:
            assert abs(gross.decimale * Decimal("0.9416") - net.decimale) < Decimal("0.02")
        if gross.noto and column.endswith("_intemperie"):
            base = figura(f"comune.{column.removesuffix('_intemperie')}", gross.dal)
            assert abs(base.decimale * Decimal("1.2") - gross.decimale) < Decimal("0.02")


def test_both_sides_of_a_change():
    assert figura("deroga_2009.preavviso_decorrenza", date(2009, 6, 15)).decimale == 15
    assert figura("deroga_2009.preavviso_decorrenza", date(2009, 6, 16)).decimale == 1
    assert figura("comune.massimale_cig_alto", date(2009, 12, 31)).decimale == Decimal("1065.26")
    assert figura("comune.massimale_cig_alto", date(2010, 1, 1)).decimale == Decimal("1073.25")
    assert figura("deroga_2009.validita_al", date(2009, 5, 4)).giorno == date(2010, 12, 31)
    assert len(figura("deroga_2009.province_lombardia", date(2009, 5, 4)).elenco) == 12


@pytest.mark.parametrize("day", [date(2008, 12, 31), date(2027, 1, 1)])
def test_outside_the_days_known(day: date):
    with pytest.raises(FiguraIgnota, match=r"fascia alta, lordo».*dal 01/01/2009 al 31/12/2026"):
        figura("comune.massimale_cig_alto", day)


@pytest.mark.parametrize(
    ("name", "day", "said"),
    [
        ("comune.soglia_cig", date(2022, 1, 1), "non si applica più dal 01/01/2022 in poi"),
        ("comune.massimale_cig_alto_netto", date(2021, 7, 1), "non è noto dal 01/01/2021 al 31/12/2021"),
        ("deroga_2009.giorni_pip", date(2009, 6, 15), "non è previsto dal 04/05/2009 al 15/06/2009"),
    ],
)
def test_states_say_what_they_are(name: str, day: date, said: str):
    value = figura(name, day)
    assert not value.noto
    with pytest.raises(FiguraIgnota, match=said):
        _ = value.decimale


def test_no_such_figure():
    with pytest.raises(KeyError):
        figura("comune.oroscopo", date(2009, 1, 1))


def test_read_as_what_it_is_not():
    with pytest.raises(TypeError):
        _ = figura("deroga_2009.ore_mese", date(2009, 5, 4)).elenco


def test_in_force():
    items = {item["id"]: item for item in in_vigore(date(2021, 7, 1))}
    assert items["comune.massimale_cig_alto"] == {
        "id": "comune.massimale_cig_alto",
        "nome": "Massimale mensile della CIG, fascia alta, lordo",
        "valore": "1199.72",
        "unita": "EUR al mese",
        "dal": "2021-01-01",
        "al": "2021-12-31",
        "fonte": {"atto": "Circolare INPS 21 gennaio 2021, n. 7", "punto": "massimali dell’integrazione salariale"},
        "verificato_il": "2026-11-21",
    }
    assert items["dlgs_148.addizionale_prima"]["fonte"] == {
        "atto": "D.Lgs. 14 settembre 2015, n. 148",
        "punto": "art. 5 c. 1",
        "indirizzo": "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2015-09-14;148~art5",
    }
    assert items["comune.massimale_cig_alto_netto"]["valore"] == "non noto"
    assert "al" not in items["deroga_2009.ore_mese"]
    assert items["deroga_2009.province_lombardia"]["valore"][0] == "BG"
    assert "comune.soglia_cig" not in {item["id"] for item in in_vigore(date(2022, 1, 1))}
    assert in_vigore(date(1990, 1, 1)) == []
    assert len(in_vigore()) == sum(len(known.valori) for known in tutte().values())
    json.dumps(in_vigore())


def test_a_value_ends_where_the_next_starts():
    first, second = built(row(), row(dal="2010-01-01"))
    assert (first.al, second.al) == (date(2009, 12, 31), None)


@pytest.mark.parametrize(
    "rows",
    [
        [row(al="2009-12-30"), row(dal="2010-01-01")],  # a gap
        [row(al="2010-01-01"), row(dal="2010-01-01")],  # an overlap
        [row(), row()],  # the same first day
        [row(al="2008-12-31")],
        [row(valore=1)],
        [row(valore="uno")],
        [row(dal=date(2009, 1, 1))],
        [row(stato="cessato")],
        [{key: value for key, value in row().items() if key != "valore"}],
        [{**{key: value for key, value in row().items() if key != "valore"}, "stato": "boh"}],
    ],
)
def test_files_not_to_be_trusted(rows: list[dict[str, Any]]):
    with pytest.raises(FigureGuaste):
        built(*rows)
