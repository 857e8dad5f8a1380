"""What the regime gives besides the outcome of its rules: figures, deadlines, notes, what the text prints.

Each paper has its own module for what only it has; this one asks it.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from docservice.law.dlgs_148.cds import contratto
from docservice.law.dlgs_148.cds.orari import esiti, limite_individuale, limite_medio
from docservice.law.dlgs_148.cigo import procedura as cigo
from docservice.law.dlgs_148.cigo import relazione
from docservice.law.dlgs_148.cigo.consultazione import dovuta
from docservice.law.dlgs_148.generale import termini
from docservice.law.dlgs_148.generale.caso import CDS, COMUNICAZIONE, CONTRATTO, ESAME, RELAZIONE, TABELLA, Caso, guida
from docservice.law.dlgs_148.generale.settimane_periodo import GIORNI_SETTIMANA
from docservice.law.finding import Rilievo, Scadenza, nota, plain
from docservice.law.generale import orari

_PROPRI: Final = {COMUNICAZIONE: cigo, ESAME: cigo, RELAZIONE: relazione, CONTRATTO: contratto}

_DI_QUANTI: Final = {CONTRATTO: "/gruppi"}
"""Where a paper says how many it concerns, if not in `numero_massimo_dipendenti`."""


def calcoli(caso: Caso) -> dict[str, Any]:
    """Return the figures of a document as they travel."""
    found: dict[str, Any] = {}
    if caso.modello in CDS:
        most = limite_individuale(caso)
        found |= orari.calcoli(caso.righe, esiti(caso), limite_medio(caso))
        found |= {} if most is None else {"limite_individuale": plain(most)}
    if caso.modello == TABELLA:
        return found
    if caso.periodo:
        found["giorni"] = str(caso.periodo.giorni)
        found["settimane"] = orari.mostra(Fraction(caso.periodo.giorni, GIORNI_SETTIMANA))
    if caso.modello != CONTRATTO:
        found["evento_non_evitabile"] = caso.eone
    found |= _PROPRI[caso.modello].calcoli(caso)
    return found


def note(caso: Caso) -> list[Rilievo]:
    """Return the notes that belong to no single rule (D148-9); a table has none."""
    if caso.modello in (TABELLA, RELAZIONE):
        return []
    most = caso.figura("politiche_attive_riduzione", caso.dal)
    told = nota(
        "/lavoratori" if caso.con_percorso() else _DI_QUANTI.get(caso.modello, "/numero_massimo_dipendenti"),
        "Ai lavoratori va detto: un altro lavoro si comunica prima all’INPS, e nei giorni lavorati il trattamento non"
        " spetta; l’apprendistato si prolunga delle ore di trattamento."
        + (f" Chi ha l’orario ridotto {most.testo} deve partecipare alle politiche attive." if most else ""),
    )
    return [told.di("D148-9", guida("lavoratori beneficiari"))]


def scadenze(caso: Caso) -> list[Scadenza]:
    """Return the deadlines that a document sets going; a table sets none."""
    if caso.modello == TABELLA:
        return []
    return termini.scadenze(_procedura(caso), note=True)


def _procedura(caso: Caso) -> termini.Procedura:
    dati: Mapping[str, Any] = caso.dati
    contract = caso.modello == CONTRATTO
    return termini.Procedura(
        tipo=termini.CDS if contract else termini.CIGO,
        dipendenti=caso.dipendenti,
        dal=caso.periodo.dal if caso.periodo else None,
        al=caso.periodo.al if caso.periodo else None,
        data=dati.get("data") if contract else None,
        comunicazione=dati.get("comunicazione", {}).get("data"),
        richiesta_esame=dati.get("data_richiesta_esame"),
        chiusura=dati.get("data_chiusura_consultazione"),
        domanda=dati.get("data_domanda"),
        # the guide counts from the start of the suspension: it stands for an event whose day is not told
        evento=caso.evento or caso.dal,
        consultazione=dovuta(caso),
        causale=caso.causale,
        eone=caso.eone,
        ore_ridotte=dati.get("ore_settimanali_ridotte"),
        pagamento_diretto=bool(dati.get("pagamento_diretto_inps")),
    )


def per_il_testo(caso: Caso) -> dict[str, Any]:
    """Return what the text prints that is not in the data."""
    lent: dict[str, Any] = {}
    if caso.modello in CDS:
        most = limite_individuale(caso)
        lent |= orari.per_il_testo(caso.righe, esiti(caso), limite_medio(caso))
        lent |= {} if most is None else {"limite_individuale": Decimal(plain(most))}
    if caso.modello != TABELLA:
        lent |= _PROPRI[caso.modello].per_il_testo(caso)
    return lent
