"""The faults: the operators of cosmic-ray that matter to the law, four of our own, and what is left alone.

guasti(Path("docservice/law/calendar.py")) -> Guasto(…, riga=45, operatore="NumberReplacer", volta=0, …), …
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import parso
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import MutationVisitor, mutate_code
from cosmic_ray.operators import (
    binary_operator_replacement,
    boolean_replacer,
    break_continue,
    comparison_operator_replacement,
    exception_replacer,
    number_replacer,
    operator,
    unary_operator_replacement,
    zero_iteration_for_loop,
)

from script.mutazione.lasciati import lasciato

_CONFRONTI: Final = ("Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt", "Eq_NotEq", "NotEq_Eq", "Is_IsNot", "IsNot_Is")
"""Each comparison with its neighbour: the other pairs are seen by whatever test sees these."""
_CONTI: Final = (
    *("Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "FloorDiv_Mul", "Mod_Mul", "Pow_Mul"),
    *("BitOr_BitAnd", "BitAnd_BitOr", "BitXor_BitAnd"),
)


_CON_CORPO: Final = {"if_stmt", "for_stmt", "while_stmt", "with_stmt", "try_stmt", "funcdef", "classdef"}


class _Nostro(operator.Operator):
    """An operator of our own."""

    @classmethod
    def examples(cls) -> tuple[operator.Example, ...]:
        """Return none: these are not published."""
        return ()


class Nega(boolean_replacer.AddNot):
    """`if x or y` becomes `if not (x or y)`; the operator of the tool would deny `x` only."""

    def mutate(self, node: Any, index: int) -> Any:  # noqa: ARG002
        """Deny the whole condition."""
        place = 1 if isinstance(node, self.NODE_TYPES) else 2
        node.children[place] = parso.parse(f" not ({node.children[place].get_code().strip()})")
        return node


class RispondeNone(_Nostro):
    """`return x` becomes `return None`."""

    def mutation_positions(self, node: Any) -> Iterator[Any]:
        """Yield where something is returned."""
        if node.type == "return_stmt" and node.children[1].get_code().strip() != "None":
            yield node.start_pos, node.end_pos

    def mutate(self, node: Any, index: int) -> Any:  # noqa: ARG002
        """Return nothing."""
        node.children[1] = parso.parse(" None")
        return node


class Tace(_Nostro):
    """`yield x` yields nothing: a rule that is silent."""

    def mutation_positions(self, node: Any) -> Iterator[Any]:
        """Yield where something is yielded."""
        if node.type == "yield_expr":
            yield node.start_pos, node.end_pos

    def mutate(self, node: Any, index: int) -> Any:  # noqa: ARG002
        """Yield from nothing."""
        return parso.parse(f"{node.get_first_leaf().prefix}yield from ()")


class Contiene(_Nostro):
    """`in` becomes `not in`, and back."""

    def mutation_positions(self, node: Any) -> Iterator[Any]:
        """Yield where membership is asked."""
        if node.type == "comparison" and node.children[1].get_code().split() in (["in"], ["not", "in"]):
            yield node.children[1].start_pos, node.children[1].end_pos

    def mutate(self, node: Any, index: int) -> Any:  # noqa: ARG002
        """Ask the contrary."""
        node.children[1] = parso.parse(" not in" if node.children[1].get_code().split() == ["in"] else " in")
        return node


def _operatori() -> dict[str, type[operator.Operator]]:
    said = [f"ReplaceComparisonOperator_{pair}" for pair in _CONFRONTI]
    found = [getattr(comparison_operator_replacement, name) for name in said]
    found += [getattr(binary_operator_replacement, f"ReplaceBinaryOperator_{pair}") for pair in _CONTI]
    found += [getattr(unary_operator_replacement, f"ReplaceUnaryOperator_Delete_{one}") for one in ("Not", "USub")]
    found += [getattr(boolean_replacer, f"Replace{one}") for one in ("TrueWithFalse", "FalseWithTrue")]
    found += [boolean_replacer.ReplaceAndWithOr, boolean_replacer.ReplaceOrWithAnd]
    found += [break_continue.ReplaceBreakWithContinue, break_continue.ReplaceContinueWithBreak]
    found += [number_replacer.NumberReplacer, zero_iteration_for_loop.ZeroIterationForLoop]
    found += [exception_replacer.ExceptionReplacer, Nega, RispondeNone, Tace, Contiene]
    return {one.__name__: one for one in found}


OPERATORI: Final = _operatori()


@dataclass(frozen=True, slots=True)
class Guasto:
    """One fault: the nth place where an operator may act in a file.

    `prima` and `ultima` are the lines of its statement, `dentro` the function whose body it is in.
    """

    file: Path
    riga: int
    operatore: str
    volta: int
    dentro: str
    prima: int
    ultima: int

    @property
    def sorgente(self) -> str:
        """The file with the fault."""
        made: str = mutate_code(_letto(self.file), OPERATORI[self.operatore](), self.volta)
        return made

    def guasta(self) -> str:
        """Return the same, and spoil the tree of the file, read once: for a fork, which has a tree to itself."""
        visitor = MutationVisitor(self.volta, OPERATORI[self.operatore]())
        made: str = visitor.walk(_albero(self.file)).get_code()
        return made

    @property
    def mostra(self) -> str:
        """The line as it is and as it becomes."""
        before, after = _letto(self.file).splitlines(), self.sorgente.splitlines()
        place = next((n for n, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), self.riga - 1)
        return f"{before[place].strip()}  →  {after[place].strip()}"


@cache
def _letto(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@cache
def _albero(file: Path) -> Any:
    return get_ast(_letto(file))


def guasti(file: Path) -> Iterator[Guasto]:
    """Yield every fault of a file, in order of line, but those that are left alone."""
    found = []
    tree = _albero(file)
    for name, kind in OPERATORI.items():
        acts, count = kind(), 0
        for node in ast_nodes(tree):
            for index, (start, _) in enumerate(acts.mutation_positions(node)):
                if not lasciato(file, node, start, f"{name} {index}"):
                    found.append(Guasto(file, start[0], name, count, dentro(node, start), *_istruzione(node)))
                count += 1
    return iter(sorted(found, key=lambda one: (one.riga, one.operatore, one.volta)))


def _istruzione(node: Any) -> tuple[int, int]:
    """Return the lines of the statement that holds a node: of one that holds others, the head only."""
    while node.parent is not None and node.type != "simple_stmt" and node.type not in _CON_CORPO:
        node = node.parent
    if node.type not in _CON_CORPO:
        return node.start_pos[0], node.end_pos[0]
    return node.start_pos[0], max(one.start_pos[0] for one in node.children if one.type != "suite")


def dentro(node: Any, start: tuple[int, int]) -> str:
    """Return the dotted name of the outermost function whose body holds a place; empty for what import runs."""
    found, names = "", []
    while node is not None:
        if node.type == "funcdef":
            inside = node.children[-1].start_pos <= start
            names = [node.name.value] if inside else []
            found = node.name.value if inside else ""
        elif node.type == "classdef" and found:
            names.insert(0, node.name.value)
        node = node.parent
    return ".".join(names) if found else ""
