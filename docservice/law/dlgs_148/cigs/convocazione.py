"""The call to the joint examination of a CIGS (art. 24): CONV-1 to CONV-4, and its days.

Asked for on 09/05/2024 by a firm of sixty, held on 04/06/2024: CONV-2 says that the procedure ends the day before.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.dlgs_148.cigs.sede import dovuta
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import NOMI
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.dlgs_148.strumenti.datore import consultazione_breve
from docservice.law.figures import FiguraIgnota
from docservice.law.finding import Scadenza, serve
from docservice.law.generale import convocazione as di_ogni_regime
from docservice.law.tratti import CONVOCAZIONE
from docservice.law.voce import Esiti, parole, regola, scadenza

_FONTE: Final = decreto("art. 24 c. 2, 3 e 5")


def _richiesta(caso: Documento) -> date | None:
    told: date | None = caso.dati.get("richiesta", {}).get("data")
    return told


def _ultimo(caso: Documento) -> date | None:
    """Return the last day of the consultation, where the request and the size of the firm are told."""
    asked = _richiesta(caso)
    if asked is None or caso.dipendenti is None:
        return None
    try:
        few = consultazione_breve(caso.dipendenti, asked)
    except FiguraIgnota:
        return None
    days = caso.figura("giorni_esame_cigs_breve" if few else "giorni_esame_cigs", asked)
    return aggiungi_giorni(asked, int(days.decimale)) if days else None


@regola("CONV-1", _FONTE, per=CONVOCAZIONE, titolo=di_ogni_regime.CHI)
def chi(caso: Documento) -> Esiti:
    """Compare with the seat of the examination (CIGS-8)."""
    due = serve(dovuta(caso), "regioni delle unità non indicate")
    where = "le unità sono in più regioni, o la causa è del Ministero"
    yield from di_ogni_regime.chi(caso, [due], where if due == "ministero" else "le unità sono in una sola regione")


@regola("CONV-2", _FONTE, per=CONVOCAZIONE, titolo=di_ogni_regime.QUANDO)
def quando(caso: Documento) -> Esiti:
    """Count from the request."""
    last = serve(_ultimo(caso), "data della richiesta o dipendenti dell’azienda non indicati")
    yield from di_ogni_regime.quando(caso, last, "dalla richiesta di esame congiunto")


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
    """Count from the request."""
    yield from di_ogni_regime.scadenze(caso, _ultimo(caso), _FONTE)


@parole("chiamata", _FONTE, per=CONVOCAZIONE)
def parole_della_convocazione(caso: Documento) -> dict[str, Any]:
    """Return the cause in words, and the last day of the procedure where it is known."""
    return {"causale_in_parole": NOMI.get(caso.causale or "", ""), "ultimo_giorno": _ultimo(caso) or ""}
