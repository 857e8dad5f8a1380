"""Which marks Word counts by itself, and with what list: clauses "1.", letters "a)", dashes.

    numbered(document).items[4] -> Number("lettera", 3)    # the first of a list of its own: it begins again from "a)"

A mark that Word would count otherwise, and a tick box, is typed: `Number("casella", 0)`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from functools import lru_cache
from string import ascii_lowercase
from typing import NamedTuple
from weakref import WeakKeyDictionary

from lxml import etree

from docservice.text.blocks import Block, Document, Item
from docservice.text.skeleton import Outline, Skeleton

PART = "word/numbering.xml"
AGAIN = 3
"""The list of the letterhead that begins again; those after it are its copies. 1 are the clauses with their letters, 2
the dashes."""
_TYPED = {1: "voce", 2: "casella"}


class Number(NamedTuple):
    """The name by which the letterhead knows an item, and its list if it is not that of its style (0)."""

    style: str
    list: int

    @property
    def typed(self) -> bool:
        """Whether the mark is typed."""
        return self.style in _TYPED.values()


class Numbered(NamedTuple):
    """The items of a document by their places, and how many lists begin again."""

    items: Mapping[int, Number]
    again: int


_known: WeakKeyDictionary[Skeleton, Numbered] = WeakKeyDictionary()


def numbered(document: Document) -> Numbered:
    """Return how the items of a document are numbered; values change nothing of it."""
    if document.skeleton is None:
        return _count(document.blocks)
    if document.skeleton not in _known:
        _known[document.skeleton] = _count(document.blocks)
    return _known[document.skeleton]


def _count(blocks: Sequence[Block | Outline]) -> Numbered:
    """Count as Word does: letters begin again under a clause, else with a list of their own; typed marks don't count.

    Letters that no clause is above are never of its list: there Word and LibreOffice would count that clause too.
    """
    found = {}
    clauses = letters = own = again = 0
    for place, block in enumerate(blocks):
        if not isinstance(block, Item):
            continue
        number = Number(_TYPED[block.level], 0)
        if block.level == 1:
            if block.mark == f"{clauses + 1}.":
                number = Number("clausola", 0)
                clauses, letters, own = clauses + 1, 0, 0
        elif block.mark == "–":
            number = Number("trattino", 0)
        else:
            if block.mark == "a)" and (letters or not clauses):
                own, letters, again = AGAIN + again, 0, again + 1
            if letters < len(ascii_lowercase) and block.mark == f"{ascii_lowercase[letters]})":
                number = Number("lettera" if not own else "lettera_da_capo", own)
                letters += 1
        found[place] = number
    return Numbered(found, again)


@lru_cache(maxsize=64)
def lists(part: bytes, again: int) -> bytes:
    """Return the numbering of the letterhead with as many lists that begin again."""
    root = etree.fromstring(part)
    *_, model = root
    for more in range(1, again):
        copy = deepcopy(model)
        copy.attrib.update({name: str(AGAIN + more) for name in copy.attrib})
        root.append(copy)
    return etree.tostring(root, encoding="UTF-8", standalone=True)
