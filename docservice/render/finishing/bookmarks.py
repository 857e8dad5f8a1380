"""The bookmarks of a document, as the layout engine finds them on its pages: in words, on one line.

told("Reparto:   Verniciatura") -> "Reparto: Verniciatura"
"""

from __future__ import annotations

from typing import Any

BAND = 4
"""Level of a band of a table, below every heading: as the style sheet says."""


def settle(laid: Any) -> None:
    """Have the bookmarks of laid pages say what a reader lists on one line; those that say nothing go."""
    for page in laid.pages:
        page.bookmarks[:] = [(level, name, *rest) for level, label, *rest in page.bookmarks if (name := told(label))]


def told(text: str) -> str:
    """Return a text as a bookmark says it."""
    return " ".join(text.split())
