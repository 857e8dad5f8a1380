"""What Word counts: the mark of each numbered paragraph, as it reads numbering.xml and the styles."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Level = tuple[str, int]
"""A list, or what it is made after, and a level."""


def marks(document: etree._Element, styles: etree._Element, numbering: etree._Element) -> dict[etree._Element, str]:
    """Return the mark of each numbered paragraph of a body, in reading order."""
    kinds = {one.get(f"{W}numId"): one for one in numbering.iter(f"{W}num")}
    levels = {
        (kind.get(f"{W}abstractNumId"), int(level.get(f"{W}ilvl"))): level
        for kind in numbering.iter(f"{W}abstractNum")
        for level in kind.iter(f"{W}lvl")
    }
    named = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
    counts: dict[Level, int] = {}
    begun: set[Level] = set()
    found = {}
    for paragraph in document.iter(f"{W}p"):
        properties = _numbering(paragraph, named)
        if properties is None:
            continue
        number, depth = _value(properties, "numId"), int(_value(properties, "ilvl") or 0)
        kind = kinds[number]
        key = _value(kind, "abstractNumId"), depth
        level = levels[key]
        assert all((key[0], above) in counts for above in range(depth)), "a level above was never counted"
        start = _restart(kind, depth) if (number, depth) not in begun else None
        begun.add((number, depth))
        counts[key] = int(start or (counts[key] + 1 if key in counts else _value(level, "start")))
        for below in [one for one in counts if one[0] == key[0] and one[1] > depth]:
            del counts[below]
        mark = _value(level, "lvlText")
        for other in range(depth + 1):
            if f"%{other + 1}" in mark:
                of = key[0], other
                mark = mark.replace(f"%{other + 1}", _written(counts[of], _value(levels[of], "numFmt")))
        found[paragraph] = mark
    return found


def _numbering(paragraph: etree._Element, styles: dict[str, etree._Element]) -> etree._Element | None:
    """Return the numbering of a paragraph: its own, that of its style, or of those which this is based on."""
    own = paragraph.find(f"{W}pPr/{W}numPr")
    for style in () if own is not None else _chain(paragraph, styles):
        own = style.find(f"{W}pPr/{W}numPr")
        if own is not None:
            break
    return own


def _chain(paragraph: etree._Element, styles: dict[str, etree._Element]) -> Iterator[etree._Element]:
    name = _value(paragraph.find(f"{W}pPr"), "pStyle")
    while name:
        yield styles[name]
        name = _value(styles[name], "basedOn")


def _restart(kind: etree._Element, depth: int) -> str:
    [*found] = (one for one in kind.iter(f"{W}lvlOverride") if one.get(f"{W}ilvl") == str(depth))
    return _value(found[0], "startOverride") if found else ""


def _value(element: etree._Element, name: str) -> str:
    child = element.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val")


def _written(count: int, kind: str) -> str:
    return {"decimal": str(count), "lowerLetter": ascii_lowercase[(count - 1) % 26]}[kind]
