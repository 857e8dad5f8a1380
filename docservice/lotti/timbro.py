"""The stamper of a process that makes rows, and the count of its layouts: Pango keeps some memory of each.

After a lotto of ten thousand DID `impaginati()` is some 4; after ten PDFs laid out each on its own, it is 10.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docservice.render.stamp import Stamper

_made: list[Stamper] = []
_apart = 0


def timbro() -> Stamper:
    """Return the stamper of this process; the layout engine is loaded with it, at the first call."""
    if not _made:
        from docservice.render.stamp import Stamper  # noqa: PLC0415

        _made.append(Stamper())
    return _made[0]


def conta_a_parte() -> None:
    """Count a PDF made without the stamper."""
    global _apart  # noqa: PLW0603 - one of the process, as the memory is
    _apart += 1


def impaginati() -> int:
    """Return how many layouts this process has made."""
    return _apart + sum(one.laid for one in _made)
