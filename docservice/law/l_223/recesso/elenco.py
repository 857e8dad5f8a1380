"""The list of those dismissed in the last notice: what it holds of each (L223-9), and how it is printed.

Born on 14/03/1971, dismissed on 15/07/2024: fifty-three years. A mixed notice has a band for each way of choosing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from docservice.law.calendar import anni_interi
from docservice.law.finding import avviso, errore
from docservice.law.generale.identificativi import ripetuti
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import legge
from docservice.law.l_223.recesso.criterio import MISTO
from docservice.law.l_223.recesso.termini import fine, ultimo
from docservice.law.tratti import FINALE
from docservice.law.voce import Esiti, parole, regola

_COMMA_9: Final = legge("art. 4 c. 9")
_DATI: Final = {
    "residenza": "la residenza",
    "qualifica": "la qualifica",
    "livello": "il livello",
    "eta": "l’età",
    "familiari_a_carico": "il carico di famiglia",
}
"""What the law wants of everyone, besides the name."""


@regola("L223-9", _COMMA_9, per=FINALE)
def elenco_completo(caso: Documento) -> Esiti:
    """Di ogni licenziato, una volta, si danno residenza, qualifica, livello, età, carico; e come si è scelto."""
    yield from ripetuti(caso.con_percorso())
    for path, worker in caso.con_percorso():
        age = eta(worker)
        for name, what in _DATI.items():
            if name not in worker and (name != "eta" or age is None):
                yield errore(
                    f"{path}/{'data_nascita' if name == 'eta' else name}",
                    f"Del lavoratore manca {what}, che la legge vuole nell’elenco.",
                    "Va indicata l’età, o la data di nascita." if name == "eta" else "Il dato va indicato.",
                )
        if "data_nascita" in worker and worker.get("eta", age) != age:
            yield avviso(
                f"{path}/eta",
                "L’età indicata non è quella che risulta dalla data di nascita, contata al giorno del recesso.",
                "Va corretto uno dei due dati, o va tolta l’età: si conta da sé.",
            )
    if "applicazione" not in caso.dati:
        yield errore(
            "/applicazione",
            "Non è detto come sono stati applicati i criteri di scelta.",
            "Va descritto in modo puntuale: senza, il lavoratore non può capire perché è stato scelto lui.",
        )
    if not caso.criterio:
        yield avviso(
            "/criterio",
            "Non è indicato il criterio di scelta, che sul documento resta da riempire.",
            "Va indicato quello dell’accordo, o i tre di legge con i loro pesi.",
        )


def eta(lavoratore: Mapping[str, Any]) -> int | None:
    """Return the years of age on the day of the dismissal, or those told; None where neither is known."""
    born: date | None = lavoratore.get("data_nascita")
    if born is None:
        return lavoratore.get("eta")
    return anni_interi(born, lavoratore["data_recesso"])


@parole("elenco_finale", _COMMA_9, per=FINALE)
def parole_dell_elenco(caso: Documento) -> dict[str, Any]:
    """Return the lists, one for each way of choosing where there are two, ages, days of the letters, in how many."""
    days = sorted({one.data for one in caso.recessi})
    ages = [eta(worker) for worker in caso.lavoratori]
    ends, last = fine(caso), ultimo(caso)
    kept = bool(last and ends and days and ends <= days[0] and days[-1] <= min(last, caso.giorno))
    return {
        "liste": _liste(caso),
        "eta": ["–" if one is None else one for one in ages],
        "recessi_dal": days[0] if days else "",
        "recessi_al": days[-1] if days else "",
        "piu_giorni": len(days) > 1,
        "in_tutto": Decimal(len(caso.lavoratori)),
        "nei_termini": kept,
    }


def _liste(caso: Documento) -> list[dict[str, Any]]:
    """Return the places of the workers of each list; those of a mixed notice whose way is not told have their own."""
    if caso.dati["forma"] != MISTO:
        return [{"via": "", "indici": list(range(len(caso.lavoratori)))}]
    found: dict[str, list[int]] = {"concordato": [], "legale": [], "non_detta": []}
    for place, worker in enumerate(caso.lavoratori):
        found[worker.get("via", "non_detta")].append(place)
    return [{"via": way, "indici": places} for way, places in found.items() if places]
