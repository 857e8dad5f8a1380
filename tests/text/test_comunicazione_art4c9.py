"""The last notice of a collective dismissal: where it says that points are, and what it does not promise."""

from __future__ import annotations

import json
from typing import Any

import pytest
from testi import compose, detto

from docservice.paths import TEMPLATES
from docservice.service import esempio
from docservice.text.blocks import Signatures, Table

SLUG = "comunicazione-art4c9"
LOWEST = "la scelta è caduta sui punteggi più bassi"


def example(name: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((TEMPLATES / "verbali" / SLUG / "esempi" / f"{name}.json").read_text("utf-8"))
    return told


def text(data: Any) -> str:
    blocks = compose(SLUG, data).blocks
    return "\n".join(detto(one.runs) for one in blocks if not isinstance(one, Table | Signatures))


def rows(data: Any) -> list[list[str]]:
    """Return what the cells of the ranking say, worker by worker; none where it is not annexed."""
    tables = [one for one in compose(SLUG, data).blocks if isinstance(one, Table)]
    found = [[detto(cell) for cell in row] for one in tables if detto(one.header[0]) == "Posizione" for row in one.rows]
    return [row for row in found if row[1]]


def test_the_ranking_is_annexed_with_the_points_of_each() -> None:
    # to 29/7/2024: hired 15/11/2021, 2 years, 3 dependants, equivalent needs 1: 6; hired 4/6/2018, 6 years, doubled: 12
    found = rows(example("criteri-legali"))
    assert ["1", "Ghezzi Omar", "2", "3", "2", "1", "6", "sì"] in found
    assert ["3", "matricola 104", "6", "0", "6", "6", "12", "no"] in found
    assert len(found) == 8
    told = text(example("criteri-legali"))
    assert "graduatoria dei lavoratori confrontati, unita alla presente" in told
    assert LOWEST in told
    assert "lavora su tutte le macchine" not in text(esempio(SLUG))


@pytest.mark.parametrize("of", ["criteri-legali", "misto"])
def test_without_a_ranking_nothing_is_said_of_the_lowest_points(of: str) -> None:
    data = example(of)
    del data["graduatoria"]
    assert rows(data) == []
    told = text(data)
    assert LOWEST not in told
    assert "graduatoria" not in told


def test_a_ranking_that_was_not_followed_does_not_say_so() -> None:
    data = example("criteri-legali")
    for place, gone in ((0, False), (4, True)):
        data["graduatoria"]["lavoratori"][place]["licenziato"] = gone
    assert LOWEST not in text(data)
    assert ["5", "matricola 105", "20", "2", "20", "1", "23", "sì"] in rows(data)


def test_where_the_points_of_each_are() -> None:
    data = example("misto")
    assert "i punti che la graduatoria allegata riporta" in text(data)
    del data["graduatoria"]
    assert "nelle schede allegate" in text(data)
    data["allegati"]["graduatoria"] = True
    assert "nella graduatoria allegata" in text(data)
    del data["allegati"]
    told = text(data)
    assert "un punteggio per ciascun lavoratore" in told
    assert "allegat" not in told


def test_one_dismissed_is_one() -> None:
    data = example("criteri-legali")
    data["lavoratori"] = data["lavoratori"][:1]
    told = text(data)
    assert "comunica il licenziamento intimato" in told
    assert "Il recesso è stato intimato" in told
    assert "Lavoratore licenziato" in told
    assert "recessi" not in told


def test_who_fills_the_reserve_is_counted_and_never_named() -> None:
    data = example("criteri-legali")
    kept = data["graduatoria"]["lavoratori"][-1]
    assert not kept.get("licenziato")
    kept["id"], kept["escluso"] = "Zani Lucia", {"motivo": "quota_riserva"}
    blocks = compose(SLUG, data).blocks
    cells = [detto(cell) for one in blocks if isinstance(one, Table) for row in one.rows for cell in row]
    assert "non è stato confrontato 1 lavoratore" in text(data)
    assert "Zani Lucia" not in text(data) + " ".join(cells)
