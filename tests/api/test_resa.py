"""A render that takes too long, or whose process dies, is told; the next request is served."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask

from docservice import service
from docservice.api import BASE
from docservice.fila import Fila
from docservice.processi import renderer
from docservice.processi.faults import RenderFault
from docservice.processi.renderer import RENDERER, _Job, _outcome
from docservice.service import FORMATI, esempio

PATH = f"{BASE}/modelli/accordo-a/documento"
SLOW = "riga\n" * 1900
Ask = Callable[..., Any]


@pytest.fixture
def ask(app: Flask) -> Iterator[Ask]:
    """Return a call of the API that waits so many seconds for a render."""
    before = app.config["TEMPO_RESA"]

    def asked(seconds: float, formato: str = "pdf", data: Any = None) -> Any:
        app.config["TEMPO_RESA"] = seconds
        return app.test_client().post(f"{PATH}?formato={formato}", json=data or esempio("accordo-a"))

    yield asked
    app.config["TEMPO_RESA"] = before


def refused(answer: Any, kind: str) -> None:
    assert answer.status_code == 503
    assert answer.mimetype == "application/problem+json"
    assert answer.json["type"] == f"urn:docservice:problema:{kind}"
    assert "riprovare" in answer.json["detail"]
    assert 1 <= int(answer.headers["Retry-After"]) <= 3600


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.lungo
def test_a_render_past_the_limit_is_ended_and_the_next_is_served(monkeypatch: pytest.MonkeyPatch, ask: Ask) -> None:
    assert ask(60).status_code == 200
    before = RENDERER.pid
    assert before
    monkeypatch.setattr(RENDERER.fila, "media", 0.001)
    refused(ask(0.01), "tempo-scaduto")
    assert gone(before)
    # the time that another process takes to start is counted: it is not ready yet, and goes on
    refused(ask(0.01), "servizio-occupato")
    after = RENDERER.pid
    assert ask(60).status_code == 200
    assert RENDERER.pid == after != before


@pytest.mark.lungo
def test_a_process_is_replaced_before_it_grows_by_one_that_is_ready(monkeypatch: pytest.MonkeyPatch, ask: Ask) -> None:
    assert ask(60, "docx").status_code == 200
    first = RENDERER.pid
    monkeypatch.setattr(renderer, "RECYCLE", 1)
    longest, until = 0.0, time.monotonic() + 60
    while RENDERER.pid == first and time.monotonic() < until:
        began = time.monotonic()
        assert ask(60, "docx").status_code == 200
        longest = max(longest, time.monotonic() - began)
    assert RENDERER.pid not in (None, first)
    assert gone(first)
    assert longest < 1  # nobody waited for a process to start


@pytest.mark.lungo
def test_a_process_killed_while_rendering(ask: Ask) -> None:
    data = esempio("accordo-a")
    data["modalita_aggiuntive"] = SLOW
    answers: list[Any] = []
    assert ask(60).status_code == 200
    asking = threading.Thread(target=lambda: answers.append(ask(60, data=data)))
    asking.start()
    while asking.is_alive():
        time.sleep(0.3)
        if RENDERER.pid and RENDERER.fila.presenti:
            os.kill(RENDERER.pid, signal.SIGKILL)
    refused(answers[0], "resa-interrotta")
    assert ask(60).status_code == 200


@pytest.mark.lungo
def test_a_process_killed_while_idle_is_not_missed(ask: Ask) -> None:
    assert ask(60).status_code == 200
    assert RENDERER.pid
    os.kill(RENDERER.pid, signal.SIGKILL)
    assert RENDERER._child
    RENDERER._child.process.join(10)
    assert ask(60).status_code == 200


@pytest.mark.lungo
def test_the_turn_that_does_not_come(ask: Ask) -> None:
    with RENDERER.fila.posto(60):
        refused(ask(0.05), "servizio-occupato")
    assert ask(60).status_code == 200


def test_a_queue_that_is_full_is_told_at_once(monkeypatch: pytest.MonkeyPatch, ask: Ask) -> None:
    monkeypatch.setattr(RENDERER, "fila", Fila(1, 2))
    monkeypatch.setattr(RENDERER.fila, "media", 7.0)
    answers: list[Any] = []
    waiting = [threading.Thread(target=lambda: answers.append(ask(60))) for _ in range(2)]
    with RENDERER.fila.posto(60):
        for one in waiting:
            one.start()
        while RENDERER.fila.presenti < 3:
            time.sleep(0.01)
        began = time.monotonic()
        told = ask(60)
        assert time.monotonic() - began < 5
    refused(told, "servizio-occupato")
    assert told.headers["Retry-After"] == "21"  # 3 before it, 7 seconds each
    assert "21 secondi" in told.json["detail"]
    for one in waiting:
        one.join()
    assert [one.status_code for one in answers] == [200, 200]


@pytest.mark.parametrize("formato", FORMATI)
def test_the_bytes_are_those_made_in_process(formato: str, ask: Ask) -> None:
    here = service.rendi(service.atto("accordo-a", esempio("accordo-a")), formato)
    assert ask(60, formato).data == here.contenuto


def test_a_fault_in_the_process_that_renders_is_told_by_kind_and_place(
    monkeypatch: pytest.MonkeyPatch, ask: Ask
) -> None:
    document = service.atto("accordo-a", esempio("accordo-a"))
    monkeypatch.setattr("docservice.text.source.componi", lambda *_: {}["Bonetti segreto"])
    fault = _outcome(_Job(document, "pdf", bozza=False))
    assert isinstance(fault, RenderFault)
    assert fault.kind == "KeyError"
    assert "test_resa.py" in str(fault.place)
    assert "segreto" not in repr(fault)
    # through the pipe: a job it cannot read
    with pytest.raises(RenderFault):
        RENDERER.render(service.Atto(document.tipo, {}), "pdf", bozza=False, limit=60)
    assert ask(60).status_code == 200
