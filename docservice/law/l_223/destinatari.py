"""To whom the notices of the procedure go: L223-12, L223-26, and the authority that is competent.

    units in Bergamo and Torino, a copy to the Region alone -> L223-12: the Ministry is missing

The Region is that of the units; with units in several Regions it is the Ministry. Where a Region has delegated it, the
Province is among those addressed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from docservice.law.finding import NonVerificabile, avviso, errore
from docservice.law.generale.regioni import regione_di
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import legge
from docservice.law.passaggio import Passaggio
from docservice.law.tratti import APERTURA, ESITO, FINALE
from docservice.law.voce import Esiti, cifra, regola

_AUTORITA: Final = {
    "regione": "la Regione",
    "provincia": "la Provincia",
    "ministero": "il Ministero del lavoro",
}


def tipi(caso: Documento) -> set[str]:
    """Return the kinds of those addressed."""
    return {one["tipo"] for one in caso.dati["destinatari"]}


def regioni(caso: Documento) -> list[str] | None:
    """Return the Regions of the units, in their order; None where that of some is not known, and the others are one."""
    found = [regione_di(one["provincia"]) for one in caso.dati.get("unita", [])]
    known = list(dict.fromkeys(one for one in found if one))
    return known if known and (len(known) > 1 or None not in found) else None


def autorita(caso: Documento) -> str | None:
    """Return the competent authority; None where the Regions of the units are not known."""
    known = regioni(caso)
    if known is None:
        return None
    if len(known) > 1:
        return "ministero"
    return "provincia" if "provincia" in tipi(caso) and "regione" not in tipi(caso) else "regione"


def _passi(caso: Documento, cifre: Mapping[str, Any]) -> Iterator[Passaggio]:
    where = ", ".join(dict.fromkeys(one["provincia"] for one in caso.dati["unita"]))
    yield Passaggio("regioni", "Regioni delle unità", f"province {where}")
    yield Passaggio(
        "autorita", "Autorità competente", "più regioni" if len(cifre["regioni"]) > 1 else "una sola regione"
    )


@cifra("autorita", "regioni", fonte=legge("art. 4 c. 4 e 15"), per=APERTURA, passi=_passi)
def competenza(caso: Documento) -> dict[str, Any]:
    """Return the authority, and the Regions of the units, where they are known."""
    known, who = regioni(caso), autorita(caso)
    return {} if known is None or who is None else {"autorita": who, "regioni": known}


def _manca(che: str, rimedio: str) -> Any:
    return errore("/destinatari", f"Fra i destinatari manca {che}.", rimedio)


@regola("L223-12", legge("art. 4 c. 2, 4 e 15"), per=APERTURA)
def dell_apertura(caso: Documento) -> Esiti:
    """L’apertura va a RSA o RSU, se ci sono, alle associazioni di categoria e in copia all’autorità competente."""
    told = tipi(caso)
    if caso.dati["rappresentanza_presente"] and "rsa_rsu" not in told:
        yield _manca("la RSA, o la RSU, che in azienda è costituita", "Va aggiunta, e le va mandata la comunicazione.")
    if "sindacato" not in told:
        whose = (
            "un’associazione sindacale di categoria"
            if caso.dati["rappresentanza_presente"]
            else "un’associazione di categoria aderente alle confederazioni maggiormente rappresentative"
        )
        yield _manca(whose, "Vanno aggiunte le associazioni di categoria.")
    who = autorita(caso)
    if who is None:
        if not told & _AUTORITA.keys():
            yield _manca("l’autorità competente (Regione, Provincia delegata o Ministero)", "Va aggiunta.")
        else:
            yield NonVerificabile("regione di un’unità non nota: non si sa quale autorità è competente")
    elif who not in told:
        why = "le unità sono in più regioni" if who == "ministero" else "le unità sono in una sola regione"
        yield _manca(f"l’autorità competente, {_AUTORITA[who]}: {why}", "Le va mandata copia della comunicazione.")


@regola("L223-12", legge("art. 4 c. 9"), per=FINALE)
def della_finale(caso: Documento) -> Esiti:
    """La comunicazione finale va all’autorità, alle associazioni di categoria, alla commissione regionale dove c’è."""
    told = tipi(caso)
    if not told & _AUTORITA.keys():
        yield _manca("l’autorità (Regione, Provincia delegata o Ministero)", "Va aggiunta.")
    if "sindacato" not in told:
        yield _manca("l’associazione sindacale di categoria", "Vanno aggiunte le associazioni dell’apertura.")
    if "commissione_regionale" not in told:
        yield avviso(
            "/destinatari",
            "Fra i destinatari non c’è la commissione regionale per il lavoro; molte Regioni non l’hanno.",
            "Va aggiunta, se nella Regione c’è.",
        )


@regola("L223-26", legge("art. 4 c. 6"), per=ESITO)
def dell_esito(caso: Documento) -> Esiti:
    """L’esito si comunica all’autorità, e se è negativo con i suoi motivi."""
    if not tipi(caso) & _AUTORITA.keys():
        yield avviso(
            "/destinatari",
            "Fra i destinatari non c’è l’autorità (Regione, Provincia o Ministero): l’esito si comunica a lei.",
            "Va aggiunta.",
        )
    if caso.dati["esito"] != "accordo" and not caso.dati.get("motivi_esito_negativo"):
        yield avviso(
            "/motivi_esito_negativo",
            "L’esito è negativo e la comunicazione non ne dice i motivi: l’autorità deve conoscerli.",
            "Vanno indicati i motivi.",
        )
