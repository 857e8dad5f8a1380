"""More documents are asked for than can be made: who waits in vain is told at once, who wants a verdict is served."""

from __future__ import annotations

import pytest
from clienti import Group, Witness, p99

pytestmark = pytest.mark.lungo
SECONDS = 20.0


def test_verdicts_are_given_while_documents_are_asked_for_in_vain(server: int) -> None:
    calm = Group(port=server, call="valida", many=2, seconds=5, pause=0.02).answers()
    with Witness() as machine:
        flood = Group(port=server, call="pdf", many=32, seconds=SECONDS, pause=0.1)
        verdicts = Group(port=server, call="valida", many=2, seconds=SECONDS, pause=0.02)
        health = Group(port=server, call="status", seconds=SECONDS, pause=0.2)
        documents, judged, told = flood.answers(), verdicts.answers(), health.answers()
    late = 2 * machine.worst  # what the machine itself adds
    assert {one.status for one in judged} == {200}
    assert p99(judged) <= 10 * p99(calm) + late
    assert max(one.seconds for one in judged) <= 2 + late
    assert {one.status for one in told} == {200}
    assert max(one.seconds for one in told) <= 1 + late
    assert {one.status for one in documents} == {200, 503}
    refused = [one for one in documents if one.status == 503]
    assert max(one.seconds for one in refused) <= 1 + late
    assert all(one.retry and 1 <= one.retry <= 300 for one in refused)
    assert len(documents) - len(refused) >= SECONDS / 4
    # and those taken are served as long as their limit says, the wait included
    assert max(one.seconds for one in documents) <= 30 + 1 + late
