"""How many one dismisses, in all and of each profile: L223-19.

Eleven dismissed of ten opened: L223-19 at /lavoratori.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from docservice.law.finding import errore, serve
from docservice.law.generale.elenco import senza
from docservice.law.italiano import numero
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import legge
from docservice.law.l_223.nomi import chiave
from docservice.law.l_223.recesso.termini import con_accordo, presso
from docservice.law.misura import in_persone
from docservice.law.tratti import FINALE
from docservice.law.voce import Esiti, regola

_COMMA_3: Final = legge("art. 4 c. 3")


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
    opened: Counter[str] = Counter()
    for told in caso.procedura.get("esuberi_per_profilo", ()):
        opened[chiave(told["profilo"])] += told["numero"]
    if not opened or caso.criterio.get("concordato", {}).get("altri_profili"):
        return
    found: Counter[str] = Counter()
    silent = 0
    for one in caso.recessi:
        profile = chiave(one.lavoratore.get("profilo", ""))
        if not profile:
            silent += 1
            continue
        found[profile] += 1
        most = opened[profile]
        if found[profile] > most:
            yield errore(
                presso(one, "profilo"),
                f"Con questo lavoratore i licenziati del profilo sono {found[profile]}: l’apertura ne diceva {most}.",
                "Va corretto il profilo, o l’elenco: fra altri profili si sceglie solo se l’accordo lo dice.",
                in_persone(found[profile], most),
            )
    if silent:
        yield senza("profilo non indicato", silent, "licenziati")
