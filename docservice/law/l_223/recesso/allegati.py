"""What goes with the last notice where the Region has forms of its own: L223-24.

Three dismissed and two sheets: L223-24 at /allegati/schede_lavoratore.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from docservice.law.citation import Fonte
from docservice.law.finding import NonVerificabile, avviso
from docservice.law.l_223.caso import Documento
from docservice.law.misura import in_persone
from docservice.law.tratti import FINALE
from docservice.law.voce import Esiti, regola

_MODULI: Final = Fonte("Guida agli ammortizzatori sociali del maggio 2024", "comunicazione dell’art. 4 c. 9, allegati")
_SENZA_CARTA: Final = frozenset({"pec", "portale"})
_DUE: Final = 2


def _con_moduli(caso: Documento) -> bool:
    return bool(caso.dati.get("allegati", {}).get("modulistica_regionale"))


@regola("L223-24", _MODULI, per=FINALE, se=_con_moduli)
def schede_e_verbale(caso: Documento) -> Esiti:
    """Con la modulistica regionale si allegano scheda aziendale, una scheda per licenziato, verbale; in due copie."""
    joined: Mapping[str, Any] = caso.dati["allegati"]
    if not joined["scheda_aziendale"]:
        yield avviso("/allegati/scheda_aziendale", "Manca la scheda aziendale.", "Va allegata la scheda «A».")
    sheets, heads = joined["schede_lavoratore"], len(caso.lavoratori)
    if sheets != heads:
        yield avviso(
            "/allegati/schede_lavoratore",
            f"Le schede dei lavoratori sono {sheets}, i licenziati {heads}.",
            "Va allegata una scheda «B» per ciascun licenziato.",
            in_persone(sheets, heads),
        )
    if not joined["verbale"] and caso.conclusione.get("esito") != "termini_scaduti":
        yield avviso("/allegati/verbale", "Manca il verbale con cui la procedura si è conclusa.", "Va allegato.")
    if joined["copie_schede"] < _DUE and caso.dati["forma"] != "criterio_concordato":
        yield from _due_copie(caso)


def _due_copie(caso: Documento) -> Esiti:
    offices = [one for one in caso.dati["destinatari"] if one["tipo"] in {"regione", "provincia"}]
    ways = {one.get("mezzo") for one in offices}
    if ways & _SENZA_CARTA:
        return
    if None in ways or not ways:
        yield NonVerificabile("mezzo con cui si scrive alla Regione non indicato")
        return
    yield avviso(
        "/allegati/copie_schede",
        "Le schede dei lavoratori sono in una copia sola, e alla Regione si mandano su carta.",
        "Vanno in due copie, salvo che si mandino per PEC o attraverso il portale.",
    )
