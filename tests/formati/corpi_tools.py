"""A payload written as XML and as a form, for the tests."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from lxml import etree

NS = "urn:docservice:1"


def in_xml(data: Any, slug: str) -> bytes:
    """Return a payload as XML, with a declaration."""
    root = etree.Element(f"{{{NS}}}{slug}", nsmap={None: NS})
    _fill(root, data)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8")
    return written


def _fill(element: etree._Element, value: Any) -> None:
    if isinstance(value, dict):
        for name, inner in value.items():
            _fill(etree.SubElement(element, f"{{{NS}}}{name}"), inner)
    elif isinstance(value, list):
        for inner in value:
            _fill(etree.SubElement(element, f"{{{NS}}}voce"), inner)
    else:
        element.text = text(value)


def in_modulo(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield the fields of a form that say a payload."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from in_modulo(inner, f"{name}.{key}" if name else key)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from in_modulo(inner, f"{name}[{index}]")
    else:
        yield name, text(value)


def text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the path of each value, group and list of a payload."""
    if path:
        yield path
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, (*path, key))


def put(data: Any, path: tuple[str | int, ...], value: Any) -> None:
    """Set what is at a path; None takes it away."""
    for step in path[:-1]:
        data = data[step]
    if value is None:
        del data[path[-1]]
    else:
        data[path[-1]] = value
