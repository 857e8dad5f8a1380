"""The list of the workers that an application carries (art. 25 c. 1): each once, no more than asked, told in full.

Thirty-one names of a maximum of thirty: EL148-1 says it at /lavoratori.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any, Final

from docservice.law.citation import Fonte
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import CRISI_COMPLESSA, DEL_CONTRATTO, NOMI, STRAORDINARIE
from docservice.law.dlgs_148.generale.fonti import decreto, guida
from docservice.law.dlgs_148.generale.unita import fasce
from docservice.law.finding import avviso, errore
from docservice.law.generale.identificativi import ripetuti
from docservice.law.generale.orari import Orario
from docservice.law.misura import in_ore, in_persone
from docservice.law.tratti import CIGS, ELENCO
from docservice.law.voce import Esiti, parole, regola

_COLONNE: Final = {"qualifica": "la qualifica", "livello": "il livello", "data_assunzione": "la data di assunzione"}
_ORE: Final = {"ore_settimanali": "le ore di contratto", "ore_lavorate_settimanali": "le ore mantenute"}
_CDS: Final = "CDS"


@regola("EL148-1", decreto("art. 25 c. 1"), per=ELENCO)
def ciascuno_una_volta(caso: Documento) -> Esiti:
    """Nell’elenco ciascuno è una volta sola, e i lavoratori non sono più del numero massimo, anche di ogni unità."""
    yield from ripetuti(caso.con_percorso())
    most, listed = caso.dati.get("numero_massimo_dipendenti"), len(caso.con_percorso())
    if most is not None and listed > most:
        yield errore(
            "/lavoratori",
            f"I lavoratori elencati sono {listed}, più del numero massimo della domanda ({most}).",
            "Va corretto l’elenco, oppure il numero massimo.",
            in_persone(listed, most),
        )
        return
    of_unit = Counter(row.get("unita") for row in caso.lavoratori)
    for place, one in enumerate(caso.datore.get("unita_coinvolte", [])):
        own = of_unit[one["denominazione"]] if "denominazione" in one else 0
        if own > one.get("numero_massimo", own):
            yield errore(
                f"/datore_lavoro/unita_coinvolte/{place}/numero_massimo",
                f"I lavoratori dell’unità nell’elenco sono {own}, più del suo massimo ({one['numero_massimo']}).",
                "Va corretto l’elenco, oppure il numero massimo dell’unità.",
                in_persone(own, one["numero_massimo"]),
            )


@regola("EL148-2", guida("elenco nominativo dei lavoratori"), per=ELENCO)
def colonne_piene(caso: Documento) -> Esiti:
    """L’elenco dice di ciascuno qualifica, livello e assunzione, con la solidarietà anche le ore, e la causa giusta."""
    yield from _causale(caso)
    asked = _COLONNE | (_ORE if _di_solidarieta(caso) else {})
    for name, what in asked.items():
        silent = [path for path, worker in caso.con_percorso() if name not in worker]
        if silent:
            whose = f"di {len(silent)} lavoratori" if len(silent) > 1 else "di un lavoratore"
            yield avviso(
                f"{silent[0]}/{name}",
                f"L’elenco non dice {what} {whose}: il primo è questo.",
                "Il dato va aggiunto: la domanda lo chiede di ciascuno.",
            )
    for path, worker in caso.con_percorso():
        if worker.get("zero_ore") and worker.get("ore_lavorate_settimanali"):
            yield avviso(
                f"{path}/ore_lavorate_settimanali",
                "Il lavoratore è indicato a zero ore, e anche con ore lavorate.",
                "Vanno corrette le ore, oppure l’indicazione di zero ore.",
                valore=worker["ore_lavorate_settimanali"],
                limite=0,
            )
        if _oltre_il_contratto(worker):
            yield avviso(
                f"{path}/ore_lavorate_settimanali",
                "Le ore lavorate sono più di quelle di contratto: la riduzione non si può dire.",
                "Vanno corrette le ore.",
                in_ore(worker["ore_lavorate_settimanali"], worker["ore_settimanali"]),
            )


def _causale(caso: Documento) -> Esiti:
    """Warn of a cause that the extraordinary treatment does not have; of the others, other rules speak."""
    if caso.causale is None or not caso.di(CIGS):
        return
    if caso.causale not in (DEL_CONTRATTO if _di_solidarieta(caso) else STRAORDINARIE):
        what = "Il contratto di solidarietà" if _di_solidarieta(caso) else "La CIGS"
        yield avviso(
            "/causale/tipo",
            f"{what} non ha la causale «{NOMI[caso.causale]}».",
            "Va corretta la causale, oppure lo strumento.",
            valore=caso.causale,
        )


def _oltre_il_contratto(worker: Mapping[str, Any]) -> bool:
    kept, due = worker.get("ore_lavorate_settimanali"), worker.get("ore_settimanali")
    return kept is not None and due is not None and kept > due


def _di_solidarieta(caso: Documento) -> bool:
    return caso.dati.get("strumento") == _CDS


def _in_area_complessa(caso: Documento) -> bool:
    return caso.causale == CRISI_COMPLESSA


@regola(
    "EL148-3",
    Fonte("Circolare del Ministero del lavoro n. 3/2026", "documenti della domanda"),
    per=ELENCO,
    se=_in_area_complessa,
)
def informativa(caso: Documento) -> Esiti:
    """Nelle aree di crisi complessa con l’elenco va l’informativa sul trattamento dei dati personali."""
    if not caso.dati.get("informativa_privacy"):
        yield avviso(
            "/informativa_privacy",
            "Nelle aree di crisi industriale complessa la domanda porta anche l’informativa privacy ai lavoratori.",
            "Va chiesta la pagina con l’informativa, oppure va allegata a parte.",
        )


@parole("fasce", decreto("art. 25 c. 1"), per=ELENCO)
def per_unita(caso: Documento) -> dict[str, Any]:
    """Return the places of the workers of each unit and department, with the heads of each unit after its last."""
    found = fasce(caso.lavoratori)
    counted = Counter(worker.get("unita") for worker in caso.lavoratori)
    last = {caso.lavoratori[places[0]].get("unita"): number for number, places in enumerate(found)}
    bands = []
    for number, places in enumerate(found):
        of = caso.lavoratori[places[0]].get("unita")
        last_of_unit = len(counted) > 1 and last[of] == number
        own = [worker for worker in caso.lavoratori if worker.get("unita") == of] if last_of_unit else []
        bands.append({"indici": places, "somma": counted[of] if last_of_unit else "", "ore": _ore(own)})
    return {
        "fasce": bands,
        "in_tutto": len(caso.lavoratori),
        "ore_in_tutto": _ore(caso.lavoratori),
        "piu_unita": len(counted) > 1,
        "causale_in_parole": NOMI.get(caso.causale or "", ""),
    }


def _ore(workers: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the sums of the hours, by contract and kept, and the mean cut; nothing where some hours do not tell it."""
    told = [(one.get("ore_settimanali"), one.get("ore_lavorate_settimanali")) for one in workers]
    if not told or any(due is None or kept is None or kept > due for due, kept in told):
        return {"contratto": "", "mantenute": "", "riduzione": ""}
    due, kept = (sum(map(Decimal, column)) for column in zip(*told, strict=True))
    return {"contratto": due, "mantenute": kept, "riduzione": Decimal(Orario(Decimal(due), Decimal(kept)).percentuale)}


@parole("riduzioni", decreto("art. 21 c. 5"), per=ELENCO, se=_di_solidarieta)
def riduzioni(caso: Documento) -> dict[str, Any]:
    """Return the cut of each worker, in percent of his hours; nothing where his hours do not tell it."""

    @cache
    def cut(due: Decimal, kept: Decimal) -> dict[str, Decimal]:
        return {"riduzione": Decimal(Orario(due, kept).percentuale)}

    told = ((one.get("ore_settimanali"), one.get("ore_lavorate_settimanali")) for one in caso.lavoratori)
    return {
        "riduzioni": [
            cut(due, kept) if due is not None and kept is not None and kept <= due else {"riduzione": ""}
            for due, kept in told
        ]
    }
