"""A master: a document laid out once and cut, so that copies of it are made without laying anything out.

A DID laid out with a mark for the surname makes a `Master` of one page whose `lines` hold one `Line`, the surname's;
`master.lines[0].write(["Binti"])` → the operators that draw it there.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from docservice.render.stamp.lines import Line
from docservice.render.stamp.template import EMPTY, Template

NO_DATE = "1900-01-01T00:00:00Z"
"""The date that a master bears: each copy puts its own."""


@dataclass(slots=True)
class Master:
    """What it takes to make a copy.

    `shared` are objects that copies in one file have in common, streams among them whole; `form` those that each has
    of its own, `lines` its contents written anew. `pages`, `tops` (of the structure), `fields`, `bookmarks` are places
    in `form`; `parents` are the entries of the parent tree, in order; `root`, `info`, `metadata` make the file around.
    """

    lines: list[Line] = field(default_factory=list)
    shared: list[Template | bytes] = field(default_factory=list)
    form: list[Template] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    tops: list[int] = field(default_factory=list)
    fields: list[int] = field(default_factory=list)
    bookmarks: list[int] = field(default_factory=list)
    parents: list[Template] = field(default_factory=list)
    outlines: Template = EMPTY
    root: Template = EMPTY
    info: bytes = b""
    metadata: bytes = b""
