"""Pairs of days of a document that have an order, and which documents they bind; `ordine` compares them.

    Ordine((DECRETO, (non_dopo("/domanda/data", "/data"),))).di(a decree) -> the pair

A day is told by its JSON pointer, where `*` is every element of a list; `*` in both of a pair is the same element.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from docservice.law.caso import Caso
from docservice.law.generale.nomi_dei_giorni import NASCITA
from docservice.law.tratti import Per, Tratti, Tratto


@dataclass(frozen=True, slots=True)
class Coppia:
    """Two days of which `prima` does not come after `poi`; one that does not is told at `presso`, one of the two."""

    prima: str
    poi: str
    presso: str
    se: Callable[[Any], bool] | None = None
    perche: str = ""
    rimedio: str = "Va corretta una delle due date."


def non_dopo(campo: str, altro: str, se: Callable[[Any], bool] | None = None, **detto: str) -> Coppia:
    """Say that a day does not come after another; `detto`: what follows if it does, and another remedy."""
    return Coppia(campo, altro, campo, se, **detto)


def non_prima(campo: str, altro: str, se: Callable[[Any], bool] | None = None, **detto: str) -> Coppia:
    """Say that a day does not come before another; `detto`: what follows if it does, and another remedy."""
    return Coppia(altro, campo, campo, se, **detto)


_UNO: Final = "/lavoratori/*"
LAVORATORI: Final = (
    non_dopo(f"{_UNO}/data_assunzione", "/data"),
    non_prima(f"{_UNO}/data_assunzione", f"{_UNO}/{NASCITA}"),
    non_prima(f"{_UNO}/data_sospensione", f"{_UNO}/data_assunzione"),
    non_prima(f"{_UNO}/data_cessazione", f"{_UNO}/data_assunzione"),
    non_prima(f"{_UNO}/fine_indennita_preavviso", f"{_UNO}/data_cessazione"),
    non_dopo(f"{_UNO}/data_sospensione", "/periodo/al"),
)
"""What holds of the workers that any document lists."""


LETTERA: Final = tuple(
    non_dopo(one, "/data") for one in ("/richiesta/data", "/protocollo/data", "/data_domanda", "/data_ricezione")
)
"""What comes before the letter by which an authority calls."""


class Ordine:
    """The pairs of a regime, in groups, each with the documents that it binds."""

    def __init__(self, *gruppi: tuple[Per | Tratto, tuple[Coppia, ...]]) -> None:
        self.gruppi = gruppi
        self._coppie: dict[Tratti, tuple[Coppia, ...]] = {}

    def di(self, caso: Caso) -> Iterator[Coppia]:
        """Yield the pairs that bind a document."""
        own = self._coppie.get(caso.tratti)
        if own is None:
            own = tuple(one for who, pairs in self.gruppi if caso.di(who) for one in pairs)
            self._coppie[caso.tratti] = own
        return (one for one in own if one.se is None or one.se(caso))
