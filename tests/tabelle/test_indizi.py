"""What a table lets guess of what nobody meant: it is told, and an ordinary table is told nothing."""

from __future__ import annotations

import pytest
from test_come_le_fa_la_gente import DID, HEAD, LIST, ada, detto, letta, persone


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
