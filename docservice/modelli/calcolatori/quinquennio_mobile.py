"""The months of treatment of a unit in the mobile five years (`quinquennio-mobile`).

Six months of CIGO and twelve of solidarity, in industry -> 12 months counted of 24.
"""

from __future__ import annotations

from marshmallow import Schema, fields

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Lista, Scelta, SiNo, Testo
from docservice.campi.risposte import items, number, place, text, yes_or_no
from docservice.modelli.calcolatori.blocchi import Finestra
from docservice.modelli.calcolatori.catalogo import Calcolatore, Esempio
from docservice.modelli.calcolatori.settori import SETTORI


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


class Escluso(Schema):
    """A period left out, and why."""

    indice = place()
    motivo = text(500)


class QuinquennioMobileRisultati(Schema):
    """Months counted and left; the window where some day is known."""

    mesi_computati = number()
    limite_mesi = number()
    mesi_residui = number()
    mesi_residui_cigs = number()
    mesi_residui_cds = number()
    entro_limite = yes_or_no()
    finestra = fields.Nested(Finestra)
    esclusi = items(Escluso)


CALCOLATORE = Calcolatore(
    id="quinquennio-mobile",
    domanda=QuinquennioMobile,
    risposta=QuinquennioMobileRisultati,
    esempio=Esempio(
        dati={"settore": "industria", "periodi": [{"tipo": "CIGO", "mesi": "6"}, {"tipo": "CDS", "mesi": "12"}]},
        fonte="circolare INPS n. 197/2015, sei mesi di CIGO e dodici di contratto di solidarietà",
    ),
)
