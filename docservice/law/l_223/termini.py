"""The deadlines of a collective dismissal (L. 223/1991, art. 4; D.L. 148/1993, art. 8 c. 4).

    scadenze({"data_ricevimento": date(2023, 6, 1)}) -> S-RICH on 08/06/2023, S-SIND on 16/07/2023

The day from which a term runs is not counted. With fewer than ten workers the two phases last half, rounded up. What
the parties agreed comes before the law: a phase prolonged, the last day of the dismissals. No term is put off by a
holiday, which is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from docservice.law.calendar import aggiungi_giorni, festivo
from docservice.law.citation import Fonte
from docservice.law.figures import Valore, figura, figura_nota, tutte
from docservice.law.finding import Scadenza
from docservice.law.generale.contributo_recesso import versamento
from docservice.law.italiano import giorno

_ACCORDO: Final = Fonte("Accordo delle parti", "giorni convenuti")
_CHIUSURA: Final = "l_223.giorni_apertura_chiusura"


def segnata(una: Scadenza) -> Scadenza:
    """Return a deadline that says whether its day is a holiday, to which it is not put off."""
    return replace(una, festivo=una.data is not None and festivo(una.data))


def scadenze(dati: Mapping[str, Any]) -> Iterator[Scadenza]:
    """Yield the deadlines whose day is known, in order of the procedure.

    Optional `data_comunicazione_preventiva` and `data_apertura`, `data_ricevimento` (the last among unions and RSU),
    `data_ricevimento_autorita`, `dichiarazioni_entro`, `data_conclusione`, `termine_licenziamenti`,
    `data_primo_recesso`, `data_fine_cds` dates, `date_cessazione` dates, `finestra` with its `dal` and `al`,
    `proroga_termini`, each of a `fase` and `fino_al` a day, `numero_lavoratori` int. Raises FiguraIgnota.
    """
    yield from map(segnata, _scadenze(dati))


def _scadenze(dati: Mapping[str, Any]) -> Iterator[Scadenza]:
    if announced := dati.get("data_comunicazione_preventiva"):
        yield _chiusura(announced, dati.get("data_apertura"))
    received, authority = dati.get("data_ricevimento"), dati.get("data_ricevimento_autorita")
    if received:
        yield _dopo("S-RICH", "Termine per chiedere l’esame congiunto", received, "giorni_richiesta_esame")
    yield from _fase(dati, "sindacale", ("S-SIND", "Si conclude la fase sindacale"), received)
    yield from _fase(dati, "amministrativa", ("S-AMM", "Si conclude la fase amministrativa"), authority)
    if declared := dati.get("dichiarazioni_entro"):
        yield Scadenza("S-NONOPP", "Ultimo giorno per dichiarare di non opporsi al licenziamento", declared, _ACCORDO)
    agreed = dati.get("termine_licenziamenti") or dati.get("finestra", {}).get("al")
    if agreed:
        yield Scadenza("S-REC", "Ultimo giorno per i recessi, secondo l’accordo", agreed, _ACCORDO)
    elif ended := dati.get("data_conclusione"):
        yield _dopo("S-REC", "Ultimo giorno per i recessi, salvo diverso accordo", ended, "giorni_licenziamenti")
    if first := dati.get("data_primo_recesso"):
        yield _dopo("S-C9", "Termine della comunicazione finale", first, "giorni_comunicazione_finale")
    if solidarity := dati.get("data_fine_cds"):
        days = figura("dlgs_148.giorni_tfr_cds", solidarity)
        last = aggiungi_giorni(solidarity, int(days.decimale))
        yield Scadenza(
            "S-TFR90", "Fino a questo giorno il TFR delle ore di solidarietà torna al datore", last, days.fonte
        )
    for month in sorted({one.replace(day=1) for one in dati.get("date_cessazione", [])}):
        source = figura_nota("comune.mesi_versamento_recesso", month).fonte
        yield Scadenza("S-TICKET", "Versamento del contributo di recesso", versamento(month), source)


def attesa(annunciata: date, apertura: date | None) -> tuple[date, Valore] | None:
    """Return the first day on which the procedure of a closure may open after its notice, and the days that must go by.

    They are those in force on the day of the opening; where it is not known, of the first on which it may be. None
    where there is no such term.
    """
    for known in tutte()[_CHIUSURA].valori:
        due = aggiungi_giorni(annunciata, int(known.decimale)) if known.noto else None
        if due is not None and known.vale(apertura or due):
            return due, known
    return None


def _chiusura(annunciata: date, apertura: date | None) -> Scadenza:
    found = attesa(annunciata, apertura)
    if found is None:
        raise figura(_CHIUSURA, apertura or annunciata).ignota()
    return Scadenza("S-CHIUS", "Primo giorno per aprire la procedura di chiusura", found[0], found[1].fonte)


def _fase(dati: Mapping[str, Any], fase: str, che: tuple[str, str], da: date | None) -> Iterator[Scadenza]:
    """Yield the end of a phase: the day to which the parties prolonged it, else the law's, if it has begun."""
    by_law = None
    if da is not None:
        few = figura("l_223.lavoratori_termini_ridotti", da)
        workers = dati.get("numero_lavoratori")
        halved = workers is not None and workers < few.decimale
        by_law = _dopo(*che, da, f"giorni_fase_{fase}", meta=halved)
    agreed = max((one["fino_al"] for one in dati.get("proroga_termini", []) if one["fase"] == fase), default=None)
    if agreed is not None:
        told = f"; per legge sarebbe il {giorno(by_law.data)}" if by_law and by_law.data else ""
        yield Scadenza(
            *che, agreed, by_law.fonte if by_law else _ACCORDO, nota=f"Giorno concordato fra le parti{told}."
        )
    elif by_law is not None:
        yield by_law


def _dopo(codice: str, descrizione: str, da: date, nome: str, *, meta: bool = False) -> Scadenza:
    known = figura(f"l_223.{nome}", da)
    days = int(known.decimale)
    return Scadenza(codice, descrizione, aggiungi_giorni(da, -(-days // 2) if meta else days), known.fonte)
