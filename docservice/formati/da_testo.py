"""Values written as bare text, in XML and in forms: to what they would be in JSON."""

from __future__ import annotations

from typing import Any

from marshmallow import fields

from docservice.campi.fields import SiNo, Testo
from docservice.formati.composto import composto

_SPACE = " \t\r\n"


def valore(campo: fields.Field[Any], testo: str) -> Any:
    """Return what `testo` is for a field: text as typed, in NFC; true or false; else trimmed, for the field to read.

    What is not true or false stays text, which the field refuses with its own message.
    """
    testo = composto(testo)
    if isinstance(campo, Testo):
        return testo
    word = testo.strip(_SPACE)
    if isinstance(campo, SiNo) and word in ("true", "false"):
        return word == "true"
    return word
