"""Whether a file sent by somebody can be kept: it opens, it is whole, it does nothing by itself.

`controlla([("pdf", b"%PDF-1.4 …"), ("png", b"…")])` → `[[], ["L’immagine è danneggiata o incompleta: …"]]`.

Files are hostile until then, so they are read inside the fence (`allegati.recinto`), all those of a document by one
process. It takes some tenths of a second, whatever the files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Final

from docservice.allegati.recinto import Limiti, OltreIlRecinto, ciascuno_nel_recinto

MESSAGGI: Final = {
    "illeggibile": "Il PDF è danneggiato o incompleto: va aperto, salvato di nuovo e rinviato.",
    "protetto": "Il PDF è protetto, da una parola chiave o con limiti d’uso: va tolta la protezione.",
    "javascript": "Il PDF contiene istruzioni JavaScript: vanno tolte, per esempio stampandolo in un nuovo PDF.",
    "avvia": "Il PDF può avviare un programma (azione Launch): va tolta, per esempio stampandolo in un nuovo PDF.",
    "apertura": "Il PDF, da sé, apre un indirizzo o un altro file: va tolta l’azione, per esempio stampandolo in un"
    " nuovo PDF.",
    "filmato": "Il PDF contiene un filmato, un suono o un oggetto 3D: va tolto, per esempio stampandolo in un nuovo"
    " PDF.",
    "xfa": "Il PDF è un modulo XFA, che molti programmi non mostrano: va stampato in un nuovo PDF.",
    "unito": "Il PDF porta dentro un file che non è un documento comune, o un PDF che non si può accettare: va tolto, o"
    " allegato a parte.",
    "immagine": "L’immagine è danneggiata o incompleta: va aperta, salvata di nuovo e rinviata.",
    "punti": "L’immagine è troppo grande, va ridotta: può avere al massimo 100 milioni di punti.",
    "tempo": "Il file non si è potuto controllare: va salvato in una forma più semplice e rinviato.",
}
"""What is told of a file, by the word for it."""
LIMITI: Final = Limiti(secondi=60.0, processore=20, memoria=1024 * 1024 * 1024)
"""Of the process that reads all the files of a document, however busy the machine."""
_RICORDATI: Final = 1000
_ESITI: Final[dict[bytes, list[str]]] = {}
"""What was found in files, by their print: who validates and then renders sends the same. No content is kept."""


def controlla(files: Sequence[tuple[str, bytes]]) -> list[list[str]]:
    """Return, for each file, kind (`pdf`, `png`, `jpg`, `jpeg`) and bytes, what is wrong with it, remedy included.

    Of those that come after one that could not be read to the end, nothing is known or told. Raises `Occupato`.
    """
    prints = [sha256(kind.encode() + b" " + content).digest() for kind, content in files]
    new = {mark: one for mark, one in zip(prints, files, strict=True) if mark not in _ESITI}
    found = dict(zip(new, _nel_recinto(list(new.values())), strict=False)) if new else {}
    lost = next((mark for mark in new if mark not in found), None)
    if len(_ESITI) + len(found) > _RICORDATI:
        _ESITI.clear()
    _ESITI.update(found)
    known = found | {mark: _ESITI[mark] for mark in prints if mark in _ESITI}
    if lost is not None:
        known[lost] = ["tempo"]
    return [[MESSAGGI[word] for word in known.get(mark, ())] for mark in prints]


def _nel_recinto(files: Sequence[tuple[str, bytes]]) -> Iterator[list[str]]:
    """Yield what is wrong with each file, as far as the process came."""
    try:
        for words in ciascuno_nel_recinto(controlla_uno, files, limiti=LIMITI):
            if not isinstance(words, list) or not all(isinstance(word, str) and word in MESSAGGI for word in words):
                return
            yield words
    except OltreIlRecinto:
        return


def controlla_uno(kind: str, content: bytes) -> list[str]:
    """Return what is wrong with a file, in words of `MESSAGGI`; runs inside the fence, which loads what it needs."""
    try:
        if kind == "pdf":
            from docservice.allegati.controllo import pdf  # noqa: PLC0415 - each costs a tenth of a second

            return sorted(pdf.controlla(content))
        from docservice.allegati.controllo import immagini  # noqa: PLC0415

        return sorted(immagini.controlla(content, kind))
    except (MemoryError, RecursionError):
        return ["tempo"]
    except Exception:  # noqa: BLE001 - whatever a parser raises, the file is not one to keep
        return ["illeggibile" if kind == "pdf" else "immagine"]
