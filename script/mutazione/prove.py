"""The tests against the faults: collected once by pytest, then a fork for each fault, of those that reach it."""

from __future__ import annotations

import os
import pickle
import resource
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from typing import Any, Final

import pytest

from script.mutazione.guasti import Guasto
from script.mutazione.innesti import Riga, Traccia, svuota

_SECONDI: Final = 3
"""Seconds of CPU, over three times what its tests take, after which a fault is a loop that never ends: they see it."""

_MEMORIA: Final = 4 * 1024**3
_LUNGHE: Final = 1
"""Seconds of CPU over which a test is left out: what it alone would see counts as not seen."""


@dataclass
class Raggiunte:
    """What the tests do without faults: the lines of the law that each runs, how long it takes; which do not count."""

    prove: dict[str, set[Riga]] = field(default_factory=dict)
    tempi: dict[str, float] = field(default_factory=dict)
    fallite: list[str] = field(default_factory=list)
    lunghe: list[str] = field(default_factory=list)

    def per(self, guasto: Guasto) -> list[str]:
        """Return the tests that may see a fault in the body of a function: they run its statement."""
        lines = {(str(guasto.file), one) for one in range(guasto.prima, guasto.ultima + 1)}
        return self._in_ordine(name for name, reached in self.prove.items() if reached & lines)

    def per_modulo(self, guasto: Guasto) -> list[str]:
        """Return all tests, those that run something of its file first."""
        near = [n for n, reached in self.prove.items() if any(file == str(guasto.file) for file, _ in reached)]
        known = set(near)
        return self._in_ordine(near) + self._in_ordine(name for name in self.prove if name not in known)

    def _in_ordine(self, names: Iterable[str]) -> list[str]:
        return sorted(names, key=self.tempi.__getitem__)


class Rotto(str):  # noqa: SLOT000
    """What went wrong in a fork, outside of the tests."""


def biforca(fa: Callable[[], Any]) -> tuple[int, int]:
    """Run something in a fork; return its process and the end of a pipe from which `esito` reads what it answers."""
    reads, writes = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writes)
        return pid, reads
    os.close(reads)
    answer: Any = None
    try:
        answer = fa()
        sys.settrace(None)
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is told
        answer = Rotto(f"{type(error).__name__}: {error}")
    with os.fdopen(writes, "wb") as out:
        out.write(pickle.dumps(answer))
    os._exit(0)


def esito(reads: int) -> Any:
    """Return what a fork answered; None when it died."""
    with os.fdopen(reads, "rb") as told:
        said = told.read()
    return pickle.loads(said) if said else None  # noqa: S301 - our own


def attendi(fa: Callable[[], Any]) -> Any:
    """Run something in a fork, and return what it answers."""
    pid, reads = biforca(fa)
    answer = esito(reads)
    os.waitpid(pid, 0)
    if isinstance(answer, Rotto):
        raise RuntimeError(answer)  # noqa: TRY004 - an answer of another kind
    return answer


class Sessione:
    """A pytest plugin: instead of running the tests, hands them to `usa`."""

    def __init__(self, usa: Callable[[list[pytest.Item]], None]) -> None:
        self.usa = usa

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Take the place of the usual loop."""
        self.usa(session.items)
        return True


def raccogli(prove: Sequence[str], usa: Callable[[list[pytest.Item]], None]) -> int:
    """Collect tests and hand them over; return what pytest says."""
    quiet = "-qq -s --no-header --no-summary -p no:cacheprovider -p no:xdist --hypothesis-seed=0"
    return pytest.main([*quiet.split(), *prove], plugins=[Sessione(usa)])


def passa(item: pytest.Item) -> bool:
    """Run a test and say whether it passes: by itself where it takes no fixture, which costs a fifth."""
    given = dict(item.callspec.params) if hasattr(item, "callspec") else {}
    if not isinstance(item, pytest.Function) or set(item.fixturenames) - {"request", *given}:
        return _per_intero(item)
    try:
        item.obj(**given)
    except (Exception, pytest.fail.Exception):  # noqa: BLE001 - whatever it is, the fault is seen
        return False
    return True


def _per_intero(item: pytest.Item) -> bool:
    """Run a test as pytest does, in a fork, where nothing need be printed."""
    manager, told = item.config.pluginmanager, Resoconto()
    for one in filter(None, [manager.get_plugin("terminalreporter")]):
        manager.unregister(one)
    manager.register(told)
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
    manager.unregister(told)
    return told.bene


class Resoconto:
    """A pytest plugin that hears whether a test fails."""

    bene = True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Hear of a part of it."""
        self.bene = self.bene and not report.failed


def misura(items: Iterable[pytest.Item], root: Path) -> Raggiunte:
    """Run every test without faults, in a fork of its own as with them: once to see how long, once to see what."""
    found = Raggiunte()
    for item in items:
        took = attendi(lambda item=item: _in_tempo(item))  # type: ignore[misc]
        if took is None:
            found.lunghe.append(item.nodeid)
        elif took < 0:
            found.fallite.append(item.nodeid)
        else:
            found.tempi[item.nodeid] = took
            found.prove[item.nodeid] = attendi(lambda item=item: _righe(item, root))  # type: ignore[misc]
    return found


def _in_tempo(item: pytest.Item) -> float:
    """Run a test and return its seconds of CPU, less than none when it fails; the fork dies when it takes too long."""
    svuota()
    resource.setrlimit(resource.RLIMIT_CPU, (_LUNGHE, _LUNGHE))
    start = time.process_time()
    good = passa(item)
    return time.process_time() - start if good else -1


def _righe(item: pytest.Item, root: Path) -> set[Riga]:
    """Run a test and return the lines of the law that it runs."""
    svuota()
    trace = Traccia(root)
    sys.settrace(trace)
    passa(item)
    sys.settrace(None)
    return trace.righe


def vista(items: Iterable[pytest.Item], secondi: float = 60) -> str:
    """Run tests until one fails, and return which; empty when all pass. Those take so many seconds without faults."""
    most = _SECONDI + ceil(3 * secondi)
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORIA, _MEMORIA))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return next((item.nodeid for item in items if not passa(item)), "")
