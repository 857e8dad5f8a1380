"""By which criterion, and how many, one dismisses: L223-16, L223-19, L223-35.

After an agreement on non-opposition alone, a notice by the statutory criteria: L223-16 at /forma.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from docservice.law.finding import avviso, errore, serve
from docservice.law.generale.elenco import senza
from docservice.law.italiano import numero
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import legge
from docservice.law.l_223.recesso.termini import CHI, con_accordo, presso
from docservice.law.misura import in_persone
from docservice.law.tratti import FINALE
from docservice.law.voce import Esiti, regola

_ART_5: Final = legge("art. 5 c. 1")
_COMMA_9: Final = legge("art. 4 c. 9")
_COMMA_3: Final = legge("art. 4 c. 3")
MISTO: Final = "misto"
_FORME: Final = {"concordato": "criterio_concordato", "legale": "criteri_legali", MISTO: MISTO}
_DETTI: Final = {
    "concordato": "il criterio concordato",
    "legale": "i criteri di legge",
    MISTO: "il criterio concordato e, per i posti che restano, quelli di legge",
}
_VIE: Final[Mapping[str, frozenset[str]]] = {
    "concordato": frozenset({"concordato"}),
    "legale": frozenset({"legale"}),
    MISTO: frozenset({"concordato", "legale"}),
}
_PESI: Final = ("carichi_famiglia", "anzianita", "esigenze")


@regola("L223-16", _ART_5, per=CHI)
def criterio_dell_accordo(caso: Documento) -> Esiti:
    """Dopo un accordo si applica il criterio convenuto; senza, soltanto i tre criteri di legge."""
    agreed = serve(con_accordo(caso), "conclusione della procedura non indicata")
    told = caso.criterio.get("tipo")
    due = serve(told, "criterio di scelta non indicato") if agreed else "legale"
    why = "l’accordo ha stabilito" if agreed else "senza un accordo valgono"
    remedy = "Va applicato quel criterio: una parte sola non può cambiarlo" if agreed else "Va corretto il criterio"
    form = caso.dati.get("forma")
    if form is not None and form != _FORME[due]:
        yield errore(
            "/forma",
            f"La comunicazione non è per quel criterio: {why} {_DETTI[due]}.",
            f"{remedy}, oppure va corretta la forma della comunicazione.",
        )
    elif told is not None and told != due:
        yield errore("/criterio/tipo", f"Il criterio indicato è un altro: {why} {_DETTI[due]}.", f"{remedy}.")
    applied = next((kind for kind, of in _FORME.items() if of == form), due)
    for one in caso.recessi:
        if one.via is not None and one.via not in _VIE[applied]:
            yield errore(
                f"{one.percorso}/via" if one.percorso else "/criterio_applicato/via",
                f"Il lavoratore è scelto con {_DETTI[one.via]}, e si applica invece {_DETTI[applied]}."
                if applied != "legale"
                else f"Il lavoratore è scelto con {_DETTI[one.via]}, e si applicano invece {_DETTI[applied]}.",
                "Va corretto il criterio del lavoratore; se è giusto, il recesso viola il criterio dovuto.",
            )


@regola("L223-19", _COMMA_3, per=FINALE)
def non_piu_di_quanti(caso: Documento) -> Esiti:
    """I licenziati non sono più di quanti ne ha convenuti l’accordo, o ne diceva l’apertura, anche per profilo."""
    agreed = caso.conclusione.get("numero") if con_accordo(caso) else None
    most = serve(caso.esuberi if agreed is None else agreed, "numero degli esuberi non indicato")
    count = len(caso.recessi)
    if count > most:
        whose = "convenuti nell’accordo" if agreed is not None else "della comunicazione di apertura"
        yield errore(
            "/lavoratori",
            f"I licenziati sono {numero(count)}, più dei {numero(most)} {whose}.",
            "Va corretto l’elenco: i licenziamenti in più non hanno alle spalle la procedura.",
            in_persone(count, most),
        )
    yield from _per_profilo(caso)


def _per_profilo(caso: Documento) -> Esiti:
    opened = {one["profilo"].strip().casefold(): one["numero"] for one in caso.procedura.get("esuberi_per_profilo", ())}
    if not opened or caso.criterio.get("concordato", {}).get("altri_profili"):
        return
    found: Counter[str] = Counter()
    silent = 0
    for one in caso.recessi:
        profile = one.lavoratore.get("profilo", "").strip().casefold()
        if not profile:
            silent += 1
            continue
        found[profile] += 1
        most = opened.get(profile, 0)
        if found[profile] > most:
            yield errore(
                presso(one, "profilo"),
                f"Con questo lavoratore i licenziati del profilo sono {found[profile]}: l’apertura ne diceva {most}.",
                "Va corretto il profilo, o l’elenco: fra altri profili si sceglie solo se l’accordo lo dice.",
                in_persone(found[profile], most),
            )
    if silent:
        yield senza("profilo non indicato", silent, "licenziati")


def _misto(caso: Documento) -> bool:
    return MISTO in (caso.criterio.get("tipo"), caso.dati.get("forma"))


@regola("L223-35", _COMMA_9, per=FINALE, se=_misto)
def ciascuno_per_la_sua_via(caso: Documento) -> Esiti:
    """Con il criterio misto si dicono i pesi dei tre criteri e la via di ogni licenziato, nei limiti delle adesioni."""
    weights = caso.criterio.get("legale", {})
    if missing := [name for name in _PESI if name not in weights]:
        yield avviso(
            f"/criterio/legale/{missing[0]}" if weights else "/criterio/legale",
            "Per i posti che restano dopo il criterio concordato non è detto quanto pesano i tre criteri di legge.",
            "Va indicato il peso di carichi di famiglia, anzianità ed esigenze.",
        )
    for one in caso.recessi:
        if one.via is None:
            yield avviso(
                f"{one.percorso}/via",
                "Non è detto con quale dei due criteri il lavoratore è stato scelto.",
                "Va indicato: criterio concordato, oppure criteri di legge.",
            )
    declared, chosen = caso.criterio.get("dichiarazioni_ricevute"), sum(one.via == "concordato" for one in caso.recessi)
    if declared is not None and chosen > declared:
        yield avviso(
            "/criterio/dichiarazioni_ricevute",
            f"I licenziati con il criterio concordato sono {chosen}, le dichiarazioni ricevute {declared}.",
            "Vanno controllati il numero delle dichiarazioni e il criterio di ciascun licenziato.",
            in_persone(chosen, declared),
        )
