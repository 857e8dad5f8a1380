"""The two phases of the procedure in a document (L. 223/1991, art. 4 c. 5-8): how long they last, and when they end.

nine workers, received on 13/05/2024 -> {"termini_ridotti": True, "giorni_fase_sindacale": "23", …}, S-SIND 05/06
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.finding import Scadenza, avviso, serve
from docservice.law.italiano import giorno
from docservice.law.l_223.caso import FASI, Documento
from docservice.law.l_223.fonti import legge
from docservice.law.misura import in_date
from docservice.law.passaggio import Passaggio
from docservice.law.tratti import ACCORDO, APERTURA, ESITO, FINALE, INCONTRO, MANCATO_ACCORDO, RECESSO
from docservice.law.voce import Esiti, cifra, parole, regola, scadenza

_PER: Final = APERTURA | INCONTRO | ACCORDO | MANCATO_ACCORDO | ESITO
_MANCA: Final = "Non è detto quando tutti hanno ricevuto la comunicazione: il termine corre dall’ultimo."


def _passi(caso: Documento, _: Mapping[str, Any]) -> Iterator[Passaggio]:
    few = caso.figura("lavoratori_termini_ridotti", caso.apertura)
    if few is not None:
        sign = "<" if caso.ridotti else "≥"
        yield Passaggio("termini_ridotti", "Termini ridotti a metà", f"{caso.esuberi} {sign} {few.decimale}")
    for fase, name in FASI.items():
        whole = caso.figura(name, caso.apertura)
        if whole is not None:
            half = " / 2, arrotondato al giorno dopo" if caso.ridotti else ""
            yield Passaggio(name, f"Giorni della fase {fase}", f"{whole.decimale}{half}")


@cifra("termini_ridotti", *FASI.values(), fonte=legge("art. 4 c. 6-8"), per=_PER | FINALE, passi=_passi)
def durata(caso: Documento) -> dict[str, Any]:
    """Return how many days the phases last, and whether few workers halve them."""
    lasts = {name: caso.giorni_fase(fase) for fase, name in FASI.items()}
    if caso.ridotti is None or None in lasts.values():
        return {}
    return {"termini_ridotti": caso.ridotti, **{name: str(days) for name, days in lasts.items()}}


@scadenza("S-RICH", legge("art. 4 c. 5"), "Termine per chiedere l’esame congiunto", per=APERTURA | INCONTRO)
def richiesta(caso: Documento) -> Iterator[date]:
    """Count from the day of each one's own receipt."""
    days = caso.figura("giorni_richiesta_esame", caso.apertura)
    if days is not None:
        yield from (aggiungi_giorni(one, int(days.decimale)) for one in sorted(set(caso.ricevimenti)))


def _fine(caso: Documento, fase: str, codice: str, descrizione: str, fonte: Any) -> Iterator[Scadenza]:
    """Yield the end of a phase; where the parties prolonged it, with the day of the law."""
    due, by_law = caso.termine(fase), caso.di_legge(fase)
    if due is None:
        return
    told = None
    if caso.concordato(fase) is not None:
        by_law_it_is = f"; per legge sarebbe il {giorno(by_law)}" if by_law else ""
        told = f"Giorno concordato fra le parti{by_law_it_is}."
    elif fase == "sindacale" and caso.non_tutti:
        told = _MANCA
    yield Scadenza(codice, descrizione, due, fonte, nota=told)


@scadenza("S-SIND", legge("art. 4 c. 6"), "Si conclude la fase sindacale", per=_PER)
def fine_sindacale(caso: Documento) -> Iterator[Scadenza]:
    """Count from the last receipt among unions and representatives."""
    yield from _fine(caso, "sindacale", "S-SIND", "Si conclude la fase sindacale", legge("art. 4 c. 6"))


@scadenza(
    "S-AMM",
    legge("art. 4 c. 7"),
    "Si conclude la fase amministrativa",
    per=INCONTRO | ACCORDO | MANCATO_ACCORDO | ESITO,
    se=lambda caso: caso.dati.get("esito") != "accordo",
)
def fine_amministrativa(caso: Documento) -> Iterator[Scadenza]:
    """Count from the day on which the authority receives the outcome of the union phase."""
    yield from _fine(caso, "amministrativa", "S-AMM", "Si conclude la fase amministrativa", legge("art. 4 c. 7"))


def _esito(caso: Documento) -> tuple[str, str, date, str] | None:
    """Return where the outcome is told, what it is, its day and its phase."""
    if caso.di(ESITO):
        return "/data_esito", caso.dati["esito"], caso.dati["data_esito"], "sindacale"
    if not caso.conclusione:
        return None
    return "/conclusione/data", caso.conclusione["esito"], caso.conclusione["data"], caso.conclusione["fase"]


@regola("L223-13", legge("art. 4 c. 6-8"), per=ESITO | FINALE | RECESSO, se=_esito)
def termini_davvero_scaduti(caso: Documento) -> Esiti:
    """I termini di una fase scadono dopo il suo ultimo giorno, non prima."""
    path, outcome, day, fase = _esito(caso) or ("", "", date.max, "")
    if outcome != "termini_scaduti":
        return
    last = serve(caso.termine(fase), f"ultimo giorno della fase {fase} non noto")
    if day < last:
        yield avviso(
            path,
            f"I termini della fase {fase} scadono il {giorno(last)}: il {giorno(day)} non erano ancora scaduti.",
            "Va corretta la data, oppure va indicato l’esito che la fase ha avuto prima.",
            in_date(day, last),
        )


@parole("fasi", legge("art. 4 c. 5 e 6"), per=APERTURA)
def giorni_in_parole(caso: Documento) -> dict[str, Any]:
    """Return the days for the request and for the consultation, where they are known."""
    asked, lasts = caso.figura("giorni_richiesta_esame"), caso.giorni_fase("sindacale")
    told = {"giorni_richiesta": int(asked.decimale) if asked else None, "giorni_sindacale": lasts}
    return {name: days for name, days in told.items() if days is not None}
