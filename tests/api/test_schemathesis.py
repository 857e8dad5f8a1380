"""Every call of the published contract, with bodies made from it: no failure."""

from __future__ import annotations

import os

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from docservice.api import BASE, create_app

schema = schemathesis.openapi.from_wsgi(f"{BASE}/openapi.json", create_app())
EXAMPLES = int(os.environ.get("SCHEMATHESIS_EXAMPLES", "8"))


@schema.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_contract(case):
    # a document that breaks the law, and data out of a calculator's domain, are valid for the schema and refused: 422
    judged = case.path.endswith("/documento") or case.path.startswith("/calcoli/")
    answer = case.call_and_validate(excluded_checks=[positive_data_acceptance] if judged else None)
    if answer.status_code == 422:
        told = answer.json()
        assert told["type"].endswith(("dati-illeggibili", "non-conforme"))
        assert told.get("errori") or told.get("rilievi")
