"""The ranking of each profile: from the lowest points to the highest, and who the posts to be cut fall on.

    E 2, B 5, C 6, D 6, A 32, three posts -> E and B are chosen, C and D share the third post: nobody decides, unless a
    way of breaking ties was declared

Who is left out of the comparison has no points. A tie counts only where the last post falls in the middle of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from typing import Any, Final

from docservice.law.italiano import con_punto
from docservice.law.l_223.graduatoria.punteggi import Riga, riga

SI, NO, DA_DECIDERE = "si", "no", "da_decidere"
"""Whether a post falls on a worker."""
SPAREGGI: Final[Mapping[str, Callable[[Riga], int]]] = {
    "data_assunzione_recente": lambda one: -one.assunzione.toordinal(),
    "familiari_a_carico": lambda one: one.familiari,
}
"""Ways of breaking a tie: who has the lowest goes first."""


@dataclass(frozen=True, slots=True)
class Posizione:
    """A worker in the ranking; `spareggio` is what broke the tie, where one was broken."""

    riga: Riga
    posizione: int
    scelto: str
    spareggio: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the place as it travels."""
        one = self.riga
        return {
            "posizione": self.posizione,
            "id": one.id,
            "anni": one.anni,
            "punti_carichi": con_punto(one.carichi),
            "punti_anzianita": con_punto(one.anzianita),
            "punti_esigenze": con_punto(one.esigenze),
            "totale": con_punto(one.totale),
            "scelto": self.scelto,
            **({"spareggio": self.spareggio} if self.spareggio else {}),
        }


@dataclass(frozen=True, slots=True)
class Profilo:
    """The ranking of a profile: its place among those of the posts, its posts, everybody who is compared."""

    indice: int
    nome: str
    posti: int
    graduatoria: Sequence[Posizione]

    @property
    def scelti(self) -> list[Riga]:
        """Those on whom a post surely falls."""
        return [one.riga for one in self.graduatoria if one.scelto == SI]

    @property
    def in_bilico(self) -> list[Riga]:
        """Those of whom nothing says which are chosen."""
        return [one.riga for one in self.graduatoria if one.scelto == DA_DECIDERE]

    @property
    def soglia(self) -> Decimal | None:
        """The highest points among those chosen; None where nobody is."""
        return max((one.totale for one in self.scelti), default=None)

    def as_dict(self) -> dict[str, Any]:
        """Return the ranking as it travels."""
        even = [one.id for one in self.in_bilico]
        return {
            "profilo": self.nome,
            "posti": self.posti,
            "confrontati": len(self.graduatoria),
            **({} if self.soglia is None else {"soglia": con_punto(self.soglia)}),
            "graduatoria": [one.as_dict() for one in self.graduatoria],
            "parita": [even] if even else [],
        }


class Confronto:
    """All who are compared, profile by profile, and those left out; `percorso` is where they are in the document."""

    def __init__(self, dati: Mapping[str, Any], percorso: str = "") -> None:
        self.dati, self.percorso = dati, percorso
        self.criteri: Mapping[str, Any] = dati["criteri"]
        self.lavoratori: Sequence[Mapping[str, Any]] = dati["lavoratori"]
        self.spareggio: Sequence[str] = dati.get("spareggio", ())

    @cached_property
    def profili(self) -> list[Profilo]:
        """The ranking of each profile, in the order of the posts."""
        rows = defaultdict(list)
        for place, one in enumerate(self.lavoratori):
            if "escluso" not in one:
                rows[one["profilo"]].append(riga(place, one, self.criteri, self.dati["data"]))
        return [
            Profilo(place, one["profilo"], one["numero"], self._in_fila(rows[one["profilo"]], one["numero"]))
            for place, one in enumerate(self.dati["posti"])
        ]

    @cached_property
    def senza_posti(self) -> list[tuple[int, Mapping[str, Any]]]:
        """Those whose profile is not among the posts, with their place in the list."""
        known = {one["profilo"] for one in self.dati["posti"]}
        told = enumerate(self.lavoratori)
        return [(place, one) for place, one in told if "escluso" not in one and one["profilo"] not in known]

    @cached_property
    def esclusi(self) -> list[tuple[int, Mapping[str, Any]]]:
        """Those left out of the comparison, with their place in the list."""
        return [(place, one) for place, one in enumerate(self.lavoratori) if "escluso" in one]

    @cached_property
    def licenziati(self) -> list[tuple[int, Mapping[str, Any]]]:
        """Those said to be dismissed, with their place in the list."""
        return [(place, one) for place, one in enumerate(self.lavoratori) if one.get("licenziato")]

    def lavoratore(self, indice: int) -> str:
        """Return where a worker is in the document."""
        return f"{self.percorso}/lavoratori/{indice}"

    def ordine(self, one: Riga) -> tuple[Decimal | int, ...]:
        """Return what decides who goes first: the points, then what breaks a tie."""
        return one.totale, *(SPAREGGI[name](one) for name in self.spareggio)

    def _in_fila(self, rows: list[Riga], posts: int) -> list[Posizione]:
        rows = sorted(rows, key=lambda one: (one.totale, one.id))
        totals = [one.totale for one in rows]
        told: list[tuple[Riga, str, str | None]] = []
        told += ((one, SI if place < posts else NO, None) for place, one in enumerate(rows))
        if 0 < posts < len(rows) and totals[posts - 1] == totals[posts]:
            first = bisect_left(totals, totals[posts])
            even = [one for one in rows[first:] if one.totale == totals[posts]]
            told[first : first + len(even)] = _spareggia(even, posts - first, self.spareggio)
        return [Posizione(one, bisect_left(totals, one.totale) + 1, chosen, step) for one, chosen, step in told]


def _spareggia(
    even: Sequence[Riga], posts: int, keys: Sequence[str], step: str | None = None
) -> list[tuple[Riga, str, str | None]]:
    """Return in order workers of the same points, of whom so many are to be chosen; `step` is what was used last."""
    if posts in (0, len(even)):
        return [(one, SI if posts else NO, step) for one in even]
    if not keys:
        return [(one, DA_DECIDERE, None) for one in even]
    first, *others = keys
    found: list[tuple[Riga, str, str | None]] = []
    for _, group in groupby(sorted(even, key=SPAREGGI[first]), key=SPAREGGI[first]):
        alike = list(group)
        found += _spareggia(alike, max(0, min(posts - len(found), len(alike))), others, first)
    return found
