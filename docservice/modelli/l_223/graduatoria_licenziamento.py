"""The ranking of those to be dismissed by the statutory criteria: an annex to print, and what its calculator asks.

{"data": date(2024, 5, 31), "criteri": {…}, "posti": [{"profilo": "operai produzione", "numero": 2}], "lavoratori": […]}
"""

from __future__ import annotations

from docservice.campi.fields import Gruppo, Testo
from docservice.law.tratti import GRADUATORIA
from docservice.modelli.catalogo import Modello
from docservice.modelli.intestazione import ConIntestazione
from docservice.modelli.l_223.blocchi import FirmatarioDellaProcedura, ImpresaNominata
from docservice.modelli.l_223.parole import DATORE, LUOGO, PROCEDURA
from docservice.modelli.l_223.procedura import Apertura
from docservice.modelli.l_223.scelta import Graduatoria


class DatoreInGraduatoria(ImpresaNominata):
    """The employer of a ranking, and who signs it."""

    rappresentante = Gruppo(
        FirmatarioDellaProcedura, parole=("Rappresentante", "Chi firma per l’impresa, e a che titolo.")
    )


class GraduatoriaLicenziamento(Graduatoria, ConIntestazione):
    """Payload of `graduatoria-licenziamento`; the last three are of the annex, and count for nothing."""

    luogo = Testo(massimo=100, parole=LUOGO)
    datore_lavoro = Gruppo(DatoreInGraduatoria, parole=DATORE)
    procedura = Gruppo(Apertura, parole=PROCEDURA)


MODELLO = Modello(
    id="graduatoria-licenziamento",
    titolo="Graduatoria dei lavoratori da licenziare",
    regime="l-223",
    sezione="verbali",
    schema=GraduatoriaLicenziamento,
    tratti=frozenset({GRADUATORIA}),
)
