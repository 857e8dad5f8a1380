"""What treatments had before mean for the dismissals: L223-30, S-TFR90.

A solidarity contract ended on 31/01/2024: of who is dismissed by 30/04/2024 the employer bears the TFR of its hours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.citation import Fonte
from docservice.law.figures import FiguraIgnota, figura
from docservice.law.finding import Rilievo, Scadenza, nota
from docservice.law.italiano import giorno, numero
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.recesso.termini import CHI
from docservice.law.tratti import APERTURA
from docservice.law.voce import annota, scadenza

_FONTE: Final = Fonte("D.Lgs. 14 settembre 2015, n. 148", "art. 21 c. 5; messaggio INPS n. 1348/2025")
_AREA: Final = Fonte("D.L. 26 giugno 2025, n. 92", "art. 6 c. 2")
_SOLIDARIETA: Final = "CDS"


def _prima(caso: Documento) -> Sequence[Mapping[str, Any]]:
    told: Sequence[Mapping[str, Any]] = caso.dati.get("ammortizzatori_precedenti", ())
    return told


def fino_a(trattamento: Mapping[str, Any]) -> date | None:
    """Return the last day on which a dismissal gives the TFR back; None of a treatment of which nothing is known."""
    try:
        days = figura("dlgs_148.giorni_tfr_cds", trattamento["al"])
    except FiguraIgnota:
        return None
    return aggiungi_giorni(trattamento["al"], int(days.decimale)) if trattamento["tipo"] == _SOLIDARIETA else None


@annota("L223-30", _FONTE, per=CHI | APERTURA)
def quote_di_tfr(caso: Documento) -> Iterator[Rilievo]:
    """Say what a solidarity contract, or an area of crisis, means for who is dismissed."""
    for place, one in enumerate(_prima(caso)):
        path = f"/ammortizzatori_precedenti/{place}"
        last = fino_a(one)
        back = sum(last is not None and one["dal"] <= other.data <= last for other in caso.recessi)
        if last is not None and back:
            who = "per il lavoratore licenziato" if back == 1 else f"per {numero(back)} licenziati"
            yield nota(
                path,
                f"Il contratto di solidarietà è finito il {giorno(one['al'])}: {who} entro il {giorno(last)} le quote"
                " di TFR maturate sulle ore non lavorate tornano a carico del datore di lavoro.",
            )
        if one.get("area_crisi"):
            yield nota(
                path,
                "Nelle aree di crisi industriale complessa il contributo addizionale non è dovuto finché non si apre un"
                " licenziamento collettivo: con l’apertura l’esonero cessa.",
                fonte=_AREA,
            )


@scadenza("S-TFR90", _FONTE, "Fino a questo giorno il TFR delle ore di solidarietà torna al datore", per=CHI | APERTURA)
def novanta_giorni(caso: Documento) -> Iterator[Scadenza | date]:
    """Count from the end of each solidarity contract."""
    for one in _prima(caso):
        last = fino_a(one)
        if last is not None:
            yield last
