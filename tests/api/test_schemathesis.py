"""Every call of the published contract, with bodies made from it: no failure."""

from __future__ import annotations

import os
from collections.abc import Collection
from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from docservice.api import BASE, create_app
from docservice.api.corpi import JSON, TIPI

EXAMPLES = int(os.environ.get("SCHEMATHESIS_EXAMPLES", "8"))
APP = create_app()


def contract(types: Collection[str], *, without_body: bool) -> Any:
    """Return the published contract, its bodies of these types only."""
    spec = APP.test_client().get(f"{BASE}/openapi.json").get_json()
    for path in spec["paths"].values():
        for method, call in list(path.items()):
            if "requestBody" in call:
                content = call["requestBody"]["content"]
                call["requestBody"]["content"] = {media: content[media] for media in types}
            elif not without_body:
                del path[method]
    loaded = schemathesis.openapi.from_dict(spec)
    loaded.app = APP
    return loaded


json_calls = contract([JSON], without_body=True)
other_bodies = contract([media for media in TIPI if media != JSON], without_body=False)


def check(case: Any, *, valid_may_fail: bool) -> None:
    """Send the request and check the answer; a 422 tells its faults."""
    answer = case.call_and_validate(excluded_checks=[positive_data_acceptance] if valid_may_fail else None)
    if answer.status_code == 422:
        told = answer.json()
        assert told["type"].endswith(("dati-illeggibili", "non-conforme"))
        assert told.get("errori") or told.get("rilievi")


@json_calls.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_contract(case):
    # a document that breaks the law, and data out of a calculator's domain, are valid for the schema and refused: 422
    check(case, valid_may_fail=case.path.endswith("/documento") or case.path.startswith("/calcoli/"))


@other_bodies.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_other_bodies(case):
    # schemathesis does not write groups and lists as our XML and forms want them: test_corpi sends those that are valid
    check(case, valid_may_fail=True)
