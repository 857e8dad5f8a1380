"""The workers that a document lists, who may be very many: what several rules ask of them all is found once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from docservice.law.generale.codice_fiscale import esatto

Lavoratore = Mapping[str, Any]


class Elenco:
    """Workers with their JSON pointers, in the order of the list."""

    def __init__(self, lavoratori: Sequence[Lavoratore]) -> None:
        self.lavoratori = lavoratori

    @cached_property
    def con_percorso(self) -> Sequence[tuple[str, Lavoratore]]:
        """Every worker."""
        return [(f"/lavoratori/{index}", worker) for index, worker in enumerate(self.lavoratori)]

    @cached_property
    def con_periodi(self) -> Sequence[tuple[str, Lavoratore]]:
        """Those with earlier periods."""
        return [one for one in self.con_percorso if one[1].get("periodi_precedenti")]

    @cached_property
    def con_codice_dubbio(self) -> Sequence[tuple[str, Lavoratore]]:
        """Those whose codice fiscale is not plainly good."""
        return [one for one in self.con_percorso if not esatto(one[1]["codice_fiscale"])]
