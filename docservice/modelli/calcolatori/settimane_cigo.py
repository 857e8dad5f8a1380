"""The weeks of CIGO of a unit in the mobile two years (`settimane-cigo`).

Seven days over two weeks of five -> 1,4 weeks used.
"""

from __future__ import annotations

from marshmallow import Schema

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo
from docservice.campi.risposte import day, group, number, yes_or_no
from docservice.modelli.calcolatori.blocchi import FinestraMobile, FuoriComputo
from docservice.modelli.calcolatori.catalogo import Calcolatore, Esempio
from docservice.modelli.calcolatori.giorni import AL, DAL
from docservice.modelli.calcolatori.parole import EONE, GIORNI_FRUITI, SETTIMANA_CORTA
from docservice.modelli.calcolatori.settori import NOMI_SETTORI, PAROLE_SETTORE, SETTORI


class SettimanaTrattata(Blocco):
    """A week by its Monday, and how many of its days were touched."""

    lunedi = Giorno(required=True, parole=("Lunedì", "Il lunedì della settimana.", "2026-03-02"))
    giorni = Intero(
        minimo=1,
        massimo=7,
        required=True,
        parole=("Giorni di CIGO", "Quanti giorni lavorativi della settimana sono stati di CIGO.", 5),
        unita="giorni",
    )


class PeriodoCigo(FuoriComputo):
    """A period of CIGO, and how many working days of it were touched, where it is known."""

    dal = Giorno(required=True, parole=DAL)
    al = Giorno(required=True, parole=AL)
    giorni = Intero(minimo=1, massimo=10_000, parole=GIORNI_FRUITI, unita="giorni")
    eone = SiNo(parole=EONE)


class SettimaneCigo(Blocco):
    """Weeks of CIGO of one unit, one by one or by period."""

    settore = Scelta(*SETTORI, required=True, parole=PAROLE_SETTORE, nomi=NOMI_SETTORI)
    settimana_corta = SiNo(parole=SETTIMANA_CORTA)
    giorni_settimana = Intero(
        minimo=5,
        massimo=7,
        parole=(
            "Giorni della settimana",
            "Su quanti giorni si lavora, da 5 a 7: al posto della settimana corta; 7 per i fondi.",
            6,
        ),
        unita="giorni",
    )
    settimane = Lista(
        Gruppo(SettimanaTrattata),
        massimo=1000,
        parole=("Settimane", "Le settimane di CIGO, una per una; oppure si indicano i periodi."),
    )
    periodi = Lista(
        Gruppo(PeriodoCigo), massimo=1000, parole=("Periodi", "I periodi di CIGO già avuti, al posto delle settimane.")
    )
    ultimo_giorno = Giorno(
        required=True,
        parole=(
            "Fino al",
            "Si contano i due anni che finiscono qui: di solito la fine del periodo richiesto.",
            "2026-05-31",
        ),
    )
    settimane_richieste = Decimale(
        massimo="520",
        parole=("Settimane richieste", "Quante settimane di CIGO si chiedono ora, oltre a quelle già avute.", "13"),
        unita="settimane",
    )


class SettimaneCigoRisultati(Schema):
    """Weeks used, left, running."""

    giorni_usati = number("Giorni usati", "I giorni di CIGO che contano nel biennio mobile.", "giorni")
    settimane_usate = number("Settimane usate", "I giorni usati, in settimane.", "settimane")
    settimane_intere = number("Settimane intere", "Quante settimane intere fanno i giorni usati.", "settimane")
    giorni_residui = number("Giorni in più", "I giorni usati oltre le settimane intere.", "giorni")
    settimane_residue = number("Settimane residue", "Le settimane che restano delle 52 del biennio.", "settimane")
    consecutive = number("Settimane consecutive", "La serie più lunga con un giorno almeno in ciascuna.", "settimane")
    oltre_13 = yes_or_no("Oltre 13 settimane", "Sì se le settimane consecutive sono più di 13.")
    entro_limite = yes_or_no(
        "Entro il limite", "Sì se le settimane usate e quelle richieste stanno nelle 52 del biennio."
    )
    prima_data_nuova_domanda = day(
        "Prima nuova domanda",
        "Il primo giorno di una nuova CIGO, dopo 52 settimane consecutive e altrettante di lavoro.",
        required=False,
    )
    finestra = group(FinestraMobile, "Biennio mobile", "I due anni in cui si conta.")


CALCOLATORE = Calcolatore(
    id="settimane-cigo",
    domanda=SettimaneCigo,
    risposta=SettimaneCigoRisultati,
    esempio=Esempio(
        dati={
            "settore": "industria",
            "settimana_corta": True,
            "settimane": [{"lunedi": "2023-01-02", "giorni": 5}, {"lunedi": "2023-01-09", "giorni": 2}],
            "ultimo_giorno": "2023-12-31",
        },
        fonte="conto nostro secondo la circolare INPS n. 58/2009, sette giorni su una settimana di cinque",
    ),
)
