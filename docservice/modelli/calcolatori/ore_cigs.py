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
from docservice.modelli.calcolatori.giorni import DATA_DOMANDA, FINE_CONSULTAZIONE
from docservice.modelli.calcolatori.parole import ORE_RICHIESTE


class OreCigs(Blocco):
    """Hours of CIGS in a programme, on the staff at its start."""

    data_domanda = Giorno(parole=DATA_DOMANDA)
    data_chiusura_consultazione = Giorno(parole=FINE_CONSULTAZIONE)
    dal = Giorno(required=True, parole=("Inizio del programma", "Il primo giorno del programma di CIGS.", "2026-01-01"))
    al = Giorno(required=True, parole=("Fine del programma", "L’ultimo giorno del programma di CIGS.", "2026-12-31"))
    organico = Lista(
        Gruppo(OrganicoOrario),
        massimo=1000,
        vuota=False,
        required=True,
        parole=("Organico per orario", "Quanti lavoratori ha l’unità all’inizio del programma, orario per orario."),
    )
    ore_richieste = Decimale(massimo="99999999999", parole=ORE_RICHIESTE, unita="ore")


class OreCigsRisultati(Schema):
    """Hours of CIGS that may be authorised."""

    settimane = number("Settimane", "La durata del programma.", "settimane")
    ore_lavorabili = number("Ore lavorabili", "Le ore ordinarie dell’unità in tutto il programma.", "ore")
    tetto_ore = number(
        "Tetto di ore", "Le ore di sospensione che si possono autorizzare, l’80% delle lavorabili.", "ore"
    )
    quota_percentuale = number(
        "Quota richiesta", "Quanta parte delle ore lavorabili è richiesta.", "per cento", required=False
    )
    entro_limite = yes_or_no("Entro il limite", "Sì se le ore richieste stanno nel tetto.")
    applicabile = yes_or_no(
        "Limite applicabile", "No se il programma è di prima che il limite valesse (24 settembre 2017)."
    )


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
