"""The fence: results and errors come through it; what swells, lasts, dies or is not data does not."""

from __future__ import annotations

import json
import os
import pickle
import time
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from docservice.allegati.recinto import Limiti, OltreIlRecinto, _Letto, ciascuno_nel_recinto, nel_recinto
from docservice.tabelle.foglio import Foglio, Riga, Rotta


def test_what_a_job_returns_comes_back() -> None:
    sheet = Foglio("csv", [Riga(1, ("a", 1, Decimal("2.50"), date(2009, 6, 22), None, Rotta()))])
    assert nel_recinto(next, iter([sheet])) == sheet


def test_what_a_job_raises_is_raised() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        nel_recinto(int, "x")


@pytest.mark.parametrize(
    ("job", "arguments"),
    [
        (os._exit, (0,)),
        (os.abort, ()),
        (time.sleep, (60,)),
        (bytes, (512 * 1024 * 1024,)),
        (json.loads, ("{",)),  # an exception that is neither ours nor the language's
        (os.stat, ("/",)),
    ],
)
def test_what_comes_to_nothing(job: Any, arguments: tuple[Any, ...]) -> None:
    with pytest.raises(OltreIlRecinto):
        nel_recinto(job, *arguments, limiti=Limiti(secondi=3, memoria=256 * 1024 * 1024))


def test_what_was_done_before_the_end_is_kept() -> None:
    found = ciascuno_nel_recinto(time.sleep, [(0,), (60,), (0,)], limiti=Limiti(secondi=3))
    assert next(found) is None
    with pytest.raises(OltreIlRecinto):
        next(found)


class _Trap:
    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, ("exit 1",)


def test_nothing_is_run_on_this_side(tmp_path: Any) -> None:
    trap = tmp_path / "trap"
    trap.write_bytes(pickle.dumps((False, _Trap())))
    with trap.open("rb") as file, pytest.raises(pickle.UnpicklingError):
        _Letto(file).load()
