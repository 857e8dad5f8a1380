"""The blocks that many calculators share, and some documents with them: weekly hours, staff, the days counted.

A row of `organico`: {"ore_settimanali": "40", "lavoratori": 40} -> OrganicoOrario
"""

from __future__ import annotations

from marshmallow import Schema

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Intero, Testo
from docservice.campi.risposte import day


class Orari(Blocco):
    """Weekly hours, by contract and worked, of a department or of a worker."""

    reparto = Testo(massimo=100)
    ore_settimanali = Decimale(minimo="0.01", massimo="168", required=True)
    ore_lavorate_settimanali = Decimale(massimo="168", required=True)


class GruppoOrari(Orari):
    """Heads that share the same hours."""

    lavoratori = Intero(minimo=1, required=True)


class OrganicoOrario(Blocco):
    """Staff of one contractual week: how many on average, with decimals, and the hours."""

    ore_settimanali = Decimale(minimo="0.01", massimo="168", required=True)
    lavoratori = Decimale(minimo="0.01", massimo="999999", required=True)


class Finestra(Schema):
    """The days counted, the first and the last included."""

    dal = day()
    al = day()
