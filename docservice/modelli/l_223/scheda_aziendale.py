"""The company sheet «A», which some Regions want with the final notice: who the firm is, for which cause, how many."""

from __future__ import annotations

from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, Scelta, Testo
from docservice.law.tratti import SCHEDA_AZIENDA
from docservice.modelli.catalogo import Modello
from docservice.modelli.intestazione import ConIntestazione
from docservice.modelli.l_223.blocchi import DatoreDellaProcedura
from docservice.modelli.l_223.parole import DATORE, LUOGO

_CAUSALI = {
    "art_3_c3": "art. 3, comma 3",
    "art_24_c1": "art. 24, comma 1",
    "art_4_c1": "art. 4, comma 1",
    "art_24_c2": "art. 24, comma 2",
    "art_4_l_236_1993": "art. 4 della L. 236/1993",
}
DATA_VERBALE = ("Data del verbale", "Il giorno dell’accordo, o del verbale di mancato accordo.", "2024-06-20")
DATA_APERTURA = ("Data di apertura", "Il giorno della comunicazione di apertura.", "2024-05-10")


class SchedaAziendale(ConIntestazione):
    """Payload of `scheda-aziendale`."""

    datore_lavoro = Gruppo(DatoreDellaProcedura, required=True, parole=DATORE)
    organico_totale = Intero(
        required=True, parole=("Organico totale", "Quanti dipendenti ha l’impresa oggi.", 48), unita="persone"
    )
    organico_medio_semestre = Decimale(
        massimo="1000000",
        parole=("Organico medio", "La media del semestre prima della procedura: serve sotto i 15.", "17.5"),
        unita="persone",
    )
    lavoratori_interessati = Intero(
        required=True,
        parole=("Lavoratori interessati", "Quanti, fino a oggi, dal licenziamento collettivo.", 4),
        unita="persone",
    )
    causali = Lista(
        Scelta(*_CAUSALI, required=True, parole=("Causale", "Una casella della scheda."), nomi=_CAUSALI),
        massimo=len(_CAUSALI),
        vuota=False,
        required=True,
        parole=("Causali", "Le caselle da barrare."),
    )
    data_apertura = Giorno(required=True, parole=DATA_APERTURA)
    data_verbale = Giorno(required=True, parole=DATA_VERBALE)
    numero_unita = Intero(
        required=True,
        parole=("Unità lavorative", "Per quanti lavoratori è il verbale: non sono le unità produttive.", 4),
        unita="persone",
    )
    luogo = Testo(massimo=100, parole=LUOGO)
    data = Giorno(parole=("Data", "Il giorno della firma, se si scrive.", "2024-07-26"))


MODELLO = Modello(
    id="scheda-aziendale",
    titolo="Scheda aziendale «A»",
    regime="l-223",
    sezione="verbali",
    schema=SchedaAziendale,
    tratti=frozenset({SCHEDA_AZIENDA}),
)
