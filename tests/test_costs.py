"""What a run costs is added up by document, and a dear document fails the short suite on CI."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from costs import MOST, Summary


def summary(expression: str, **tests: float) -> Summary:
    """Return what a run of some tests costs."""
    config: Any = SimpleNamespace(getoption=lambda _: expression)
    found = Summary(config)
    for name, cost in tests.items():
        report: Any = SimpleNamespace(when="teardown", nodeid=name, user_properties=[("cpu", cost)])
        found.pytest_runtest_logreport(report)
    return found


def test_a_test_is_of_the_document_that_it_names() -> None:
    told = {
        "t.py::test_a[did]": 1.0,
        "t.py::test_a[autodichiarazione-did]": 2.0,
        "t.py::test_b[accordo-c-pdf]": 0.5,
        "t.py::test_b[pdf-application/pdf-accordo-cds]": 0.25,
        "t.py::test_c[deroga-2009/accordo-c]": 0.5,
        "t.py::test_c[accordo-c: esempio]": 1.0,
        "t.py::test_did": 9.0,
        "t.py::test_d[candid]": 9.0,
    }
    assert summary("not lungo", **told).documents == {
        "did": 1.0,
        "autodichiarazione-did": 2.0,
        "accordo-c": 2.0,
        "accordo-cds": 0.25,
    }


@pytest.mark.parametrize(
    ("ci", "expression", "cost", "ends"),
    [
        ("true", "not lungo", MOST + 0.1, pytest.ExitCode.TESTS_FAILED),
        ("true", "not lungo", MOST, pytest.ExitCode.OK),
        ("", "not lungo", MOST + 0.1, pytest.ExitCode.OK),
        ("true", "lungo", MOST + 0.1, pytest.ExitCode.OK),
    ],
)
def test_a_dear_document_fails_on_ci(
    monkeypatch: pytest.MonkeyPatch, ci: str, expression: str, cost: float, ends: pytest.ExitCode
) -> None:
    monkeypatch.setenv("CI", ci)
    session: Any = SimpleNamespace(exitstatus=pytest.ExitCode.OK)
    summary(expression, **{"t.py::test_a[did]": cost}).pytest_sessionfinish(session)
    assert session.exitstatus is ends
