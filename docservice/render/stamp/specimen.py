"""The faces in which values are drawn, and a page that prints their characters, for the files of fonts to hold them.

`specimen(ALPHABETS[0])` → a page with letters and figures, which is laid out beside a form and then thrown away.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from weasyprint import CSS

from docservice.render.engine import press
from docservice.render.footer import GLYPHS
from docservice.render.stamp.faces import Face

_PLAIN = "".join(map(chr, [*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0x30, 0x3A)])) + " .,'’-/():;&–\xa0"
_ITALIAN = "".join(map(chr, range(0x20, 0x7F))) + "ÀÁÈÉÌÍÒÓÙÚàáèéìíòóùú’‘“”«»–−…€°\xa0"
_LATIN = "".join(
    dict.fromkeys(_ITALIAN + "".join(map(chr, [*range(0xA0, 0x180), *range(0x218, 0x21C)])).replace("\xad", ""))
)
ALPHABETS = (frozenset(_PLAIN), frozenset(_ITALIAN), frozenset(_LATIN))
"""Characters that can be stamped: the file of a copy carries the smallest set that does."""
_TEXT, _CELLS = ('"Source Serif 4 SmText"', '"Source Sans 3"')
"""Faces in which values are printed: in forms, where page numbers are too, and in the cells of tables."""
_KEPT, _FACES_KEPT = 8, 64
_KNOWN: dict[Any, Face] = {}


@lru_cache(maxsize=_KEPT)
def specimen(alphabet: frozenset[str], *, table: bool = False) -> Any:
    """Return a page that prints an alphabet in the face of values, plain and bold, in its margin: their files hold it.

    With `table`, in that of the cells of a table; page numbers in their own.
    """
    shown = [*sorted(alphabet - {" "}), " ", "."]  # a space at either end would go
    text = "".join(f"\\{ord(char):06x}" for char in shown)
    name = _CELLS if table else _TEXT
    looks = {"top-left": f"8pt {name}", "top-right": f"bold 8pt {name}"}
    rules = " ".join([f'@{place} {{ content: "{text}"; font: {look} }}' for place, look in looks.items()])
    rules += f' @bottom-left {{ content: "{GLYPHS}"; font: 8pt {_TEXT} }}' if table else ""
    machine = press()
    sheet = CSS(string=f"@page {{ {rules} }}", font_config=machine.fonts, url_fetcher=machine.fetcher)
    return machine.lay_out('<html lang="it"><body></body></html>', sheet=sheet)


def face(box: Any, held: frozenset[str]) -> Face:
    """Return the face of a text box, limited to those characters."""
    style = box.style
    look = (*style["font_family"], style["font_size"], style["font_weight"], style["font_style"], held)
    if look not in _KNOWN:
        if len(_KNOWN) > _FACES_KEPT:
            _KNOWN.clear()
        _KNOWN[look] = Face(style, held)
    return _KNOWN[look]
