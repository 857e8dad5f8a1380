"""What the employer pays when a job ends (`contributo-recesso`), in euro.

36 months of service, with the CIGS and without an agreement, in 2024 -> 11.442,09 euro.
"""

from __future__ import annotations

from marshmallow import Schema

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Giorno, Intero, SiNo
from docservice.campi.risposte import number
from docservice.modelli.calcolatori.catalogo import Calcolatore, Esempio


class ContributoRecesso(Blocco):
    """What is due when a job ends: months of service, or the day it began."""

    data_cessazione = Giorno(required=True)
    mesi_anzianita = Intero(minimo=1, massimo=1200)
    data_assunzione = Giorno()
    cigs = SiNo(required=True)
    accordo = SiNo(required=True)
    collettivo = SiNo()
    data_apertura_procedura = Giorno()


class ContributoRecessoRisultati(Schema):
    """What is due when a job ends, in euro."""

    massimale = number()
    aliquota = number()
    mesi = number()
    contributo = number()
    contributo_senza_accordo = number(required=False)


CALCOLATORE = Calcolatore(
    id="contributo-recesso",
    domanda=ContributoRecesso,
    risposta=ContributoRecessoRisultati,
    esempio=Esempio(
        dati={"data_cessazione": "2024-05-10", "mesi_anzianita": 36, "cigs": True, "accordo": False},
        fonte="guida agli ammortizzatori sociali del maggio 2024, esempio del contributo di recesso",
    ),
)
