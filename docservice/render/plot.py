"""Bars of figures as an SVG that stands in the page under its title: a panel for each group, each on its own scale.

Bars below the axis are of figures below zero; those of periods not over are hollow. Nothing but attributes dresses it:
the policy of the page allows no style of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from html import escape
from math import ceil

from docservice.render.fonts.advances import CELLS, advances

_WIDTH, _PANEL = 480, 108  # px: of the whole, height of a panel
_GAP, _BETWEEN = 24, 10  # px: between panels, beside and below
_COLUMNS = 2
_TITLE = 18  # px: above the panels, for what they tell
_HEAD, _FOOT = 26, 14  # px: above and below the bars, for name and periods
_LETTER = 7.5  # px: size of labels
_INK, _GREY, _RULE = "#000", "#555", "#999"
_HOLLOW = "In bianco: anno in corso."
_FONT = "Source Sans 3, Liberation Sans, DejaVu Sans, sans-serif"


def draw(title: str, periods: Sequence[str], groups: Sequence[Sequence[str]], still: frozenset[int]) -> str:
    """Return the drawing of groups, each a name and a figure per period as it prints; `title` is escaped already.

    `still` are the places of the periods that are not over. A group with no figure has no panel.
    """
    panels = [group for group in groups if any(map(number, group[1:]))] or list(groups)
    rows = -(-len(panels) // _COLUMNS)
    above = f'<text x="0" y="10" font-size="9.5" font-weight="bold">{title}</text>'
    height = _TITLE + rows * (_PANEL + _BETWEEN) + 2
    below = f'<text x="0" y="{height - 2}">{_HOLLOW}</text>' if still else ""
    body = "".join(
        f'<g transform="translate({at * (_WIDTH + _GAP) // _COLUMNS} {_TITLE + row * (_PANEL + _BETWEEN)})">'
        f"{''.join(_panel(group, periods, still))}</g>"
        for (row, at), group in ((divmod(place, _COLUMNS), group) for place, group in enumerate(panels))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="grafico" role="img" width="{_WIDTH}" height="{height}"'
        f' viewBox="0 0 {_WIDTH} {height}" font-family="{_FONT}" font-size="{_LETTER}" fill="{_INK}">'
        f"<title>{title}. {_told(periods, groups)}</title>{above}{body}{below}</svg>"
    )


def number(text: str) -> Decimal | None:
    """Return the figure that a text prints ("−1.250,00"), None if it prints none."""
    try:
        return Decimal(text.replace(".", "").replace(",", ".").replace("−", "-"))
    except InvalidOperation:
        return None


def _told(periods: Sequence[str], groups: Sequence[Sequence[str]]) -> str:
    """Return the figures in words."""
    told = []
    for name, *figures in groups:
        each = (f"{period} {figure or '–'}" for period, figure in zip(periods, figures, strict=True))
        told.append(f"{name}: {', '.join(each)}.")
    return escape(" ".join(told))


def _panel(group: Sequence[str], periods: Sequence[str], still: frozenset[int]) -> Iterator[str]:
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
    yield f'<text x="0" y="9" font-size="8.5" font-weight="bold">{escape(name)}</text>'
    for place, (figure, label, period) in enumerate(zip(figures, labels, names, strict=True)):
        middle = step * (place + 0.5)
        if (len(names) - 1 - place) % every == 0:
            yield _label(middle, _PANEL - 3, period, width)
        if figure is None:
            continue
        length = abs(figure) * scale
        start = axis - length if figure > 0 else axis
        fill = f'fill="#fff" stroke="{_GREY}" stroke-width="0.8"' if place in still else f'fill="{_GREY}"'
        yield f'<rect x="{middle - bar / 2:.2f}" y="{start:.2f}" width="{bar:.2f}" height="{length:.2f}" {fill}/>'
        if place in told:
            yield _label(middle, axis + length + 8 if figure < 0 else start - 3, label, width)
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


def _label(middle: float, y: float | Decimal, text: str, width: float) -> str:
    """Return a text in its middle, or as near as a panel so wide allows.

    Its start is ours to find: the engine would make of every text that it centres itself an object of the file.
    """
    wide = _width(text)
    return f'<text x="{max(min(middle - wide / 2, width - wide), 0):.2f}" y="{y:.2f}">{escape(text)}</text>'


def _width(text: str) -> float:
    return _LETTER * advances(CELLS).of(text)
