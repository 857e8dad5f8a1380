"""Calls of the published contract, with bodies made from it, good and bad: no failure.

Bodies made of fields of the same kinds try the same code: as few documents and calculators are taken as have, together,
every kind of field and every rule of a block, twice if they can; all of them are taken with `SCHEMATHESIS_ALL=1`.
"""

from __future__ import annotations

import io
import os
import re
import time
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from docservice.api import BASE
from docservice.api.corpi import JSON

EXAMPLES = int(os.environ.get("SCHEMATHESIS_EXAMPLES", "4"))
PLAIN = {"Accept-Encoding": "identity"}
"""What schemathesis asks an application for by itself is gzip, which it cannot open."""

ALONE = ("/lotti", "/domanda-cigs")
"""Calls whose bodies hold what the contract tells elsewhere: a table, other papers."""

pytestmark = pytest.mark.lungo


def refs(value: Any) -> Iterator[str]:
    """Yield the names of the blocks that a value of the contract refers to."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name == "$ref":
                yield inner.rpartition("/")[2]
            else:
                yield from refs(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from refs(inner)


def kind(field: Mapping[str, Any]) -> str:
    """Return what a field is like: its keywords and types, whatever their values."""
    words = sorted(set(field) - {"title", "description", "example", "examples", "default", "$ref"})
    inner = [field["items"]] if "items" in field else field.get("anyOf", [])
    return "|".join([str(field.get("type", "block")), *words, *(f"({kind(one)})" for one in inner)])


def features(spec: Any, call: Any) -> set[str]:
    """Return the kinds of the fields of a call's body, at any depth, and the rules of its blocks."""
    named: set[str] = set()
    new = set(refs(call.get("requestBody", {})))
    while new:
        named |= new
        new = {name for one in new for name in refs(spec["components"]["schemas"].get(one, {}))} - named
    blocks = [spec["components"]["schemas"][name] for name in named if name in spec["components"]["schemas"]]
    rules = {word for block in blocks for word in block}
    return rules | {kind(field) for block in blocks for field in block.get("properties", {}).values()}


def families(spec: Any) -> list[str]:
    """Return the homes (`/modelli/did`) whose bodies have every feature, twice if they can; as few as can be found."""
    had: dict[str, set[str]] = {}
    for path, calls in spec["paths"].items():
        home = re.match(r"/(?:modelli|calcoli)/[^/]+", path)
        if home:
            had.setdefault(home[0], set()).update(*(features(spec, call) for call in calls.values()))
    chosen: list[str] = []
    for _ in range(2):  # those that are left have what they can of it once more
        left = set().union(*(some for home, some in had.items() if home not in chosen))
        while left:
            best = max(sorted(had.keys() - set(chosen)), key=lambda home: len(had[home] & left))
            chosen.append(best)
            left -= had[best]
    return chosen


@pytest.fixture(scope="module")
def spec(app: Flask) -> Any:
    """Return the contract, its bodies as JSON: test_corpi sends the other types, valid and broken."""
    told = app.test_client().get(f"{BASE}/openapi.json").get_json()
    for path in told["paths"].values():
        for call in path.values():
            if isinstance(call, dict) and JSON in call.get("requestBody", {}).get("content", {}):
                content = call["requestBody"]["content"]
                call["requestBody"]["content"] = {JSON: content[JSON]}
    lean(told["components"]["schemas"], told["components"]["schemas"])
    return told


def lean(schema: Any, named: Mapping[str, Any]) -> None:
    """Take words away, and put the characters of a text where it refers to them: what is taken stays the same.

    The maker of bodies keeps every schema that it works out, those of all texts one by one: gigabytes, with the words.
    """
    if isinstance(schema, list):
        for one in schema:
            lean(one, named)
    if not isinstance(schema, dict):
        return
    for word in ("title", "description", "examples"):
        if not isinstance(schema.get(word), dict):  # a field may have that name
            schema.pop(word, None)
    if "maxLength" in schema and "allOf" in schema:
        [text] = schema.pop("allOf")
        schema["pattern"] = named[text["$ref"].rpartition("/")[2]]["pattern"]
    for one in schema.values():
        lean(one, named)


def test_every_feature_is_in_the_body_of_some_family(spec: Any) -> None:
    chosen = families(spec)
    calls = {path: call for path, some in spec["paths"].items() for call in some.values() if "requestBody" in call}
    some = {one for path, call in calls.items() if path.startswith(tuple(chosen)) for one in features(spec, call)}
    assert some >= {one for path, call in calls.items() if path not in ALONE for one in features(spec, call)}
    assert any("/modelli/" in home for home in chosen)
    assert any("/calcoli/" in home for home in chosen)


@pytest.fixture
def unhurried(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let documents take their time, and wait until the first has come out: a 503 before it is no fault."""
    monkeypatch.setitem(app.config, "TEMPO_RESA", 120)
    deadline = time.monotonic() + 120
    while app.test_client().get(f"{BASE}/status").status_code != 200:
        assert time.monotonic() < deadline
        time.sleep(0.2)


@pytest.fixture
def forms_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep large forms in memory: the client of the tests never closes the file that would hold one."""
    monkeypatch.setattr("werkzeug.test.TemporaryFile", lambda _mode: io.BytesIO())


@pytest.mark.usefixtures("unhurried", "forms_in_memory")
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_contract(app: Flask, spec: Any, mode: GenerationMode) -> None:
    homes = families(spec)
    of_one = re.compile(r"/(modelli|calcoli)/")
    every = os.environ.get("SCHEMATHESIS_ALL")
    taken = {
        path: calls
        for path, calls in spec["paths"].items()
        if every or not of_one.match(path) or any(path == home or path.startswith(f"{home}/") for home in homes)
    }
    loaded = schemathesis.openapi.from_dict({**spec, "paths": taken})
    loaded.app = app
    tried = 0
    for found in loaded.get_all_operations():
        operation = found.ok()
        if mode is GenerationMode.NEGATIVE and not len(operation.body):
            continue  # nothing that could be wrong
        attempt(operation, mode)
        tried += 1
    assert tried > len(homes)


def attempt(operation: Any, mode: GenerationMode) -> None:
    """Call an operation with some bodies and parameters made from the contract."""

    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def call(case: Any) -> None:
        # valid for the schema, and refused: what breaks the law or is out of a calculator's domain, a file that is no
        # table
        judged = case.path.endswith("/documento") or case.path.startswith(("/calcoli/", *ALONE))
        answer = case.call_and_validate(excluded_checks=[positive_data_acceptance] if judged else None, headers=PLAIN)
        if answer.status_code == 422:
            told = answer.json()
            assert told["type"].endswith(("dati-illeggibili", "non-conforme"))
            assert told.get("errori") or told.get("rilievi")

    call()
