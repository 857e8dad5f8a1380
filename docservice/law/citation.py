"""Where a rule, a figure or a deadline comes from: an act and a point of it."""

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
