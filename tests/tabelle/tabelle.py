"""Tables made for the tests: invented people, workbooks and CSV."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO
from typing import Any

from openpyxl import Workbook

from benchmarks.people import worker
from docservice import service
from docservice.modelli.catalogo import Modello, modello

HEADER = ("Cognome", "Nome", "Cod. fiscale", "Qualifica", "Data di assunzione", "Giorni lavorati", "Zero ore")


def accordo() -> Modello:
    return modello("accordo-a")


def comune(heads: int = 5000) -> dict[str, Any]:
    """Return the example of accordo A without workers, for any number of them."""
    data = service.esempio("accordo-a")
    del data["lavoratori"]
    data["numero_massimo_dipendenti"] = data["modalita"]["addetti_zero_ore"] = heads
    data["modalita"].pop("ore_prima_concessione", None)
    data["datore_lavoro"]["organico"] |= {"operai": heads, "totale": heads + 100}
    return data


def rows(count: int) -> list[list[Any]]:
    """Return as many rows as asked for, under `HEADER`, all good."""
    people = (worker(number, {}) for number in range(count))
    return [[p["cognome"], p["nome"], p["codice_fiscale"], "operaio", "01/03/2004", 200, "sì"] for p in people]


def xlsx(lines: Sequence[Sequence[Any]]) -> bytes:
    book = Workbook()
    for line in lines:
        book.active.append(list(line))
    return saved(book)


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def in_csv(lines: Sequence[Sequence[Any]], delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    out = StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(lines)
    return out.getvalue().encode(encoding)
