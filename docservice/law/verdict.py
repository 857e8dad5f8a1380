"""The verdict on a document: every rule that applies, what failed and why, figures, deadlines, the bottom line.

valuta("did", caso).as_dict() -> {"modello": "did", "esito": "conforme", "rilievi": [], "controlli": […], …}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docservice.law.caso import Caso
from docservice.law.finding import Gravita, Rilievo, Scadenza
from docservice.law.passaggio import Passaggio
from docservice.law.rule import Controllo, esamina
from docservice.law.voce import REGISTRO, Genere, cifre, note, scadenze, svolgi


@dataclass(frozen=True, slots=True)
class Verdetto:
    """The result of `valida`: one object for the machine and for the page."""

    modello: str
    rilievi: tuple[Rilievo, ...]
    controlli: tuple[Controllo, ...]
    calcoli: Mapping[str, Any]
    scadenze: tuple[Scadenza, ...]
    caso: Caso | None = field(default=None, repr=False)

    @property
    def passaggi(self) -> list[Passaggio]:
        """How each figure was found, worked out when it is asked for: who judges thousands of rows asks for none."""
        return [] if self.caso is None else svolgi(self.caso, self.calcoli)

    @property
    def ha_errori(self) -> bool:
        """Whether the document breaks the law."""
        return any(r.gravita is Gravita.ERRORE for r in self.rilievi)

    @property
    def esito(self) -> str:
        """The bottom line."""
        if self.ha_errori:
            return "non_conforme"
        return "conforme_con_avvisi" if any(r.gravita is Gravita.AVVISO for r in self.rilievi) else "conforme"

    def as_dict(self) -> dict[str, Any]:
        """Return the verdict as it travels (spec of `POST …/valida`)."""
        return {
            "modello": self.modello,
            "esito": self.esito,
            "rilievi": [r.as_dict() for r in self.rilievi],
            "controlli": [c.as_dict() for c in self.controlli],
            "calcoli": dict(self.calcoli),
            "passaggi": [p.as_dict() for p in self.passaggi],
            "scadenze": [s.as_dict() for s in self.scadenze],
        }


def valuta(modello: str, caso: Caso) -> Verdetto:
    """Judge a document, of a type of that name, as its regime sees it; graver findings come first."""
    rules = list(REGISTRO.voci(Genere.REGOLA, caso))
    judged = {rule.codice: esamina(rule, caso) for rule in sorted(rules, key=lambda one: one.ultima)}
    outcomes = [judged[rule.codice] for rule in rules]
    found = [rilievo for _, rilievi in outcomes for rilievo in rilievi]
    found += note(caso)
    order = {grade: place for place, grade in enumerate(Gravita)}
    return Verdetto(
        modello=modello,
        rilievi=tuple(sorted(found, key=lambda r: order[r.gravita])),
        controlli=tuple(controllo for controllo, _ in outcomes),
        calcoli=cifre(caso),
        scadenze=tuple(scadenze(caso)),
        caso=caso,
    )
