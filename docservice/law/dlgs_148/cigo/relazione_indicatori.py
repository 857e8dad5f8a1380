"""The economic and financial indicators of the technical report: which periods, and where they go (RT-3, RT-4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from docservice.law.dlgs_148.cigo.prove import dm
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import MERCATO
from docservice.law.finding import NonVerificabile, avviso, errore, nota
from docservice.law.italiano import giorno
from docservice.law.misura import in_date
from docservice.law.tratti import CIGO, RELAZIONE
from docservice.law.voce import Esiti, regola

Valore = Mapping[str, Any]

PERCORSO: Final = "/indicatori/valori"
TRIMESTRI: Final = (1, 2, 3, 4)
FLUSSI: Final = {
    "fatturato": "il fatturato",
    "risultato_operativo": "il risultato operativo",
    "risultato_impresa": "il risultato d’impresa",
}
"""The amounts of a period, which add up over its quarters; the debts are those at its end."""
DEBITI: Final = ("banche", "istituti_finanziari", "societa_controllante", "altro", "fornitori")
INDEBITAMENTO: Final = "indebitamento"


@dataclass(frozen=True, slots=True)
class Confronto:
    """An indicator in the first and in the last of the whole years asked for."""

    prima: Decimal
    dopo: Decimal
    peggiora: bool


def fondazione(caso: Documento) -> date:
    """Return the day from which the firm is there: that of its foundation, else the first of its production."""
    day: date = caso.datore.get("data_costituzione", caso.datore["data_inizio_attivita"])
    return day


def anni(caso: Documento) -> list[int]:
    """Return the years asked for, from that of the foundation on; the last is that of the period."""
    last = caso.dal.year
    whole = caso.figura("anni_indicatori", caso.dal)
    first = last - int(whole.decimale) if whole else last
    return list(range(min(max(first, fondazione(caso).year), last), last + 1))


def per_trimestri(caso: Documento) -> bool:
    """Say whether the indicators are told by quarter."""
    return bool(caso.dati["indicatori"]["periodicita"] == "trimestrale")


def valori(caso: Documento) -> list[Valore]:
    """Return what is told of each period."""
    told: list[Valore] = caso.dati["indicatori"]["valori"]
    return told


def debiti(valore: Valore) -> Decimal | None:
    """Return the sum of the debts of a period; None when none is told."""
    told = [valore[name] for name in DEBITI if name in valore]
    return sum(told, Decimal(0)) if told else None


def andamento(caso: Documento) -> dict[str, Confronto]:
    """Return how the indicators go from the first to the last whole year; empty when there are not two."""
    asked = anni(caso)[:-1]
    if len(asked) < 2 or fondazione(caso) > date(asked[0], 1, 1):  # noqa: PLR2004 - a trend takes two
        return {}
    found = {}
    before, after = ([one for one in valori(caso) if one["anno"] == year] for year in (asked[0], asked[-1]))
    for name in FLUSSI:
        was, now = _somma(before, name), _somma(after, name)
        if was is not None and now is not None:
            found[name] = Confronto(was, now, now < was)
    was, now = _finali(before), _finali(after)
    if was is not None and now is not None:
        found[INDEBITAMENTO] = Confronto(was, now, now > was)
    return found


def _somma(periods: Sequence[Valore], name: str) -> Decimal | None:
    told = [one[name] for one in periods if name in one]
    return sum(told, Decimal(0)) if told and len(told) == len(periods) else None


def _finali(periods: Sequence[Valore]) -> Decimal | None:
    return debiti(max(periods, key=lambda one: one.get("trimestre", 0))) if periods else None


@regola("RT-3", dm("art. 2 e modello di relazione, indicatori"), per=CIGO & RELAZIONE)
def indicatori(caso: Documento) -> Esiti:
    """Gli indicatori coprono i due anni prima di quello del periodo e l’anno in corso, o quelli dalla costituzione."""
    asked = anni(caso)
    yield from _forma(caso)
    yield from _futuri(caso)
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
    """Yield what is wrong with quarters, and periods told twice."""
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


def _trimestri(caso: Documento, asked: Sequence[int]) -> Esiti:
    """Yield the quarters that lack in the years over, from that of the foundation on."""
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
    """Yield what a period does not tell; of a year not over it is a warning only."""
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
    per=CIGO & RELAZIONE,
    se=lambda caso: caso.causale in MERCATO,
)
def andamento_negativo(caso: Documento) -> Esiti:
    """Nelle causali di mercato almeno un indicatore peggiora fra i due anni interi, o se ne dice il perché."""
    found = andamento(caso)
    if not found:
        yield NonVerificabile("non ci sono due anni interi da confrontare")
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
