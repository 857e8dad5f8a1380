"""The letterhead of a document, from its data: the same for all the documents of a skeleton, whatever else they say.

`letterhead({"intestazione": {"denominazione": "Alfa S.p.A."}, …})` → `Letterhead` with the name and no line.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docservice.modelli.intestazione import INTESTAZIONE, logo
from docservice.text.blocks import Letterhead, Logo, Run


def letterhead(dati: Mapping[str, Any]) -> Letterhead | None:
    """Return the letterhead of loaded data, None without one."""
    told = dati.get(INTESTAZIONE)
    if told is None:
        return None
    image, here = logo(dati), f"/{INTESTAZIONE}"
    drawn = None if image is None else Logo(image.png, image.svg, image.larghezza, image.altezza)
    lines = tuple((Run(line, f"{here}/righe/{place}"),) for place, line in enumerate(told.get("righe", ())))
    return Letterhead((Run(told["denominazione"], f"{here}/denominazione", bold=True),), lines, drawn)
