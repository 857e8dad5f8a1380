"""Read a payload sent as a form: dotted names (`datore_lavoro.denominazione`, `lavoratori[0].cognome`).

A browser sends a blank for what is not filled in and nothing for what is not ticked, so a group or a last row with
nothing in it counts as not there, and a list that must be there may have no rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from marshmallow import Schema, fields

from docservice.campi.blocco import MOLTI_DIFETTI, SCONOSCIUTO
from docservice.campi.fields import Gruppo, Lista, SiNo, Testo
from docservice.formati.da_testo import valore
from docservice.formati.lettura import Errore, passo, tappe

_STEP = r"[^\W\d]\w*(?:\[\d{1,6}\])?"
_NAME = re.compile(rf"{_STEP}(?:\.{_STEP})*", re.ASCII)
_PART = re.compile(r"\w+", re.ASCII)

Fields = Mapping[str, fields.Field[Any]]
Steps = list[str | int]
Sent = dict[str | int, Any]
"""What was sent, as nested dictionaries by name and index; at the end of each path the texts under that name."""


def leggi_modulo(coppie: Iterable[tuple[str | None, str]], schema: Schema) -> tuple[dict[str, Any], list[Errore]]:
    """Return the values, as JSON would give them, and the faults that only a form can have; a name may be missing."""
    reader = _Reader()
    sent: Sent = {}
    for name, text in coppie:
        steps = _steps(name or "")
        if not _known(schema.fields, steps):
            reader.fault("".join(f"/{passo(step)}" for step in steps or [name or ""]), SCONOSCIUTO)
            if len(reader.faults) >= MOLTI_DIFETTI:
                break
            continue
        place = sent
        for step in steps[:-1]:
            place = place.setdefault(step, {})
        place.setdefault(steps[-1], []).append(text)
    return reader.group(schema.fields, sent, ""), reader.faults


def _steps(name: str) -> Steps:
    """Return `lavoratori[0].cognome` as `["lavoratori", 0, "cognome"]`; none when it is no such name."""
    parts = _PART.findall(name) if _NAME.fullmatch(name) else []
    return [int(part) if part.isdigit() else part for part in parts]


def _known(campi: Fields, steps: Steps) -> bool:
    """Return whether the steps lead to a value, no longer a group or a list."""
    found: fields.Field[Any] | None = None
    for step in steps:
        if isinstance(step, int):
            found = found.inner if isinstance(found, Lista) else None
        elif found is None or isinstance(found, Gruppo):
            found = (campi if found is None else found.schema.fields).get(step)
        else:
            return False
        if found is None:
            return False
    return found is not None and not isinstance(found, Gruppo | Lista)


def nome(percorso: str) -> str:
    """Return the name of the input at a JSON pointer: `/lavoratori/2/cognome` → `lavoratori[2].cognome`."""
    first, *steps = tappe(percorso)
    return first + "".join(f"[{step}]" if step.isdigit() else f".{step}" for step in steps)


class _Reader:
    """Turns what was sent into values, noting the faults."""

    def __init__(self) -> None:
        self.faults: list[Errore] = []

    def fault(self, path: str, message: str) -> None:
        self.faults.append(Errore(path, message))

    def group(self, campi: Fields, sent: Sent, path: str) -> dict[str, Any]:
        """Return the members that were sent, and the lists that must be there."""
        found = {}
        for name, campo in campi.items():
            if name in sent:
                value = self._value(campo, sent[name], f"{path}/{name}")
                if value is not None and (campo.required or not _blank(campo, value)):
                    found[name] = value
            elif campo.required and isinstance(campo, Lista):
                found[name] = []
        return found

    def _value(self, campo: fields.Field[Any], sent: Any, path: str) -> Any:
        if isinstance(campo, Gruppo):
            return self.group(campo.schema.fields, sent, path)
        if isinstance(campo, Lista):
            return self._list(campo, sent, path)
        return self._scalar(campo, sent, path)

    def _list(self, lista: Lista, sent: Sent, path: str) -> list[Any]:
        indices = sorted(int(index) for index in sent)
        missing = next((n for n, index in enumerate(indices) if n != index), None)
        if missing is not None:
            self.fault(path, f"Manca la riga [{missing}], gli indici vanno scritti di seguito, a partire da [0].")
        # one more than it may hold is enough to be refused
        kept = indices[:missing][: lista.massimo + 1]
        rows = [self._value(lista.inner, sent[index], f"{path}/{index}") for index in kept]
        while rows and (rows[-1] is None or _blank(lista.inner, rows[-1])):
            rows.pop()
        return rows

    def _scalar(self, campo: fields.Field[Any], texts: list[str], path: str) -> Any:
        """Return the value, None when there is none; a check box comes after the hidden field that says false."""
        if len(texts) > 1 and not isinstance(campo, SiNo):
            self.fault(path, "Il campo è ripetuto, va inviato una volta sola.")
        value = valore(campo, texts[-1].replace("\r\n", "\n"), si=("true", "on"))
        return None if value == "" and not isinstance(campo, Testo) else value


def _blank(campo: fields.Field[Any], value: Any) -> bool:
    """Return whether nothing was filled in of a group, a list or a row.

    A check box that says no fills in nothing where more must be said; it is what is said where nothing else must be.
    """
    if isinstance(campo, Lista):
        return not value
    if isinstance(campo, Gruppo):
        members = campo.schema.fields
        must = any(member.required for member in members.values())
        return all(
            inner == ""
            or (inner is False and must)
            or (isinstance(inner, dict | list) and _blank(members[name], inner))
            for name, inner in value.items()
        )
    return False
