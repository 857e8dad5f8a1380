"""The Regions and the autonomous Provinces, however people write their names; provinces; the authorities that call.

nota_regione("regione emilia romagna") -> "Emilia-Romagna"; nota_regione("Padania") -> None
province()["BG"] -> Provincia(nome="di Bergamo", regione="Lombardia")

`province.csv` has the two letters of the plates, of today and of the years from 2005 (CI, OG, OT and VS, of Sardinia,
until 2016; SU from 2016), how «la Provincia…» goes on, the Region. It has not been compared with ISTAT's list yet:
whoever does writes it here.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple
from unicodedata import normalize

AUTORITA: Final = {
    "regione": "la Regione",
    "ministero": "il Ministero del lavoro",
    "provincia": "la Provincia",
    "arifl": "l’ARIFL",
}
"""The authorities that call the parties of a procedure, and what each is called."""
REGIONI: Final = (
    *("Abruzzo", "Basilicata", "Calabria", "Campania", "Emilia-Romagna", "Friuli-Venezia Giulia", "Lazio", "Liguria"),
    *("Lombardia", "Marche", "Molise", "Piemonte", "Puglia", "Sardegna", "Sicilia", "Toscana", "Trentino-Alto Adige"),
    *("Umbria", "Valle d’Aosta", "Veneto", "Trento", "Bolzano"),
)
_ALTRI: Final = {
    "emilia": "Emilia-Romagna",
    "friuli": "Friuli-Venezia Giulia",
    "trentino": "Trento",
    "alto adige": "Bolzano",
    "sudtirol": "Bolzano",
    "bolzano alto adige": "Bolzano",
    "alto adige sudtirol": "Bolzano",
    "trentino alto adige sudtirol": "Trentino-Alto Adige",
    "valle d aosta vallee d aoste": "Valle d’Aosta",
    "val d aosta": "Valle d’Aosta",
}
"""Other names in use."""
_DAVANTI: Final = re.compile(r"^(?:regione|provincia|p a|pa)(?: autonoma)? (?:di |della |del |dell |delle )?")


def _piano(nome: str) -> str:
    """Return a name in small plain letters, with a space in the place of all else."""
    plain = normalize("NFKD", nome.replace("’", "'")).encode("ascii", "ignore").decode()
    return " ".join(re.sub(r"[^a-z]+", " ", plain.casefold()).split())


_NOTI: Final = {_piano(name): name for name in REGIONI} | _ALTRI | {"siciliana": "Sicilia"}


def nota_regione(nome: str) -> str | None:
    """Return a Region, or an autonomous Province, by its own name; None where there is none of that name."""
    told = _piano(nome)
    return _NOTI.get(told) or _NOTI.get(_DAVANTI.sub("", told))


def chiave(nome: str) -> str:
    """Return what two ways of writing one Region have in common; of a name of none, its plain letters."""
    return nota_regione(nome) or _piano(nome)


class Provincia(NamedTuple):
    """A province: how «la Provincia…» goes on, and the Region where it lies."""

    nome: str
    regione: str


@cache
def province() -> dict[str, Provincia]:
    """Return the provinces by their two letters."""
    with Path(__file__).with_name("province.csv").open(encoding="utf-8", newline="") as table:
        return {
            one["sigla"]: Provincia(one["provincia"], one["regione"]) for one in csv.DictReader(table, delimiter=";")
        }


def regione_di(sigla: str) -> str | None:
    """Return the Region of a province, by its two letters; None where there is none of them."""
    found = province().get(sigla)
    return found.regione if found else None
