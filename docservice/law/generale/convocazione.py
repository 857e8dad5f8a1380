"""The call of an authority to a meeting, in every regime: who calls, by when, whom, how.

    CONV-3: a meeting on 13/05/2024 called by a letter of 14/05/2024 is told at /incontro/data

Each regime says which authority and which term are due, and enters the rules under its own sources.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any, Final

from docservice.law.caso import Caso
from docservice.law.citation import Fonte
from docservice.law.finding import Rilievo, Scadenza, avviso, errore
from docservice.law.generale.regioni import AUTORITA, chiave
from docservice.law.italiano import giorno
from docservice.law.misura import in_date
from docservice.law.voce import Esiti

FONTE: Final = Fonte("Modelli di convocazione", "giorno, ora, luogo e destinatari")
CHI: Final = "Convoca l’autorità a cui spetta l’esame."
QUANDO: Final = "L’incontro si tiene entro l’ultimo giorno della procedura."
COME: Final = "L’incontro non precede la lettera, né quello che rinvia, e si sa dove, o a quale indirizzo, si tiene."
A_CHI: Final = "È convocato il datore, o la sua associazione, e almeno un sindacato o la rappresentanza aziendale."
"""The rules, each in a sentence."""
_RINVIO: Final = "rinvio"


def regioni(caso: Caso) -> set[str] | None:
    """Return the Regions of the units, one alone where there is one unit; None where those of several are not told."""
    units = caso.datore.get("unita_coinvolte", [])
    told = {chiave(one["regione"]) for one in units if "regione" in one}
    return told if len(told) > 1 or all("regione" in one for one in units) or len(units) == 1 else None


def chi(caso: Caso, dovute: Collection[str], perche: str) -> Esiti:
    """Yield that another authority calls than one of those due."""
    told = caso.dati["autorita"]["tipo"]
    if told not in dovute:
        yield avviso(
            "/autorita/tipo",
            f"Convoca {AUTORITA[told]}, ma l’esame spetta ad altri ({' o '.join(AUTORITA[one] for one in dovute)}):"
            f" {perche}.",
            "Va corretta l’autorità, oppure i dati da cui dipende.",
            valore=told,
            limite=next(iter(dovute)),
        )


def quando(caso: Caso, ultimo: date, da: str) -> Esiti:
    """Yield that the meeting comes after the last day of the procedure; `da` says from what it is counted."""
    held: date = caso.dati["incontro"]["data"]
    if held > ultimo:
        yield avviso(
            "/incontro/data",
            f"L’incontro è il {giorno(held)}: la procedura si conclude il {giorno(ultimo)}, contando {da}.",
            "Va anticipato l’incontro, oppure va scritto che le parti prorogano il termine.",
            in_date(held, ultimo),
        )


def come(caso: Caso) -> Esiti:
    """Yield what is wrong with the day and the place of the meeting."""
    told: Mapping[str, Any] = caso.dati["incontro"]
    before: date | None = caso.dati.get("incontro_precedente", {}).get("data")
    if told["data"] < caso.giorno:
        yield errore(
            "/incontro/data",
            f"L’incontro è il {giorno(told['data'])}, prima della lettera che lo convoca ({giorno(caso.giorno)}).",
            "Va corretta una delle due date.",
            in_date(told["data"], caso.giorno),
        )
    if before is not None and told["data"] <= before:
        yield errore(
            "/incontro/data",
            f"L’incontro è il {giorno(told['data'])}: non segue quello che rinvia ({giorno(before)}).",
            "Va indicato un giorno dopo quello dell’incontro rinviato.",
            in_date(told["data"], before),
        )
    if caso.dati["oggetto"] == _RINVIO and before is None:
        yield avviso(
            "/incontro_precedente",
            "La lettera rinvia un incontro, e non dice quale.",
            "Va indicato il giorno dell’incontro rinviato.",
        )
    at_distance = told["modalita"] == "telematica"
    if not told.get("collegamento" if at_distance else "luogo", "").strip():
        yield errore(
            "/incontro/collegamento" if at_distance else "/incontro/luogo",
            "Non è detto a quale collegamento ci si incontra." if at_distance else "Non è detto dove ci si incontra.",
            "Va indicato il collegamento." if at_distance else "Va indicato il luogo.",
        )


def a_chi(caso: Caso) -> Esiti:
    """Yield who is not called and should be."""
    called = {one["tipo"] for one in caso.dati["destinatari"]}
    if not called & {"datore", "associazione"}:
        yield _manca("il datore di lavoro, né la sua associazione")
    if not called & {"os", "rsu", "rsa"}:
        yield _manca("una organizzazione sindacale, né la RSU o la RSA")


def _manca(whom: str) -> Rilievo:
    return avviso(
        "/destinatari",
        f"Fra i destinatari non c’è {whom}.",
        "Va aggiunto chi deve partecipare all’incontro.",
    )


def scadenze(caso: Caso, ultimo: date | None, fonte: Fonte) -> Iterator[Scadenza]:
    """Yield the day of the meeting, and the last of the procedure where it is known."""
    yield Scadenza("S-CONV", "Incontro convocato", caso.dati["incontro"]["data"], fonte)
    if ultimo is not None:
        yield Scadenza("S-CONV", "Ultimo giorno della procedura", ultimo, fonte)
