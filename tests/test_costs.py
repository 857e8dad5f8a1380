"""What a run costs is added up by document, and a dear document fails the short suite on CI."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from costs import MOST, TIMES, Summary

from docservice.modelli.catalogo import catalogo


def summary(expression: str, **tests: float) -> Summary:
    """Return what a run of some tests costs."""
    config: Any = SimpleNamespace(getoption=lambda _: expression)
    found = Summary(config)
    for name, cost in tests.items():
        report: Any = SimpleNamespace(when="teardown", nodeid=name, user_properties=[("cpu", cost)])
        found.pytest_runtest_logreport(report)
    return found


def test_a_test_is_of_the_document_that_it_names_if_all_have_it() -> None:
    told = {f"t.py::test_a[{slug}]": 1.0 for slug in catalogo()}
    told |= {f"t.py::test_b[pdf-application/pdf-{slug}-x]": 0.5 for slug in catalogo()}
    told |= {f"t.py::test_c[deroga-2009/{slug}: esempio]": 0.25 for slug in catalogo()}
    told |= {"t.py::test_d[did]": 9.0, "t.py::test_did": 9.0, "t.py::test_a[candid]": 9.0}
    assert summary("not lungo", **told).documents == dict.fromkeys(catalogo(), 1.75)


@pytest.mark.parametrize(
    ("ci", "expression", "others", "cost", "ends"),
    [
        ("true", "not lungo", 0.5, MOST + 0.1, pytest.ExitCode.TESTS_FAILED),
        ("true", "not lungo", 0.5, MOST, pytest.ExitCode.OK),
        ("", "not lungo", 0.5, MOST + 0.1, pytest.ExitCode.OK),
        ("true", "lungo", 0.5, MOST + 0.1, pytest.ExitCode.OK),
        # a busy machine: all cost twice what they would
        ("true", "not lungo", 2.0, TIMES * 2.0 + 0.1, pytest.ExitCode.TESTS_FAILED),
        ("true", "not lungo", 2.0, TIMES * 2.0, pytest.ExitCode.OK),
    ],
)
def test_a_dear_document_fails_on_ci(  # noqa: PLR0913, PLR0917 - a row of the table above
    monkeypatch: pytest.MonkeyPatch, ci: str, expression: str, others: float, cost: float, ends: pytest.ExitCode
) -> None:
    monkeypatch.setenv("CI", ci)
    session: Any = SimpleNamespace(exitstatus=pytest.ExitCode.OK)
    costs = {f"t.py::test_a[{slug}]": cost if slug == "did" else others for slug in catalogo()}
    summary(expression, **costs).pytest_sessionfinish(session)
    assert session.exitstatus is ends
