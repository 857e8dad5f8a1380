"""Elenco dei lavoratori: annex of the application (Accordo Quadro, All. A 1.2.2.2)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Giorno, Gruppo, Lista, Scelta, Testo
from docservice.law.tratti import ELENCO
from docservice.modelli.blocchi import DATA, DATORE, LUOGO, MOLTI_LAVORATORI
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009.datore import DatoreConUnita
from docservice.modelli.deroga_2009.parole import DATA_ACCORDO, DATA_DOMANDA, LAVORATORI
from docservice.modelli.intestazione import ConIntestazione
from docservice.modelli.lavoratore import Lavoratore


class AccordoRichiamato(Blocco):
    """The agreement, or the document that stands for it, that opened the way to the CIG."""

    tipo = Scelta(
        *("standard", "non_standard", "mancato_accordo", "mancata_presentazione"),
        parole=("Tipo", "Lo schema firmato, o com’è finita la consultazione."),
    )
    identificativo = Testo(
        massimo=60, parole=("Identificativo", "Il numero con cui l’accordo è registrato.", "A-2009-0415")
    )
    data = Giorno(parole=DATA_ACCORDO)


class ElencoLavoratori(ConIntestazione):
    """Payload of `elenco-lavoratori`; `data_domanda` absent, the list is judged as of its own day."""

    luogo = Testo(massimo=100, required=True, parole=LUOGO)
    data = Giorno(required=True, parole=DATA)
    data_domanda = Giorno(parole=DATA_DOMANDA)
    datore_lavoro = Gruppo(DatoreConUnita, required=True, parole=DATORE)
    accordo = Gruppo(
        AccordoRichiamato, parole=("Accordo", "Quello a cui l’elenco si allega, o che cosa ne fa le veci.")
    )
    lavoratori = Lista(Gruppo(Lavoratore), massimo=MOLTI_LAVORATORI, required=True, parole=LAVORATORI)


MODELLO = Modello(
    id="elenco-lavoratori",
    titolo="Elenco dei lavoratori destinatari della CIG in deroga",
    regime="deroga-2009",
    sezione="verbali",
    schema=ElencoLavoratori,
    tratti=frozenset({ELENCO}),
)
