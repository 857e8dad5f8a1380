"""A verdict, or what a calculator answers, as a person reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from docservice.law.finding import EsitoControllo, Rilievo
from docservice.law.italiano import giorno
from docservice.law.verdict import Verdetto

_LINES = {
    "conforme": "CONFORME: il documento rispetta le regole applicate.",
    "conforme_con_avvisi": "CONFORME CON AVVISI: il documento si può firmare; gli avvisi vanno letti.",
    "non_conforme": "NON CONFORME: gli errori vanno corretti prima della firma.",
}
_ROWS = 20
"""Rows of a table that are shown."""
_NONE = "nessuna voce"


def leggibile(verdetto: Verdetto) -> str:
    """Return the report: findings, checks, figures and their working, deadlines, and the bottom line last."""
    lines = [f"Modello: {verdetto.modello}", ""]
    for found in verdetto.rilievi:
        lines += [*_finding(found), ""]
    counted = Counter(control.esito for control in verdetto.controlli)
    kept, broken, unknown = (counted[outcome] for outcome in EsitoControllo)
    lines.append(f"Controlli: {kept} rispettati, {broken} violati, {unknown} non verificabili")
    for control in verdetto.controlli:
        lines.append(f"  {control.codice}, {control.esito.replace('_', ' ')}: {control.regola.testo}")
        lines += [f"    Perché: {control.motivo}"] if control.motivo else []
    lines += ["", "Calcoli:", *(_figure(name, value) for name, value in verdetto.calcoli.items())]
    lines += ["", "Passaggi:", *(f"  {p.descrizione}: {p.formula} = {p.valore}" for p in verdetto.passaggi)]
    lines += ["", "Scadenze:"]
    for due in verdetto.scadenze:
        day = giorno(due.data) if due.data else "senza giorno" if due.nota else "ogni mese"
        useful = f"; primo giorno utile {giorno(due.data_utile)}" if due.data_utile else ""
        lines.append(f"  {day}  {due.descrizione} ({due.codice}){useful}")
        lines += [f"    {due.nota}"] if due.nota else []
    return "\n".join([*lines, "", _LINES[verdetto.esito]])


def conto_leggibile(titolo: str, risposta: Mapping[str, Any]) -> str:
    """Return what a calculator answers: its working, where it is written, its notes; the results last."""
    lines = [titolo, "", "Passaggi:"]
    lines += [f"  {step['descrizione']}: {step['formula']} = {step['valore']}" for step in risposta["passaggi"]]
    lines += ["", "Fonti:", *(f"  {source['atto']}, {source['punto']}" for source in risposta["fonti"])]
    if risposta["note"]:
        lines += ["", "Note:", *(f"  {note}" for note in risposta["note"])]
    lines += ["", "Risultati:", *(_figure(name, value) for name, value in risposta["risultati"].items())]
    return "\n".join(lines)


def _figure(name: str, value: Any) -> str:
    """Return a figure on its line; the rows of a table each on one of its own. Whatever JSON holds has a form here."""
    if not isinstance(value, list):
        return f"  {name}: {_plain(value)}"
    rows = [_plain(row) for row in value[:_ROWS]]
    if len(value) > _ROWS:
        rows.append(f"… e altre {len(value) - _ROWS}: tutte con --json")
    if any(isinstance(row, Mapping | list) for row in value):
        return "\n    ".join([f"  {name}:", *rows])
    return f"  {name}: {', '.join(rows) or _NONE}"


def _plain(value: Any) -> str:
    """Return a value on one line; of a row, what is not there is left out."""
    match value:
        case bool():
            return "sì" if value else "no"
        case None:
            return "–"
        case Mapping():
            return "; ".join(f"{key} {_plain(cell)}" for key, cell in value.items() if cell != [])
        case list():
            return ", ".join(map(_plain, value)) or _NONE
        case _:
            return str(value)


def _finding(found: Rilievo) -> list[str]:
    lines = [f"{found.gravita.upper()} {found.codice} {found.percorso}".rstrip(), f"  {found.messaggio}"]
    if found.rimedio:
        lines.append(f"  Rimedio: {found.rimedio}")
    if found.fonte:
        lines.append(f"  Fonte: {found.fonte.atto}, {found.fonte.punto}")
    return lines
