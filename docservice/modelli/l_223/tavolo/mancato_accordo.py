"""Record of disagreement, at the end of either phase (L. 223/1991, art. 4 c. 6 and 7)."""

from __future__ import annotations

from docservice.campi.esige import esige
from docservice.campi.fields import SiNo, Testo
from docservice.law.tratti import MANCATO_ACCORDO
from docservice.modelli.blocchi import LUNGO
from docservice.modelli.catalogo import Modello
from docservice.modelli.l_223.parole import MOTIVI_ESITO
from docservice.modelli.l_223.tavolo.blocchi import TavoloConcluso


@esige("autorita")
class MancatoAccordoLicenziamento(TavoloConcluso):
    """Payload of `mancato-accordo-licenziamento`."""

    motivi_esito_negativo = Testo(massimo=LUNGO, parole=MOTIVI_ESITO)
    riserva_azienda = SiNo(
        required=True, parole=("Riserva dell’impresa", "Sì se l’impresa si riserva di valutare ancora altre soluzioni.")
    )
    proposte_autorita = Testo(
        massimo=LUNGO,
        parole=(
            "Proposte dell’autorità",
            "Che cosa ha proposto l’autorità nella fase amministrativa, e che cosa hanno risposto le parti.",
            "propone di ridurre gli esuberi a sei; l’impresa non accetta.",
        ),
    )


MODELLO = Modello(
    id="mancato-accordo-licenziamento",
    titolo="Verbale di mancato accordo per il licenziamento collettivo",
    regime="l-223",
    sezione="verbali",
    schema=MancatoAccordoLicenziamento,
    tratti=frozenset({MANCATO_ACCORDO}),
)
