"""By when the application for a treatment is filed, and where (artt. 15, 25, 30, 31; INPS and ministry circulars).

termini_domanda(Procedura("cigo", 80, eone=True, evento=date(2016, 10, 3), domanda=date(2016, 11, 25)))
    -> S148-CIGO on 30/11/2016: the application comes when the term is already the end of the month after
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from docservice.law.calendar import aggiungi_giorni, fine_mese_n
from docservice.law.dlgs_148.domanda.procedura import (
    CDS,
    CIGD,
    CIGO,
    CIGS,
    FIS,
    FONDO,
    Procedura,
    dopo,
    fino_a,
    in_vigore,
    letta,
    termine,
)
from docservice.law.dlgs_148.generale.causali import SOLIDARIETA
from docservice.law.dlgs_148.generale.deroghe import fonte
from docservice.law.figures import FiguraIgnota, Valore, figura_nota, ultimo
from docservice.law.finding import Scadenza
from docservice.law.italiano import con_articolo, giorno

_PIATTAFORME: Final = {
    CIGO: "piattaforma_domanda_cigo",
    CIGS: "piattaforma_domanda_cigs",
    CDS: "piattaforma_domanda_cigs",
    FIS: "piattaforma_domanda_fis",
    FONDO: "piattaforma_domanda_fondo",
}
"""The figure that says where the application of each procedure is filed."""
_FONDI: Final = (
    "Per i fondi bilaterali il termine è letto come quello del FIS (lettura del servizio): vale ciò che dice il fondo."
)


def termini_domanda(di: Procedura) -> Iterator[Scadenza]:
    """Yield the term of the application: of the decree, of a special act, or of both where the act leaves it."""
    if di.tipo == CIGO and not di.derogata("S148-CIGO"):
        yield from _della_cigo(di)
    elif di.straordinaria and not di.derogata("S148-CIGS"):
        yield from _della_cigs(di)
    elif di.tipo in (FIS, FONDO) and (di.dal or di.data):
        yield from _dell_assegno(di)
    elif di.tipo == CIGD and di.dal:
        what = "Termine perentorio della domanda di CIG in deroga, all’INPS e alla Regione"
        yield termine("S148-CIGD", what, di.dal, "giorni_domanda_cigd")
    if di.complessa and di.data:
        yield _della_crisi_complessa(di, di.data)
    days = di.norma.get("termine_domanda_giorni")
    if di.speciale and di.data and days:
        what = "Termine della domanda, secondo la norma speciale indicata nei dati"
        yield fino_a("S148-NORMA", what, aggiungi_giorni(di.data, days), fonte(di.norma))


def assegno_di_solidarieta(di: Procedura) -> bool:
    """Say whether it is the solidarity cheque of the FIS, while there was one: the agreement's day says it."""
    if di.tipo != FIS or di.causale != SOLIDARIETA or di.data is None:
        return False
    return letta("giorni_domanda_assegno_solidarieta", di.data).noto


def _della_cigo(di: Procedura) -> Iterator[Scadenza]:
    if di.eone and di.evento:
        last = fine_mese_n(di.evento.replace(day=1), 1 + int(ultimo("dlgs_148.mesi_domanda_eone").decimale))
        # the term in force is that of the day of the application, not of the event
        months = letta("mesi_domanda_eone", di.domanda or last)
        if months.noto:
            what = "Termine della domanda di CIGO, evento non evitabile"
            yield fino_a("S148-CIGO", what, last, months.fonte, _dove(di, di.domanda or last))
            return
    if di.dal:
        due = termine("S148-CIGO", "Termine della domanda di CIGO", di.dal, "giorni_domanda_cigo")
        yield due.con_nota(_dove(di, di.domanda or due.data or di.dal))


def _della_cigs(di: Procedura) -> Iterator[Scadenza]:
    if di.firmata is None:
        return
    days = letta("giorni_domanda_cigs", di.firmata)
    if days.noto:
        what = "Termine della domanda di CIGS, con l’elenco nominativo dei lavoratori"
        last = dopo(di.firmata, days)
        yield fino_a("S148-CIGS", what, last, days.fonte, _dove(di, di.domanda or last))


def _dell_assegno(di: Procedura) -> Iterator[Scadenza]:
    if assegno_di_solidarieta(di) and di.data:
        what = "Termine della domanda di assegno di solidarietà"
        yield termine("S148-FIS", what, di.data, "giorni_domanda_assegno_solidarieta")
    elif di.dal:
        early = aggiungi_giorni(di.dal, -int(in_vigore("giorni_anticipo_fis", di.dal).decimale))
        whom = "al FIS" if di.tipo == FIS else "al fondo bilaterale"
        what = con_articolo(f"Termine della domanda {whom}, che non può precedere il {giorno(early)}")
        due = termine("S148-FIS", what, di.dal, "giorni_domanda_fis")
        told = [_FONDI] if di.tipo == FONDO else []
        told += [_dell_evento(di.evento)] if di.eone and di.evento else []
        where = _dove(di, di.domanda or due.data or di.dal)
        yield due.con_nota(" ".join([*told, where] if where else told) or None)


def _dell_evento(event: date) -> str:
    last = fine_mese_n(event.replace(day=1), 2)
    return con_articolo(
        "Per incendio, alluvione, crollo o locali impraticabili il messaggio INPS n. 4752/2016 (una sola fonte)"
        f" dà tempo fino alla fine del mese dopo l’evento: il {giorno(last)}."
    )


def _della_crisi_complessa(di: Procedura, signed: date) -> Scadenza:
    what = "Termine della domanda di CIGS, area di crisi industriale complessa"
    try:
        days: Valore = figura_nota("dlgs_148.giorni_domanda_crisi_complessa", di.dal or signed)
    except FiguraIgnota as unknown:
        source = ultimo("dlgs_148.giorni_domanda_crisi_complessa").fonte
        return Scadenza("S148-COMPL", what, None, source, nota=str(unknown))
    last = dopo(signed, days)
    return fino_a("S148-COMPL", what, last, days.fonte, _dove(di, di.domanda or last))


def _dove(di: Procedura, day: date) -> str | None:
    """Return where it is filed on a day, if some platform is to be told."""
    found = letta(_PIATTAFORME[di.tipo], day)
    return f"Si presenta {found.testo}." if found.noto else None
