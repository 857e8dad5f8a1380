"""The content control of a datum: where Word lets one fill it in, and programs find it by its JSON pointer.

    tag("/lavoratore/codice_fiscale") -> "/lavoratore/codice_fiscale";  title(…) -> "codice fiscale"

A datum in a long table has none: with one in every cell a row would take twice the room and the time.
"""

from __future__ import annotations

from functools import lru_cache
from zlib import crc32

from docservice.text.blocks import EMPTY, TICKED, Run

_MAX = 64  # characters that Word takes in a tag and in a title
_VACANT = "da compilare"


def pointer(run: Run) -> str | None:
    """Return the pointer of the datum that a run prints, "" for a line to fill that has none, None for plain words."""
    if run.blank:
        return run.pointer or ""
    return (run.pointer or None) if run.text else None


@lru_cache(maxsize=4096)
def tag(pointer: str) -> str:
    """Return the pointer, one that is too long by its end and by a number that tells it from others."""
    return pointer if len(pointer) <= _MAX else f"{crc32(pointer.encode()):08x}…{pointer[9 - _MAX :]}"


@lru_cache(maxsize=4096)
def title(pointer: str) -> str:
    """Return the name of the field, in words."""
    names = [name for name in pointer.split("/") if name and not name.isdigit()]
    return names[-1].replace("_", " ")[:_MAX] if names else _VACANT


def kind(run: Run) -> str:
    """Return the kind of control: "vuoto", "misto" where signs have a face of their own, or all is bold, or of lines.

    Of one of plain text, which "dato" is, LibreOffice forgets how it looks, and prints the ends of lines before it.
    """
    if run.blank:
        return "vuoto"
    return "misto" if run.bold or any(sign in run.text for sign in (TICKED, EMPTY, "\n")) else "dato"
