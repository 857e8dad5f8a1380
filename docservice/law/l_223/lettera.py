"""The letter of dismissal, and the sheet that repeats it: L223-37.

A letter that does not tell how the procedure ended: L223-37 warns at /conclusione.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from docservice.law.citation import Fonte
from docservice.law.finding import avviso
from docservice.law.italiano import numero
from docservice.law.l_223.caso import Documento
from docservice.law.misura import in_persone
from docservice.law.tratti import RECESSO, SCHEDA_LAVORATORE
from docservice.law.voce import Esiti, regola

_RECESSO: Final = Fonte("L. 23 luglio 1991, n. 223", "art. 4 c. 9")
_APPLICATO: Final = "/criterio_applicato"


@regola("L223-37", _RECESSO, per=RECESSO)
def che_cosa_dice(caso: Documento) -> Esiti:
    """La lettera dice l’apertura e l’esito della procedura, e come il criterio è stato applicato alla persona."""
    if not caso.conclusione:
        yield avviso(
            "/conclusione", "La lettera non dice come la procedura è finita.", "Vanno indicati esito e giorno."
        )
    applied = caso.dati.get("criterio_applicato")
    if applied is None:
        yield avviso(
            _APPLICATO,
            "La lettera non dice con quale criterio è stata scelta la persona.",
            "Va indicato il criterio, e come si applica alla persona.",
        )
    else:
        yield from _punti(applied)


@regola("L223-37", _RECESSO, per=SCHEDA_LAVORATORE)
def che_cosa_ripete(caso: Documento) -> Esiti:
    """La scheda dice come il criterio è stato applicato alla persona, e i suoi dati concordano."""
    applied = caso.dati["criterio_applicato"]
    via = caso.dati["lavoratore"].get("via")
    if via is not None and via != applied["via"]:
        yield avviso(
            f"{_APPLICATO}/via",
            "Il criterio applicato non è quello indicato fra i dati del lavoratore.",
            "Va corretto quello sbagliato.",
        )
    yield from _punti(applied)


def _punti(applied: Mapping[str, Any]) -> Esiti:
    points = applied.get("punteggio")
    if points is None:
        if applied["via"] == "legale":
            yield avviso(
                f"{_APPLICATO}/punteggio",
                "La persona è scelta con i criteri di legge, ma i suoi punti e il suo posto non sono indicati.",
                "Vanno indicati: una descrizione da sola non mostra come i criteri si applicano alla persona.",
            )
        return
    total = points["carichi"] + points["anzianita"] + points["esigenze"]
    if total != points["totale"]:
        yield avviso(
            f"{_APPLICATO}/punteggio/totale",
            f"Il totale è {numero(points['totale'])}, ma la somma dei tre punteggi è {numero(total)}.",
            "Va corretto il totale, o il punteggio sbagliato.",
            valore=points["totale"],
            limite=total,
        )
    place = points["posizione"]
    for name, what in (("posti", "posti soppressi"), ("confrontati", "lavoratori confrontati")):
        if name in points and place > points[name]:
            yield avviso(
                f"{_APPLICATO}/punteggio/posizione",
                f"La posizione è {numero(place)}, e nel profilo {what}: {numero(points[name])}.",
                "Va corretta la posizione, o l’altro numero: si scelgono i primi della graduatoria.",
                in_persone(place, points[name]),
            )
            return
