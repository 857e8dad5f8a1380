"""Writer: blocks to HTML. What a browser previews and what `pdf` prints come from the same function."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache, partial
from hashlib import sha256
from html import escape
from itertools import takewhile
from typing import TYPE_CHECKING, TypeVar

from docservice.paths import TEMPLATES
from docservice.render.bands.blocks import Excerpt, Parted
from docservice.render.columns import BLANK, TEXT_WIDTH, columns, is_dense, text_width
from docservice.render.errors import RenderError
from docservice.render.page_breaks import with_next
from docservice.render.plot import draw
from docservice.text.blocks import (
    EMPTY,
    TICKED,
    Block,
    Document,
    Heading,
    Item,
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

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

_ILLEGAL = re.compile("[^\t\n\r -\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010fffd]")
_SPACES = re.compile("[ \t]{2,}|\t")
_NEWLINE = re.compile(r"\r\n|\r|\n")
_TAB = 4  # spaces
_TITLES = {"over": ("p", "sovratitolo"), "title": ("h1", "titolo"), "sub": ("p", "sottotitolo")}
_KINDS = {
    "sender": "mittente",
    "place": "luogo",
    "reference": "riferimento",
    "addressee": "destinatario",
    "subject": "oggetto",
}
_RIGHT = ' class="cifra"'
EXCERPT = "stralcio"
"""Class of a table that stands for a longer one."""
AGAIN = "ripresa"
"""Class of a row that repeats a band on a page."""
_T = TypeVar("_T")
_Placed = tuple[Item, bool]
"""An item, and whether it stays with the next block."""
_BLANK = '<span class="riga" role="img" aria-label="da compilare"></span>'
_LINE = f"<br/>{_BLANK.replace('riga', 'riga intera')}"


def write(document: Document, *, data: bytes, created: datetime, bozza: bool = False) -> bytes:
    """Return a whole HTML5 page, UTF-8: one style sheet inside, no script, nothing from outside.

    With `bozza` it says BOZZA on screen and on every printed page. Raises `RenderError` on characters that HTML
    cannot hold. A preview carries no data and no date: `data` and `created` are there because every writer has them.
    To serve it, `policy` is the content security policy that it needs.
    """
    del data, created
    return page(document, style=f"<style>{style(bozza=bozza)}</style>").encode()


@cache
def style(*, bozza: bool = False) -> str:
    """Return the style sheet of the house paper, for screen and print; `bozza` says BOZZA everywhere."""
    names = ("carta.css", "bozza.css") if bozza else ("carta.css",)
    return "".join((TEMPLATES / name).read_text(encoding="utf-8") for name in names)


@cache
def policy() -> str:
    """Return the strictest content security policy under which the page, draft or not, shows as meant."""
    sheets = (sha256(style(bozza=bozza).encode()).digest() for bozza in (False, True))
    allowed = " ".join(f"'sha256-{b64encode(digest).decode()}'" for digest in sheets)
    return f"default-src 'none'; style-src {allowed}; base-uri 'none'; form-action 'none'"


def page(document: Document, *, style: str = "", fields: str = "", split: bool = False) -> str:
    """Return the HTML of a document, with the element `style` in its head; it is well-formed XML too.

    `fields` puts an input over the ink line of each signature that wants a field: `firma` makes `firma_1`, `firma_2`…
    `split` lets the signature block break between rows: it is for those that no page holds with their clause.
    """
    title = _plain(document.title)
    width = text_width(landscape=document.landscape)
    body = "".join(_body(document.blocks, width, fields=fields, split=split))
    turned = ' class="orizzontale"' if document.landscape else ""
    return (
        f'<!DOCTYPE html><html lang="it"><head><meta charset="utf-8"/><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"/>{style}</head>'
        f'<body{turned} data-titolo="{title}"><main>{body}</main></body></html>'
    )


def _body(blocks: Sequence[Block], width: int, *, fields: str, split: bool) -> Iterator[str]:
    """Yield the blocks in order; runs of items become lists. `width` is that of the text, in twips.

    The closing line and the clause before it stay with the signatures, a paragraph that introduces with what follows;
    `together` says what else stays with the next.
    """
    stays = with_next(blocks)
    pieces: list[Block | list[_Placed]] = []
    places: list[int] = []
    for place, block in enumerate(blocks):
        if isinstance(block, Item) and pieces and isinstance(pieces[-1], list):
            pieces[-1].append((block, place in stays))
            continue
        pieces.append([(block, place in stays)] if isinstance(block, Item) else block)
        places.append(place)
    number = 1
    for place, piece, following, after in zip(
        places, pieces, [*pieces[1:], None], [*pieces[2:], None, None], strict=False
    ):
        keep = ""
        if isinstance(following, Signatures):
            keep = " insieme chiusa"
        elif isinstance(after, Signatures) or (isinstance(piece, Paragraph) and (piece.introduces or place in stays)):
            keep = " insieme"
        if isinstance(piece, list):
            yield _list(piece, keep)
        elif isinstance(piece, Plot):
            yield _plot(piece)
        elif isinstance(piece, Signatures):
            yield _signatures(piece, fields, number, (" spezzabili" if split else "") + keep)
            number += sum(party.field for party in piece.parties)
        else:
            yield _block(piece, keep, width)


def _block(block: Title | Heading | Paragraph | Table | Item, keep: str, text: int = TEXT_WIDTH) -> str:
    match block:
        case Title(runs, rank):
            tag, name = _TITLES[rank]
            return f'<{tag} class="{name}{keep}">{_runs(runs)}</{tag}>'
        case Heading(runs, annex):
            return f'<h2 class="capo{" allegato" if annex else ""}{keep}">{_runs(runs)}</h2>'
        case Table(header, rows):
            excerpt = block if isinstance(block, Excerpt) else None
            plain = without_bands(rows, block)
            found = excerpt.columns if excerpt else columns(texts(header), zip(*map(texts, plain), strict=True), text)
            right = [_RIGHT if place in found.right else "" for place in range(len(header))]
            head = "".join(
                f'<th scope="col"{side}>{_runs(cell)}</th>' for cell, side in zip(header, right, strict=True)
            )
            body = "".join(_rows(block, right))
            shares = "".join(f'<col width="{100 * width / text:.2f}%"/>' for width in found.widths)
            table = f"<colgroup>{shares}</colgroup><thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
            look = (" fitta" if is_dense(len(header)) else "") + (f" {EXCERPT}" if excerpt else "")
            look += " corta" if block.short else ""
            return f'<table class="dati{look}{keep}">{table}</table>'
        case _:
            kind = "" if not isinstance(block, Paragraph) or block.kind == "text" else f" {_KINDS[block.kind]}"
            return f'<p class="paragrafo{kind}{keep}">{_runs(block.runs)}</p>'


def _plot(block: Plot) -> str:
    """Return a drawing; what it says, its `title`, is for those who do not see it."""
    names, *groups = ([_said(cell) for cell in row] for row in (block.periods, *block.groups))
    for text in (*names, *(one for group in groups for one in group)):
        _legal(text)
    return draw(_plain(_said(block.title)), names, groups, block.open)


def _said(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def texts(row: Sequence[Runs]) -> list[str]:
    """Return the cells of a row as they are measured."""
    return [measured(cell) for cell in row]


def measured(cell: Runs) -> str:
    """Return what a cell says, a line to fill as wide as it is at least."""
    return "".join([BLANK if run.blank else run.text for run in cell])


def without_bands(rows: Sequence[_T], table: Table) -> Sequence[_T]:
    """Return what there is for each row of a table, bands left out: they are not of the columns."""
    return [row for place, row in enumerate(rows) if place not in table.bands] if table.bands else rows


def _rows(table: Table, right: Sequence[str]) -> Iterator[str]:
    """Yield the rows, those that begin a page with the band repeated above them."""
    starts = table.starts if isinstance(table, Parted) else {}
    for place, row in enumerate(table.rows):
        kinds = ["totale"] if place in table.totals else ["fascia"] if place in table.bands else []
        if again := starts.get(place):
            yield _band(again, len(row), f' class="fascia {AGAIN}"')
        elif again is not None:
            kinds.append("nuova")
        kind = f' class="{" ".join(kinds)}"' if kinds else ""
        yield _band(row[0], len(row), kind) if place in table.bands else _row(row, right, kind)


def _band(runs: Runs, columns: int, kind: str) -> str:
    """Return a row that is a name only, which can be read wherever the table is scrolled."""
    return f'<tr{kind}><th scope="row" colspan="{columns}"><span>{_runs(runs)}</span></th></tr>'


def _row(row: Row, right: Sequence[str], kind: str) -> str:
    cells = "".join(f"<td{side}>{_runs(cell)}</td>" for cell, side in zip(row, right, strict=True))
    return f"<tr{kind}>{cells}</tr>"


def _list(items: Sequence[_Placed], keep: str = "") -> str:
    """Nest the items: those that follow at a deeper level belong to the item before them."""
    entries, rest = [], list(items)
    while rest:
        (lead, stays), *rest = rest
        inner = list(takewhile(partial(_is_inner, lead), rest))
        rest = rest[len(inner) :]
        text = f"<p>{_mark(lead.mark)}{_runs(lead.runs)}</p>{_list(inner) if inner else ''}"
        entries.append(f'<li class="voce livello-{lead.level}{" insieme" if stays else ""}">{text}</li>')
    return f'<ul class="voci{keep}">{"".join(entries)}</ul>'


def _is_inner(lead: Item, placed: _Placed) -> bool:
    return placed[0].level > lead.level


def _mark(mark: str) -> str:
    kind = " casella" if mark in (TICKED, EMPTY) else ""
    return f'<span class="segno{kind}">{_text(mark)} </span>'


def _signatures(block: Signatures, fields: str, number: int, classes: str) -> str:
    """Return the persons who sign, two by two; `number` is that of the first field, if there are fields."""
    rows = []
    for pair in block.rows:
        cells = []
        for party in pair:
            if party is None:
                cells.append("<td></td>")
                continue
            field = ""
            if fields and party.field:
                field = (
                    f'<input type="checkbox" class="campo" name="{fields}_{number}" title="Firma: {_signer(party)}"/>'
                )
                number += 1
            name = f'<div class="nome">{_runs(party.name)}</div>' if party.name else '<div class="nome">\xa0</div>'
            ink = f'<div class="inchiostro">{field}</div>'
            cells.append(f'<td><div class="ruolo">{_runs(party.role)}</div>{ink}{name}</td>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f'<table class="firme{classes}" aria-label="Firme"><tbody>{"".join(rows)}</tbody></table>'


def _signer(party: Signature) -> str:
    """Return role and name on one line, for the tooltip of the field."""
    lines = (_plain("".join(run.text for run in runs)) for runs in (party.role, party.name))
    return ", ".join(line for line in lines if line)


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    if run.blank:
        return _LINE if run.whole else _BLANK
    return f"<b>{_text(run.text)}</b>" if run.bold else _text(run.text)


def _text(text: str) -> str:
    """Return text as HTML that shows it as typed: newlines break, spaces in a row do not melt into one."""
    return _NEWLINE.sub("<br/>", escape(_SPACES.sub(_hold, _legal(text))))


def _hold(spaces: re.Match[str]) -> str:
    width = len(spaces[0].expandtabs(_TAB))
    return "\xa0" * (width - 1) + " "


def _plain(text: str) -> str:
    """Return text on one line, for attributes and metadata."""
    return escape(" ".join(_legal(text).split()))


def _legal(text: str) -> str:
    """Return `text`, or raise `RenderError` if it has controls, surrogates or non-characters."""
    if found := _ILLEGAL.search(text):
        raise RenderError(f"carattere non stampabile nel documento: U+{ord(found[0]):04X}")
    return text
