"""Every call of the published contract, with bodies made from it: no failure."""

from __future__ import annotations

import os
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from docservice.api import BASE, create_app
from docservice.api.corpi import JSON

EXAMPLES = int(os.environ.get("SCHEMATHESIS_EXAMPLES", "4"))
APP = create_app()


def contract() -> Any:
    """Return the published contract, its bodies as JSON: test_corpi sends the other types, valid and broken."""
    spec = APP.test_client().get(f"{BASE}/openapi.json").get_json()
    for path in spec["paths"].values():
        for call in path.values():
            if isinstance(call, dict) and JSON in call.get("requestBody", {}).get("content", {}):
                content = call["requestBody"]["content"]
                call["requestBody"]["content"] = {JSON: content[JSON]}
    loaded = schemathesis.openapi.from_dict(spec)
    loaded.app = APP
    # every field with every other at its bounds: hours, on schemas of this size
    loaded.config.phases.coverage.enabled = False
    return loaded


schema = contract()


@pytest.mark.lungo
@schema.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_contract(case):
    # valid for the schema, and refused: what breaks the law or is out of a calculator's domain, a file that is no table
    judged = case.path.endswith("/documento") or case.path.startswith(("/calcoli/", "/lotti"))
    answer = case.call_and_validate(excluded_checks=[positive_data_acceptance] if judged else None)
    if answer.status_code == 422:
        told = answer.json()
        assert told["type"].endswith(("dati-illeggibili", "non-conforme"))
        assert told.get("errori") or told.get("rilievi")
