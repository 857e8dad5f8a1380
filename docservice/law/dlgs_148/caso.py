"""The typed view of a document's data that every rule of the regime reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from docservice.law.citation import Fonte
from docservice.law.comune.elenco import Elenco
from docservice.law.comune.orari import righe
from docservice.law.figures import FiguraIgnota, Valore, figura


def decreto(punto: str) -> Fonte:
    """Cite an article of the decree."""
    return Fonte("D.Lgs. 14 settembre 2015, n. 148", punto)


class Caso:
    """A document as the rules see it. Optional data not given are None or empty."""

    def __init__(self, modello: str, dati: Mapping[str, Any]) -> None:
        self.modello = modello
        self.dati = dati
        self.giorno: date = dati["data"]
        self.elenco_lavoratori = Elenco(dati.get("lavoratori", []))
        self.righe = righe(dati)
        self.elenco = "/gruppi" if "gruppi" in dati else "/lavoratori"

    def figura(self, nome: str) -> Valore | None:
        """Return a figure of the regime at the document's date, None where it is not known (D148-1 says so)."""
        try:
            return figura(f"dlgs_148.{nome}", self.giorno)
        except FiguraIgnota:
            return None

    def con_percorso(self) -> Sequence[tuple[str, Mapping[str, Any]]]:
        """Return each listed worker with its JSON pointer."""
        return self.elenco_lavoratori.con_percorso
