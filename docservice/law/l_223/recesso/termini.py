"""From which day to which one may dismiss: L223-14, L223-15, S-REC.

An agreement of 20/06/2024 that sets no day: from 20/06 to 18/10/2024, the hundred-and-twentieth day after.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.citation import Fonte
from docservice.law.finding import NonVerificabile, Rilievo, avviso, errore, nota, serve
from docservice.law.italiano import giorno
from docservice.law.l_223.caso import Documento, Recesso
from docservice.law.l_223.fonti import legge
from docservice.law.misura import in_date
from docservice.law.tratti import FINALE, RECESSO, Per
from docservice.law.voce import Esiti, regola, scadenza

CHI: Final[Per] = FINALE | RECESSO
"""The papers that tell of dismissals."""
CENTOVENTI: Final = Fonte("D.L. 20 maggio 1993, n. 148, convertito dalla L. 19 luglio 1993, n. 236", "art. 8 c. 4")
SCADUTI: Final = "termini_scaduti"
_COMMA_9: Final = legge("art. 4 c. 9")
_DELLA_LETTERA: Final = {"data_recesso": "/data", "data_cessazione": "/data_cessazione"}


def presso(recesso: Recesso, nome: str) -> str:
    """Return where a datum of a dismissal is told: in the worker's row, or in the letter."""
    if recesso.percorso:
        return f"{recesso.percorso}/{nome}"
    return _DELLA_LETTERA.get(nome, f"/lavoratore/{nome}")


def con_accordo(caso: Documento) -> bool | None:
    """Say whether the procedure ended with an agreement; None where its end is not told."""
    return bool(caso.conclusione["esito"] == "accordo") if caso.conclusione else None


def fine(caso: Documento) -> date | None:
    """Return the day on which the procedure ended; None where it is not known.

    Without an agreement the union phase does not end it: the administrative phase follows.
    """
    if not caso.conclusione:
        return None
    if con_accordo(caso) or caso.conclusione["fase"] == "amministrativa":
        day: date = caso.conclusione["data"]
        return day
    return _ultimo_amministrativo(caso)


def ultimo(caso: Documento) -> date | None:
    """Return the last day of the dismissals: that agreed, else the law's; None where it is not known."""
    agreed = [one for one in (caso.dati.get("termine_licenziamenti"), caso.dati.get("finestra", {}).get("al")) if one]
    if agreed and con_accordo(caso) is not False:
        last: date = max(agreed)
        return last
    ended = fine(caso)
    days = caso.figura("giorni_licenziamenti", ended) if ended else None
    return aggiungi_giorni(ended, int(days.decimale)) if ended and days else None


def discordi(caso: Documento) -> Iterator[Rilievo]:
    """Yield what is wrong of a window that ends before it begins, or not on the day of the term."""
    window, term = caso.dati.get("finestra", {}), caso.dati.get("termine_licenziamenti")
    if window and window["al"] < window["dal"]:
        yield errore(
            "/finestra/al",
            f"La finestra dei licenziamenti finisce il {giorno(window['al'])}, prima di cominciare"
            f" ({giorno(window['dal'])}).",
            "Va corretto uno dei due giorni.",
            in_date(window["al"], window["dal"]),
        )
    if term and window and term != window["al"]:
        yield errore(
            "/finestra/al",
            f"La finestra finisce il {giorno(window['al'])}, il termine dei licenziamenti è il {giorno(term)}.",
            "I due giorni devono essere lo stesso: va corretto quello sbagliato.",
            in_date(window["al"], term),
        )


@regola("L223-14", _COMMA_9, per=CHI)
def non_prima_della_fine(caso: Documento) -> Esiti:
    """Nessun recesso precede l’accordo, o la fine della fase amministrativa."""
    opened = caso.apertura or date.min
    for one in caso.recessi:
        if one.data < opened:
            yield errore(
                presso(one, "data_recesso"),
                f"Il recesso è del {giorno(one.data)}, prima che la procedura si aprisse.",
                "Va corretta una delle due date; un recesso prima della procedura è inefficace.",
                in_date(one.data, opened),
            )
    rest = [one for one in caso.recessi if one.data >= opened]
    ended = serve(caso.conclusione or None, "conclusione della procedura non indicata")
    if ended["esito"] == SCADUTI:
        yield from _prima(rest, ended["data"], f"prima che i termini scadessero ({giorno(ended['data'])})")
        yield from _dopo_il_mancato_accordo(caso, [one for one in rest if one.data >= ended["data"]])
    elif con_accordo(caso) or ended["fase"] == "amministrativa":
        what = "dell’accordo" if con_accordo(caso) else "della fine della fase amministrativa"
        yield from _prima(rest, ended["data"], f"prima {what} ({giorno(ended['data'])})")
    else:
        yield from _dopo_il_mancato_accordo(caso, rest)


def _dopo_il_mancato_accordo(caso: Documento, recessi: list[Recesso]) -> Esiti:
    """Look at dismissals after a union phase without agreement: the administrative phase must have run out."""
    ended, union = caso.conclusione, caso.termine("sindacale")
    if ended["esito"] == SCADUTI and ended["fase"] == "sindacale" and union is not None:
        yield from _prima(recessi, aggiungi_giorni(union, 1), f"e la fase sindacale dura fino al {giorno(union)}")
        recessi = [one for one in recessi if one.data > union]
    if ended["fase"] == "sindacale":
        yield from _prima(recessi, ended["data"], f"prima dell’esito della fase sindacale ({giorno(ended['data'])})")
        recessi = [one for one in recessi if one.data >= ended["data"]]
    last = _ultimo_amministrativo(caso)
    if last is not None:
        first = aggiungi_giorni(last, 1)
        yield from _prima(recessi, first, f"e la fase amministrativa dura fino al {giorno(last)}")
        return
    days = serve(caso.giorni_fase("amministrativa"), "durata della fase amministrativa non nota")
    # the authority cannot have received the outcome before there was one, nor that of a phase before it began
    began = ended["data"] if ended["fase"] == "sindacale" else caso.procedura.get("ricevuta_il") or caso.apertura
    first = aggiungi_giorni(serve(began, "data di apertura non indicata"), days + 1)
    yield from _prima(
        recessi,
        first,
        f"e la fase amministrativa, che dura {days} giorni da quando l’autorità riceve l’esito, non può essere finita",
    )
    if any(one.data >= first for one in recessi):
        yield NonVerificabile("giorno in cui l’autorità ha ricevuto l’esito non indicato, o prima dell’esito stesso")


def _ultimo_amministrativo(caso: Documento) -> date | None:
    """Return the last day of the administrative phase: by a receipt that may be the outcome's, else the agreed one."""
    return caso.termine("amministrativa") if _dell_esito(caso) else caso.concordato("amministrativa")


def _dell_esito(caso: Documento) -> bool:
    """Say whether the authority's receipt may be that of the union phase's outcome, which it does not precede."""
    received: date | None = caso.procedura.get("ricevuta_autorita_il")
    union = caso.conclusione["data"] if caso.conclusione["fase"] == "sindacale" else caso.apertura
    return received is None or union is None or received >= union


def _prima(recessi: list[Recesso], primo: date, perche: str) -> Esiti:
    for one in recessi:
        if one.data < primo:
            yield errore(
                presso(one, "data_recesso"),
                f"Il recesso è del {giorno(one.data)}, {perche}.",
                "Il recesso va intimato di nuovo, dopo la fine della procedura; oppure va corretta la data.",
                in_date(one.data, primo),
            )


@regola("L223-15", CENTOVENTI, per=CHI)
def entro_l_ultimo_giorno(caso: Documento) -> Esiti:
    """I recessi stanno nel termine, o nella finestra, dell’accordo; se non li fissa, nei 120 giorni dalla fine."""
    yield from discordi(caso)
    window, term = caso.dati.get("finestra", {}), caso.dati.get("termine_licenziamenti")
    if (term or window) and con_accordo(caso) is False:
        yield nota(
            "/termine_licenziamenti" if term else "/finestra",
            "Solo un accordo può spostare il termine dei licenziamenti: senza, valgono i 120 giorni della legge.",
        )
    elif window:
        for one in caso.recessi:
            if one.data < window["dal"]:
                yield avviso(
                    presso(one, "data_recesso"),
                    f"Il recesso è del {giorno(one.data)}, prima che si apra la finestra dell’accordo"
                    f" ({giorno(window['dal'])}).",
                    "Va corretta la data; se è giusta, il recesso anticipa ciò che le parti hanno convenuto.",
                    in_date(one.data, window["dal"]),
                )
    last = serve(ultimo(caso), "fine della procedura, o termine dei licenziamenti, non indicati")
    for one in caso.recessi:
        if one.data > last:
            yield errore(
                presso(one, "data_recesso"),
                f"Il recesso è del {giorno(one.data)}, dopo l’ultimo giorno per i licenziamenti ({giorno(last)}).",
                "Fuori dal termine il recesso non appartiene più a questa procedura: va corretta la data, oppure serve"
                " una procedura nuova.",
                in_date(one.data, last),
            )


@scadenza("S-REC", CENTOVENTI, "Ultimo giorno per i recessi", per=CHI)
def ultimo_giorno(caso: Documento) -> Iterator[date]:
    """Tell the last day of the dismissals."""
    last = ultimo(caso)
    if last is not None:
        yield last
