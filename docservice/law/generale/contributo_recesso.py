"""What the employer pays to INPS when a job ends (L. 92/2012, art. 2 c. 31-35).

    41% × 1500 euro × 24 / 12 months = {"contributo": "1230.00", …}

`rate × ceiling of the NASpI × months / 12`, months of service in the last three years; rounded half-up to the cent for
the worker, and three times that amount in collective dismissals without an agreement.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from docservice.law.calculator import Conto, DominioErrato, calcolo, figure_del
from docservice.law.calendar import Periodo, aggiungi_giorni, aggiungi_mesi
from docservice.law.figures import Valore, figura, figura_nota
from docservice.law.generale.letture_recesso import MESI_ANNO, Ticket, importo, note
from docservice.law.italiano import giorno, in_formula


@calcolo("contributo-recesso", titolo="Contributo di recesso (ticket di licenziamento)")
def conto(dati: Mapping[str, Any]) -> Conto:
    """Il contributo dovuto all’INPS per la fine di un rapporto di lavoro, per ogni anno di anzianità, fino a tre.

    `data_cessazione` date, `mesi_anzianita` int or `data_assunzione` date, `cigs` and `accordo` bool; optional
    `collettivo` bool (true) and `data_apertura_procedura` date.
    """
    day: date = dati["data_cessazione"]
    collective = dati.get("collettivo", True)
    _verifica(dati)
    with figure_del("/data_cessazione", "Va indicata una data di cui si conosce il massimale della NASpI."):
        ceiling = figura_nota("comune.massimale_naspi", day)
        rate = _aliquota(dati, collective=collective)
        times = figura("comune.moltiplicatore_senza_accordo", day)
        months = _mesi(dati)
        by = _versamento(day)
    svolto = Conto()
    due = importo(rate.decimale, ceiling.decimale, months)
    formula = f"{in_formula(ceiling.decimale)} × {rate.decimale}% × {months} / {MESI_ANNO}"
    svolto.passo("Mesi di anzianità", _dei_mesi(dati), str(months))
    svolto.passo("Contributo", f"{formula}, arrotondato al centesimo", in_formula(due))
    svolto.cita(ceiling, rate)
    tripled = collective and times.noto
    svolto.risultati = {
        "massimale": str(ceiling.decimale),
        "aliquota": str(rate.decimale),
        "mesi": str(months),
        "contributo": str(due),
        "versamento_entro": by.isoformat(),
    }
    svolto.passo("Versamento (S-TICKET)", f"secondo mese dopo quello della cessazione, {giorno(day)}", giorno(by))
    svolto.cita(figura("comune.mesi_versamento_recesso", day))
    if tripled:
        without = due * times.decimale
        svolto.passo("Contributo senza accordo", f"{in_formula(due)} × {times.decimale}", in_formula(without))
        svolto.cita(times)
        svolto.risultati["contributo_senza_accordo"] = str(without)
        if not dati["accordo"]:
            svolto.risultati["contributo"] = str(without)
    svolto.note += note(Ticket(dati, ceiling, rate, months, times if tripled and not dati["accordo"] else None))
    return svolto


def _versamento(day: date) -> date:
    """Return the day by which it is paid."""
    months, last = figura("comune.mesi_versamento_recesso", day), figura("comune.giorno_versamento_recesso", day)
    return aggiungi_mesi(day.replace(day=1), int(months.decimale)).replace(day=int(last.decimale))


def _verifica(dati: Mapping[str, Any]) -> None:
    errori = []
    if ("mesi_anzianita" in dati) == ("data_assunzione" in dati):
        errori.append(
            ("/mesi_anzianita", "Vanno indicati i mesi di anzianità oppure la data di assunzione: uno dei due.")
        )
    elif dati.get("data_assunzione", date.min) > dati["data_cessazione"]:
        errori.append(("/data_assunzione", "L’assunzione segue la cessazione: va corretta una delle due date."))
    opened = dati.get("data_apertura_procedura")
    if opened is not None and opened > dati["data_cessazione"]:
        errori.append(("/data_apertura_procedura", "La procedura si apre dopo la cessazione: va corretta una data."))
    if errori:
        raise DominioErrato(errori)


def _aliquota(dati: Mapping[str, Any], *, collective: bool) -> Valore:
    """Return the rate: the double one for those liable to the CIGS, in collective dismissals, since it is in force."""
    day: date = dati["data_cessazione"]
    double = figura("comune.aliquota_recesso_cigs", day)
    spared = figura("comune.recesso_procedure_escluse", day).giorno
    opened = dati.get("data_apertura_procedura")
    if collective and dati["cigs"] and double.noto and (opened is None or opened > spared):
        return double
    return figura("comune.aliquota_recesso", day)


def _mesi(dati: Mapping[str, Any]) -> int:
    """Return the months of service that count; raise DominioErrato when there is none."""
    day: date = dati["data_cessazione"]
    most = int(figura("comune.mesi_massimi_recesso", day).decimale)
    if "mesi_anzianita" in dati:
        given: int = dati["mesi_anzianita"]
        return min(given, most)
    enough = int(figura("comune.giorni_del_mese_recesso", day).decimale)
    found = min(mesi_di_calendario(Periodo(dati["data_assunzione"], day), enough), most)
    if not found:
        why = f"In nessun mese il rapporto è durato {enough} giorni: il contributo non è dovuto."
        raise DominioErrato([("/data_assunzione", f"{why} Vanno verificate le date.")])
    return found


def mesi_di_calendario(periodo: Periodo, giorni: int) -> int:
    """Count the calendar months of which a period holds at least so many days."""
    count, first = 0, periodo.dal.replace(day=1)
    while first <= periodo.al:
        following = aggiungi_mesi(first, 1)
        start, end = max(first, periodo.dal), min(aggiungi_giorni(following, -1), periodo.al)
        count += end - start >= timedelta(days=giorni - 1)
        first = following
    return count


def _dei_mesi(dati: Mapping[str, Any]) -> str:
    most = figura("comune.mesi_massimi_recesso", dati["data_cessazione"])
    if "mesi_anzianita" in dati:
        return f"{dati['mesi_anzianita']}, al massimo {most.decimale}"
    enough = figura("comune.giorni_del_mese_recesso", dati["data_cessazione"]).decimale
    first, last = dati["data_assunzione"], dati["data_cessazione"]
    days = f"dal {giorno(first)} al {giorno(last)}"
    return f"mesi di calendario con almeno {enough} giorni, {days}; al massimo {most.decimale}"
