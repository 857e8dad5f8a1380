"""The contribution for those hired under an expansive solidarity contract (`solidarieta-espansiva`), in euro.

One hired at 2.000 euro a month, over 36 months -> 7.200 euro.
"""

from __future__ import annotations

from marshmallow import Schema

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista
from docservice.campi.risposte import day, items, number, place
from docservice.modelli.calcolatori.catalogo import Calcolatore, Esempio


class Assunto(Blocco):
    """One hired under an expansive solidarity contract; the pay is the gross monthly one of the collective contract."""

    retribuzione_lorda_mensile = Decimale(
        minimo="0.01",
        massimo="999999",
        required=True,
        parole=("Retribuzione lorda mensile", "La retribuzione lorda di un mese secondo il CCNL.", "2000.00"),
        unita="euro",
    )
    data_assunzione = Giorno(
        required=True, parole=("Data di assunzione", "Il giorno in cui comincia il rapporto.", "2016-02-01")
    )
    data_nascita = Giorno(
        parole=("Data di nascita", "Fra i 15 e i 29 anni c’è anche la contribuzione degli apprendisti.", "1990-05-12")
    )


class SolidarietaEspansiva(Blocco):
    """Contribution for those hired, over so many months of each."""

    data_contratto = Giorno(
        required=True,
        parole=("Data del contratto", "Il giorno della firma, dal 24 settembre 2015 al 29 giugno 2019.", "2016-01-10"),
    )
    assunti = Lista(
        Gruppo(Assunto),
        massimo=10_000,
        vuota=False,
        required=True,
        parole=("Assunti", "Chi è assunto a tempo indeterminato con il contratto di solidarietà espansiva."),
    )
    mesi = Intero(
        minimo=1,
        massimo=36,
        required=True,
        parole=("Mesi", "Per quanti mesi di ciascuno si calcola il contributo: 36 al massimo.", 36),
        unita="mesi",
    )


class AssuntoContributo(Schema):
    """Months of each rate, and what they give."""

    mesi_15 = number("Mesi al 15%", "I mesi in cui il contributo è il 15% della retribuzione.", "mesi")
    mesi_10 = number("Mesi al 10%", "I mesi in cui il contributo è il 10% della retribuzione.", "mesi")
    mesi_5 = number("Mesi al 5%", "I mesi in cui il contributo è il 5% della retribuzione.", "mesi")
    contributo = number("Contributo", "Quanto spetta per questo assunto.", "euro")


class AlternativaGiovani(Schema):
    """Until when the rate of apprentices may be used instead."""

    indice = place("Posto nell’elenco", "Di quale assunto si parla, a partire da 0: la prima riga è la 0.")
    fino_al = day("Fino al", "L’ultimo giorno in cui si può usare la contribuzione degli apprendisti.")


class SolidarietaEspansivaRisultati(Schema):
    """Contribution for those hired, in euro."""

    assunti = items(AssuntoContributo, "Assunti", "Il conto di ciascun assunto, nell’ordine dei dati.")
    contributo = number("Contributo", "Quanto spetta per tutti gli assunti.", "euro")
    alternativa_giovani = items(
        AlternativaGiovani,
        "In alternativa, per i giovani",
        "Gli assunti per cui si può usare invece la contribuzione degli apprendisti.",
    )


CALCOLATORE = Calcolatore(
    id="solidarieta-espansiva",
    domanda=SolidarietaEspansiva,
    risposta=SolidarietaEspansivaRisultati,
    esempio=Esempio(
        dati={
            "data_contratto": "2016-01-10",
            "assunti": [{"retribuzione_lorda_mensile": "2000.00", "data_assunzione": "2016-02-01"}],
            "mesi": 36,
        },
        fonte="conto nostro sulle quote dell’art. 41 del D.Lgs. 148/2015",
    ),
)
