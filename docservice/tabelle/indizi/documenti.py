"""Numbers of identity documents that are none: a code, a word, nothing but zeros; or that two people have.

Of the number "scaduta" `non_numero_di_documento` says that it holds no figure; of "AA 0000001" it is None.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from docservice.campi.caratteri import semplice
from docservice.law.generale.codice_fiscale import compatto, valido

DOCUMENTO: Final = "documento_identita"
_PERSONA: Final = 16
"""Characters of the code of a person."""
_NAMED: Final = 5
_NOT_A_NUMBER: Final = (
    (
        re.compile(r"n(?:um(?:ero)?|r)?\s?[.°º:]|(?:num(?:ero)?|nr)\b", re.IGNORECASE),
        "comincia con «{}», che il documento stampa già",
    ),
    (re.compile(r"[()\[\]]"), "ha una parentesi"),
    (re.compile(r"[^\W\d_]{4,}"), "contiene la parola «{}»"),
    (re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\b\d{1,2}/\d{4}\b"), "contiene una data («{}»)"),
    (re.compile(r"\d{3}.*?[/;,+|]\s?.*\d{3}"), "sembra di due documenti"),
    (re.compile(r"\d[.,]0+$"), "ha dei decimali, come i numeri scritti da un programma"),
    (re.compile(r"[^\w\s]+$"), "finisce con «{}»"),
    (re.compile(r"(?<=^[A-Za-z]{2})\s?\d{6}[OoIl]$"), "finisce con una lettera che sembra una cifra"),
)
"""What no number of a document has, and what is told of it."""
_TYPE: Final = re.compile(r"\d{4,}")
_DATED: Final = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")


def non_numero_di_documento(numero: str, tipo: str) -> str | None:
    """Return why a text is the number of no document, remedy included; None when it may be."""
    digits = [c for c in numero if c.isdecimal()]
    if not digits and any(c.isdecimal() for c in tipo):
        return (
            f"Il tipo («{tipo}») e il numero («{numero}») del documento sembrano scambiati: vanno messi al loro posto."
        )
    if not digits:
        return f"«{numero}» non è il numero di un documento, perché non ha cifre: va ricopiato dal documento."
    if len(compatto(numero)) == _PERSONA and valido(compatto(numero).upper()):
        return "Qui c’è un codice fiscale: va scritto il numero stampato sul documento."
    if set(numero) <= set("0 "):
        return f"«{numero}» non è il numero di un documento: va ricopiato dal documento."
    return None


def _dubbi(paper: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield member and message of what is in doubt of a document: what is noted beside its number, kind and issuer."""
    number, kind, by = (str(paper.get(name) or "").strip() for name in ("numero", "tipo", "rilasciato_da"))
    for pattern, what in _NOT_A_NUMBER:
        if (found := pattern.search(number)) is not None and (pattern is not _NOT_A_NUMBER[0][0] or not found.start()):
            told = what.format(found[0].strip())
            yield "numero", f"Il numero del documento, «{number}», {told}: va ricopiato il solo numero, com’è."
            break
    if (found := _TYPE.search(kind)) is not None:
        yield (
            "tipo",
            f"Nel tipo del documento c’è un numero («{found[0]}»): va scritto sotto il numero, e tolto di qui.",
        )
    if (found := _DATED.search(by)) is not None:
        yield "rilasciato_da", f"In «Rilasciato da» c’è una data («{found[0]}»): va scritta sotto «Rilasciato il»."


def documenti(
    persone: Sequence[tuple[int, Mapping[str, Any]]],
) -> Iterator[tuple[bool, int, str, str]]:
    """Yield whether it is a fault, number of the row, member and message of the documents that are not right."""
    same: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, person in persone:
        paper = person.get(DOCUMENTO)
        if not isinstance(paper, Mapping) or not isinstance(text := paper.get("numero"), str) or not text.strip():
            continue
        kind = paper.get("tipo")
        kind = kind if isinstance(kind, str) else ""
        if (why := non_numero_di_documento(text, kind)) is not None:
            yield True, number, "numero", why
        else:
            yield from ((False, number, member, message) for member, message in _dubbi(paper))
            same[semplice(kind), semplice(text).replace(" ", "")].append(number)
    for numbers in same.values():
        for number in numbers if len(numbers) > 1 else ():
            others = [str(other) for other in numbers[: _NAMED + 1] if other != number][:_NAMED]
            told = f"alla riga {others[0]}" if len(others) == 1 else f"alle righe {', '.join(others)}"
            yield False, number, "numero", f"Lo stesso numero di documento è anche {told}: uno è forse sbagliato."
