"""Autodichiarazione: the employer states that the workers signed their DID before it (Vademecum 2.4.2)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.codici import CodiceFiscale
from docservice.campi.fields import Giorno, Gruppo, Lista, Testo
from docservice.law.tratti import AUTODICHIARAZIONE
from docservice.modelli.blocchi import DATA_DID, MOLTI_LAVORATORI, DocumentoIdentita, Persona
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009.datore import DatoreDichiarante


class LavoratoreRiconosciuto(Persona):
    """A worker whom the employer recognised, with the day of the DID."""

    codice_fiscale = CodiceFiscale(required=True)
    data_did = Giorno(sinonimi=DATA_DID)
    documento_identita = Gruppo(DocumentoIdentita)


class AutodichiarazioneDid(Blocco):
    """Payload of `autodichiarazione-did`."""

    luogo = Testo(massimo=100, required=True)
    data = Giorno(required=True)
    datore_lavoro = Gruppo(DatoreDichiarante, required=True)
    lavoratori = Lista(Gruppo(LavoratoreRiconosciuto), massimo=MOLTI_LAVORATORI, required=True)


MODELLO = Modello(
    id="autodichiarazione-did",
    titolo="Autodichiarazione sulla sottoscrizione delle DID",
    regime="deroga-2009",
    sezione="verbali",
    schema=AutodichiarazioneDid,
    tratti=frozenset({AUTODICHIARAZIONE}),
)
