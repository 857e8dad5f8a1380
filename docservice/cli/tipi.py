"""What an argument may be: each reads the word that was written, or says what is wrong with it and what to do.

`giorno("2026-01-31")` → `date(2026, 1, 31)`; of "31/01/2026" it says that it must be written as 2026-01-31.
"""

from __future__ import annotations

import os
import re
from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path

from docservice.ambiente import MAX_PROCESSI
from docservice.law.italiano import minuscola

_LAST_PORT = 65535


def nome(text: str) -> str:
    """Read a name, or anything that is not empty."""
    if not text:
        raise ArgumentTypeError("è vuoto: va scritto, o tolto")
    return text


def cartella(text: str) -> Path:
    """Read the place of a folder."""
    return Path(nome(text))


def file(text: str) -> Path:
    """Read the place of a file."""
    if len(text) > 1 and text.endswith(os.sep):
        raise ArgumentTypeError(f"{text} è il nome di una cartella: va indicato un file")
    return Path(nome(text))


def giorno(text: str) -> date:
    """Read a day, as the API does."""
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ArgumentTypeError(f"«{text}» non è una data: va scritta come 2026-01-31")
    from marshmallow import ValidationError

    from docservice.campi.fields import Giorno

    try:
        return Giorno().da_solo(text)
    except ValidationError as error:
        raise ArgumentTypeError(f"{text}: {minuscola(str(error.messages[0])).rstrip('.')}") from None


def anno(text: str) -> int:
    """Read a year."""
    if not re.fullmatch("(19|20)[0-9]{2}|2100", text, re.ASCII):
        raise ArgumentTypeError(f"«{text}» non è un anno: va scritto con quattro cifre, come 2026")
    return int(text)


def porta(text: str) -> int:
    """Read a port."""
    if not text.isdecimal() or not 1 <= int(text) <= _LAST_PORT:
        raise ArgumentTypeError(f"{text} non è una porta: va scelta da 1 a {_LAST_PORT}")
    return int(text)


def quanti(text: str) -> int:
    """Read a number from 1 on."""
    if not text.isdecimal() or not int(text):
        raise ArgumentTypeError(f"«{text}» non è un numero da 1 in su")
    return int(text)


def processi(text: str) -> int:
    """Read how many processes are to work."""
    if (found := quanti(text)) > MAX_PROCESSI:
        raise ArgumentTypeError(
            f"«{text}» è troppo per questa macchina: al massimo {MAX_PROCESSI}, e uno per processore basta"
        )
    return found
