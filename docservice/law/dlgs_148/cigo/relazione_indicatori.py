"""Rules on the indicators of the technical report: which periods, and where they go (RT-3, RT-4).

A report of June 2023 without the indicators of 2021: RT-3 says at /indicatori/valori that they are missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final

from docservice.law.dlgs_148.cigo.indicatori import (
    FLUSSI,
    Valore,
    andamento,
    anni,
    debiti,
    fondazione,
    in_corso,
    mesi,
    per_trimestri,
    valori,
)
from docservice.law.dlgs_148.cigo.prove import dm
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import MERCATO
from docservice.law.finding import NonVerificabile, avviso, errore, nota
from docservice.law.italiano import giorno, mese
from docservice.law.misura import in_date
from docservice.law.tratti import TECNICA
from docservice.law.voce import Esiti, regola

PERCORSO: Final = "/indicatori/valori"
TRIMESTRI: Final = (1, 2, 3, 4)


@regola("RT-3", dm("art. 2 e modello di relazione, indicatori"), per=TECNICA)
def indicatori(caso: Documento) -> Esiti:
    """Gli indicatori coprono i due anni prima di quello del periodo e l’anno in corso, o quelli dalla costituzione."""
    asked = anni(caso)
    yield from _forma(caso)
    yield from _futuri(caso)
    yield from _ultimi_mesi(caso)
    if fondazione(caso) > caso.dal:
        yield avviso(
            "/datore_lavoro/data_costituzione"
            if "data_costituzione" in caso.datore
            else "/datore_lavoro/data_inizio_attivita",
            f"L’impresa nasce il {giorno(fondazione(caso))}, dopo l’inizio del periodo ({giorno(caso.dal)}).",
            "Va corretta una delle due date.",
            in_date(fondazione(caso), caso.dal),
        )
    told = {one["anno"] for one in valori(caso)}
    for year in asked:
        if year not in told:
            yield errore(
                PERCORSO,
                f"Mancano gli indicatori del {year}{' (anno in corso)' if year == asked[-1] else ''}.",
                "Vanno riportati i dati che risultano dalla contabilità disponibile.",
                valore=year,
            )
    if per_trimestri(caso):
        yield from _trimestri(caso, asked)
    for place, one in enumerate(valori(caso)):
        if one["anno"] not in asked:
            yield errore(
                f"{PERCORSO}/{place}/anno",
                f"Il {one['anno']} non è fra gli anni richiesti: {', '.join(map(str, asked))}.",
                "Vanno riportati i soli anni richiesti; oppure vanno corretti il periodo o la data di costituzione.",
                valore=one["anno"],
            )
        else:
            yield from _contenuto(place, one, concluso=one["anno"] < asked[-1])
    if "data_costituzione" not in caso.datore and len(asked) < _interi(caso):
        yield nota(
            PERCORSO,
            "Non è indicata la data di costituzione: gli anni richiesti partono da quello in cui è cominciata"
            " l’attività produttiva (lettura del servizio).",
        )


def _interi(caso: Documento) -> int:
    whole = caso.figura("anni_indicatori", caso.dal)
    return int(whole.decimale) + 1 if whole else 0


def _forma(caso: Documento) -> Esiti:
    """Yield the quarters that are missing or do not belong, and the periods given twice."""
    quarterly = per_trimestri(caso)
    seen = Counter((one["anno"], one.get("trimestre")) for one in valori(caso))
    for place, one in enumerate(valori(caso)):
        path = f"{PERCORSO}/{place}"
        if quarterly and "trimestre" not in one:
            yield errore(f"{path}/trimestre", "Non è detto di quale trimestre si tratta.", "Va indicato, da 1 a 4.")
        elif not quarterly and "trimestre" in one:
            yield errore(
                f"{path}/trimestre",
                "Gli indicatori sono per anno, ma qui è indicato un trimestre.",
                "Va tolto il trimestre, oppure va scelta la periodicità trimestrale.",
            )
        if seen[one["anno"], one.get("trimestre")] > 1:
            yield errore(path, "Lo stesso periodo è riportato più di una volta.", "Va tenuta una riga sola.")


def _futuri(caso: Documento) -> Esiti:
    """Yield the quarters that begin after the report's day."""
    for place, one in enumerate(valori(caso)):
        begins = date(one["anno"], 3 * one.get("trimestre", 1) - 2, 1)
        if "trimestre" in one and begins > caso.giorno:
            yield errore(
                f"{PERCORSO}/{place}/trimestre",
                f"Il {one['trimestre']}° trimestre del {one['anno']} comincia dopo la data della relazione.",
                "Va tolto: si riportano i dati che risultano dalla contabilità.",
                valore=one["trimestre"],
            )


def _ultimi_mesi(caso: Documento) -> Esiti:
    """Yield the months at which a period cannot end: of a year that is over, of another quarter, still to come."""
    for place, one in enumerate(valori(caso)):
        if "ultimo_mese" not in one:
            continue
        path, last = f"{PERCORSO}/{place}/ultimo_mese", one["ultimo_mese"]
        if not in_corso(caso, one):
            yield avviso(
                path,
                f"Il {one['anno']} non è in corso, e dei suoi valori è indicato l’ultimo mese: non si stampa.",
                "Va tolto il mese; oppure va detto che l’anno è in corso.",
                valore=last,
            )
        elif last not in mesi(caso, one):
            of = f"{one['trimestre']}° trimestre" if "trimestre" in one else f"{one['anno']} dell’impresa"
            yield errore(
                path,
                f"{mese(last).capitalize()} non è fra i mesi del {of}.",
                "Va indicato l’ultimo mese che i valori comprendono.",
                valore=last,
            )
        elif date(one["anno"], last, 1) > caso.giorno:
            yield errore(
                path,
                f"I valori arrivano a {mese(last)} {one['anno']}, che comincia dopo la data della relazione.",
                "Va corretto il mese: si riportano i dati che risultano dalla contabilità.",
                valore=last,
            )


def _trimestri(caso: Documento, asked: Sequence[int]) -> Esiti:
    """Yield the quarters that past years lack, from that of the foundation on."""
    born = fondazione(caso)
    for year in asked[:-1]:
        first = (born.month + 2) // 3 if year == born.year else 1
        told = {one.get("trimestre") for one in valori(caso) if one["anno"] == year}
        lacking = [quarter for quarter in TRIMESTRI if quarter >= first and quarter not in told]
        if told and lacking:
            yield errore(
                PERCORSO,
                f"Del {year} mancano i trimestri: {', '.join(map(str, lacking))}.",
                "Di un anno concluso vanno riportati tutti i trimestri.",
                valore=year,
            )


def _contenuto(place: int, one: Valore, *, concluso: bool) -> Esiti:
    """Yield the indicators that a period lacks; for a year that is not over it is a warning only."""
    path = f"{PERCORSO}/{place}"
    for name, said in FLUSSI.items():
        if name not in one:
            found = errore if concluso else avviso
            yield found(
                f"{path}/{name}", f"Non è indicato {said} del {one['anno']}.", "Va riportato dalla contabilità."
            )
    if debiti(one) is None:
        yield avviso(
            path, f"Del {one['anno']} non è indicato alcun debito.", "Va riportato l’indebitamento, anche se è zero."
        )
    if concluso and one.get("in_corso"):
        yield avviso(f"{path}/in_corso", f"Il {one['anno']} è segnato in corso, ma è concluso.", "Va corretto il dato.")


@regola(
    "RT-4",
    dm("art. 2 e modello di relazione, indicatori"),
    per=TECNICA,
    se=lambda caso: caso.causale in MERCATO,
)
def andamento_negativo(caso: Documento) -> Esiti:
    """Nelle causali di mercato almeno un indicatore peggiora fra i due anni interi, o se ne dice il perché."""
    found = andamento(caso)
    if not found:
        yield NonVerificabile("non ci sono due anni interi, riportati una volta sola, da confrontare")
    elif any(one.peggiora for one in found.values()) or _motivato(caso):
        return
    elif len(found) <= len(FLUSSI):
        yield NonVerificabile(
            "non tutti gli indicatori sono indicati per i due anni interi, e gli altri non peggiorano"
        )
    else:
        yield avviso(
            "/indicatori/motivazione_andamento",
            "Nei due anni interi nessun indicatore peggiora: né fatturato, né risultati, né indebitamento (lettura del"
            " servizio).",
            "Va spiegato perché, nonostante ciò, il lavoro è mancato.",
        )


def _motivato(caso: Documento) -> bool:
    return bool(caso.dati["indicatori"].get("motivazione_andamento", "").strip())
