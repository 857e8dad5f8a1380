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


def test_a_render_past_the_limit_is_ended_and_the_next_is_served(ask: Ask) -> None:
    assert ask(60).status_code == 200
    before = RENDERER.pid
    assert before
    refused(ask(0.001), "tempo-scaduto")
    assert gone(before)
    # the time to start another process is not counted
    assert ask(60).status_code == 200
    assert RENDERER.pid not in (None, before)


@pytest.mark.lungo
def test_a_process_is_replaced_before_it_grows(monkeypatch: pytest.MonkeyPatch, ask: Ask) -> None:
    assert ask(60, "docx").status_code == 200
    first = RENDERER.pid
    monkeypatch.setattr(RENDERER, "_done", renderer.RECYCLE - 1)
    assert ask(60, "docx").status_code == 200
    assert RENDERER.pid not in (None, first)
    assert ask(60, "docx").status_code == 200


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
        if RENDERER.pid and RENDERER._turn.locked():
            os.kill(RENDERER.pid, signal.SIGKILL)
    refused(answers[0], "resa-interrotta")
    assert ask(60).status_code == 200


@pytest.mark.lungo
def test_a_process_killed_while_idle_is_not_missed(ask: Ask) -> None:
    assert ask(60).status_code == 200
    assert RENDERER.pid
    os.kill(RENDERER.pid, signal.SIGKILL)
    assert RENDERER._child
    RENDERER._child.join(10)
    assert ask(60).status_code == 200


def test_the_turn_that_does_not_come(ask: Ask) -> None:
    with RENDERER._turn:
        refused(ask(0.05), "servizio-occupato")
    assert ask(60).status_code == 200


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
