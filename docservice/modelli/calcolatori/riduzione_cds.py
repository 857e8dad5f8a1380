"""The cut of hours in a solidarity contract, against the caps of its day (`riduzione-cds`).

Forty workers from 40 to 16 hours a week, 15 redundancies -> a cut of 60%, within the caps of 2015.
"""

from __future__ import annotations

from marshmallow import Schema

from docservice.campi.blocco import Blocco
from docservice.campi.codici import CodiceFiscale
from docservice.campi.fields import Giorno, Gruppo, Intero, Lista, Scelta, Testo
from docservice.campi.risposte import items, number, place, text, yes_or_no
from docservice.modelli.blocchi import MOLTI_LAVORATORI, Periodo
from docservice.modelli.calcolatori.blocchi import GruppoOrari, Orari
from docservice.modelli.calcolatori.catalogo import Calcolatore, Esempio
from docservice.modelli.calcolatori.parole import GRUPPI, NOMI_REGIMI


class LavoratoreOrari(Orari):
    """One worker."""

    cognome = Testo(massimo=100, required=True, parole=("Cognome", "Il cognome del lavoratore.", "Rossetti"))
    nome = Testo(massimo=100, required=True, parole=("Nome", "Il nome del lavoratore.", "Anna"))
    codice_fiscale = CodiceFiscale(
        required=True,
        parole=("Codice fiscale", "I sedici caratteri, come sulla tessera sanitaria.", "RSSNNA80A41F205B"),
    )


class RiduzioneCds(Blocco):
    """Cut of hours in a solidarity contract: groups, or workers one by one."""

    data = Giorno(
        required=True,
        parole=("Data della firma", "Il giorno in cui si firma: decide i limiti della riduzione.", "2026-02-16"),
    )
    gruppi = Lista(Gruppo(GruppoOrari), massimo=1000, parole=GRUPPI)
    lavoratori = Lista(
        Gruppo(LavoratoreOrari),
        massimo=MOLTI_LAVORATORI,
        parole=("Lavoratori", "I lavoratori uno per uno, con l’orario di ciascuno, al posto dei gruppi."),
    )
    periodo = Gruppo(
        Periodo,
        parole=("Periodo", "Il primo e l’ultimo giorno del contratto: serve se l’orario di qualcuno cambia."),
    )
    esuberi = Intero(
        parole=("Esuberi", "Quanti lavoratori sono di troppo: si dice se le ore tolte coprono le loro.", 15),
        unita="persone",
    )
    regime = Scelta(
        "dlgs-148",
        "deroga-2009",
        parole=("Regime", "Sotto quale legge è l’accordo: decide i limiti della riduzione."),
        nomi=NOMI_REGIMI,
    )


class OltreLimite(Schema):
    """A row over the cap of the single worker."""

    indice = place("Posto nell’elenco", "Quale riga supera il limite, a partire da 0: la prima riga è la 0.")
    percentuale = number("Riduzione", "Di quanto si riduce il suo orario.", "per cento")


class RepartoOrari(Schema):
    """Sums of a department; no name where the rows have none."""

    reparto = text(100, "Reparto", "Il nome del reparto; manca se le righe non lo dicono.", required=False)
    lavoratori = number("Lavoratori", "Quanti lavoratori ha il reparto.", "persone")
    ore_lavorabili = number("Ore lavorabili", "Le ore di contratto del reparto in una settimana.", "ore")
    ore_non_lavorate = number("Ore non lavorate", "Le ore che il reparto non lavora in una settimana.", "ore")
    percentuale = number("Riduzione", "La riduzione media del reparto.", "per cento")


class RiduzioneCdsRisultati(Schema):
    """Cut of hours, against the caps of its day."""

    lavoratori = number("Lavoratori", "Quanti lavoratori riducono l’orario.", "persone")
    ore_lavorabili = number("Ore lavorabili", "Le ore di contratto di tutti in una settimana.", "ore")
    ore_non_lavorate = number("Ore non lavorate", "Le ore che in una settimana non si lavorano.", "ore")
    riduzione_media_percentuale = number(
        "Riduzione media", "Le ore non lavorate rispetto a quelle lavorabili.", "per cento"
    )
    limite_medio = number("Limite medio", "La riduzione media più alta che la legge ammette quel giorno.", "per cento")
    entro_limite = yes_or_no("Entro il limite medio", "Sì se la riduzione media non supera il limite.")
    limite_individuale = number(
        "Limite individuale",
        "La riduzione più alta ammessa per ciascun lavoratore; manca dove la legge non ne pone.",
        "per cento",
        required=False,
    )
    entro_limite_individuale = yes_or_no(
        "Entro il limite individuale", "Sì se nessuno supera il limite individuale.", required=False
    )
    oltre_limite_individuale = items(
        OltreLimite, "Oltre il limite individuale", "Le righe che superano il limite individuale.", required=False
    )
    gruppi = items(RepartoOrari, "Reparti", "Le somme di ciascun reparto.")
    ore_esuberi = number(
        "Ore degli esuberi", "Le ore settimanali di contratto dei lavoratori in esubero.", "ore", required=False
    )
    copertura_esuberi = yes_or_no(
        "Esuberi coperti", "Sì se le ore non lavorate sono almeno quelle degli esuberi.", required=False
    )


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
