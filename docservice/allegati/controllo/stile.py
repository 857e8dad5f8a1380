"""The style sheet inside an SVG, as the programs that draw export it: what it gives to each element, and no more.

`Foglio(".a,.b{fill:#c00}").di("path", "a", "")` → `{"fill": "#c00"}`. Only plain selectors (a name, a class, an id)
are known; whatever else a sheet may do (rules with @, things fetched, selectors of more parts) refuses it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

_COMMENTO: Final = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_REGOLA: Final = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SELETTORE: Final = re.compile(r"\*|[A-Za-z]+|(?:[A-Za-z]+)?[.#][A-Za-z_][\w-]*", re.ASCII)
_REGOLE: Final = 1000
"""Most selectors of a sheet."""


class FoglioIllegibile(ValueError):  # noqa: N818 - in the words of the field
    """A style sheet that does more than give plain properties to plain selectors."""


class Foglio:
    """The rules of a style sheet, by selector."""

    def __init__(self, testo: str) -> None:
        text = _COMMENTO.sub(" ", testo)
        self._rules: dict[str, dict[str, str]] = defaultdict(dict)
        if set("@\\<") & set(text) or _REGOLA.sub("", text).strip():
            raise FoglioIllegibile
        for selectors, body in _REGOLA.findall(text):
            for one in map(str.strip, selectors.split(",")):
                if not _SELETTORE.fullmatch(one) or len(self._rules) > _REGOLE:
                    raise FoglioIllegibile
                self._rules[one] |= dichiarazioni(body)

    def di(self, nome: str, classi: str, identita: str) -> dict[str, str]:
        """Return the properties of an element, by its name, its classes, its id: the more exact selector wins."""
        found: dict[str, str] = {}
        kinds = [f".{one}" for one in classi.split()]
        own = [f"#{identita}"] if identita else []
        for one in ("*", nome, *kinds, *(nome + one for one in kinds), *own, *(nome + one for one in own)):
            found |= self._rules.get(one, {})
        return found


def dichiarazioni(testo: str) -> dict[str, str]:
    """Return the properties of a `style`: `fill:red;stroke:none` → `{"fill": "red", "stroke": "none"}`."""
    parts = (one.partition(":") for one in _COMMENTO.sub(" ", testo).split(";"))
    return {
        name.strip().lower(): value.replace("!important", "").strip()
        for name, _, value in parts
        if name.strip() and value.strip()
    }
