"""The additional contribution of the employer (`contributo-addizionale`), in euro.

26 weeks of CIGO after 40 already had, 26.000 euro of pay -> 9% on 12 weeks and 12% on 14, 2.760 euro.
"""

from __future__ import annotations

from marshmallow import Schema, validate

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo
from docservice.campi.risposte import items, number, text, yes_or_no
from docservice.law.dlgs_148.contributi.aliquota_ridotta import MOTIVI
from docservice.law.dlgs_148.generale.causali import (
    CRISI_COMPLESSA,
    NOMI,
    NORMA_SPECIALE,
    ORDINARIE,
    STRAORDINARIE,
    STRAORDINARIE_FIS,
)
from docservice.modelli.calcolatori.catalogo import Calcolatore, Esempio
from docservice.modelli.calcolatori.giorni import DATA_DOMANDA
from docservice.modelli.calcolatori.norma import PAROLE_NORMA, Norma
from docservice.modelli.calcolatori.parole import EONE, NOMI_STRUMENTI, RETRIBUZIONE_PERSA, SETTIMANE_USATE


class PeriodoRetribuito(Blocco):
    """Weeks of treatment, and the pay of the hours not worked in them."""

    settimane = Decimale(minimo="0.01", massimo="520", required=True, parole=SETTIMANE_USATE, unita="settimane")
    retribuzione_persa = Decimale(massimo="999999999", required=True, parole=RETRIBUZIONE_PERSA, unita="euro")


class ContributoAddizionale(Blocco):
    """Additional contribution: weeks already had in the mobile five years, then weeks and pay of each period."""

    data_domanda = Giorno(required=True, parole=DATA_DOMANDA)
    strumento = Scelta(
        "CIGO",
        "CIGS",
        "CDS",
        "FIS",
        "FONDO",
        "CIGD",
        required=True,
        parole=("Strumento", "Il trattamento per cui si paga il contributo: ciascuno ha le sue aliquote."),
        nomi=NOMI_STRUMENTI,
    )
    eone = SiNo(parole=EONE)
    causale = Scelta(
        *dict.fromkeys((*ORDINARIE, *STRAORDINARIE, CRISI_COMPLESSA, NORMA_SPECIALE, *STRAORDINARIE_FIS)),
        parole=("Causale", "La causale della domanda: con alcune il contributo non è dovuto."),
        nomi=NOMI,
    )
    licenziamento_collettivo = SiNo(
        parole=(
            "Licenziamento collettivo",
            "Sì se durante il trattamento se ne apre uno: in un’area di crisi complessa l’esenzione si perde.",
        )
    )
    norma = Gruppo(Norma, parole=PAROLE_NORMA)
    settimane_precedenti = Decimale(
        massimo="520",
        required=True,
        parole=(
            "Settimane precedenti",
            "Le settimane già avute dall’unità nel quinquennio mobile: decidono la fascia.",
            "40",
        ),
        unita="settimane",
    )
    settimane = Decimale(minimo="0.01", massimo="520", parole=SETTIMANE_USATE, unita="settimane")
    retribuzione_persa = Decimale(massimo="999999999", parole=RETRIBUZIONE_PERSA, unita="euro")
    periodi = Lista(
        Gruppo(PeriodoRetribuito),
        massimo=1000,
        vuota=False,
        parole=("Periodi", "I periodi in ordine di tempo, se sono più d’uno: settimane e retribuzione di ciascuno."),
    )
    ultimo_periodo_al = Giorno(
        parole=(
            "Fine dell’ultimo trattamento",
            (
                "L’ultimo giorno di integrazione salariale prima di questa domanda: dal 2025, se sono passati 24 mesi,"
                " l’aliquota è ridotta."
            ),
            "2023-09-03",
        )
    )
    aliquota_ridotta_dal = Giorno(
        parole=(
            "Aliquota ridotta dal",
            (
                "Il primo giorno del trattamento che per primo ha avuto l’aliquota ridotta, se è già cominciata: la"
                " riduzione resta per i trattamenti che seguono."
            ),
            "2025-02-03",
        )
    )
    dipendenti = Intero(
        minimo=1,
        parole=("Dipendenti", "I dipendenti in media nel semestre prima: servono alle note sul FIS.", 12),
        unita="persone",
    )


class FasciaContributo(Schema):
    """Weeks of a band, and what they pay; the rate in percent."""

    dal_settimana = number(
        "Dalla settimana", "La prima settimana della fascia, contata nel quinquennio mobile.", "settimane"
    )
    al_settimana = number(
        "Alla settimana", "L’ultima settimana della fascia, contata nel quinquennio mobile.", "settimane"
    )
    settimane = number("Settimane", "Le settimane di questa domanda che cadono nella fascia.", "settimane")
    aliquota = number("Aliquota", "La quota della retribuzione persa che si paga in questa fascia.", "per cento")
    imponibile = number("Imponibile", "La retribuzione persa che cade nella fascia.", "euro")
    importo = number("Importo", "Il contributo della fascia.", "euro")


class ContributoAddizionaleRisultati(Schema):
    """Additional contribution, in euro."""

    fasce = items(FasciaContributo, "Fasce", "Le fasce di settimane toccate, con l’aliquota di ciascuna.")
    contributo = number("Contributo addizionale", "Quanto deve in tutto il datore di lavoro.", "euro")
    ridotto = yes_or_no(
        "Aliquota ridotta", "Sì se valgono le aliquote ridotte di chi non ha avuto trattamenti per 24 mesi."
    )
    motivo_ridotto = text(
        20,
        "Perché è ridotta",
        "Mai usato, ventiquattro mesi senza trattamenti, o riduzione già in corso; manca se l’aliquota è intera.",
        required=False,
        validate=validate.OneOf(MOTIVI),
    )


CALCOLATORE = Calcolatore(
    id="contributo-addizionale",
    domanda=ContributoAddizionale,
    risposta=ContributoAddizionaleRisultati,
    esempio=Esempio(
        dati={
            "data_domanda": "2024-03-01",
            "strumento": "CIGO",
            "settimane_precedenti": 40,
            "settimane": 26,
            "retribuzione_persa": "26000.00",
        },
        fonte="conto nostro, su settimane che passano dalla prima alla seconda fascia",
    ),
)
