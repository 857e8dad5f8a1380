"""Runs as HTML: text that shows as typed, codes that hold together, lines to fill as long as what they await.

`written((Run("art. 19-bis, "), Run("S & C.")))` → `art. 19-bis, S &amp; C.`
"""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from typing import Final

from docservice.render.errors import RenderError
from docservice.render.fonts.advances import TEXT, advances
from docservice.text.blocks import Run, Runs
from docservice.text.unbroken import NBSP

LINE: Final = 40.0
"""Ems that a line of running text holds, or a hair less."""
_ILLEGAL = re.compile("[^\t\n\r -\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010fffd]")
_SPACES = re.compile("[ \t]{2,}|\t")
_NEWLINE = re.compile(r"[ \t]*(?:\r\n|\r|\n)")
_TAB = 4  # spaces
_INK = r"[^ \t\r\n]"  # a no-break space is within a word
_CODE = re.compile(
    rf"(?<!{_INK})((?={_INK}*[0-9])(?={_INK}{{3,34}}(?!{_INK})){_INK}+[-/]{_INK}+"
    rf"|\(?[A-Z]{{2,}}(?:[-/][A-Z]{{2,}})+\W?)(?!{_INK})"
)
"""What would break after a hyphen or a bar and holds figures, or capitals only: "445/2000-B", "19-bis", "FIOM-CGIL".

What a no-break space holds before it is of it: «D.Lgs. n. 148/2015».
"""
_HELD = '<span class="unito">{}</span>'
_BLANK = '<span class="riga{}" role="img" aria-label="da compilare"></span>'
_LENGTHS = (4, 8, 16, 28)
"""Characters that lines to fill have room for, each a class of the style sheet."""


def written(runs: Runs, room: float | None = None) -> str:
    """Return the runs, their codes held together if they do not all stand on a line of so many ems.

    Where no room is told nothing need be held: in a cell the column does it.
    """
    held = room is not None and any(_CODE.search(run.text) for run in runs) and _wide(runs) > room
    parted = [_parted(run, following, held=held) for run, following in zip(runs, [*runs[1:], None], strict=False)]
    return "".join([_run(run, held=held) for run in parted])


def _parted(run: Run, following: Run | None, *, held: bool) -> Run:
    """Return a run that ends with a plain space where an element follows: held to it, the engine breaks lines amiss."""
    if following is None or not run.text.endswith(NBSP):
        return run
    element = following.blank or following.bold != run.bold or (held and _CODE.match(following.text))
    return replace(run, text=f"{run.text[:-1]} ") if element else run


def _wide(runs: Runs) -> float:
    """Return how wide the runs are, in ems."""
    return sum(advances(TEXT, bold=run.bold).of(run.text) for run in runs)


def _run(run: Run, *, held: bool) -> str:
    if run.blank:
        return f"<br/>{_BLANK.format(' intera')}" if run.whole else _BLANK.format(_long(run.length))
    text = literal(run.text)
    if held:
        parts = map(literal, _CODE.split(run.text))
        text = "".join([_HELD.format(part) if place % 2 else part for place, part in enumerate(parts)])
    return f"<b>{text}</b>" if run.bold else text


def _long(length: int) -> str:
    """Return the class of a line to fill where so many characters are awaited; the usual one if nobody knows."""
    return f" riga-{next((one for one in _LENGTHS if length <= one), _LENGTHS[-1])}" if length else ""


def literal(text: str) -> str:
    """Return text as HTML that shows it as typed: newlines break, spaces in a row do not melt into one."""
    return _NEWLINE.sub("<br/>", escape(_SPACES.sub(_hold, legal(text))))


def _hold(spaces: re.Match[str]) -> str:
    width = len(spaces[0].expandtabs(_TAB))
    return "\xa0" * (width - 1) + " "


def plain(text: str) -> str:
    """Return text on one line, for attributes and metadata."""
    return escape(" ".join(legal(text).split()))


def legal(text: str) -> str:
    """Return `text`, or raise `RenderError` if it has controls, surrogates or non-characters."""
    if found := _ILLEGAL.search(text):
        raise RenderError(f"carattere non stampabile nel documento: U+{ord(found[0]):04X}")
    return text
