"""Five minutes at a hundred requests a second: every one answered, and never a pause that a client would notice."""

from __future__ import annotations

import itertools

import pytest
from clienti import Group, Witness

pytestmark = pytest.mark.lungo
SECONDS, RATE = 300.0, 100.0


def test_no_pause_in_five_minutes(server: int) -> None:
    with Witness() as machine:
        answers = Group(port=server, call="valida", many=8, seconds=SECONDS, rate=RATE).answers()
    assert {one.status for one in answers} == {200}
    assert len(answers) >= 0.98 * SECONDS * RATE
    came = sorted(one.at + one.seconds for one in answers)
    gap = max(after - before for before, after in itertools.pairwise(came))
    assert gap <= 0.5 + machine.worst
    assert max(one.seconds for one in answers) <= 1 + 2 * machine.worst
