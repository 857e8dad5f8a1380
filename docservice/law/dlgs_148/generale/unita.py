"""The units of an employer, where a document concerns several: each has limits of its own (artt. 4, 12 and 22).

    unita(a document of the plants of Dalmine and Curno) -> ["Stabilimento di Dalmine", "Stabilimento di Curno"]

An earlier period that names no unit counts for each of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.finding import Rilievo, avviso, errore
from docservice.law.generale.regioni import nota_regione
from docservice.law.misura import in_persone

_RIGHE: Final = ("lavoratori", "gruppi", "periodi_precedenti")
"""The lists whose rows may name a unit."""


def denominazioni(caso: Documento) -> list[str]:
    """Return the names of the units concerned, of those that have one."""
    listed = caso.datore.get("unita_coinvolte", [])
    return [one["denominazione"] for one in listed if "denominazione" in one]


def unita(caso: Documento) -> list[str | None]:
    """Return the units to be judged one by one; [None], all together, where there are not several."""
    named = dict.fromkeys(denominazioni(caso))
    return [*named] if len(named) > 1 else [None]


def della(riga: Mapping[str, Any], nome: str | None) -> bool:
    """Say whether a row is of a unit: it is if it names none."""
    return nome is None or riga.get("unita", nome) == nome


def stessa(una: Mapping[str, Any], altra: Mapping[str, Any]) -> bool:
    """Say whether two rows may be of the same unit."""
    return "unita" not in una or "unita" not in altra or una["unita"] == altra["unita"]


def fasce(righe: Sequence[Mapping[str, Any]]) -> list[list[int]]:
    """Return the places of the rows of each department, unit by unit, in order of appearance."""
    units: dict[str | None, dict[str | None, list[int]]] = {}
    for place, row in enumerate(righe):
        units.setdefault(row.get("unita"), {}).setdefault(row.get("reparto"), []).append(place)
    return [places for departments in units.values() for places in departments.values()]


def precedenti_della(caso: Documento, nome: str | None) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Yield the earlier periods of a unit that run forwards, with their place in the list."""
    listed = caso.dati.get("periodi_precedenti", [])
    yield from ((place, listed[place]) for place in caso.precedenti if della(listed[place], nome))


def incoerenti(caso: Documento) -> Iterator[Rilievo]:
    """Yield the rows of no unit, and the units named twice, with more workers than staff, of no Region."""
    yield from ignote(caso)
    units: Sequence[Mapping[str, Any]] = caso.datore.get("unita_coinvolte", [])
    seen: set[str] = set()
    for place, one in enumerate(units):
        path, name = f"/datore_lavoro/unita_coinvolte/{place}", one.get("denominazione")
        if name in seen:
            yield avviso(
                f"{path}/denominazione",
                "Un’altra unità ha lo stesso nome: i lavoratori e i periodi dell’una non si distinguono da quelli"
                " dell’altra.",
                "Va corretto uno dei due nomi, oppure va tolta l’unità scritta due volte.",
            )
        seen |= {name} if name else set()
        most, staff = one.get("numero_massimo"), one.get("organico")
        if most is not None and staff is not None and most > staff:
            yield errore(
                f"{path}/numero_massimo",
                f"I lavoratori interessati dell’unità ({most}) sono più del suo organico ({staff}).",
                "Va corretto uno dei due numeri.",
                in_persone(most, staff),
            )
        if "regione" in one and nota_regione(one["regione"]) is None:
            yield avviso(
                f"{path}/regione",
                f"«{one['regione']}» non è una Regione, né una Provincia autonoma.",
                "Va scritto il nome della Regione: da quello dipende dove si tiene l’esame.",
                valore=one["regione"],
            )


def ignote(caso: Documento) -> Iterator[Rilievo]:
    """Yield the rows that name a unit which is not among those concerned."""
    known = set(denominazioni(caso))
    for name in _RIGHE:
        for place, row in enumerate(caso.dati.get(name, [])):
            if "unita" in row and row["unita"] not in known:
                yield errore(
                    f"/{name}/{place}/unita",
                    "L’unità non è fra quelle coinvolte indicate per il datore di lavoro.",
                    "Va corretto il nome, oppure l’unità va aggiunta, con la sua denominazione, fra le coinvolte.",
                )
