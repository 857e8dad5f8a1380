"""Rules at work: one rule run on one case, to one of three outcomes.

A rule (entered by `voce.regola`) yields findings, or says what is missing:

    esamina(rule, caso) -> (Controllo(rule, violato), [Rilievo(errore, "/numero_massimo_dipendenti", …)])
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docservice.law.caso import Caso
from docservice.law.finding import EsitoControllo, Gravita, NonVerificabile, Rilievo
from docservice.law.voce import Voce


@dataclass(frozen=True, slots=True)
class Controllo:
    """The outcome of one rule on one document."""

    regola: Voce
    esito: EsitoControllo
    motivo: str | None = None

    @property
    def codice(self) -> str:
        """The code of the rule."""
        return self.regola.codice

    def as_dict(self) -> dict[str, Any]:
        """Return `{"codice", "esito", "motivo"?, "descrizione", "fonte"}`: the last two are those of the rule."""
        told = {"codice": self.codice, "esito": str(self.esito)}
        why = {} if self.motivo is None else {"motivo": self.motivo}
        return {**told, **why, "descrizione": self.regola.testo, "fonte": self.regola.fonte.as_dict()}


def esamina(rule: Voce, caso: Caso) -> tuple[Controllo, list[Rilievo]]:
    """Run one rule on a case: its outcome, and its findings with code and source filled in."""
    lacking = caso.tace(rule.codice) or (rule.serve(caso) if rule.serve else None)
    if lacking is not None:
        return Controllo(rule, EsitoControllo.NON_VERIFICABILE, lacking), []
    found: list[Rilievo] = []
    missing: str | None = None
    try:
        for told in rule.dice(caso):
            if isinstance(told, NonVerificabile):
                missing = missing or told.motivo
            else:
                found.append(told.di(rule.codice, rule.fonte))
    except NonVerificabile as lacked:
        missing = missing or lacked.motivo
    if any(f.gravita is not Gravita.NOTA for f in found):
        return Controllo(rule, EsitoControllo.VIOLATO), found
    if missing is not None:
        return Controllo(rule, EsitoControllo.NON_VERIFICABILE, missing), found
    return Controllo(rule, EsitoControllo.RISPETTATO), found
