"""What was deleted is on the disk no more: not in a file, nor in what a database keeps of its own."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import subprocess
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from magazzino_tools import COMMAND, LOTTI, ROOT, SLUG, lines, send, serving, until

from benchmarks.people import worker
from docservice import service
from docservice.lotti.custodia import Custodia
from docservice.lotti.invio import invia
from docservice.lotti.lavoro import lavora
from docservice.store import blocchi, pacchi, pulizia
from docservice.store.base import Magazzino
from docservice.store.pulizia import da_ripulire, dimentica, ripulisci, scarta_scaduti, spazza
from docservice.store.salute import DATABASE
from docservice.store.schema import Lotto

pytestmark = pytest.mark.usefixtures("without_fence")


def person(number: int) -> dict[str, Any]:
    """Return a person whose names are nobody else's."""
    return worker(number, {}) | {"cognome": f"Quirinovich{'abcdefghij'[number]}"}


def table(numbers: list[int], *, wrong: bool = False) -> bytes:
    """Return a table of DID."""
    rows = []
    for number in numbers:
        one = service.esempio("did")
        one["lavoratore"] = {name: person(number)[name] for name in ("cognome", "nome", "codice_fiscale")}
        rows.append(one)
    if wrong:
        rows.append(rows[-1] | {"data": "ieri"})
    return "\n".join(map(json.dumps, rows)).encode()


def traces(number: int) -> tuple[bytes, ...]:
    return person(number)["cognome"].encode(), person(number)["codice_fiscale"].encode()


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the bytes of every file, and those inside ZIPs, and ZIPs inside packs."""
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            yield str(path.relative_to(folder)), content
            yield from inside(str(path.relative_to(folder)), content)


def inside(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what is compressed in some bytes, wherever it begins: members of ZIPs, streams of PDFs."""
    for start in (at for mark in (b"PK\x03\x04", b"stream\n", b"stream\r\n") for at in _all(content, mark)):
        if content[start : start + 2] == b"PK":
            head = start + 30 + int.from_bytes(content[start + 26 : start + 28], "little")
            head += int.from_bytes(content[start + 28 : start + 30], "little")
            reader = zlib.decompressobj(-15)
        else:
            head, reader = content.index(b"\n", start) + 1, zlib.decompressobj()
        with suppress(zlib.error):
            found = reader.decompress(content[head : head + 1_000_000])
            yield f"{name}@{start}", found
            if found.startswith(b"PK"):
                yield from inside(f"{name}@{start}", found)


def _all(content: bytes, mark: bytes) -> Iterator[int]:
    at = content.find(mark)
    while at >= 0:
        yield at
        at = content.find(mark, at + 1)


def found(folder: Path, number: int) -> list[str]:
    """Return where a person is."""
    return [name for name, content in contents(folder) if any(one in content for one in traces(number))]


def finish(store: Magazzino) -> None:
    while lavora(store) is not None:
        pass


def sent(store: Magazzino, content: bytes, formato: str = "docx") -> str:
    of = invia(store, "did", content, formato=formato)
    finish(store)
    return of


def test_a_person_is_found_before_and_nowhere_after(folder: Path) -> None:
    """Also what is shared with another lotto, which keeps its own."""
    store = Magazzino(folder)
    first = sent(store, table([1, 2, 3], wrong=True))
    other = sent(store, table([2, 4]))
    kinds = {name.partition("/")[0].partition("@")[0] for name in found(folder, 1)}
    assert {"pacchi", "risultati"} <= kinds
    assert [name for name in found(folder, 1) if name.startswith(DATABASE)]
    assert dimentica(store, first)
    assert found(folder, 1) == found(folder, 3) == []
    assert found(folder, 2)
    with zipfile.ZipFile(store.risultati / f"{other}.zip") as archive:
        assert len(archive.namelist()) == 3
    assert dimentica(store, other)
    assert found(folder, 2) == found(folder, 4) == []
    assert not da_ripulire(store)
    store.close()


def test_past_its_time_too_and_what_was_never_examined(folder: Path) -> None:
    store = Magazzino(folder)
    of = sent(store, table([1]))
    with store.scrittura() as session:
        session.get_one(Lotto, of).scade = 0.0
    assert scarta_scaduti(store) == 1
    waiting = invia(store, "did", table([2]))
    with store.scrittura() as session:
        session.get_one(Lotto, waiting).scade = 0.0
    assert found(folder, 2)
    assert scarta_scaduti(store) == 1
    assert found(folder, 1) == found(folder, 2) == []
    store.close()


def test_a_reader_that_hinders_it_only_delays_it(folder: Path) -> None:
    store = Magazzino(folder)
    of = sent(store, table([1]))
    with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM riga").fetchone()
        assert dimentica(store, of)
        assert da_ripulire(store)
        assert not ripulisci(store)
        assert found(folder, 1)
    care = Custodia(folder)
    assert care.pronta()
    assert not da_ripulire(store)
    assert found(folder, 1) == []
    store.close()


def test_nothing_is_lost_when_a_deletion_is_undone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Magazzino(folder)
    of = sent(store, table([1, 2]))

    def broken(*_: Any) -> Any:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(pulizia, "delete", broken)
        with pytest.raises(RuntimeError):
            dimentica(store, of)
    with store.lettura() as session:
        assert session.get(Lotto, of)
    assert (store.risultati / f"{of}.zip").exists()
    assert all(path.exists() for path in store.pacchi.iterdir())
    assert list(store.pacchi.iterdir())
    store.close()


def test_packs_of_before_that_two_lotti_share(folder: Path) -> None:
    """So they were made once: the other's rows go into a pack of their own, and are whole."""
    store = Magazzino(folder)
    first, second = sent(store, table([1, 2])), sent(store, table([2, 3]))
    with store.scrittura() as session:
        connection = session.connection()
        [one] = connection.exec_driver_sql(
            "SELECT pacco, inizio, lunghezza, sha256 FROM riga WHERE lotto = ? AND numero = 2", (first,)
        )
        connection.exec_driver_sql(
            "UPDATE riga SET pacco = ?, inizio = ?, lunghezza = ?, sha256 = ? WHERE lotto = ? AND numero = 1",
            (*one, second),
        )
    assert dimentica(store, first)
    assert found(folder, 1) == []
    with store.lettura() as session:
        connection = session.connection()
        rows = list(connection.exec_driver_sql("SELECT pacco, inizio, lunghezza FROM riga WHERE lotto = ?", (second,)))
    for pack, start, length in rows:
        assert (store.pacchi / pack).read_bytes()[start : start + length].startswith(b"PK")
    store.close()


def test_what_dead_processes_left_half_done_goes_at_the_start(folder: Path) -> None:
    store = Magazzino(folder)
    sent(store, table([1]))
    kept = {*store.pacchi.iterdir(), *store.risultati.iterdir()}
    alive = pacchi.nuovo(store, "f" * 32)
    batchless = [
        store.pacchi / f"{'a' * 32}.{'b' * 16}.{'c' * 16}.pacco",
        store.pacchi / "12-abc.pacco",
        store.risultati / f"{'a' * 32}.{'b' * 16}.{'c' * 16}.parte",
        store.carichi / f"{'a' * 32}.{'b' * 16}.tabella",
    ]
    of = invia(store, "did", table([2]))
    batch = blocchi.prendi(store)
    mine = pacchi.nuovo(store, of)
    for path in (*batchless, mine):
        path.write_bytes(traces(1)[0])
    spazza(store)
    assert not [path for path in batchless if path.exists()]
    assert {*store.pacchi.iterdir(), *store.risultati.iterdir()} == {*kept, mine}
    assert len(list(store.carichi.iterdir())) == 2
    assert batch
    assert not alive.exists()
    store.close()


def test_nobody_else_of_the_machine_reads_whatever_the_umask(store_client: FlaskClient, folder: Path) -> None:
    before = os.umask(0)
    try:
        folder.mkdir(mode=0o755)
        assert send(store_client, table([1], wrong=True), "did", {}).status_code == 202
        check(folder)
        store = Magazzino(folder)
        finish(store)
        store.close()
        check(folder)
    finally:
        os.umask(before)


def check(folder: Path) -> None:
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*")}
    assert {mode for path, mode in modes.items() if path.is_dir()} == {0o700}
    assert {path.name: oct(mode) for path, mode in modes.items() if path.is_file() and mode != 0o600} == {}


@pytest.mark.lungo
def test_deleted_over_http_while_others_work(tmp_path: Path) -> None:
    folder = tmp_path / "dati"
    with serving(folder, tmp_path / "log", workers=2) as server:
        first = server.send(table([1, 2, 3], wrong=True), "did", {})[1]["id"]
        until(lambda: server.state(first).get("stato") == "pronto")
        other = server.send(lines(400))[1]["id"]
        assert found(folder, 1)
        assert server.ask("DELETE", f"{LOTTI}/{first}")[0] == 204
        until(lambda: not found(folder, 1), 30)
        server.ready(other, 400)
        assert found(folder, 1) == found(folder, 2) == found(folder, 3) == []
        assert not [one for one in traces(1) if one in (tmp_path / "log").read_bytes()]
        check(folder)


@pytest.mark.lungo
def test_the_files_of_the_command_are_as_the_user_wants(tmp_path: Path) -> None:
    """What it keeps is for nobody else; what it makes has the user's umask."""
    (tmp_path / "t.jsonl").write_bytes(lines(2))
    (tmp_path / "c.json").write_text(json.dumps(service.esempio(SLUG)))
    command = [*COMMAND, "lotto", str(tmp_path / "t.jsonl"), "--modello", SLUG, "--formato", "docx"]
    command += ["--comune", str(tmp_path / "c.json"), "-o", str(tmp_path / "o")]
    env = {**os.environ, "DOCSERVICE_DATI": str(tmp_path / "dati")}
    subprocess.run(command, cwd=ROOT, env=env, check=True, umask=0o022, timeout=120)
    check(tmp_path / "dati")
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "o").iterdir()} == {0o644}
    assert stat.S_IMODE((tmp_path / "o").stat().st_mode) == 0o755
