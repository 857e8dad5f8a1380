"""DID: a worker's statement of immediate availability, with the offer of services, the privacy notice and the consents.

Fields of the form printed by the Vademecum (cap. 3); a box not told is printed empty, to be ticked by hand.
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.codici import CodiceFiscale
from docservice.campi.fields import Giorno, Gruppo, SiNo, Testo
from docservice.law.tratti import DID
from docservice.modelli.blocchi import DATA, DATA_SOSPENSIONE, LUOGO, Persona
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009.datore import DatoreIndicato
from docservice.modelli.intestazione import ConIntestazione
from docservice.modelli.lavoratore import SOSPENSIONE


class Dichiarante(Persona):
    """The worker who declares; `data_sospensione` is the first day of their CIG."""

    codice_fiscale = CodiceFiscale(required=True)
    data_sospensione = Giorno(sinonimi=DATA_SOSPENSIONE, parole=SOSPENSIONE)


class Consensi(Blocco):
    """The two consents of the last part, each on its own."""

    operatori_accreditati = SiNo(
        sinonimi=("consenso agli operatori accreditati", "consenso operatori accreditati", "consenso agli operatori"),
        parole=("Agli operatori accreditati", "Sì se la persona consente di dare loro i suoi dati, per il PIP."),
    )
    trattamento = SiNo(
        sinonimi=("consenso al trattamento dei dati", "consenso trattamento dati", "consenso al trattamento"),
        parole=("Al trattamento dei dati", "Sì se consente in generale, come dice l’informativa."),
    )


class Did(ConIntestazione):
    """Payload of `did`; without `datore_lavoro` the worker is unemployed."""

    lavoratore = Gruppo(Dichiarante, required=True, parole=("Lavoratore", "La persona che dichiara e firma."))
    luogo = Testo(massimo=100, required=True, parole=LUOGO)
    data = Giorno(required=True, parole=DATA)
    datore_lavoro = Gruppo(
        DatoreIndicato, parole=("Datore di lavoro", "L’impresa da cui la persona è sospesa; niente se è disoccupata.")
    )
    disponibilita_riqualificazione = SiNo(
        sinonimi=("riqualificazione",),
        parole=("Disponibile alla riqualificazione", "Sì per la casella del percorso di riqualificazione."),
    )
    disponibilita_lavoro_congruo = SiNo(
        sinonimi=("lavoro congruo",),
        parole=(
            "Disponibile a un lavoro congruo",
            "Sì per la casella del lavoro congruo: solo senza rientro in azienda.",
        ),
    )
    causale_senza_rientro = SiNo(
        parole=("Causale senza rientro", "Sì per cessazione o procedura concorsuale senza rientro previsto.")
    )
    consensi = Gruppo(Consensi, parole=("Consensi", "I due dell’ultima parte: se non sono detti, caselle vuote."))


MODELLO = Modello(
    id="did",
    titolo="Dichiarazione di immediata disponibilità (DID)",
    regime="deroga-2009",
    sezione="verbali",
    schema=Did,
    tratti=frozenset({DID}),
)
