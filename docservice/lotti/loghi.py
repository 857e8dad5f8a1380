"""The logo of a lotto, kept once beside its rows: the row of each document says only its print.

A row `{"intestazione": {"logo": {"contenuto": "sha256:9f86…"}}, …}` is that of a document whose logo is in
`<id>.logo-9f86…`; ten thousand rows would otherwise hold the same 400 KB each.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from docservice.formati.lettura import impronta
from docservice.modelli.intestazione import con_logo, logo
from docservice.store.base import Magazzino
from docservice.store.privati import scrivi
from docservice.store.salute import tradotto


def deposita(m: Magazzino, lotto: str, payload: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the payload of a row as it is kept; its logo, if there is one, is in the store when this returns."""
    content = logo(payload)
    if content is None:
        return payload
    mark = impronta(content.encode())
    place = _dove(m, lotto, mark)
    if not place.exists():
        with tradotto(m.folder, suo=True):
            scrivi(place, content.encode())
    return con_logo(payload, mark)


def riprendi(m: Magazzino, lotto: str, tenuto: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the payload of a row as it was sent."""
    mark = logo(tenuto)
    return tenuto if mark is None else con_logo(tenuto, _letto(_dove(m, lotto, mark)))


def _dove(m: Magazzino, lotto: str, mark: str) -> Path:
    return m.risultati / f"{lotto}.logo-{mark.partition(':')[2]}"


@lru_cache(maxsize=4)
def _letto(place: Path) -> str:
    return place.read_text(encoding="ascii")
