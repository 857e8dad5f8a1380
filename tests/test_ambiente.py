"""What the environment may say, and how it is refused: in Italian, all at once, with what it may be."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import pytest

from docservice.ambiente import MAX_PROCESSI, NUMERI, ImpostazioneErrata, controlla, elenco, numero


@pytest.mark.parametrize(
    ("name", "told", "meant"),
    [
        ("WEB_CONCURRENCY", "3", 3),
        ("DOCSERVICE_TEMPO_RESA", "0.5", 0.5),
        ("DOCSERVICE_TEMPO_RESA", " 3600 ", 3600),
        ("DOCSERVICE_MAX_CORPO", "1024", 1024),
        ("DOCSERVICE_MAX_CORPO", "", 32 * 1024 * 1024),
    ],
)
def test_a_number_is_read(monkeypatch: pytest.MonkeyPatch, name: str, told: str, meant: float) -> None:
    monkeypatch.setenv(name, told)
    assert numero(name) == meant


@pytest.mark.parametrize(
    ("name", "told"),
    [
        *(
            (name, told)
            for name in NUMERI
            for told in ("0", "-1", "molto", "1e9", "nan", "inf", "1,5", "٣", "99999999999")
        ),
        ("WEB_CONCURRENCY", "1.5"),
        ("DOCSERVICE_TEMPO_RESA", "3600.1"),
        ("DOCSERVICE_MAX_CORPO", "1023"),
    ],
)
def test_what_is_no_number_or_out_of_bounds_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, told: str) -> None:
    monkeypatch.setenv(name, told)
    with pytest.raises(ImpostazioneErrata, match=f"{name}: serve un numero di .*, da .* a "):
        numero(name)


@pytest.mark.parametrize("told", ["*", "https://example.it", "a b", "x/y", ".it"])
def test_a_name_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    monkeypatch.setenv("DOCSERVICE_HOST", told)
    with pytest.raises(ImpostazioneErrata, match="DOCSERVICE_HOST: servono nomi"):
        elenco("DOCSERVICE_HOST")


@pytest.mark.parametrize("told", ["*", "null", "example.it", "https://example.it/pagina", "ftp://example.it"])
def test_a_portal_that_is_no_site_is_refused(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    monkeypatch.setenv("DOCSERVICE_PORTALI", told)
    with pytest.raises(ImpostazioneErrata, match="DOCSERVICE_PORTALI: servono siti"):
        elenco("DOCSERVICE_PORTALI")


def test_all_that_is_wrong_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEB_CONCURRENCY", "tanti")
    monkeypatch.setenv("DOCSERVICE_HOST", "*")
    with pytest.raises(ImpostazioneErrata) as told:
        controlla()
    assert [line.partition(":")[0] for line in str(told.value).splitlines()] == ["WEB_CONCURRENCY", "DOCSERVICE_HOST"]


def serve(*options: str, **environment: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "docservice", "serve", *options]
    ended = subprocess.run(
        command, capture_output=True, text=True, timeout=60, check=False, env=os.environ | environment
    )
    assert not ended.stdout
    assert "Traceback" not in ended.stderr
    return ended.returncode, ended.stderr


@pytest.mark.lungo
def test_the_server_says_why_it_does_not_start() -> None:
    code, told = serve(WEB_CONCURRENCY="tanti")
    assert (code, told) == (2, f"WEB_CONCURRENCY: serve un numero di processi, da 1 a {MAX_PROCESSI}.\n")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, told = serve("--porta", str(taken.getsockname()[1]))
    assert code == 2
    assert "è già in uso" in told
    code, told = serve("--indirizzo", "192.0.2.1")
    assert code == 2
    assert "--indirizzo" in told
    code, told = serve("--porta", "99999")
    assert code == 2
    assert "non è una porta" in told
