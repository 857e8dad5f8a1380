"""The acts that the regime cites: `decreto("art. 12 c. 1")`."""

from __future__ import annotations

from docservice.law.citation import Fonte


def decreto(punto: str) -> Fonte:
    """Cite an article of the decree."""
    return Fonte("D.Lgs. 14 settembre 2015, n. 148", punto)


def guida(punto: str) -> Fonte:
    """Cite the guide of 2024."""
    return Fonte("Guida agli ammortizzatori sociali del maggio 2024", punto)
