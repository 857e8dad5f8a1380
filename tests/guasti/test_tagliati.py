"""Bodies cut on the way: fewer bytes than announced, on whatever kind of body, is 400 and never a verdict."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from clienti import BASE

from docservice.service import esempio

pytestmark = pytest.mark.lungo
SAMPLES = Path(__file__).resolve().parents[2] / "docs" / "esempi"
VALIDA = f"{BASE}/modelli/did/valida"


def pairs(value: Any, name: str = "") -> list[tuple[str, str]]:
    """Return the fields of a form for some data."""
    if isinstance(value, dict):
        return [pair for key in value for pair in pairs(value[key], f"{name}.{key}" if name else key)]
    if isinstance(value, list):
        return [pair for n, one in enumerate(value) for pair in pairs(one, f"{name}[{n}]")]
    return [(name, {True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool) else str(value))]


def xml(value: Any) -> str:
    if isinstance(value, dict):
        return "".join(f"<{key}>{xml(one)}</{key}>" for key, one in value.items())
    if isinstance(value, list):
        return "".join(f"<voce>{xml(one)}</voce>" for one in value)
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def bodies() -> dict[str, tuple[str, str, bytes]]:
    """Return address, type and body of what is sent, by kind."""
    data = esempio("did")
    parts = "".join(
        f'--zz\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in pairs(data)
    )
    fields = {"modello": b"did", "comune": (SAMPLES / "did-comune.json").read_bytes()}
    table = b"".join(
        f'--zz\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'.encode() + value + b"\r\n"
        for name, value in fields.items()
    )
    table += b'--zz\r\nContent-Disposition: form-data; name="file"; filename="did.csv"\r\n\r\n'
    table += (SAMPLES / "did.csv").read_bytes() + b"\r\n--zz--\r\n"
    return {
        "json": (VALIDA, "application/json", json.dumps(data).encode() + b" " * 40),
        "xml": (VALIDA, "application/xml", f'<did xmlns="urn:docservice:1">{xml(data)}</did>'.encode()),
        "modulo": (VALIDA, "application/x-www-form-urlencoded", urlencode(pairs(data)).encode()),
        "parti": (VALIDA, "multipart/form-data; boundary=zz", f"{parts}--zz--\r\n".encode()),
        "tabella": (f"{BASE}/lotti", "multipart/form-data; boundary=zz", table),
    }


def send(port: int, path: str, kind: str, body: bytes, announced: int) -> tuple[int, bytes]:
    """Send a body, less than announced or all of it, and end; return status and answer."""
    head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: {kind}\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=30) as client:
        client.sendall(f"{head}Content-Length: {announced}\r\n\r\n".encode() + body)
        client.shutdown(socket.SHUT_WR)
        told = b""
        while piece := client.recv(65536):
            told += piece
    return int(told[9:12]), told


@pytest.mark.parametrize("what", ["json", "xml", "modulo", "parti", "tabella"])
def test_cut_at_every_tenth_byte(server: int, what: str) -> None:
    path, kind, body = bodies()[what]
    whole = send(server, path, kind, body, len(body))
    assert whole[0] in (200, 202), whole
    for length in {*range(0, len(body), 10), *(place for place in range(len(body)) if body[place : place + 1] == b"&")}:
        status, told = send(server, path, kind, body[:length], len(body))
        assert status == 400, (length, told)
        assert b"application/problem+json" in told
        assert b"esito" not in told


def test_a_chunked_body_cut_is_refused_too(server: int) -> None:
    path, kind, body = bodies()["modulo"]
    head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: {kind}\r\n"
    head += "Transfer-Encoding: chunked\r\n\r\n"
    for length in range(1, len(body), 50):
        piece = f"{length:x}\r\n".encode() + body[:length]
        for end in (b"", b"\r\n", b"\r\n0\r\n"):
            with socket.create_connection(("127.0.0.1", server), timeout=30) as client:
                client.sendall(head.encode() + piece + end)
                client.shutdown(socket.SHUT_WR)
                told = b""
                while some := client.recv(65536):
                    told += some
            assert told.startswith(b"HTTP/1.1 400"), (length, end, told)
