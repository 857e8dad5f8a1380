"""Names that came out of a page broken, or run together: "Bram-billa", "Ros setti", "DeLuca", "D Amico".

`spezzato("Bram-billa", "cognome")` says that a hyphen is followed by a small letter; "De Luca", "McDonald" and
"Rossi-Bianchi" say nothing. The code of a person has the same letters either way: who sent them is asked.
"""

from __future__ import annotations

import re
from typing import Any, Final

_SMALL: Final = frozenset(
    (
        *(
            "di",
            "de",
            "del",
            "della",
            "dello",
            "dell",
            "dei",
            "degli",
            "d",
            "da",
            "dal",
            "dalla",
            "la",
            "lo",
            "li",
            "le",
        ),
        *("e", "y", "i", "el", "al", "ul", "ur", "as", "es", "bin", "ben", "ibn", "van", "von", "der", "den", "ter"),
        *("ten", "zu", "zur", "dos", "das", "du", "des", "detto", "detta"),
    )
)
"""Words that names have in small letters, as people write them."""
_HYPHEN: Final = re.compile(r"[^\W\d_]-([^\W\d_]+)")
_JOINED: Final = re.compile(r"(?!(?:Mc|Mac|Fitz)[A-Z])[A-ZÀ-Þ][a-zà-ÿ]+[A-ZÀ-Þ][a-zà-ÿ]")
_ELIDED: Final = re.compile(r"(?:^|\s)(D|L|O|Dell|Dall|DELL|DALL)\s+[A-ZÀ-Þ]")
_NO_APOSTROPHE: Final = "dopo «{}» sembra mancare l’apostrofo"
_ASKED: Final = "«{testo}»: {che}. Se il nome è stato spezzato o unito in una copia, va riscritto."


def spezzato(testo: str, nome: str) -> str | None:
    """Return what is told of a name that seems broken or run together; `nome` is the member: surname or first name."""
    why = None
    if testo.istitle() and testo.isalpha():
        return None
    if testo.isupper() or not testo[:1].isupper():
        found = _ELIDED.search(testo) if nome == "cognome" and testo.isupper() else None
        return None if found is None else _ASKED.format(testo=testo, che=_NO_APOSTROPHE.format(found[1]))
    if (found := _JOINED.search(testo)) is not None:
        why = f"in «{found[0]}…» c’è una maiuscola in mezzo alla parola"
    elif nome == "cognome" and _small(found := _HYPHEN.search(testo)):
        why = "dopo il trattino c’è una minuscola"
    elif nome == "cognome" and (found := _ELIDED.search(testo)) is not None:
        why = _NO_APOSTROPHE.format(found[1])
    elif any(word.islower() and word.isalpha() and word not in _SMALL for word in testo.split()):
        why = "una parola comincia con la minuscola"
    return None if why is None else _ASKED.format(testo=testo, che=why)


def _small(found: Any) -> bool:
    return found is not None and found[1].islower() and found[1] not in _SMALL
