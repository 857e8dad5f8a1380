"""The hours of CIGS that may be authorised in a programme (`ore-cigs`).

A hundred workers of forty hours a week for 2024, 160.000 hours asked -> 167.314 may be.
"""

from __future__ import annotations

from marshmallow import Schema

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Lista
from docservice.campi.risposte import number, yes_or_no
from docservice.modelli.calcolatori.blocchi import OrganicoOrario
from docservice.modelli.calcolatori.catalogo import Calcolatore, Esempio


class OreCigs(Blocco):
    """Hours of CIGS in a programme, on the staff at its start."""

    data_domanda = Giorno()
    data_chiusura_consultazione = Giorno()
    dal = Giorno(required=True)
    al = Giorno(required=True)
    organico = Lista(Gruppo(OrganicoOrario), massimo=1000, vuota=False, required=True)
    ore_richieste = Decimale(massimo="99999999999")


class OreCigsRisultati(Schema):
    """Hours of CIGS that may be authorised."""

    settimane = number()
    ore_lavorabili = number()
    tetto_ore = number()
    quota_percentuale = number(required=False)
    entro_limite = yes_or_no()
    applicabile = yes_or_no()


CALCOLATORE = Calcolatore(
    id="ore-cigs",
    domanda=OreCigs,
    risposta=OreCigsRisultati,
    esempio=Esempio(
        dati={
            "data_domanda": "2023-12-20",
            "dal": "2024-01-01",
            "al": "2024-12-31",
            "organico": [{"ore_settimanali": "40", "lavoratori": 100}],
            "ore_richieste": "160000",
        },
        fonte="conto nostro, cento lavoratori a tempo pieno per il 2024",
    ),
)
