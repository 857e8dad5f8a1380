"""The deadlines of a collective dismissal (L. 223/1991, art. 4; D.L. 148/1993, art. 8 c. 4).

    scadenze({"data_ricevimento": date(2023, 6, 1)}) -> S-RICH on 08/06/2023, S-SIND on 16/07/2023

The day from which a term runs is not counted. With fewer than ten workers the two phases last half, rounded up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from docservice.law.calendar import aggiungi_giorni
from docservice.law.figures import figura
from docservice.law.finding import Scadenza


def scadenze(dati: Mapping[str, Any]) -> Iterator[Scadenza]:
    """Yield the deadlines whose day is known, in order of the procedure.

    Optional `data_ricevimento` (the last among unions and RSU), `data_ricevimento_autorita`, `data_conclusione`,
    `data_primo_recesso` dates, `numero_lavoratori` int.
    """
    received, authority = dati.get("data_ricevimento"), dati.get("data_ricevimento_autorita")
    if received:
        yield _dopo("S-RICH", "Termine per chiedere l’esame congiunto", received, "giorni_richiesta_esame")
        yield _fase(dati, "S-SIND", "Si conclude la fase sindacale", received, "giorni_fase_sindacale")
    if authority:
        yield _fase(dati, "S-AMM", "Si conclude la fase amministrativa", authority, "giorni_fase_amministrativa")
    if ended := dati.get("data_conclusione"):
        yield _dopo("S-REC", "Ultimo giorno per i recessi, salvo diverso accordo", ended, "giorni_licenziamenti")
    if first := dati.get("data_primo_recesso"):
        yield _dopo("S-C9", "Termine della comunicazione finale", first, "giorni_comunicazione_finale")


def _fase(dati: Mapping[str, Any], codice: str, descrizione: str, da: date, nome: str) -> Scadenza:
    few = figura("l_223.lavoratori_termini_ridotti", da)
    workers = dati.get("numero_lavoratori")
    halved = workers is not None and workers < few.decimale
    return _dopo(codice, descrizione, da, nome, meta=halved)


def _dopo(codice: str, descrizione: str, da: date, nome: str, *, meta: bool = False) -> Scadenza:
    known = figura(f"l_223.{nome}", da)
    days = int(known.decimale)
    return Scadenza(codice, descrizione, aggiungi_giorni(da, -(-days // 2) if meta else days), known.fonte)
