"""The portal through which in Lombardia the authority has its copy of the opening notice: L223-34.

to the portal on 09/05/2024, to the unions on 10/05/2024 -> L223-34 at /destinatari/2/portale/data
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from docservice.law.finding import NonVerificabile, avviso, nota
from docservice.law.italiano import giorno
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.destinatari import autorita, regioni
from docservice.law.l_223.fonti import legge
from docservice.law.misura import in_date
from docservice.law.tratti import APERTURA
from docservice.law.voce import Esiti, regola

_LAVORATORI: Final = ("rsa_rsu", "sindacato")
_LOMBARDIA: Final = "Lombardia"
_PORTALE: Final = "portale"


@regola(
    "L223-34",
    legge("art. 4 c. 4"),
    per=APERTURA,
    vige="portale_lombardia",
    se=lambda caso: autorita(caso) == "regione" and regioni(caso) == [_LOMBARDIA],
)
def portale(caso: Documento) -> Esiti:
    """In Lombardia la copia per l’autorità va al suo portale, e non prima che ai sindacati e alla RSU."""
    sent = [(place, one) for place, one in enumerate(caso.dati["destinatari"]) if one["tipo"] == "regione"]
    through = [(place, one) for place, one in sent if one.get("mezzo") == _PORTALE]
    others = [(place, one) for place, one in sent if "mezzo" in one]
    if not through and others:
        known = caso.figura("portale_lombardia")
        yield nota(
            f"/destinatari/{others[0][0]}/mezzo",
            "In Lombardia la copia della comunicazione va mandata attraverso il portale"
            f" {known.testo if known else ''} (decreto ARIFL 71/2017); il portale non sostituisce la comunicazione ai"
            " sindacati e alla RSU.",
            fonte=known.fonte if known else None,
        )
    for place, one in through:
        yield from _non_prima(caso, place, one)


def _non_prima(caso: Documento, place: int, one: Mapping[str, Any]) -> Esiti:
    told: Mapping[str, Any] = one.get("portale", {})
    day: date | None = told.get("data") or one.get("inviata_il")
    days = [
        other["inviata_il"]
        for other in caso.dati["destinatari"]
        if other["tipo"] in _LAVORATORI and "inviata_il" in other
    ]
    if day is None or not days:
        yield NonVerificabile("giorni di invio al portale, ai sindacati e alla RSU non indicati")
    elif day < min(days):
        where = "portale/data" if "data" in told else "inviata_il"
        yield avviso(
            f"/destinatari/{place}/{where}",
            f"La copia è andata al portale il {giorno(day)}, prima che ai sindacati e alla RSU ({giorno(min(days))}):"
            " non sostituisce la loro comunicazione.",
            "Va corretto il giorno; la copia per l’autorità va mandata insieme alle altre, o dopo.",
            in_date(day, min(days)),
        )
