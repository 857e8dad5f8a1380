"""The fence for hostile files: what reads them is a process of its own, which may be slow, swell or die alone.

`nel_recinto(len, b"abc")` → `3`, counted by another process; `ciascuno_nel_recinto(len, [(b"a",), (b"bc",)])` yields
`1` and `2`, both counted by one. Whatever a file does to a parser there, here it is at worst `OltreIlRecinto`: what
comes back is data (`allegati.passaggio`), of which nothing is run and no class made.

The process is started as a command and not by multiprocessing: those that render and those that do the lotti, which
multiprocessing started, may start none by it. It imports the module of the job and no other. Few are at work together,
and few wait: who would wait longer is told so, `Occupato`.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from importlib import import_module
from typing import Any, BinaryIO, Final, NamedTuple

from docservice.allegati import passaggio
from docservice.fila import Fila


class Limiti(NamedTuple):
    """What a process may take: seconds in all, seconds of processor, bytes of address space.

    It writes no file and starts no other process. `attesa` are the seconds that it may wait before it begins.
    """

    secondi: float = 60.0
    processore: int = 60
    memoria: int = 1024 * 1024 * 1024
    attesa: float = 10.0


LIMITI: Final = Limiti()
"""Those of who asks for no others."""
_FILA: Final = Fila(2, 4)
"""How many processes at once, since the memory that hostile files may take is theirs; how many more may wait."""
_DETTO: Final = 256 * 1024 * 1024
"""Most bytes of what a process tells."""
_PR_SET_PDEATHSIG: Final = 1
_COMANDO: Final = f"from {__name__} import dentro; dentro()"


class OltreIlRecinto(Exception):  # noqa: N818 - in the words of the field
    """The process took too much memory or time, or died, or met what its job does not foresee."""


def nel_recinto(
    job: Callable[..., Any], *arguments: Any, limiti: Limiti = LIMITI, errori: Sequence[type[Exception]] = ()
) -> Any:
    """Return what `job`, a function of a module, returns.

    Raise what it raises of `errori`, which have a message and no more; `OltreIlRecinto`, `Occupato`.
    """
    return next(ciascuno_nel_recinto(job, [arguments], limiti=limiti, errori=errori))


def ciascuno_nel_recinto(
    job: Callable[..., Any],
    calls: Iterable[Sequence[Any]],
    *,
    limiti: Limiti = LIMITI,
    errori: Sequence[type[Exception]] = (),
) -> Iterator[Any]:
    """Yield what `job` returns for each of some arguments, one process for all, as far as it came.

    Raise what it raises of `errori`, and `OltreIlRecinto` in the place of what the process did not do.
    """
    asked = list(calls)
    known = {one.__name__: one for one in errori}
    order = {"compito": f"{job.__module__}:{job.__qualname__}", "limiti": limiti, "errori": list(known)}
    told = _nel_processo(passaggio.richiesta(order, asked), limiti).split(b"\n")
    for place in range(len(asked)):
        try:
            # what follows the last end of line was not written to its end
            outcome, kind, message = passaggio.letto(told[place] if place < len(told) - 1 else b"")
        except passaggio.NonDetto:
            raise OltreIlRecinto from None
        if kind is not None:
            raise known[kind](message) if kind in known else OltreIlRecinto(kind)
        yield outcome


def _nel_processo(asked: bytes, limiti: Limiti) -> bytes:
    """Return what the process wrote until it ended, or was ended."""
    # the process itself, which reads this module too, starts sooner without
    from docservice.allegati.processo import esegui  # noqa: PLC0415

    with _FILA.posto(limiti.attesa):
        return esegui([sys.executable, "-c", _COMANDO], asked, limiti.secondi, _DETTO)


def dentro() -> None:
    """Do what is asked on the input, and write each outcome as it comes: the whole life of the process."""
    _con_chi_chiede()
    asked, told = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no outcome
    order = passaggio.ordine(asked)
    limiti = Limiti(*order["limiti"])
    for limit, most in (
        (resource.RLIMIT_AS, limiti.memoria),
        (resource.RLIMIT_CPU, limiti.processore),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        resource.setrlimit(limit, (most, most))
    # it ends by itself, were there nobody to end it
    for ends in (signal.SIGXCPU, signal.SIGALRM):
        signal.signal(ends, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limiti.secondi)
    module, _, name = order["compito"].partition(":")
    job = getattr(import_module(module), name)
    for arguments in passaggio.argomenti(asked, order["chiamate"]):
        _fai(job, arguments, told, order["errori"])


def _con_chi_chiede() -> None:
    """End when whoever asked ends, however that happens, where the system knows how (Linux)."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _fai(job: Callable[..., Any], arguments: Sequence[Any], told: BinaryIO, known: Sequence[str]) -> None:
    try:
        outcome = passaggio.scritto(job(*arguments))
    except MemoryError:
        sys.exit()  # what is not written says so
    except Exception as error:  # noqa: BLE001 - told by its kind on the other side
        kind = type(error).__name__
        outcome = passaggio.scritto(None, kind, str(error) if kind in known else "")
    told.write(outcome)
    told.flush()
