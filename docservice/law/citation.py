"""Where a rule, a figure or a deadline comes from: an act and a point of it.

Fonte("D.Lgs. 14 settembre 2015, n. 148", "art. 12 c. 1").as_dict() -> {"atto": …, "punto": "art. 12 c. 1"}
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fonte:
    """An act of law or an agreement (`atto`) and the point cited (`punto`)."""

    atto: str
    punto: str

    def as_dict(self) -> dict[str, str]:
        """Return `{"atto", "punto"}` as it travels in answers."""
        return {"atto": self.atto, "punto": self.punto}
