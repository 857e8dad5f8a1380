"""Read a payload sent as a form: names dotted or in brackets, values as people write them.

`datore_lavoro.sede_legale.cap` is `datore_lavoro[sede_legale][cap]` too; `lavoratori[0].cognome` is
`lavoratori.0.cognome` and `lavoratori[0][cognome]`; `componenti[]` is the next of a list of values.

A browser sends a blank for what is not filled in and nothing for what is not ticked, so what is blank is no datum,
wherever it stands: a group, or a row, with nothing in it counts as not there, and a list that must be there may have no
rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from marshmallow import Schema, fields

from docservice.campi.blocco import MOLTI_DIFETTI, SCONOSCIUTO
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, SiNo
from docservice.formati import italiano
from docservice.formati.da_testo import valore
from docservice.formati.lettura import DatiIlleggibili, Errore, leggi, passo, tappe

_STEP = r"(?:[^\W\d]\w*|\d{1,6})"
_NAME = re.compile(rf"{_STEP}(?:\.{_STEP}|\[{_STEP}\])*(?:\[\])?", re.ASCII)
_PART = re.compile(r"\w+|\[\]", re.ASCII)
_NUMBERED = re.compile(r"\w[\[.][-+]?[0-9]+", re.ASCII)
_NUMERO_ERRATO = "Il numero di una riga va da 0 in su, senza segno né salti: va corretto, o va tolto il campo."
_GROUPED = re.compile(r"\[[^\W\d]\w*\]", re.ASCII)
"""A group in brackets: who writes one so writes them all so."""
_NEXT = "[]"
"""Step to the next of a list of values."""

Fields = Mapping[str, fields.Field[Any]]
Steps = list[str | int]
Sent = dict[str | int, Any]
"""What was sent, as nested dictionaries by name and index; at the end of each path the texts under that name."""


def leggi_modulo(coppie: Iterable[tuple[str | None, str]], schema: Schema) -> tuple[dict[str, Any], list[Errore]]:
    """Return the values, as JSON would give them, and the faults that only a form can have; a name may be missing.

    Raises `DatiIlleggibili` where a row left blank is not the last, and there are faults: each is told at its own row.
    """
    reader = _Reader()
    sent: Sent = {}
    for name, text in coppie:
        steps = _steps(name or "")
        if not _known(schema.fields, steps):
            message = _NUMERO_ERRATO if not steps and _NUMBERED.search(name or "") else SCONOSCIUTO
            reader.fault("".join(f"/{passo(step)}" for step in steps or [name or ""]), message)
            if len(reader.faults) >= MOLTI_DIFETTI:
                break
            continue
        place = sent
        for step in steps[:-1]:
            place = place.setdefault(step, {})
        last = len(place) if steps[-1] == _NEXT else steps[-1]
        place.setdefault(last, []).append(text)
    values = reader.group(schema.fields, sent, "")
    if reader.rows:
        reader.judge(values, schema)
    return values, reader.faults


def e_file(nome: str, schema: Schema) -> bool:
    """Return whether a name of a form is that of a file: of a group with its name and its bytes, `allegati[0].file`."""
    steps = _steps(nome)
    return bool(steps) and all(_known(schema.fields, [*steps, one]) for one in ("nome", "contenuto"))


def _steps(name: str) -> Steps:
    """Return `lavoratori[0].cognome` as `["lavoratori", 0, "cognome"]`; none when it is no such name."""
    parts = _PART.findall(name) if _NAME.fullmatch(name) else []
    return [int(part) if part.isdigit() else part for part in parts]


def _known(campi: Fields, steps: Steps) -> bool:
    """Return whether the steps lead to a value, no longer a group or a list."""
    found: fields.Field[Any] | None = None
    for step in steps:
        if isinstance(step, int) or step == _NEXT:
            found = found.inner if isinstance(found, Lista) else None
        elif found is None or isinstance(found, Gruppo):
            found = (campi if found is None else found.schema.fields).get(step)
        else:
            return False
        if found is None:
            return False
    return found is not None and not isinstance(found, Gruppo | Lista)


class Nomi:
    """The names of the inputs of a form: those that were sent, as they were; the others, written as those are.

    `Nomi(["sede[cap]"]).di("/sede/cap")` → `sede[cap]`, and of `/sede/via` `sede[via]`; without any, `sede.via`.
    """

    def __init__(self, inviati: Iterable[str]) -> None:
        self._sent: dict[str, str] = {}
        self._brackets = False
        times: Counter[str] = Counter()
        for name in inviati:
            steps: Steps = list(_steps(name))
            if steps[-1:] == [_NEXT]:
                # each is the next of its list, and has a name that is that of the others
                steps[-1] = times[name]
                times[name] += 1
            self._sent["".join(f"/{passo(step)}" for step in steps or [name])] = name
            self._brackets = self._brackets or _GROUPED.search(name) is not None

    def di(self, percorso: str) -> str:
        """Return the name of the input at a JSON pointer."""
        first, *steps = tappe(percorso)
        told = "".join(f"[{step}]" if step.isdigit() or self._brackets else f".{step}" for step in steps)
        return self._sent.get(percorso, first + told)


class _Reader:
    """Turns what was sent into values, noting the faults."""

    def __init__(self) -> None:
        self.faults: list[Errore] = []
        self.rows: dict[str, list[int]] = {}  # those kept, by the path of a list of which others were left blank

    def fault(self, path: str, message: str) -> None:
        self.faults.append(Errore(path, message))

    def judge(self, values: dict[str, Any], schema: Schema) -> None:
        """Raise the faults of the values, each at the row that it was sent in."""
        try:
            leggi(type(schema), values)
        except DatiIlleggibili as error:
            told = {fault.percorso for fault in self.faults}
            sent = [Errore(self._sent(fault.percorso), fault.messaggio) for fault in error.errori]
            raise DatiIlleggibili(self.faults + [fault for fault in sent if fault.percorso not in told]) from None

    def _sent(self, path: str) -> str:
        sent = ""
        for step in path.split("/")[1:]:
            kept = self.rows.get(sent)
            sent += f"/{kept[int(step)] if kept and step.isdigit() else step}"
        return sent

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
        read = {index: self._value(lista.inner, sent[index], f"{path}/{index}") for index in kept}
        rows = {index: row for index, row in read.items() if row is not None and not _blank(lista.inner, row)}
        if list(rows) != kept[: len(rows)]:
            self.rows[path] = list(rows)
        return list(rows.values())

    def _scalar(self, campo: fields.Field[Any], texts: list[str], path: str) -> Any:
        """Return the value, None when there is none; a check box comes after the hidden field that says no."""
        if len(texts) > 1 and not isinstance(campo, SiNo):
            self.fault(path, "Il campo è ripetuto, va inviato una volta sola.")
        text = texts[-1].replace("\r\n", "\n")
        if not text.strip():
            return None
        try:
            return _read(campo, text)
        except italiano.TestoIllegibile as why:
            self.fault(path, str(why))
            return text


def _read(campo: fields.Field[Any], text: str) -> Any:
    """Return what a text that is not blank says."""
    match campo:
        case Giorno():
            return italiano.giorno(text.strip())
        case Intero() | Decimale():
            return italiano.numero(text, campo)
        case SiNo():
            return italiano.si_no(text.strip())
        case _:
            return valore(campo, text)


def _blank(campo: fields.Field[Any], value: Any) -> bool:
    """Return whether nothing was filled in of a group, a list or a row.

    A check box that says no fills in nothing where more must be said; it is what is said where nothing else must be.
    """
    if isinstance(campo, Lista):
        return not value
    if isinstance(campo, Gruppo):
        members = campo.schema.fields
        must = any(member.required and not isinstance(member, SiNo) for member in members.values())
        return all(
            (inner is False and must) or (isinstance(inner, dict | list) and _blank(members[name], inner))
            for name, inner in value.items()
        )
    return False
