"""Numbers of identity documents that are none: a code, a word, nothing but zeros; or that two people have.

Of the number "scaduta" `non_numero_di_documento` says that it holds no figure; of "AA 0000001" it is None.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from docservice.campi.caratteri import semplice
from docservice.law.generale.codice_fiscale import compatto, valido

DOCUMENTO: Final = "documento_identita"
_PERSONA: Final = 16
"""Characters of the code of a person."""
_NAMED: Final = 5


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


def documenti(
    persone: Sequence[tuple[int, Mapping[str, Any]]],
) -> Iterator[tuple[bool, int, str]]:
    """Yield whether it is a fault, number of the row and message of the documents that are not right."""
    same: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, person in persone:
        paper = person.get(DOCUMENTO)
        if not isinstance(paper, Mapping) or not isinstance(text := paper.get("numero"), str) or not text.strip():
            continue
        kind = paper.get("tipo")
        kind = kind if isinstance(kind, str) else ""
        if (why := non_numero_di_documento(text, kind)) is not None:
            yield True, number, why
        else:
            same[semplice(kind), semplice(text).replace(" ", "")].append(number)
    for numbers in same.values():
        for number in numbers if len(numbers) > 1 else ():
            others = [str(other) for other in numbers[: _NAMED + 1] if other != number][:_NAMED]
            told = f"alla riga {others[0]}" if len(others) == 1 else f"alle righe {', '.join(others)}"
            yield False, number, f"Lo stesso numero di documento è anche {told}: uno è forse sbagliato."
