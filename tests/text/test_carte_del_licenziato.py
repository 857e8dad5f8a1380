"""What the papers for one who is dismissed print, and what they do not."""

from __future__ import annotations

import json
from typing import Any

from papers import composto

from docservice import service
from docservice.paths import TEMPLATES

LETTER, STATEMENT, SHEET = "lettera-licenziamento", "dichiarazione-non-opposizione", "scheda-lavoratore"


def written(slug: str, data: Any = None) -> str:
    return str(composto(slug, data).blocks)


def other(slug: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((TEMPLATES / "verbali" / slug / "esempi" / f"{name}.json").read_bytes())
    return found


def test_the_letter_promises_the_rows_of_the_worker_on_the_condition_of_the_agreement() -> None:
    told = other(LETTER, "condizioni-dell-accordo")
    said = written(LETTER, told)
    assert "18.000,00" in said
    assert not {sum_ for sum_ in ("25.000,00", "3.000,00", "12 mensilità") if sum_ in said}
    assert "conciliazione" in said
    told["condizioni"] = {"accordo_del": "2024-06-20", "righe": [{"gruppo": "filatura", "importo": "7000.00"}]}
    said = written(LETTER, told)
    assert "per chi ne ha i requisiti" in said
    assert "conciliazione" not in said


def test_a_statutory_criterion_without_points_is_a_line_to_fill() -> None:
    told = other(LETTER, "criteri-di-legge")
    assert "su " in written(LETTER, told)
    assert "punti, e posizione" not in written(LETTER, told)
    del told["criterio_applicato"]["punteggio"]
    assert "punti, e posizione" in written(LETTER, told)


def test_the_sheet_prints_the_name_of_the_unit_not_its_key() -> None:
    told = service.esempio(SHEET)
    told["lavoratore"] |= {"unita": "chiave-interna", "nome_unita": "stabilimento di Albino"}
    assert "stabilimento di Albino" in written(SHEET, told)
    assert "chiave-interna" not in written(SHEET, told)


def test_the_statement_is_written_by_who_signs_not_ticked_by_the_firm() -> None:
    told = service.esempio(STATEMENT)
    assert not {box for box in "☒☐" if box in written(STATEMENT, told)}
    assert "di conoscere" in written(STATEMENT, told)
    assert "di non conoscere" in written(STATEMENT, told | {"conosce_condizioni": False})
