"""A few connections that cost much: questions without end whose answers nobody reads, tiny pieces, drops, bad heads."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from clienti import BASE, Group, Witness

from docservice.service import esempio

pytestmark = pytest.mark.lungo
VALIDA = f"POST {BASE}/modelli/accordo-a/valida HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
CHUNKED = (VALIDA + "Transfer-Encoding: chunked\r\n\r\n").encode()
OPENAPI = f"GET {BASE}/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()


def memory(port: int) -> int:
    """Return the most megabytes that one of the processes of a server has."""
    found = subprocess.run(["pgrep", "-f", f"serve --porta {port}"], capture_output=True, text=True, check=True).stdout
    told = [Path(f"/proc/{pid}/status").read_text() for pid in found.split()]
    return max(int(size) for one in told for size in re.findall(r"VmRSS:\s+(\d+)", one)) // 1024


@contextmanager
def attack(port: int, many: int, sent: bytes, seconds: float) -> Iterator[None]:
    """Keep connections that send the same for ever, and read nothing."""
    until = time.monotonic() + seconds

    def be() -> None:
        while time.monotonic() < until:
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5) as client:
                while time.monotonic() < until:
                    client.sendall(sent)

    clients = [threading.Thread(target=be, daemon=True) for _ in range(many)]
    for one in clients:
        one.start()
    yield
    for one in clients:
        one.join(60)


ENDLESS = {
    "pipeline": OPENAPI * 500,
    "vuote": b"\r\n\r\n" * 10_000,
    "pezzi di un byte": CHUNKED + b"1\r\n \r\n" * 10_000,
    "estensione": CHUNKED + b"1;" + b"a=b;" * 15_000,
    "code": CHUNKED + b"0\r\n" + b"A: b\r\n" * 10_000,
    "a capo": CHUNKED + b"\r\n" * 30_000,
    "radice": b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n" * 1500,
}


@pytest.mark.parametrize("what", ENDLESS)
def test_pieces_without_end_stop_nobody(server: int, what: str) -> None:
    held = memory(server)
    with Witness() as machine, attack(server, 12, ENDLESS[what], 8):
        quick = Group(port=server, call="valida", many=2, seconds=6, pause=0.05).answers()
        health = Group(port=server, call="status", seconds=3, pause=0.1).answers()
    late = 2 * machine.worst
    assert {one.status for one in quick + health} == {200}
    assert max(one.seconds for one in quick) <= 2 + late
    assert max(one.seconds for one in health) <= 1 + late
    assert memory(server) - held < 300


def test_drops_after_a_refusal_hold_no_place(server: int) -> None:
    """A thousand connections, each refused and then dripping: they are left, and others are served meanwhile."""
    clients: list[socket.socket] = []
    with Witness() as machine:
        for _ in range(1000):
            client = socket.create_connection(("127.0.0.1", server), timeout=30)
            client.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nExpect: x\r\n\r\n")
            clients.append(client)
        over = threading.Event()

        def drip() -> None:
            while not over.wait(1.0):
                for one in clients:
                    with suppress(OSError):
                        one.send(b"x")

        dripping = threading.Thread(target=drip, daemon=True)
        dripping.start()
        quick = Group(port=server, call="valida", many=2, seconds=12, pause=0.1).answers()
        over.set()
        dripping.join(10)
    for client in clients:
        client.close()
    assert {one.status for one in quick} == {200}
    assert max(one.seconds for one in quick) <= 12 + 2 * machine.worst
    assert len([one for one in quick if one.seconds < 2]) > 10


def answered(port: int, sent: bytes, seconds: float = 5) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as client:
        client.sendall(sent)
        told = b""
        with suppress(TimeoutError):
            while piece := client.recv(65536):
                told += piece
        return told


HEADS = {
    "attesa senza corpo": (VALIDA + "Content-Length: 0\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n", 400),
    "attesa di una lettura": (
        f"GET {BASE}/modelli HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n",
        200,
    ),
    "attesa di troppo": (VALIDA + "Content-Length: 40000000\r\nExpect: 100-continue\r\n\r\n", 413),
    "lunghezza di mille cifre": (VALIDA + f"Content-Length: {'9' * 5000}\r\n\r\n", 400),
    "lunghezza con mille zeri": (VALIDA + f"Content-Length: {'0' * 5000}2\r\n\r\n", 400),
    "indirizzo che non lo è": ("GET http://[ HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
    "due nomi": (f"GET http://evil.example{BASE}/modelli HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
    "codifica ripetuta": (VALIDA + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 501),
    "codifica vuota": (VALIDA + "Transfer-Encoding: ,\r\nContent-Length: 2\r\n\r\n{}", 501),
    "pezzi in HTTP/1.0": (VALIDA.replace("1.1", "1.0") + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", 501),
    "versione che non c’è": ("GET / HTTP/1.9\r\nHost: localhost\r\n\r\n", 400),
    "sito che non lo è": (
        VALIDA + "Content-Length: 2\r\nOrigin: http://[localhost\r\nConnection: close\r\n\r\n{}",
        403,
    ),
}


@pytest.mark.parametrize("what", HEADS)
def test_a_head_that_cannot_be_meant_is_answered_at_once(server: int, what: str) -> None:
    sent, status = HEADS[what]
    told = answered(server, sent.encode())
    assert int(told.split(b" ", 2)[1]) == status, told[:200]
    assert b"100 Continue" not in told
    if status >= 400:
        assert b"application/problem+json" in told
        json.loads(told.partition(b"\r\n\r\n")[2])


def test_the_next_is_read_when_the_answer_before_has_left_and_all_are_answered(server: int) -> None:
    told = answered(server, f"GET {BASE}/modelli HTTP/1.1\r\nHost: localhost\r\n\r\n".encode() * 40 + OPENAPI, 3)
    assert told.count(b"HTTP/1.1 200 OK") == 41


def _form(size: int) -> tuple[str, bytes]:
    return "application/x-www-form-urlencoded", b"luogo=" + b"%41" * (size // 3)


def _parts(size: int) -> tuple[str, bytes]:
    part = b'--z\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'
    return "multipart/form-data; boundary=z", part * (size // len(part)) + b"--z--\r\n"


def _name(size: int) -> tuple[str, bytes]:
    head = b'--z\r\nContent-Disposition: form-data; name="a"; filename="'
    return "multipart/form-data; boundary=z", head + b"x" * size + b'"\r\n\r\n1\r\n--z--\r\n'


def _ends(size: int) -> tuple[str, bytes]:
    return "multipart/form-data; boundary=z", b"\r\n" * (size // 2)


MANY_MB = 30 * 1024 * 1024


@pytest.mark.parametrize(
    ("make", "size", "many"),
    [(_form, MANY_MB, 1), (_name, MANY_MB, 1), (_ends, MANY_MB, 1), (_parts, MANY_MB, 1), (_parts, 1_000_000, 24)],
)
def test_a_body_that_is_long_to_read_stops_nobody(
    server: int, make: Callable[[int], tuple[str, bytes]], size: int, many: int
) -> None:
    kind, body = make(size)
    head = VALIDA.replace("application/json", kind) + f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    told: list[bytes] = []
    held = memory(server)
    with Witness() as machine:
        asking = [
            threading.Thread(target=lambda: told.append(answered(server, head.encode() + body, 60)), daemon=True)
            for _ in range(many)
        ]
        for one in asking:
            one.start()
        quick = Group(port=server, call="valida", many=2, seconds=6, pause=0.05).answers()
        health = Group(port=server, call="status", seconds=3, pause=0.1).answers()
        for one in asking:
            one.join(60)
    late = 2 * machine.worst
    assert {one.status for one in quick + health} == {200}
    assert max(one.seconds for one in quick) <= 2 + late
    assert max(one.seconds for one in health) <= 1 + late
    assert memory(server) - held < 400
    assert len(told) == many
    assert {int(one.split(b" ", 2)[1]) for one in told} <= {400, 413, 422, 503}


def test_a_small_body_is_served_beside_them(server: int) -> None:
    body = json.dumps(esempio("accordo-a")).encode()
    head = VALIDA + f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    assert answered(server, head.encode() + body).startswith(b"HTTP/1.1 200")
