"""The letterhead of a page: the logo at the left, the name and its lines beside it; and the address of the logo.

The page holds the logo itself (`data:image/png;base64,…`), in the browser and in the layout engine alike: there is
nothing to fetch, and the engine lets through the address of the logo of the document and no other.
"""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from typing import TYPE_CHECKING

from docservice.text.blocks import Letterhead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docservice.text.blocks import Document, Logo

_PIXEL = 9525
"""What a ninety-sixth of an inch is, as a logo is measured."""


def markup(block: Letterhead, name: str, lines: Sequence[str], alt: str) -> str:
    """Return the HTML of a letterhead, its texts being HTML already."""
    logo = ""
    if block.logo is not None:
        width = max(1, round(block.logo.width / _PIXEL))
        logo = f'<img class="logo" src="{address(block.logo)}" width="{width}" alt="{alt}"/>'
    told = "".join(f"<p>{line}</p>" for line in lines)
    sender = f'<div class="mittente"><p class="nome">{name}</p>{told}</div>'
    return f'<header class="intestazione">{logo}{sender}</header>'


@lru_cache(maxsize=8)
def address(logo: Logo) -> str:
    """Return the address of a logo, which is the logo itself: a drawing if there is one."""
    kind, content = ("svg+xml", logo.svg.encode()) if logo.svg else ("png", logo.png)
    return f"data:image/{kind};base64,{b64encode(content).decode()}"


def addresses(document: Document) -> frozenset[str]:
    """Return the addresses of the pictures of a document."""
    heads = (block for block in document.blocks[:1] if isinstance(block, Letterhead))
    return frozenset(address(block.logo) for block in heads if block.logo is not None)
