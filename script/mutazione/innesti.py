"""The faults in the law: into a function where it stands, or into a source that is imported; what a run reaches of it.

A fault in the body of a function is put into the function itself, in a fork; nothing is imported again. The rest
(constants, decorators, defaults) is run at import: there a fork made before anything of the project was imported does
so from the faulty source.
"""

from __future__ import annotations

import functools
import gc
import importlib.abc
import importlib.util
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, Final

from script.mutazione.guasti import Guasto

LAW: Final = "docservice.law"
_A_FUNZIONE: Final = 0x1  # CO_OPTIMIZED: the code of a function, not of a class
_CALDE: Final = {"tutte", "regime", "catalogo"}
"""What is read once and kept: the same in every fork, but for faults in the modules that read it."""
_LETTURA: Final = {"valore", "figures", "citation", "regime", "calculator"}

Posto = tuple[str, str]
"""A function: file and dotted name."""
Riga = tuple[str, int]


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
