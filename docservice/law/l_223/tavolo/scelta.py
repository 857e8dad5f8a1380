"""How those to be dismissed are chosen, as the agreement says it: L223-5, -17, -18, -35.

A mixed criterion without the statutory part: L223-5 says so at /criterio/legale.
"""

from __future__ import annotations

from typing import Final

from docservice.law.finding import avviso, errore
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import legge
from docservice.law.misura import in_persone
from docservice.law.tratti import ACCORDO, FINALE
from docservice.law.voce import Esiti, regola

_ART_5: Final = legge("art. 5 c. 1")
_PESI: Final = {
    "carichi_famiglia": "i carichi di famiglia",
    "anzianita": "l’anzianità",
    "esigenze": "le esigenze tecnico-produttive e organizzative",
}


def _licenzia(caso: Documento) -> bool:
    """Say whether anybody is to be chosen; where an agreement confirms none, L223-4 speaks of its criterion."""
    return bool(caso.dati.get("numero_confermato") != 0)


def _di_accordo(caso: Documento) -> bool:
    return _licenzia(caso) and "concordato" in caso.criterio and caso.criterio["tipo"] != "legale"


def _misto(caso: Documento) -> bool:
    return _licenzia(caso) and caso.criterio.get("tipo") == "misto"


def _limitato(caso: Documento) -> bool:
    return _licenzia(caso) and "ambito" in caso.criterio


@regola("L223-5", _ART_5, per=ACCORDO, se=_licenzia)
def criterio_detto(caso: Documento) -> Esiti:
    """Il criterio di scelta è indicato: quello concordato, quelli di legge in concorso, o l’uno e poi gli altri."""
    if not caso.criterio:
        if caso.tutti(caso.dati["numero_confermato"]):
            return  # who ceases and dismisses all makes no choice
        yield errore(
            "/criterio",
            "Manca il criterio con cui si scelgono i lavoratori da licenziare.",
            "Va indicato il criterio concordato, oppure vanno indicati quelli di legge.",
        )
        return
    kind = caso.criterio["tipo"]
    if kind != "legale" and "concordato" not in caso.criterio:
        yield errore(
            "/criterio/concordato",
            "Il criterio è di accordo, e non è detto quale.",
            "Va descritto il criterio concordato.",
        )
    if kind == "misto" and "legale" not in caso.criterio:
        yield errore(
            "/criterio/legale",
            "Il criterio è misto, e non sono detti i criteri di legge per i posti che restano.",
            "Vanno indicati i tre criteri di legge, ciascuno con il suo peso.",
        )


@regola("L223-17", _ART_5, per=ACCORDO | FINALE, se=_di_accordo)
def senza_discrezionalita(caso: Documento) -> Esiti:
    """Un criterio concordato non lascia scelta al datore: dice l’ordine, se chi vi risponde è più dei posti."""
    if "ordine_se_eccedono" in caso.criterio["concordato"]:
        return
    told = caso.criterio.get("dichiarazioni_ricevute")
    places = caso.dati.get("numero_confermato", caso.conclusione.get("numero"))
    over = told is not None and places is not None and told > places
    if caso.di(FINALE) and not over:
        return  # who was chosen is known by now
    yield avviso(
        "/criterio/concordato/ordine_se_eccedono",
        f"Dichiarazioni ricevute {told}, posti {places}: non è detto chi viene prima."
        if over
        else "Non è detto chi viene prima, se chi risponde al criterio concordato è più dei posti.",
        "Va indicato un ordine che non lasci scelta al datore di lavoro.",
        in_persone(told, places) if told is not None and places is not None and over else None,
    )


@regola("L223-18", _ART_5, per=ACCORDO, se=_limitato)
def ambito_motivato(caso: Documento) -> Esiti:
    """Se si sceglie soltanto fra i lavoratori di un’unità o di un reparto, se ne dice la ragione."""
    if "motivo" not in caso.criterio["ambito"]:
        yield errore(
            "/criterio/ambito/motivo",
            "La scelta è limitata ad alcuni lavoratori, e non è detto perché.",
            "Va indicata la ragione tecnica, organizzativa o produttiva che limita il confronto.",
        )


@regola("L223-35", _ART_5, per=ACCORDO, se=_misto)
def pesi_del_misto(caso: Documento) -> Esiti:
    """Il criterio misto dice il peso dei tre criteri di legge, per i posti che il criterio concordato non copre."""
    if "legale" not in caso.criterio:
        return  # L223-5 says so
    silent = [what for name, what in _PESI.items() if name not in caso.criterio["legale"]]
    if silent:
        yield avviso(
            "/criterio/legale",
            f"Per i posti che restano non è detto quanto pesano: {', '.join(silent)}.",
            "Va indicato il peso di ciascuno dei tre criteri.",
        )
