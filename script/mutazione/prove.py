"""The tests against the faults: collected once by pytest, then a fork for each fault, which runs those that reach it.

A fault in the body of a function is put into the function itself, in the fork; nothing is imported again. The rest
(constants, decorators, defaults) is run at import: there a fork made before anything of the project was imported does
so from the faulty source.
"""

from __future__ import annotations

import functools
import gc
import importlib.abc
import importlib.util
import os
import pickle
import resource
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, Final

import pytest

from script.mutazione.guasti import Guasto

LAW: Final = "docservice.law"
_A_FUNZIONE: Final = 0x1  # CO_OPTIMIZED: the code of a function, not of a class
_CALDE: Final = {"tutte", "regime", "catalogo"}
"""What is read once and kept: the same in every fork, but for faults in the modules that read it."""
_LETTURA: Final = {"valore", "figures", "citation", "regime", "calculator"}
_SECONDI: Final = 3
"""Seconds of CPU, over three times what its tests take, after which a fault is a loop that never ends: they see it."""

_MEMORIA: Final = 4 * 1024**3
_LUNGHE: Final = 1
"""Seconds of CPU over which a test is left out: what it alone would see counts as not seen."""

Posto = tuple[str, str]
"""A function: file and dotted name."""
Riga = tuple[str, int]


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


def importa() -> None:
    """Import the whole law, and the documents that it is said of."""
    from docservice.law import calculator, regime  # noqa: PLC0415 - after a faulty source is in its place
    from docservice.modelli.catalogo import catalogo  # noqa: PLC0415

    calculator.catalogo()
    for name in {of for tipo in catalogo().values() for of in tipo.regimi}:
        regime.regime(name)


def prepara() -> None:
    """Read what the law reads once, so that no fork does."""
    from docservice.law import figures  # noqa: PLC0415

    importa()
    figures.tutte()
    _ricordano()


def riscalda(cartella: Path) -> None:
    """Read the worked cases once, so that no fork does."""
    reads = sys.modules.get("yaml_cases")
    for path in cartella.rglob("*.yaml") if reads else ():
        reads.read(path)


def all_import(root: Path) -> set[Posto]:
    """Return the functions that run while all is imported and read: a fault there is tried by importing again."""
    trace = Traccia(root)
    sys.settrace(trace)
    prepara()
    sys.settrace(None)
    return trace.funzioni


def svuota(tutto: bool = False) -> None:  # noqa: FBT001, FBT002
    """Forget what functions of the law remember."""
    for one in _ricordano():
        if tutto or one.__name__ not in _CALDE:
            one.cache_clear()
    from docservice.law.voce import REGISTRO  # noqa: PLC0415

    REGISTRO._vincoli.clear()  # noqa: SLF001


@functools.cache
def _ricordano() -> tuple[Any, ...]:
    kind = type(functools.lru_cache(lambda: None))
    return tuple(one for one in gc.get_objects() if isinstance(one, kind) and one.__module__.startswith(LAW))


class Traccia:
    """Notes which functions and lines of the law are run."""

    def __init__(self, root: Path) -> None:
        self.root = str(root)
        self.righe: set[Riga] = set()
        self.funzioni: set[Posto] = set()

    def __call__(self, frame: Any, event: str, arg: Any) -> Any:  # noqa: ARG002
        """Note a call, and ask for the lines of what is called."""
        code = frame.f_code
        if not code.co_filename.startswith(self.root):
            return None
        self.righe.add((code.co_filename, code.co_firstlineno))
        self.funzioni.add((code.co_filename, code.co_qualname.split(".<locals>")[0]))
        return self._riga

    def _riga(self, frame: Any, event: str, arg: Any) -> Any:  # noqa: ARG002
        self.righe.add((frame.f_code.co_filename, frame.f_lineno))
        return self._riga


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


def innesta(guasto: Guasto, funzioni: dict[Posto, list[FunctionType]]) -> None:
    """Put a fault into the function that it is in."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made = compile(guasto.guasta(), str(guasto.file), "exec", dont_inherit=True)
    for name, code in _codici(made):
        if name == guasto.dentro:
            for function in funzioni[str(guasto.file), name]:
                # one that no longer says super() keeps the cell of its class
                function.__code__ = code.replace(co_freevars=function.__code__.co_freevars)
    svuota(tutto=guasto.file.stem in _LETTURA)


def _codici(code: CodeType) -> Iterator[tuple[str, CodeType]]:
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            if inner.co_flags & _A_FUNZIONE:
                yield inner.co_qualname, inner
            else:
                yield from _codici(inner)


def condividi() -> None:
    """Leave memory as it is, so that forks share it all."""
    gc.collect()
    gc.freeze()
    gc.disable()


def funzioni(root: Path) -> dict[Posto, list[FunctionType]]:
    """Return the functions of the law that are alive, by place."""
    found: dict[Posto, list[FunctionType]] = {}
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename.startswith(str(root)):
            found.setdefault((one.__code__.co_filename, one.__code__.co_qualname), []).append(one)
    return found


def vista(items: Iterable[pytest.Item], secondi: float = 60) -> str:
    """Run tests until one fails, and return which; empty when all pass. Those take so many seconds without faults."""
    most = _SECONDI + ceil(3 * secondi)
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORIA, _MEMORIA))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return next((item.nodeid for item in items if not passa(item)), "")


class Innesto(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module from its faulty source."""

    def __init__(self, guasto: Guasto, root: Path) -> None:
        path = guasto.file.relative_to(root.parents[1]).with_suffix("")
        self.nome = ".".join(path.parts)
        self.guasto = guasto

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> Any:  # noqa: ARG002
        """Find the one module."""
        if fullname != self.nome:
            return None
        return importlib.util.spec_from_file_location(fullname, self.guasto.file, loader=self)

    def exec_module(self, module: Any) -> None:
        """Run its source."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            code = compile(self.guasto.guasta(), str(self.guasto.file), "exec", dont_inherit=True)
        exec(code, module.__dict__)  # noqa: S102 - it is what is tried
