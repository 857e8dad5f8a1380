"""What a table lets guess of what nobody meant: it is told, and an ordinary table is told nothing."""

from __future__ import annotations

from typing import Any

import pytest
from tabelle import xlsx
from test_come_le_fa_la_gente import HEAD, LIST, ada, detto, letta, persone


def linee(*lines: str) -> bytes:
    return "\n".join(lines).encode() + b"\n"


def riga(number: int, *more: str, parted: str = ";") -> str:
    return parted.join([*ada(number), *more])


@pytest.mark.parametrize("parted", [";", "\t", ","])
def test_ditto_marks_do_not_swallow_a_row(parted: str) -> None:
    head = parted.join([*HEAD, "Reparto", "Note"])
    for cells in (("taglio", '"'), ('"', "x")):
        two = [riga(n, *cells, parted=parted) for n in range(2)]
        said = detto(LIST, linee(head, *two, riga(2, "a", "b", parted=parted)))
        assert "La cella aperta con le virgolette alla riga 2 contiene anche la riga 3" in said


@pytest.mark.parametrize("note", ['"sentire\nil capo; poi il ""vice"""', '"a;\nb; c;\nd; e; f"', 'tubi da 3"'])
def test_a_note_of_many_lines_is_a_note(note: str) -> None:
    assert len(persone(letta(LIST, linee(";".join([*HEAD, "Note"]), riga(0, note), riga(1, note))))) == 2


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (("Maria", None), "fault"),
        (("x", None), "doubt"),
        (("sì", "no"), "doubt"),
        ((1, 2), ""),  # the numbers of the rows, as programs write them
        ((None, None), ""),
    ],
)
def test_a_column_without_a_name_is_told(cells: tuple[Any, ...], told: str) -> None:
    lines = [[*ada(n)[:2], cell, ada(n)[2]] for n, cell in enumerate(cells)]
    table = xlsx([[*HEAD[:2], None, HEAD[2]], *lines])
    if told == "fault":
        assert "La colonna C non ha nome, segue «Nome»" in detto(LIST, table)
        return
    found = letta(LIST, table)
    assert [one.posto for one in found.avvisi if one.codice == "TAB-COLONNA-SENZA-NOME"] == [2] * (told == "doubt")
