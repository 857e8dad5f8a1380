"""What the parties looked at, the alternatives and the social measures (L223-22, -32); why they disagree (L223-26).

An agreement that says nothing of solidarity contracts: L223-22 warns at /alternative_esaminate.
"""

from __future__ import annotations

from typing import Any, Final

from docservice.law.finding import avviso, nota
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import legge
from docservice.law.l_223.tavolo.fasi import TAVOLO
from docservice.law.tratti import ACCORDO, MANCATO_ACCORDO
from docservice.law.voce import Esiti, regola

_TRE: Final = {
    "diversa_utilizzazione": "la diversa utilizzazione del personale",
    "contratto_solidarieta": "i contratti di solidarietà",
    "orario_flessibile": "le forme flessibili di gestione dell’orario",
}
_SOCIALI: Final = frozenset({"riqualificazione", "misure_sociali"})


def _esaminate(caso: Documento) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = caso.dati.get("alternative_esaminate", [])
    return told


@regola("L223-22", legge("art. 4 c. 5"), per=ACCORDO | MANCATO_ACCORDO)
def tutto_esaminato(caso: Documento) -> Esiti:
    """Si esaminano diversa utilizzazione, solidarietà e orario flessibile; se non bastano, le misure sociali."""
    kinds = {one["tipo"] for one in _esaminate(caso)}
    silent = [what for kind, what in _TRE.items() if kind not in kinds]
    if silent:
        yield avviso(
            "/alternative_esaminate",
            f"Non risulta che le parti abbiano esaminato: {', '.join(silent)}.",
            "Va indicato che cosa si è esaminato, e con quale esito.",
        )
    # where nobody is dismissed, the alternatives were enough
    some = caso.dati.get("numero_confermato") != 0
    social = kinds & _SOCIALI or "misure_sociali" in caso.dati or caso.dati.get("ricollocazione")
    if some and not social:
        yield avviso(
            "/alternative_esaminate",
            "Non risultano esaminate le misure sociali che aiutano i licenziati a riqualificarsi e a riconvertirsi.",
            "Va indicato se le parti le hanno esaminate, e con quale esito.",
        )


@regola("L223-26", legge("art. 4 c. 6"), per=MANCATO_ACCORDO)
def motivi_detti(caso: Documento) -> Esiti:
    """Il verbale di mancato accordo dice i motivi dell’esito negativo."""
    if not caso.dati.get("motivi_esito_negativo"):
        yield avviso(
            "/motivi_esito_negativo",
            "Il verbale non dice i motivi dell’esito negativo, che l’autorità deve conoscere.",
            "Vanno indicati i motivi: la riga del verbale resta da riempire.",
        )


@regola("L223-32", legge("art. 4 c. 11"), per=TAVOLO)
def mansioni_inferiori(caso: Documento) -> Esiti:
    """Solo un accordo può assegnare i lavoratori in esubero a mansioni diverse, anche in deroga all’art. 2103 c.c."""
    for place, one in enumerate(_esaminate(caso)):
        if (one["tipo"], one["esito"]) != ("mansioni_inferiori", "accolta"):
            continue
        path = f"/alternative_esaminate/{place}/esito"
        if caso.di(ACCORDO):
            yield nota(path, "Le mansioni inferiori sono ammesse perché l’accordo le prevede (art. 4 c. 11).")
        else:
            yield avviso(
                path,
                "Le mansioni inferiori risultano accolte, ma questo verbale non è un accordo.",
                "Va corretto l’esito, oppure l’assegnazione va convenuta in un accordo.",
            )
