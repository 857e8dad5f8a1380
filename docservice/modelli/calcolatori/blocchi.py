"""The blocks that many calculators share, and some documents with them: weekly hours, staff, the days counted.

A row of `organico`: {"ore_settimanali": "40", "lavoratori": 40} -> OrganicoOrario
"""

from __future__ import annotations

from marshmallow import Schema

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Gruppo, Intero, Lista, Scelta, Testo
from docservice.campi.risposte import day
from docservice.modelli.blocchi import Periodo
from docservice.modelli.calcolatori.parole import (
    ARTICOLO,
    FUORI_COMPUTO,
    IN_DEROGA,
    NOMI_FUORI_COMPUTO,
    ORARI_DIVERSI,
    ORE_LAVORATE,
    ORE_SETTIMANALI,
    REPARTO,
)


class OrarioDelPeriodo(Periodo):
    """Days on which other hours are kept than the usual ones."""

    ore_lavorate_settimanali = Decimale(massimo="168", required=True, parole=ORE_LAVORATE, unita="ore")


class Orari(Blocco):
    """Weekly hours, by contract and worked, of a department or of a worker; `orari` where they change in a period."""

    reparto = Testo(massimo=100, parole=REPARTO)
    ore_settimanali = Decimale(minimo="0.01", massimo="168", required=True, parole=ORE_SETTIMANALI, unita="ore")
    ore_lavorate_settimanali = Decimale(massimo="168", required=True, parole=ORE_LAVORATE, unita="ore")
    orari = Lista(Gruppo(OrarioDelPeriodo), parole=ORARI_DIVERSI)


class GruppoOrari(Orari):
    """Heads that share the same hours."""

    lavoratori = Intero(
        minimo=1,
        required=True,
        parole=("Lavoratori", "Quante persone del reparto hanno questo stesso orario.", 12),
        unita="persone",
    )


class OrganicoOrario(Blocco):
    """Staff of one contractual week: how many on average, with decimals, and the hours."""

    ore_settimanali = Decimale(minimo="0.01", massimo="168", required=True, parole=ORE_SETTIMANALI, unita="ore")
    lavoratori = Decimale(
        minimo="0.01",
        massimo="999999",
        required=True,
        parole=(
            "Lavoratori in media",
            "Quanti hanno questo orario, in media nel semestre prima della domanda: anche con decimali.",
            "38.5",
        ),
        unita="persone",
    )


class FuoriComputo(Blocco):
    """Why a period does not count for some limit of duration, and for which."""

    fuori_computo = Scelta(*NOMI_FUORI_COMPUTO, parole=FUORI_COMPUTO, nomi=NOMI_FUORI_COMPUTO)
    in_deroga = Lista(Intero(minimo=1, massimo=48, parole=ARTICOLO), massimo=48, parole=IN_DEROGA)


class FinestraMobile(Schema):
    """The days counted, the first and the last included."""

    dal = day("Dal", "Il primo giorno che conta.")
    al = day("Al", "L’ultimo giorno che conta.")
