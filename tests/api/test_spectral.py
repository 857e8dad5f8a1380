"""The OpenAPI keeps the rules of .spectral.yaml, and each of them can fail."""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from docservice.api import BASE, create_app, modelli

pytestmark = pytest.mark.lungo

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / ".spectral.yaml"
SPECTRAL = Path(sys.prefix) / "spectral" / "node_modules" / ".bin" / "spectral"

# by document, the rules that it breaks and where
Found = dict[str, set[tuple[str, str]]]

GONE = object()
STATUS = ("paths", "/status", "get")
ANSWER = (*STATUS, "responses", "200", "content", "application/json", "schema")
FAILURE = (*STATUS, "responses", "503")
POST = ("paths", "/calcoli/monte-ore", "post")
QUERY = ("paths", "/parametri", "get", "parameters", 0)
FIELD = ("components", "schemas", "Fonte", "properties", "nuovo")
FLAG = {"type": "boolean"}
FLAGS = {"type": "array", "maxItems": 9, "items": FLAG}
OTHER = {"schema": {"type": "object", "properties": {"errore": FLAG}}}
REF = {"schema": {"$ref": "#/components/schemas/Problem"}}

# rule, where the document changes, and into what
BREAKS: list[tuple[str, tuple[str | int, ...], Any]] = [
    ("operation-operationId", (*STATUS, "operationId"), GONE),
    ("tag-description", ("tags", 0, "description"), GONE),
    ("operation-summary", (*STATUS, "summary"), GONE),
    ("answer-description", (*STATUS, "responses", "200", "description"), ""),
    ("base-path", ("servers",), [{"url": BASE}, {"url": "/v1"}]),
    ("base-path", ("servers", 0, "url"), "/rest/accordi"),
    ("base-path", ("paths", f"{BASE}/altro"), {}),
    ("path-kebab-case", ("paths", "/monteOre"), {}),
    ("path-kebab-case", ("paths", "/monte_ore"), {}),
    ("parameter-snake-case", (*QUERY, "name"), "dataInizio"),
    ("parameter-snake-case", (*QUERY, "name"), "data-inizio"),
    ("property-snake-case", (*FIELD[:-1], "capEstero"), FLAG),
    ("no-codice-fiscale-in-url", (*QUERY, "name"), "codice_fiscale"),
    ("no-codice-fiscale-in-url", (*QUERY, "name"), "cf_lavoratore"),
    ("string-bounds", FIELD, {"type": "string"}),
    ("string-bounds", FIELD, {"type": "string", "pattern": "^[a-z]+$"}),
    ("string-bounds", FIELD, {"type": "string", "format": "uri"}),
    ("string-bounds", FIELD, {"anyOf": [FLAG, {"type": "string"}]}),
    ("string-bounds", (*QUERY, "schema"), {"type": "string"}),
    ("string-bounds", (*FAILURE, "headers", "Retry-After", "schema"), {"type": "string"}),
    ("array-bounds", FIELD, {"type": "array", "items": FLAG}),
    ("number-bounds", FIELD, {"type": "integer", "minimum": 0}),
    ("number-bounds", FIELD, {"type": "number"}),
    ("no-null", FIELD, {"type": ["boolean", "null"]}),
    ("no-null", FIELD, {"anyOf": [FLAG, {"type": "null"}]}),
    ("list-in-items", ANSWER, FLAGS),
    ("list-in-items", ANSWER, {"type": "object", "properties": {"voci": FLAGS}}),
    ("error-is-problem", (*FAILURE, "content"), {"application/json": REF}),
    ("error-is-problem", (*FAILURE, "content", "application/json"), REF),
    ("error-is-problem", (*FAILURE, "content", "application/problem+json"), OTHER),
    ("error-is-problem", (*FAILURE, "content"), GONE),
    ("error-is-problem", ("components", "responses", "DEFAULT_ERROR", "content"), GONE),
    ("other-errors", (*STATUS, "responses", "default"), GONE),
    *(("body-errors", (*POST, "responses", status), GONE) for status in ("400", "413", "415", "422")),
    ("answer-headers", (*FAILURE, "headers"), GONE),
    ("answer-headers", (*POST, "responses", "202"), {"description": "Presa in carico"}),
    ("status-call", ("paths", "/status"), GONE),
    ("status-call", FAILURE, GONE),
]

# what may look like a fault
TAKEN: list[tuple[tuple[str | int, ...], Any]] = [
    (("servers", 0, "url"), f"https://accordi.example{BASE}"),
    (("paths", "/comunicazione-art4c9"), {}),
    (QUERY, {"in": "header", "name": "Idempotency-Key", "schema": {"type": "string", "maxLength": 40}}),
    (FIELD, {"type": "string", "format": "date"}),
    (FIELD, {"type": "string", "enum": ["a", "b"]}),
    (FIELD, {"type": "number", "minimum": 0, "maximum": 1}),
    (ANSWER, {"type": "object", "properties": {"items": FLAGS}}),
    (ANSWER, {"type": "object", "properties": {"rilievi": FLAGS, "esito": FLAG}}),
]


def openapi() -> dict[str, Any]:
    spec: dict[str, Any] = create_app().test_client().get(f"{BASE}/openapi.json").get_json()
    return spec


def changed(spec: dict[str, Any], steps: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    """Return a copy of the document with one thing changed."""
    new = copy.deepcopy(spec)
    place: Any = new
    for step in steps[:-1]:
        place = place[step]
    if value is GONE:
        del place[steps[-1]]
    else:
        place[steps[-1]] = value
    return new


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """Return what one run of spectral says of the OpenAPI and of every change of it."""
    if not SPECTRAL.exists():
        (pytest.fail if os.environ.get("CI") else pytest.skip)("manca spectral: lo installa script/spectral --version")
    documents = {"intero": openapi()}
    with pytest.MonkeyPatch.context() as patch:
        # the calls without the document types are enough to break, and fifty times the whole would take minutes
        patch.setattr(modelli, "catalogo", dict)
        small = openapi()
    documents |= {f"rotto-{n}": changed(small, steps, value) for n, (_, steps, value) in enumerate(BREAKS)}
    documents |= {f"lecito-{n}": changed(small, steps, value) for n, (steps, value) in enumerate(TAKEN)}
    folder = tmp_path_factory.mktemp("openapi")
    for name, document in documents.items():
        (folder / f"{name}.json").write_text(json.dumps(document), encoding="utf-8")
    options = ["--ruleset", RULES, "--format", "json", "--quiet", "--fail-severity=warn", "--fail-on-unmatched-globs"]
    command = [SPECTRAL, "lint", *options, *(f"{name}.json" for name in documents)]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=600)
    assert ran.returncode == 1, ran.stderr
    broken: Found = defaultdict(set)
    for fault in json.loads(ran.stdout):
        broken[Path(fault["source"]).stem].add((fault["code"], "/".join(map(str, fault["path"]))))
    return broken


def codes(found: Found, name: str) -> set[str]:
    # a change may leave behind a schema that nothing refers to
    return {rule for rule, _ in found[name]} - {"oas3-unused-component"}


def test_the_openapi_keeps_every_rule(found: Found) -> None:
    assert not found["intero"]


@pytest.mark.parametrize("n", range(len(BREAKS)), ids=[rule for rule, *_ in BREAKS])
def test_a_rule_can_fail(found: Found, n: int) -> None:
    assert codes(found, f"rotto-{n}") == {BREAKS[n][0]}


@pytest.mark.parametrize("n", range(len(TAKEN)))
def test_what_is_no_fault(found: Found, n: int) -> None:
    assert not codes(found, f"lecito-{n}")


def test_every_rule_is_broken_once() -> None:
    rules = yaml.safe_load(RULES.read_text(encoding="utf-8"))["rules"]
    assert {rule for rule, told in rules.items() if told != "off"} == {rule for rule, *_ in BREAKS}
