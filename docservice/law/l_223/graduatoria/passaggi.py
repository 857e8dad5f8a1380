"""How the ranking and the two quotas are found, step by step, for the calculator and for the figures of a document.

Passo("Punti di E", "0 × 1 + 1 × 1 + 1", "2")
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docservice.law.italiano import numero, percento
from docservice.law.l_223.graduatoria.classifica import Confronto, Profilo
from docservice.law.l_223.graduatoria.punteggi import RADDOPPIO, formula
from docservice.law.l_223.graduatoria.quote import Donne, Riserva, quota


class Passo(NamedTuple):
    """A step: what is worked out, the formula in numbers, what comes of it."""

    descrizione: str
    formula: str
    valore: str


def della_graduatoria(of: Confronto) -> Iterator[Passo]:
    """Yield what each point is worth, the points of each worker, where each profile is cut."""
    family, seniority = (numero(of.criteri[name]) for name in ("carichi_famiglia", "anzianita"))
    needs = "determinanti: quanto gli altri due; equivalenti: 1" if of.criteri["esigenze"] == RADDOPPIO else "i dati"
    yield Passo("Punti di ciascuno", f"familiari × {family} + anni interi × {seniority} + esigenze ({needs})", "totale")
    for profile in of.profili:
        for one in profile.graduatoria:
            yield Passo(f"Punti di {one.riga.id}", formula(one.riga, of.criteri), numero(one.riga.totale))
        yield _taglio(profile)


def _taglio(profile: Profilo) -> Passo:
    threshold, even = profile.soglia, profile.in_bilico
    told = f"posti: {profile.posti}; confrontati: {len(profile.graduatoria)}; dal punteggio minore"
    value = "nessuno" if threshold is None else f"fino a {numero(threshold)} punti"
    if even:
        value += f"; con {numero(even[0].totale)} punti, da decidere fra {len(even)}"
    return Passo(f"Scelti nel profilo {profile.nome}", told, value)


def delle_donne(of: Donne) -> Iterator[Passo]:
    """Yield the comparison of the women among the dismissed with those among the employed."""
    yield Passo("Donne fra gli occupati", f"{of.donne} / {of.occupati} × 100", percento(quota(of.donne, of.occupati)))
    share = percento(quota(of.donne_licenziate, of.licenziati))
    yield Passo("Donne fra i licenziati", f"{of.donne_licenziate} / {of.licenziati} × 100", share)
    sign = "≤" if of.entro_limite else ">"
    told = f"{of.donne_licenziate} × {of.occupati} {sign} {of.donne} × {of.licenziati}"
    yield Passo("Confronto fra le due parti", told, "entro il limite" if of.entro_limite else "oltre il limite")


def della_riserva(of: Riserva, base: int) -> Iterator[Passo]:
    """Yield how the reserve is counted, and who is left of it."""
    told = "quella indicata"
    if of.valori:
        *_, most, percent = (one.decimale for one in of.valori)
        many = f"{base} × {numero(percent)} / 100, in su se oltre mezza unità"
        told = many if base > most else f"la fascia di {base} dipendenti"
    yield Passo("Quota di riserva", told, str(of.quota))
    yield Passo("Occupati protetti che rimangono", f"{of.occupati} − {of.licenziati}", str(max(0, of.rimanenti)))
