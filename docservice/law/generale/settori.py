"""The sectors with rules of their own in more than one regime."""

from __future__ import annotations

from typing import Final

EDILI: Final = frozenset({"edilizia", "lapideo"})
"""Building and stone: longer durations, a higher ceiling in bad weather, no exception for what cannot be avoided."""
