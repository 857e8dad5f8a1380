"""The months of treatment of a unit in the mobile five years (`quinquennio-mobile`).

Six months of CIGO and twelve of solidarity, in industry -> 12 months counted of 24.
"""

from __future__ import annotations

from marshmallow import Schema

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Lista, Scelta, SiNo, Testo
from docservice.campi.risposte import group, items, number, place, text, yes_or_no
from docservice.modelli.calcolatori.blocchi import FinestraMobile, FuoriComputo
from docservice.modelli.calcolatori.catalogo import Calcolatore, Esempio
from docservice.modelli.calcolatori.giorni import AL, DAL
from docservice.modelli.calcolatori.parole import LAVORATORI_DISTINTI, NOMI_STRUMENTI
from docservice.modelli.calcolatori.settori import NOMI_SETTORI, PAROLE_SETTORE, SETTORI


class PeriodoComputato(FuoriComputo):
    """A period of treatment, had or asked for: its months, its weeks (CIGO, FIS), or its days."""

    tipo = Scelta(
        "CIGO",
        "CIGS",
        "CDS",
        "FIS",
        required=True,
        parole=("Trattamento", "Quale trattamento: la solidarietà si conta per metà, salvo in edilizia e nel lapideo."),
        nomi=NOMI_STRUMENTI,
    )
    causale = Testo(
        massimo=100, parole=("Causale", "La causale, come la dice il decreto o l’autorizzazione.", "crisi aziendale")
    )
    mesi = Decimale(
        minimo="0.01",
        massimo="999",
        parole=("Mesi", "Quanto è durato, in mesi; oppure si indicano le settimane o le date.", "6"),
        unita="mesi",
    )
    settimane = Decimale(
        minimo="0.01",
        massimo="999",
        parole=("Settimane", "Quanto sono durati CIGO o FIS, in settimane; oppure si indicano i mesi o le date.", "13"),
        unita="settimane",
    )
    dal = Giorno(parole=DAL)
    al = Giorno(parole=AL)
    lavoratori_distinti = SiNo(parole=LAVORATORI_DISTINTI)
    richiesto = SiNo(parole=("Periodo richiesto", "Sì se è il periodo che si sta chiedendo, no se è già stato avuto."))


class QuinquennioMobile(Blocco):
    """Periods of one unit, in any order."""

    settore = Scelta(*SETTORI, required=True, parole=PAROLE_SETTORE, nomi=NOMI_SETTORI)
    periodi = Lista(
        Gruppo(PeriodoComputato),
        massimo=1000,
        vuota=False,
        required=True,
        parole=("Periodi", "I trattamenti già avuti dall’unità e quello che si chiede, in qualunque ordine."),
    )
    ultimo_giorno = Giorno(
        parole=("Fino al", "Si contano i cinque anni che finiscono qui; se manca, vale l’ultimo periodo.", "2026-05-31")
    )


class Escluso(Schema):
    """A period left out, and why."""

    indice = place(
        "Posto nell’elenco", "Quale periodo è rimasto fuori dal conto, a partire da 0: la prima riga è la 0."
    )
    motivo = text(500, "Motivo", "Perché non si conta.")


class QuinquennioMobileRisultati(Schema):
    """Months counted and left; the window where some day is known."""

    mesi_computati = number("Mesi computati", "I mesi che contano nel quinquennio mobile.", "mesi")
    limite_mesi = number("Limite", "La durata massima complessiva nel quinquennio.", "mesi")
    mesi_residui = number("Mesi residui", "I mesi che restano prima del limite.", "mesi")
    mesi_residui_cigs = number("Mesi residui di CIGS", "I mesi che restano, se si usano tutti per la CIGS.", "mesi")
    mesi_residui_cds = number(
        "Mesi residui di solidarietà", "I mesi che restano, se si usano tutti per un contratto di solidarietà.", "mesi"
    )
    entro_limite = yes_or_no("Entro il limite", "Sì se i mesi computati non superano il limite.")
    finestra = group(
        FinestraMobile,
        "Quinquennio mobile",
        "I cinque anni in cui si conta; manca se non si conosce alcun giorno.",
        required=False,
    )
    esclusi = items(Escluso, "Periodi esclusi", "I periodi che non contano, e perché.")


CALCOLATORE = Calcolatore(
    id="quinquennio-mobile",
    domanda=QuinquennioMobile,
    risposta=QuinquennioMobileRisultati,
    esempio=Esempio(
        dati={"settore": "industria", "periodi": [{"tipo": "CIGO", "mesi": "6"}, {"tipo": "CDS", "mesi": "12"}]},
        fonte="circolare INPS n. 197/2015, sei mesi di CIGO e dodici di contratto di solidarietà",
    ),
)
