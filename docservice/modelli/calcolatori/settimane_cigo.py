"""The weeks of CIGO of a unit in the mobile two years (`settimane-cigo`).

Seven days over two weeks of five -> 1,4 weeks used.
"""

from __future__ import annotations

from marshmallow import Schema, fields

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo
from docservice.campi.risposte import day, number, yes_or_no
from docservice.modelli.calcolatori.blocchi import Finestra
from docservice.modelli.calcolatori.catalogo import Calcolatore, Esempio
from docservice.modelli.calcolatori.settori import SETTORI


class SettimanaTrattata(Blocco):
    """A week by its Monday, and how many of its days were touched."""

    lunedi = Giorno(required=True)
    giorni = Intero(minimo=1, massimo=7, required=True)


class PeriodoCigo(Blocco):
    """A period of CIGO, and how many working days of it were touched, where it is known."""

    dal = Giorno(required=True)
    al = Giorno(required=True)
    giorni = Intero(minimo=1, massimo=10_000)
    eone = SiNo()


class SettimaneCigo(Blocco):
    """Weeks of CIGO of one unit, one by one or by period."""

    settore = Scelta(*SETTORI, required=True)
    settimana_corta = SiNo(required=True)
    settimane = Lista(Gruppo(SettimanaTrattata), massimo=1000)
    periodi = Lista(Gruppo(PeriodoCigo), massimo=1000)
    ultimo_giorno = Giorno(required=True)
    settimane_richieste = Decimale(massimo="520")


class SettimaneCigoRisultati(Schema):
    """Weeks used, left, running."""

    giorni_usati = number()
    settimane_usate = number()
    settimane_intere = number()
    giorni_residui = number()
    settimane_residue = number()
    consecutive = number()
    oltre_13 = yes_or_no()
    entro_limite = yes_or_no()
    prima_data_nuova_domanda = day(required=False)
    finestra = fields.Nested(Finestra, required=True)


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
