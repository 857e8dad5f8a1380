"""Clients of a real server, many at once, in processes of their own: what each was answered, and in how long.

`Group(port=8000, call="pdf", many=32, seconds=20).answers()` → `[Answer(at=…, seconds=0.3, status=503, retry=4), …]`; a
status of 0 is an answer that never came.
"""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from typing import Any, NamedTuple, Self

BASE = "/rest/accordi/v1"
CALLS = {
    "valida": ("POST", f"{BASE}/modelli/accordo-a/valida"),
    "pdf": ("POST", f"{BASE}/modelli/accordo-a/documento?formato=pdf"),
    "status": ("GET", f"{BASE}/status"),
}


class Answer(NamedTuple):
    """What came of a request: when it was asked, by the clock of the machine, how long it took, what was said."""

    at: float
    seconds: float
    status: int
    retry: int | None


class Client(NamedTuple):
    """What clients do: call something until some seconds are over, with a pause, or so many times a second in all."""

    port: int
    call: str
    many: int = 1
    seconds: float = 1.0
    pause: float = 0.0
    rate: float = 0.0

    def ask(self, body: bytes, answers: list[Answer]) -> None:
        """Be one of them."""
        method, path = CALLS[self.call]
        due = time.monotonic()
        until = due + self.seconds
        connection: http.client.HTTPConnection | None = None
        while time.monotonic() < until:
            if self.rate:
                # asked when it is due, late or not
                time.sleep(max(0.0, due - time.monotonic()))
                due += self.many / self.rate
            began = time.monotonic()
            try:
                if connection is None:
                    connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
                sent = body if method == "POST" else None
                connection.request(method, path, sent, {"Content-Type": "application/json"})
                answer = connection.getresponse()
                answer.read()
                status, told = answer.status, answer.headers.get("Retry-After")
                if answer.will_close:
                    connection.close()
                    connection = None
            except (OSError, http.client.HTTPException):
                status, told, connection = 0, None, None
            answers.append(Answer(began, time.monotonic() - began, status, int(told) if told else None))
            time.sleep(self.pause)


class Group:
    """Some clients that ask the same, in a process of their own, until their time is over."""

    def __init__(self, **client: Any) -> None:
        command = [sys.executable, __file__, json.dumps(Client(**client))]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE)

    def answers(self) -> list[Answer]:
        """Return all the answers, once the time of the clients is over."""
        told, _ = self._process.communicate(timeout=900)
        assert self._process.returncode == 0
        return [Answer(*json.loads(line)) for line in told.splitlines()]


def p99(answers: Sequence[Answer]) -> float:
    """Return the time within which 99 answers of a hundred came."""
    times = sorted(one.seconds for one in answers)
    return times[min(len(times) - 1, int(len(times) * 0.99))]


class Witness(threading.Thread):
    """How long the machine itself keeps somebody waiting who asks for nothing: what a busy machine adds to any time."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.worst = 0.0
        self._over = threading.Event()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self.join()

    def run(self) -> None:
        """Sleep little, and see how late one wakes."""
        while not self._over.is_set():
            began = time.monotonic()
            time.sleep(0.005)
            self.worst = max(self.worst, time.monotonic() - began - 0.005)


def _main(told: str) -> None:
    from docservice.service import esempio

    client, body = Client(*json.loads(told)), json.dumps(esempio("accordo-a")).encode()
    answers: list[Answer] = []
    threads = [threading.Thread(target=client.ask, args=(body, answers)) for _ in range(client.many)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    sys.stdout.write("".join(json.dumps(one) + "\n" for one in answers))


if __name__ == "__main__":
    _main(sys.argv[1])
