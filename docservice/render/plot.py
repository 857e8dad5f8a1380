"""Bars of figures as an SVG that stands in the page under its title: a panel for each group, each on its own scale.

    draw(words(block), block.open) -> "<svg …>"

Bars below the axis are of figures below zero; those of periods not over are hollow. Nothing but attributes dresses it:
the policy of the page allows no style of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from html import escape
from math import ceil
from typing import NamedTuple

from docservice.render.fonts.advances import CELLS, advances
from docservice.text.blocks import Plot, Runs

_WIDTH, _PANEL = 480, 108  # px: of the whole, height of a panel
_GAP, _BETWEEN = 24, 10  # px: between panels, beside and below
_COLUMNS = 2
_TITLE = 18  # px: above the panels, for what they tell
_HEAD, _FOOT = 26, 14  # px: above and below the bars, for name and periods
_LETTER = 7.5  # px: size of labels
_INK, _GREY, _RULE = "#000", "#555", "#999"
_FONT = "Source Sans 3, Liberation Sans, DejaVu Sans, sans-serif"


class Words(NamedTuple):
    """What a plot says: its title, the names of its periods, each group's name and figures, a note."""

    title: str
    periods: Sequence[str]
    groups: Sequence[Sequence[str]]
    note: str = ""

    @property
    def told(self) -> str:
        """The title and the figures in words, for those who do not see the bars."""
        told = [f"{self.title}."]
        for name, *figures in self.groups:
            each = (f"{period} {figure or '–'}" for period, figure in zip(self.periods, figures, strict=True))
            told.append(f"{name}: {', '.join(each)}.")
        return " ".join(told)


class Label(NamedTuple):
    """A text to draw: where it begins on its baseline, in pixels, and how."""

    x: float
    y: float
    text: str
    size: float = _LETTER
    bold: bool = False


Typed = Callable[[Label], str]
"""How labels become elements of the drawing."""


def typed(label: Label) -> str:
    """Return a label as text, in the face of the drawing."""
    size = "" if label.size == _LETTER else f' font-size="{label.size}"'
    bold = ' font-weight="bold"' if label.bold else ""
    return f'<text x="{label.x:.2f}" y="{label.y:.2f}"{size}{bold}>{escape(label.text)}</text>'


def words(block: Plot) -> Words:
    """Return what a plot says, each text on one line."""
    title, note = _said(block.title), _said(block.note)
    periods, *groups = (list(map(_said, row)) for row in (block.periods, *block.groups))
    return Words(title, periods, groups, note)


def _said(runs: Runs) -> str:
    return " ".join("".join([run.text for run in runs]).split())


def height(block: Plot, width: int) -> int:
    """Return how high a plot is where it is so wide."""
    return width * _high(words(block)) // _WIDTH


def _high(said: Words) -> int:
    rows = -(-len(_panels(said)) // _COLUMNS)
    return _TITLE + rows * (_PANEL + _BETWEEN) + 2


def _panels(said: Words) -> Sequence[Sequence[str]]:
    return [group for group in said.groups if any(map(number, group[1:]))] or said.groups


def draw(said: Words, still: frozenset[int], typed: Typed = typed) -> str:
    """Return the drawing of figures as they print; `still` are the places of the periods that are not over.

    A group with no figure has no panel.
    """
    high = _high(said)
    above = typed(Label(0, 10, said.title, 9.5, bold=True))
    below = typed(Label(0, high - 2, said.note)) if said.note else ""
    body = "".join(
        f'<g transform="translate({at * (_WIDTH + _GAP) // _COLUMNS} {_TITLE + row * (_PANEL + _BETWEEN)})">'
        f"{''.join(_panel(group, said.periods, still, typed))}</g>"
        for (row, at), group in ((divmod(place, _COLUMNS), group) for place, group in enumerate(_panels(said)))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="grafico" role="img" width="{_WIDTH}" height="{high}"'
        f' viewBox="0 0 {_WIDTH} {high}" font-family="{_FONT}" font-size="{_LETTER}" fill="{_INK}">'
        f"<title>{escape(said.told)}</title>{above}{body}{below}</svg>"
    )


def number(text: str) -> Decimal | None:
    """Return the figure that a text prints ("−1.250,00"), None if it prints none."""
    try:
        return Decimal(text.replace(".", "").replace(",", ".").replace("−", "-"))
    except InvalidOperation:
        return None


def _panel(group: Sequence[str], periods: Sequence[str], still: frozenset[int], typed: Typed) -> Iterator[str]:
    """Yield name, axis, bars and labels of a group."""
    name, *texts = group
    figures = [number(text) for text in texts]
    given = [figure for figure in figures if figure is not None]
    top, low = max([*given, Decimal(0)]), min([*given, Decimal(0)])
    room = _PANEL - _HEAD - _FOOT - (10 if low else 0)
    scale = Decimal(room) / (top - low) if top > low else Decimal(0)
    axis = _HEAD + top * scale if top > low else Decimal(_HEAD + room)
    width = (_WIDTH - _GAP) / _COLUMNS
    step = width / len(figures)
    bar = min(step * 0.62, 34)
    labels = [text.removesuffix(",00") for text in texts]
    # where there is no room for all, only the extremes say how much they are
    fits = all(_width(label) <= step - 2 for label in labels)
    told = range(len(labels)) if fits else _latest(figures, (top, low))
    names = [_fitting(period, step) for period in periods]
    every = _every(names, step)
    yield typed(Label(0, 9, name, 8.5, bold=True))
    for place, (figure, label, period) in enumerate(zip(figures, labels, names, strict=True)):
        middle = step * (place + 0.5)
        if (len(names) - 1 - place) % every == 0:
            yield typed(_label(middle, _PANEL - 3, period, width))
        if figure is None:
            continue
        length = abs(figure) * scale
        start = axis - length if figure > 0 else axis
        fill = f'fill="#fff" stroke="{_GREY}" stroke-width="0.8"' if place in still else f'fill="{_GREY}"'
        yield f'<rect x="{middle - bar / 2:.2f}" y="{start:.2f}" width="{bar:.2f}" height="{length:.2f}" {fill}/>'
        if place in told:
            yield typed(_label(middle, axis + length + 8 if figure < 0 else start - 3, label, width))
    yield f'<path d="M0 {axis:.2f}H{width:.2f}" stroke="{_RULE}" stroke-width="0.6" fill="none"/>'


def _fitting(period: str, step: float) -> str:
    """Return the name of a period, its century left out where there is no room ("1°/2022", "1°/22")."""
    return period if _width(period) <= step - 2 else period.replace("/20", "/")


def _every(names: Sequence[str], step: float) -> int:
    """Return one of how many periods is named: all, unless they are too many for their names to stand side by side."""
    widest = max(map(_width, names))
    return 1 if widest <= step else ceil((1.5 * widest + 2) / step)  # one at the edge may stand half its width aside


def _latest(figures: Sequence[Decimal | None], extremes: Sequence[Decimal]) -> Collection[int]:
    """Return the place of the last figure that is equal to each of the extremes: several may be, side by side."""
    return {figure: place for place, figure in enumerate(figures) if figure in extremes}.values()


def _label(middle: float, y: float | Decimal, text: str, width: float) -> Label:
    """Return a text about its middle, or as near as a panel so wide allows.

    Its start is ours to find: the engine would make of every text that it centres itself an object of the file.
    """
    wide = _width(text)
    return Label(max(min(middle - wide / 2, width - wide), 0), float(y), text)


def _width(text: str) -> float:
    return _LETTER * advances(CELLS).of(text)
