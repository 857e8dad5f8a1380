"""Clients that send little by little, or nothing, or do not read what they are answered: nobody else waits for them."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from clienti import BASE, Group, Witness

from docservice.service import esempio

pytestmark = pytest.mark.lungo
HEAD = (
    f"POST {BASE}/modelli/accordo-a/valida HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n".encode()
)


@contextmanager
def slow(port: int, many: int, sent: bytes, drop: bytes) -> Iterator[list[float]]:
    """Keep so many clients that send something, then a drop every second; give how long each was borne."""
    borne: list[float] = []
    over = threading.Event()

    def be() -> None:
        began = time.monotonic()
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=60) as client:
                client.sendall(sent)
                client.settimeout(1)
                while not over.is_set():
                    try:
                        if not client.recv(65536):
                            break
                    except TimeoutError:
                        client.sendall(drop)
        except OSError:
            pass
        borne.append(time.monotonic() - began)

    clients = [threading.Thread(target=be, daemon=True) for _ in range(many)]
    for one in clients:
        one.start()
    time.sleep(1)
    yield borne
    for one in clients:
        one.join(45)
    over.set()


@pytest.mark.parametrize("many", [16, 200])
@pytest.mark.parametrize(
    ("sent", "drop", "limit"),
    [
        pytest.param(b"", b"G", 10, id="nulla"),
        pytest.param(HEAD, b"X", 10, id="intestazioni"),
        pytest.param(HEAD + b"Content-Length: 5000\r\n\r\n{", b" ", 30, id="corpo"),
    ],
)
def test_slow_clients_hold_nobody_and_are_left(server: int, many: int, sent: bytes, drop: bytes, limit: float) -> None:
    with Witness() as machine, slow(server, many, sent, drop) as borne:
        quick = Group(port=server, call="valida", many=2, seconds=5, pause=0.05).answers()
        made = Group(port=server, call="pdf", many=1, seconds=3, pause=0.05).answers()
    late = 2 * machine.worst
    assert {one.status for one in quick + made} == {200}
    assert max(one.seconds for one in quick) <= 1 + late
    assert len(borne) == many
    # those not yet left when it was refused heard the answer, and were waited for two seconds more
    assert max(borne) <= limit + 4 + late
    assert min(borne) >= limit - 1


def test_who_does_not_read_is_left(server: int) -> None:
    """Twenty ask for what they never read, more than their socket holds: the others are served meanwhile."""
    asked = f"GET {BASE}/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n".encode() * 20
    deaf = []
    for _ in range(20):
        client = socket.create_connection(("127.0.0.1", server), timeout=60)
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.sendall(asked)
        deaf.append(client)
    quick = Group(port=server, call="valida", many=2, seconds=5, pause=0.05).answers()
    assert {one.status for one in quick} == {200}
    until = time.monotonic() + 90
    left = set(deaf)
    while left and time.monotonic() < until:
        time.sleep(1)
        left = {client for client in left if not _closed(client)}
    assert not left
    for client in deaf:
        client.close()


def _closed(client: socket.socket) -> bool:
    """Say whether the other side has gone, without reading what it sent."""
    try:
        client.send(b"\r\n")
    except OSError:
        return True
    return False


def test_many_large_bodies_at_once_are_few_in_memory(server: int) -> None:
    """Eighty bodies of 30 MB, sent at once and never finished: those over what a process holds are refused."""
    length = 30 * 1024 * 1024
    head = HEAD + f"Content-Length: {length}\r\n\r\n".encode()
    told: list[bytes] = []
    clients = [socket.create_connection(("127.0.0.1", server), timeout=60) for _ in range(80)]

    def send(client: socket.socket) -> None:
        try:
            client.sendall(head)
            for _ in range(length // 65536 - 1):
                client.sendall(b" " * 65536)
            told.append(client.recv(12))
        except OSError:
            told.append(b"")

    threads = [threading.Thread(target=send, args=(client,), daemon=True) for client in clients]
    for one in threads:
        one.start()
    quick = Group(port=server, call="valida", many=2, seconds=5, pause=0.05).answers()
    assert {one.status for one in quick} == {200}
    for one in threads:
        one.join(60)
    for client in clients:
        client.close()
    refused = [one for one in told if one.startswith(b"HTTP/1.1 503")]
    assert len(refused) >= 80 - 2 * 5
    body = json.dumps(esempio("accordo-a")).encode()
    whole = HEAD + f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode() + body
    with socket.create_connection(("127.0.0.1", server), timeout=30) as client:
        client.sendall(whole)
        assert client.recv(12) == b"HTTP/1.1 200"
