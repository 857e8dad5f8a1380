"""When dismissals are collective (L. 223/1991, art. 24 c. 1 and art. 4 c. 1): how many they are.

    three to dismiss in Bergamo and three in Milano -> {"esuberi_provincia": "3", "licenziamento_collettivo": False, …}

Of a reduction: more than fifteen employees on average in the last six months, and at least five dismissals in one
province, with those made for the same reduction in the 120 days before the notice, the first of which is the 120th
before its day (reading). Of a firm admitted to CIGS: more than fifteen on the day of its application, one dismissal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.italiano import numero
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import legge
from docservice.law.passaggio import Passaggio, somma_di
from docservice.law.tratti import APERTURA
from docservice.law.voce import cifra

CIGS: Final = "cigs"
"""The firm admitted to that treatment, among the three cases of the law."""


@dataclass(frozen=True, slots=True)
class Esuberi:
    """Heads in excess of a province, and those dismissed there before for the same reduction."""

    provincia: str
    aperti: tuple[int, ...]
    collegati: tuple[int, ...]

    @property
    def somma(self) -> int:
        """All of them."""
        return sum(self.aperti) + sum(self.collegati)


def organico(caso: Documento) -> Decimal | None:
    """Return the employees that decide: on average, or on the day of the application for CIGS."""
    name = "organico_alla_domanda_cigs" if caso.dati["fattispecie"] == CIGS else "organico_medio_semestre"
    told = caso.dati.get(name)
    return None if told is None else Decimal(told)


def primo_collegato(caso: Documento) -> date | None:
    """Return the first day on which a dismissal made before is counted."""
    days = caso.figura("giorni_soglia")
    return aggiungi_giorni(caso.giorno, -int(days.decimale)) if days else None


def _collegati(caso: Documento) -> Iterator[Mapping[str, Any]]:
    first = primo_collegato(caso)
    for one in caso.dati.get("licenziamenti_collegati", []):
        if first is not None and first <= one["data"] <= caso.giorno:
            yield one


def esuberi(caso: Documento) -> Esuberi | None:
    """Return those of the province with most, the first of the list among equals.

    None without their table, or with rows of units that are not listed.
    """
    where = {one["id"]: one["provincia"] for one in caso.dati["unita"]}
    rows = caso.dati.get("tabella_esuberi", [])
    if not {row["unita"] for row in rows} <= where.keys():
        return None
    opened: dict[str, list[int]] = {}
    for row in rows:
        opened.setdefault(where[row["unita"]], []).append(row["numero"])
    made: dict[str, list[int]] = {}
    for one in _collegati(caso):
        made.setdefault(one["provincia"], []).append(one["numero"])
    every = (Esuberi(name, tuple(rows), tuple(made.get(name, ()))) for name, rows in opened.items())
    return max(every, key=lambda one: one.somma, default=None)


def minimo(caso: Documento) -> Decimal | None:
    """Return the fewest dismissals that are collective."""
    few = caso.figura("licenziamenti_soglia_cigs" if caso.dati["fattispecie"] == CIGS else "licenziamenti_soglia")
    return few.decimale if few else None


def _passi(caso: Documento, cifre: Mapping[str, Any]) -> Iterator[Passaggio]:
    heads, found = organico(caso), esuberi(caso)
    if heads is not None:
        which = (
            "nel giorno della domanda di CIGS" if caso.dati["fattispecie"] == CIGS else "media degli ultimi sei mesi"
        )
        yield Passaggio("organico_rilevante", "Dipendenti che decidono", f"{which}: {numero(heads)}")
    if found is not None:
        yield Passaggio("provincia_rilevante", "Provincia con più esuberi", "province delle unità della tabella")
        made = f" + {somma_di([str(one) for one in found.collegati])} già fatti" if found.collegati else ""
        opened = somma_di([str(one) for one in found.aperti])
        yield Passaggio("esuberi_provincia", f"Esuberi della provincia {found.provincia}", f"{opened}{made}")
    most, few = caso.figura("dipendenti_soglia"), minimo(caso)
    if "licenziamento_collettivo" in cifre and most is not None and few is not None:
        told = [f"{numero(heads)} > {numero(most.decimale)}"] if heads is not None else []
        told += [f"{found.somma} ≥ {numero(few)}"] if found is not None else []
        yield Passaggio("licenziamento_collettivo", "Licenziamento collettivo", "; ".join(told))


@cifra(
    *("organico_rilevante", "provincia_rilevante", "esuberi_provincia", "licenziamento_collettivo"),
    fonte=legge("art. 24 c. 1"),
    per=APERTURA,
    passi=_passi,
)
def cifre_della_soglia(caso: Documento) -> dict[str, Any]:
    """Return what decides whether the dismissals are collective, and whether they are, where it is known."""
    heads, found = organico(caso), esuberi(caso)
    most, few = caso.figura("dipendenti_soglia"), minimo(caso)
    told: dict[str, Any] = {}
    if heads is not None:
        told["organico_rilevante"] = str(heads)
    if found is not None:
        told |= {"provincia_rilevante": found.provincia, "esuberi_provincia": str(found.somma)}
    if most is None or few is None:
        return told
    enough = [None if heads is None else heads > most.decimale, None if found is None else found.somma >= few]
    if False in enough or None not in enough:
        told["licenziamento_collettivo"] = all(enough)
    return told
