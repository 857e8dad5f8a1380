"""What the employer pays to INPS when a job ends (L. 92/2012, art. 2 c. 31-35).

    41% × 1500 euro × 24 / 12 months = {"contributo": "1230.00", …}

`rate × ceiling of the NASpI × months / 12`, months of service in the last three years; rounded half-up to the cent for
the worker, and three times that amount in collective dismissals without an agreement.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from docservice.law.calculator import Conto, DominioErrato, calcolo, figure_del
from docservice.law.calendar import Periodo, aggiungi_mesi
from docservice.law.figures import Valore, figura, figura_nota
from docservice.law.generale.letture_recesso import MESI_ANNO, Ticket, del_piano, importo, note
from docservice.law.italiano import giorno, in_formula


@calcolo("contributo-recesso", titolo="Contributo di recesso (ticket di licenziamento)")
def conto(dati: Mapping[str, Any]) -> Conto:
    """Il contributo dovuto all’INPS per la fine di un rapporto di lavoro, per ogni anno di anzianità, fino a tre.

    `data_cessazione` date, `mesi_anzianita` int or `data_assunzione` date, `cigs` and `accordo` bool; optional
    `collettivo` bool (true) and `data_apertura_procedura` date.
    """
    day: date = dati["data_cessazione"]
    _verifica(dati)
    with figure_del("/data_cessazione", "Va indicata una data di cui si conosce il massimale della NASpI."):
        found = ticket(dati)
        times = figura("comune.moltiplicatore_senza_accordo", day)
        by = versamento(day)
    if not found.mesi:
        why = f"In nessun mese il rapporto è durato {_giorni_del_mese(day)} giorni: il contributo non è dovuto."
        raise DominioErrato([("/data_assunzione", f"{why} Vanno verificate le date.")])
    svolto = Conto()
    due = importo(found.aliquota.decimale, found.massimale.decimale, found.mesi)
    svolto.passo("Mesi di anzianità", _dei_mesi(dati), str(found.mesi))
    svolto.passo("Contributo", f"{formula(found)}, arrotondato al centesimo", in_formula(due))
    svolto.cita(found.massimale, found.aliquota)
    svolto.risultati = {
        "massimale": str(found.massimale.decimale),
        "aliquota": str(found.aliquota.decimale),
        "mesi": str(found.mesi),
        "contributo": str(due),
        "versamento_entro": by.isoformat(),
    }
    svolto.passo("Versamento (S-TICKET)", f"secondo mese dopo quello della cessazione, {giorno(day)}", giorno(by))
    svolto.cita(figura("comune.mesi_versamento_recesso", day))
    if found.collettivo and times.noto:
        without = due * times.decimale
        svolto.passo("Contributo senza accordo", f"{in_formula(due)} × {times.decimale}", in_formula(without))
        svolto.cita(times)
        svolto.risultati["contributo_senza_accordo"] = str(without)
        svolto.risultati["contributo"] = str(found.contributo)
    svolto.note += note(found)
    svolto.note += del_piano(found)
    return svolto


def ticket(dati: Mapping[str, Any]) -> Ticket:
    """Return what is due for a worker, and with what it was found; no month of service may count.

    `data_recesso` is the day of the dismissal, that of the end if it is not told. Raises FiguraIgnota for a day of
    which the ceiling is not known.
    """
    day: date = dati["data_cessazione"]
    ceiling, rate = figura_nota("comune.massimale_naspi", day), _aliquota(dati)
    times = figura("comune.moltiplicatore_senza_accordo", day)
    tripled = dati.get("collettivo", True) and times.noto and not dati["accordo"]
    return Ticket(dati, ceiling, rate, _mesi(dati), times if tripled else None)


def formula(di: Ticket) -> str:
    """Write how the amount is found, but for what multiplies it."""
    return f"{in_formula(di.massimale.decimale)} × {di.aliquota.decimale}% × {di.mesi} / {MESI_ANNO}"


def versamento(day: date) -> date:
    """Return the day by which what is due for a job that ended on a day is paid; raise FiguraIgnota if none is."""
    months = figura_nota("comune.mesi_versamento_recesso", day)
    last = figura("comune.giorno_versamento_recesso", day)
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


def _aliquota(dati: Mapping[str, Any]) -> Valore:
    """Return the rate: the double one for those liable to the CIGS, in collective dismissals, since it is in force."""
    day: date = dati["data_cessazione"]
    double = figura("comune.aliquota_recesso_cigs", dati.get("data_recesso", day))
    spared = figura("comune.recesso_procedure_escluse", day).giorno
    opened = dati.get("data_apertura_procedura")
    if dati.get("collettivo", True) and dati["cigs"] and double.noto and (opened is None or opened > spared):
        return double
    return figura("comune.aliquota_recesso", day)


def _mesi(dati: Mapping[str, Any]) -> int:
    """Return the months of service that count."""
    day: date = dati["data_cessazione"]
    most = int(figura("comune.mesi_massimi_recesso", day).decimale)
    if "mesi_anzianita" in dati:
        given: int = dati["mesi_anzianita"]
        return min(given, most)
    return min(mesi_di_calendario(Periodo(dati["data_assunzione"], day), _giorni_del_mese(day)), most)


def _giorni_del_mese(day: date) -> int:
    return int(figura("comune.giorni_del_mese_recesso", day).decimale)


def mesi_di_calendario(periodo: Periodo, giorni: int) -> int:
    """Count the calendar months of which a period holds at least so many days, no more than any month has."""
    first, last = periodo.dal, periodo.al
    between = (last.year - first.year) * 12 + last.month - first.month - 1
    if between < 0:
        return int(periodo.giorni >= giorni)
    of_first = (aggiungi_mesi(first.replace(day=1), 1) - first).days
    return between + (of_first >= giorni) + (last.day >= giorni)


def _dei_mesi(dati: Mapping[str, Any]) -> str:
    most = figura("comune.mesi_massimi_recesso", dati["data_cessazione"])
    if "mesi_anzianita" in dati:
        return f"{dati['mesi_anzianita']}, al massimo {most.decimale}"
    enough = _giorni_del_mese(dati["data_cessazione"])
    first, last = dati["data_assunzione"], dati["data_cessazione"]
    days = f"dal {giorno(first)} al {giorno(last)}"
    return f"mesi di calendario con almeno {enough} giorni, {days}; al massimo {most.decimale}"
