"""The call to the examination of an application (Accordo Quadro, All. A 2.1.2-4; Vademecum 2.4.6-7): CONV-1 to CONV-4.

An application of 01/07/2009 examined on 12/07/2009: CONV-2 says that ten days are given.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.deroga_2009.caso import Documento
from docservice.law.deroga_2009.fonti import quadro_e_vademecum
from docservice.law.deroga_2009.procedura.esame import AUTORITA
from docservice.law.finding import Scadenza, serve
from docservice.law.generale import convocazione as di_ogni_regime
from docservice.law.tratti import CONVOCAZIONE
from docservice.law.voce import Esiti, parole, regola, scadenza

_FONTE: Final = quadro_e_vademecum("All. A 2.1.2-4", "2.4.6 e 2.4.7")
_DOVUTE: Final = [kind for kind, _ in AUTORITA.values()]


def _ultimo(caso: Documento) -> date | None:
    """Return the last day for the examination, of the text in force on the day of the application."""
    told = caso.dati.get("data_domanda")
    if told is None:
        return None
    within = caso.figura("giorni_esame", told)
    days = within if within.noto else caso.figura("giorni_convocazione_esame", told)
    return aggiungi_giorni(told, int(days.decimale))


@regola("CONV-1", _FONTE, per=CONVOCAZIONE, titolo=di_ogni_regime.CHI)
def chi(caso: Documento) -> Esiti:
    """Want the Province, or the ARIFL for the applications of the Region."""
    yield from di_ogni_regime.chi(
        caso, _DOVUTE, "le domande sono esaminate dalla Provincia o, per la Regione, dall’ARIFL"
    )


@regola("CONV-2", _FONTE, per=CONVOCAZIONE, titolo=di_ogni_regime.QUANDO)
def quando(caso: Documento) -> Esiti:
    """Count from the application."""
    last = serve(_ultimo(caso), "data della domanda non indicata")
    yield from di_ogni_regime.quando(caso, last, "dalla domanda")


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
    """Count from the application."""
    yield from di_ogni_regime.scadenze(caso, _ultimo(caso), _FONTE)


@parole("chiamata", _FONTE, per=CONVOCAZIONE)
def parole_della_convocazione(caso: Documento) -> dict[str, Any]:
    """Return the last day for the examination where it is known."""
    return {"causale_in_parole": "", "ultimo_giorno": _ultimo(caso) or ""}
