"""The deadlines that an agreement sets going."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docservice.law.calendar import aggiungi_giorni
from docservice.law.deroga_2009.caso import DA_ESAMINARE, DID, NON_STANDARD, Carta, Caso, Richiesta
from docservice.law.deroga_2009.fonti import quadro, quadro_e_vademecum, vademecum
from docservice.law.deroga_2009.schemi.c import fine_divieto
from docservice.law.figures import Valore
from docservice.law.finding import Scadenza


def scadenze(caso: Carta) -> Iterator[Scadenza]:
    """Yield the deadlines that a document sets going; reading: days run as they are, holidays included."""
    if isinstance(caso, Caso):
        yield from _dell_accordo(caso)
    elif isinstance(caso, Richiesta):
        yield from _della_richiesta(caso)
    elif caso.modello == DID:
        yield from _della_did(caso)


def _della_did(caso: Carta) -> Iterator[Scadenza]:
    """Yield the term of the PIP: from the suspension for those in CIG, from the DID for the unemployed."""
    start = caso.dati["lavoratore"].get("data_sospensione") if "datore_lavoro" in caso.dati else caso.giorno
    pip = caso.figura("giorni_pip")
    if pip.noto and start is not None:
        yield Scadenza(
            "S-PIP",
            "Il lavoratore sottoscrive il piano di intervento personalizzato (PIP)",
            _dopo(start, pip),
            vademecum("2.4.2"),
        )


def _della_richiesta(caso: Richiesta) -> Iterator[Scadenza]:
    yield from _consultazione(caso)
    if caso.modello == "domanda-deroga":
        on_paper = caso.dati.get("firma", {}).get("tipo", "cartacea") == "cartacea"
        yield from _dalla_domanda(caso, caso.giorno, esame=caso.dati.get("accordo") in DA_ESAMINARE, carta=on_paper)
    if caso.modello == "esame-congiunto-deroga":
        yield from _dalla_domanda(caso, caso.dati["domanda"]["data"], esame=False, carta=False)
    if caso.modello == "decreto-deroga" and caso.dati["esito"] == "autorizzazione":
        yield _ogni_mese()


def _consultazione(caso: Richiesta) -> Iterator[Scadenza]:
    received = caso.dati.get("data_ricevimento_comunicazione")
    if received is not None:
        yield Scadenza(
            "S-CONS",
            "Si chiude la consultazione sindacale",
            _dopo(received, caso.figura("giorni_consultazione")),
            quadro("All. A 1.1.2"),
        )


def _dell_accordo(caso: Caso) -> Iterator[Scadenza]:
    yield from _consultazione(caso)
    if caso.periodo:
        yield from _dal_periodo(caso, caso.periodo.dal)
    applied = caso.dati.get("data_domanda")
    if applied is not None:
        yield from _dalla_domanda(caso, applied, esame=caso.modello == NON_STANDARD, carta=True)
    yield from _mobilita(caso)
    yield _ogni_mese()


def _ogni_mese() -> Scadenza:
    return Scadenza(
        "S-SR41",
        "Ogni mese di CIG: si comunicano all’INPS le ore effettive di ciascun lavoratore (SR41)",
        None,
        vademecum("2.4.9"),
    )


def _dal_periodo(caso: Caso, first: date) -> Iterator[Scadenza]:
    yield Scadenza(
        "S-INPS",
        "Si presenta all’INPS la richiesta di erogazione (SR100); se l’autorizzazione è negata, le somme anticipate"
        " sono recuperate dal datore",
        _dopo(first, caso.figura("giorni_domanda_inps")),
        vademecum("2.4.6"),
    )
    pip = caso.figura("giorni_pip")
    if pip.noto:
        starts = {first, *(w["data_sospensione"] for w in caso.lavoratori if "data_sospensione" in w)}
        for start in sorted(starts):
            yield Scadenza(
                "S-PIP",
                "Ciascun lavoratore sospeso sottoscrive il piano di intervento personalizzato (PIP)",
                _dopo(start, pip),
                vademecum("2.4.2"),
            )
    renewable = caso.modello in ("accordo-a", "accordo-b", NON_STANDARD)
    if renewable and caso.mesi > caso.mesi_prima_concessione:
        yield Scadenza(
            "S-RINN",
            "Finisce la prima concessione: per proseguire va presentata una nuova domanda",
            caso.scadenza_prima_concessione,
            quadro_e_vademecum("All. B", "2.3"),
        )
    if caso.modello == "accordo-c":
        yield Scadenza(
            "S-LIC",
            "Finisce il divieto di licenziare per giustificato motivo oggettivo",
            fine_divieto(caso),
            quadro("All. B, schema C"),
        )


def _dalla_domanda(caso: Richiesta, applied: date, *, esame: bool, carta: bool) -> Iterator[Scadenza]:
    """Yield the terms of the procedure, which follows the text in force on the day of the application.

    `esame` says whether there is a joint examination to come, `carta` whether the signature is, or may be, on paper.
    """
    if esame:
        called = caso.figura("giorni_convocazione_esame", applied)
        ended = caso.figura("giorni_esame", applied)
        # before the amendment only the Province had a term, to call the parties
        if ended.noto:
            yield Scadenza(
                "S-ESAME",
                "Si conclude l’esame congiunto presso la Provincia o l’ARIFL",
                _dopo(applied, ended),
                vademecum("2.4.6 e 2.4.7"),
            )
        elif not caso.regionale:
            yield Scadenza(
                "S-ESAME",
                "La Provincia convoca le parti per l’esame congiunto",
                _dopo(applied, called),
                quadro("All. A 2.1.2"),
            )
    if carta:
        yield Scadenza(
            "S-FIRMA",
            "Arriva alla Regione la dichiarazione su carta, se la domanda non ha firma digitale o CRS; altrimenti la"
            " domanda è rigettata",
            _dopo(applied, caso.figura("giorni_dichiarazione_cartacea", applied)),
            vademecum("2.4.4 e 2.4.8"),
        )
    yield Scadenza(
        "S-ISTR",
        "Provincia o ARIFL concludono l’istruttoria",
        _dopo(applied, caso.figura("giorni_istruttoria", applied)),
        vademecum("2.4.6 e 2.4.7"),
    )


def _mobilita(caso: Caso) -> Iterator[Scadenza]:
    """Yield the terms of the workers whose employment ends: one for each different day."""
    opening = caso.figura("inizio_transitorio_mobilita").giorno
    signing = caso.figura("validita_dal").giorno
    days = caso.figura("giorni_domanda_mobilita")
    terms = set()
    for worker in caso.lavoratori:
        ended = worker.get("data_cessazione")
        if ended is None or ended < opening:
            continue
        terms.add(
            _dopo(signing, days) if ended < signing else _dopo(worker.get("fine_indennita_preavviso", ended), days)
        )
    for term in sorted(terms):
        yield Scadenza(
            "S-MOB",
            "Chi ha perso il lavoro chiede all’INPS la mobilità in deroga o l’indennità equivalente",
            term,
            quadro("punti 7 e 8; All. A 6 e 7; All. C 2 e 3"),
        )


def _dopo(start: date, days: Valore) -> date:
    return aggiungi_giorni(start, int(days.decimale))
