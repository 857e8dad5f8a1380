"""The list of workers under its two regimes: what belongs to the other is refused, both are written in full."""

from __future__ import annotations

from typing import Any

import pytest
from testi import compose, detto

from docservice.formati.lettura import DatiIlleggibili
from docservice.service import atto, esempio
from docservice.text.blocks import Table, Title

DECRETO: dict[str, Any] = {
    "regime": "dlgs-148",
    "strumento": "CDS",
    "luogo": "Bergamo",
    "data": "2024-06-10",
    "datore_lavoro": {
        "denominazione": "Meccanica Lambrana S.p.A.",
        "unita_produttiva": {"indirizzo": "Via Galvani", "cap": "24044", "comune": "Dalmine", "provincia": "BG"},
        "unita_coinvolte": [
            {"denominazione": "Dalmine", "comune": "Dalmine", "provincia": "BG"},
            {"denominazione": "Curno", "comune": "Curno", "provincia": "BG"},
        ],
    },
    "periodo": {"dal": "2024-07-01", "al": "2025-06-30"},
    "lavoratori": [
        {"cognome": "Ferri", "nome": "Luca", "codice_fiscale": "FRRLCU83S02B157G", "unita": "Curno"},
        {
            "cognome": "Bonetti",
            "nome": "Carla",
            "codice_fiscale": "BNTCRL71C54A794Q",
            "unita": "Dalmine",
            "ore_settimanali": "40",
            "ore_lavorate_settimanali": "24",
        },
    ],
}


def faults(payload: dict[str, Any]) -> set[str]:
    with pytest.raises(DatiIlleggibili) as told:
        atto("elenco-lavoratori", payload)
    return {one.percorso for one in told.value.errori}


def test_a_list_of_the_decree_needs_instrument_and_period() -> None:
    assert faults({name: told for name, told in DECRETO.items() if name not in ("strumento", "periodo")}) == {
        "/strumento",
        "/periodo",
    }


def test_a_list_of_the_decree_names_somebody() -> None:
    assert faults({**DECRETO, "lavoratori": []}) == {"/lavoratori"}


def test_the_data_of_the_other_regime_are_refused_each_at_its_place() -> None:
    example = esempio("elenco-lavoratori")
    assert faults(
        {
            **example,
            "strumento": "CIGS",
            "datore_lavoro": {**example["datore_lavoro"], "settore": "industria", "organico": {"totale": 3}},
            "lavoratori": [{**example["lavoratori"][0], "unita": "Dalmine"}],
        }
    ) == {
        "/strumento",
        "/datore_lavoro/settore",
        *(f"/datore_lavoro/organico/{name}" for name in ("quadri", "impiegati", "operai", "apprendisti")),
        "/datore_lavoro/organico/lavoratori_domicilio",
        "/lavoratori/0/unita",
    }
    assert faults({**DECRETO, "accordo": {"tipo": "standard"}}) == {"/accordo/tipo"}


def test_each_unit_has_its_band_and_its_total_and_each_worker_his_cut() -> None:
    # 40 hours of which 24 are kept: 16 / 40 = 40%; of Ferri no hours are told
    table = next(one for one in reversed(compose("elenco-lavoratori", DECRETO).blocks) if isinstance(one, Table))
    assert len(table.bands) == 2
    told = [[detto(cell) for cell in row] for row in table.rows]
    rows = [row for place, row in enumerate(told) if place not in table.bands]
    assert [row[1] for row in rows] == [
        "Ferri Luca",
        "Totale dell’unità: 1 lavoratore",
        "Bonetti Carla",
        "Totale dell’unità: 1 lavoratore",
        "Totale generale: 2 lavoratori",
    ]
    assert [row[-1] for row in rows] == ["–", "", "40%", "40%", ""]


def test_the_last_row_sums_all_beside_the_maximum() -> None:
    # 40 + 36 = 76 hours, 24 + 20,5 = 44,5 kept: 31,5 / 76 = 41,45%
    first, second = DECRETO["lavoratori"]
    hours = {"ore_settimanali": "36", "ore_lavorate_settimanali": "20.5"}
    listed = {**DECRETO, "numero_massimo_dipendenti": 3, "lavoratori": [{**first, **hours}, second]}
    assert summed(listed)[1:2] + summed(listed)[-3:] == [
        "Totale generale: 2 lavoratori, su un massimo di 3",
        "76",
        "44,5",
        "41,45%",
    ]
    alone = {**listed, "strumento": "CIGS", "lavoratori": [second]}
    assert summed(alone)[1] == "Totale: 1 lavoratore, su un massimo di 3"


def summed(payload: dict[str, Any]) -> list[str]:
    """Return the last row of the workers."""
    table = next(one for one in reversed(compose("elenco-lavoratori", payload).blocks) if isinstance(one, Table))
    assert len(table.rows) - 1 in table.totals
    return [detto(cell) for cell in table.rows[-1]]


def test_a_list_for_a_fund_names_it() -> None:
    firm = {**DECRETO["datore_lavoro"], "settore": "servizi", "fondo_bilaterale": "1Z"}
    paper = compose("elenco-lavoratori", {**DECRETO, "strumento": "fondo", "datore_lavoro": firm})
    named = [detto(one.runs) for one in paper.blocks if isinstance(one, Title)]
    assert any("(codice INPS 1Z)" in one for one in named)


def test_the_notice_on_privacy_is_there_when_it_is_asked_for() -> None:
    told = [str(one) for one in compose("elenco-lavoratori", {**DECRETO, "informativa_privacy": True}).blocks]
    assert any("Garante" in one for one in told)
    assert not any("Garante" in str(one) for one in compose("elenco-lavoratori", DECRETO).blocks)
