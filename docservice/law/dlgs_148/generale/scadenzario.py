"""The calculator of all the deadlines of a procedure, each with its source, from the days given.

{"procedura": "cigo", "periodo": {"dal": date(2023, 6, 1), …}, …} -> {"scadenze": [{"codice": "S148-CIGO", …}, …]}
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from docservice.law.calculator import Conto, DominioErrato, calcolo
from docservice.law.dlgs_148.domanda.procedura import CIGO, ORDINARIE, Procedura, SenzaLegge
from docservice.law.dlgs_148.generale.termini import scadenze
from docservice.law.figures import FiguraIgnota
from docservice.law.finding import Scadenza
from docservice.law.generale.giorno import scritto
from docservice.law.italiano import giorno
from docservice.law.l_223 import termini as l_223

LICENZIAMENTO: Final = "licenziamento_collettivo"
"""The procedure that is not of this decree: that of L. 223/1991."""


@calcolo("scadenzario", titolo="Scadenze di una procedura", ha_scadenze=True)
def conto(dati: Mapping[str, Any]) -> Conto:
    """Le scadenze di una procedura, in ordine di tempo: quelle di cui i dati dicono il giorno da cui decorrono.

    `procedura` str, `dipendenti_azienda` int for those of the decree; optional `causale` str, `norma` with its act,
    `verifiche_periodiche_mesi` int, `ore_settimanali_ridotte` Decimal, `eone` and `pagamento_diretto` bool, and the
    days of the procedure: `periodo`, `comunicazione.data`, `data_richiesta_esame`, `data_chiusura_consultazione`,
    `data_domanda`, `data_evento`, `data`, `data_concessione`.
    A collective dismissal has its own (see `l_223.termini`).
    """
    if dati["procedura"] != LICENZIAMENTO and "dipendenti_azienda" not in dati:
        raise DominioErrato([("/dipendenti_azienda", "Il campo è obbligatorio: va indicato.")])
    found = elenco(dati)
    svolto = Conto()
    for one in found:
        useful = f", utile {giorno(one.data_utile)}" if one.data_utile else ", festivo" if one.festivo else ""
        svolto.passo(one.codice, one.descrizione, giorno(one.data) + useful if one.data else "")
        svolto.cita(one.fonte)
    svolto.note.append("Il giorno da cui un termine decorre non si conta.")
    if dati["procedura"] != LICENZIAMENTO:
        svolto.note.append(
            "La data utile è il primo giorno lavorativo, quando il termine scade di sabato, di domenica o in un giorno"
            " festivo (lettura del servizio)."
        )
    elif any(one.festivo for one in found):
        svolto.note.append("Un termine che cade in un giorno festivo non si sposta (lettura del servizio).")
    if dati.get("eone") and "ore_settimanali_ridotte" not in dati:
        svolto.note.append(
            "Senza le ore settimanali di riduzione non si può dire se l’esame congiunto dell’evento si può chiedere."
        )
    svolto.risultati["scadenze"] = [one.as_dict() for one in found]
    return svolto


def elenco(dati: Mapping[str, Any]) -> list[Scadenza]:
    """Return the deadlines of the calculator's data. Raises DominioErrato."""
    if dati["procedura"] == LICENZIAMENTO:
        _verifica_licenziamento(dati)
        try:
            return _esiste(sorted(l_223.scadenze(dati), key=lambda one: one.data or date.max))
        except FiguraIgnota as unknown:
            told = f"{unknown} Va controllata la data: quel giorno questo termine non è previsto."
            raise DominioErrato([("/procedura", told)]) from unknown
    di = _procedura(dati)
    _verifica(di)
    try:
        found = scadenze(di)
    except SenzaLegge as unknown:
        remedy = "Va controllata la data: quel giorno questo termine non è previsto."
        raise DominioErrato([(scritto(dati, unknown.giorno) or "/procedura", f"{unknown} {remedy}")]) from unknown
    return _esiste(found)


def _esiste(found: list[Scadenza]) -> list[Scadenza]:
    if not found:
        told = "Con questi giorni nessuna scadenza si può calcolare: vanno indicati il periodo o gli altri giorni noti."
        raise DominioErrato([("/periodo", told)])
    return found


def _verifica_licenziamento(dati: Mapping[str, Any]) -> None:
    window, last = dati.get("finestra"), dati.get("termine_licenziamenti")
    if window and window["al"] < window["dal"]:
        raise DominioErrato([("/finestra/al", "L’ultimo giorno precede il primo: vanno corrette le date.")])
    if window and last and last != window["al"]:
        told = "Non è l’ultimo giorno della finestra: va corretta una delle due date."
        raise DominioErrato([("/termine_licenziamenti", told)])


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
        norma=dati.get("norma", {}),
        verifiche=dati.get("verifiche_periodiche_mesi"),
        eone=bool(dati.get("eone")),
        ore_ridotte=dati.get("ore_settimanali_ridotte"),
        pagamento_diretto=bool(dati.get("pagamento_diretto")),
    )


def _verifica(di: Procedura) -> None:
    errori = []
    if di.dal and di.al and di.al < di.dal:
        errori.append(("/periodo/al", "L’ultimo giorno precede il primo: vanno corrette le date."))
    if di.eone and di.tipo not in ORDINARIE:
        errori.append(
            (
                "/eone",
                "Gli eventi oggettivamente non evitabili sono della CIGO, del FIS e dei fondi: va tolta l’indicazione.",
            )
        )
    if di.eone and di.tipo == CIGO and di.evento is None:
        errori.append(
            (
                "/data_evento",
                "Per un evento non evitabile va indicato il giorno: da lì corre il termine della domanda.",
            )
        )
    if di.norma and not di.speciale:
        told = "La norma si indica con la causale «norma speciale»: va corretta la causale, oppure va tolta la norma."
        errori.append(("/norma", told))
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
