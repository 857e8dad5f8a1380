"""The calculators by HTTP: what the contract says of their answers is what they answer; deadlines as a calendar."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
from flask.testing import FlaskClient
from icalendar import Calendar
from marshmallow import RAISE
from yaml_cases import read

from docservice import service
from docservice.api.app import BASE
from docservice.api.risposte.giudizio import con_rilievi
from docservice.law.calculator import catalogo
from docservice.modelli.calcolatori.catalogo import calcolatori
from docservice.modelli.catalogo import catalogo as documents
from docservice.service import calcola

CASI = Path(__file__).resolve().parents[1] / "law" / "casi" / "calcoli"
PROCEDURE = calcolatori()["scadenzario"].esempio.dati


@pytest.mark.parametrize("slug", catalogo())
def test_every_answer_is_as_published(slug: str) -> None:
    of = calcolatori()[slug].conto
    shape = (con_rilievi(of) if catalogo()[slug].ha_rilievi else of)(unknown=RAISE)
    cases = read(CASI / f"{slug}.yaml")["casi"]
    for data in [calcolatori()[slug].esempio.dati, *(case["dati"] for case in cases if "errori" not in case)]:
        answer = calcola(slug, data)
        assert shape.validate(answer) == {}
        _no_extra(shape.fields["risultati"].schema, answer["risultati"])  # type: ignore[attr-defined]


def _no_extra(shape: Any, value: Any) -> None:
    """Fail where a nested answer has a member that its schema has not."""
    for one in value if isinstance(value, list) else [value]:
        assert set(one) <= set(shape.fields)
        for name, member in one.items():
            inner = shape.fields[name]
            nested = getattr(getattr(inner, "inner", inner), "schema", None)
            if nested is not None:
                _no_extra(nested, member)


def test_the_openapi_types_each_of_them(client: FlaskClient) -> None:
    spec = client.get(f"{BASE}/openapi.json").json
    assert spec is not None
    for slug, one in calcolatori().items():
        call = spec["paths"][f"/calcoli/{slug}"]["post"]
        asked = call["requestBody"]["content"]["application/json"]
        assert asked["schema"]["$ref"].endswith(f"/{one.domanda.__name__}")
        assert asked["example"] == one.esempio.dati
        told = call["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
        results = spec["components"]["schemas"][told.rpartition("/")[2]]["properties"]["risultati"]["$ref"]
        assert results.endswith(f"/{one.risposta.__name__}")


@pytest.mark.parametrize("slug", catalogo())
def test_every_result_is_told_in_the_openapi(client: FlaskClient, slug: str) -> None:
    spec = client.get(f"{BASE}/openapi.json").json
    assert spec is not None
    schemas = spec["components"]["schemas"]
    todo, told = [calcolatori()[slug].conto.__name__], set[str]()
    while todo:
        name = todo.pop()
        told.add(name)
        for field, shape in schemas[name]["properties"].items():
            assert shape["title"][0].isupper(), (name, field)
            assert shape["description"].endswith("."), (name, field)
            number = shape.get("pattern", "").startswith("^-?[0-9]")
            assert number == ("Unità di misura" in shape["description"]), (name, field)
            inner = shape.get("items", shape).get("$ref", "").rpartition("/")[2]
            todo += {inner} - told - {""}


def test_deadlines_as_a_calendar(client: FlaskClient) -> None:
    answer = client.post(f"{BASE}/calcoli/scadenzario", json=PROCEDURE, headers={"Accept": "text/calendar"})
    assert (answer.status_code, answer.mimetype) == (200, "text/calendar")
    told = calcola("scadenzario", PROCEDURE)["risultati"]["scadenze"]
    events = Calendar.from_ical(answer.data).events
    assert [(event["dtstart"].dt.isoformat(), str(event["summary"])) for event in events] == [
        (one["data"], one["descrizione"]) for one in told
    ]
    assert len({str(event["uid"]) for event in events}) == len(told)
    again = client.post(f"{BASE}/calcoli/scadenzario", json=PROCEDURE, headers={"Accept": "text/calendar"})
    assert again.data == answer.data


@pytest.mark.parametrize("slug", documents())
def test_the_deadlines_of_every_document_as_a_calendar(client: FlaskClient, slug: str) -> None:
    path, example = f"{BASE}/modelli/{slug}/valida", service.esempio(slug)
    told = client.post(path, json=example).json
    answer = client.post(path, json=example, headers={"Accept": "text/calendar"})
    assert told is not None
    days = [one["data"] for one in told["scadenze"] if "data" in one]
    events = Calendar.from_ical(answer.data).events
    assert [event["dtstart"].dt.isoformat() for event in events] == days
    assert all(str(event["summary"]).endswith(example["datore_lavoro"]["denominazione"]) for event in events)


@pytest.mark.parametrize("accept", ["", "*/*", "application/json", "text/html, */*;q=0.1", "text/calendar;q=0.5, */*"])
def test_json_unless_a_calendar_is_asked_for(client: FlaskClient, accept: str) -> None:
    answer = client.post(f"{BASE}/calcoli/scadenzario", json=PROCEDURE, headers={"Accept": accept})
    assert answer.mimetype == "application/json"


def test_the_others_are_never_a_calendar(client: FlaskClient) -> None:
    asked = calcolatori()["settimane-periodo"].esempio.dati
    answer = client.post(f"{BASE}/calcoli/settimane-periodo", json=asked, headers={"Accept": "text/calendar"})
    assert answer.status_code == 406
    assert "application/json" in answer.json["detail"]


def test_faults_are_problems_with_their_path(client: FlaskClient) -> None:
    asked = {**PROCEDURE, "data_richiesta_esame": "2023-05-01", "eone": True}
    answer = client.post(f"{BASE}/calcoli/scadenzario", json=asked, headers={"Accept": "text/calendar"})
    assert (answer.status_code, answer.mimetype) == (422, "application/problem+json")
    assert answer.json is not None
    assert {one["percorso"] for one in answer.json["errori"]} == {"/data_richiesta_esame", "/data_evento"}


@pytest.mark.parametrize("slug", catalogo())
def test_a_calculator_tells_its_parts(client: FlaskClient, slug: str) -> None:
    listed = {one["id"]: one for one in client.get(f"{BASE}/calcoli").json["items"]}  # type: ignore[index]
    links = listed[slug]["links"]
    assert client.get(links["self"]).json == listed[slug]
    schema, example = (client.get(links[name]) for name in ("schema", "esempio"))
    assert schema.mimetype == "application/schema+json"
    assert schema.json is not None
    assert schema.json["$id"] == f"urn:docservice:1:{slug}"
    jsonschema.Draft202012Validator.check_schema(schema.json)
    jsonschema.Draft202012Validator(schema.json).validate(example.json)
    answer = client.post(f"{BASE}/calcoli/{slug}", json=example.json)
    assert answer.status_code == 200
    assert answer.json is not None
    assert answer.json["passaggi"]


def test_of_a_calculator_that_is_not_there(client: FlaskClient) -> None:
    for part in ("", "/schema", "/esempio"):
        assert client.get(f"{BASE}/calcoli/inventato{part}").status_code == 404
