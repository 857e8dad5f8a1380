"""The workers that a document lists, with their JSON pointers. They may be very many: what several rules ask is kept.

Elenco([{}, {"contratto": "domicilio"}]).con("contratto") -> [("/lavoratori/1", {"contratto": "domicilio"})]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from docservice.law.finding import NonVerificabile
from docservice.law.generale.codice_fiscale import esatto
from docservice.law.generale.nome_nel_codice import coincide

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
        """Those whose codice fiscale is told, and is not plainly good."""
        return [one for one in self.con("codice_fiscale") if not esatto(one[1]["codice_fiscale"])]

    @cached_property
    def da_confrontare(self) -> Sequence[tuple[str, Lavoratore]]:
        """Those whose codice fiscale is not plainly that of their name, or may belie more than their name."""
        return [
            (path, one)
            for path, one in self.con("codice_fiscale")
            if not coincide(one["cognome"], one["nome"], one["codice_fiscale"])
            or "data_nascita" in one
            or "sesso" in one
        ]

    def con(self, nome: str) -> Sequence[tuple[str, Lavoratore]]:
        """Return those who have a datum."""
        return [one for one in self.con_percorso if nome in one[1]]

    def taciuto(self, nome: str, motivo: str, chi: str = "lavoratori elencati") -> Iterator[NonVerificabile]:
        """Yield what a rule cannot verify because some workers have no such datum: see `senza`."""
        silent = len(self.lavoratori) - len(self.con(nome))
        if silent:
            yield senza(motivo, silent, chi)


def senza(motivo: str, quanti: int, chi: str = "lavoratori elencati") -> NonVerificabile:
    """Say how many lack a datum: "orari non indicati per 3 dei lavoratori elencati"."""
    return NonVerificabile(f"{motivo} per {quanti} dei {chi}")
