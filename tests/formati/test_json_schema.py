"""The published schemas are what the marshmallow schemas enforce."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from docservice.formati.json_schema import json_schema, schema_modello
from docservice.formati.lettura import DatiIlleggibili, leggi
from docservice.modelli.calcolatori.catalogo import calcolatori
from docservice.modelli.catalogo import catalogo, modello
from docservice.paths import SCHEMAS
from docservice.service import esempio


@pytest.mark.parametrize("slug", list(catalogo()))
def test_the_file_in_schemas_is_true(slug: str) -> None:
    """After a change: script/schemi."""
    assert json.loads((SCHEMAS / f"{slug}.schema.json").read_text()) == schema_modello(modello(slug))


def agree(schema: type[Any], published: dict[str, Any], data: Any) -> bool:
    """Return whether data are taken, making sure that both say the same."""
    try:
        leggi(schema, data)
        taken = True
    except DatiIlleggibili:
        taken = False
    assert Draft202012Validator(published).is_valid(data) == taken
    return taken


@pytest.mark.parametrize("slug", ["accordo-a", "domanda-deroga", "decreto-deroga"])
@pytest.mark.parametrize(
    ("tipologia", "sub", "taken"), [(1, None, True), (2, None, False), (2, "2.1", True), ("2", None, False)]
)
def test_tipologia_and_its_sub_type(slug: str, tipologia: Any, sub: str | None, taken: bool) -> None:  # noqa: FBT001
    data = esempio(slug)
    data["datore_lavoro"]["tipologia"] = tipologia
    if sub:
        data["datore_lavoro"]["sottotipologia"] = sub
    tipo = modello(slug)
    assert agree(tipo.schema, schema_modello(tipo), data) is taken


@pytest.mark.parametrize(
    ("fields", "taken"),
    [
        ({"mesi_richiesti": "12"}, True),
        ({"periodo": {"dal": "2009-07-01", "al": "2009-10-31"}}, True),
        ({}, False),
        ({"mesi_richiesti": 4, "periodo": {"dal": "2009-07-01", "al": "2009-10-31"}}, False),
        ({"mesi_richiesti": "0"}, False),
        ({"mesi_richiesti": "12", "addetti": 0}, False),
    ],
)
def test_monte_ore_takes_one_of_the_two(fields: dict[str, Any], taken: bool) -> None:  # noqa: FBT001
    asked = calcolatori()["monte-ore"].domanda
    published = json_schema(asked, "monte-ore", "Monte ore")
    assert agree(asked, published, {"accordo": "A", "addetti": 10, **fields}) is taken


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ({"lavoratori"}, True),
        ({"gruppi"}, True),
        (set(), False),
        ({"lavoratori", "gruppi"}, False),
        ({"lavoratori", "vuota"}, False),
    ],
)
def test_a_solidarity_table_takes_workers_or_groups(given: set[str], taken: bool) -> None:  # noqa: FBT001
    tipo = modello("tabella-solidarieta")
    example = esempio("tabella-solidarieta")
    workers = [] if "vuota" in given else example.pop("lavoratori")
    rows = {
        "lavoratori": workers,
        "gruppi": [{"lavoratori": 3, "ore_settimanali": 40, "ore_lavorate_settimanali": 24}],
    }
    example.pop("lavoratori", None)
    example |= {name: value for name, value in rows.items() if name in given}
    assert agree(tipo.schema, schema_modello(tipo), example) is taken


@pytest.mark.parametrize("regime", ["dlgs-148", "deroga-2009"])
@pytest.mark.parametrize("listed", ["lavoratori", "gruppi"])
def test_hours_change_under_the_decree_alone(regime: str, listed: str) -> None:
    tipo = modello("tabella-solidarieta")
    example = esempio("tabella-solidarieta") | {"regime": regime}
    hours = {"dal": example["periodo"]["dal"], "al": example["periodo"]["al"], "ore_lavorate_settimanali": 24}
    group = {"lavoratori": 3, "ore_settimanali": 40, "ore_lavorate_settimanali": 24}
    rows = {"lavoratori": example.pop("lavoratori")[:1], "gruppi": [group]}[listed]
    assert agree(tipo.schema, schema_modello(tipo), example | {listed: rows})
    changing = [one | {"orari": [hours]} for one in rows]
    assert agree(tipo.schema, schema_modello(tipo), example | {listed: changing}) is (regime == "dlgs-148")


@pytest.mark.parametrize("absent", ["luogo", "data", "lavoratore"])
def test_the_did_needs_worker_place_and_day(absent: str) -> None:
    tipo = modello("did")
    least = {name: value for name, value in esempio("did").items() if name in ("luogo", "data", "lavoratore")}
    assert agree(tipo.schema, schema_modello(tipo), least)
    del least[absent]
    assert not agree(tipo.schema, schema_modello(tipo), least)
