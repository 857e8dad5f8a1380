"""Where the joint examination of a CIGS is held: before the Region, or the Ministry (art. 24 c. 3; CIGS-8).

    dovuta(units in Lombardia and in Piemonte) -> "ministero"

The acts that want the Ministry, and a Region there, ask it by `al_ministero` and `con_la_regione`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from docservice.law.dlgs_148.cigs.causali.atti import atto
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import CESSAZIONE, CRISI_COMPLESSA, NOMI, NORMA_SPECIALE, PROROGA_22BIS
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.finding import Rilievo, avviso, errore, serve
from docservice.law.generale.regioni import chiave
from docservice.law.passaggio import Passaggio
from docservice.law.tratti import CIGS, CONSULTAZIONE, PROGRAMMA
from docservice.law.voce import Esiti, cifra, parole, regola

MINISTERO, REGIONE = "ministero", "regione"
SEDI: Final = {MINISTERO: "il Ministero", REGIONE: "la Regione", "parti": "quella scelta dalle parti"}
AL_MINISTERO: Final = frozenset({CESSAZIONE, CRISI_COMPLESSA, PROROGA_22BIS})
"""The causes whose agreement is the Ministry's wherever the units are; each has a rule that says so."""
_FONTE: Final = decreto("art. 24 c. 3")


def tenuta(caso: Documento) -> tuple[str | None, str]:
    """Return where the meeting is held, and the path of it: of a record, before which authority."""
    if "autorita" in caso.dati:
        return caso.dati["autorita"]["tipo"], "/autorita/tipo"
    return caso.dati.get("sede_incontro", {}).get("tipo"), "/sede_incontro/tipo"


def regioni(caso: Documento) -> list[str] | None:
    """Return the Regions of the units, each once; None where that of some unit is not told. One unit has one."""
    units = caso.datore.get("unita_coinvolte", [])
    told = {chiave(one["regione"]): one["regione"] for one in units if "regione" in one}
    known = all("regione" in one for one in units)
    return [*told.values()] if known or len(told) > 1 or len(units) == 1 else None


def dovuta(caso: Documento) -> str | None:
    """Return the authority of the examination; None where it cannot be said."""
    if caso.causale == NORMA_SPECIALE and "sede" in caso.dati.get("norma", {}):
        told: str = caso.dati["norma"]["sede"]
        return told
    if caso.causale in AL_MINISTERO:
        return MINISTERO
    known = regioni(caso)
    if known is None:
        return None
    return MINISTERO if len(known) > 1 else REGIONE


def al_ministero(caso: Documento, che_cosa: str) -> Iterator[Rilievo]:
    """Yield that what is of the Ministry is held elsewhere, or that nobody says where."""
    held, path = tenuta(caso)
    if held != MINISTERO:
        yield errore(
            path,
            f"{che_cosa} si firma al Ministero del lavoro: "
            + (f"la sede indicata è {SEDI[held]}." if held else "non è detto dove si tiene l’incontro."),
            "L’incontro va tenuto al Ministero, e va indicato come sua sede.",
        )


def con_la_regione(caso: Documento, che_cosa: str, *, dubbio: bool = False) -> Iterator[Rilievo]:
    """Yield that no Region takes part, where one must; a doubt, where sources say it less plainly."""
    if not caso.dati.get("regioni_presenti"):
        yield (avviso if dubbio else errore)(
            "/regioni_presenti",
            f"{che_cosa} partecipa la Regione interessata: non ne è indicata nessuna.",
            "Va indicata la Regione presente.",
        )


def con_il_mimit(caso: Documento, che_cosa: str, *, dubbio: bool = False) -> Iterator[Rilievo]:
    """Yield that the Ministry of enterprises does not take part, where it must."""
    if not caso.dati.get("mimit_presente"):
        yield (avviso if dubbio else errore)(
            "/mimit_presente",
            f"{che_cosa} partecipa il {atto('ministero_imprese', caso.giorno)}, che non risulta presente.",
            "Va indicata la presenza di quel Ministero.",
        )


def _senza_altra_regola(caso: Documento) -> bool:
    return caso.causale not in AL_MINISTERO and caso.causale != NORMA_SPECIALE


@regola("CIGS-8", _FONTE, per=CIGS & PROGRAMMA, se=_senza_altra_regola)
def sede_dell_esame(caso: Documento) -> Esiti:
    """L’esame congiunto è della Regione in cui sono le unità, o del Ministero se sono in più Regioni."""
    due = serve(dovuta(caso), "regione di alcune unità coinvolte non indicata")
    held, path = tenuta(caso)
    if serve(held, "sede dell’incontro non indicata") != due:
        where = "in più Regioni" if due == MINISTERO else "in una Regione sola"
        yield avviso(
            path,
            f"Le unità sono {where}: l’esame congiunto spetta a {_A[due]}, e la sede indicata è {SEDI[held or '']}.",
            "Vanno controllate la sede e le unità coinvolte.",
            valore=held,
            limite=due,
        )


_A: Final = {MINISTERO: "un ufficio del Ministero del lavoro", REGIONE: "un ufficio della Regione"}


def _passi(caso: Documento, _: Mapping[str, Any]) -> Iterator[Passaggio]:
    known = regioni(caso) or []
    if caso.causale == NORMA_SPECIALE and "sede" in caso.dati.get("norma", {}):
        formula = "sede della norma speciale, come è nei dati"
    elif caso.causale in AL_MINISTERO:
        formula = f"causale «{NOMI[caso.causale or '']}»: al Ministero"
    else:
        formula = f"regioni delle unità: {', '.join(known) or 'una'}"
    yield Passaggio("sede_esame", "Autorità dell’esame congiunto", formula)


@cifra("sede_esame", fonte=_FONTE, per=CIGS & (CONSULTAZIONE | PROGRAMMA), passi=_passi)
def sede_esame(caso: Documento) -> str | None:
    """Return the authority before which the examination is held."""
    return dovuta(caso)


@parole("sede_esame", _FONTE, per=CIGS & (CONSULTAZIONE | PROGRAMMA))
def parole_della_sede(caso: Documento) -> dict[str, Any]:
    """Return the authority of the examination, as a text asks for it; empty where it cannot be said."""
    return {"sede_esame": dovuta(caso) or ""}
