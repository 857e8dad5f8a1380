"""The regimes, by slug: each is a package of `law` that offers `caso`, `calcoli`, `note` and `scadenze`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import ModuleType
from typing import Any


@cache
def regime(slug: str) -> ModuleType:
    """Import a regime with all its modules, so that every rule is entered."""
    package = importlib.import_module(f"docservice.law.{slug.replace('-', '_')}")
    for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(info.name)
    return package


def parametri_del_testo(modello: str, slug: str, dati: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the law lends to a document's text: figures in force and days computed."""
    law = regime(slug)
    lent: dict[str, Any] = law.per_il_testo(law.caso(modello, dati))
    return lent
