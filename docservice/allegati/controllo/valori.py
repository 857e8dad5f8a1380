"""What the attributes of a drawing (SVG) may say: numbers no larger than a drawing wants, colours, names of its own.

`misura("d", "M0 0h2")` → `"M0 0h2"`; `aspetto("fill", "url(#a)", {"a": "n3"})` → `"url(#n3)"`; anything else raises
`LogoRifiutato`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml import etree


class LogoRifiutato(ValueError):  # noqa: N818 - in the words of the field
    """A logo that cannot be used; its message says why, and what to do."""


ASPETTO: Final = frozenset(
    {"fill", "fill-opacity", "fill-rule", "stroke", "stroke-opacity", "stroke-width", "stroke-linecap"}
    | {"stroke-linejoin", "stroke-miterlimit", "clip-path", "clip-rule", "opacity", "stop-color", "stop-opacity"}
    | {"color", "display", "visibility", "transform"}
)
"""How an element looks: as attributes, in its `style` or in the style sheet."""
MAI: Final = frozenset(
    {"filter", "mask", "mask-image", "mix-blend-mode", "stroke-dasharray"}
    | {"marker", "marker-start", "marker-mid", "marker-end"}
)
"""What would look otherwise somewhere, or take for ever: refused unless it says that there is none."""
NESSUNO: Final = frozenset({"none", "normal"})
_MASSIMO: Final = 1e6
"""Largest number."""
_NUMERO: Final = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_UNITA: Final = r"(?:px|pt|mm|cm|in|pc|em|%)?"
_TRATTO: Final = re.compile(r"[MmZzLlHhVvCcSsQqTtAa0-9eE.,+\-\s]*", re.ASCII)
_MISURA: Final = re.compile(rf"\s*{_NUMERO.pattern}{_UNITA}\s*", re.ASCII)
_NUMERI: Final = re.compile(r"[0-9eE.,+\-\s]*", re.ASCII)
_TRASFORMA: Final = re.compile(r"(?:(?:matrix|translate|scale|rotate|skewX|skewY)\s*\([0-9eE.,+\-\s]*\)[\s,]*){0,20}")
_PAROLE: Final = re.compile(r"[A-Za-z][A-Za-z -]{0,40}")
_COLORE: Final = re.compile(r"#[0-9A-Fa-f]{3,8}|[A-Za-z]{2,30}|(?:rgb|rgba|hsl|hsla)\([0-9.,%/\s]{1,60}\)", re.ASCII)
_RICHIAMO: Final = re.compile(r"url\(\s*[\"']?#([^\"'()\s]{1,200})[\"']?\s*\)(?:\s+(?:none|[#A-Za-z0-9]+))?")
_PROFILO: Final = re.compile(r"\s*icc-color\([^()]*\)")
_IN_PIXEL: Final = {"": 1.0, "px": 1.0, "pt": 4 / 3, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "pc": 16.0}
_PROPORZIONE: Final = 30
"""How many times one side may be the other."""


def misura(nome: str, testo: str) -> str:
    """Return an attribute that says where and how large an element is."""
    shape = _MISURA
    if nome == "d":
        shape = _TRATTO
    elif nome in ("points", "viewBox"):
        shape = _NUMERI
    elif nome == "gradientTransform":
        shape = _TRASFORMA
    elif nome in ("gradientUnits", "clipPathUnits", "spreadMethod", "preserveAspectRatio"):
        shape = _PAROLE
    return _giusto(nome, shape, testo)


def aspetto(nome: str, testo: str, nomi: dict[str, str]) -> str:
    """Return an attribute that says how an element looks; `nomi` are the new names of the elements."""
    text = _PROFILO.sub("", testo).strip()
    if nome == "transform":
        return _giusto(nome, _TRASFORMA, text)
    if nome in ("fill", "stroke", "clip-path") and (found := _RICHIAMO.fullmatch(text)):
        return f"url(#{nomi[found[1]]})" if found[1] in nomi else "none"
    if nome in ("fill", "stroke", "stop-color", "color"):
        return _giusto(nome, _COLORE, text)
    if _MISURA.fullmatch(text):
        return _giusto(nome, _MISURA, text)
    return _giusto(nome, _PAROLE, text)


def _giusto(nome: str, shape: re.Pattern[str], testo: str) -> str:
    if not shape.fullmatch(testo):
        raise LogoRifiutato(f"Nell’SVG un valore di «{nome}» non si può leggere: va esportato di nuovo, o come PNG.")
    # of a path the flags of an arc may be one with the number that follows: it is no larger for that
    if shape is not _COLORE and any(abs(float(one)) > _MASSIMO for one in _NUMERO.findall(testo)):
        raise LogoRifiutato(f"Nell’SVG un numero di «{nome}» è troppo grande: il disegno va ridotto di misura.")
    return " ".join(testo.split())


def riquadro(root: etree._Element) -> tuple[float, float, float, float]:
    """Return the box of a drawing: where it begins, width and height."""
    text = misura("viewBox", root.get("viewBox", ""))
    numbers = [float(one) for one in _NUMERO.findall(text)]
    if not numbers:
        numbers = [0.0, 0.0, *(_in_pixel(root.get(name, "")) for name in ("width", "height"))]
    if len(numbers) != len("xywh") or min(numbers[2:]) <= 0:
        raise LogoRifiutato("L’SVG non dice quanto è largo e alto (viewBox): va esportato di nuovo.")
    width, height = numbers[2:]
    if not 1 / _PROPORZIONE <= width / height <= _PROPORZIONE:
        raise LogoRifiutato("Il logo è troppo stretto e lungo: va inviato con il riquadro attorno al disegno.")
    x, y = numbers[:2]
    return x, y, width, height


def _in_pixel(text: str) -> float:
    found = re.fullmatch(rf"\s*({_NUMERO.pattern})({_UNITA})\s*", text, re.ASCII)
    return min(float(found[1]) * _IN_PIXEL.get(found[2], 0.0), _MASSIMO) if found else 0.0
