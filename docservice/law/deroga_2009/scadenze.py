"""The deadlines that an agreement sets going."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docservice.law.calendar import aggiungi_giorni
from docservice.law.deroga_2009.caso import Caso
from docservice.law.deroga_2009.fonti import quadro, quadro_e_vademecum, vademecum
from docservice.law.figures import Valore
from docservice.law.finding import Scadenza


def scadenze(caso: Caso) -> Iterator[Scadenza]:
    """Yield the deadlines of an agreement; reading: days run as they are, holidays included."""
    received = caso.dati.get("data_ricevimento_comunicazione")
    if received is not None:
        yield Scadenza(
            "S-CONS",
            "Si chiude la consultazione sindacale",
            _dopo(received, caso.figura("giorni_consultazione")),
            quadro("All. A 1.1.2"),
        )
    if caso.periodo:
        yield from _dal_periodo(caso, caso.periodo.dal)
    yield Scadenza(
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
    if caso.mesi > caso.mesi_prima_concessione:
        yield Scadenza(
            "S-RINN",
            "Finisce la prima concessione: per proseguire va presentata una nuova domanda",
            caso.scadenza_prima_concessione,
            quadro_e_vademecum("All. B", "2.3"),
        )


def _dopo(start: date, days: Valore) -> date:
    return aggiungi_giorni(start, int(days.decimale))
