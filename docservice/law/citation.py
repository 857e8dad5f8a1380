"""Where a rule, a figure or a deadline comes from: an act and a point of it.

    Fonte("D.Lgs. 14 settembre 2015, n. 148", "art. 12 c. 1").as_dict() -> {"atto": …, "punto": "art. 12 c. 1"}

A law, a decree-law or a legislative decree, cited with its whole date, has its address on Normattiva too: that of the
article, where the point begins with one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

_MESI: Final = (
    *("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno"),
    *("luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"),
)
_TIPI: Final = {"L.": "legge", "D.L.": "decreto.legge", "D.Lgs.": "decreto.legislativo"}
"""The kinds of act whose address is known, as they are cited and as their names (URN) have them."""
_ATTO: Final = re.compile(rf"({'|'.join(map(re.escape, _TIPI))}) (\d+)°? ({'|'.join(_MESI)}) (\d{{4}}), n\. (\d+)\b")
_ARTICOLO: Final = re.compile(r"art\. (\d+)(?:-([a-z]+))?\b")


@dataclass(frozen=True, slots=True)
class Fonte:
    """An act of law or an agreement (`atto`) and the point cited (`punto`)."""

    atto: str
    punto: str

    @property
    def indirizzo(self) -> str | None:
        """Where the act is published, if its address follows from what it is; None of the others."""
        act = _ATTO.match(self.atto)
        if act is None:
            return None
        kind, day, month, year, number = act.groups()
        signed = date(int(year), _MESI.index(month) + 1, int(day))
        article = _ARTICOLO.match(self.punto)
        place = f"~art{article[1]}{article[2] or ''}" if article else ""
        return f"https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:{_TIPI[kind]}:{signed};{number}{place}"

    def as_dict(self) -> dict[str, str]:
        """Return `{"atto", "punto"}` as it travels in answers."""
        return {"atto": self.atto, "punto": self.punto}
