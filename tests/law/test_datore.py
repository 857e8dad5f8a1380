"""The employer is read in one place, which the calculator and the rules judge by."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from docservice.law.regime import regime
from docservice.law.tratti import ACCORDO, CIGS, SOLIDARIETA
from docservice.law.voce import REGISTRO, Genere

DECREE = Path(__file__).resolve().parents[2] / "docservice" / "law" / "dlgs_148"
DATA = (
    *("settore", "dipendenti_azienda", "media_dipendenti_semestre", "fondo_bilaterale", "committente_cigo"),
    *("committente_cigs", "data_inizio_attivita", "data_costituzione"),
)


def test_no_rule_reads_the_employer_by_itself() -> None:
    """What `strumento` knows is what rules judge by: sector, sizes, fund and age come from one module."""
    asked = re.compile(rf"datore(?:\.get\(|\[)\"({'|'.join(DATA)})\"")
    found = {path.name for path in DECREE.rglob("*.py") if asked.search(path.read_text(encoding="utf-8"))}
    assert found == set()


def binding(causale: str) -> set[str]:
    data: dict[str, Any] = {"data": date(2024, 2, 12), "causale": {"tipo": causale}}
    document = regime("dlgs-148").caso(frozenset({ACCORDO, CIGS, SOLIDARIETA}), data)
    return {one.codice for one in REGISTRO.voci(Genere.REGOLA, document)}


def test_a_special_law_says_by_itself_how_large_a_firm_must_be() -> None:
    assert "CIGS-6" in binding("proroga_22bis")
    assert "CIGS-6" not in binding("norma_speciale")
