"""What is not mutated, and why. A fault there would tell nothing of the tests of the law.

Strings are never mutated (messages, titles, sources, docstrings): their words are free to change, and other tests read
them. Here are the places where an expression makes such words, or changes nothing that can be seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

_ANNOTAZIONI: Final = "type annotations: never run"
_PAROLE: Final = "words of a message or of a step of an account"

_MESSAGGI: Final = {
    "errore": (1, 2),
    "avviso": (1, 2),
    "nota": (1,),
    "NonVerificabile": (0,),
    "passo": (0, 1),
    "figure_del": (1,),
}
"""Calls, and which of their arguments are words."""
_PER_NOME: Final = {"rimedio", "titolo", "descrizione", "messaggio", "remedy", "nota"}
"""Arguments by name that are words."""

_CONTI: Final = {"expr", "xor_expr", "and_expr", "shift_expr", "arith_expr", "term", "power"}
"""Where an operator stands between two values."""

_FUNZIONI: Final = {
    "settimane.py:_somma": _PAROLE,
    "addizionale.py:_limiti": _PAROLE,
    "quinquennio.py:_spiega": _PAROLE,
    "caso.py:data_it": _PAROLE,
    "monte_ore.py:_fattore": _PAROLE,
    "c.py:_percento_fino": _PAROLE,
    "orari.py:_percento": _PAROLE,
    "orari.py:_mostra": _PAROLE,
    "orari.py:_virgola": _PAROLE,
    "quinquennio.py:_it": _PAROLE,
    "addizionale.py:_it": _PAROLE,
    "riduzione.py:_it": _PAROLE,
    "riduzione.py:_somma": _PAROLE,
    "ore.py:_somma": _PAROLE,
}
"""Functions left out whole, as `file:name`, with the reason."""


def lasciato(file: Path, node: Any, start: tuple[int, int], operatore: str) -> str | None:
    """Return why a place is left alone, or None. `operatore` ends with which of its faults at one place it is."""
    return _in_se(node, operatore) or next(_intorno(file, node, start), None)


def _in_se(node: Any, operatore: str) -> str | None:
    """Return why, of what the place itself is."""
    parent = node.parent
    if operatore.startswith("ReplaceBinary") and parent.type not in _CONTI:
        return "no operator: stars of an argument, of a dict, of a parameter"
    if operatore == "NumberReplacer 0" and parent.get_code().strip() in ("silent += 1", "unsigned += 1"):
        return "a count that only words tell: that it is not zero is tried by the other fault of the number"
    if operatore == "ReplaceTrueWithFalse 0" and (_di_dataclass(node) or parent.get_code().strip() == "strict=True"):
        return "frozen, slots and strict: nothing that is right depends on them"
    if operatore == "Tace 0" and node.get_code().strip() == "yield from ()":
        return "silent already"
    if operatore == "ReplaceComparisonOperator_Is_IsNot 0" and "TYPE_CHECKING" in node.get_code():
        return _ANNOTAZIONI
    return None


def _intorno(file: Path, node: Any, start: tuple[int, int]) -> Iterator[str]:
    """Yield why, of what the place stands in."""
    child, parent = node, node.parent
    if node.type == "test" and _fra_parole(node):
        yield _PAROLE
    while parent is not None:
        if parent.type == "fstring" or (parent.type == "test" and child is parent.children[2] and _fra_parole(parent)):
            yield _PAROLE
        if _annotazione(parent, start):
            yield _ANNOTAZIONI
        if parent.type in ("trailer", "arglist") and _parole(child, parent):
            yield _PAROLE
        if parent.type == "funcdef" and (why := _FUNZIONI.get(f"{file.name}:{parent.name.value}")):
            yield why
        child, parent = parent, parent.parent


def _fra_parole(node: Any) -> bool:
    """Say whether a conditional chooses between words: two texts with a space."""
    if len(node.children) != 5:  # noqa: PLR2004 - x if y else z
        return False
    kinds = {"string", "fstring", "strings"}
    return all(one.type in kinds and " " in one.get_code().strip() for one in (node.children[0], node.children[4]))


def _dentro(node: Any, start: tuple[int, int]) -> bool:
    return node is not None and bool(node.start_pos <= start < node.end_pos)


def _annotazione(node: Any, start: tuple[int, int]) -> bool:
    if node.type == "annassign":
        return _dentro(node.children[1], start)
    if node.type == "tfpdef":
        return _dentro(node.children[2], start)
    return node.type == "funcdef" and _dentro(node.annotation, start)


def _di_dataclass(node: Any) -> bool:
    while node is not None and node.type != "decorator":
        node = node.parent
    return node is not None and node.get_code().strip().startswith("@dataclass")


def _parole(child: Any, parent: Any) -> bool:
    """Say whether an argument of a call is words."""
    if child.type in {"arglist", "operator"}:
        return False
    call = parent if parent.type == "trailer" else parent.parent
    before = call.get_previous_sibling()
    last = before.children[-1] if before is not None and before.type == "trailer" else before
    name = getattr(last, "value", "")
    if child.type == "argument" and child.children[1].get_code().strip() == "=":
        return child.children[0].value in _PER_NOME
    if name not in _MESSAGGI:
        return False
    given = [one for one in parent.children if one.type != "operator"] if parent.type == "arglist" else [child]
    return given.index(child) in _MESSAGGI[name]
