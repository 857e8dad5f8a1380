"""The periods of the mobile five years, one by one: which count, for how many months (`quinquennio`).

    conta(52 weeks of CIGO of the COVID, 10 months of CIGS) -> 10 months, and the first is left out with the reason

A period that an act leaves out of art. 4 does not count; days of two treatments, of different workers, count once.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from docservice.law.calculator import Conto, DominioErrato
from docservice.law.calendar import Periodo
from docservice.law.dlgs_148.computo.fuori import contano, fonti, senza_date
from docservice.law.dlgs_148.computo.insieme import CDS, ORDINARI, Trattato, affiancati, in_comune, incompatibili
from docservice.law.dlgs_148.computo.motivi import ARTICOLO_4, MOTIVI, contrari
from docservice.law.dlgs_148.generale.finestra import in_vigore_dal, parte
from docservice.law.figures import Valore, ultimo
from docservice.law.italiano import con_virgola, giorni, giorno

_MESI_ANNO: Final = 12


def mesi_di(settimane: Decimal, anno: Valore) -> Fraction:
    """Return the months that some weeks of CIGO are, `anno` of them being a year."""
    return Fraction(settimane) * _MESI_ANNO / Fraction(anno.decimale)


def leggi(righe: list[Mapping[str, Any]]) -> dict[int, Periodo]:
    """Return the dated periods by their place. Raises DominioErrato with all the faults of the rows."""
    found: dict[int, Periodo] = {}
    errori = []
    for place, riga in enumerate(righe):
        given = [name for name in ("mesi", "settimane", "dal") if name in riga]
        if ("dal" in riga) != ("al" in riga):
            errori.append((f"/periodi/{place}", "Del periodo vanno indicati il primo e l’ultimo giorno, «Dal» e «Al»."))
        elif len(given) != 1:
            errori.append(
                (
                    f"/periodi/{place}",
                    "Va indicata una sola misura: mesi, settimane (per CIGO e FIS), oppure «Dal» e «Al».",
                )
            )
        elif "settimane" in riga and riga["tipo"] not in ORDINARI:
            errori.append(
                (
                    f"/periodi/{place}/settimane",
                    "Le settimane valgono per CIGO e FIS: per gli altri vanno scritti i mesi.",
                )
            )
        elif "dal" in riga and riga["al"] < riga["dal"]:
            errori.append((f"/periodi/{place}/al", "L’ultimo giorno precede il primo: vanno corrette le date."))
        elif "dal" in riga:
            found[place] = Periodo(riga["dal"], riga["al"])
    clash: dict[str, str] = {}
    for one, other in affiancati(righe, found):
        if not (righe[one].get("lavoratori_distinti") or righe[other].get("lavoratori_distinti")):
            before, after = sorted((one, other))
            told = (
                f"Il periodo ha dei giorni in comune con il n. {before + 1} della lista: vanno corrette le date, oppure"
                " va indicato che i lavoratori sono altri (Lavoratori diversi: sì)."
            )
            clash.setdefault(f"/periodi/{after}", told)
    errori += [*incompatibili(righe, found, "/periodi"), *clash.items()]
    if errori:
        raise DominioErrato(errori)
    return found


def conta(
    svolto: Conto, dati: Mapping[str, Any], periodi: Mapping[int, Periodo], window: Periodo | None
) -> tuple[dict[str, Fraction], list[dict[str, Any]]]:
    """Add up the months of solidarity and the others; return the sums, and what is left out with the reason.

    `avuti` are the months of solidarity before those shared with other treatments are taken off.
    """
    sums = {"altri": Fraction(0), CDS: Fraction(0)}
    out: list[dict[str, Any]] = []
    counted: list[Trattato] = []
    for place, riga in enumerate(dati["periodi"]):
        asked = ", richiesto" if riga.get("richiesto") else ""
        title = f"{riga['tipo']}{asked}, voce {place + 1}"
        own, how = _misura(svolto, riga, periodi.get(place), window, dati["settore"])
        if own is None:
            out.append({"indice": place, "motivo": f"Il periodo {how}: non si computa."})
            continue
        counted.append(own)
        sums[CDS if riga["tipo"] == CDS else "altri"] += own.mesi
        svolto.passo(title, how, f"{con_virgola(own.mesi)} mesi")
    sums["avuti"] = sums[CDS]
    for of_cds, months in in_comune(counted).items():
        if months:
            name = CDS if of_cds else "CIGS"
            svolto.passo(
                "Giorni di due trattamenti, di lavoratori diversi, contati una volta",
                f"si tolgono da quelli di {name}: restano nel trattamento che si computa per intero",
                f"− {con_virgola(months)} mesi",
            )
            svolto.note.append(
                "Nei giorni in cui due trattamenti sono di lavoratori diversi si computa una volta quello che pesa di"
                " più, per intero (lettura del servizio)."
            )
            sums[CDS if of_cds else "altri"] -= months
    return sums, out


def _misura(
    svolto: Conto, riga: Mapping[str, Any], period: Periodo | None, window: Periodo | None, settore: str
) -> tuple[Trattato | None, str]:
    """Return what a row counts for and how, or None and why it does not count."""
    # whether the event could be avoided is not asked: art. 4 counts it all the same
    riga = {"eone": True, **riga}
    why = MOTIVI.get(riga.get("fuori_computo", ""))
    for _, doubt in contrari(riga, settore):
        svolto.note.append(f"Un periodo indicato come fuori dal computo è computato lo stesso: {doubt}.")
    if period is None:
        if not senza_date(riga, settore, ARTICOLO_4):
            svolto.cita(*fonti(riga, None, settore))
            return None, f"è fuori dal computo dell’art. 4 ({why.nome if why else ''})"
        if "mesi" in riga:
            return Trattato(riga["tipo"], (), Fraction(riga["mesi"])), "mesi indicati"
        year = ultimo("dlgs_148.settimane_di_un_anno")
        svolto.cita(year)
        how = f"{con_virgola(Fraction(riga['settimane']))} settimane × {_MESI_ANNO} / {year.decimale}"
        return Trattato(riga["tipo"], (), mesi_di(riga["settimane"], year)), how
    inside = parte(period, window) if window else period
    if inside is None:
        early = period.al < in_vigore_dal()
        return None, f"precede il {giorno(in_vigore_dal())}" if early else "è fuori dalla finestra mobile"
    days = contano(riga, inside, settore, ARTICOLO_4, incerti=True)
    if days != [inside]:
        svolto.cita(*fonti(riga, inside, settore))
    if not days:
        return None, f"è fuori dal computo dell’art. 4 ({why.nome if why else ''})"
    if days != contano(riga, inside, settore, ARTICOLO_4):
        svolto.note.append("Sono computati anche giorni di cui non è noto se la legge li lasci fuori dal computo.")
    months = sum((one.mesi for one in days), Fraction(0))
    return Trattato(riga["tipo"], tuple(days), months), ", ".join(giorni(one.dal, one.al) for one in days)
