"""What is told of turns, of training and of the TFR in a CIGS, besides what its causes ask (CIGS-15, -16, -18).

A training project of 2024 that names no body: CIGS-16 warns of it at /formazione/progetto/ente.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from docservice.law.citation import Fonte
from docservice.law.dlgs_148.cigs.causali.parti import manca, rinviato, vuoto
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.finding import Rilievo, nota
from docservice.law.italiano import percento
from docservice.law.tratti import ACCORDO, CIGS, PROGRAMMA
from docservice.law.voce import Esiti, annota, regola

_PARTI: Final = {
    "fabbisogni": "quali fabbisogni ha la formazione",
    "obiettivi": "quali obiettivi ha la formazione",
    "contenuti": "quali contenuti ha la formazione",
    "durata_ore": "quante ore dura la formazione",
    "modalita": "in che modo si svolge la formazione",
    "ente": "chi tiene la formazione",
    "finanziamento": "con che cosa si paga la formazione",
    "attestazione": "che cosa si rilascia a chi segue la formazione",
}


def _con_rotazione(caso: Documento) -> bool:
    return bool(caso.dati.get("rotazione", {}).get("prevista"))


@annota("CIGS-15", decreto("art. 24 c. 6"), per=CIGS & PROGRAMMA, vige="maggiorazione_rotazione", se=_con_rotazione)
def rotazione_non_rispettata(caso: Documento) -> Iterator[Rilievo]:
    """Say what turns that were agreed and are not kept cost."""
    more = caso.vigente("maggiorazione_rotazione")
    yield nota(
        "/rotazione",
        "Se la rotazione concordata non è rispettata, il contributo addizionale per quei lavoratori aumenta"
        f" dell’{percento(more.decimale)}.",
        fonte=more.fonte,
    )


def _con_formazione(caso: Documento) -> bool:
    return bool(caso.dati.get("formazione", {}).get("prevista"))


@regola(
    "CIGS-16",
    Fonte("D.Lgs. 14 settembre 2015, n. 148", "art. 25-ter; D.M. 2 agosto 2022, n. 142 e n. 140"),
    per=CIGS & (ACCORDO | PROGRAMMA),
    vige="progetto_formativo",
    se=_con_formazione,
)
def progetto_formativo(caso: Documento) -> Esiti:
    """La formazione prevista durante la CIGS ha un progetto, detto in ogni sua parte."""
    told: Mapping[str, Any] = caso.dati["formazione"].get("progetto", {})
    if not told:
        yield from manca(caso, "/formazione/progetto", "quale progetto ha la formazione, parte per parte", dubbio=True)
    else:
        for name in caso.vigente("progetto_formativo").elenco:
            if vuoto(told.get(name)):
                yield from manca(caso, f"/formazione/progetto/{name}", _PARTI[name], dubbio=True)
    yield nota(
        "/formazione",
        "Chi non segue la formazione, senza un motivo che lo giustifichi, perde una mensilità di trattamento, e nei"
        " casi più gravi tutto il trattamento.",
    )


def _esaminato(caso: Documento) -> bool:
    return not rinviato(caso)


@annota("CIGS-18", decreto("art. 21 c. 5"), per=CIGS & PROGRAMMA, se=_esaminato)
def tfr_dei_sospesi(caso: Documento) -> Iterator[Rilievo]:
    """Say who bears the TFR of the hours suspended."""
    yield nota(
        "/pagamento_diretto_inps" if "pagamento_diretto_inps" in caso.dati else "/periodo",
        "Il TFR che matura sulle ore sospese è a carico del datore di lavoro: l’INPS se ne fa carico per il contratto"
        " di solidarietà (circolare INPS n. 24/2017).",
    )
