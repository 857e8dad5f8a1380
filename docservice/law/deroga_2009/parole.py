"""What the text of a document prints that is not in its data: figures in force, days computed, sums.

lessico(a notice of 01/06/2009)["giorni_consultazione"] -> Decimal("10")
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.citation import Fonte
from docservice.law.deroga_2009.caso import PROCEDURA, Accordo, Documento, Richiesta, Tabella
from docservice.law.deroga_2009.cifre import quota
from docservice.law.deroga_2009.fonti import moduli, quadro, quadro_e_vademecum
from docservice.law.deroga_2009.schemi.c import banda, esiti, fine_divieto, limite_percentuale
from docservice.law.generale import orari
from docservice.law.italiano import con_punto
from docservice.law.tratti import ACCORDO, DECRETO, DID, ELENCO, NON_STANDARD, SCHEMA_C, TABELLA
from docservice.law.voce import parole

MODULO_DID: Final = (
    *("operatori_sito", "operatori_telefono", "titolare_dati", "titolare_dati_sede"),
    *("responsabile_dati", "responsabile_dati_sede", "responsabile_esterno_dati", "responsabile_esterno_dati_sede"),
    *("ufficio_diritti", "ufficio_diritti_posta"),
)
"""What the DID's form prints of places and offices (did.yaml)."""


@parole("termini", quadro("All. A"), per=PROCEDURA)
def termini(caso: Richiesta) -> dict[str, Any]:
    """Return the terms that a notice, a record or an application states."""
    consultation = caso.figura("giorni_consultazione").decimale
    on_paper = caso.figura("giorni_dichiarazione_cartacea").decimale
    lent: dict[str, Any] = {
        "giorni_consultazione": consultation,
        "giorni_dichiarazione": on_paper,
        "mesi_concessi_per_intero": caso.figura("mesi_concessi_per_intero").decimale,
        "fax_annullamento": caso.figura("fax_annullamento").testo,
        "termine_dichiarazione": aggiungi_giorni(caso.giorno, int(on_paper)),
    }
    received = caso.dati.get("data_ricevimento_comunicazione")
    if received is not None:
        lent["fine_consultazione"] = aggiungi_giorni(received, int(consultation))
    if caso.periodo:
        lent["fine_dell_esame"] = caso.ultimo_giorno(caso.mesi_dell_esame)
    return lent


@parole("ricorso", Fonte("L. 7 agosto 1990, n. 241", "art. 3 c. 4"), per=DECRETO)
def ricorso(caso: Documento) -> dict[str, Any]:
    """Return how a decree may be challenged: days and act of the judge, days of the petition to the Head of State."""
    days = {name: caso.figura(name).decimale for name in ("giorni_ricorso_tar", "giorni_ricorso_straordinario")}
    return days | {"norma_ricorso_tar": caso.figura("norma_ricorso_tar").testo}


@parole("ore", quadro("All. B, schema C"), per=TABELLA)
def ore(caso: Tabella) -> dict[str, Any]:
    """Return the sums of a table of hours, its limits, the band of the single worker in percent."""
    lent = orari.per_il_testo(caso.righe, esiti(caso), limite_percentuale())
    lent["scarto_percentuale"] = _percento(caso.figura("banda_orario").decimale)
    least, most = banda(caso, 1 - orari.somma(caso.righe).taglio / 100)
    return lent | {name: Decimal(con_punto(share * 100)) for name, share in (("minimo", least), ("massimo", most))}


@parole("uffici", moduli("modulo della DID"), per=DID)
def uffici(caso: Documento) -> dict[str, Any]:
    """Return the names and places of the offer and of the privacy notice."""
    return {name: caso.figura(name).testo for name in MODULO_DID}


@parole("giorni_pip", moduli("modulo della DID"), per=DID, vige="giorni_pip")
def giorni_pip(caso: Documento) -> dict[str, Any]:
    """Return the days to sign the PIP."""
    return {"giorni_pip": caso.figura("giorni_pip").decimale}


@parole("limiti", quadro("All. B"), per=ACCORDO)
def limiti(caso: Accordo) -> dict[str, Any]:
    """Return the figures of an agreement and, with a good period, the days computed."""
    lent: dict[str, Any] = {
        "quota_percentuale": _percento(quota(caso)),
        "banda_percentuale": _percento(caso.figura("banda_orario").decimale),
        "mesi_divieto_licenziamenti": caso.figura("mesi_divieto_licenziamenti").decimale,
    }
    if caso.schema is not None:
        lent["prima_concessione_massima"] = caso.figura(f"prima_concessione_mesi_{caso.schema.lower()}").decimale
    if caso.periodo:
        lent["scadenza_prima_concessione"] = caso.scadenza_prima_concessione
        lent["divieto_licenziamenti_fino_al"] = fine_divieto(caso)
    return lent


@parole("reparti", quadro("All. B, schema C"), per=ACCORDO & SCHEMA_C)
def reparti(caso: Accordo) -> dict[str, Any]:
    """Return the places of the workers listed, department by department."""
    return {"reparti": [{"indici": own.indici} for own in orari.reparti(orari.righe(caso.dati))]}


@parole("reparti_elenco", quadro("All. A 1.2.2.2"), per=ELENCO)
def reparti_elenco(caso: Documento) -> dict[str, Any]:
    """Return the places of the workers of a list, department by department."""
    places: dict[str | None, list[int]] = {}
    for place, worker in enumerate(caso.dati.get("lavoratori", [])):
        places.setdefault(worker.get("reparto"), []).append(place)
    return {"reparti": [{"indici": own} for own in places.values()]}


@parole("concessione", quadro_e_vademecum("All. A 2.1.3", "2.4.6"), per=ACCORDO & NON_STANDARD)
def concessione(caso: Accordo) -> dict[str, Any]:
    """Return the months granted whole to a free agreement."""
    return {"mesi_concessi_per_intero": caso.figura("mesi_concessi_per_intero").decimale}


def _percento(share: Decimal) -> Decimal:
    return Decimal(con_punto(share * 100))
