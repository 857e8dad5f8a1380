"""What is ruled of every document of the regime: its day, its period, its codes, who may benefit."""

from __future__ import annotations

from collections.abc import Iterator

from docservice.law.comune.identificativi import FONTE, difetti, ripetuti
from docservice.law.dlgs_148.caso import Caso, decreto
from docservice.law.figures import FiguraIgnota, figura
from docservice.law.finding import NonVerificabile, Rilievo, errore
from docservice.law.rule import regola

Esiti = Iterator[Rilievo | NonVerificabile]

LIMITI_CDS = ("riduzione_media_cds", "riduzione_individuale_cds")


@regola("D148-1", decreto("art. 46"))
def vigenza(caso: Caso) -> Esiti:
    """Il documento è datato in un giorno di cui si conoscono le figure del decreto."""
    for name in LIMITI_CDS:
        try:
            figura(f"dlgs_148.{name}", caso.giorno)
        except FiguraIgnota as unknown:
            yield errore(
                "/data",
                str(unknown),
                "Va corretta la data; per un accordo del 2009-2010 il regime è deroga-2009.",
                valore=caso.giorno,
            )


@regola("D148-2", decreto("art. 21 c. 5"))
def verso_del_periodo(caso: Caso) -> Esiti:
    """L’ultimo giorno del periodo non ne precede il primo."""
    first, last = caso.dati["periodo"]["dal"], caso.dati["periodo"]["al"]
    if last < first:
        yield errore(
            "/periodo/al",
            f"Il periodo finisce il {last:%d/%m/%Y}, prima di cominciare ({first:%d/%m/%Y}).",
            "Vanno corrette le date: forse sono scambiate.",
            valore=last,
            limite=first,
            unita="data",
        )


@regola("D148-4", decreto("art. 1 c. 1"))
def niente_dirigenti(caso: Caso) -> Esiti:
    """Fra i beneficiari non ci sono dirigenti."""
    for path, worker in caso.con_percorso():
        if worker.get("qualifica", "").strip().casefold().startswith("dirigent"):
            yield errore(
                f"{path}/qualifica",
                "Il lavoratore è un dirigente: i dirigenti contano per la dimensione, ma non hanno il trattamento.",
                "La riga va tolta, oppure va corretta la qualifica.",
            )


@regola("D148-6", FONTE)
def identificativi(caso: Caso) -> Esiti:
    """I codici sono ben formati e nessun lavoratore è elencato due volte."""
    yield from difetti(caso.dati["datore_lavoro"], caso.elenco_lavoratori.con_codice_dubbio)
    yield from ripetuti(caso.con_percorso())
