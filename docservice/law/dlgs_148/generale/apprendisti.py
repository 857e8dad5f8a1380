"""Who of the workers was left out to 2021: homeworkers, and apprentices according to what their firm may ask for.

An apprentice in a solidarity contract of 2021: D148-5 says at his row that he has the CIGO, not the contract.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import CRISI
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.finding import NonVerificabile, errore
from docservice.law.tratti import ACCORDO, CIGD, CIGS, ELENCO, ESAME, SOLIDARIETA
from docservice.law.voce import Esiti, regola

_SOLO_CIGS: Final = "agli apprendisti di un’impresa con la sola CIGS, se non per crisi"
_CON_SOLIDARIETA: Final = "agli apprendisti con il contratto di solidarietà: hanno la CIGO, o la CIGS per crisi"


def _del_decreto(caso: Documento) -> bool:
    return not caso.di(CIGD)  # whom the CIG in deroga is for, its own rule says


@regola("D148-5", decreto("artt. 1 c. 1 e 2"), per=ESAME | ACCORDO | ELENCO, se=_del_decreto)
def domicilio_e_apprendisti(caso: Documento) -> Esiti:
    """Fino al 2021 non hanno il trattamento i lavoratori a domicilio, né gli apprendisti se non professionalizzanti."""
    open_to_all = caso.figura("beneficiari_tutti", caso.dal)
    if open_to_all is not None:
        return
    told = [worker for _, worker in caso.con_percorso()]
    learning = [worker for worker in told if _apprendista(worker)]
    if not told:
        yield NonVerificabile("lavoratori non indicati")
    if caso.di(SOLIDARIETA):
        # who has the CIGO too has that alone, who has the CIGS alone has it for a crisis: neither has the contract
        yield from _tolti(caso, _CON_SOLIDARIETA)
        return
    if not all("apprendistato" in worker for worker in learning) or (learning and caso.settore is None):
        yield NonVerificabile("tipo di apprendistato o settore non indicati")
    lacking = caso.chi.senza_cigo() if caso.settore and caso.figura("settori_cigo", caso.dal) else None
    if caso.di(CIGS) and lacking and lacking.incerto and learning and caso.causale not in CRISI:
        yield NonVerificabile("del settore non si sa se abbia la CIGO")
    only_cigs = caso.di(CIGS) and lacking is not None and not lacking.incerto and caso.causale not in CRISI
    yield from _tolti(caso, _SOLO_CIGS if only_cigs else None)


def _tolti(caso: Documento, apprentices: str | None) -> Esiti:
    for path, worker in caso.con_percorso():
        why = _escluso(worker, apprentices)
        if why:
            yield errore(
                path,
                f"Per i periodi cominciati entro il 2021 il trattamento non spetta {why}.",
                "Il lavoratore va tolto, oppure vanno corretti contratto e tipo di apprendistato.",
            )


def _apprendista(worker: Mapping[str, Any]) -> bool:
    learns = worker.get("contratto") == "apprendistato" or worker.get("qualifica") == "apprendista"
    return learns or "apprendistato" in worker


def _escluso(worker: Mapping[str, Any], apprentices: str | None) -> str | None:
    """Return who the worker is, of those left out to 2021, and the apprentices if they are; None if he is not."""
    if worker.get("contratto") == "domicilio":
        return "ai lavoratori a domicilio"
    if not _apprendista(worker):
        return None
    if worker.get("apprendistato") == "altro":
        return "agli apprendisti che non hanno un contratto professionalizzante"
    return apprentices
