"""DID: a worker's statement of immediate availability, with the offer of services, the privacy notice and the consents.

Fields of the form printed by the Vademecum (cap. 3); a box not told is printed empty, to be ticked by hand.
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.codici import CodiceFiscale
from docservice.campi.fields import Giorno, Gruppo, SiNo, Testo
from docservice.law.tratti import DID
from docservice.modelli.blocchi import DATA_SOSPENSIONE, Persona
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009.datore import DatoreIndicato


class Dichiarante(Persona):
    """The worker who declares; `data_sospensione` is the first day of their CIG."""

    codice_fiscale = CodiceFiscale(required=True)
    data_sospensione = Giorno(sinonimi=DATA_SOSPENSIONE)


class Consensi(Blocco):
    """The two consents of the last part, each on its own."""

    operatori_accreditati = SiNo()
    trattamento = SiNo()


class Did(Blocco):
    """Payload of `did`; without `datore_lavoro` the worker is unemployed."""

    lavoratore = Gruppo(Dichiarante, required=True)
    luogo = Testo(massimo=100, required=True)
    data = Giorno(required=True)
    datore_lavoro = Gruppo(DatoreIndicato)
    disponibilita_riqualificazione = SiNo(sinonimi=("riqualificazione",))
    disponibilita_lavoro_congruo = SiNo(sinonimi=("lavoro congruo",))
    causale_senza_rientro = SiNo()
    consensi = Gruppo(Consensi)


MODELLO = Modello(
    id="did",
    titolo="Dichiarazione di immediata disponibilità (DID)",
    regime="deroga-2009",
    sezione="verbali",
    schema=Did,
    tratti=frozenset({DID}),
)
