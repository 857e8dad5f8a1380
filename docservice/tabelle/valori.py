"""The values of an object, by the steps to them.

`passi("/lavoratore/nome")` → `["lavoratore", "nome"]`; `metti(values, ["lavoratore", "nome"], "Carla")` makes `values`
`{"lavoratore": {"nome": "Carla"}}`; `sovrapponi({"a": {"x": 1}}, {"a": {"y": 2}})` → `{"a": {"x": 1, "y": 2}}`.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import takewhile
from typing import Any

from docservice.campi.numeri import come_testo
from docservice.formati.lettura import tappe


def passi(percorso: str) -> list[str]:
    """Return the steps of a JSON pointer up to the first list, which is sent whole or not at all."""
    return list(takewhile(lambda step: not step.isdigit(), tappe(percorso)))


def contiene(values: Mapping[str, Any], steps: Sequence[str]) -> bool:
    """Say whether an object has a value there."""
    for step in steps:
        if not isinstance(values, Mapping) or step not in values:
            return False
        values = values[step]
    return True


def metti(values: dict[str, Any], steps: Sequence[str], value: Any) -> None:
    """Put a value there."""
    for step in steps[:-1]:
        values = values.setdefault(step, {})
    values[steps[-1]] = value


def sovrapponi(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Lay the values of a row over those that rows share."""
    merged = copy.deepcopy(dict(below))
    for name, value in above.items():
        under = merged.get(name)
        merged[name] = sovrapponi(under, value) if isinstance(under, dict) and isinstance(value, dict) else value
    return merged


def conservabile(value: Any) -> Any:
    """Return the data of a document, found good, as they are kept: numbers with decimals as the text that says them.

    What reads them again, to make the document, finds what was judged.
    """
    if isinstance(value, Decimal):
        return come_testo(value)
    if isinstance(value, dict):
        return {name: conservabile(one) for name, one in value.items()}
    return [conservabile(one) for one in value] if isinstance(value, list) else value
