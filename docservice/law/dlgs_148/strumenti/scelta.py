"""Which instruments an employer may ask for, for a cause and on a day, and why not the others.

    a shop of five, market crisis, 2023 -> CIGO "Il settore non ha la CIGO.", FIS "Spetta al datore per la causale …"

Each instrument is a function of the employer and the cause: it returns what stands in the way, None when nothing does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from docservice.law.calculator import Conto, DominioErrato, calcolo, figure_del
from docservice.law.calendar import aggiungi_giorni
from docservice.law.citation import Fonte
from docservice.law.dlgs_148.contributi.ordinario import ordinario
from docservice.law.dlgs_148.generale.causali import (
    ESCLUSE,
    EVENTI_NON_EVITABILI,
    NOMI,
    ORDINARIE,
    SOLIDARIETA,
    STRAORDINARIE,
    STRAORDINARIE_FIS,
)
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.dlgs_148.strumenti import durata
from docservice.law.dlgs_148.strumenti.datore import TUTTI, Datore, datore
from docservice.law.italiano import giorno, in_formula

_S16: Final = "Slide sul D.Lgs. 148/2015 del 2016"
_DEROGA: Final = (*ORDINARIE, "riorganizzazione", "crisi", "crisi_evento_improvviso")


@dataclass(frozen=True, slots=True)
class Strumento:
    """An instrument: its name, what is in its way, how long it lasts, its source."""

    nome: str
    ostacolo: Callable[[Datore, str], str | None]
    durata: Callable[[Datore, str], str]
    fonte: Fonte


def _cigo(chi: Datore, causale: str) -> str | None:
    if not chi.ha_cigo:
        return "il settore non ha la CIGO"
    return None if causale in ORDINARIE else "la causale non è fra quelle ordinarie"


def _cigs(chi: Datore, causale: str) -> str | None:
    lacking = chi.senza_cigs()
    if lacking:
        return lacking
    if causale not in STRAORDINARIE:
        return "la causale non è fra quelle straordinarie"
    return durata.non_prevista(chi, causale)


def _cds(chi: Datore, causale: str) -> str | None:
    return chi.senza_cigs() or (None if causale == SOLIDARIETA else "la causale non è il contratto di solidarietà")


def _fis(chi: Datore, causale: str) -> str | None:
    today = chi.figura("dipendenti_fis_straordinarie")
    start = chi.figura("dipendenti_fis")
    if chi.ha_cigo:
        return "il settore ha la CIGO"
    if chi.nel_fondo or (chi.fondo and not today.noto):
        return "il settore ha un fondo bilaterale"
    if not start.noto:
        return f"il FIS è operativo dal {giorno(aggiungi_giorni(start.al or start.dal, 1))}"
    return _fis_di_oggi(chi, causale, today.decimale) if today.noto else _fis_di_prima(chi, causale, start.decimale)


def _fis_di_prima(chi: Datore, causale: str, least: Decimal) -> str | None:
    """Say what is in the way of the FIS while it covers those without the CIGS, over a size."""
    if chi.ha_cigs():
        return "il datore ha la CIGS"
    if causale == SOLIDARIETA:
        least = chi.figura("dipendenti_fis_solidarieta").decimale
    if chi.dipendenti <= least:
        what = "l’assegno di solidarietà" if causale == SOLIDARIETA else "l’assegno ordinario"
        return f"i dipendenti in media non sono più di {least}: {what} non spetta"
    covered = {*ORDINARIE, *STRAORDINARIE_FIS} - {"meteo"}
    return None if causale in covered else "la causale non è fra quelle del FIS"


def _fis_di_oggi(chi: Datore, causale: str, most: Decimal) -> str | None:
    """Say what is in the way of the FIS since it covers every employer."""
    if chi.dipendenti < 1:
        return "i dipendenti in media sono meno di uno"
    if causale in ORDINARIE:
        return None
    if causale not in STRAORDINARIE_FIS:
        return "la causale non è fra quelle del FIS"
    if chi.dipendenti > most or chi.senza_dimensione:
        return "per le causali straordinarie il datore ha la CIGS"
    return None


def _fondo(chi: Datore, causale: str) -> str | None:
    if not chi.fondo:
        return "non è indicato un fondo bilaterale"
    if not chi.nel_fondo:
        return f"il fondo opera oltre {chi.dimensione_fondo} dipendenti"
    return "la causale non dà trattamenti" if causale in ESCLUSE else None


def _tipo_b(chi: Datore, causale: str) -> str | None:
    known = chi.figura("solidarieta_tipo_b")
    if not known.noto:
        return f"i contratti di solidarietà di tipo B non sono più ammessi dal {giorno(known.dal)}"
    if causale != SOLIDARIETA:
        return "la causale non è il contratto di solidarietà"
    return None if chi.esauriti or not _ha_altro(chi) else "il datore ha altri strumenti"


def _in_deroga(chi: Datore, causale: str) -> str | None:
    known = chi.figura("giorni_cigd")
    if known.stato == "cessato":
        return f"la CIG in deroga non è più ammessa dal {giorno(known.dal)}"
    if causale not in _DEROGA:
        return "la causale non è fra quelle della CIG in deroga"
    return None if chi.esauriti or not _ha_altro(chi) else "il datore ha altri strumenti"


def _ha_altro(chi: Datore) -> bool:
    # the FIS is not among them: in 2016 who had it could choose
    return chi.ha_cigo or chi.ha_cigs() or chi.nel_fondo


STRUMENTI: Final = (
    Strumento("CIGO", _cigo, durata.cigo, decreto("artt. 10 e 11")),
    Strumento("CIGS", _cigs, durata.cigs, decreto("artt. 20 e 21")),
    Strumento("CDS", _cds, durata.cds, decreto("art. 21 c. 1 lett. c e c. 5")),
    Strumento("FIS", _fis, durata.fis, decreto("artt. 29 e 30")),
    Strumento("FONDO", _fondo, durata.fondo, decreto("artt. 26 e 27")),
    Strumento("CDS_B", _tipo_b, durata.tipo_b, Fonte("L. 19 luglio 1993, n. 236", "art. 5 c. 5 e 8")),
    Strumento("CIGD", _in_deroga, durata.in_deroga, Fonte(_S16, "cassa integrazione in deroga")),
)


@calcolo("strumento", titolo="Quali strumenti il datore può chiedere")
def conto(dati: Mapping[str, Any]) -> Conto:
    """Gli strumenti che il datore può chiedere quel giorno per quella causale, e perché gli altri no.

    `data` date, `settore` and `causale` str, `dipendenti_medi` Decimal; optional `eone`, `committente_cigo`,
    `committente_cigs`, `strumenti_esauriti` bool, `fondo_bilaterale` str.
    """
    chi, causale = datore(dati), dati["causale"]
    if dati.get("eone") and causale not in EVENTI_NON_EVITABILI:
        why = f"La causale «{NOMI[causale]}» non è un evento non evitabile: va corretta, o va tolta l’indicazione."
        raise DominioErrato([("/eone", why)])
    svolto = Conto()
    with figure_del("/data", "Va indicata una data in cui il decreto è in vigore."):
        told = [_detto(one, chi, causale) for one in STRUMENTI]
    open_to = [one for one in told if one["ammesso"]]
    for one in told:
        outcome = "ammesso" if one["ammesso"] else "non ammesso"
        svolto.passo(one["strumento"], one["motivo"], outcome)
    for own in STRUMENTI:
        if any(one["strumento"] == own.nome for one in open_to):
            svolto.cita(own.fonte, *ordinario(own.nome, chi))
    if not open_to:
        why = "La causale non dà diritto a trattamenti." if causale in ESCLUSE else "Nessuno strumento spetta."
        told.append({"strumento": "NESSUNO", "ammesso": True, "motivo": why, "fonte": decreto("artt. 10-30").as_dict()})
        svolto.cita(decreto("artt. 10-30"))
    svolto.risultati["strumenti"] = told
    _annota(svolto, dati, chi, {one["strumento"] for one in open_to})
    return svolto


def _detto(one: Strumento, chi: Datore, causale: str) -> dict[str, Any]:
    obstacle = one.ostacolo(chi, causale)
    told: dict[str, Any] = {"strumento": one.nome, "ammesso": obstacle is None}
    if obstacle is not None:
        return {**told, "motivo": _frase(obstacle), "fonte": one.fonte.as_dict()}
    told |= {
        "motivo": _frase(f"spetta al datore per la causale «{NOMI[causale]}»"),
        "durata_massima": one.durata(chi, causale),
    }
    rates = ordinario(one.nome, chi)
    if rates:
        told["aliquota_ordinaria"] = str(sum((rate.decimale for rate in rates), Decimal(0)))
    return {**told, "fonte": one.fonte.as_dict()}


def _annota(svolto: Conto, dati: Mapping[str, Any], chi: Datore, open_to: set[str]) -> None:
    days = chi.figura("anzianita_giorni").decimale
    if dati.get("eone"):
        svolto.note.append(
            "Per gli eventi oggettivamente non evitabili non è richiesta un’anzianità e non è dovuto il contributo"
            " addizionale; la procedura di consultazione resta dovuta."
        )
    elif open_to & {"CIGO", "CIGS", "CDS", "FIS"}:
        svolto.note.append(f"Ai lavoratori serve un’anzianità di effettivo lavoro nell’unità di {days} giorni.")
    if "FIS" in open_to and open_to & {"CIGD", "CDS_B"}:
        svolto.note.append(f"Il datore del FIS può scegliere uno degli strumenti ammessi ({_S16}).")
    if "FIS" in open_to:
        part = chi.figura("parte_datore_fis")
        svolto.note.append(f"Il contributo ordinario del FIS è a carico del datore per {part.testo}.")
    asked = TUTTI not in chi.figura("settori_cigs").elenco
    canteen = asked and chi.settore == "mensa_ristorazione"
    if canteen and chi.committente_cigo and not chi.committente_cigs and "CIGS" in open_to:
        svolto.note.append(
            f"Per la mensa basta il ricorso del committente alla CIGO; nel riepilogo, {_S16} chiede la CIGS."
        )
    if chi.fondo and not chi.nel_fondo and "FIS" in open_to:
        svolto.note.append("Il FIS copre i datori sotto la dimensione del fondo, finché il fondo non si adegua.")
    if chi.fondo and chi.dimensione_fondo is None:
        svolto.note.append("La dimensione da cui opera il fondo indicato non è nota: si considera operante.")
    reduced = chi.figura("ordinario_fis_fino_a_5_ridotto")
    if "FIS" in open_to and reduced.noto and chi.dipendenti <= chi.figura("dipendenti_fis_piccoli").decimale:
        svolto.note.append(
            f"Senza domande al FIS da 24 mesi l’aliquota ordinaria è {in_formula(reduced.decimale)}%"
            " (circolare INPS n. 5/2025)."
        )


def _frase(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."
