"""A verdict, or what a calculator answers, as a person reads it: in words, where the data have names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from marshmallow import Schema, fields

from docservice.campi.blocco import istanza
from docservice.campi.parole import campo, etichetta
from docservice.formati.lettura import tappe
from docservice.law.finding import EsitoControllo
from docservice.law.italiano import giorno, minuscola
from docservice.law.verdict import Verdetto
from docservice.modelli.catalogo import catalogo
from docservice.modelli.cifre import CIFRE

_LINES = {
    "conforme": "CONFORME: il documento rispetta le regole applicate.",
    "conforme_con_avvisi": "CONFORME CON AVVISI: il documento si può firmare; gli avvisi vanno letti.",
    "non_conforme": "NON CONFORME: gli errori vanno corretti prima della firma.",
}
_ROWS = 20
"""Rows of a table that are shown."""
_NONE = "nessuna voce"
_SUM: Final = re.compile(r" [×÷+−/] ")
"""What is worked out: of the rest, the formula says where the value comes from."""
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_DECIMAL: Final = re.compile(r"-?\d+\.\d+")
_CODE: Final = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")
_POINTER: Final = re.compile(r"(?<![^ ])/[a-z_]+(?:/[a-z_0-9]+)*")


def leggibile(verdetto: Verdetto) -> str:
    """Return the report: findings, checks, figures and their working, deadlines, and the bottom line last."""
    tipo = catalogo().get(verdetto.modello)
    said = _Parole(CIFRE, istanza(tipo.schema).fields if tipo else {})
    lines = [f"Modello: {verdetto.modello}", ""]
    for found in verdetto.rilievi:
        lines += [*_finding(found.as_dict(), said), ""]
    counted = Counter(control.esito for control in verdetto.controlli)
    kept, broken, unknown = (counted[outcome] for outcome in EsitoControllo)
    lines.append(f"Controlli: {kept} rispettati, {broken} violati, {unknown} non verificabili")
    for control in verdetto.controlli:
        lines.append(f"  {control.codice}, {control.esito.replace('_', ' ')}: {control.regola.testo}")
        lines += [f"    Perché: {control.motivo}"] if control.motivo else []
    lines += _section("Calcoli", (said.cifra(name, value) for name, value in verdetto.calcoli.items()))
    lines += _section(
        "Passaggi", (said.passo(p.descrizione, p.formula, said.testo(p.valore)) for p in verdetto.passaggi)
    )
    deadlines = []
    for due in verdetto.scadenze:
        day = giorno(due.data) if due.data else "senza giorno" if due.nota else "ogni mese"
        useful = f"; primo giorno utile {giorno(due.data_utile)}" if due.data_utile else ""
        useful += "; giorno festivo" if due.festivo else ""
        note = f"\n    {due.nota}" if due.nota else ""
        deadlines.append(f"{day}  {due.descrizione} ({due.codice}){useful}{note}")
    lines += _section("Scadenze", deadlines)
    return "\n".join([*lines, "", _LINES[verdetto.esito]])


def conto_leggibile(titolo: str, risposta: Mapping[str, Any], risultati: type[Schema]) -> str:
    """Return what a calculator answers: its working, where it is written, its notes; the results last."""
    said = _Parole(dict(_etichette(istanza(risultati).fields)), {})
    steps = (said.passo(one["descrizione"], one["formula"], one["valore"]) for one in risposta["passaggi"])
    lines = [titolo]
    for found in risposta.get("rilievi", ()):
        lines += ["", *_finding(found, said)]
    lines += _section("Passaggi", steps)
    lines += _section("Fonti", (f"{source['atto']}, {source['punto']}" for source in risposta["fonti"]))
    lines += _section("Note", risposta["note"])
    lines += _section("Risultati", (said.cifra(name, value) for name, value in risposta["risultati"].items()))
    return "\n".join(lines)


def _section(title: str, told: Iterable[str]) -> list[str]:
    """Return a heading and what is below it; nothing when nothing is."""
    lines = [f"  {line}" for line in told]
    return ["", f"{title}:", *lines] if lines else []


def _etichette(campi: Mapping[str, fields.Field[Any]]) -> Iterable[tuple[str, str]]:
    """Yield the label of each field, of those inside first: the name of an outer one is said of itself."""
    for one in campi.values():
        inner = one.inner if isinstance(one, fields.List) else one
        if isinstance(inner, fields.Nested):
            yield from _etichette(inner.schema.fields)
    yield from ((name, etichetta(one)) for name, one in campi.items())


class _Parole:
    """How figures are told: `nomi` are their labels, `campi` the fields of the data that they may speak of."""

    def __init__(self, nomi: Mapping[str, str], campi: Mapping[str, fields.Field[Any]]) -> None:
        self._names, self._fields = nomi, campi

    def campo(self, percorso: str) -> str:
        """Return how a person calls the datum at a path."""
        steps = tappe(percorso)
        return campo(self._fields, steps) if steps and steps[0] in self._fields else ""

    def cifra(self, name: str, value: Any) -> str:
        """Return a figure on its line; the rows of a table each on one of its own. Whatever JSON holds has a form."""
        label = self._label(name)
        if not isinstance(value, list):
            return f"{label}: {self._plain(value)}"
        rows = [self._plain(row) for row in value[:_ROWS]]
        if len(value) > _ROWS:
            rows.append(f"… e altre {len(value) - _ROWS}: tutte con --json")
        if any(isinstance(row, Mapping | list) for row in value):
            return "\n    ".join([f"{label}:", *rows])
        return f"{label}: {', '.join(rows) or _NONE}"

    def passo(self, what: str, formula: str, value: str) -> str:
        """Return a step of a working: the formula if there is one to do, else what the value comes from."""
        formula = self.testo(formula)
        if _SUM.search(formula):
            return f"{what}: {formula} = {value}"
        return f"{what}: {value}" if formula in {"", value} else f"{what}: {value} ({formula.rstrip('.')})"

    def _label(self, name: str) -> str:
        return self._names.get(name) or name.replace("_", " ")

    def _plain(self, value: Any) -> str:
        """Return a value on one line; of a row, what is not there is left out."""
        match value:
            case bool():
                return "sì" if value else "no"
            case None:
                return "–"
            case {"atto": act, "punto": point}:
                return f"{act}, {point}"
            case Mapping():
                return "; ".join(self._cell(key, cell) for key, cell in value.items() if cell != [])
            case list():
                return ", ".join(map(self._plain, value)) or _NONE
            case _:
                return self.testo(str(value))

    def _cell(self, name: str, cell: Any) -> str:
        if name == "indice" and isinstance(cell, int):  # where a person counts from one
            return f"n. {cell + 1}"
        return f"{self._label(name)}: {self._plain(cell).rstrip('.')}"

    def testo(self, value: str) -> str:
        """Return a text that travels as a person writes it: days, decimals, words that are codes, paths."""
        if _DAY.fullmatch(value):
            return giorno(date.fromisoformat(value))
        if _DECIMAL.fullmatch(value):
            return value.replace(".", ",")
        named = _POINTER.sub(lambda found: f"«{self.campo(found[0]) or found[0]}»", value)
        return _CODE.sub(lambda found: found[0].replace("_", " "), named)


def _finding(found: Mapping[str, Any], said: _Parole) -> list[str]:
    where, message = found.get("campo") or said.campo(found["percorso"]), found["messaggio"]
    told = f"{where}: {minuscola(message)}" if where and where not in message else message
    lines = [f"{found['gravita'].upper()} {found['codice']}", f"  {told}"]
    if "rimedio" in found:
        lines.append(f"  Rimedio: {found['rimedio']}")
    if "fonte" in found:
        lines.append(f"  Fonte: {found['fonte']['atto']}, {found['fonte']['punto']}")
    return lines
