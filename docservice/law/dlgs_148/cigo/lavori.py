"""The end of a site, of a work, of a phase of it: how long the suspension lasts and whom it concerns.

A site that ends on 31 May, the next that begins on 2 September: CIGO-8 says that three months are the most.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docservice.law.calendar import aggiungi_giorni, fine_mese_n
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.fonti import guida
from docservice.law.dlgs_148.strumenti.documenti import ORDINARI, RICHIESTA
from docservice.law.finding import Rilievo, errore, serve
from docservice.law.italiano import giorno
from docservice.law.misura import in_date, in_persone
from docservice.law.tratti import TECNICA
from docservice.law.voce import Esiti, regola

_ORGANICO: Final = "organico non indicato"


@regola("CIGO-8", guida("fine cantiere, fine lavoro, fine fase"), per=ORDINARI & RICHIESTA)
def fine_dei_lavori(caso: Documento) -> Esiti:
    """Per fine cantiere o lavoro la sospensione è breve; per fine fase non riguarda tutti."""
    if caso.causale == "fine_cantiere_lavoro":
        yield from _fra_due_lavori(caso)
    # the report tells the workers of the phase among its facts
    if caso.causale == "fine_fase" and not caso.di(TECNICA):
        staff = serve(caso.organico, _ORGANICO)
        if caso.dati["numero_massimo_dipendenti"] == staff:
            yield errore(
                "/numero_massimo_dipendenti",
                "La sospensione per fine fase riguarda tutto l’organico: spetta a chi lavorava a quella fase.",
                "Va ridotto il numero, oppure va indicata un’altra causale.",
                in_persone(caso.dati["numero_massimo_dipendenti"], staff - 1),
            )


def _fra_due_lavori(caso: Documento) -> Iterator[Rilievo]:
    """Yield the findings on a suspension between two works, or on the time between them, that lasts too long."""
    months = caso.figura("mesi_fine_cantiere", caso.dal)
    if months is None or caso.periodo is None:
        return
    yield from _lavoro_seguente(caso, int(months.decimale))
    last = fine_mese_n(caso.periodo.dal, int(months.decimale))
    if caso.periodo.al > last:
        yield errore(
            "/periodo/al",
            f"Per fine cantiere o lavoro la sospensione arriva a {months.decimale} mesi: il {giorno(last)}, non il"
            f" {giorno(caso.periodo.al)}.",
            f"Il periodo va chiuso entro il {giorno(last)}.",
            in_date(caso.periodo.al, last),
        )


def _lavoro_seguente(caso: Documento, months: int) -> Iterator[Rilievo]:
    done, following = caso.fatti.get("data_fine_lavori"), caso.fatti.get("data_prossimo_lavoro")
    if done is None or following is None:
        return
    # whole months without work, from the day after the last
    last = aggiungi_giorni(fine_mese_n(aggiungi_giorni(done, 1), months), 1)
    if following > last:
        yield errore(
            "/fatti/data_prossimo_lavoro",
            f"Il lavoro seguente comincia il {giorno(following)}: fra la fine dei lavori ({giorno(done)}) e quel giorno"
            f" passano più di {months} mesi.",
            f"Fra due lavori passano al massimo {months} mesi: il seguente comincia entro il {giorno(last)}, oppure"
            " va indicata un’altra causale.",
            in_date(following, last),
        )
