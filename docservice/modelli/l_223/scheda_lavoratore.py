"""The worker sheet «B», one for each who is dismissed: the six items of art. 4 c. 9, and how the criterion was applied.

Two copies go to the Regions that want them: `copia` says which this one is.
"""

from __future__ import annotations

from docservice.campi.codici import CodiceFiscale
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Scelta, Testo
from docservice.law.tratti import SCHEDA_LAVORATORE
from docservice.modelli.catalogo import Modello
from docservice.modelli.intestazione import ConIntestazione
from docservice.modelli.l_223.blocchi import FirmatarioDellaProcedura
from docservice.modelli.l_223.dichiarazione_non_opposizione import DatoreNominato
from docservice.modelli.l_223.licenziati import CRITERIO_APPLICATO, LICENZIATO, CriterioApplicato, Licenziato
from docservice.modelli.l_223.parole import LUOGO
from docservice.modelli.l_223.scelta import RISERVATI
from docservice.modelli.l_223.scheda_aziendale import DATA_APERTURA, DATA_VERBALE

_ORARI = {"pieno": "tempo pieno", "parziale": "tempo parziale"}


class DatoreDellaScheda(DatoreNominato):
    """The employer, by name and code."""

    codice_fiscale = CodiceFiscale(
        required=True,
        parole=("Codice fiscale", "Undici cifre; sedici caratteri per una ditta individuale.", "01234567897"),
    )
    rappresentante = Gruppo(
        FirmatarioDellaProcedura, parole=("Rappresentante", "Chi firma per l’impresa, e a che titolo.")
    )


class LavoratoreDellaScheda(Licenziato):
    """A worker of the list, with what only the sheet asks."""

    nome_unita = Testo(
        massimo=200,
        parole=(
            "Nome dell’unità",
            "Quello che la scheda stampa; il nome breve non si stampa.",
            "stabilimento di Albino",
        ),
    )
    luogo_nascita = Testo(massimo=100, parole=("Luogo di nascita", "Il comune in cui è nata la persona.", "Bergamo"))
    contratto = Testo(
        massimo=100,
        required=True,
        sinonimi=("tipo contratto", "tipologia contratto", "rapporto di lavoro"),
        parole=("Contratto", "Il tipo di rapporto.", "indeterminato"),
    )
    orario = Scelta(
        *_ORARI,
        required=True,
        altri={"pieno": ("tempo pieno", "full time"), "parziale": ("tempo parziale", "part time")},
        parole=("Orario", "A tempo pieno o parziale."),
        nomi=_ORARI,
    )
    ore_settimanali = Decimale(
        massimo="168", parole=("Ore settimanali", "L’orario scritto nel contratto della persona.", "40"), unita="ore"
    )


class SchedaLavoratore(ConIntestazione):
    """Payload of `scheda-lavoratore`."""

    datore_lavoro = Gruppo(
        DatoreDellaScheda, required=True, parole=("Datore di lavoro", "L’impresa, come nella scheda aziendale.")
    )
    data_apertura = Giorno(required=True, parole=DATA_APERTURA)
    data_verbale = Giorno(required=True, parole=DATA_VERBALE)
    lavoratore = Gruppo(LavoratoreDellaScheda, required=True, parole=LICENZIATO)
    criterio_applicato = Gruppo(CriterioApplicato, required=True, parole=CRITERIO_APPLICATO)
    copia = Intero(minimo=1, massimo=2, required=True, parole=("Copia", "Quale delle due: 1 o 2.", 1), unita="copia")
    luogo = Testo(massimo=100, parole=LUOGO)
    data = Giorno(parole=("Data", "Il giorno della firma, se si scrive.", "2024-07-26"))


MODELLO = Modello(
    id="scheda-lavoratore",
    titolo="Scheda lavoratore «B»",
    regime="l-223",
    sezione="verbali",
    schema=SchedaLavoratore,
    tratti=frozenset({SCHEDA_LAVORATORE}),
    riservati=RISERVATI,
)
