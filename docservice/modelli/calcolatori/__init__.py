"""What each calculator asks; the rules of their domain (a year with no figure, too many hours) are the law's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from marshmallow import Schema


@cache
def schemi() -> dict[str, type[Schema]]:
    """Return the schema of the data of each calculator, by its id."""
    # loads the whole law, and those who list the documents read words of the calculators and no more
    from docservice.law.calculator import catalogo  # noqa: PLC0415
    from docservice.modelli.calcolatori import contributi, deroga, durate, orari, procedure  # noqa: PLC0415

    modules = (contributi, deroga, durate, orari, procedure)
    return {one.id: _schema(one.schema, modules) for one in catalogo().values()}


def _schema(name: str, modules: Iterable[ModuleType]) -> type[Schema]:
    [found] = [vars(module)[name] for module in modules if name in vars(module)]
    schema: type[Schema] = found
    return schema


@dataclass(frozen=True, slots=True)
class Esempio:
    """Data of a worked example, as they travel, and where it comes from."""

    dati: dict[str, Any]
    fonte: str


@cache
def esempi() -> dict[str, Esempio]:
    """Return the worked example of each calculator, by its id."""
    import yaml  # noqa: PLC0415 - these examples are for who reads the description of the API

    told = yaml.load((Path(__file__).parent / "esempi.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    return {slug: Esempio(one["dati"], one["fonte"]) for slug, one in told.items()}
