"""The tag `righe` of the templates: the rows of a table, one for each thing of a list, as many as they are.

    {% righe lavoratore in lavoratori %}<row><cell>{{ numero }}</cell>…</row>{% endrighe %}

Of up to `FEW` things the template writes every row where it stands; the rows of more are put aside, made by their
kinds (see `kinds`), and `<rows n="0"/>` stands for them in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context

from docservice.text.blocks import Row, Run
from docservice.text.data import Datum
from docservice.text.longtable.kinds import Reader, Writer, by_kind

VALUES, LISTED = "_values", "_listed"
"""Names, in a template, of the values printed and of the rows put aside."""
FEW = 40
"""Things up to which the template writes them all: documents that list so few have a skeleton in common."""


class Righe(Extension):
    """The tag."""

    tags = {"righe"}  # noqa: RUF012 - as its parent has it

    def parse(self, parser: Parser) -> nodes.Node:
        """Make of it a call with a block, to which each thing is given, and its number."""
        line = next(parser.stream).lineno
        target = parser.parse_assign_target(name_only=True)
        target.set_ctx("param")
        parser.stream.expect("name:in")
        things = parser.parse_expression()
        body = parser.parse_statements(("name:endrighe",), drop_needle=True)
        call = self.call_method("_rows", [nodes.ContextReference(), things])
        return nodes.CallBlock(call, [target, nodes.Name("numero", "param")], [], body).set_lineno(line)

    def _rows(self, jinja: Context, things: Any, caller: Callable[..., str]) -> str:
        things = list(things)
        if len(things) <= FEW:
            return "".join(caller(thing, Datum(place, None)) for place, thing in enumerate(things, 1))
        listed: Listing = jinja[LISTED]
        return listed.add(things, caller, jinja[VALUES])


@dataclass(slots=True)
class Listing:
    """The rows that a text puts aside."""

    read: Reader
    rows: list[Sequence[Row]] = field(default_factory=list)

    def add(self, things: Sequence[Any], caller: Callable[..., str], values: list[Run]) -> str:
        """Put aside the rows of some things; return what stands for them in the text."""
        self.rows.append(by_kind(things, Writer(caller, values, self.read)))
        return f'<rows n="{len(self.rows) - 1}"/>'
