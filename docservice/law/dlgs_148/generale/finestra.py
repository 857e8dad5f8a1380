"""The window of time in which the decree counts the treatments: some years back from a day, and nothing before it.

finestra(date(2023, 6, 30), two years) -> Periodo(date(2021, 7, 1), date(2023, 6, 30))
"""

from __future__ import annotations

from datetime import date

from docservice.law.calculator import Conto
from docservice.law.calendar import Periodo, aggiungi_giorni, aggiungi_mesi
from docservice.law.figures import Valore, tutte
from docservice.law.italiano import giorno


def in_vigore_dal() -> date:
    """Return the first day of the decree: what came before is not counted."""
    return tutte()["dlgs_148.durata_complessiva"].valori[0].dal


def finestra(ultimo_giorno: date, anni: Valore) -> Periodo:
    """Return the days counted, the last included; a day before the decree has none (ValueError)."""
    first = aggiungi_giorni(aggiungi_mesi(ultimo_giorno, -12 * int(anni.decimale)), 1)
    return Periodo(max(first, in_vigore_dal()), ultimo_giorno)


def parte(periodo: Periodo, window: Periodo) -> Periodo | None:
    """Return the part of a period that lies in a window, if any."""
    if not periodo.tocca(window):
        return None
    return Periodo(max(periodo.dal, window.dal), min(periodo.al, window.al))


def mostra_finestra(svolto: Conto, window: Periodo, anni: Valore) -> dict[str, str]:
    """Write the window down, as a step and as it travels."""
    svolto.passo(
        "Finestra mobile",
        f"{anni.decimale} anni a ritroso dal {giorno(window.al)}, non prima del {giorno(in_vigore_dal())}",
        f"dal {giorno(window.dal)} al {giorno(window.al)}",
    )
    return {"dal": window.dal.isoformat(), "al": window.al.isoformat()}


def sovrapposti(periodi: dict[int, Periodo], percorso: str) -> list[tuple[str, str]]:
    """Return as faults the periods, by their place in the list, that share days with one before them."""
    found = []
    longest: tuple[int, Periodo] | None = None
    for place, period in sorted(periodi.items(), key=lambda item: item[1]):
        if longest and longest[1].tocca(period):
            before, after = sorted((longest[0], place))
            told = f"Il periodo ha dei giorni in comune con il n. {before + 1} della lista: vanno corrette le date."
            found.append((f"{percorso}/{after}", told))
        if longest is None or period.al > longest[1].al:
            longest = place, period
    return found
