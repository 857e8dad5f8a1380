"""The last notice of the procedure: what its list holds, by when it is sent, what goes with it: L223-9, 10, 24, S-C9.

First letter of 28/06/2024, notice of 06/07/2024: L223-10, since the seventh day is the fifth of July.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.citation import Fonte
from docservice.law.finding import NonVerificabile, Scadenza, avviso, errore, serve
from docservice.law.generale.identificativi import ripetuti
from docservice.law.italiano import giorno
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import legge
from docservice.law.l_223.recesso.criterio import MISTO
from docservice.law.l_223.recesso.termini import fine, ultimo
from docservice.law.misura import in_date, in_persone
from docservice.law.tratti import FINALE, RECESSO
from docservice.law.voce import Esiti, parole, regola, scadenza

_COMMA_9: Final = legge("art. 4 c. 9")
_MODULI: Final = Fonte("Guida agli ammortizzatori sociali del maggio 2024", "comunicazione dell’art. 4 c. 9, allegati")
_DATI: Final = {
    "residenza": "la residenza",
    "qualifica": "la qualifica",
    "livello": "il livello",
    "eta": "l’età",
    "familiari_a_carico": "il carico di famiglia",
}
"""What the law wants of everyone, besides the name."""
_SENZA_CARTA: Final = frozenset({"pec", "portale"})
_DUE: Final = 2


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
    day: date = lavoratore["data_recesso"]
    years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    return max(years, 0)


def _entro(caso: Documento) -> Scadenza | None:
    """Return the last day of the notice, from the first letter."""
    first = caso.primo_recesso
    days = caso.figura("giorni_comunicazione_finale", first) if first else None
    if first is None or days is None:
        return None
    told = "Termine della comunicazione finale"
    return Scadenza("S-C9", told, aggiungi_giorni(first, int(days.decimale)), days.fonte)


@regola("L223-10", _COMMA_9, per=FINALE)
def entro_sette_giorni(caso: Documento) -> Esiti:
    """La comunicazione è una per tutti, entro sette giorni dal primo recesso; fino al 17/07/2012, contestuale."""
    due = serve(_entro(caso), "giorno del primo recesso non indicato, o prima della legge")
    last, first = due.data or date.max, caso.primo_recesso or date.max
    if caso.giorno <= last:
        return
    when = "va mandata insieme ai recessi" if last == first else f"va mandata entro il {giorno(last)}"
    yield avviso(
        "/data",
        f"La comunicazione è del {giorno(caso.giorno)}: il primo recesso è del {giorno(first)}, e {when}.",
        "Va mandata subito: il termine è perentorio e unico per tutti, e il ritardo può viziare ogni licenziamento.",
        in_date(caso.giorno, last),
    )


@scadenza("S-C9", _COMMA_9, per=FINALE | RECESSO)
def termine_della_comunicazione(caso: Documento) -> Iterator[Scadenza]:
    """Count from the first letter; of a letter alone nobody knows whether it is the first."""
    due = _entro(caso)
    if due is not None:
        yield due.con_nota("Se questa lettera è la prima inviata.") if caso.di(RECESSO) else due


def _con_moduli(caso: Documento) -> bool:
    return bool(caso.dati.get("allegati", {}).get("modulistica_regionale"))


@regola("L223-24", _MODULI, per=FINALE, se=_con_moduli)
def schede_e_verbale(caso: Documento) -> Esiti:
    """Con la modulistica regionale si allegano scheda aziendale, una scheda per licenziato, verbale; in due copie."""
    joined: Mapping[str, Any] = caso.dati["allegati"]
    if not joined["scheda_aziendale"]:
        yield avviso("/allegati/scheda_aziendale", "Manca la scheda aziendale.", "Va allegata la scheda «A».")
    sheets, heads = joined["schede_lavoratore"], len(caso.lavoratori)
    if sheets != heads:
        yield avviso(
            "/allegati/schede_lavoratore",
            f"Le schede dei lavoratori sono {sheets}, i licenziati {heads}.",
            "Va allegata una scheda «B» per ciascun licenziato.",
            in_persone(sheets, heads),
        )
    if not joined["verbale"] and caso.conclusione.get("esito") != "termini_scaduti":
        yield avviso("/allegati/verbale", "Manca il verbale con cui la procedura si è conclusa.", "Va allegato.")
    if joined["copie_schede"] < _DUE and caso.dati["forma"] != "criterio_concordato":
        yield from _due_copie(caso)


def _due_copie(caso: Documento) -> Esiti:
    offices = [one for one in caso.dati["destinatari"] if one["tipo"] in {"regione", "provincia"}]
    ways = {one.get("mezzo") for one in offices}
    if ways & _SENZA_CARTA:
        return
    if None in ways or not ways:
        yield NonVerificabile("mezzo con cui si scrive alla Regione non indicato")
        return
    yield avviso(
        "/allegati/copie_schede",
        "Le schede dei lavoratori sono in una copia sola, e alla Regione si mandano su carta.",
        "Vanno in due copie, salvo che si mandino per PEC o attraverso il portale.",
    )


@parole("elenco_finale", _COMMA_9, per=FINALE)
def parole_dell_elenco(caso: Documento) -> dict[str, Any]:
    """Return the lists, one for each way of choosing where there are two, ages, days of the letters, in how many."""
    days = sorted({one.data for one in caso.recessi})
    ages = [eta(worker) for worker in caso.lavoratori]
    ends, last = fine(caso), ultimo(caso)
    kept = bool(last and ends and days and ends <= days[0] and days[-1] <= last)
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
