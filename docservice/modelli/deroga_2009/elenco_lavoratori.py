"""Elenco dei lavoratori: annex of the application (Accordo Quadro, All. A 1.2.2.2)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Giorno, Gruppo, Lista, Scelta, Testo
from docservice.law.tratti import ELENCO
from docservice.modelli.blocchi import MOLTI_LAVORATORI, Lavoratore
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009.datore import DatoreConUnita


class AccordoRichiamato(Blocco):
    """The agreement, or the document that stands for it, that opened the way to the CIG."""

    tipo = Scelta("standard", "non_standard", "mancato_accordo", "mancata_presentazione")
    identificativo = Testo(massimo=60)
    data = Giorno()


class ElencoLavoratori(Blocco):
    """Payload of `elenco-lavoratori`; `data_domanda` absent, the list is judged as of its own day."""

    luogo = Testo(massimo=100, required=True)
    data = Giorno(required=True)
    data_domanda = Giorno()
    datore_lavoro = Gruppo(DatoreConUnita, required=True)
    accordo = Gruppo(AccordoRichiamato)
    lavoratori = Lista(Gruppo(Lavoratore), massimo=MOLTI_LAVORATORI, required=True)


MODELLO = Modello(
    id="elenco-lavoratori",
    titolo="Elenco dei lavoratori destinatari della CIG in deroga",
    regime="deroga-2009",
    sezione="verbali",
    schema=ElencoLavoratori,
    tratti=frozenset({ELENCO}),
)
