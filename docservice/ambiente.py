"""What the environment tells the service, read in one place and refused in words.

With `DOCSERVICE_TEMPO_RESA=5`, `numero("DOCSERVICE_TEMPO_RESA")` is `5.0`; with `DOCSERVICE_TEMPO_RESA=molto`,
`controlla()` raises `ImpostazioneErrata`, which says so, and what else is wrong.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Final, NamedTuple


class ImpostazioneErrata(ValueError):  # noqa: N818 - in the words of the field
    """Variables that cannot be meant as they are; the message tells each, and what it may be."""


class _Numero(NamedTuple):
    predefinito: float
    minimo: float
    massimo: float
    cosa: str
    intero: bool = False


PROCESSORI: Final = os.cpu_count() or 1
MAX_PROCESSI: Final = max(16, 8 * PROCESSORI)
"""Most processes that may be asked for: each takes a hundred megabytes, and more than one a processor gains little."""
NUMERI: Final = {
    "WEB_CONCURRENCY": _Numero(PROCESSORI, 1, MAX_PROCESSI, "un numero di processi", intero=True),
    "DOCSERVICE_TEMPO_RESA": _Numero(30, 0.1, 3600, "un numero di secondi"),
    "DOCSERVICE_TEMPO_INVIO": _Numero(30, 0.1, 3600, "un numero di secondi"),
    "DOCSERVICE_MAX_CORPO": _Numero(32 * 1024 * 1024, 1024, 1024**3, "un numero di byte", intero=True),
}
"""The variables that are numbers: what each is when absent, its bounds, what it counts."""
ELENCHI: Final = {
    "DOCSERVICE_HOST": (r"[a-z0-9_-]+(\.[a-z0-9_-]+)*|[0-9a-f:]+", "nomi, come accordi.example.it"),
    "DOCSERVICE_PORTALI": (r"https?://[a-z0-9_.-]+(:[0-9]{1,5})?", "siti, come https://portale.example.it"),
}
"""Those that are lists, parted by commas: how each of theirs is made."""
_NUMERO: Final = re.compile(r"[0-9]+(\.[0-9]+)?")


def numero(nome: str) -> float:
    """Return a number that the environment tells, or what it is when absent; raise `ImpostazioneErrata`."""
    of, told = NUMERI[nome], os.environ.get(nome, "").strip()
    if not told:
        return of.predefinito
    value = float(told) if _NUMERO.fullmatch(told) else -1.0
    if not of.minimo <= value <= of.massimo or (of.intero and value != int(value)):
        raise ImpostazioneErrata(f"{nome}: serve {of.cosa}, da {of.minimo:g} a {of.massimo:.0f}.")
    return value


def elenco(nome: str) -> frozenset[str]:
    """Return a list that the environment tells, in small letters, empty when absent; raise `ImpostazioneErrata`."""
    told = {one.strip().rstrip("/").lower() for one in os.environ.get(nome, "").split(",") if one.strip()}
    form, cosa = ELENCHI[nome]
    if not all(re.fullmatch(form, one) for one in told):
        raise ImpostazioneErrata(f"{nome}: servono {cosa}, divisi da virgole.")
    return frozenset(told)


def controlla() -> None:
    """Raise `ImpostazioneErrata` when something cannot be meant as it is, telling all that is so."""

    def faults() -> Iterator[str]:
        for read, names in ((numero, NUMERI), (elenco, ELENCHI)):
            for name in names:
                try:
                    read(name)
                except ImpostazioneErrata as error:
                    yield str(error)

    if found := list(faults()):
        raise ImpostazioneErrata("\n".join(found))
