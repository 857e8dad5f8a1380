"""The calculator names, for each instrument that it admits, a document that does not refuse what it said.

A shop of five in a crisis, in 2024: the FIS, by an agreement in which neither the firm nor the cause is wrong.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from papers import giudicato

from docservice import service
from docservice.law.dlgs_148.generale.causali import in_deroga
from docservice.modelli.catalogo import catalogo

ESTATE = {"FIS": "FIS", "FONDO": "fondo"}
"""What the papers of an instrument call it in `strumento`."""
CHI: list[tuple[str, str, str, str | None]] = [
    ("industria", "60", "mancanza_lavoro_commesse", None),
    ("industria", "5", "meteo", None),
    ("edilizia", "4", "fine_cantiere_lavoro", None),
    ("commercio", "12", "mancanza_lavoro_commesse", None),
    ("commercio", "5", "crisi", None),
    ("commercio", "15", "solidarieta", None),
    ("commercio", "16", "crisi_mercato", None),
    ("commercio", "51", "solidarieta", None),
    ("servizi", "1", "transizione", None),
    ("servizi", "6", "riorganizzazione", "1Z"),
    ("servizi", "20", "guasto_macchinari", "0S"),
    ("trasporto_aereo", "8", "eventi_esterni", None),
    ("artigianato", "8", "crisi", "FSBA"),
]
GIORNI = ("2016-01-01", "2018-05-02", "2021-12-31", "2022-01-01", "2023-11-11", "2024-07-24", "2026-03-02")


def _detto(giorno: str, chi: tuple[str, str, str, str | None]) -> list[dict[str, Any]]:
    sector, heads, cause, fund = chi
    asked = {"data": giorno, "settore": sector, "dipendenti_medi": heads, "causale": cause}
    answer = service.calcola("strumento", asked | ({"fondo_bilaterale": fund} if fund else {}))
    told: list[dict[str, Any]] = answer["risultati"]["strumenti"]
    return [one for one in told if one["ammesso"] and one["strumento"] != "NESSUNO"]


def _carta(slug: str, row: dict[str, Any], giorno: str, chi: tuple[str, str, str, str | None]) -> dict[str, Any]:
    """Return the example of a document, of that employer, cause and day."""
    sector, heads, cause, fund = chi
    paper = service.esempio(slug)
    firm = paper["datore_lavoro"] | {"settore": sector, "media_dipendenti_semestre": heads, "fondo_bilaterale": fund}
    firm = {name: value for name, value in firm.items() if value is not None}
    first = date.fromisoformat(giorno)
    asked = {"dal": giorno, "al": first.replace(day=min(first.day + 20, 28)).isoformat()}
    asked["al"] = max(asked["al"], giorno)
    changed = paper | {"datore_lavoro": firm, "periodo": asked} | ({"data": giorno} if "data" in paper else {})
    if "comunicazione" in paper:
        changed["comunicazione"] = paper["comunicazione"] | {"data": giorno}
    if row["strumento"] in ESTATE:
        changed["strumento"] = ESTATE[row["strumento"]]
    if row["strumento"] != "CDS":
        named = in_deroga(cause) if row["strumento"] == "CIGD" else cause
        changed["causale"] = paper.get("causale", {}) | {"tipo": named}
    return changed


@pytest.mark.parametrize("giorno", GIORNI)
def test_the_document_named_accepts_what_was_said(giorno: str) -> None:
    seen = set()
    for chi in CHI:
        for row in _detto(giorno, chi):
            slug = row.get("modello")
            if slug not in catalogo():
                # an instrument whose documents the service does not have names none
                assert slug is None
                continue
            seen.add(row["strumento"])
            verdict = giudicato(slug, _carta(slug, row, giorno, chi)).as_dict()
            refused = [
                (chi, row["strumento"], one["codice"], one["percorso"])
                for one in verdict["rilievi"]
                if one["gravita"] == "errore"
                and (one["percorso"] == "/causale/tipo" or one["codice"] in {"CIGO-15", "CIGS-6", "FIS-1", "FIS-9"})
            ]
            assert refused == []
    assert {"CIGO", "CIGS", "FIS"} & seen
