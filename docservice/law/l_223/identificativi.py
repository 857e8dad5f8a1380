"""Codes of the firm and of the people named in the documents of a collective dismissal: L223-ID.

A worker may have no codice fiscale in these papers. Whether one is a woman is never read out of the code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docservice.law.generale.corrispondenza import discordi
from docservice.law.generale.identificativi import FONTE, difetti, ripetuti
from docservice.law.l_223.caso import Documento
from docservice.law.voce import Esiti, regola


@regola("L223-ID", FONTE)
def identificativi(caso: Documento) -> Esiti:
    """I codici sono ben formati e corrispondono ai nomi; nessuno è elencato due volte."""
    subject = [("/lavoratore", caso.dati["lavoratore"])] if "lavoratore" in caso.dati else []
    yield from difetti(caso.datore, [*caso.elenco.con_codice_dubbio, *subject])
    yield from discordi(caso.dati, _senza_sesso(caso))
    yield from ripetuti(caso.con_percorso())


def _senza_sesso(caso: Documento) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for path, one in caso.elenco.da_confrontare:
        yield path, {name: value for name, value in one.items() if name != "sesso"}
