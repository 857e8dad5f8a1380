"""The technical report, cause by cause: its examples are good, and each tells the facts of its own cause."""

from __future__ import annotations

import json
from typing import Any

import pytest
from one_text import assert_one_text
from papers import composto, giudicato
from testi import detto

from docservice.campi.fields import SiNo
from docservice.law.dlgs_148.generale.causali import ESCLUSE, ORDINARIE
from docservice.law.verdict import Verdetto
from docservice.modelli.catalogo import modello
from docservice.paths import TEMPLATES
from docservice.service import esempio
from docservice.text.blocks import Document, Heading, Item, Plot, Run, Signatures, Table

SLUG = "relazione-tecnica"
ESEMPI = TEMPLATES / "verbali" / SLUG / "esempi"
TIPO = modello(SLUG)
BY_THE_WAY = ("docx", "html")
"""The formats that cost little; the PDF of each cause is in the long stage."""


def of(causale: str) -> Any:
    return json.loads((ESEMPI / f"{causale}.json").read_text())


def composed(data: Any) -> Document:
    return composto(SLUG, data)


def judged(data: Any) -> Verdetto:
    return giudicato(SLUG, data)


def runs(document: Document) -> list[Run]:
    found: list[Run] = []
    for block in document.blocks:
        if isinstance(block, Table):
            found += [run for row in (block.header, *block.rows) for cell in row for run in cell]
        elif isinstance(block, Signatures):
            found += [run for one in block.parties for cell in (one.role, one.name) for run in cell]
        elif not isinstance(block, Plot):
            found += block.runs
    return found


def test_an_example_for_each_cause() -> None:
    assert {path.stem for path in ESEMPI.glob("*.json")} == set(ORDINARIE)
    assert {path.stem for path in ESEMPI.glob("*.json")} == {of(causale)["causale"]["tipo"] for causale in ORDINARIE}


@pytest.mark.parametrize("causale", ORDINARIE)
def test_the_example_of_a_cause_is_good(causale: str) -> None:
    data = of(causale)
    assert judged(data).esito == "conforme"
    assert_one_text(SLUG, data, formati=BY_THE_WAY)


@pytest.mark.parametrize("causale", ORDINARIE)
def test_every_fact_of_a_cause_is_printed(causale: str) -> None:
    data = of(causale)
    facts = TIPO.schema().fields["fatti"].schema.fields
    wanted = {f"/fatti/{name}" for name, value in data["fatti"].items() if isinstance(value, str)}
    wanted -= {f"/fatti/{name}" for name in ("prova", "energivora", "ambito")}  # boxes
    wanted |= {f"/fatti/{name}" for name, value in data["fatti"].items() if isinstance(value, int)}
    wanted -= {f"/fatti/{name}" for name, field in facts.items() if isinstance(field, SiNo)}
    printed = {run.pointer for run in runs(composed(data))}
    assert wanted <= printed
    if causale == "meteo":
        assert {"/fatti/evento/descrizione", *(f"/fatti/date/{n}" for n in range(3))} <= printed


@pytest.mark.parametrize("causale", ORDINARIE)
def test_facts_not_given_are_lines_to_fill(causale: str) -> None:
    data = of(causale)
    del data["fatti"]
    blanks = [run for run in runs(composed(data)) if run.blank]
    assert blanks
    assert_one_text(SLUG, data, bozza=True, formati=BY_THE_WAY)


@pytest.mark.lungo
@pytest.mark.parametrize("causale", ORDINARIE)
def test_the_pdf_of_a_cause_has_its_text(causale: str) -> None:
    data = of(causale)
    assert_one_text(SLUG, data)
    del data["fatti"]
    assert_one_text(SLUG, data, bozza=True)


@pytest.mark.parametrize("causale", ESCLUSE)
def test_a_cause_that_is_refused_can_be_read_and_printed(causale: str) -> None:
    data = esempio(SLUG) | {"causale": {"tipo": causale, "descrizione": "Descrizione data dall’impresa."}}
    del data["fatti"]
    assert "/causale/descrizione" in {run.pointer for run in runs(composed(data))}
    assert "RT-5" not in {control.codice for control in judged(data).controlli}


def test_without_indicators_the_table_is_there_to_fill() -> None:
    data = esempio(SLUG)
    data["indicatori"]["valori"] = []
    document = composed(data)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [len(table.rows) for table in tables] == [6, 10]
    assert all(cell[0].blank for row in tables[1].rows for cell in row[1:])
    assert not any(isinstance(block, Plot) for block in document.blocks)
    assert_one_text(SLUG, data, bozza=True)


def test_without_other_notes_there_are_three_lines_to_write_on() -> None:
    data = esempio(SLUG)
    del data["dichiarazioni"]["annotazioni"]
    document = composed(data)
    [notes] = [one for one in document.blocks if isinstance(one, Item) and one.runs[0].text == "Altre annotazioni:"]
    assert [run.whole for run in notes.runs if run.blank] == [True] * 3
    assert_one_text(SLUG, data, bozza=True)


def test_quarters_have_a_table_for_each_year() -> None:
    document = composed(of("crisi_mercato"))
    heads = [detto(block.header[0]) for block in document.blocks if isinstance(block, Table)]
    assert heads[1:] == ["Anno 2020", "Anno 2021", "Anno 2022 (in corso)"]


def test_the_year_in_course_says_its_months() -> None:
    """In the head of the table and under the bars, which stand under a heading; not told, they are not guessed."""
    data = esempio(SLUG)
    assert _periods(data) == ("2023 (gen.–mag.)", "2023 (gen.–mag.)", "In bianco: anno in corso.")
    del data["indicatori"]["valori"][-1]["ultimo_mese"]
    assert _periods(data) == ("2023 (in corso)", "2023", "In bianco: anno in corso.")


def test_a_quarter_in_course_says_its_months() -> None:
    data = of("crisi_mercato")
    assert _periods(data) == ("2° trimestre", "2°/2022", "In bianco: anno in corso.")
    data["indicatori"]["valori"][-1]["ultimo_mese"] = 5
    note = "In bianco: anno in corso (2° trimestre: apr.–mag.)."
    assert _periods(data) == ("2° trimestre (apr.–mag.)", "2°/2022", note)


def _periods(data: Any) -> tuple[str, str, str]:
    """Return how the last period is called in the last table and under the bars, and the note of these."""
    blocks = composed(data).blocks
    [at] = [place for place, block in enumerate(blocks) if isinstance(block, Plot)]
    plot, heading, table = blocks[at], blocks[at - 1], blocks[at - 2]
    assert isinstance(plot, Plot)
    assert isinstance(heading, Heading)
    assert isinstance(table, Table)
    return detto(table.header[-1]), detto(plot.periods[-1]), detto(plot.note)


def test_the_result_stands_in_the_row_of_its_sign() -> None:
    data = esempio(SLUG)
    data["indicatori"]["valori"][0]["risultato_impresa"] = "0.00"
    [table] = [block for block in composed(data).blocks if isinstance(block, Table)][1:]
    rows = {detto(row[0]): [detto(cell) for cell in row[1:]] for row in table.rows}
    assert rows["Risultato d’impresa: utile"] == ["–", "–", "–"]
    assert rows["Risultato d’impresa: pareggio"] == ["0,00", "–", "–"]
    assert rows["Risultato d’impresa: perdita"] == ["–", "−18.700,00", "−52.300,00"]
    # 210.000 + 60.000 + 0 + 12.000 + 305.000
    assert rows["Indebitamento"][0] == "587.000,00"
