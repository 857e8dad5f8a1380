"""Who is there for the workers, and where one meets: each signs, unless it says that it does not.

`{"sigla": "FIM-CISL", "firmataria": false}` is named among those present, without a line for the signature.
"""

from __future__ import annotations

from typing import Final

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Scelta, SiNo, Testo
from docservice.modelli.blocchi import LUNGO, OrganizzazioneSindacale, RappresentanzaAziendale

SEDE: Final = ("Sede dell’incontro", "Dove, o in che modo, le parti si incontrano.")
SINDACATI: Final = ("Organizzazioni sindacali", "I sindacati presenti, e chi firma per ciascuno.")
FIRMATARIA: Final = ("Firma", "No se è presente e non firma: allora non ha la riga della firma.")
DICHIARAZIONE: Final = (
    "Dichiarazione",
    "Ciò che vuole scritto a verbale, con le sue parole.",
    "Si chiede di rivedersi entro un mese.",
)
NOMI_SEDI: Final = {"parti": "le sole parti", "regione": "la Regione", "ministero": "il Ministero del lavoro"}
"""Who may be the host."""


class SedeIncontro(Blocco):
    """Where the parties meet, or how; and the officer, where it is a public body."""

    denominazione = Testo(
        parole=("Denominazione", "Dove ci si incontra, o chi invita a collegarsi.", "Associazione Industriali Esempio")
    )
    modalita = Scelta("presenza", "telematica", parole=("Modalità", "Se ci si incontra di persona o a distanza."))
    tipo = Scelta(
        *NOMI_SEDI,
        parole=("Tipo di sede", "Chi ospita l’esame: alcuni trattamenti lo vogliono al Ministero o alla Regione."),
        nomi=NOMI_SEDI,
    )
    funzionario = Testo(
        parole=(
            "Funzionario",
            "Chi rappresenta l’ufficio pubblico, se l’incontro è in una sua sede.",
            "dott.ssa Elena Conti",
        )
    )


class OrganizzazionePresente(OrganizzazioneSindacale):
    """A trade union that is there, and signs unless it says that it does not."""

    firmataria = SiNo(parole=FIRMATARIA)
    dichiarazione = Testo(massimo=LUNGO, parole=DICHIARAZIONE)


class RappresentanzaPresente(RappresentanzaAziendale):
    """The workers' representatives in the firm, who sign unless they say that they do not."""

    firmataria = SiNo(parole=FIRMATARIA)
    dichiarazione = Testo(massimo=LUNGO, parole=DICHIARAZIONE)
