"""What is not mutated, and why. A fault there would tell nothing of the tests of the law.

Strings are never mutated (messages, titles, sources, docstrings): their words are free to change, and other tests read
them. Here are the places where an expression makes such words, or changes nothing that can be seen.
"""

from __future__ import annotations

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

_FUNZIONI: Final[dict[str, str]] = {}
"""Functions left out whole, as `file:name`, with the reason."""


def lasciato(file: Path, node: Any, start: tuple[int, int], operatore: str) -> str | None:
    """Return why a place is left alone, or None."""
    child, parent = node, node.parent
    if operatore.startswith("ReplaceBinary") and parent.type not in _CONTI:
        return "no operator: stars of an argument, of a dict, of a parameter"
    if operatore == "NumberReplacer 0" and parent.get_code().strip() in ("silent += 1", "unsigned += 1"):
        return "a count that only words tell: that it is not zero is tried by the other fault of the number"
    if operatore == "ReplaceTrueWithFalse 0" and _di_dataclass(node):
        return "frozen=True and slots=True of a dataclass: nothing that is right depends on them"
    while parent is not None:
        if parent.type == "fstring":
            return _PAROLE
        if _annotazione(parent, start):
            return _ANNOTAZIONI
        if parent.type in ("trailer", "arglist") and _parole(child, parent):
            return _PAROLE
        if parent.type == "funcdef" and (why := _FUNZIONI.get(f"{file.name}:{parent.name.value}")):
            return why
        child, parent = parent, parent.parent
    return None


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
    if child.type == "arglist" or child.type == "operator":
        return False
    call = parent if parent.type == "trailer" else parent.parent
    before = call.get_previous_sibling()
    name = before.children[-1].value if before is not None and before.type == "trailer" else getattr(before, "value", "")
    if child.type == "argument" and child.children[1].get_code().strip() == "=":
        return child.children[0].value in _PER_NOME
    if name not in _MESSAGGI:
        return False
    given = [one for one in parent.children if one.type != "operator"] if parent.type == "arglist" else [child]
    return given.index(child) in _MESSAGGI[name]
