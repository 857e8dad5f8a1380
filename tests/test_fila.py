"""Short queues: who finds them full is told at once, and leaves no trace."""

from __future__ import annotations

import threading
import time

import pytest

from docservice.fila import Fila, Occupato


def test_who_finds_it_full_is_told_at_once_when_to_come_back() -> None:
    queue = Fila(2, 1)
    queue.media = 4.0
    entered, over = threading.Barrier(3), threading.Event()

    def stay() -> None:
        with queue.posto(60):
            entered.wait(30)
            over.wait(30)

    inside = [threading.Thread(target=stay) for _ in range(2)]
    for one in inside:
        one.start()
    entered.wait(30)
    third = threading.Thread(target=lambda: stay_short(queue))
    third.start()
    while queue.presenti < 3:
        time.sleep(0.01)
    began = time.monotonic()
    with pytest.raises(Occupato) as told, queue.posto(60):
        pass
    assert time.monotonic() - began < 5
    assert told.value.ritorno == 6  # 3 here, 4 seconds each, 2 places
    over.set()
    for one in (*inside, third):
        one.join(30)
    assert queue.presenti == 0


def stay_short(queue: Fila) -> None:
    with queue.posto(60):
        pass


def test_who_waits_too_long_goes_and_leaves_no_trace() -> None:
    queue = Fila(1, 1)
    with queue.posto(60):
        with pytest.raises(Occupato), queue.posto(0.05):
            pass
        assert queue.presenti == 1
    with queue.posto(0):
        pass
    assert queue.presenti == 0


def test_a_stay_that_fails_frees_its_place() -> None:
    queue = Fila(1, 0)
    for _ in range(3):
        with pytest.raises(KeyError), queue.posto(1):
            raise KeyError
    assert queue.presenti == 0
    assert 1 <= queue.ritorno() <= 300
