"""Bounds that no document and no question can reach, because a schema stops it first, and words of an account."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from docservice.law.calculator import DominioErrato, esegui
from docservice.service import calcola


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ({"addetti": 0, "mesi_richiesti": Decimal(4)}, ["/addetti"]),
        ({"addetti": 1, "mesi_richiesti": Decimal(0)}, ["/mesi_richiesti"]),
        ({"addetti": 1, "mesi_richiesti": Decimal("0.01")}, []),
        ({"addetti": 1, "mesi_richiesti": Decimal(1)}, []),
    ],
)
def test_hours_of_nobody_and_of_no_month(data: dict[str, Any], wrong: list[str]) -> None:
    try:
        esegui("monte-ore", {"accordo": "A", **data})
    except DominioErrato as error:
        assert [path for path, _ in error.errori] == wrong
    else:
        assert not wrong


def test_steps_of_the_hours_of_a_first_grant() -> None:
    """B: 10 heads x 6 months x 173 = 10.380 at zero hours for all; 80% of them are 8.304."""
    steps = calcola("monte-ore", {"accordo": "B", "addetti": 10, "mesi_richiesti": "7"})["passaggi"]
    assert [step["valore"] for step in steps] == ["7", "6", "10380", "8304"]


@pytest.mark.parametrize(("months", "over"), [("12", False), ("12.01", True)])
def test_twelve_months_are_not_over_twelve(months: str, over: bool) -> None:  # noqa: FBT001
    notes = calcola("monte-ore", {"accordo": "C", "addetti": 10, "mesi_richiesti": months})["note"]
    assert any("superano la durata massima" in note for note in notes) is over
