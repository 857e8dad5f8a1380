"""The terms of the phases, in the records that the parties sign (L223-13).

Received on 13/05/2024, ten workers: the union phase ends on 27/06; an agreement of 28/06 is told at /data.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.finding import NonVerificabile, avviso, nota, serve
from docservice.law.italiano import giorno
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import legge
from docservice.law.misura import in_date
from docservice.law.tratti import ACCORDO, INCONTRO, MANCATO_ACCORDO
from docservice.law.voce import Esiti, regola

TAVOLO: Final = INCONTRO | ACCORDO | MANCATO_ACCORDO
"""The records of the table."""
_FASI: Final = {"sindacale": "fase sindacale", "amministrativa": "fase amministrativa"}
_MANCA: Final = {
    "sindacale": "giorno in cui sindacati e RSU hanno ricevuto la comunicazione di apertura non indicato",
    "amministrativa": "giorno in cui l’autorità ha ricevuto l’esito della fase sindacale non indicato",
}


def fase(caso: Documento) -> str:
    """Return the phase of a record: the one that it closes, else the one that runs on its day."""
    began = caso.procedura.get("ricevuta_autorita_il")
    runs = "amministrativa" if began is not None and began <= caso.giorno else "sindacale"
    told: str = caso.dati.get("fase", runs)
    return told


@regola("L223-13", legge("art. 4 c. 5-8"), per=TAVOLO)
def nei_termini(caso: Documento) -> Esiti:
    """L’esame si chiede entro sette giorni; ogni fase finisce nel suo termine, o nel giorno che le parti concordano."""
    yield from _spostati(caso)
    yield from _richiesta(caso)
    phase = fase(caso)
    last = serve(caso.termine(phase), _MANCA[phase])
    days = [("/data", caso.giorno, "Il verbale è del")]
    if "rinvio" in caso.dati:
        days.append(("/rinvio/data", caso.dati["rinvio"]["data"], "L’incontro è aggiornato al"))
    agreed = ", il giorno concordato dalle parti" if caso.concordato(phase) else ""
    for path, day, what in days:
        if day > last:
            yield avviso(
                path,
                f"{what} {giorno(day)}: la {_FASI[phase]} finisce il {giorno(last)}{agreed}.",
                "Va corretta la data, oppure va indicato a che giorno le parti hanno spostato il termine.",
                in_date(day, last),
            )


def _spostati(caso: Documento) -> Esiti:
    """Tell the term of the law beside the one that the parties agreed on."""
    for phase, name in _FASI.items():
        agreed, due = caso.concordato(phase), caso.di_legge(phase)
        if agreed is not None and due is not None:
            yield nota(
                "/procedura/proroga_termini",
                f"Il termine della {name} è quello concordato, il {giorno(agreed)}; quello di legge è il"
                f" {giorno(due)}.",
            )


def _richiesta(caso: Documento) -> Esiti:
    asked = caso.procedura.get("richiesta_esame", {})
    day, last = asked.get("data"), _ultimo_per_chiedere(caso)
    if day is None and asked.get("nei_termini") is False:
        yield avviso(
            "/procedura/richiesta_esame/nei_termini",
            "L’esame congiunto non risulta chiesto nei termini.",
            "Va verificato il giorno della richiesta, che le parti possono superare d’accordo.",
        )
    elif day is None:
        yield NonVerificabile("giorno della richiesta di esame non indicato")
    elif last is None:
        yield NonVerificabile(_MANCA["sindacale"])
    elif day > last:
        yield avviso(
            "/procedura/richiesta_esame/data",
            f"L’esame è stato chiesto il {giorno(day)}: il termine è il {giorno(last)}.",
            "Va corretta una delle due date; un esame che le parti fanno lo stesso resta valido, e va detto.",
            in_date(day, last),
        )


def _ultimo_per_chiedere(caso: Documento) -> date | None:
    received, days = caso.procedura.get("ricevuta_il"), caso.figura("giorni_richiesta_esame", caso.apertura)
    return None if received is None or days is None else aggiungi_giorni(received, int(days.decimale))
