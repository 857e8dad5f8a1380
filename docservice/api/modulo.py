"""A form that sends a table: the file, what its rows share, and fields that are one of some words.

`con_tabella({"nascoste": ("leggi", "salta")}, {})` → `{"file": b"…", "comune": b"{}", "nascoste": "leggi"}`, no fault.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask import request

from docservice.api.corpi import MULTIPART, corpo, parti
from docservice.api.problems import Problema
from docservice.campi.semplice import OBBLIGATORIO
from docservice.campi.vicini import non_ammesso
from docservice.formati.da_json import leggi_json
from docservice.formati.forse import non_previsto
from docservice.formati.lettura import CorpoIllegibile, Errore, passo

_FILE, _COMUNE = "file", "comune"
_CALLED = {_FILE: "Tabella", _COMUNE: "Dati comuni"}
"""How a fault calls the fields that are no words."""


def con_tabella(
    parole: Mapping[str, Sequence[str]], solite: Mapping[str, str], servono: Sequence[str] = ()
) -> tuple[dict[str, Any], list[Errore]]:
    """Return the fields of the form, with what they are when absent (`solite`), and their faults.

    `parole` are the fields that are one of some words, of which `servono` must be there. Raises `Problema` 415.
    """
    if request.mimetype != MULTIPART:
        raise Problema(415, "tipo-non-accettato", f"Il corpo va inviato come {MULTIPART}, con il file in «file».")
    known = {name: name.capitalize() for name in parole} | _CALLED
    texts, parts = parti(request, corpo(request))
    sent = {name: texts.getlist(name) for name in texts}
    files = {name: parts.getlist(name) for name in parts}
    faults = [
        Errore(f"/{passo(name)}", non_previsto(name, known), passo(name)) for name in {*sent, *files} - set(known)
    ]
    faults += [difetto(name, "Il campo è ripetuto, va inviato una volta sola.") for name in sent if len(sent[name]) > 1]
    found: dict[str, Any] = {_COMUNE: b"{}", **solite, **{name: sent[name][0] for name in parole if name in sent}}
    faults += [
        difetto(name, non_ammesso(found[name], words))
        for name, words in parole.items()
        if name in found and found[name] not in words
    ]
    faults += [difetto(name, OBBLIGATORIO) for name in servono if name not in found]
    faults += [
        difetto(name, "Il file è ripetuto, va inviato una volta sola.") for name in files if len(files[name]) > 1
    ]
    faults += [difetto(name, "Qui serve un testo, non un file.") for name in files if name in parole]
    shared = files[_COMUNE][0].read() if _COMUNE in files else None
    if _COMUNE in sent:
        shared = sent[_COMUNE][0].encode()
    if shared is not None:
        found[_COMUNE] = shared
        faults += _dei_comuni(shared)
    if _FILE in files:
        found[_FILE] = files[_FILE][0].read()
    else:
        faults.append(difetto(_FILE, "Manca il file, va inviato in questo campo."))
    return found, faults


def _dei_comuni(shared: bytes) -> list[Errore]:
    try:
        if isinstance(leggi_json(shared), dict):
            return []
    except CorpoIllegibile as error:
        return [difetto(_COMUNE, str(error))]
    return [difetto(_COMUNE, "Qui serve un oggetto JSON, con i campi uguali per tutte le righe.")]


def difetto(name: str, message: str) -> Errore:
    """Return a fault of a field of the form, called as people call it."""
    return Errore(f"/{passo(name)}", message, _CALLED.get(name, name.capitalize()))
