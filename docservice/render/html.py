"""Writer: blocks to HTML. What a browser previews and what `pdf` prints come from the same function."""

from __future__ import annotations

from base64 import b64encode
from functools import cache, partial
from hashlib import sha256
from html import escape
from itertools import takewhile
from typing import TYPE_CHECKING

from docservice.paths import TEMPLATES
from docservice.render.bands.blocks import Excerpt, without_bands
from docservice.render.bands.rows import rows
from docservice.render.columns import BLANK, TEXT_WIDTH, columns, is_dense, text_width
from docservice.render.letterhead import markup
from docservice.render.page_breaks import whole, with_next
from docservice.render.plot import draw, words
from docservice.render.runs import LINE, literal
from docservice.render.runs import legal as _legal
from docservice.render.runs import plain as _plain
from docservice.render.runs import written as _runs
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
    Runs,
    Signature,
    Signatures,
    Table,
    Title,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

_INDENT = 2.0
"""Ems: how far in an item stands, for each level."""
_TITLES = {"over": ("p", "sovratitolo"), "title": ("h1", "titolo"), "sub": ("p", "sottotitolo")}
_KINDS = {
    "sender": "scrivente",
    "place": "luogo",
    "reference": "riferimento",
    "addressee": "destinatario",
    "subject": "oggetto",
}
EXCERPT = "stralcio"
"""Class of a table that stands for a longer one."""
_Placed = tuple[Item, bool]
"""An item, and whether it stays with the next block."""


def write(document: Document, *, data: bytes, created: datetime, bozza: bool = False) -> bytes:
    """Return a whole HTML5 page, UTF-8: one style sheet inside, no script, nothing from outside.

    With `bozza` it says BOZZA on screen and on every printed page. Raises `RenderError` on characters that HTML
    cannot hold. A preview carries no data and no date: `data` and `created` are there because every writer has them.
    To serve it, `policy` is the content security policy that it needs.
    """
    del data, created
    return page(document, style=f"<style>{style(bozza=bozza, screen=True)}</style>", screen=True).encode()


@cache
def style(*, bozza: bool = False, screen: bool = False) -> str:
    """Return the style sheet of the house paper; `bozza` says BOZZA everywhere, `screen` has what a phone needs too."""
    names = ["carta.css", *(["bozza.css"] if bozza else []), *(["telefono.css"] if screen else [])]
    return "".join((TEMPLATES / name).read_text(encoding="utf-8") for name in names)


@cache
def policy(*, logo: bool = False) -> str:
    """Return the strictest content security policy under which the page, draft or not, shows as meant.

    With a `logo`, the page may show images that it holds itself.
    """
    sheets = (sha256(style(bozza=bozza, screen=True).encode()).digest() for bozza in (False, True))
    allowed = " ".join(f"'sha256-{b64encode(digest).decode()}'" for digest in sheets)
    shown = "img-src data:; " if logo else ""
    return f"default-src 'none'; style-src {allowed}; {shown}base-uri 'none'; form-action 'none'"


def page(document: Document, *, style: str = "", fields: str = "", screen: bool = False) -> str:
    """Return the HTML of a document, with the element `style` in its head; it is well-formed XML too.

    `fields` puts an input over the ink line of each signature that wants a field: `firma` makes `firma_1`, `firma_2`…
    For a `screen`, tables and plots stand in boxes of their own, which scroll where they are wider than it.
    """
    title, about = _plain(document.title), document.about
    head = " – ".join((title, *(escape(_legal(text)) for text in about.told)))
    foot = _plain("".join(run.text for run in about.fingerprint))
    width = text_width(landscape=document.landscape)
    body = "".join(_body(document.blocks, width, fields=fields, screen=screen))
    turned = ' class="orizzontale"' if document.landscape else ""
    return (
        f'<!DOCTYPE html><html lang="it"><head><meta charset="utf-8"/><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"/>{style}</head>'
        f'<body{turned} data-testatina="{head}" data-impronta="{foot}"><main>{body}</main></body></html>'
    )


def _body(blocks: Sequence[Block], width: int, *, fields: str, screen: bool) -> Iterator[str]:
    """Yield the blocks in order; runs of items become lists. `width` is that of the text, in twips.

    The closing line and the clause before it stay with the signatures, and with the last rows of a table above them; a
    paragraph that introduces, with what follows; `together` says what else stays with the next.
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
    for at, (place, piece) in enumerate(zip(places, pieces, strict=True)):
        keep = ""
        below = pieces[at + 1 : at + (4 if isinstance(piece, Table) else 3)]
        if any(isinstance(one, Signatures) for one in below):
            keep = " insieme chiusa"
        elif isinstance(piece, Paragraph) and (piece.introduces or place in stays):
            keep = " insieme"
        if isinstance(piece, list):
            yield _list(piece, keep)
        elif isinstance(piece, Plot):
            yield _scrolling(_plot(piece), "Grafico") if screen else _plot(piece)
        elif isinstance(piece, Letterhead):
            yield markup(piece, _runs(piece.name), list(map(_runs, piece.lines)), _plain(piece.alt))
        elif isinstance(piece, Signatures):
            yield _signatures(piece, fields, number, keep)
            number += sum(party.field for party in piece.parties)
        else:
            made = _block(piece, keep, width)
            yield _scrolling(made, _called(piece)) if screen and isinstance(piece, Table) else made


def _block(block: Title | Heading | Paragraph | Table | Item, keep: str, text: int = TEXT_WIDTH) -> str:
    match block:
        case Title(runs, rank):
            tag, name = _TITLES[rank]
            return f'<{tag} class="{name}{keep}">{_runs(runs, 0)}</{tag}>'
        case Heading(runs, annex):
            return f'<h2 class="capo{" allegato" if annex else ""}{keep}">{_runs(runs, 0)}</h2>'
        case Table(header):
            excerpt = block if isinstance(block, Excerpt) else None
            cells = zip(*map(texts, without_bands(block.rows, block)), strict=True)
            found = excerpt.columns if excerpt else columns(texts(header), cells, text)
            names = [_looks(cifra=place in found.right) for place in range(len(header))]
            looks = [_looks(cifra=place in found.right, salda=place in found.whole) for place in range(len(header))]
            head = "".join(
                f'<th scope="col"{look}>{_runs(cell)}</th>' for cell, look in zip(header, names, strict=True)
            )
            body = "".join(rows(block, looks))
            shares = "".join(f'<col width="{100 * width / text:.2f}%"/>' for width in found.widths)
            table = f"<colgroup>{shares}</colgroup><thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
            look = (" fitta" if is_dense(len(header)) else "") + (f" {EXCERPT}" if excerpt else "")
            look += " corta" if whole(block, closes="chiusa" in keep) else ""
            look += " fasce" if block.bands else ""
            return f'<table class="dati{look}{keep}">{table}</table>'
        case _:
            kind = "" if not isinstance(block, Paragraph) or block.kind == "text" else f" {_KINDS[block.kind]}"
            return f'<p class="paragrafo{kind}{keep}">{_runs(block.runs, LINE)}</p>'


def _scrolling(made: str, name: str) -> str:
    """Return something wide in a box that scrolls, by keyboard too."""
    return f'<div class="scorre" role="region" aria-label="{name}" tabindex="0">{made}</div>'


def _called(block: Table) -> str:
    """Return what a table is called, by the names of its columns."""
    return _plain(f"Tabella: {', '.join(filter(None, map(_said, block.header)))}")


def _plot(block: Plot) -> str:
    """Return a drawing; what it says, its `title`, is for those who do not see it."""
    said = words(block)
    _legal(f"{said.told}{said.note}")
    return draw(said, block.open)


def _said(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def texts(row: Sequence[Runs]) -> list[str]:
    """Return the cells of a row as they are measured."""
    return [measured(cell) for cell in row]


def measured(cell: Runs) -> str:
    """Return what a cell says, a line to fill as wide as it is at least."""
    return "".join([BLANK if run.blank else run.text for run in cell])


def _looks(**classes: bool) -> str:
    """Return the attribute of the classes that a cell has."""
    names = " ".join(name for name, has in classes.items() if has)
    return f' class="{names}"' if names else ""


def _list(items: Sequence[_Placed], keep: str = "") -> str:
    """Nest the items: those that follow at a deeper level belong to the item before them."""
    entries, rest = [], list(items)
    while rest:
        (lead, stays), *rest = rest
        inner = list(takewhile(partial(_is_inner, lead), rest))
        rest = rest[len(inner) :]
        runs = _runs(lead.runs, LINE - _INDENT * lead.level)
        text = f"<p>{_mark(lead.mark)}{runs}</p>{_list(inner) if inner else ''}"
        entries.append(f'<li class="voce livello-{lead.level}{" insieme" if stays else ""}">{text}</li>')
    return f'<ul class="voci{keep}">{"".join(entries)}</ul>'


def _is_inner(lead: Item, placed: _Placed) -> bool:
    return placed[0].level > lead.level


def _mark(mark: str) -> str:
    kind = " casella" if mark in (TICKED, EMPTY) else ""
    return f'<span class="segno{kind}">{literal(mark)} </span>'


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
