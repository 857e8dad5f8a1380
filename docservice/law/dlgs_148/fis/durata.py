"""How long the cheque of the FIS lasts: weeks in the mobile two years, months of the one of solidarity up to 2021.

A shop of six that had 66 days, and asks for thirteen weeks: FIS-3 says at /periodo that they are more than twenty-six.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from docservice.law.calendar import Periodo
from docservice.law.dlgs_148.cigo.durata import assegno_di_solidarieta, biennio_mobile, settimane_usate, usati
from docservice.law.dlgs_148.cigo.passaggi import del_biennio
from docservice.law.dlgs_148.cigs.periodi import mesi_di
from docservice.law.dlgs_148.computo.fuori import contano
from docservice.law.dlgs_148.computo.motivi import ARTICOLO_4
from docservice.law.dlgs_148.generale.caso import FIGURA_IGNOTA, Documento
from docservice.law.dlgs_148.generale.finestra import finestra, parte
from docservice.law.dlgs_148.generale.fonti import decreto, guida
from docservice.law.dlgs_148.generale.settimane_periodo import GIORNI_SETTIMANA
from docservice.law.dlgs_148.generale.unita import precedenti_della, unita
from docservice.law.dlgs_148.strumenti.documenti import ASSEGNO, PROCEDURA, RICHIESTA
from docservice.law.figures import Valore
from docservice.law.finding import NonVerificabile, errore, serve
from docservice.law.italiano import arrotonda_oltre, con_punto, con_virgola, giorno, numero
from docservice.law.misura import in_mesi, in_settimane
from docservice.law.passaggio import Passaggio
from docservice.law.tratti import FIS, FONDO
from docservice.law.voce import Esiti, cifra, regola


def limite(caso: Documento) -> Valore | None:
    """Return the most weeks of the mobile two years, by the size of the firm; None where one or the other is not known.

    Up to 2021 the size makes no difference.
    """
    few = caso.figura("settimane_fis_piccoli", caso.dal)
    if few and caso.chi.media is None:
        return None
    return few if few and caso.chi.piccolo else caso.figura("settimane_fis", caso.dal)


@regola("FIS-3", guida("FIS, durata"), per=ASSEGNO & RICHIESTA)
def durata_dell_assegno(caso: Documento) -> Esiti:
    """Con i periodi precedenti, l’assegno del FIS resta nella durata del biennio mobile; fino al 2021, nei 24 mesi."""
    if caso.di(FONDO):
        least = caso.figura("durata_fondi", caso.dal)
        told = f": la legge la vuole {least.testo}" if least else ""
        raise NonVerificabile(f"la durata delle prestazioni del fondo non è nota{told}")
    period, window = serve(caso.periodo, FIGURA_IGNOTA), serve(biennio_mobile(caso), FIGURA_IGNOTA)
    if assegno_di_solidarieta(caso, caso.dati):
        yield from _solidarieta(caso, window)
    else:
        yield from _settimane(caso, period, window)
    if caso.figura("mesi_assegno_solidarieta", caso.dal):
        yield from _in_tutto(caso, period)
    if "periodi_precedenti" not in caso.dati:
        yield NonVerificabile("periodi precedenti non indicati")


def _settimane(caso: Documento, period: Periodo, window: Periodo) -> Esiti:
    most = serve(limite(caso), "media dei dipendenti nel semestre non indicata")
    weeks = settimane_usate(caso, window) + Fraction(period.giorni, GIORNI_SETTIMANA)
    if weeks > most.decimale:
        yield errore(
            "/periodo",
            f"Con quelle richieste, le settimane di assegno fra il {giorno(window.dal)} e il {giorno(window.al)} sono"
            f" {numero(weeks)}: il massimo è {most.decimale}.",
            "Va accorciato il periodo; se dei periodi precedenti si sanno i giorni usati, vanno indicati.",
            in_settimane(weeks, most.decimale),
            fonte=most.fonte,
        )


def _solidarieta(caso: Documento, window: Periodo) -> Esiti:
    most = caso.serve_figura("mesi_assegno_solidarieta")
    had = max(sum((_mesi(one.giorni, window) for one in usati(caso, unit)), Fraction(0)) for unit in unita(caso))
    months = had + (caso.periodo.mesi if caso.periodo else 0)
    if months > most.decimale:
        yield errore(
            "/periodo",
            f"Con quelli richiesti, i mesi di assegno di solidarietà nel biennio mobile sono"
            f" {con_virgola(arrotonda_oltre(months, most.decimale))}: il massimo è {most.decimale}.",
            "Va accorciato il periodo, oppure vanno corretti i periodi precedenti.",
            in_mesi(months, most.decimale),
            fonte=most.fonte,
        )


def _in_tutto(caso: Documento, period: Periodo) -> Esiti:
    """Yield what is over the months of both cheques in the mobile five years, for whom has both."""
    both = caso.figura("dipendenti_fis", caso.dal)
    if both is None or caso.chi.media is None or caso.chi.media <= both.decimale:
        return
    most, years = caso.serve_figura("durata_complessiva"), caso.serve_figura("anni_quinquennio")
    window = finestra(period.al, years)
    months = period.mesi + max(_avuti(caso, unit, window) for unit in unita(caso))
    if months > most.decimale:
        yield errore(
            "/periodo",
            "Con quelli richiesti, i mesi di assegno ordinario e di solidarietà nel quinquennio mobile sono"
            f" {con_virgola(arrotonda_oltre(months, most.decimale))}: il massimo è {most.decimale}.",
            "Va accorciato il periodo, oppure vanno corretti i periodi precedenti.",
            in_mesi(months, most.decimale),
            fonte=most.fonte,
        )


def _avuti(caso: Documento, unit: str | None, window: Periodo) -> Fraction:
    """Return the months of both cheques that a unit had in a window; those told in weeks, unless cut, by the weeks."""
    year, months = caso.figura("settimane_di_un_anno", caso.dal), Fraction(0)
    for place, one in precedenti_della(caso, unit):
        if one["tipo"] != "FIS":
            continue
        period = caso.precedenti[place]
        days = [inside for part in contano(one, period, caso.settore, ARTICOLO_4) if (inside := parte(part, window))]
        whole = "settimane" in one and year is not None and days == [period]
        months += mesi_di(one["settimane"], year) if whole and year else sum((part.mesi for part in days), Fraction(0))
    return months


def _mesi(days: Periodo, window: Periodo) -> Fraction:
    inside = parte(days, window)
    return inside.mesi if inside else Fraction(0)


def _in_settimane(caso: Documento) -> bool:
    return "periodi_precedenti" in caso.dati and not assegno_di_solidarieta(caso, caso.dati)


def _passi(caso: Documento, _: Mapping[str, Any]) -> Iterator[Passaggio]:
    yield from del_biennio(caso, "assegno del FIS", limite(caso))


@cifra(
    *("settimane_usate", "settimane_residue"),
    fonte=decreto("art. 29 c. 3"),
    per=FIS & PROCEDURA,
    passi=_passi,
    se=_in_settimane,
)
def settimane_del_biennio(caso: Documento) -> dict[str, str]:
    """Return the weeks used in the mobile two years and those left, where earlier periods and size are given."""
    window, most = biennio_mobile(caso), limite(caso)
    if window is None or most is None:
        return {}
    used = settimane_usate(caso, window)
    left = max(Fraction(most.decimale) - used, Fraction(0))
    return {"settimane_usate": con_punto(used), "settimane_residue": con_punto(left)}
