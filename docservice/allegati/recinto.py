"""The fence for hostile files: what reads them is a process of its own, which may be slow, swell or die alone.

`nel_recinto(len, b"abc")` → `3`, counted by another process; `ciascuno_nel_recinto(len, [(b"a",), (b"bc",)])` yields
`1` and `2`, both counted by one. Whatever a file does to a parser there, here it is at worst `OltreIlRecinto`.

The process is started as a command and not by multiprocessing: those that render and those that do the lotti, which
multiprocessing started, may start none by it. It imports the module of the job and no other.
"""

from __future__ import annotations

import os
import pickle
import resource
import sys
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from threading import Semaphore
from typing import Any, BinaryIO, Final, NamedTuple, TypeVar

T = TypeVar("T")


class Limiti(NamedTuple):
    """What a process may take: seconds in all, seconds of processor, bytes of address space. It writes no file."""

    secondi: float = 60.0
    processore: int = 60
    memoria: int = 1024 * 1024 * 1024


LIMITI: Final = Limiti()
"""Those of who asks for no others."""
_INSIEME: Final = Semaphore(2)
"""How many processes at once: the memory that hostile files may take is theirs."""
_COMANDO: Final = f"from {__name__} import dentro; dentro()"
_NOSTRI: Final = ("docservice.", "datetime.", "decimal.")
"""Where the classes are from of what comes back through the fence, besides the exceptions of the language."""


class OltreIlRecinto(Exception):  # noqa: N818 - in the words of the field
    """The process took too much memory or time, or died."""


def nel_recinto(job: Callable[..., T], *arguments: Any, limiti: Limiti = LIMITI) -> T:
    """Return what `job`, a function of a module, returns; raise what it raises, or `OltreIlRecinto`."""
    return next(ciascuno_nel_recinto(job, [arguments], limiti=limiti))


def ciascuno_nel_recinto(
    job: Callable[..., T], calls: Iterable[tuple[Any, ...]], *, limiti: Limiti = LIMITI
) -> Iterator[T]:
    """Yield what `job` returns for each of some arguments, one process for all, as far as it came.

    Raise what it raises, and `OltreIlRecinto` in the place of what the process did not do.
    """
    asked = [pickle.dumps(arguments) for arguments in calls]
    told = BytesIO(_nel_processo(pickle.dumps((limiti, job, len(asked))) + b"".join(asked), limiti))
    for _ in asked:
        try:
            failed, outcome = _Letto(told).load()
        except Exception:  # noqa: BLE001 - whatever was written, or half written, there
            raise OltreIlRecinto from None
        if failed:
            raise outcome
        yield outcome


def _nel_processo(asked: bytes, limiti: Limiti) -> bytes:
    """Return what the process wrote until it ended, or was ended."""
    import subprocess  # noqa: PLC0415 - the process itself, which reads this module too, starts sooner without

    with _INSIEME:
        try:
            return subprocess.run(  # noqa: S603 - our own command
                [sys.executable, "-c", _COMANDO],
                input=asked,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # a library that aborts writes where it was
                timeout=limiti.secondi,
                check=False,
            ).stdout
        except subprocess.TimeoutExpired as late:
            return late.stdout or b""


class _Letto(pickle.Unpickler):
    """Reads what comes back: a file that took the process over gets nothing run here."""

    def find_class(self, module: str, name: str, /) -> type:
        """Return a class that may be in an outcome."""
        if not (module == "builtins" or f"{module}.".startswith(_NOSTRI)):
            raise pickle.UnpicklingError(module)
        found = super().find_class(module, name)
        if not isinstance(found, type) or (module == "builtins" and not issubclass(found, Exception)):
            raise pickle.UnpicklingError(name)
        return found


def dentro() -> None:
    """Do what is asked on the input, and write each outcome as it comes: the whole life of the process."""
    asked, told = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no outcome
    limiti, job, count = pickle.load(asked)  # noqa: S301 - from us
    for limit, most in (
        (resource.RLIMIT_AS, limiti.memoria),
        (resource.RLIMIT_CPU, limiti.processore),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))
    for _ in range(count):
        _fai(job, asked, told)


def _fai(job: Callable[..., Any], asked: BinaryIO, told: BinaryIO) -> None:
    try:
        outcome = (False, job(*pickle.load(asked)))  # noqa: S301 - from us
    except MemoryError:
        sys.exit()  # what is not written says so
    except Exception as error:  # noqa: BLE001 - raised again on the other side
        outcome = (True, error)
    pickle.dump(outcome, told)
    told.flush()
