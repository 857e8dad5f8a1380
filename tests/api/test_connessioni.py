"""Time passes on a connection: what is late is refused, what is over is closed, what is in hand is left alone."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest


class Connection:
    """A channel of which only what `look` reads is there."""

    def __new__(cls, **state: Any) -> Any:
        from docservice.server.channel import Channel

        channel = Channel.__new__(Channel)
        told = {
            "_rest": b"",
            "_began": 0.0,
            "_heard": 0.0,
            "_draining": 0.0,
            "_judged": 0.0,
            "_left": 0,
            "_limit": 30.0,
            "_since": 0.0,
            "_asked": True,
        }
        told |= {"_ended": False, "requests": [], "request": None, "total_outbufs_len": 0, "close_when_flushed": False}
        vars(channel).update(told | state)
        channel.did = []
        channel.handle_close = lambda: channel.did.append("closed")
        channel._refuse = lambda status: channel.did.append(int(status))
        return channel


HALF = SimpleNamespace(headers_finished=True)
HEADERS = SimpleNamespace(headers_finished=False)


@pytest.mark.parametrize(
    ("state", "now", "full", "did"),
    [
        pytest.param({"_asked": False}, 9.9, False, [], id="nulla, in tempo"),
        pytest.param({"_asked": False}, 10.1, False, ["closed"], id="nulla, tardi"),
        pytest.param({}, 14.9, False, [], id="in ozio"),
        pytest.param({}, 15.1, False, ["closed"], id="in ozio, tardi"),
        pytest.param({}, 1.0, True, ["closed"], id="in ozio, pieno"),
        pytest.param({"request": HEADERS}, 9.9, True, [], id="intestazioni, in tempo"),
        pytest.param({"request": HEADERS}, 10.1, False, [408], id="intestazioni, tardi"),
        pytest.param({"request": HEADERS, "_limit": 1.0}, 1.1, False, [408], id="intestazioni, limite breve"),
        pytest.param({"request": HALF}, 29.9, True, [], id="corpo, in tempo"),
        pytest.param({"request": HALF}, 30.1, False, [408], id="corpo, tardi"),
        pytest.param({"requests": [HALF], "request": HALF}, 99.0, True, [], id="in mano"),
        pytest.param({"_draining": 1.0, "_heard": 5.0}, 6.9, False, [], id="ascoltato"),
        pytest.param({"_draining": 1.0, "_heard": 5.0}, 6.9, True, ["closed"], id="ascoltato, pieno"),
        pytest.param({"_draining": 1.0, "_heard": 5.0}, 7.1, False, ["closed"], id="tace"),
        pytest.param({"_draining": 1.0, "_heard": 9.0}, 9.1, False, ["closed"], id="ascoltato abbastanza"),
        pytest.param({"_rest": b"altro"}, 99.0, False, [], id="ne resta"),
        pytest.param({"_ended": True}, 0.1, False, ["closed"], id="finito"),
    ],
)
def test_time_passes_on_a_connection(state: dict[str, Any], now: float, *, full: bool, did: list[Any]) -> None:
    channel = Connection(**state)
    channel.look(now, full=full)
    assert channel.did == did


def test_who_reads_is_borne_and_who_does_not_is_left() -> None:
    channel = Connection(total_outbufs_len=500_000)
    for now in (0.5, 15.0, 30.0):
        channel.look(now, full=False)
    channel.total_outbufs_len = 400_000  # 100 KB in half a minute
    channel.look(31.0, full=False)
    assert channel.did == []
    channel.total_outbufs_len = 399_000
    channel.look(62.0, full=False)
    assert channel.did == ["closed"]


def test_who_reads_slowly_is_left_where_others_find_no_place() -> None:
    channel = Connection(total_outbufs_len=500_000)
    for now in (0.5, 10.4):
        channel.look(now, full=True)
    assert channel.did == []
    channel.look(10.6, full=True)
    assert channel.did == ["closed"]


def test_an_answer_is_not_judged_by_the_one_before() -> None:
    channel = Connection(total_outbufs_len=100_000)
    channel.look(1.0, full=False)
    channel.total_outbufs_len = 0
    channel.look(2.0, full=False)
    channel.total_outbufs_len = 200_000
    channel.look(14.0, full=False)
    channel.look(40.0, full=False)
    assert channel.did == []
