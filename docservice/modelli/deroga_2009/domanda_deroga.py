"""Application for CIG in deroga, one for each operating unit (Accordo Quadro, All. A 1.2; Vademecum 2.4.3-2.4.4)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.esige import esige
from docservice.campi.fields import Giorno, Gruppo, Lista, Scelta, SiNo, Testo
from docservice.law.tratti import DOMANDA
from docservice.modelli.blocchi import (
    MOLTI_LAVORATORI,
    DocumentoIdentita,
    Lavoratore,
    Persona,
)
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009.blocchi import PROCEDURE, Richiesta
from docservice.modelli.deroga_2009.datore import DatoreTipizzato


class Firmatario(Persona):
    """Who signs the application, and by which title; a consultant needs a mandate."""

    titolo = Scelta("datore_lavoro", "legale_rappresentante", "associazione_datoriale", "consulente_lavoro")
    denominazione = Testo()
    mandato = SiNo()


class FirmaDomanda(Blocco):
    """How the application is signed; identity document and way of sending belong to a signature on paper."""

    tipo = Scelta("digitale", "crs", "cartacea")
    documento_identita = Gruppo(DocumentoIdentita)
    invio = Scelta("raccomandata", "consegna_a_mano")


class AllegatiDomanda(Blocco):
    """What goes with the application."""

    accordo = SiNo()
    verbale_mancato_accordo = SiNo()
    dichiarazione_mancata_presentazione = SiNo()
    elenco_lavoratori = SiNo()
    dichiarazione_did = SiNo()
    decreto_concordato = SiNo()
    sentenza_fallimento = SiNo()


@esige("periodo", "numero_massimo_dipendenti")
class DomandaDeroga(Richiesta):
    """Payload of `domanda-deroga`; `data` is the day on which it is sent."""

    id_domanda = Testo(massimo=40)
    protocollo = Testo(massimo=40)
    procedura = Scelta(*PROCEDURE)
    datore_lavoro = Gruppo(DatoreTipizzato, required=True)
    accordo = Scelta("A", "B", "C", "D", "non_standard", "mancato_accordo", "mancata_presentazione")
    data_accordo = Giorno()
    firmatario = Gruppo(Firmatario)
    firma = Gruppo(FirmaDomanda)
    allegati = Gruppo(AllegatiDomanda)
    lavoratori = Lista(Gruppo(Lavoratore), massimo=MOLTI_LAVORATORI)


MODELLO = Modello(
    id="domanda-deroga",
    titolo="Domanda di CIG in deroga",
    regime="deroga-2009",
    sezione="verbali",
    schema=DomandaDeroga,
    tratti=frozenset({DOMANDA}),
)
