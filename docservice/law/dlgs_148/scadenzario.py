"""Every deadline of a procedure, each with its source, from the days given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docservice.law.calculator import Conto, DominioErrato, calcolo, figure_del, giorno
from docservice.law.dlgs_148.termini import CIGO, FIS, Procedura, scadenze
from docservice.law.finding import Scadenza


@calcolo("scadenzario", titolo="Scadenze di una procedura", schema="Scadenzario", ha_scadenze=True)
def conto(dati: Mapping[str, Any]) -> Conto:
    """Le scadenze di una procedura, in ordine di tempo: quelle di cui i dati dicono il giorno da cui decorrono.

    `procedura` str, `dipendenti_azienda` int; optional the days of the procedure (`periodo`, `comunicazione.data`,
    `data_richiesta_esame`, `data_chiusura_consultazione`, `data_domanda`, `data_evento`, `data`, `data_concessione`),
    `causale` str, `ore_settimanali_ridotte` Decimal, `eone` and `pagamento_diretto` bool.
    """
    found = elenco(dati)
    svolto = Conto()
    for one in found:
        useful = f", utile {giorno(one.data_utile)}" if one.data_utile else ""
        svolto.passo(one.codice, one.descrizione, giorno(one.data) + useful if one.data else "")
        svolto.cita(one.fonte)
    svolto.note.append(
        "Il giorno da cui un termine decorre non si conta. data_utile è il primo giorno lavorativo, quando il termine"
        " scade di sabato, di domenica o in un giorno festivo (lettura del servizio)."
    )
    svolto.risultati["scadenze"] = [one.as_dict() for one in found]
    return svolto


def elenco(dati: Mapping[str, Any]) -> list[Scadenza]:
    """Return the deadlines of the calculator's data. Raises DominioErrato."""
    di = _procedura(dati)
    _verifica(di)
    first = "/periodo/dal" if di.dal else "/procedura"
    with figure_del(first, "Vanno controllate le date: in quei giorni questa procedura non è prevista."):
        found = scadenze(di)
    if not found:
        raise DominioErrato(
            [("/periodo", "Nessuna scadenza si può calcolare: va indicato almeno un giorno della procedura.")]
        )
    return found


def _procedura(dati: Mapping[str, Any]) -> Procedura:
    period = dati.get("periodo", {})
    return Procedura(
        tipo=dati["procedura"],
        dipendenti=dati["dipendenti_azienda"],
        dal=period.get("dal"),
        al=period.get("al"),
        data=dati.get("data"),
        comunicazione=dati.get("comunicazione", {}).get("data"),
        richiesta_esame=dati.get("data_richiesta_esame"),
        chiusura=dati.get("data_chiusura_consultazione"),
        domanda=dati.get("data_domanda"),
        evento=dati.get("data_evento"),
        concessione=dati.get("data_concessione"),
        causale=dati.get("causale"),
        eone=bool(dati.get("eone")),
        ore_ridotte=dati.get("ore_settimanali_ridotte"),
        pagamento_diretto=bool(dati.get("pagamento_diretto")),
    )


def _verifica(di: Procedura) -> None:
    errori = []
    if di.dal and di.al and di.al < di.dal:
        errori.append(("/periodo/al", "L’ultimo giorno precede il primo: vanno corrette le date."))
    if di.eone and di.tipo not in (CIGO, FIS):
        errori.append(("/eone", "Gli eventi oggettivamente non evitabili sono della CIGO e del FIS: va tolto."))
    if di.eone and di.tipo == CIGO and di.evento is None:
        errori.append(
            (
                "/data_evento",
                "Per un evento oggettivamente non evitabile va indicato il giorno: da lì corre la domanda.",
            )
        )
    steps = (
        ("/data_richiesta_esame", "La richiesta di esame", di.richiesta_esame, "la comunicazione", di.comunicazione),
        (
            "/data_chiusura_consultazione",
            "La chiusura della consultazione",
            di.chiusura,
            "la comunicazione",
            di.comunicazione,
        ),
    )
    errori += [
        (path, f"{what} precede {other}: va corretta una delle due date.")
        for path, what, day, other, before in steps
        if day and before and day < before
    ]
    if errori:
        raise DominioErrato(errori)
