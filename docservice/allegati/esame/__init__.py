"""Whether a file sent by somebody can be kept: it opens, it is whole, it does nothing by itself.

Files are hostile until then, so what reads them (see `__main__`) is a process of its own, with bounds on memory and
time: whatever they do to a parser, here they are only refused. It takes some tenths of a second, whatever the files.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from threading import Semaphore
from typing import Final

MESSAGGI: Final = {
    "illeggibile": "Il PDF è danneggiato o incompleto: va aperto, salvato di nuovo e rinviato.",
    "protetto": "Il PDF è protetto, da una parola chiave o con limiti d’uso: va tolta la protezione.",
    "javascript": "Il PDF contiene istruzioni JavaScript: vanno tolte, per esempio stampandolo in un nuovo PDF.",
    "avvia": "Il PDF può avviare un programma (azione Launch): va tolta, per esempio stampandolo in un nuovo PDF.",
    "apertura": "Il PDF, da sé, apre un indirizzo o un altro file: va tolta l’azione, per esempio stampandolo in un"
    " nuovo PDF.",
    "xfa": "Il PDF è un modulo XFA, che molti programmi non mostrano: va stampato in un nuovo PDF.",
    "unito": "Il PDF porta dentro un file che non è un documento comune, o un PDF che non si può accettare: va tolto, o"
    " allegato a parte.",
    "immagine": "L’immagine è danneggiata o incompleta: va aperta, salvata di nuovo e rinviata.",
    "punti": "L’immagine è troppo grande: può avere al massimo 100 milioni di punti.",
    "tempo": "Il file non si è potuto controllare: va salvato in una forma più semplice e rinviato.",
}
"""What is told of a file, by the word for it."""
SECONDI: Final = 60.0
"""Seconds in which all the files of a document must have been examined, however busy the machine."""
_INSIEME: Final = Semaphore(2)
"""How many examinations at once: what files may cost in memory is theirs."""
_RICORDATI: Final = 1000
_ESITI: Final[dict[bytes, list[str]]] = {}
"""What was found in files, by their print: who validates and then renders sends the same. No content is kept."""


def esamina(files: Sequence[tuple[str, bytes]]) -> list[list[str]]:
    """Return, for each file, kind (`pdf`, `png`, `jpg`, `jpeg`) and bytes, what is wrong with it, remedy included.

    Of those that come after one that could not be examined, nothing is known or told.
    """
    prints = [sha256(kind.encode() + b" " + content).digest() for kind, content in files]
    new = {mark: one for mark, one in zip(prints, files, strict=True) if mark not in _ESITI}
    found = dict(zip(new, _nel_processo(list(new.values())), strict=False)) if new else {}
    lost = next((mark for mark in new if mark not in found), None)
    if len(_ESITI) + len(found) > _RICORDATI:
        _ESITI.clear()
    _ESITI.update(found)
    known = found | {mark: _ESITI[mark] for mark in prints if mark in _ESITI}
    if lost is not None:
        known[lost] = ["tempo"]
    return [[MESSAGGI[word] for word in known.get(mark, ())] for mark in prints]


def _nel_processo(files: Sequence[tuple[str, bytes]]) -> list[list[str]]:
    """Return what is wrong with each file, as far as the process came."""
    head = json.dumps([[kind, len(content)] for kind, content in files]).encode()
    command = [sys.executable, "-m", __name__]
    with _INSIEME:
        try:
            told = subprocess.run(  # noqa: S603 - our own command
                command,
                input=b"\n".join((head, b"".join(content for _, content in files))),
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=SECONDI,
                check=False,
            ).stdout
        except subprocess.TimeoutExpired as late:
            told = late.stdout or b""
    whole = told[: told.rfind(b"\n") + 1].splitlines()
    return [json.loads(line) for line in whole]
