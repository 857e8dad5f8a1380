"""By which criterion one dismisses: L223-16.

After an agreement on non-opposition alone, a notice by the statutory criteria: L223-16 at /forma.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from docservice.law.finding import errore, serve
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import legge
from docservice.law.l_223.recesso.termini import CHI, con_accordo
from docservice.law.voce import Esiti, regola

_ART_5: Final = legge("art. 5 c. 1")
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
    for one in caso.recessi:
        if one.via is not None and one.via not in _VIE[due]:
            yield errore(
                f"{one.percorso}/via" if one.percorso else "/criterio_applicato/via",
                f"Il lavoratore è scelto con {_DETTI[one.via]}: {why} {_DETTI[due]}.",
                "Va corretto il criterio del lavoratore; se è giusto, il recesso viola il criterio dovuto.",
            )
