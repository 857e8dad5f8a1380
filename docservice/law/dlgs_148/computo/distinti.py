"""The rule on two treatments at once in one unit (`insieme`): they are of different workers (CIGS-17).

A CIGO of June and July within a solidarity contract of the year: CIGS-17 asks that no worker be in both lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docservice.law.citation import Fonte
from docservice.law.dlgs_148.computo.insieme import ORDINARI, STRAORDINARI, affiancati
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.strumenti import documenti
from docservice.law.finding import avviso, errore
from docservice.law.tratti import ACCORDO, CONSULTAZIONE, ESAME
from docservice.law.voce import Esiti, regola


def codici(riga: Mapping[str, Any]) -> frozenset[str] | None:
    """Return the codes of those who had a treatment, if it lists them."""
    return frozenset(riga["codici_fiscali"]) if riga.get("codici_fiscali") else None


def codici_richiesti(caso: Documento) -> frozenset[str] | None:
    """Return the codes of those for whom the treatment is asked, if they are listed."""
    return frozenset(worker["codice_fiscale"] for worker in caso.lavoratori) or None


def accanto_al_richiesto(caso: Documento) -> list[int]:
    """Return the places of the earlier periods that may run beside the one asked for, and share days with it."""
    listed, beside = caso.dati.get("periodi_precedenti", []), STRAORDINARI if caso.di(documenti.ORDINARI) else ORDINARI
    asked = caso.periodo
    return [
        place
        for place, period in caso.precedenti.items()
        if asked and listed[place]["tipo"] in beside and period.tocca(asked)
    ]


def _coppie(caso: Documento) -> list[tuple[int, int]]:
    return list(affiancati(caso.dati.get("periodi_precedenti", []), caso.precedenti))


def _insieme(caso: Documento) -> bool:
    return bool(accanto_al_richiesto(caso) or _coppie(caso))


@regola(
    "CIGS-17",
    Fonte("D.M. 13 gennaio 2016, n. 94033", "cumulo di trattamenti; circolare INPS n. 109/2022"),
    per=CONSULTAZIONE | ACCORDO,
    se=_insieme,
)
def lavoratori_diversi(caso: Documento) -> Esiti:
    """Due trattamenti insieme nell’unità sono di lavoratori diversi, per elenchi nominativi, dall’inizio alla fine."""
    listed, own = caso.dati["periodi_precedenti"], codici_richiesti(caso)
    # a notice lists nobody
    path = "/lavoratori" if caso.di(ESAME | ACCORDO) else None
    for place in accanto_al_richiesto(caso):
        yield from _confronta(place, codici(listed[place]), own, "quello richiesto", path)
    for one, other in _coppie(caso):
        if not (listed[one].get("lavoratori_distinti") or listed[other].get("lavoratori_distinti")) or (
            codici(listed[one]) and codici(listed[other])
        ):
            path = f"/periodi_precedenti/{other}/codici_fiscali"
            yield from _confronta(one, codici(listed[one]), codici(listed[other]), f"il n. {other + 1}", path)


def _confronta(
    place: int, past: frozenset[str] | None, others: frozenset[str] | None, with_: str, path: str | None
) -> Esiti:
    where = f"/periodi_precedenti/{place}/codici_fiscali"
    if past is None or others is None:
        yield avviso(
            where if past is None or path is None else path,
            f"Il periodo precedente n. {place + 1} e {with_} hanno giorni in comune, e manca un elenco dei lavoratori:"
            " non si vede se sono diversi.",
            "I lavoratori dell’uno e dell’altro trattamento devono essere diversi, dall’inizio alla fine: vanno"
            " indicati, o va verificato a mano.",
        )
    elif past & others:
        same = len(past & others)
        yield errore(
            where,
            f"Il periodo precedente n. {place + 1} e {with_} hanno giorni in comune, e"
            f" {'un lavoratore è' if same == 1 else f'{same} lavoratori sono'} in tutti e due gli elenchi.",
            "Ciascun lavoratore può avere uno solo dei due trattamenti: vanno corretti gli elenchi, o le date.",
        )
