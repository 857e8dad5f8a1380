"""Autodichiarazione: the employer states that the workers signed their DID before it (Vademecum 2.4.2)."""

from __future__ import annotations

from docservice.campi.codici import CodiceFiscale
from docservice.campi.fields import Giorno, Gruppo, Lista, Testo
from docservice.law.tratti import AUTODICHIARAZIONE
from docservice.modelli.blocchi import DATA, DATA_DID, DATORE, LUOGO, MOLTI_LAVORATORI, DocumentoIdentita, Persona
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009.datore import DatoreDichiarante
from docservice.modelli.deroga_2009.parole import DOCUMENTO_IDENTITA
from docservice.modelli.intestazione import ConIntestazione
from docservice.modelli.lavoratore import DID_DEL


class LavoratoreRiconosciuto(Persona):
    """A worker whom the employer recognised, with the day of the DID."""

    codice_fiscale = CodiceFiscale(required=True)
    data_did = Giorno(sinonimi=DATA_DID, parole=DID_DEL)
    documento_identita = Gruppo(DocumentoIdentita, parole=DOCUMENTO_IDENTITA)


class AutodichiarazioneDid(ConIntestazione):
    """Payload of `autodichiarazione-did`."""

    luogo = Testo(massimo=100, required=True, parole=LUOGO)
    data = Giorno(required=True, parole=DATA)
    datore_lavoro = Gruppo(DatoreDichiarante, required=True, parole=DATORE)
    lavoratori = Lista(
        Gruppo(LavoratoreRiconosciuto),
        massimo=MOLTI_LAVORATORI,
        required=True,
        parole=("Lavoratori", "Chi ha firmato la DID davanti al dichiarante, una persona per voce."),
    )


MODELLO = Modello(
    id="autodichiarazione-did",
    titolo="Autodichiarazione sulla sottoscrizione delle DID",
    regime="deroga-2009",
    sezione="verbali",
    schema=AutodichiarazioneDid,
    tratti=frozenset({AUTODICHIARAZIONE}),
)
