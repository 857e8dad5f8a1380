"""The objects (`pydyf`) of a PDF in the making, by the references that name them: `b"12 0 R"` → object 12."""

from __future__ import annotations

from typing import Any


def named(pdf: Any, reference: bytes) -> Any:
    """Return the object that a reference names."""
    return pdf.objects[number(reference)]


def number(reference: bytes) -> int:
    """Return the number of the object that a reference names."""
    return int(reference.split()[0])
