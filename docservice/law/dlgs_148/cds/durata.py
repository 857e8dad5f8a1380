"""How long a solidarity contract lasts, by when it is applied for, when it may begin (artt. 4, 22 and 25).

A contract of 40 months: CDS-4 says at /periodo/al that the most are 36.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from docservice.law.calendar import aggiungi_giorni, giorno_utile
from docservice.law.dlgs_148.cigs.computo import Computo, computi
from docservice.law.dlgs_148.cigs.oltre import come_si_conta, dove, oltre_il_quinquennio
from docservice.law.dlgs_148.computo.motivi import ARTICOLO_22
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.finding import NonVerificabile, Rilievo, avviso, errore, nota, serve
from docservice.law.italiano import arrotonda_oltre, con_punto, con_virgola, giorno
from docservice.law.misura import in_date, in_mesi
from docservice.law.tratti import ACCORDO, SOLIDARIETA
from docservice.law.voce import Esiti, regola


@regola("CDS-4", decreto("artt. 4 e 22 c. 3, 5 e 6"), per=ACCORDO & SOLIDARIETA)
def durata(caso: Documento) -> Esiti:
    """Il contratto resta entro la durata massima e, con gli altri periodi del quinquennio, entro quella complessiva."""
    if not any(computi(caso)):
        yield from _senza_computo(caso)
        return
    for counted in computi(caso):
        yield from _oltre(caso, counted)
    if "periodi_precedenti" not in caso.dati:
        yield NonVerificabile("periodi precedenti dell’unità non indicati")
    yield from come_si_conta(caso)
    if caso.settore == "lapideo":
        yield nota(
            "/periodo",
            "Per il lapideo il computo per intero della solidarietà è quello della dottrina: l’art. 22 c. 6 nomina"
            " l’edilizia (lettura del servizio).",
        )


def _oltre(caso: Documento, counted: Computo) -> Esiti:
    """Yield what a unit has over a limit; a doubt where only days of which the law is not known break it."""
    how, months, limit = counted.regole, counted.mesi_cds, counted.regole.limite.decimale
    if months > how.massimo_cds.decimale:
        yield _troppo_lungo(caso, months, how.massimo_cds.decimale, counted.unita)
    elif counted.computati > limit:
        yield oltre_il_quinquennio(caso, counted)
    else:
        doubt = next(one for one in computi(caso, incerti=True) if one.unita == counted.unita)
        if doubt.mesi_cds > how.massimo_cds.decimale or doubt.computati > limit:
            yield NonVerificabile("di alcuni periodi non è noto se la legge li lasci fuori dal computo")


def _senza_computo(caso: Documento) -> Esiti:
    most = caso.figura("durata_cds", caso.dal)
    if caso.periodo and most and caso.periodo.mesi > most.decimale and ARTICOLO_22 not in caso.liberi:
        yield _troppo_lungo(caso, caso.periodo.mesi, most.decimale)
    yield NonVerificabile(
        "settore non indicato" if most and caso.periodo else "periodo di cui il servizio non ha i valori di legge"
    )


def _troppo_lungo(caso: Documento, months: Fraction, most: Decimal, unit: str | None = None) -> Rilievo:
    where, whose = dove(caso, unit)
    return errore(
        where,
        f"I mesi di contratto di solidarietà {whose}sono {con_virgola(arrotonda_oltre(months, most))}: il massimo è"
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
    if caso.derogata("S148-CIGS"):
        return
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
