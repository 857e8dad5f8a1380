"""What each calculator asks; the rules of their domain (a year with no figure, too many hours) are the law's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from marshmallow import Schema

from docservice.law.calculator import catalogo
from docservice.modelli.calcolatori import contributi, deroga, durate, orari, procedure


def _schema(name: str) -> type[Schema]:
    [found] = [vars(module)[name] for module in (contributi, deroga, durate, orari, procedure) if name in vars(module)]
    schema: type[Schema] = found
    return schema


SCHEMI: dict[str, type[Schema]] = {one.id: _schema(one.schema) for one in catalogo().values()}
"""Schema of the data of each calculator, by its id."""


@dataclass(frozen=True, slots=True)
class Esempio:
    """Data of a worked example, as they travel, and where it comes from."""

    dati: dict[str, Any]
    fonte: str


@cache
def esempi() -> dict[str, Esempio]:
    """Return the worked example of each calculator, by its id."""
    told = yaml.safe_load((Path(__file__).parent / "esempi.yaml").read_text(encoding="utf-8"))
    return {slug: Esempio(one["dati"], one["fonte"]) for slug, one in told.items()}
