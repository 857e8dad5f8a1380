"""Free agreements under the framework: what they must say, and which of the standards their data would satisfy.

cifre(a free agreement)["standard_soddisfatti"][0] -> {"modello": "accordo-a", "soddisfatto": False, …}
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from docservice.law.deroga_2009.caso import Accordo
from docservice.law.deroga_2009.fonti import quadro
from docservice.law.deroga_2009.passaggi import standard
from docservice.law.finding import Gravita, errore, nota
from docservice.law.rule import esamina
from docservice.law.tratti import ACCORDO, NON_STANDARD, SCHEMA_A, SCHEMA_B, SCHEMA_C, SCHEMA_D, Tratto
from docservice.law.voce import REGISTRO, Esiti, Genere, cifra, regola

SERVONO: Final[Mapping[Tratto, tuple[str, ...]]] = {
    SCHEMA_A: ("addetti_zero_ore",),
    SCHEMA_B: (
        "addetti_zero_ore",
        "ore_stimate_zero_ore",
        "addetti_parziali",
        "ore_mensili_parziali",
        "ore_stimate_parziali",
    ),
    SCHEMA_C: ("riduzione_media_percentuale",),
    SCHEMA_D: ("apprendisti", "riferimento"),
}
"""Data without which a standard cannot be judged."""


@regola("AQ-N1", quadro("punto 18 e All. A 1.1.2"), per=ACCORDO & NON_STANDARD)
def richiamo_del_quadro(caso: Accordo) -> Esiti:
    """L’accordo cita l’Accordo Quadro e lo assume come propria parte integrante."""
    if not caso.dati.get("cita_accordo_quadro"):
        yield errore(
            "/cita_accordo_quadro",
            "L’accordo non cita l’Accordo Quadro.",
            "L’Accordo Quadro va citato espressamente (Cita l’Accordo Quadro: sì).",
        )
    if not caso.dati.get("accordo_quadro_parte_integrante"):
        yield errore(
            "/accordo_quadro_parte_integrante",
            "L’accordo non assume l’Accordo Quadro come propria parte integrante.",
            "Va dichiarato parte integrante (Accordo Quadro parte integrante: sì).",
        )
    yield nota(
        "",
        "Per il Vademecum (2.3) anche l’accordo non standard deve essere conforme agli schemi dell’Allegato B, per"
        " l’Accordo Quadro soltanto a esso: il servizio segue l’Accordo Quadro e dice quali standard i dati"
        " soddisfano.",
    )


@cifra("standard_soddisfatti", fonte=quadro("All. A 1.1.2 e All. B"), per=ACCORDO & NON_STANDARD, passi=standard)
def standard_soddisfatti(caso: Accordo) -> list[dict[str, Any]]:
    """Return for each standard whether the data would satisfy it, the rules that fail, the data that are missing.

    `[{"modello", "soddisfatto": bool, "regole_violate": [codes], "dati_mancanti": [JSON pointers]}]`. A rule that
    cannot be checked does not fail.
    """
    return [_standard(caso, schema, names) for schema, names in SERVONO.items()]


def _standard(caso: Accordo, schema: Tratto, names: tuple[str, ...]) -> dict[str, Any]:
    missing = [f"/modalita/{name}" for name in names if name not in caso.modalita]
    failed = []
    tratti = frozenset({ACCORDO, schema})
    if not missing:
        other = Accordo(tratti, caso.dati, caso.elenco)
        outcomes = [esamina(rule, other) for rule in REGISTRO.voci(Genere.REGOLA, other)]
        failed = [c.codice for c, found in outcomes if any(r.gravita is Gravita.ERRORE for r in found)]
    return {
        "modello": caso.rinvio(tratti),
        "soddisfatto": not missing and not failed,
        "regole_violate": failed,
        "dati_mancanti": missing,
    }
