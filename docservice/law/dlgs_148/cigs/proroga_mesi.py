"""How many months an extension under art. 22-bis may have, with those had before it (`proroga`).

Six months of a contract after six of an extension: twelve, the most there may be; a day more is too many.
"""

from __future__ import annotations

from fractions import Fraction

from docservice.law.calendar import Periodo
from docservice.law.dlgs_148.cigs.computo import finestra_della_cigs
from docservice.law.dlgs_148.cigs.prorogabili import DURATE
from docservice.law.dlgs_148.computo.fuori import parti
from docservice.law.dlgs_148.computo.motivi import ARTICOLO_22
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.finestra import parte
from docservice.law.dlgs_148.generale.unita import precedenti_della, unita
from docservice.law.figures import FiguraIgnota, Valore, figura
from docservice.law.finding import NonVerificabile, errore
from docservice.law.italiano import arrotonda_oltre, con_virgola, giorno
from docservice.law.misura import in_mesi
from docservice.law.voce import Esiti


def oltre_i_mesi(caso: Documento, which: str | None) -> Esiti:
    """Yield what an extension, with those had in the mobile five years, has over the months of what it extends."""
    years = caso.figura("anni_quinquennio", caso.dal)
    if which is None or caso.periodo is None or years is None:
        yield NonVerificabile("trattamento prorogato o periodo non indicati")
        return
    most = _durata(which, caso)
    if most is None:
        yield NonVerificabile("durata della proroga non nota per il periodo")
        return
    if not most.noto:
        yield errore(
            "/periodo/dal",
            f"Il periodo comincia il {giorno(caso.dal)}: la proroga dell’art. 22-bis non è prevista"
            f" fino al {giorno(most.al or caso.dal)}.",
            "Va corretto il periodo, oppure la causale.",
            valore=caso.dal,
        )
        return
    window = finestra_della_cigs(caso.periodo, years)
    months = caso.periodo.mesi + max(_avuti(caso, unit, window) for unit in unita(caso))
    if months > most.decimale:
        yield errore(
            "/periodo/al",
            "Con le proroghe già avute nel quinquennio mobile, i mesi di proroga dell’art. 22-bis sono"
            f" {con_virgola(arrotonda_oltre(months, most.decimale))}: il massimo è {most.decimale}.",
            "Va accorciato il periodo.",
            in_mesi(months, most.decimale),
        )
    if "periodi_precedenti" not in caso.dati:
        yield NonVerificabile("periodi precedenti dell’unità non indicati")


def _avuti(caso: Documento, unit: str | None, window: Periodo) -> Fraction:
    """Return the months of extension that a unit had in a window."""
    found = Fraction(0)
    for place, row in precedenti_della(caso, unit):
        inside = parte(caso.precedenti[place], window)
        if row.get("fuori_computo") == "22bis" and inside:
            days = [one for one in parti(row, inside, caso.settore) if ARTICOLO_22 in (one.esclusa_da or ())]
            found += sum((one.giorni.mesi for one in days), Fraction(0))
    return found


def _durata(which: str, caso: Documento) -> Valore | None:
    """Return the months on the first day, also where there is none; None where they are not known."""
    try:
        return figura(f"dlgs_148.{DURATE[which]}", caso.dal)
    except FiguraIgnota as unknown:
        caso.ignote.setdefault(DURATE[which], (caso.dal, unknown))
        return None
