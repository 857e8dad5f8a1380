"""The days and weeks of a period (`settimane-periodo`).

From 5 June to 3 September 2023 -> 91 days, 13 weeks, back at work on 4 September.
"""

from __future__ import annotations

from marshmallow import Schema

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Giorno
from docservice.campi.risposte import day, number
from docservice.modelli.calcolatori.catalogo import Calcolatore, Esempio
from docservice.modelli.calcolatori.giorni import AL, DAL


class SettimanePeriodo(Blocco):
    """A period, both days included."""

    dal = Giorno(required=True, parole=DAL)
    al = Giorno(required=True, parole=AL)


class SettimanePeriodoRisultati(Schema):
    """Length of a period, and the day after it."""

    giorni = number("Giorni", "I giorni del periodo, compresi il primo e l’ultimo.", "giorni")
    settimane = number("Settimane", "I giorni divisi per sette.", "settimane")
    ripresa = day("Ripresa del lavoro", "Il giorno dopo l’ultimo.")


CALCOLATORE = Calcolatore(
    id="settimane-periodo",
    domanda=SettimanePeriodo,
    risposta=SettimanePeriodoRisultati,
    esempio=Esempio(
        dati={"dal": "2023-06-05", "al": "2023-09-03"},
        fonte="guida agli ammortizzatori sociali del maggio 2024, le tredici settimane dal 5 giugno 2023",
    ),
)
