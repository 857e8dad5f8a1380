"""Rules at work: one rule run on one case, to one of three outcomes.

A rule (entered by `voce.regola`) yields findings, or says what is missing:

    esamina(rule, caso) -> (Controllo("AQ-G24", violato), [Rilievo(errore, "/numero_massimo_dipendenti", …)])
"""

from __future__ import annotations

from dataclasses import dataclass

from docservice.law.caso import Caso
from docservice.law.finding import EsitoControllo, Gravita, NonVerificabile, Rilievo
from docservice.law.voce import Voce


@dataclass(frozen=True, slots=True)
class Controllo:
    """The outcome of one rule on one document."""

    codice: str
    esito: EsitoControllo
    motivo: str | None = None

    def as_dict(self) -> dict[str, str]:
        """Return `{"codice", "esito", "motivo"?}`."""
        told = {"codice": self.codice, "esito": str(self.esito)}
        return told if self.motivo is None else {**told, "motivo": self.motivo}


def esamina(rule: Voce, caso: Caso) -> tuple[Controllo, list[Rilievo]]:
    """Run one rule on a case: its outcome, and its findings with code and source filled in."""
    lacking = rule.serve(caso) if rule.serve else None
    if lacking is not None:
        return Controllo(rule.codice, EsitoControllo.NON_VERIFICABILE, lacking), []
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
        return Controllo(rule.codice, EsitoControllo.VIOLATO), found
    if missing is not None:
        return Controllo(rule.codice, EsitoControllo.NON_VERIFICABILE, missing), found
    return Controllo(rule.codice, EsitoControllo.RISPETTATO), found
