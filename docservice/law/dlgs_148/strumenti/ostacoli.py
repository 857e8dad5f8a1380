"""What stands in the way of each instrument, for an employer and a cause; nothing, where it may be asked for.

    a shop of five, market crisis, 2023 -> CIGO: Ostacolo("il settore non ha la CIGO"), FIS: None

An obstacle that is certain is told before one that is not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.citation import Fonte
from docservice.law.dlgs_148.generale.causali import (
    CESSAZIONE,
    CIGD,
    CRISI,
    ESCLUSE,
    NORMA_SPECIALE,
    ORDINARIE,
    SOLIDARIETA,
    STRAORDINARIE,
    STRAORDINARIE_FIS,
)
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.dlgs_148.strumenti import durata
from docservice.law.dlgs_148.strumenti.datore import Datore
from docservice.law.dlgs_148.strumenti.ostacolo import FONDO, MEDIA, SETTORE, Ostacolo
from docservice.law.italiano import giorno

S16: Final = "Slide sul D.Lgs. 148/2015 del 2016"
MENSA_IN_CIGO: Final = f"Per la mensa basta il ricorso del committente alla CIGO; nel riepilogo, {S16} chiede la CIGS."
_DEROGA: Final = (*ORDINARIE, *CIGD, *CRISI)
_SENZA_NORME: Final = frozenset({"CDS_B", "CIGD"})


@dataclass(frozen=True, slots=True)
class Strumento:
    """An instrument: its name, what is in its way for a cause, how long it lasts, its source."""

    nome: str
    per_causale: Callable[[Datore, str], Ostacolo | None]
    durata: Callable[[Datore, str], str]
    fonte: Fonte

    def ostacolo(self, chi: Datore, causale: str, norma: Mapping[str, Any]) -> Ostacolo | None:
        """Return what is in its way, None when nothing is; `norma` is the act of a special law, which may say more."""
        return _di_norma(self, chi, norma) if causale == NORMA_SPECIALE else self.per_causale(chi, causale)


def _cigo(chi: Datore, causale: str) -> Ostacolo | None:
    lacking = chi.senza_cigo()
    if lacking and not lacking.incerto:
        return lacking
    return lacking if causale in ORDINARIE else Ostacolo("la causale non è fra quelle ordinarie")


def _cigs(chi: Datore, causale: str) -> Ostacolo | None:
    lacking = chi.senza_cigs()
    if lacking and causale == CESSAZIONE and lacking.campo == MEDIA:
        return _cessazione(chi, lacking)
    if lacking and not lacking.incerto:
        return lacking
    if causale not in STRAORDINARIE:
        return Ostacolo("la causale non è fra quelle straordinarie")
    missing = durata.non_prevista(chi, causale)
    return Ostacolo(missing) if missing else lacking


def _cessazione(chi: Datore, lacking: Ostacolo) -> Ostacolo:
    """Return what is in the way of the few employees of a firm that closes: perhaps nothing, where it is not known."""
    size = chi.figura("dipendenti_cigs_cessazione")
    larger = replace(chi, media=(lacking.limite or 0) + Decimal(1)).senza_cigs()
    if size.stato != "non_noto" or (larger and not larger.incerto):
        return lacking
    why = f"{lacking.motivo}; dal {giorno(size.dal)} la cessazione potrebbe bastare (una sola fonte)"
    return Ostacolo(why, lacking.campo, lacking.limite, incerto=True)


def _cds(chi: Datore, causale: str) -> Ostacolo | None:
    lacking = chi.senza_cigs()
    if lacking and not lacking.incerto:
        return lacking
    return lacking if causale == SOLIDARIETA else Ostacolo("la causale non è il contratto di solidarietà")


def _fis(chi: Datore, causale: str) -> Ostacolo | None:
    lacking = fis_datore(chi, causale)
    if lacking and not lacking.incerto:
        return lacking
    return fis_causale(chi, causale) or lacking


def fis_datore(chi: Datore, causale: str) -> Ostacolo | None:
    """Return why an employer is not of the FIS, None where it is; its size may be asked for by the cause."""
    today = chi.figura("dipendenti_fis_straordinarie")
    start = chi.figura("dipendenti_fis")
    if chi.ha_cigo:
        return Ostacolo("il settore ha la CIGO", SETTORE)
    if not chi.fondo_presunto and (chi.nel_fondo or (chi.ha_fondo and not today.noto)):
        return Ostacolo("il settore ha un fondo bilaterale", FONDO)
    if not start.noto:
        return Ostacolo(f"il FIS è operativo dal {giorno(aggiungi_giorni(start.al or start.dal, 1))}")
    lacking = _fuori_dimensione(chi, causale, None if today.noto else start.decimale)
    if lacking is None and chi.fondo_presunto:
        return Ostacolo("l’artigianato ha di regola il fondo FSBA, che esclude il FIS", FONDO, incerto=True)
    return lacking


def _fuori_dimensione(chi: Datore, causale: str, least: Decimal | None) -> Ostacolo | None:
    """Return why the employer's size is not of the FIS: any will do since none is asked for (`least` None)."""
    if least is None:
        few = chi.dipendenti < 1
        return Ostacolo("i dipendenti in media sono meno di uno", MEDIA, Decimal(1)) if few else None
    if chi.ha_cigs():
        return Ostacolo("il datore ha la CIGS", MEDIA)
    if causale == SOLIDARIETA:
        least = chi.figura("dipendenti_fis_solidarieta").decimale
    if chi.dipendenti > least:
        return None
    what = "l’assegno di solidarietà" if causale == SOLIDARIETA else "l’assegno ordinario"
    return Ostacolo(f"i dipendenti in media non sono più di {least}: {what} non spetta", MEDIA, least)


def fis_causale(chi: Datore, causale: str) -> Ostacolo | None:
    """Return why a cause gives an employer nothing of the FIS, None where it does."""
    most = chi.figura("dipendenti_fis_straordinarie")
    covered = {*ORDINARIE, *STRAORDINARIE_FIS} - (set() if most.noto else {"meteo", "transizione"})
    if causale not in covered:
        return Ostacolo("la causale non è fra quelle del FIS")
    if most.noto and causale in STRAORDINARIE_FIS and (chi.dipendenti > most.decimale or chi.senza_dimensione):
        limit = None if chi.senza_dimensione else most.decimale
        return Ostacolo("per le causali straordinarie il datore ha la CIGS", MEDIA, limit)
    return None


def _fondo(chi: Datore, causale: str) -> Ostacolo | None:
    return fondo_datore(chi) or fondo_causale(causale)


def fondo_causale(causale: str) -> Ostacolo | None:
    """Return why a cause gives nothing of a bilateral fund, which covers the same as CIGO, CIGS and FIS."""
    if causale in ESCLUSE:
        return Ostacolo("la causale non dà trattamenti")
    covered = causale in ORDINARIE or causale in STRAORDINARIE_FIS
    return None if covered else Ostacolo("la causale non è fra quelle dei fondi bilaterali")


def fondo_datore(chi: Datore) -> Ostacolo | None:
    """Return why no fund works for an employer, None where one does."""
    if not chi.fondo and not chi.fondo_presunto:
        return Ostacolo("non è indicato un fondo bilaterale", FONDO)
    size = chi.soglia_fondo
    if size is not None and not chi.ha_fondo:
        return Ostacolo(f"il fondo opera dal {giorno(aggiungi_giorni(size.al or size.dal, 1))}", FONDO)
    if size is not None and not chi.nel_fondo:
        least = size.decimale
        why = f"il fondo opera oltre {least} dipendenti" if least else "il fondo opera da un dipendente"
        return Ostacolo(why, MEDIA, least)
    return None


def _tipo_b(chi: Datore, causale: str) -> Ostacolo | None:
    known = chi.figura("solidarieta_tipo_b")
    if not known.noto:
        return Ostacolo(f"i contratti di solidarietà di tipo B non sono più ammessi dal {giorno(known.dal)}")
    if causale != SOLIDARIETA:
        return Ostacolo("la causale non è il contratto di solidarietà")
    return None if chi.esauriti or not _ha_altro(chi) else Ostacolo("il datore ha altri strumenti")


def _in_deroga(chi: Datore, causale: str) -> Ostacolo | None:
    known = chi.figura("giorni_cigd")
    if known.stato == "cessato":
        return Ostacolo(f"la CIG in deroga non è più ammessa dal {giorno(known.dal)}")
    if causale not in _DEROGA:
        return Ostacolo("la causale non è fra quelle della CIG in deroga")
    return None if chi.esauriti or not _ha_altro(chi) else Ostacolo("il datore ha altri strumenti")


def _ha_altro(chi: Datore) -> bool:
    # not the FIS: in 2016 who had it could choose; nor a fund that is not told
    return chi.ha_cigo or chi.ha_cigs() or (chi.nel_fondo and not chi.fondo_presunto)


def _di_norma(one: Strumento, chi: Datore, norma: Mapping[str, Any]) -> Ostacolo | None:
    """Return what is in the way of an instrument that a special law gives: only that law says to whom."""
    if one.nome in _SENZA_NORME:
        return Ostacolo("la causale non è fra quelle dello strumento")
    if not norma.get("dal", chi.giorno) <= chi.giorno <= norma.get("al", chi.giorno):
        return Ostacolo("la norma speciale indicata non vale quel giorno")
    if one.nome == "FONDO" and not chi.ha_fondo:
        return fondo_datore(chi)
    return Ostacolo("lo dice la norma speciale, che qui non è letta", incerto=True)


STRUMENTI: Final = (
    Strumento("CIGO", _cigo, durata.cigo, decreto("artt. 10 e 11")),
    Strumento("CIGS", _cigs, durata.cigs, decreto("artt. 20 e 21")),
    Strumento("CDS", _cds, durata.cds, decreto("art. 21 c. 1 lett. c e c. 5")),
    Strumento("FIS", _fis, durata.fis, decreto("artt. 29 e 30")),
    Strumento("FONDO", _fondo, durata.fondo, decreto("artt. 26 e 27")),
    Strumento("CDS_B", _tipo_b, durata.tipo_b, Fonte("L. 19 luglio 1993, n. 236", "art. 5 c. 5 e 8")),
    Strumento("CIGD", _in_deroga, durata.in_deroga, Fonte(S16, "cassa integrazione in deroga")),
)


def frase(text: str) -> str:
    """Return a reason as a sentence."""
    return f"{text[0].upper()}{text[1:]}."
