"""What the employer pays to INPS for the dismissals of the procedure: for each worker, in all, by when (S-TICKET).

36, 28 and 12 months in 2024, with the CIGS and an agreement: 3.814,03 + 2.966,47 + 1.271,34 = 8.051,84 euro.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final

from docservice.law.citation import Fonte
from docservice.law.figures import FiguraIgnota
from docservice.law.finding import Rilievo, nota
from docservice.law.generale.contributo_recesso import formula, ticket, versamento
from docservice.law.generale.letture_recesso import Somma, Ticket, note
from docservice.law.italiano import in_formula, numero
from docservice.law.l_223.caso import Documento, Recesso
from docservice.law.l_223.recesso.termini import CHI, con_accordo
from docservice.law.passaggio import ADDENDI, Passaggio, somma_di
from docservice.law.tratti import FINALE
from docservice.law.voce import annota, cifra, scadenza

FONTE: Final = Fonte("L. 28 giugno 2012, n. 92", "art. 2 c. 31-35")


def _detto(caso: Documento) -> bool:
    return "contributo" in caso.dati


@lru_cache(maxsize=4096)
def _ticket(procedura: tuple[date, bool, bool], assunto: date, recesso: date, cessato: date) -> Ticket | None:
    """Return what is due for a worker; None for a day on which nothing is, or of which it is not known how much."""
    if assunto > cessato:
        return None
    opened, cigs, agreed = procedura
    told = {"data_assunzione": assunto, "data_cessazione": cessato, "data_recesso": recesso}
    try:
        return ticket({**told, "data_apertura_procedura": opened, "cigs": cigs, "accordo": agreed})
    except FiguraIgnota:
        return None


def _di(caso: Documento, recesso: Recesso) -> Ticket | None:
    agreed, opened, hired = con_accordo(caso), caso.apertura, recesso.lavoratore.get("data_assunzione")
    if agreed is None or opened is None or hired is None or recesso.cessazione is None:
        return None
    return _ticket((opened, caso.dati["contributo"]["cigs"], agreed), hired, recesso.data, recesso.cessazione)


def contributi(caso: Documento) -> dict[int, Ticket]:
    """Return what is due for each dismissal of which it can be told, by its place in the list."""
    found = ((place, _di(caso, one)) for place, one in enumerate(caso.recessi))
    return {place: one for place, one in found if one is not None}


def _passi(caso: Documento, cifre: Mapping[str, Any]) -> Iterator[Passaggio]:
    due = contributi(caso)
    for place, one in list(due.items())[:ADDENDI]:
        worked = f"{formula(one)}, al centesimo"
        if one.volte:
            worked = f"({worked}) × {one.volte.decimale}"
        what = f"Contributo di recesso, riga {place + 1}"
        yield Passaggio("contributo_per_lavoratore", what, worked, str(one.contributo))
    if "contributo_totale" in cifre:
        yield Passaggio(
            "contributo_totale",
            "Contributo di recesso, in tutto",
            somma_di([in_formula(one.contributo) for one in due.values()]),
        )


@cifra("contributo_totale", "contributo_per_lavoratore", fonte=FONTE, passi=_passi, per=FINALE, se=_detto)
def contributo_della_procedura(caso: Documento) -> dict[str, Any]:
    """Return what is due for each, and in all where it can be told of everyone."""
    due = contributi(caso)
    rows = [{"indice": place, "mesi": str(one.mesi), "contributo": str(one.contributo)} for place, one in due.items()]
    if not rows:
        return {}
    total = {"contributo_totale": str(Somma(list(due.values())).contributo)} if len(due) == len(caso.recessi) else {}
    return total | {"contributo_per_lavoratore": rows}


@annota("S-TICKET", FONTE, per=FINALE, se=_detto)
def letture_del_contributo(caso: Documento) -> Iterator[Rilievo]:
    """Tell of whom it could not be counted; and, once for the jobs of each year, the other readings with their sums."""
    due = contributi(caso)
    silent = len(caso.recessi) - len(due)
    if silent:
        yield nota(
            "/contributo",
            f"Per {numero(silent)} dei licenziati il contributo di recesso non è contato: servono la conclusione"
            " della procedura e, di ciascuno, assunzione e cessazione, in un anno di cui si conosca il massimale della"
            " NASpI.",
        )
    by_year: dict[int, list[Ticket]] = {}
    for one in due.values():
        by_year.setdefault(one.giorno.year, []).append(one)
    for year, some in by_year.items():
        when = f"Contributo di recesso dei rapporti che cessano nel {year}. " if len(by_year) > 1 else ""
        if told := list(note(Somma(some))):
            yield nota("/contributo", when + " ".join(told))


@scadenza("S-TICKET", FONTE, "Versamento del contributo di recesso", per=CHI)
def versamenti(caso: Documento) -> Iterator[date]:
    """Tell one day for each month in which some job ends."""
    for month in sorted({one.cessazione.replace(day=1) for one in caso.recessi if one.cessazione is not None}):
        try:
            yield versamento(month)
        except FiguraIgnota:
            continue
