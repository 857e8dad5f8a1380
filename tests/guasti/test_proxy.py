"""The proxy that compose.yaml puts before the service, a real one: TLS, and slow clients of which it sees nothing."""

from __future__ import annotations

import json
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from clienti import BASE

from docservice.service import esempio

pytestmark = pytest.mark.lungo
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def proxy(server: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if nginx is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("manca nginx, dai pacchetti di Debian")
    home = tmp_path_factory.mktemp("proxy")
    subprocess.run([ROOT / "proxy" / "certificato", home], check=True, env=os.environ | {"NOME": "localhost"})
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    told = (ROOT / "proxy" / "nginx.conf").read_text()
    for before, after in (
        ("listen 8443", f"listen 127.0.0.1:{port}"),
        ("/certificati", str(home)),
        ("docservice:8000", f"127.0.0.1:{server}"),
    ):
        assert before in told
        told = told.replace(before, after)
    temporary = "".join(
        f"{name}_temp_path {home}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (home / "nginx.conf").write_text(
        f"daemon off; pid {home}/pid; error_log {home}/log; events {{}} http {{ {temporary} {told} }}"
    )
    running = subprocess.Popen([nginx, "-e", home / "log", "-p", home, "-c", home / "nginx.conf"])
    until = time.monotonic() + 20
    while time.monotonic() < until:
        with socket.socket() as trying:
            if not trying.connect_ex(("127.0.0.1", port)):
                break
        time.sleep(0.1)
    yield port
    running.terminate()
    running.wait(20)


def ask(port: int, head: str, body: bytes = b"", pace: float = 0.0) -> bytes:
    """Send a request over TLS, its body in ten pieces with a pause between, and return the answer."""
    trust = ssl.create_default_context()
    trust.check_hostname, trust.verify_mode = False, ssl.CERT_NONE  # it signed itself
    told = b""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as plain, trust.wrap_socket(plain) as client:
        client.sendall(head.encode() + b"Connection: close\r\n\r\n")
        step = max(1, -(-len(body) // 10))
        for start in range(0, len(body), step):
            client.sendall(body[start : start + step])
            time.sleep(pace)
        while piece := client.recv(65536):
            told += piece
    return told


def test_tls_and_a_slow_client(proxy: int) -> None:
    body = json.dumps(esempio("accordo-a")).encode()
    head = f"POST {BASE}/modelli/accordo-a/valida HTTP/1.1\r\nHost: localhost:{proxy}\r\n"
    head += f"Origin: https://localhost:{proxy}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    answer = ask(proxy, head, body, 0.3)
    assert answer.startswith(b"HTTP/1.1 200")
    assert b"conforme" in answer
    # the name asked for reaches the service, which decides
    assert ask(proxy, f"GET {BASE}/modelli HTTP/1.1\r\nHost: evil.example\r\n").startswith(b"HTTP/1.1 421")


def test_what_the_proxy_says_itself_is_a_problem_too(proxy: int) -> None:
    head = f"POST {BASE}/modelli/accordo-a/valida HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n"
    answer = ask(proxy, head)
    assert answer.startswith(b"HTTP/1.1 413")
    assert json.loads(answer.partition(b"\r\n\r\n")[2])["type"] == "urn:docservice:problema:corpo-troppo-grande"
