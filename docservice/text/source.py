"""From a template and data to blocks: Jinja writes a small XML, values kept apart, and lxml reads it.

The XML has a dozen tags of ours (`source.rng` is their grammar). `finalize` turns each value into a numbered
node `<v n="0"/>` and puts the value aside: values never meet a parser and need no escaping.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
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
    WORKERS,
    About,
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
from docservice.text.data import Blank, Datum, context, lent, measured
from docservice.text.letterhead import letterhead
from docservice.text.longtable.observer import Observed, ObservedBlank
from docservice.text.longtable.tag import LISTED, VALUES, Listing, Righe
from docservice.text.marks import ended
from docservice.text.skeleton import Outline, Skeleton
from docservice.text.unbroken import hold
from docservice.text.words import WORDS, nel_pdf

_SHORT = 65_536
"""Characters below which what was read of a text is kept: those of a lotto are mostly the same."""
_WHITE = re.compile("[ \t\r\n]+")  # a no-break space stays
_PER_I_LAVORATORI = "Per i lavoratori"
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
        run = Run(value.text, value.pointer, value=measured(value.raw))
    elif isinstance(value, Blank):
        run = Run("", value.pointer, blank=True, length=value.length)
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


def componi(
    tipo: Modello, dati: Mapping[str, Any], prestate: Mapping[str, Any], prima: str = "", impronta: str = ""
) -> Document:
    """Compose the document of a type from its loaded data (typed values) and the words lent by the law.

    `prima` is what the names of the files that go with it begin with, inside the PDF; `impronta` the short fingerprint
    of the data.
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
    skeleton = read(tipo.titolo_di(dati), source, len(values), letterhead(dati))
    return skeleton.fill([*values, *_about(names, impronta)], listing.rows)


def _about(names: Mapping[str, Any], impronta: str) -> Iterator[Run]:
    """Yield what head and foot tell, in the order of the fields of `About`; a datum not there has no words."""
    firm, notice = (names.get(name) for name in ("datore_lavoro", "comunicazione"))
    day = names["data"] if "data" in names else notice["data"] if notice else None  # as `law.generale.giorno` reads it
    for datum in (firm["denominazione"] if firm else None, day):
        yield Run(datum.text, datum.pointer) if isinstance(datum, Datum) else Run("")
    yield Run(impronta)


def _read(title: str, source: str, values: int, head: Letterhead | None) -> Skeleton:
    """Read a text of so many values, after which come those of head and foot; a letterhead comes before it."""
    root = parse(source)
    about = About(*((Run("", slot=values + place),) for place in range(len(fields(About)))))
    blocks = [*([head] if head else ()), *_Reader().blocks(root)]
    return Skeleton(title, blocks, landscape=root.get("orientation") == "landscape", about=about)


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
        nodes = [*root]
        for node, following in zip(nodes, [*nodes[1:], None], strict=True):
            block = self._block(node)
            if isinstance(block, Signatures) and block.crowded:
                yield from _in_two(block)
                continue
            yield block if isinstance(block, Outline) else _closed(block, str(node.tag), following)

    def row(self, node: etree._Element) -> Row:
        """Read a row of a table."""
        return tuple(self._runs(cell) for cell in node)

    def _table(self, nodes: Sequence[etree._Element]) -> Table | Outline:
        header, *rows = nodes
        standing = [node for node in rows if node.tag != "rows"]
        totals = frozenset(place for place, row in enumerate(standing) if row.get("total") == "si")
        bands = frozenset(place for place, row in enumerate(standing) if row.tag == "band")
        head = self.row(header)

        def row(node: etree._Element) -> Row:
            return (self._runs(node), *[()] * (len(head) - 1)) if node.tag == "band" else self.row(node)

        if len(standing) == len(rows):
            return Table(head, tuple(map(row, rows)), totals, bands)
        parts: list[tuple[Row, ...] | int] = []
        for come, group in groupby(rows, key=lambda node: node.tag == "rows"):
            some = list(group)
            parts += [int(node.get("n", "")) for node in some] if come else [tuple(map(row, some))]
        return Outline(head, tuple(parts), totals, bands)

    def _plot(self, nodes: Sequence[etree._Element]) -> Plot:
        title, periods, *groups = nodes
        note = self._runs(groups.pop()) if groups[-1].tag == "note" else ()
        still = frozenset(place for place, cell in enumerate(periods) if cell.get("open") == "si")
        return Plot(self._runs(title), self.row(periods), tuple(map(self.row, groups)), still, note)

    def _block(self, node: etree._Element) -> Block | Outline:
        tag = str(node.tag)
        if tag == "signatures":
            return Signatures(tuple(one for child in node for one in self._signed(child)))
        if tag in ("table", "plot"):
            return self._table(list(node)) if tag == "table" else self._plot(list(node))
        runs = self._runs(node)
        if tag in _RANKS:
            return Title(runs, tag)
        if tag in ("heading", "annex"):
            return Heading(runs, annex=tag == "annex")
        if tag == "p":
            self._letter = 0
            return Paragraph(runs, node.get("kind", "text"))
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

    def _signed(self, node: etree._Element) -> Iterator[Signature]:
        """Yield a line to sign for each person of a party, one for a party whose persons are not told."""
        role, *names = node
        for name in [self._runs(name) for name in names] or [()]:
            yield Signature(self._runs(role), name, node.get("side", ""), field=node.get("field") != "no")

    def _runs(self, node: etree._Element) -> Runs:
        return _trim(list(self._inline(node, bold=False)))

    def _inline(self, node: etree._Element, *, bold: bool) -> Iterator[Run]:
        children = list(node)
        yield from _words(node.text, bold=bold, following=children[0] if children else None)
        for child, following in zip(children, [*children[1:], None], strict=False):
            if child.tag == "v":
                yield Run("", None, bold, slot=int(child.get("n", "")) - self._first)
            elif child.tag == "line":
                yield Run("", blank=True, whole=True)
            else:
                yield from self._inline(child, bold=True)
            yield from _words(child.tail, bold=bold, before=child, following=following)


def _in_two(block: Signatures) -> Iterator[Block]:
    """Yield the signatures of the firm, then those of the workers under a heading of theirs, in both columns."""
    yield Signatures(tuple(one for one in block.parties if one.side != WORKERS))
    yield Heading((Run(_PER_I_LAVORATORI),))
    yield Signatures(tuple(one for one in block.parties if one.side == WORKERS))


def _words(
    text: str | None, *, bold: bool, before: etree._Element | None = None, following: etree._Element | None = None
) -> Iterator[Run]:
    if text:
        beside = {"after_value": _is_value(before), "before_value": _is_value(following)}
        yield Run(hold(_WHITE.sub(" ", text), **beside), None, bold)


def _is_value(node: etree._Element | None) -> bool:
    return node is not None and node.tag == "v"


def _closed(block: Block, tag: str, following: etree._Element | None) -> Block:
    """Return a block whose last mark is set by rule: a sentence has its full stop, the items of a list a semicolon.

    Items told by words of the form end as these say, unless they have no mark; sentences, where a value ends them. What
    is chosen with a tick box, and the parts of a letter, have none.
    """
    if not isinstance(block, Paragraph | Item) or not block.runs or tag == "tick":
        return block
    last = block.runs[-1]
    if isinstance(block, Paragraph) and block.kind != "text":
        return block
    in_list = tag in ("dash", "letter")
    if last.slot is None and (not in_list or last.blank or ended(last.text)):
        return block
    goes_on = in_list and following is not None and following.tag == tag
    return replace(block, runs=(*block.runs, Run(";" if goes_on else ".")))


def _trim(runs: list[Run]) -> Runs:
    """Drop the white space of the source's own layout at both ends; values stay as typed."""
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip(" "))
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(" "))
    return tuple(run for run in runs if run.text or run.blank or run.slot is not None)
