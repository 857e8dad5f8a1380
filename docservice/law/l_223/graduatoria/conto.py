"""The ranking by the statutory criteria, as a calculator (`graduatoria-licenziamento`).

    E 2, B 5, C 6, D 6, A 32 and two posts -> E and B chosen, up to 5 points

Its findings are those of the rules on the same data; what a rule cannot judge is a note.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

from docservice.law.calculator import Conto, DominioErrato, calcolo
from docservice.law.finding import EsitoControllo, NonVerificabile
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.graduatoria import passaggi
from docservice.law.l_223.graduatoria.classifica import Confronto
from docservice.law.l_223.graduatoria.difetti import della_manodopera, difetti
from docservice.law.l_223.graduatoria.limiti import DONNE, della_riserva, per_mansione
from docservice.law.l_223.graduatoria.quote import insieme
from docservice.law.l_223.graduatoria.scelta import CRITERI
from docservice.law.tratti import GRADUATORIA
from docservice.law.verdict import valuta

_ID: Final = "graduatoria-licenziamento"


@calcolo(_ID, titolo="Graduatoria dei lavoratori da licenziare, con i criteri di legge", ha_rilievi=True)
def conto(dati: Mapping[str, Any]) -> Conto:
    """La graduatoria di ogni profilo con i tre criteri di legge, e le quote delle donne e del collocamento mirato.

    `data` date, `criteri`, `posti`, `lavoratori`; optional `spareggio`, `manodopera`, `collocamento_mirato`.
    """
    of = Documento(frozenset({GRADUATORIA}), dati)
    ranking = of.confronto or Confronto(dati)
    wrong = [*difetti(ranking), *della_manodopera(dati.get("manodopera", ()), "/manodopera")]
    if wrong:
        raise DominioErrato([(one.percorso, f"{one.messaggio} {one.rimedio}") for one in wrong])
    svolto = Conto()
    svolto.cita(CRITERI)
    for one in passaggi.della_graduatoria(ranking):
        svolto.passo(*one)
    svolto.risultati = {
        "profili": [one.as_dict() for one in ranking.profili],
        "esclusi": [_escluso(one) for _, one in ranking.esclusi],
    }
    _quote(svolto, of)
    judged = valuta(_ID, of)
    svolto.rilievi = list(judged.rilievi)
    svolto.note += [
        f"{one.codice}, non verificabile: {one.motivo}."
        for one in judged.controlli
        if one.esito is EsitoControllo.NON_VERIFICABILE
    ]
    svolto.note.append("Gli anni di servizio sono quelli interi, dall’assunzione al giorno della graduatoria.")
    return svolto


def _escluso(one: Mapping[str, Any]) -> dict[str, Any]:
    why = one["escluso"].get("motivo")
    return {"id": one["id"], **({"motivo": why} if why else {})}


def _quote(svolto: Conto, of: Documento) -> None:
    """Write down the two quotas, those that can be counted."""
    with suppress(NonVerificabile):
        women = insieme(per_mansione(of).values())
        svolto.risultati["quota_femminile"] = women.as_dict()
        svolto.cita(DONNE)
        for one in passaggi.delle_donne(women):
            svolto.passo(*one)
    told = of.dati.get("collocamento_mirato")
    if told is None:
        return
    with suppress(NonVerificabile):
        reserve = della_riserva(of)
        svolto.risultati["collocamento_mirato"] = reserve.as_dict()
        svolto.cita(*reserve.valori)
        for one in passaggi.della_riserva(reserve, told["base_computo"]):
            svolto.passo(*one)
