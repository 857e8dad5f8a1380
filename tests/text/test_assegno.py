"""The papers of the cheque: named by instrument and day, one example for each cause, no sentence that figures deny."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from papers import atto, composto, giudicato
from test_carte import text

from docservice import service
from docservice.paths import TEMPLATES

AGREEMENT, REPORT, NOTICE, RECORD, TECHNICAL = (
    *("accordo-fis", "relazione-fis"),
    *("comunicazione-cigo", "esame-congiunto-cigo", "relazione-tecnica"),
)
FILES = sorted(
    path
    for home in (TEMPLATES / "accordi" / AGREEMENT, TEMPLATES / "verbali" / REPORT)
    for path in home.rglob("*.json")
)
SHOP = {"settore": "commercio", "media_dipendenti_semestre": "10", "dipendenti_azienda": 10}


def detto(slug: str, **changes: Any) -> str:
    """Return the text of an example with something changed; what is None is left out."""
    data = service.esempio(slug) | changes
    return text(composto(slug, {name: value for name, value in data.items() if value is not None}))


@pytest.mark.parametrize("path", FILES, ids=[f"{path.parent.parent.name}/{path.stem}" for path in FILES])
def test_each_example_is_conforming(path: Path) -> None:
    slug = next(part for part in path.parts if part in (AGREEMENT, REPORT))
    data = json.loads(path.read_text(encoding="utf-8"))
    assert giudicato(slug, data).as_dict()["esito"] == "conforme"
    assert "{" not in text(composto(slug, data))


@pytest.mark.parametrize("slug", [NOTICE, RECORD, TECHNICAL])
def test_the_papers_name_the_treatment_asked_for(slug: str) -> None:
    firm = service.esempio(slug)["datore_lavoro"] | SHOP
    whose = {
        "CIGO": ("Cassa integrazione guadagni ordinaria (CIGO)", {}),
        "FIS": ("Fondo di integrazione salariale (FIS)", {}),
        "fondo": (
            "Fondo di solidarietà bilaterale per i servizi ambientali (codice INPS 1Z)",
            {"settore": "servizi", "fondo_bilaterale": "1Z"},
        ),
    }
    for instrument, (name, more) in whose.items():
        told = detto(slug, strumento=instrument, datore_lavoro=firm | more)
        assert name in told
        others = [other for other, _ in whose.values() if other != name]
        assert not [other for other in others if other in told]
        assert atto(slug, service.esempio(slug) | {"strumento": instrument}).documento().title


def test_a_fund_that_is_not_told_has_its_blank() -> None:
    told = composto(AGREEMENT, service.esempio(AGREEMENT) | {"strumento": "fondo"})
    assert "Fondo di solidarietà bilaterale" in text(told)
    assert told.title == "Verbale di accordo per l’assegno di un fondo bilaterale"


def test_the_cheque_is_called_as_on_the_first_day() -> None:
    last = {"comunicazione": {"data": "2021-12-01"}, "data": "2021-12-10", "data_ripresa": "2022-04-01"}
    told = detto(AGREEMENT, **last, periodo={"dal": "2021-12-31", "al": "2022-03-31"})
    assert "Verbale di accordo per l’assegno ordinario" in told
    told = detto(AGREEMENT, **last, periodo={"dal": "2022-01-01", "al": "2022-03-31"})
    assert "Verbale di accordo per l’assegno di integrazione salariale" in told


def test_solidarity_says_no_more_than_its_hours() -> None:
    home = TEMPLATES / "accordi" / AGREEMENT / "esempi" / "solidarieta.json"
    data = json.loads(home.read_text(encoding="utf-8"))
    assert "assorbe l’intero esubero" in text(composto(AGREEMENT, data))
    assert "entro l’80% ammesso" in text(composto(AGREEMENT, data))
    # 8 people who do not work 9 hours each: 72, less than the 80 of two
    data["gruppi"] = [{"lavoratori": 8, "ore_settimanali": "40", "ore_lavorate_settimanali": "31"}]
    assert "assorbe in parte l’esubero" in text(composto(AGREEMENT, data))
    data["gruppi"] = [{"lavoratori": 8, "ore_settimanali": "40", "ore_lavorate_settimanali": "7"}]
    assert "ammesso" not in text(composto(AGREEMENT, data))


def test_a_special_act_that_takes_the_consultation_away_is_told_as_such() -> None:
    act = {"atto": "L. 1/2023", "punto": "art. 1", "in_deroga": [14]}
    cause = service.esempio(NOTICE)["causale"] | {"tipo": "norma_speciale"}
    told = detto(NOTICE, causale=cause, norma=act)
    assert "la norma speciale deroga alla consultazione" in told
    assert "In questo settore la consultazione" not in told
