"""A fence for what reads hostile files: a process of its own, with bounds on memory and time that end it."""

from __future__ import annotations

import os
import resource
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar

MEMORIA = 1024 * 1024 * 1024
"""Bytes of address space of the process."""
SECONDI = 60.0
"""Seconds in which it must have answered."""


T = TypeVar("T")


class OltreIlRecinto(Exception):  # noqa: N818 - in the words of the field
    """The process used too much memory or time, or died."""


def nel_recinto(job: Callable[..., T], *arguments: Any, secondi: float = SECONDI, memoria: int = MEMORIA) -> T:
    """Return what `job`, a function of a module, returns; raise what it raises, or `OltreIlRecinto`.

    Arguments, result and exceptions go through a pipe.
    """
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_work, args=(theirs, memoria, job, arguments), daemon=True)
    child.start()
    theirs.close()
    try:
        if not ours.poll(secondi):
            raise OltreIlRecinto
        failed, outcome = ours.recv()
    except (EOFError, OSError):
        raise OltreIlRecinto from None
    finally:
        child.kill()
        child.join()
        ours.close()
    if failed:
        raise outcome
    result: T = outcome
    return result


def _work(pipe: Connection, memory: int, job: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # a library that aborts writes where it was
    try:
        outcome = (False, job(*arguments))
    except MemoryError:
        return  # a pipe that closes says so
    except Exception as error:  # noqa: BLE001 - raised again on the other side
        outcome = (True, error)
    pipe.send(outcome)
