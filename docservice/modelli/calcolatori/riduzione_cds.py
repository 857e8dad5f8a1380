"""The cut of hours in a solidarity contract, against the caps of its day (`riduzione-cds`).

Forty workers from 40 to 16 hours a week, 15 redundancies -> a cut of 60%, within the caps of 2015.
"""

from __future__ import annotations

from marshmallow import Schema

from docservice.campi.blocco import Blocco
from docservice.campi.codici import CodiceFiscale
from docservice.campi.fields import Giorno, Gruppo, Intero, Lista, Scelta, Testo
from docservice.campi.risposte import items, number, place, text, yes_or_no
from docservice.modelli.blocchi import MOLTI_LAVORATORI
from docservice.modelli.calcolatori.blocchi import GruppoOrari, Orari
from docservice.modelli.calcolatori.catalogo import Calcolatore, Esempio


class LavoratoreOrari(Orari):
    """One worker."""

    cognome = Testo(massimo=100, required=True)
    nome = Testo(massimo=100, required=True)
    codice_fiscale = CodiceFiscale(required=True)


class RiduzioneCds(Blocco):
    """Cut of hours in a solidarity contract: groups, or workers one by one."""

    data = Giorno(required=True)
    gruppi = Lista(Gruppo(GruppoOrari), massimo=1000)
    lavoratori = Lista(Gruppo(LavoratoreOrari), massimo=MOLTI_LAVORATORI)
    esuberi = Intero()
    regime = Scelta("dlgs-148", "deroga-2009")


class OltreLimite(Schema):
    """A row over the cap of the single worker."""

    indice = place()
    percentuale = number()


class RepartoOrari(Schema):
    """Sums of a department; no name where the rows have none."""

    reparto = text(100, required=False)
    lavoratori = number()
    ore_lavorabili = number()
    ore_non_lavorate = number()
    percentuale = number()


class RiduzioneCdsRisultati(Schema):
    """Cut of hours, against the caps of its day."""

    lavoratori = number()
    ore_lavorabili = number()
    ore_non_lavorate = number()
    riduzione_media_percentuale = number()
    limite_medio = number()
    entro_limite = yes_or_no()
    limite_individuale = number(required=False)
    entro_limite_individuale = yes_or_no(required=False)
    oltre_limite_individuale = items(OltreLimite, required=False)
    gruppi = items(RepartoOrari)
    ore_esuberi = number(required=False)
    copertura_esuberi = yes_or_no(required=False)


CALCOLATORE = Calcolatore(
    id="riduzione-cds",
    domanda=RiduzioneCds,
    risposta=RiduzioneCdsRisultati,
    esempio=Esempio(
        dati={
            "data": "2015-11-02",
            "gruppi": [
                {"reparto": "unico", "lavoratori": 40, "ore_settimanali": "40", "ore_lavorate_settimanali": "16"}
            ],
            "esuberi": 15,
        },
        fonte="guida agli ammortizzatori sociali del maggio 2024, tabella del contratto di solidarietà",
    ),
)
