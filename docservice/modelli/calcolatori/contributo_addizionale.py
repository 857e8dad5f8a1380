"""The additional contribution of the employer (`contributo-addizionale`), in euro.

26 weeks of CIGO after 40 already had, 26.000 euro of pay -> 9% on 12 weeks and 12% on 14, 2.760 euro.
"""

from __future__ import annotations

from marshmallow import Schema

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo
from docservice.campi.risposte import items, number, yes_or_no
from docservice.modelli.calcolatori.catalogo import Calcolatore, Esempio


class PeriodoRetribuito(Blocco):
    """Weeks of treatment, and the pay of the hours not worked in them."""

    settimane = Decimale(minimo="0.01", massimo="520", required=True)
    retribuzione_persa = Decimale(massimo="999999999", required=True)


class ContributoAddizionale(Blocco):
    """Additional contribution: weeks already had in the mobile five years, then weeks and pay of each period."""

    data_domanda = Giorno(required=True)
    strumento = Scelta("CIGO", "CIGS", "CDS", "FIS", "CIGD", required=True)
    eone = SiNo()
    settimane_precedenti = Decimale(massimo="520", required=True)
    settimane = Decimale(minimo="0.01", massimo="520")
    retribuzione_persa = Decimale(massimo="999999999")
    periodi = Lista(Gruppo(PeriodoRetribuito), massimo=1000, vuota=False)
    ultimo_periodo_al = Giorno()
    dipendenti = Intero(minimo=1)


class FasciaContributo(Schema):
    """Weeks of a band, and what they pay; the rate in percent."""

    dal_settimana = number()
    al_settimana = number()
    settimane = number()
    aliquota = number()
    imponibile = number()
    importo = number()


class ContributoAddizionaleRisultati(Schema):
    """Additional contribution, in euro."""

    fasce = items(FasciaContributo)
    contributo = number()
    ridotto = yes_or_no()


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
