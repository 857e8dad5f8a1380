"""The first two letters of a collective dismissal: what they say in each case, and what they leave to be written."""

from __future__ import annotations

from typing import Any

import pytest
from testi import compose, detto

from docservice.service import esempio
from docservice.text.blocks import Signatures, Table

OPENING, OUTCOME = "apertura-licenziamento", "comunicazione-esito-licenziamento"


def lines(slug: str, data: Any) -> list[str]:
    """Return what each block says, tables and signatures apart."""
    blocks = compose(slug, data).blocks
    return [detto(one.runs) for one in blocks if not isinstance(one, Table | Signatures) and hasattr(one, "runs")]


def text(slug: str, data: Any) -> str:
    return "\n".join(lines(slug, data))


def tables(data: Any) -> list[Table]:
    return [one for one in compose(OPENING, data).blocks if isinstance(one, Table)]


@pytest.mark.parametrize(
    ("case", "article"),
    [
        ("riduzione", "degli artt. 4 e 24, comma 1, della legge"),
        ("cessazione", "degli artt. 4 e 24, comma 2, della legge"),
        ("cigs", "dell’art. 4, comma 1, della legge"),
    ],
)
def test_each_of_the_three_cases_has_its_article(case: str, article: str) -> None:
    assert text(OPENING, esempio(OPENING) | {"fattispecie": case}).count(article) == 2
    told = esempio(OUTCOME)
    told["procedura"]["fattispecie"] = case
    assert text(OUTCOME, told).count(article) == 1


def test_what_is_not_planned_is_told() -> None:
    none = {"misure_sociali": {"previste": False}, "attribuzioni_patrimoniali": {"previste": False}}
    told = text(OPENING, esempio(OPENING) | none)
    assert "non ha programmato misure" in told
    assert "non sono previste altre attribuzioni patrimoniali" in told


@pytest.mark.parametrize(
    "part",
    [
        *("motivi_eccedenza", "motivi_senza_alternative", "tempi_attuazione"),
        *("misure_sociali", "attribuzioni_patrimoniali", "organico_medio_semestre"),
    ],
)
def test_a_part_that_nobody_told_is_a_line_to_fill(part: str) -> None:
    data = esempio(OPENING)
    del data[part]
    blocks = [one for one in compose(OPENING, data).blocks if hasattr(one, "runs")]
    blanks = [run.pointer for one in blocks for run in one.runs if run.blank]
    assert len(blanks) == 1
    assert blanks[0] is not None
    assert blanks[0].startswith(f"/{part}")
    assert "non ha programmato" not in text(OPENING, data)


def test_a_table_that_nobody_told_has_rows_to_fill() -> None:
    data = esempio(OPENING)
    del data["tabella_organico"]
    staff, excess = tables(data)
    assert [len(one.rows) for one in (staff, excess)] == [5, 4]


def test_the_unit_of_a_row_is_named_where_there_are_several() -> None:
    data = esempio(OPENING)
    assert detto(tables(data)[0].rows[0][0]) == "stabilimento di Albino"
    data["unita"] = data["unita"][:1]
    assert {len(one.header) for one in tables(data)} == {4}


@pytest.mark.parametrize("name", ["get", "update", "u9"])
def test_a_unit_that_is_not_listed_prints_as_typed(name: str) -> None:
    data = esempio(OPENING)
    data["tabella_organico"][0]["unita"] = name
    assert detto(tables(data)[0].rows[0][0]) == name


def test_how_it_is_sent_to_each() -> None:
    told = lines(OPENING, esempio(OPENING))
    assert "Spett.le Regione Lombardia – attraverso il portale VertenzeOnLine, n. 2024/118" in told
    assert any(one.startswith("e, per conoscenza, Spett.le Commissione") for one in told)
    assert sum(one.startswith("Spett.le ") for one in lines(OPENING, esempio(OPENING) | {"destinatari": []})) == 3


def test_when_they_received_it_is_not_in_the_letter() -> None:
    assert "13 maggio" not in text(OPENING, esempio(OPENING))


def test_the_days_of_the_examination_are_halved_for_few() -> None:
    data = esempio(OPENING)
    assert "entro 45 giorni" in text(OPENING, data)
    assert "entro 23 giorni" in text(OPENING, data | {"esuberi_totale": 9})


def test_who_decides_and_who_sends() -> None:
    data = esempio(OPENING)
    assert "tramite l’Associazione Industriali di Esempio, alla quale" in text(OPENING, data)
    assert "gruppo" not in text(OPENING, data)
    data["datore_lavoro"]["gruppo"] = {"decisione_controllante": True}
    del data["associazione_datoriale"]
    told = text(OPENING, data)
    assert "è stata presa dall’impresa che la controlla" in told
    assert "tramite" not in told


def test_the_outcome_and_its_reasons() -> None:
    told = esempio(OUTCOME)
    assert "conclusa il 26 giugno 2024 senza accordo." in text(OUTCOME, told)
    assert "Motivi dell’esito negativo" in text(OUTCOME, told)
    agreed = text(OUTCOME, told | {"esito": "accordo", "allegati": ["verbale_accordo"]})
    assert "con accordo." in agreed
    assert "esito negativo" not in agreed
    assert "convocazione" not in agreed
    assert "verbale di accordo del 26 giugno 2024" in agreed
