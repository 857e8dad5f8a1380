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
from docservice.modelli.calcolatori.parole import ORE_GIA_AUTORIZZATE, ORE_RICHIESTE, ORGANICO


class OreAutorizzabili(Blocco):
    """Hours of CIGO in two years: the staff by contractual week, or the hours themselves."""

    organico = Lista(Gruppo(OrganicoOrario), massimo=1000, vuota=False, parole=ORGANICO)
    ore_lavorabili_biennio = Decimale(
        minimo="0.01",
        massimo="99999999999",
        parole=(
            "Ore lavorabili del biennio",
            "Le ore ordinarie di due anni di tutta l’unità, al posto dell’organico.",
            "166400",
        ),
        unita="ore",
    )
    ore_gia_autorizzate = Decimale(massimo="99999999999", parole=ORE_GIA_AUTORIZZATE, unita="ore")
    ore_richieste = Decimale(massimo="99999999999", parole=ORE_RICHIESTE, unita="ore")


class OreAutorizzabiliRisultati(Schema):
    """Hours of CIGO that may be authorised."""

    ore_lavorabili_biennio = number(
        "Ore lavorabili del biennio", "Le ore ordinarie di due anni, date o calcolate dall’organico.", "ore"
    )
    tetto_ore = number(
        "Tetto di ore", "Le ore che si possono autorizzare nel biennio mobile, un terzo delle lavorabili.", "ore"
    )
    ore_residue = number("Ore residue", "Le ore che si possono ancora autorizzare.", "ore")
    entro_limite = yes_or_no("Entro il limite", "Sì se le ore autorizzate e quelle richieste stanno nel tetto.")


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
