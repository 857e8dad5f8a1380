"""What the calculators of days, weeks and months ask."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.modelli.calcolatori.settori import SETTORI


class SettimanePeriodo(Blocco):
    """A period, both days included."""

    dal = Giorno(required=True)
    al = Giorno(required=True)


class PeriodoComputato(Blocco):
    """A period of treatment, had or asked for: its months, its weeks (CIGO), or its days."""

    tipo = Scelta("CIGO", "CIGS", "CDS", required=True)
    causale = Testo(massimo=100)
    mesi = Decimale(minimo="0.01", massimo="999")
    settimane = Decimale(minimo="0.01", massimo="999")
    dal = Giorno()
    al = Giorno()
    richiesto = SiNo()


class QuinquennioMobile(Blocco):
    """Periods of one unit, in any order."""

    settore = Scelta(*SETTORI, required=True)
    periodi = Lista(Gruppo(PeriodoComputato), massimo=1000, vuota=False, required=True)
    ultimo_giorno = Giorno()


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
