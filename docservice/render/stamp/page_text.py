"""What a page shows, read back from its operators: to compare a copy with the same page laid out in full.

`shown(b"… 1 0 0 -1 70.9 103.2 Tm …")` → `[(70.9, 103.2, b"/F1 <002400250026>")]`: where each text is, its font, glyphs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO

_NEAR = 0.05
"""CSS pixels, or points, between places that are the same."""
_OPERATOR = re.compile(rb"\b([qQ])\b|1 0 0 1 0 (\S+) cm|1 0 0 -1 (\S+) (\S+) Tm|(/[A-Z]+) [0-9.]+ Tf|(\[[^\]]*\])\s*TJ")
_GLYPHS = re.compile(rb"<([0-9a-f]*)>")

Shown = tuple[float, float, bytes]
"""A text: where it begins, across and down; its font and glyphs."""


def shown(content: bytes) -> list[Shown]:
    """Return the texts that some operators show, in order."""
    found = []
    font, moved, kept = b"", 0.0, []
    across = down = 0.0
    for state, move, x, y, face, glyphs in _OPERATOR.findall(content):
        if state == b"q":
            kept.append((font, moved))
        elif state == b"Q":
            font, moved = kept.pop() if kept else (font, moved)
        elif move:
            moved += float(move)
        elif face:
            font = face
        elif glyphs:
            found.append((across, down + moved, font + b"".join(_GLYPHS.findall(glyphs))))
        else:
            across, down = float(x), float(y)
    return found


def pages_shown(file: bytes) -> list[list[Shown]]:
    """Return what each page of a PDF shows."""
    from pypdf import PdfReader  # noqa: PLC0415 - most files are written and never read back

    contents = (page.get_contents() for page in PdfReader(BytesIO(file)).pages)
    return [[] if content is None else shown(content.get_data()) for content in contents]


def alike(some: Sequence[Sequence[Shown]], others: Sequence[Sequence[Shown]]) -> bool:
    """Say whether pages show the same."""
    return list(map(len, some)) == list(map(len, others)) and all(
        one[2] == other[2] and abs(one[0] - other[0]) < _NEAR and abs(one[1] - other[1]) < _NEAR
        for page, like in zip(some, others, strict=True)
        for one, other in zip(page, like, strict=True)
    )
