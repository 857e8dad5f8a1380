"""The hours of CIGO that may be authorised in two years (`ore-autorizzabili`).

Forty workers of forty hours a week, 50.000 hours already authorised -> 5.466 hours left.
"""

from __future__ import annotations

from marshmallow import Schema

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Gruppo, Lista
from docservice.campi.risposte import number, yes_or_no
from docservice.modelli.calcolatori.blocchi import OrganicoOrario
from docservice.modelli.calcolatori.catalogo import Calcolatore, Esempio


class OreAutorizzabili(Blocco):
    """Hours of CIGO in two years: the staff by contractual week, or the hours themselves."""

    organico = Lista(Gruppo(OrganicoOrario), massimo=1000, vuota=False)
    ore_lavorabili_biennio = Decimale(minimo="0.01", massimo="99999999999")
    ore_gia_autorizzate = Decimale(massimo="99999999999")
    ore_richieste = Decimale(massimo="99999999999")


class OreAutorizzabiliRisultati(Schema):
    """Hours of CIGO that may be authorised."""

    ore_lavorabili_biennio = number()
    tetto_ore = number()
    ore_residue = number()
    entro_limite = yes_or_no()


CALCOLATORE = Calcolatore(
    id="ore-autorizzabili",
    domanda=OreAutorizzabili,
    risposta=OreAutorizzabiliRisultati,
    esempio=Esempio(
        dati={
            "organico": [{"ore_settimanali": "40", "lavoratori": 40}],
            "ore_gia_autorizzate": "50000",
            "ore_richieste": "5466",
        },
        fonte="conto nostro, quaranta lavoratori a tempo pieno",
    ),
)
