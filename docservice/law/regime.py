"""The regimes, by slug. Each is a package of `law`: to load it is to enter all that it says in the registry (`voce`).

regime("deroga-2009").caso(frozenset({DID}), dati) -> the document as the rules of that regime see it
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:  # who asks which rules bind a document makes no case
    from docservice.law.caso import Caso
    from docservice.law.tratti import Tratti


class Regime(Protocol):
    """What the package of a regime offers."""

    @staticmethod
    def caso(tratti: Tratti, dati: Mapping[str, Any]) -> Caso:
        """Return a document, by its traits and loaded data, as the regime's rules see it."""


def regimi() -> list[str]:
    """Return the slugs of the regimes that can see a document: the packages of `law` that offer `caso`."""
    parts = pkgutil.iter_modules(importlib.import_module("docservice.law").__path__, "docservice.law.")
    packages = [importlib.import_module(info.name) for info in parts if info.ispkg]
    return sorted(one.__name__.rpartition(".")[2].replace("_", "-") for one in packages if hasattr(one, "caso"))


@cache
def regime(slug: str) -> Regime:
    """Import a regime with all its modules, to the bottom, so that all it says is entered."""
    package = importlib.import_module(f"docservice.law.{slug.replace('-', '_')}")
    for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(info.name)
    if not callable(getattr(package, "caso", None)):
        raise TypeError(f"{package.__name__} offers no function `caso`: a module of that name would take its place")
    return cast("Regime", package)
