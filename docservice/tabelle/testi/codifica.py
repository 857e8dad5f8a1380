"""Bytes to text: UTF-8, UTF-16 and UTF-32 with or without their mark, Windows-1252 where its letters make words.

`decodifica("Nicolò".encode("cp1252"))` → `("Nicolò", ("Il file non è in UTF-8: …",))`; of the same in a DOS encoding
it says at which line, and which: a letter that is only likely never reaches a document.
"""

from __future__ import annotations

import re
from typing import Final

from docservice.tabelle.foglio import TabellaIllegibile

_BOMS: Final = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\0\0": "utf-32",
    b"\0\0\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
_NAMES: Final = {
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32": "UTF-32",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
    "cp850": "quella di DOS (codepage 850)",
    "mac_roman": "quella dei vecchi Mac (Mac Roman)",
}
_GUESSES: Final = ("cp1252", "cp850", "mac_roman")
_HEAD: Final = 4096
"""Bytes by which texts of two or four bytes a letter are known."""
_WORDS: Final = 20_000
"""Words by which the encoding is judged."""
_WORD: Final = re.compile(rb"[0-9A-Za-z'.\x80-\xff]*[\x80-\xff][0-9A-Za-z'.\x80-\xff]*")
_ITALIAN: Final = frozenset("àèéìòùÀÈÉÌÒÙ")
_AROUND: Final = frozenset("°ªº€§«»“”’‘–—…·•®™©²³½¼¾¿¡")
_INSIDE: Final = frozenset("’‘·")
_APOSTROPHE: Final = "Õ"
"""What Windows-1252 reads where an old Mac wrote an apostrophe: after the first letter of a word, it is that."""


def decodifica(contenuto: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file, and a note when it is not in UTF-8; raise `TabellaIllegibile`."""
    declared = next((name for mark, name in _BOMS.items() if contenuto.startswith(mark)), None) or _by_zeros(contenuto)
    try:
        text = contenuto.decode(declared or "utf-8")
    except UnicodeDecodeError as error:
        if declared:
            raise TabellaIllegibile(
                "Il testo del file non è valido nella codifica che dichiara: va salvato di nuovo in UTF-8."
            ) from None
        if not contenuto[: error.start].isascii():
            line = contenuto.count(b"\n", 0, error.start) + 1
            raise TabellaIllegibile(
                f"Alla riga {line} c’è una lettera di un’altra codifica, in un file che fin lì è in UTF-8: quella riga"
                " va riscritta, e il file salvato in «CSV UTF-8»."
            ) from None
        return _guessed(contenuto), ("Il file non è in UTF-8: è stato letto come Windows-1252.",)
    name = _NAMES.get(declared or "")
    return text.removeprefix("\ufeff"), (f"Il file non è in UTF-8: è stato letto come {name}.",) if name else ()


def larga(contenuto: bytes) -> bool:
    """Say whether the letters of a text take two or four bytes each."""
    return contenuto.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or _by_zeros(contenuto) is not None


def _by_zeros(content: bytes) -> str | None:
    """Return the encoding of a text without mark whose letters take two or four bytes, told by where the zeros are."""
    head = content[:_HEAD]
    if not head.count(0) > len(head) // 4:
        return None
    zeros = [head[place::4].count(0) * 4 / len(head) for place in range(4)]
    most = [share > 0.6 for share in zeros]  # noqa: PLR2004 - of the letters, most are Latin
    found = {
        (False, True, True, True): "utf-32-le",
        (True, True, True, False): "utf-32-be",
        (False, True, False, True): "utf-16-le",
        (True, False, True, False): "utf-16-be",
    }
    return found.get((most[0], most[1], most[2], most[3]))


def _guessed(content: bytes) -> str:
    """Return the text of bytes that only Windows-1252 makes into words; raise with the line, and what it likely is."""
    words = [found[0] for found, _ in zip(_WORD.finditer(content), range(_WORDS), strict=False)]
    told = set(words)
    scores = {encoding: _score(told, encoding) for encoding in _GUESSES}
    best = max(_GUESSES, key=scores.__getitem__)
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        text = None
    # a word that makes none is enough: nobody would see it on a paper among the others
    bad = next((word for word in words if _value(word, "cp1252") < 0), None)
    if text is not None and best == "cp1252" and bad is None:
        return text
    if bad is None:
        bad = next(word for word in words if _value(word, best) > _value(word, "cp1252"))
    line = content.count(b"\n", 0, content.index(bad)) + 1
    likely = f": sembra {_NAMES[best]}" if best in _NAMES and scores[best] > 0 else ""
    raise TabellaIllegibile(
        f"Alla riga {line} c’è una parola con lettere che non si riconoscono: la codifica del file non è UTF-8 né"
        f" Windows-1252{likely}. Va salvato di nuovo in «CSV UTF-8», e le lettere accentate vanno controllate."
    )


def _score(words: set[bytes], encoding: str) -> int:
    return sum(_value(word, encoding) for word in words)


def _value(word: bytes, encoding: str) -> int:
    """Return how much a word looks like one, read in an encoding: Italian letters most, what no word holds least."""
    try:
        text = word.decode(encoding)
    except UnicodeDecodeError:
        return -9
    total = 0
    for place, character in enumerate(text):
        if not character.isascii():
            before, after = text[max(0, place - 1) : place], text[place + 1 : place + 2]
            total += -3 if text[:2].endswith(_APOSTROPHE) else _fits(character, before, after)
    return total


def _fits(character: str, before: str, after: str) -> int:  # noqa: PLR0911 - a case each
    """Return how well a character stands between two others."""
    if not character.isalpha() or character in "ªº":
        if character in _AROUND:
            return 1 if character in _INSIDE or not (before.isalpha() and after.isalpha()) else -3
        return 0 if character.isspace() else -3
    if character.isupper() and before.islower():
        return -3
    if character.islower() and after.isupper() and after.isalpha() and not before.isupper():
        return -3
    alone = not before.isalpha() and not after.isalpha()
    if alone or before.isdigit():
        return 1 if character in "èÈéàÀ" and not before.isdigit() else -2
    if character in _ITALIAN:
        # at the end of a word, where Italian has them
        return 1 if after.isalpha() else 2 if character.islower() and before.isupper() else 3
    # a small letter among capitals is one that the keyboard has, that is an Italian one
    return -2 if character.islower() and before.isupper() and (after.isupper() or not after) else 1
