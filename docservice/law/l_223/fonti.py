"""The sources that the rules of a collective dismissal cite.

legge("art. 4 c. 3").as_dict() -> {"atto": "L. 23 luglio 1991, n. 223", "punto": "art. 4 c. 3"}
"""

from __future__ import annotations

from docservice.law.citation import Fonte


def legge(punto: str) -> Fonte:
    """Return a point of L. 223/1991."""
    return Fonte("L. 23 luglio 1991, n. 223", punto)


def chiusure(punto: str) -> Fonte:
    """Return a point of the law on the closures of those with many employees."""
    return Fonte("L. 30 dicembre 2021, n. 234", punto)
