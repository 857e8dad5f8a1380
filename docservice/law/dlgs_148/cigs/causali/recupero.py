"""What a reorganisation must show: the workers recovered, the investments, the measures of a transition.

27 of 40 workers recovered: CIGS-3 says at /programma/recupero that the least is 70%.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from docservice.law.citation import Fonte
from docservice.law.dlgs_148.cigs.causali.parti import manca, mancano, vuoto
from docservice.law.dlgs_148.cigs.causali.tetto import prima_della_legge
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import NOMI, RIORGANIZZAZIONE, TRANSIZIONE
from docservice.law.finding import Rilievo, avviso, errore, nota
from docservice.law.italiano import arrotonda, con_punto, importo, percento
from docservice.law.misura import Misura, in_percento, in_persone
from docservice.law.passaggio import Passaggio
from docservice.law.tratti import CIGS, COMUNICAZIONE, PROGRAMMA
from docservice.law.voce import Esiti, cifra, regola

_CRITERI: Final = "D.M. 13 gennaio 2016, n. 94033"
_MODI: Final = ("rientro", "altre_unita", "gestione_non_traumatica")
_TRANSIZIONE: Final = {
    "ambito": "in quale ambito è la transizione",
    "misure": "con quali misure si realizza la transizione",
}


def _programma(caso: Documento) -> Mapping[str, Any]:
    told: Mapping[str, Any] = caso.dati.get("programma", {})
    return told


def recuperati(caso: Documento) -> tuple[int, int] | None:
    """Return how many workers are recovered and how many are concerned; None where it is not told."""
    told = _programma(caso).get("recupero", {})
    if not told.get("coinvolti") or not any(name in told for name in _MODI):
        return None
    return sum(told.get(name, 0) for name in _MODI), told["coinvolti"]


@regola(
    "CIGS-3",
    Fonte(_CRITERI, "art. 1 c. 1"),
    per=CIGS & PROGRAMMA,
    se=lambda caso: caso.causale == RIORGANIZZAZIONE,
)
def recupero_e_investimenti(caso: Documento) -> Esiti:
    """La riorganizzazione recupera i lavoratori che deve, e investe più dei due anni prima, dicendo con che mezzi."""
    yield from _recupero(caso)
    told: Mapping[str, Any] = _programma(caso).get("investimenti", {})
    now, before = told.get("media_annua"), told.get("media_biennio_precedente")
    if now is None:
        yield from manca(caso, "/programma/investimenti/media_annua", "quanto si investe in media ogni anno")
    if before is None:
        what = "quanto si è investito in media nei due anni prima"
        yield from manca(caso, "/programma/investimenti/media_biennio_precedente", what)
    if now is not None and before is not None and now <= before:
        yield errore(
            "/programma/investimenti/media_annua",
            f"Gli investimenti sono in media {importo(now)} euro l’anno: devono essere più di quelli dei due anni"
            f" prima, {importo(before)} euro.",
            "Vanno corretti gli importi, oppure va rivisto il programma.",
            Misura(con_punto(now), con_punto(before), "euro"),
        )
    if vuoto(told.get("copertura")):
        what = "con quali mezzi si coprono gli investimenti"
        yield from manca(caso, "/programma/investimenti/copertura", what, dubbio=True)


def _recupero(caso: Documento) -> Esiti:
    found = recuperati(caso)
    if found is None:
        what = "quanti dei lavoratori coinvolti si recuperano, e come"
        yield from manca(caso, "/programma/recupero", what)
        return
    (kept, concerned), least = found, caso.serve_figura("quota_recupero")
    yield from _oltre_i_coinvolti(kept, concerned)
    if kept < least.decimale * concerned:
        share = Fraction(kept, concerned) * 100
        yield errore(
            "/programma/recupero",
            f"I lavoratori recuperati sono {kept} di {concerned}, il {_per_difetto(share)}: ne serve almeno il"
            f" {percento(least.decimale * 100)}.",
            "Va rivisto il programma, oppure vanno corretti i numeri.",
            in_percento(share, least.decimale * 100),
            fonte=least.fonte,
        )


def _oltre_i_coinvolti(kept: int, concerned: int) -> Iterator[Rilievo]:
    if kept > concerned:
        yield avviso(
            "/programma/recupero",
            f"I lavoratori recuperati sono {kept}, più dei {concerned} coinvolti.",
            "Va corretto uno dei numeri.",
            in_persone(kept, concerned),
        )


def _per_difetto(share: Fraction) -> str:
    """Write a share that is under its limit, so that it never reads as the limit."""
    return percento(Decimal(int(share * 100)) / 100)


def _in_transizione(caso: Documento) -> bool:
    return caso.causale == TRANSIZIONE


@regola(
    "CIGS-11",
    Fonte(_CRITERI, "art. 1, come modificato dal D.M. 25 febbraio 2022, n. 33"),
    per=CIGS & (COMUNICAZIONE | PROGRAMMA),
    se=_in_transizione,
)
def transizione(caso: Documento) -> Esiti:
    """Un processo di transizione ha ambito, misure e investimenti, e dice come i lavoratori si recuperano."""
    yield from prima_della_legge(caso, "durata_transizione", f"la causale «{NOMI[TRANSIZIONE]}» c’è", "/causale/tipo")
    # a notice comes before the programme is examined
    if caso.di(COMUNICAZIONE):
        return
    yield from mancano(caso, "transizione", _TRANSIZIONE)
    told: Mapping[str, Any] = caso.dati.get("transizione", {})
    if vuoto(told.get("investimenti")) and vuoto(_programma(caso).get("investimenti", {}).get("voci")):
        yield from manca(caso, "/transizione/investimenti", "quali investimenti realizzano la transizione")
    found = recuperati(caso)
    if (
        vuoto(told.get("formazione_per_recupero"))
        and found is None
        and vuoto(_programma(caso).get("recupero_modalita"))
    ):
        yield from manca(caso, "/transizione/formazione_per_recupero", "come si recuperano i lavoratori coinvolti")
    if found:
        yield from _oltre_i_coinvolti(*found)
    least = caso.figura("quota_recupero", caso.dal)
    if found and least and found[0] < least.decimale * found[1]:
        yield nota(
            "/programma/recupero",
            f"I lavoratori recuperati sono {found[0]} di {found[1]}: la guida del 2024 chiede anche ai processi di"
            f" transizione almeno il {percento(least.decimale * 100)}, qui non verificato (lettura del servizio).",
        )


def _passi(caso: Documento, _: Mapping[str, Any]) -> Iterator[Passaggio]:
    told, found = _programma(caso).get("recupero", {}), recuperati(caso)
    if found:
        added = " + ".join(str(told.get(name, 0)) for name in _MODI)
        yield Passaggio("quota_recupero", "Lavoratori recuperati, in percento", f"({added}) / {found[1]} × 100")


@cifra("quota_recupero", fonte=Fonte(_CRITERI, "art. 1 c. 1 lett. f"), per=CIGS & PROGRAMMA, passi=_passi)
def quota_recupero(caso: Documento) -> str | None:
    """Return the share of the workers concerned that is recovered, in points."""
    found = recuperati(caso)
    return None if found is None else con_punto(arrotonda(Fraction(*found) * 100))
