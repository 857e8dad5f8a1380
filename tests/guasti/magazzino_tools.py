"""What the tests of a failing store share: tables to send, a real server and its processes, a small disk."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from docservice.service import esempio

ROOT = Path(__file__).resolve().parents[2]
BASE = "/rest/accordi/v1"
LOTTI = f"{BASE}/lotti"
SLUG = "comunicazione-deroga"
COMMAND = [sys.executable, "-m", "docservice"]


def lines(count: int, start: int = 1) -> bytes:
    """Return a table of so many rows, in JSON Lines."""
    return "\n".join(json.dumps({"luogo": f"Bergamo {n}"}) for n in range(start, start + count)).encode()


def send(client: Any, content: bytes, slug: str = SLUG, shared: Any = None) -> Any:
    """Send a table to the application."""
    told = {"modello": slug, "formato": "docx", "comune": json.dumps(esempio(slug) if shared is None else shared)}
    return client.post(LOTTI, data=told | {"file": (BytesIO(content), "t.jsonl")})


def until(found: Callable[[], Any], seconds: float = 60, every: float = 0.1) -> Any:
    """Return what is found, once there is something; fail when it takes longer than so many seconds."""
    end = time.monotonic() + seconds
    while not (it := found()):
        assert time.monotonic() < end, "troppo tempo"
        time.sleep(every)
    return it


class Server:
    """`docservice serve` on a data folder, in a group of its own, and what it answers."""

    def __init__(self, folder: Path, log: Path, *, workers: int = 1, **env: str) -> None:
        self.folder, self.log = folder, log
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._env = {**os.environ, "DOCSERVICE_DATI": str(folder), "WEB_CONCURRENCY": str(workers), **env}
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        with self.log.open("ab") as out:
            command = [*COMMAND, "serve", "--porta", str(self.port)]
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=self._env, stdout=out, stderr=out, start_new_session=True
            )
        until(lambda: self.ask("GET", f"{BASE}/modelli")[0] == 200)

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, Any]:
        """Return status and body of an answer; 0 when there is none."""
        sent = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", body, headers, method=method)
        try:
            with urllib.request.build_opener(_NoRedirect).open(sent, timeout=30) as answer:
                status, raw = answer.status, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                status, raw = error.code, error.read()
        except OSError:
            return 0, None
        try:
            return status, json.loads(raw)
        except ValueError:
            return status, raw

    def send(self, content: bytes, slug: str = SLUG, shared: Any = None) -> tuple[int, Any]:
        """Send a table."""
        fields = {"modello": slug, "formato": "docx", "comune": json.dumps(esempio(slug) if shared is None else shared)}
        parts = [
            f'--x\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'.encode() for k, v in fields.items()
        ]
        parts.append(
            b'--x\r\nContent-Disposition: form-data; name="file"; filename="t"\r\n\r\n' + content + b"\r\n--x--"
        )
        return self.ask("POST", LOTTI, b"".join(parts), **{"Content-Type": "multipart/form-data; boundary=x"})

    def state(self, of: str) -> Any:
        """Return how far a lotto has come; nothing, when there is no answer."""
        status, told = self.ask("GET", f"{LOTTI}/{of}")
        return told if status in (200, 303) else {}

    def ready(self, of: str, rows: int, seconds: float = 120) -> float:
        """Wait until a lotto is ready; check that every row was made once, and return the seconds it took."""
        begun = time.monotonic()
        told = until(lambda: (t := self.state(of)).get("stato") == "pronto" and t, seconds)
        took = time.monotonic() - begun
        assert told["righe"]["fatte"] == told["righe"]["totale"] == rows
        status, found = self.ask("GET", f"{LOTTI}/{of}/righe?per_pagina=5000")
        assert (status, [row["numero"] for row in found["items"]]) == (200, list(range(1, rows + 1)))
        return took

    def processes(self) -> dict[str, list[int]]:
        """Return the processes of the server by what they do."""
        web = [pid for pid in children(self.process.pid) if "serve" in command_of(pid)]
        engines = [pid for one in web for pid in children(one) if "lavora" in command_of(pid)]
        spawned = {
            name: [p for pid in of for p in children(pid) if "spawn_main" in command_of(p)]
            for name, of in {"renderer": web, "worker": engines}.items()
        }
        return {"server": [self.process.pid], "web": web, "engine": engines, **spawned}

    def lines(self) -> list[dict[str, Any]]:
        """Return the lines of the log about the store."""
        found = []
        for line in self.log.read_text().splitlines():
            with suppress(ValueError):
                told = json.loads(line)
                if str(told.get("event", "")).startswith("magazzino"):
                    found.append(told)
        return found

    def stop(self) -> None:
        """Stop it, and all it started."""
        if self.process.poll() is None:
            self.process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(30)
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def http_error_303(self, req: Any, fp: Any, code: Any, msg: Any, headers: Any) -> Any:
        del req, code, msg, headers
        return fp


@contextmanager
def serving(folder: Path, log: Path, **options: Any) -> Iterator[Server]:
    """Give a server, stopped at the end."""
    server = Server(folder, log, **options)
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def making(home: Path, rows: int, **options: Any) -> Iterator[tuple[Server, str]]:
    """Give a server in the middle of a lotto of so many rows, some of which are made, and the id of that."""
    with serving(home / "dati", home / "log", **options) as server:
        of = server.send(lines(rows))[1]["id"]
        until(lambda: server.state(of).get("righe", {}).get("fatte"), every=0.02)
        yield server, of


def children(pid: int) -> list[int]:
    """Return the processes that one started and that live."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, parent = path.read_text().rpartition(")")[2].split()[:2]
            if int(parent) == pid and state != "Z":
                found.append(int(path.parent.name))
    return found


def command_of(pid: int) -> str:
    """Return the command of a process."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


def of_folder(folder: Path) -> list[int]:
    """Return the processes at work on a data folder, by what they were told at their start."""
    told = f"DOCSERVICE_DATI={folder}\0".encode()
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        with suppress(OSError):
            if (
                told in path.read_bytes()
                and path.parent.joinpath("stat").read_text().rpartition(")")[2].split()[0] != "Z"
            ):
                found.append(int(path.parent.name))
    return [pid for pid in found if pid != os.getpid()]


def _skip(why: str) -> None:
    (pytest.fail if os.environ.get("CI") else pytest.skip)(why)


@contextmanager
def small_disk(place: Path, size: str) -> Iterator[None]:
    """Have a folder be a disk of its own, of some size."""
    if os.geteuid():
        _skip("serve root, per montare un piccolo disco")
    place.mkdir(parents=True, exist_ok=True)
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "prova", place], check=False, capture_output=True
    )
    if made.returncode:
        _skip("qui non si può montare un piccolo disco")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", place], check=True)


def remount(place: Path, options: str) -> None:
    """Change how a small disk is mounted."""
    subprocess.run(["mount", "-o", f"remount,{options}", place], check=True, capture_output=True)
