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

    retribuzione_lorda_mensile = Decimale(minimo="0.01", massimo="999999", required=True)
    data_assunzione = Giorno(required=True)
    data_nascita = Giorno()


class SolidarietaEspansiva(Blocco):
    """Contribution for those hired, over so many months of each."""

    data_contratto = Giorno(required=True)
    assunti = Lista(Gruppo(Assunto), massimo=10_000, vuota=False, required=True)
    mesi = Intero(minimo=1, massimo=36, required=True)


class AssuntoContributo(Schema):
    """Months of each rate, and what they give."""

    mesi_15 = number()
    mesi_10 = number()
    mesi_5 = number()
    contributo = number()


class AlternativaGiovani(Schema):
    """Until when the rate of apprentices may be used instead."""

    indice = place()
    fino_al = day()


class SolidarietaEspansivaRisultati(Schema):
    """Contribution for those hired, in euro."""

    assunti = items(AssuntoContributo)
    contributo = number()
    alternativa_giovani = items(AlternativaGiovani)


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
