"""The allowance of one worker for one month (`indennita-cig`): money in euro, hours of that month.

84 hours lost of the 168 of March 2026, 2.500 euro a month -> 711,85 euro, half the ceiling.
"""

from __future__ import annotations

from marshmallow import Schema, validate

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Codice, Decimale, Scelta, SiNo
from docservice.campi.risposte import number, text
from docservice.modelli.calcolatori.catalogo import Calcolatore, Esempio
from docservice.modelli.calcolatori.settori import SETTORI


class IndennitaCig(Blocco):
    """Allowance of one worker for one month; money in euro, hours of that month."""

    mese = Codice("(19[0-9]{2}|20[0-9]{2}|2100)-(0[1-9]|1[0-2])", "serve il mese come AAAA-MM", 7, required=True)
    retribuzione_mensile = Decimale(minimo="0.01", massimo="999999", required=True)
    ore_perse = Decimale(massimo="744", required=True)
    ore_lavorabili_mese = Decimale(minimo="0.01", massimo="744", required=True)
    percentuale_part_time = Decimale(minimo="0.01", massimo="100")
    settore = Scelta(*SETTORI)
    intemperie = SiNo()


class IndennitaCigRisultati(Schema):
    """Allowance of the month."""

    massimale = number()
    massimale_netto = number(required=False)
    fascia = text(10, validate=validate.OneOf(["bassa", "alta", "unica"]))
    retribuzione_riferimento = number()
    importo = number()
    importo_netto = number()
    divisore = number()


CALCOLATORE = Calcolatore(
    id="indennita-cig",
    domanda=IndennitaCig,
    risposta=IndennitaCigRisultati,
    esempio=Esempio(
        dati={
            "mese": "2026-03",
            "retribuzione_mensile": "2500.00",
            "ore_perse": "84",
            "ore_lavorabili_mese": "168",
        },
        fonte="conto nostro sul massimale della circolare INPS n. 4/2026, metà delle ore del mese",
    ),
)
