"""The fence: data and known errors come through it; what swells, lasts, dies or is no data does not."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from docservice.allegati import passaggio, recinto
from docservice.allegati.processo import esegui
from docservice.allegati.recinto import Limiti, OltreIlRecinto, ciascuno_nel_recinto, nel_recinto
from docservice.fila import Occupato

MB = 1024 * 1024


def test_what_a_job_returns_comes_back() -> None:
    assert nel_recinto(sorted, ["b", "a"]) == ["a", "b"]
    assert nel_recinto(len, b"\0\n\xff{" * MB) == 4 * MB
    assert list(ciascuno_nel_recinto(len, [(b"",), (b"a\n",), (b"abc",)])) == [0, 2, 3]


@pytest.mark.parametrize(
    "value",
    [
        ["a\nè\ud800", 1, -(10**30), True, None, {"a": [], "b": "c"}],
        [Decimal("2.50"), Decimal("1E+20"), Decimal("-0.00"), date(2009, 6, 22)],
    ],
)
def test_data_are_the_same_on_the_other_side(value: Any) -> None:
    assert passaggio.letto(passaggio.scritto(value)) == (value, None, "")
    assert b"\n" not in passaggio.scritto(value)[:-1]


class IlleggibileError(ValueError):
    """An error of a job."""


def test_an_error_comes_through_by_its_name_if_it_is_known() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        nel_recinto(int, "x", errori=[ValueError])
    for known in ((), [IlleggibileError]):
        with pytest.raises(OltreIlRecinto, match=r"^ValueError$"):
            nel_recinto(int, "x", errori=known)


@pytest.mark.parametrize(
    ("job", "arguments"),
    [
        (os._exit, (0,)),
        (os.abort, ()),
        (time.sleep, (60,)),
        (bytes, (512 * MB,)),
        (json.loads, ("{",)),
        (bytes, (3,)),  # no data
        (os.mkdir, ("",)),
    ],
)
def test_what_comes_to_nothing(job: Any, arguments: tuple[Any, ...]) -> None:
    with pytest.raises(OltreIlRecinto):
        nel_recinto(job, *arguments, limiti=Limiti(secondi=3, memoria=256 * MB))


@pytest.mark.lungo
def test_what_was_done_before_the_end_is_kept() -> None:
    found = ciascuno_nel_recinto(time.sleep, [(0,), (60,), (0,)], limiti=Limiti(secondi=3))
    assert next(found) is None
    with pytest.raises(OltreIlRecinto):
        next(found)


def test_the_time_of_the_processor_is_bounded() -> None:
    start = time.monotonic()
    with pytest.raises(OltreIlRecinto):
        nel_recinto(pow, 7, 10**9, limiti=Limiti(processore=1))
    assert time.monotonic() - start < 30


@pytest.mark.parametrize(
    "told",
    [
        b"",
        b"{}\n",
        b'[1, null, ""]',
        b'[1, null]\n[1, null, ""]\n',
        b'[1, 2, ""]\n',
        b"[1, null, 3]\n",
        b'[NaN, null, ""]\n',
        b'[{"decimale": "NaN"}, null, ""]\n',
        b'[{"decimale": "1e999999999"}, null, ""]\n',
        b'[{"decimale": 3}, null, ""]\n',
        b'[{"giorno": "ieri"}, null, ""]\n',
        b"[" * 100_000 + b"\n",
        b'["\xff", null, ""]\n',
        b"9" * 10_000 + b"\n",
        pickle.dumps((False, Decimal(3))) + b"\n",
    ],
)
def test_what_is_no_outcome(told: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recinto, "_nel_processo", lambda *_: told)
    with pytest.raises(OltreIlRecinto):
        nel_recinto(len, b"")


def test_an_error_is_one_of_those_that_were_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recinto, "_nel_processo", lambda *_: passaggio.scritto(None, "SystemExit", "x"))
    with pytest.raises(OltreIlRecinto):
        nel_recinto(len, b"", errori=[ValueError])


def test_what_went_through_was_never_a_pickle() -> None:
    asked = passaggio.richiesta({"compito": "builtins:len"}, [["pdf", b"\x80\x04N."], [b""]])
    header, _, rest = asked.partition(b"\n")
    assert json.loads(header) == {"compito": "builtins:len", "chiamate": [["pdf", {"byte": 4}], [{"byte": 0}]]}
    assert rest == b"\x80\x04N."


@pytest.fixture
def _full() -> Iterator[None]:
    """Hold both places of the fence."""
    with recinto._FILA.posto(0), recinto._FILA.posto(0):
        yield


@pytest.mark.usefixtures("_full")
def test_who_waits_too_long_is_told() -> None:
    start = time.monotonic()
    with pytest.raises(Occupato):
        nel_recinto(len, b"", limiti=Limiti(attesa=0.2))
    assert 0.2 <= time.monotonic() - start < 5


@pytest.mark.lungo
@pytest.mark.usefixtures("_full")
def test_a_crowd_is_told_at_once() -> None:
    told: list[str] = []

    def wait() -> None:
        try:
            nel_recinto(len, b"", limiti=Limiti(attesa=3))
        except Occupato:
            told.append("occupato")

    crowd = [threading.Thread(target=wait) for _ in range(10)]
    for one in crowd:
        one.start()
    time.sleep(1)
    assert len(told) == 6
    for one in crowd:
        one.join()
    assert len(told) == 10


def test_places_are_given_back() -> None:
    for _ in range(8):
        with pytest.raises(OltreIlRecinto):
            nel_recinto(os._exit, 1)
    assert nel_recinto(len, b"a") == 1


def test_what_a_command_started_ends_with_it(tmp_path: Path) -> None:
    left = tmp_path / "figlio"
    code = f"import subprocess as s, time; open({str(left)!r}, 'w').write(str(s.Popen(['sleep', '60']).pid))"
    command = [sys.executable, "-c", f"{code}; print('ciao', flush=True); time.sleep(60)"]
    assert esegui(command, b"", 2.0, MB) == b"ciao\n"
    state = subprocess.run(["ps", "-o", "stat=", "-p", left.read_text()], capture_output=True, text=True, check=False)
    assert state.stdout.strip()[:1] in ("", "Z")


def test_who_says_too_much_is_not_heard_out() -> None:
    start = time.monotonic()
    assert len(esegui(["cat", "/dev/zero"], b"", 60.0, MB)) < 2 * MB
    assert time.monotonic() - start < 10


def test_a_command_that_reads_nothing_is_heard() -> None:
    assert esegui(["echo", "ciao"], b"x" * 10 * MB, 30.0, MB) == b"ciao\n"


def test_it_ends_by_itself_too(tmp_path: Path) -> None:
    """Were the server killed, the process would not stay."""
    asked = tmp_path / "richiesta"
    asked.write_bytes(passaggio.richiesta({"compito": "time:sleep", "limiti": Limiti(secondi=1), "errori": []}, [[60]]))
    with asked.open("rb") as given:
        ended = subprocess.run([sys.executable, "-c", recinto._COMANDO], stdin=given, check=False, timeout=30)
    assert ended.returncode == -14
