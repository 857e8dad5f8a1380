"""The call to the administrative phase of a collective dismissal (L. 223/1991, art. 4 c. 7 and 8): CONV-1 to CONV-4.

Received on 02/05/2024, nine workers, held on 18/05/2024: CONV-2 says that the phase ends the day before.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from docservice.law.citation import Fonte
from docservice.law.finding import NonVerificabile, Scadenza, serve
from docservice.law.generale import convocazione as di_ogni_regime
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.termini import scadenze
from docservice.law.tratti import CONVOCAZIONE
from docservice.law.voce import Esiti, parole, regola, scadenza

_FONTE: Final = Fonte("L. 23 luglio 1991, n. 223", "art. 4 c. 7 e 8")
_SEDE: Final = Fonte("L. 23 luglio 1991, n. 223", "art. 4 c. 2 e 15")


def _ultimi(caso: Documento) -> list[date]:
    """Return the last day of the phase, of few workers and of many where it is not told how many; none without a day.

    The phase begins when the authority receives the outcome.
    """
    told = caso.dati.get("data_ricezione")
    if told is None:
        return []
    workers = caso.dati.get("lavoratori_interessati")
    known = ({"numero_lavoratori": 1}, {}) if workers is None else ({"numero_lavoratori": workers},)
    due = (scadenze({"data_ricevimento_autorita": told, **heads}) for heads in known)
    return [one.data for those in due for one in those if one.data is not None]


def _ultimo(caso: Documento) -> date | None:
    days = set(_ultimi(caso))
    return days.pop() if len(days) == 1 else None


@regola("CONV-1", _SEDE, per=CONVOCAZIONE, titolo=di_ogni_regime.CHI)
def chi(caso: Documento) -> Esiti:
    """Want the Region where the units are, or the Ministry of units in several."""
    known = serve(di_ogni_regime.regioni(caso), "regioni delle unità non indicate")
    many = len(known) > 1
    where = "le unità sono in più regioni" if many else "le unità sono in una sola regione"
    yield from di_ogni_regime.chi(caso, ["ministero"] if many else ["regione", "provincia"], where)


@regola(
    "CONV-2",
    _FONTE,
    per=CONVOCAZIONE,
    titolo=di_ogni_regime.QUANDO,
    se=lambda caso: caso.dati["oggetto"] != "incontro",
)
def quando(caso: Documento) -> Esiti:
    """Count from the day on which the authority received the outcome."""
    days = _ultimi(caso)
    if not days:
        raise NonVerificabile("data in cui l’autorità ha ricevuto la comunicazione non indicata")
    yield from di_ogni_regime.quando(caso, max(days), "dal ricevimento della comunicazione")
    if min(days) < caso.dati["incontro"]["data"] <= max(days):
        raise NonVerificabile("lavoratori interessati non indicati: sotto i dieci il termine è più breve")


@regola("CONV-3", di_ogni_regime.FONTE, per=CONVOCAZIONE, titolo=di_ogni_regime.COME)
def come(caso: Documento) -> Esiti:
    """Look at day and place."""
    yield from di_ogni_regime.come(caso)


@regola("CONV-4", _FONTE, per=CONVOCAZIONE, titolo=di_ogni_regime.A_CHI)
def a_chi(caso: Documento) -> Esiti:
    """Look at the addressees."""
    yield from di_ogni_regime.a_chi(caso)


@scadenza("S-CONV", _FONTE, "Incontro, e ultimo giorno della procedura", per=CONVOCAZIONE)
def giorni(caso: Documento) -> Iterator[Scadenza]:
    """Count from the day on which the authority received the outcome."""
    yield from di_ogni_regime.scadenze(caso, _ultimo(caso), _FONTE)


@parole("chiamata", _FONTE, per=CONVOCAZIONE)
def parole_della_convocazione(caso: Documento) -> dict[str, Any]:
    """Return the last day of the procedure where it is known."""
    return {"causale_in_parole": "", "ultimo_giorno": _ultimo(caso) or ""}
