"""How long a solidarity contract lasts, by when it is applied for, when it may begin (artt. 4, 22 and 25).

A contract of 40 months: CDS-4 says at /periodo/al that the most are 36.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from docservice.law.calendar import Periodo, aggiungi_giorni, fine_mese_n, giorno_utile
from docservice.law.dlgs_148.cigs.quinquennio import CDS, Regole, mesi_di, regole
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.finestra import finestra, parte
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.figures import FiguraIgnota
from docservice.law.finding import NonVerificabile, Rilievo, avviso, errore, nota, serve
from docservice.law.italiano import arrotonda_oltre, con_punto, con_virgola, giorno
from docservice.law.misura import in_date, in_mesi
from docservice.law.tratti import ACCORDO, SOLIDARIETA
from docservice.law.voce import Esiti, regola


@dataclass(frozen=True, slots=True)
class Computo:
    """The months of the unit in the mobile five years that end with the contract, its own included."""

    regole: Regole
    mesi_cds: Fraction
    altri: Fraction

    @property
    def computati(self) -> Fraction:
        """The months as they count, those of solidarity at half where they do."""
        return self.altri + self.regole.costo(self.mesi_cds)

    @property
    def residui_cds(self) -> Fraction:
        """The months of solidarity that still fit."""
        left = max(Fraction(self.regole.limite.decimale) - self.computati, Fraction(0))
        return sum(self.regole.residui_cds(left, self.mesi_cds), Fraction(0))


def computo(caso: Documento) -> Computo | None:
    """Count the months; None where the period runs backwards, or sector or figures are not known."""
    years = caso.figura("anni_quinquennio", caso.dal)
    if caso.periodo is None or caso.settore is None or years is None:
        return None
    try:
        how = regole(caso.settore, caso.dal)
    except FiguraIgnota:
        return None
    # the window of an extraordinary treatment ends with the month (circular of the Ministry 17/2017)
    window = finestra(fine_mese_n(caso.periodo.al.replace(day=1), 1), years)
    solidarity, others = caso.periodo.mesi, Fraction(0)
    for place, period in caso.precedenti.items():
        kind = caso.dati["periodi_precedenti"][place]["tipo"]
        if kind == CDS:
            solidarity += _mesi(parte(period, window))
        elif kind in ("CIGO", "CIGS"):
            weeks = _cigo_in_settimane(caso, place, period, window)
            others += _mesi(parte(period, window)) if weeks is None else weeks
    return Computo(how, solidarity, others)


def _mesi(period: Periodo | None) -> Fraction:
    return period.mesi if period else Fraction(0)


def _cigo_in_settimane(caso: Documento, place: int, period: Periodo, window: Periodo) -> Fraction | None:
    """Return the months of a CIGO counted in weeks, if it is; part of one is counted by its days."""
    told = caso.dati["periodi_precedenti"][place]
    year = caso.figura("settimane_di_un_anno", caso.dal)
    if told["tipo"] != "CIGO" or "settimane" not in told or year is None or not window.contiene(period):
        return None
    return mesi_di(told["settimane"], year)


@regola("CDS-4", decreto("artt. 4 e 22 c. 3, 5 e 6"), per=ACCORDO & SOLIDARIETA)
def durata(caso: Documento) -> Esiti:
    """Il contratto resta entro la durata massima e, con gli altri periodi del quinquennio, entro quella complessiva."""
    counted = computo(caso)
    if counted is None:
        yield from _senza_computo(caso)
        return
    how, months = counted.regole, counted.mesi_cds
    if months > how.massimo_cds.decimale:
        yield _troppo_lungo(months, how.massimo_cds.decimale)
    elif counted.computati > how.limite.decimale:
        limit = how.limite.decimale
        yield errore(
            "/periodo/al",
            f"Nel quinquennio mobile si computano {con_virgola(arrotonda_oltre(counted.computati, limit))} mesi di"
            f" trattamento: il limite è {limit}.",
            "Va accorciato il periodo, oppure vanno corretti i periodi precedenti.",
            in_mesi(counted.computati, limit),
        )
    if "periodi_precedenti" not in caso.dati:
        yield NonVerificabile("periodi precedenti dell’unità non indicati")
    if any(one["tipo"] == "CIGO" and "settimane" in one for one in caso.dati.get("periodi_precedenti", [])):
        yield nota(
            "/periodi_precedenti",
            "Le settimane di CIGO diventano mesi: 52 sono un anno, cioè 12 (lettura del servizio).",
        )
    if any(one["tipo"] == "FIS" for one in caso.dati.get("periodi_precedenti", [])):
        yield nota("/periodi_precedenti", "I periodi di FIS non sono computati (lettura del servizio).")
    if caso.settore == "lapideo":
        yield nota(
            "/periodo",
            "Per il lapideo il computo per intero della solidarietà è quello della dottrina: l’art. 22 c. 6 nomina"
            " l’edilizia (lettura del servizio).",
        )


def _senza_computo(caso: Documento) -> Esiti:
    most = caso.figura("durata_cds", caso.dal)
    if caso.periodo and most and caso.periodo.mesi > most.decimale:
        yield _troppo_lungo(caso.periodo.mesi, most.decimale)
    yield NonVerificabile("settore non indicato" if most and caso.periodo else "periodo di cui non si conosce la legge")


def _troppo_lungo(months: Fraction, most: Decimal) -> Rilievo:
    return errore(
        "/periodo/al",
        f"I mesi di contratto di solidarietà sono {con_virgola(arrotonda_oltre(months, most))}: il massimo è"
        f" {con_punto(most)}.",
        "Va accorciato il periodo.",
        in_mesi(months, most),
    )


@regola("CDS-8", decreto("artt. 21 c. 5 e 25 c. 1"), per=ACCORDO & SOLIDARIETA)
def sindacati_e_domanda(caso: Documento) -> Esiti:
    """Il contratto è quello dell’art. 51 del D.Lgs. 81/2015, e la domanda segue la firma nei giorni di legge."""
    yield nota(
        "/organizzazioni_sindacali" if caso.dati.get("organizzazioni_sindacali") else "/rappresentanza_aziendale",
        "Il contratto aziendale è delle associazioni sindacali comparativamente più rappresentative sul piano"
        " nazionale, delle loro RSA o della RSU (art. 51 del D.Lgs. 81/2015): dalla sigla il servizio non può"
        " verificarlo.",
    )
    days = serve(caso.figura("giorni_domanda_cigs"), "termine non previsto alla data")
    applied: date = serve(caso.dati.get("data_domanda"), "data della domanda non indicata")
    if applied < caso.giorno:
        yield avviso(
            "/data_domanda",
            f"La domanda è del {giorno(applied)}, prima della firma ({giorno(caso.giorno)}) del"
            " contratto che la accompagna.",
            "Va corretta una delle due date.",
            in_date(applied, caso.giorno),
        )
    last = giorno_utile(aggiungi_giorni(caso.giorno, int(days.decimale)))
    if applied > last:
        yield avviso(
            "/data_domanda",
            f"La domanda è del {giorno(applied)}: il termine, {days.decimale} giorni dalla firma, scade il"
            f" {giorno(last)}.",
            "Va corretta la data; se la domanda è tardiva il trattamento decorre più tardi (art. 25 c. 3).",
            in_date(applied, last),
        )


def _domanda(caso: Documento) -> date | None:
    applied: date | None = caso.dati.get("data_domanda")
    return applied


@regola("CIGS-9", decreto("art. 25 c. 2"), per=ACCORDO & SOLIDARIETA, vige="giorni_inizio_cigs", il=_domanda)
def inizio(caso: Documento) -> Esiti:
    """La riduzione dell’orario comincia nel tempo che la legge conta dalla domanda."""
    applied, term = _domanda(caso), caso.figura("giorni_domanda_cigs")
    days, side = caso.vigente("giorni_inizio_cigs", applied), caso.vigente("verso_inizio_cigs", applied)
    # without its day, the application may come on any day from the signature to the end of its term
    after = side.testo == "dopo"
    latest = aggiungi_giorni(caso.giorno, int(term.decimale)) if term else caso.giorno
    counted = applied or (caso.giorno if after else latest)
    limit = aggiungi_giorni(counted, int(days.decimale))
    if caso.dal < limit if after else caso.dal > limit:
        yield avviso(
            "/periodo/dal",
            f"La riduzione comincia il {giorno(caso.dal)}: per una domanda {'del' if applied else 'presentata il'}"
            f" {giorno(counted)} la CIGS comincia {'non prima del' if after else 'entro il'} {giorno(limit)}. È un"
            " dubbio: la legge lo dice delle procedure dell’art. 24.",
            "Va spostato l’inizio del periodo, oppure va controllata la data della domanda.",
            in_date(caso.dal, limit),
        )
    elif applied is None:
        yield NonVerificabile("data della domanda non indicata")
    if caso.dal < caso.giorno:
        yield avviso(
            "/periodo/dal",
            f"La riduzione comincia il {giorno(caso.dal)}, prima della firma del contratto che la prevede"
            f" ({giorno(caso.giorno)}).",
            "Va corretta una delle due date.",
            in_date(caso.dal, caso.giorno),
        )
