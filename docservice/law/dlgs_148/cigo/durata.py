"""How long the CIGO of a unit lasts: a request, the mobile two years, the hours (D.Lgs. 148/2015, art. 12).

A period of 92 days: CIGO-1 says at /periodo that a request holds thirteen weeks, 91 days.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from math import floor
from typing import Any, Final

from docservice.law.calendar import Periodo, aggiungi_giorni, aggiungi_mesi, fine_mese_n
from docservice.law.dlgs_148.cigo.usati import CORTA, INTERA, Usato, nella_finestra, ripartenza
from docservice.law.dlgs_148.computo.fuori import contano
from docservice.law.dlgs_148.computo.motivi import ARTICOLO_12, ARTICOLO_29, RICHIESTA_EDILE
from docservice.law.dlgs_148.generale.caso import FIGURA_IGNOTA, Documento
from docservice.law.dlgs_148.generale.causali import STRAORDINARIE_FIS
from docservice.law.dlgs_148.generale.finestra import finestra
from docservice.law.dlgs_148.generale.fonti import decreto, guida
from docservice.law.dlgs_148.generale.ore import ore_settimana
from docservice.law.dlgs_148.generale.settimane_periodo import GIORNI_SETTIMANA
from docservice.law.dlgs_148.generale.unita import precedenti_della, unita
from docservice.law.dlgs_148.strumenti.documenti import ORDINARI, PROCEDURA
from docservice.law.figures import Valore
from docservice.law.finding import NonVerificabile, avviso, errore, nota, serve
from docservice.law.italiano import giorno, numero
from docservice.law.misura import in_date, in_giorni, in_ore, in_settimane
from docservice.law.tratti import CIGO, CONSULTAZIONE, TECNICA
from docservice.law.voce import Esiti, regola

_SOLIDARIETA: Final = "solidariet"
"""What the cause of the solidarity cheque of the FIS has in it, however it is told."""


def contato(caso: Documento) -> bool:
    """Say whether the weeks asked for count: those of what cannot be avoided do not, save building and stone."""
    return caso.edile or not caso.eone


def settimana(caso: Documento) -> int:
    """Return the working days of a week; where a paper of the cheque does not tell them, those of the calendar."""
    told: int | None = caso.dati.get("giorni_settimana")
    if told is None and not _a_giorni(caso):
        return GIORNI_SETTIMANA
    return told or (CORTA if caso.dati.get("settimana_corta") else INTERA)


def _a_giorni(caso: Documento) -> bool:
    """Say whether the days told of a period are read: of the cheque, where it is said of how many a week is."""
    return caso.di(CIGO) or bool({"giorni_settimana", "settimana_corta"} & caso.dati.keys())


def _proprio(caso: Documento, one: Mapping[str, Any]) -> bool:
    """Say whether an earlier period is of the treatment asked for, and of the same limit."""
    if caso.di(CIGO):
        return one["tipo"] == "CIGO" and (caso.edile or not one.get("eone"))
    return one["tipo"] == "FIS" and assegno_di_solidarieta(caso, one) == assegno_di_solidarieta(caso, caso.dati)


def assegno_di_solidarieta(caso: Documento, one: Mapping[str, Any]) -> bool:
    """Say whether it is of the solidarity cheque of the FIS, which had a limit of its own: its cause says it."""
    told = one.get("causale", "")
    cause = told if isinstance(told, str) else told["tipo"]
    months = caso.figura("mesi_assegno_solidarieta", caso.dal)
    return months is not None and _SOLIDARIETA in cause.casefold()


def usati(caso: Documento, unit: str | None = None, *, incerti: bool = False) -> list[Usato]:
    """Return a unit's earlier periods in working days; where not known, a seventh of a week for each day.

    They are of the CIGO or, of its own papers, of the FIS. What is left out of art. 12, or of art. 29, is not there;
    days of which it is not known are, with `incerti`.
    """
    week, article = settimana(caso), ARTICOLO_12 if caso.di(CIGO) else ARTICOLO_29
    found = []
    for place, one in precedenti_della(caso, unit):
        period = caso.precedenti[place]
        if not _proprio(caso, one):
            continue
        if "giorni" in one and _a_giorni(caso):
            taken = Fraction(one["giorni"])
        elif "settimane" in one:
            taken = Fraction(one["settimane"]) * week
        else:
            taken = Fraction(period.giorni * week, GIORNI_SETTIMANA)
        whole = Usato(period, taken, stimati="giorni" not in one and "settimane" not in one)
        days = contano(one, period, caso.settore, article, incerti=incerti)
        found += [replace(whole, giorni=part, presi=nella_finestra(whole, part, week)) for part in days]
    return found


def chiesti(caso: Documento, *, incerti: bool = False) -> Fraction:
    """Return the weeks asked for that count: those of building's events may be out of art. 12 on some days."""
    if caso.periodo is None:
        return Fraction(0)
    own = RICHIESTA_EDILE if caso.eone and caso.edile else {}
    days = contano(own, caso.periodo, caso.settore, ARTICOLO_12, incerti=incerti)
    return Fraction(sum(part.giorni for part in days), GIORNI_SETTIMANA)


def _per_intero(caso: Documento, usato: Usato) -> bool:
    """Say whether a period surely has a day of CIGO in each of its weeks: it has too many days for fewer weeks."""
    weeks = len(list(usato.settimane()))
    return usato.presi > (weeks - 1) * settimana(caso) or usato.stimati


def settimane_usate(caso: Documento, window: Periodo) -> Fraction:
    """Return the weeks of CIGO in a window, those asked for left out: of several units, those of the one with most."""
    return sum(giorni_usati(caso, window), Fraction(0)) / settimana(caso)


def giorni_usati(caso: Documento, window: Periodo) -> list[Fraction]:
    """Return the days of CIGO in a window, of each earlier period: of several units, those of the one with most."""
    return max((_giorni(caso, window, unit) for unit in unita(caso)), key=sum)


def _giorni(caso: Documento, window: Periodo, unit: str | None, *, incerti: bool = False) -> list[Fraction]:
    return [nella_finestra(one, window, settimana(caso)) for one in usati(caso, unit, incerti=incerti)]


def biennio_mobile(caso: Documento) -> Periodo | None:
    """Return the two years back from the last day asked for; None where they are not known."""
    years = caso.figura("anni_biennio", caso.dal)
    return finestra(caso.periodo.al, years) if caso.periodo and years else None


def _senza_precedenti(caso: Documento) -> str | None:
    return None if "periodi_precedenti" in caso.dati else "periodi precedenti non indicati"


@regola("CIGO-1", decreto("art. 12 c. 1"), per=CIGO & (CONSULTAZIONE | TECNICA))
def tredici_settimane(caso: Documento) -> Esiti:
    """Una richiesta di CIGO non supera le settimane continuative che la legge ammette."""
    period = serve(caso.periodo, "il periodo finisce prima di cominciare")
    most = caso.serve_figura("settimane_cigo_consecutive")
    days = int(most.decimale) * GIORNI_SETTIMANA
    if period.giorni > days:
        last = aggiungi_giorni(period.dal, days - 1)
        yield errore(
            "/periodo",
            f"Il periodo è di {period.giorni} giorni: una richiesta arriva a {most.decimale} settimane, {days} giorni.",
            f"Il periodo va chiuso entro il {giorno(last)}; il resto si chiede con una proroga.",
            in_giorni(period.giorni, days),
        )


@regola("CIGO-2", decreto("art. 12 c. 2-4"), per=CIGO & CONSULTAZIONE, se=contato, serve=_senza_precedenti)
def biennio(caso: Documento) -> Esiti:
    """Con i periodi precedenti, la CIGO dell’unità resta entro le settimane del biennio mobile."""
    most = caso.serve_figura("settimane_cigo_biennio")
    period, window = serve(caso.periodo, FIGURA_IGNOTA), serve(biennio_mobile(caso), FIGURA_IGNOTA)
    weeks = settimane_usate(caso, window) + chiesti(caso)
    if weeks > most.decimale:
        yield errore(
            "/periodo",
            f"Con quelle richieste, le settimane di CIGO fra il {giorno(window.dal)} e il {giorno(window.al)} sono"
            f" {numero(weeks)}: il massimo è {most.decimale}.",
            "Va accorciato il periodo; se dei periodi precedenti si sanno i giorni usati, vanno indicati.",
            in_settimane(weeks, most.decimale),
        )
    elif _forse(caso, window) > most.decimale:
        yield NonVerificabile("di alcuni periodi non è noto se la legge li lasci fuori dal computo")
    elif caso.settore is None and any(one.get("eone") for one in caso.dati["periodi_precedenti"]):
        yield NonVerificabile("settore non indicato: in edilizia contano anche gli eventi non evitabili")
    if chiesti(caso, incerti=True) * GIORNI_SETTIMANA != period.giorni:
        yield nota(
            "/periodo",
            "Le settimane richieste per un evento non evitabile di edilizia o lapideo, nei giorni in cui la legge le"
            " lascia fuori dall’art. 12 c. 2 e 3, non contano.",
        )


def _forse(caso: Documento, window: Periodo) -> Fraction:
    """Return the weeks that there would be if the days of which the law is not known counted."""
    days = max(sum(_giorni(caso, window, unit, incerti=True), Fraction(0)) for unit in unita(caso))
    return days / settimana(caso) + chiesti(caso, incerti=True)


@regola("CIGO-3", decreto("art. 12 c. 5"), per=CIGO & CONSULTAZIONE)
def un_terzo_delle_ore(caso: Documento) -> Esiti:
    """Le ore autorizzate e richieste restano entro un terzo di quelle lavorabili nel biennio."""
    lacking = "ore richieste, ore già autorizzate o organico del semestre non indicati"
    part, weeks = (serve(caso.figura(name, caso.dal), lacking) for name in ("parte_ore_cigo", "settimane_del_biennio"))
    asked, staff, had = (
        serve(caso.dati.get(name), lacking) for name in ("ore_richieste", "organico_semestre", "ore_gia_autorizzate")
    )
    yield nota(
        "/organico_semestre",
        f"Le ore lavorabili del biennio sono quelle di {weeks.decimale} settimane (lettura del servizio).",
    )
    cap = ore_settimana(staff) * Fraction(weeks.decimale) * Fraction(part.testo)
    hours = Fraction(asked) + Fraction(had)
    if hours > cap:
        yield errore(
            "/ore_richieste",
            f"Le ore già autorizzate e quelle richieste sono {numero(hours)}: un terzo delle ore lavorabili"
            f" nel biennio è {numero(floor(cap))}.",
            "Vanno ridotte le ore richieste.",
            in_ore(hours, floor(cap)),
        )


def _transitoria(caso: Documento) -> bool:
    return contato(caso) and caso.causale not in STRAORDINARIE_FIS


@regola(
    "CIGO-12",
    guida("ciclicità delle sospensioni"),
    per=ORDINARI & PROCEDURA,
    se=_transitoria,
    serve=_senza_precedenti,
)
def non_ricorrente(caso: Documento) -> Esiti:
    """La sospensione non cade negli stessi mesi dei due anni prima, se non per il processo produttivo."""
    place = _ricorrente(caso)
    if place is not None:
        yield avviso(
            f"/periodi_precedenti/{place}",
            "Il trattamento è stato chiesto negli stessi mesi dei due anni prima: la transitorietà è dubbia (messaggio"
            " INPS n. 2276/2017).",
            "Se la contrazione ricorre per le caratteristiche del processo produttivo, lo spieghi la relazione.",
        )


def _ricorrente(caso: Documento) -> int | None:
    """Return the place of the first period that had it in a month asked for, if the year before had it as well."""
    asked = serve(caso.periodo, FIGURA_IGNOTA)
    month = asked.dal.replace(day=1)
    while month <= asked.al:
        found = [_nel_mese(caso, aggiungi_mesi(month, -12 * years)) for years in (1, 2)]
        if all(found):
            return found[0][0]
        month = aggiungi_mesi(month, 1)
    return None


def _nel_mese(caso: Documento, first: date) -> list[int]:
    """Return the places of the earlier periods of the same treatment that touch a month, by its first day."""
    month, listed = Periodo(first, fine_mese_n(first, 1)), caso.dati["periodi_precedenti"]
    own = "CIGO" if caso.di(CIGO) else "FIS"
    return [
        place
        for place, period in caso.precedenti.items()
        if listed[place]["tipo"] == own and not listed[place].get("eone") and period.tocca(month)
    ]


@regola("CIGO-14", decreto("art. 12 c. 2 e 4"), per=CIGO & CONSULTAZIONE, se=contato, serve=_senza_precedenti)
def dopo_un_anno_intero(caso: Documento) -> Esiti:
    """Dopo 52 settimane consecutive di CIGO una nuova richiesta segue 52 settimane di lavoro."""
    most = caso.serve_figura("settimane_cigo_biennio")
    work = caso.serve_figura("settimane_di_lavoro_dopo_cigo")
    if not chiesti(caso, incerti=True):
        return
    units = unita(caso)
    whole = _ripartenza([[one for one in usati(caso, unit) if _per_intero(caso, one)] for unit in units], most, work)
    certain = _ripartenza([usati(caso, unit) for unit in units], most, work)
    perhaps = _ripartenza([usati(caso, unit, incerti=True) for unit in units], most, work)
    if whole is not None and caso.dal < whole:
        yield errore(
            "/periodo/dal",
            f"Dopo {most.decimale} settimane consecutive di CIGO il periodo può cominciare dal {giorno(whole)}.",
            "Il periodo va spostato: le settimane di lavoro necessarie non sono passate.",
            in_date(caso.dal, whole),
        )
    elif certain is not None and caso.dal < certain:
        yield NonVerificabile("di alcuni periodi non si sa quali settimane hanno avuto giorni di CIGO")
    elif perhaps is not None and caso.dal < perhaps:
        yield NonVerificabile("di alcuni periodi non è noto se la legge li lasci fuori dal computo")


def _ripartenza(usati_per_unita: list[list[Usato]], most: Valore, work: Valore) -> date | None:
    """Return from when all the units may have CIGO again; None where none of them has to wait."""
    return max((day for one in usati_per_unita if (day := ripartenza(one, most, work))), default=None)
