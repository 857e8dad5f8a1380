"""Autodichiarazione: the employer states that the workers signed their DID before it (Vademecum 2.4.2)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.codici import CodiceFiscale
from docservice.campi.fields import Giorno, Gruppo, Lista, Testo
from docservice.law.tratti import AUTODICHIARAZIONE
from docservice.modelli.blocchi import (
    DATA,
    DATA_DID,
    DATORE,
    LUOGO,
    MOLTI_LAVORATORI,
    DocumentoIdentita,
    Persona,
    Sede,
)
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


class DatiDichiarante(Blocco):
    """What else is told of who declares, the employer's representative; lines to fill by hand where it is not."""

    luogo_nascita = Testo(massimo=100, parole=("Luogo di nascita", "Il comune in cui è nato chi dichiara.", "Bergamo"))
    data_nascita = Giorno(parole=("Data di nascita", "Il giorno in cui è nato chi dichiara.", "1961-05-20"))
    residenza = Gruppo(Sede, parole=("Residenza", "Dove risiede chi dichiara."))
    documento_identita = Gruppo(DocumentoIdentita, parole=DOCUMENTO_IDENTITA)


class AutodichiarazioneDid(ConIntestazione):
    """Payload of `autodichiarazione-did`."""

    luogo = Testo(massimo=100, required=True, parole=LUOGO)
    data = Giorno(required=True, parole=DATA)
    datore_lavoro = Gruppo(DatoreDichiarante, required=True, parole=DATORE)
    dichiarante = Gruppo(
        DatiDichiarante, parole=("Dichiarante", "Nascita, residenza e documento di chi rappresenta l’impresa.")
    )
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
