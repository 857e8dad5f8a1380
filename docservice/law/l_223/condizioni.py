"""Which rows of the agreement's table of incentives are those of one worker: L223-39 on the letter.

Last day 30/09/2024, a row «uscita entro il 31/08/2024»: not his; one for an unknown group: perhaps.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, Final

from docservice.law.citation import Fonte
from docservice.law.finding import avviso, nota
from docservice.law.italiano import giorno
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.nomi import chiave
from docservice.law.tratti import RECESSO
from docservice.law.voce import Esiti, parole, regola

_ACCORDO: Final = Fonte("Guida agli ammortizzatori sociali del maggio 2024", "licenziamento collettivo, accordo")
_SUOI: Final = ("profilo", "mansione", "qualifica")
"""What the letter tells of the worker that may name a group."""


_TUTTI: Final = "tutti"
_PLURALI: Final = {
    "operai": "operaio",
    "impiegati": "impiegato",
    "quadri": "quadro",
    "dirigenti": "dirigente",
    "apprendisti": "apprendista",
}
"""Groups that are a qualification."""


class Spetta(StrEnum):
    """Whether a row is the worker's."""

    SI = "si"
    NO = "no"
    FORSE = "forse"


def _righe(caso: Documento) -> Sequence[Mapping[str, Any]]:
    told: Sequence[Mapping[str, Any]] = caso.dati.get("condizioni", {}).get("righe", ())
    return told


def _con_righe(caso: Documento) -> bool:
    return bool(_righe(caso))


def spettanze(caso: Documento) -> list[Spetta]:
    """Say of each row whether it is the worker's; of rows with last days of their own, the first that holds is."""
    rows, left = _righe(caso), caso.dati.get("data_cessazione")
    found = [_spetta(row, caso.dati["lavoratore"], left) for row in rows]
    earliest: dict[tuple[Any, ...], date] = {}
    for row, due in zip(rows, found, strict=True):
        if due is not Spetta.NO and left and "uscita_entro" in row:
            earliest[_scala(row)] = min(row["uscita_entro"], earliest.get(_scala(row), date.max))
    return [
        Spetta.NO if "uscita_entro" in row and row["uscita_entro"] > earliest.get(_scala(row), date.max) else due
        for row, due in zip(rows, found, strict=True)
    ]


def _scala(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(row.get(name) for name in ("gruppo", "qualifica", "uscita_dal"))


def _spetta(row: Mapping[str, Any], worker: Mapping[str, Any], left: date | None) -> Spetta:
    grade, first, last = row.get("qualifica"), row.get("uscita_dal"), row.get("uscita_entro")
    if row.get("beneficiario") == "nuovo_datore" or (grade and worker.get("qualifica", grade) != grade):
        return Spetta.NO
    if left and ((first and left < first) or (last and left > last)):
        return Spetta.NO
    group = chiave(row.get("gruppo", ""))
    if _PLURALI.get(group, worker.get("qualifica")) != worker.get("qualifica"):
        return Spetta.NO if "qualifica" in worker else Spetta.FORSE
    if group and group not in (_TUTTI, *_PLURALI, *(chiave(worker.get(name, "")) for name in _SUOI)):
        return Spetta.FORSE
    return Spetta.FORSE if (grade and "qualifica" not in worker) or (not left and (first or last)) else Spetta.SI


@parole("spettanze", _ACCORDO, per=RECESSO, se=_con_righe)
def per_la_persona(caso: Documento) -> dict[str, Any]:
    """Return, row by row, whether it is the worker's."""
    return {"spettanze": [due.value for due in spettanze(caso)]}


def _dell_accordo(caso: Documento) -> Esiti:
    """Look at the agreement whose measures the letter promises."""
    told: date | None = caso.dati["condizioni"].get("accordo_del")
    if caso.conclusione and caso.conclusione["esito"] != "accordo":
        yield avviso(
            "/condizioni",
            "La procedura si è conclusa senza accordo, e la lettera promette ciò che un accordo prevede.",
            "Vanno tolte le condizioni, oppure va corretto l’esito; se vengono da un’intesa a parte, va detto.",
        )
    elif caso.conclusione and told is not None and told != caso.conclusione["data"]:
        yield avviso(
            "/condizioni/accordo_del",
            f"La lettera promette ciò che prevede un accordo del {giorno(told)}: la procedura si è conclusa con quello"
            f" del {giorno(caso.conclusione['data'])}.",
            "Va corretta una delle due date; se è un’intesa a parte, va detto.",
        )
    if caso.dati.get("criterio_applicato", {}).get("via") == "legale":
        yield avviso(
            "/condizioni",
            "La persona è scelta con i criteri di legge: ciò che l’accordo dà a chi non si oppone non le spetta.",
            "Vanno tolte le condizioni, se l’accordo non le dà anche a chi è scelto così.",
        )


@regola("L223-39", _ACCORDO, per=RECESSO, se=lambda caso: "condizioni" in caso.dati)
def le_sue_righe(caso: Documento) -> Esiti:
    """Delle misure dell’accordo la lettera promette quelle della persona: per qualifica e per giorno di uscita."""
    yield from _dell_accordo(caso)
    if not _righe(caso):
        return
    due = spettanze(caso)
    left: date | None = caso.dati.get("data_cessazione")
    for place, one in enumerate(due):
        if one is not Spetta.NO and not {"importo", "mensilita"} & _righe(caso)[place].keys():
            yield avviso(
                f"/condizioni/righe/{place}/importo",
                "La riga non dice quanto spetta.",
                "Va indicato un importo, oppure un numero di mensilità.",
            )
        if one is Spetta.FORSE:
            yield avviso(
                f"/condizioni/righe/{place}",
                "Dai dati non si sa se la riga spetta alla persona: la lettera la dice dell’accordo, non sua.",
                "Va tolta se non spetta; se spetta, vanno indicati qualifica, profilo e ultimo giorno del rapporto.",
            )
    if Spetta.SI not in due and Spetta.FORSE not in due:
        yield avviso(
            "/condizioni/righe",
            "Nessuna riga spetta alla persona"
            + (f", che cessa il {giorno(left)}: " if left else ": ")
            + "la lettera non promette alcun incentivo.",
            "Vanno controllati la qualifica, il giorno di cessazione e le righe dell’accordo.",
        )
    elif Spetta.NO in due:
        yield nota(
            "/condizioni/righe",
            f"La lettera non stampa {due.count(Spetta.NO)} righe su {len(due)}: sono di altre qualifiche, di altri"
            " giorni di uscita, o di chi assume."
            if due.count(Spetta.NO) > 1
            else f"La lettera non stampa una riga su {len(due)}: è di un’altra qualifica, di un altro giorno di uscita,"
            " o di chi assume.",
        )
