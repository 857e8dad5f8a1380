"""The notice to the authority of how the union phase ended (L. 223/1991, art. 4 c. 6).

`{"esito": "mancato_accordo", "data_esito": "2024-06-26", "motivi_esito_negativo": "…", "allegati": […], …}`
"""

from __future__ import annotations

from docservice.campi.fields import Giorno, Gruppo, Intero, Lista, Scelta, Testo
from docservice.law.tratti import ESITO
from docservice.modelli.blocchi import DATA, LUNGO
from docservice.modelli.catalogo import Modello
from docservice.modelli.intestazione import ConIntestazione
from docservice.modelli.l_223.blocchi import DatoreDellaProcedura, DestinatarioDellaProcedura
from docservice.modelli.l_223.parole import ALLEGATI, DATORE, DESTINATARI, LUOGO, MOTIVI_ESITO, NOMI_ESITI, PROCEDURA
from docservice.modelli.l_223.procedura import Procedura

_ALLEGATI = {
    "verbale_accordo": "verbale di accordo",
    "verbale_mancato_accordo": "verbale di mancato accordo",
    "verbali_incontro": "verbali degli incontri",
    "altro": "altro",
}


class ComunicazioneEsito(ConIntestazione):
    """Payload of `comunicazione-esito-licenziamento`."""

    luogo = Testo(massimo=100, required=True, parole=LUOGO)
    data = Giorno(required=True, parole=DATA)
    datore_lavoro = Gruppo(DatoreDellaProcedura, required=True, parole=DATORE)
    destinatari = Lista(Gruppo(DestinatarioDellaProcedura), massimo=100, required=True, parole=DESTINATARI)
    procedura = Gruppo(Procedura, required=True, parole=PROCEDURA)
    esito = Scelta(*NOMI_ESITI, required=True, parole=("Esito", "Come è finita la fase sindacale."), nomi=NOMI_ESITI)
    data_esito = Giorno(required=True, parole=("Data dell’esito", "Il giorno in cui è finita.", "2024-06-26"))
    numero = Intero(parole=("Licenziamenti convenuti", "Quanti ne dice l’accordo, se c’è.", 6), unita="persone")
    motivi_esito_negativo = Testo(massimo=LUNGO, parole=MOTIVI_ESITO)
    allegati = Lista(
        Scelta(*_ALLEGATI, required=True, parole=("Allegato", "Un documento unito."), nomi=_ALLEGATI),
        massimo=20,
        required=True,
        parole=ALLEGATI,
    )


MODELLO = Modello(
    id="comunicazione-esito-licenziamento",
    titolo="Comunicazione dell’esito della consultazione sindacale",
    regime="l-223",
    sezione="verbali",
    schema=ComunicazioneEsito,
    tratti=frozenset({ESITO}),
)
