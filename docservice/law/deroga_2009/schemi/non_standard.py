"""Free agreements under the framework: what they must say, and which standard their data would satisfy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docservice.law.deroga_2009.caso import NON_STANDARD, Caso
from docservice.law.deroga_2009.fonti import quadro
from docservice.law.finding import Gravita, NonVerificabile, Rilievo, errore, nota
from docservice.law.rule import applicabili, esamina, regola

Esiti = Iterator[Rilievo | NonVerificabile]

SERVONO = {
    "accordo-a": ("addetti_zero_ore",),
    "accordo-b": (
        "addetti_zero_ore",
        "ore_stimate_zero_ore",
        "addetti_parziali",
        "ore_mensili_parziali",
        "ore_stimate_parziali",
    ),
    "accordo-c": ("riduzione_media_percentuale",),
    "accordo-d": ("apprendisti", "riferimento"),
}
"""Ways of use without which a standard cannot be told."""


@regola("AQ-N1", quadro("punto 18 e All. A 1.1.2"), modelli=[NON_STANDARD])
def richiamo_del_quadro(caso: Caso) -> Esiti:
    """L’accordo cita l’Accordo Quadro e lo assume come propria parte integrante."""
    if not caso.dati.get("cita_accordo_quadro"):
        yield errore(
            "/cita_accordo_quadro",
            "L’accordo non cita l’Accordo Quadro.",
            "L’Accordo Quadro va citato espressamente (cita_accordo_quadro: true).",
        )
    if not caso.dati.get("accordo_quadro_parte_integrante"):
        yield errore(
            "/accordo_quadro_parte_integrante",
            "L’accordo non assume l’Accordo Quadro come propria parte integrante.",
            "Va dichiarato parte integrante (accordo_quadro_parte_integrante: true).",
        )
    yield nota(
        "",
        "Per il Vademecum (2.3) anche l’accordo non standard deve essere conforme agli schemi dell’Allegato B, per"
        " l’Accordo"
        " Quadro soltanto a esso: il servizio segue l’Accordo Quadro e dice quali standard i dati soddisfano.",
    )


@regola("AQ-N2", quadro("All. A 1.1.3"), modelli=[NON_STANDARD])
def conoscenza_e_informazione(caso: Caso) -> Esiti:
    """Il verbale dà atto della piena conoscenza dell’Accordo Quadro e prevede l’informazione dei lavoratori."""
    if not caso.dati.get("conoscenza_accordo_quadro"):
        yield errore(
            "/conoscenza_accordo_quadro",
            "L’accordo non dà atto che le parti conoscono per intero l’Accordo Quadro e i suoi allegati.",
            "La conoscenza va dichiarata (conoscenza_accordo_quadro: true).",
        )
    if not caso.dati.get("informazione_lavoratori"):
        yield errore(
            "/informazione_lavoratori",
            "L’accordo non prevede l’informazione dei lavoratori sui loro obblighi.",
            "L’informazione sui punti 13, 14 e 15 dell’Accordo Quadro va prevista (informazione_lavoratori: true).",
        )


def standard_soddisfatti(caso: Caso) -> list[dict[str, Any]]:
    """Return for each standard whether the data would satisfy it, the rules that fail, the data that are missing.

    `[{"modello", "soddisfatto": bool, "regole_violate": [codes], "dati_mancanti": [JSON pointers]}]`. A rule that
    cannot be checked does not fail.
    """
    return [_standard(caso, slug, names) for slug, names in SERVONO.items()]


def _standard(caso: Caso, slug: str, names: tuple[str, ...]) -> dict[str, Any]:
    missing = [f"/modalita/{name}" for name in names if name not in caso.modalita]
    failed = []
    if not missing:
        other = Caso(slug, caso.dati, caso.elenco)
        outcomes = [esamina(rule, other) for rule in applicabili("deroga-2009", slug, caso.giorno, other)]
        failed = [c.codice for c, found in outcomes if any(r.gravita is Gravita.ERRORE for r in found)]
    return {
        "modello": slug,
        "soddisfatto": not missing and not failed,
        "regole_violate": failed,
        "dati_mancanti": missing,
    }
