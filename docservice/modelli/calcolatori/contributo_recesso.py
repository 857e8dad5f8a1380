"""What the employer pays when a job ends (`contributo-recesso`), in euro.

36 months of service, with the CIGS and without an agreement, in 2024 -> 11.442,09 euro.
"""

from __future__ import annotations

from marshmallow import Schema

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Giorno, Intero, SiNo
from docservice.campi.risposte import day, number
from docservice.modelli.calcolatori.catalogo import Calcolatore, Esempio


class ContributoRecesso(Blocco):
    """What is due when a job ends: months of service, or the day it began."""

    data_cessazione = Giorno(
        required=True,
        parole=("Data di cessazione", "L’ultimo giorno del rapporto: decide massimale e aliquota.", "2026-05-10"),
    )
    mesi_anzianita = Intero(
        minimo=1,
        massimo=1200,
        parole=(
            "Mesi di anzianità",
            "I mesi lavorati per almeno 15 giorni; oppure si indica la data di assunzione.",
            36,
        ),
        unita="mesi",
    )
    data_assunzione = Giorno(
        parole=("Data di assunzione", "Il primo giorno del rapporto, al posto dei mesi di anzianità.", "2021-09-06")
    )
    cigs = SiNo(
        required=True,
        parole=(
            "Soggetto alla CIGS",
            (
                "Sì se si versa il contributo CIGS, e dal 2022 anche chi ha il FIS oltre 15 dipendenti: nei"
                " licenziamenti collettivi l’aliquota raddoppia."
            ),
        ),
    )
    accordo = SiNo(
        required=True,
        parole=(
            "Accordo sindacale",
            "Sì se c’è l’accordo: senza, nei licenziamenti collettivi il contributo triplica.",
        ),
    )
    collettivo = SiNo(
        parole=("Licenziamento collettivo", "Sì se è parte di un licenziamento collettivo; se manca si intende sì.")
    )
    data_apertura_procedura = Giorno(
        parole=(
            "Apertura della procedura",
            (
                "Il giorno della comunicazione che apre il licenziamento collettivo: per quelle aperte entro il 20"
                " ottobre 2017 l’aliquota non raddoppia."
            ),
            "2026-02-02",
        )
    )


class ContributoRecessoRisultati(Schema):
    """What is due when a job ends, in euro."""

    massimale = number(
        "Massimale NASpI",
        "Il massimale mensile della NASpI in vigore quel giorno, su cui si misura il contributo.",
        "euro",
    )
    aliquota = number("Aliquota", "La quota del massimale che si paga per ogni dodici mesi di anzianità.", "per cento")
    mesi = number("Mesi di anzianità", "I mesi contati, 36 al massimo.", "mesi")
    contributo = number("Contributo di recesso", "Quanto deve il datore di lavoro per questo rapporto.", "euro")
    versamento_entro = day("Versamento entro", "L’ultimo giorno per versarlo all’INPS (S-TICKET).")
    contributo_senza_accordo = number(
        "Contributo senza accordo",
        "Quanto si deve per questo rapporto se manca l’accordo sindacale.",
        "euro",
        required=False,
    )


CALCOLATORE = Calcolatore(
    id="contributo-recesso",
    domanda=ContributoRecesso,
    risposta=ContributoRecessoRisultati,
    esempio=Esempio(
        dati={"data_cessazione": "2024-05-10", "mesi_anzianita": 36, "cigs": True, "accordo": False},
        fonte="guida agli ammortizzatori sociali del maggio 2024, esempio del contributo di recesso",
    ),
)
