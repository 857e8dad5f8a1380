"""From a template and data to blocks: Jinja writes a small XML, values kept apart, and lxml reads it.

The XML has a dozen tags of ours (`source.rng` is their grammar). `finalize` turns each value into a numbered
node `<v n="0"/>` and puts the value aside: values never meet a parser and need no escaping.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache, partial
from itertools import groupby
from string import ascii_lowercase
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from markupsafe import escape

from docservice.modelli.catalogo import Modello
from docservice.paths import TEMPLATES
from docservice.text.blocks import (
    EMPTY,
    TICKED,
    Block,
    Document,
    Heading,
    Item,
    Letterhead,
    Paragraph,
    Plot,
    Row,
    Run,
    Runs,
    Signature,
    Signatures,
    Table,
    Title,
)
from docservice.text.data import Blank, Datum, context, lent
from docservice.text.letterhead import letterhead
from docservice.text.longtable.observer import Observed, ObservedBlank
from docservice.text.longtable.tag import LISTED, VALUES, Listing, Righe
from docservice.text.skeleton import Outline, Skeleton
from docservice.text.words import WORDS, nel_pdf

_SHORT = 65_536
"""Characters below which what was read of a text is kept: those of a lotto are mostly the same."""
_WHITE = re.compile("[ \t\r\n]+")  # a no-break space stays
_RANKS = ("over", "title", "sub")


class _Environment(SandboxedEnvironment):
    def getattr(self, obj: Any, attribute: str) -> Any:
        # data have fields called `items` and `values`: items first, and only items for data
        try:
            return obj[attribute]
        except (TypeError, KeyError):
            return super().getattr(obj, attribute)


@pass_context
def _finalize(jinja: Context, value: Any) -> str:
    if isinstance(value, Datum):
        run = Run(value.text, value.pointer)
    elif isinstance(value, Blank):
        run = Run("", value.pointer, blank=True)
    else:
        return str(escape(value))
    values: list[Run] = jinja[VALUES]
    if isinstance(value, Observed | ObservedBlank):
        value.mark(len(values))
    values.append(run)
    return f'<v n="{len(values) - 1}"/>'


@cache
def _environment() -> SandboxedEnvironment:
    environment = _Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        finalize=_finalize,
        autoescape=False,
        auto_reload=False,
        extensions=["jinja2.ext.do", Righe],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= WORDS
    return environment


def componi(tipo: Modello, dati: Mapping[str, Any], prestate: Mapping[str, Any], prima: str = "") -> Document:
    """Compose the document of a type from its loaded data (typed values) and the words lent by the law.

    `prima` is what the names of the files that go with it begin with, inside the PDF.
    """
    values: list[Run] = []
    names = context(tipo.schema, dati)
    names |= lent(prestate)
    names["riga"] = Blank("")
    if prima:
        names["nel_pdf"] = partial(nel_pdf, prima=prima)
    listing = Listing(_row)
    source = _environment().get_template(tipo.sorgente).render({**names, VALUES: values, LISTED: listing})
    read = _skeleton if len(source) < _SHORT else _read
    return read(tipo.titolo, source, letterhead(dati)).fill(values, listing.rows)


def _read(title: str, source: str, head: Letterhead | None) -> Skeleton:
    root = parse(source)
    blocks = [*([head] if head else ()), *_Reader().blocks(root)]
    return Skeleton(title, blocks, landscape=root.get("orientation") == "landscape")


_skeleton = lru_cache(maxsize=64)(_read)


def _row(source: str, first: int) -> Row:
    """Read a row; its slots are counted from the first."""
    return _Reader(first).row(parse(source))


def parse(source: str) -> etree._Element:
    """Parse the XML of a composed text; no DTD, entities or network."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    return etree.fromstring(source.encode(), parser)


class _Reader:
    """Reads blocks from the XML, numbering clauses and letters as they come, and slots from the first."""

    def __init__(self, first: int = 0) -> None:
        self._clause = self._letter = 0
        self._first = first

    def blocks(self, root: etree._Element) -> Iterator[Block | Outline]:
        for node in root:
            yield self._block(node)

    def row(self, node: etree._Element) -> Row:
        """Read a row of a table."""
        return tuple(self._runs(cell) for cell in node)

    def _table(self, nodes: Sequence[etree._Element]) -> Table | Outline:
        header, *rows = nodes
        standing = [node for node in rows if node.tag == "row"]
        totals = frozenset(place for place, row in enumerate(standing) if row.get("total") == "si")
        if len(standing) == len(rows):
            return Table(self.row(header), tuple(map(self.row, rows)), totals)
        parts: list[tuple[Row, ...] | int] = []
        for come, group in groupby(rows, key=lambda node: node.tag == "rows"):
            some = list(group)
            parts += [int(node.get("n", "")) for node in some] if come else [tuple(map(self.row, some))]
        return Outline(self.row(header), tuple(parts), totals)

    def _plot(self, nodes: Sequence[etree._Element]) -> Plot:
        title, periods, *groups = nodes
        still = frozenset(place for place, cell in enumerate(periods) if cell.get("open") == "si")
        return Plot(self._runs(title), self.row(periods), tuple(map(self.row, groups)), still)

    def _block(self, node: etree._Element) -> Block | Outline:
        tag = str(node.tag)
        if tag == "signatures":
            return Signatures(tuple(self._signature(child) for child in node))
        if tag in ("table", "plot"):
            return self._table(list(node)) if tag == "table" else self._plot(list(node))
        runs = self._runs(node)
        if tag in _RANKS:
            return Title(runs, tag)
        if tag in ("heading", "annex"):
            return Heading(runs, annex=tag == "annex")
        if tag == "p":
            self._letter = 0
            return Paragraph(runs)
        return Item(self._mark(tag, node), runs, 1 if tag == "clause" else 2)

    def _mark(self, tag: str, node: etree._Element) -> str:
        if tag == "clause":
            self._clause, self._letter = self._clause + 1, 0
            return f"{self._clause}."
        if tag == "letter":
            self._letter += 1
            return f"{ascii_lowercase[self._letter - 1]})"
        if tag == "tick":
            return TICKED if node.get("on") == "si" else EMPTY
        if tag == "dash":
            return "–"
        raise ValueError(f"elemento sconosciuto nel testo: {tag}")

    def _signature(self, node: etree._Element) -> Signature:
        role, *names = node
        lines = tuple(self._runs(name) for name in names)
        return Signature(self._runs(role), lines, field=node.get("field") != "no")

    def _runs(self, node: etree._Element) -> Runs:
        return _trim(list(self._inline(node, bold=False)))

    def _inline(self, node: etree._Element, *, bold: bool) -> Iterator[Run]:
        yield from _words(node.text, bold=bold)
        for child in node:
            if child.tag == "v":
                yield Run("", None, bold, slot=int(child.get("n", "")) - self._first)
            elif child.tag == "line":
                yield Run("", blank=True, whole=True)
            else:
                yield from self._inline(child, bold=True)
            yield from _words(child.tail, bold=bold)


def _words(text: str | None, *, bold: bool) -> Iterator[Run]:
    if text:
        yield Run(_WHITE.sub(" ", text), None, bold)


def _trim(runs: list[Run]) -> Runs:
    """Drop the white space of the source's own layout at both ends; values stay as typed."""
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip(" "))
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(" "))
    return tuple(run for run in runs if run.text or run.blank or run.slot is not None)
