"""Objects of a PDF as templates: bytes with places for what differs from copy to copy.

`<</Parent 7 0 R/T (firma)>>` becomes `b"<</Parent %d 0 R/T %b>>"` and what goes in its places; `fill` puts that in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from zlib import compress

import pydyf

from docservice.render.stamp.lines import slots

Key = tuple[str, Any]
"""A place to fill: the kind of what goes there, and which. By a number: an object `shared` by copies, one of the copy's
own (`form`), one that makes the file around (`book`), the stream of one of its `lines`, a `place` in the parent tree.
By bytes: references to the `bodies` of a table or to the `files` inside, where a bookmark of one of its `rows` leads,
the `name` of a field, the `id` of an element, a text that `told` values: the tooltip of a field, the title of a
bookmark."""

_REFERENCE = re.compile(rb"([0-9]+) 0 R")
_AS = {"place": b"%d", "bodies": b"%b", "files": b"%b", "rows": b"%b"}
_NAMED = {"T": "name", "ID": "id", "Headers": "id"}
_TELLING = ("TU", "Title")


@dataclass(frozen=True, slots=True)
class Template:
    """Bytes with places to fill."""

    form: bytes
    keys: tuple[Key, ...]

    @property
    def constant(self) -> bool:
        """Whether every place is filled alike in copies that make a file each: only some strings tell the values."""
        return all(kind != "told" for kind, _ in self.keys)

    @property
    def streams(self) -> bool:
        """Whether it is a stream, which stands by itself in a file."""
        return self.form.endswith(b"endstream")

    def fill(self, tables: Mapping[str, Any]) -> bytes:
        """Return the bytes, each place filled from the table of its kind."""
        return self.form % tuple([tables[kind][which] for kind, which in self.keys])


EMPTY = Template(b"", ())


def template(value: Any, key: Callable[[int], Key], *, marked: bool = False) -> Template:
    """Return an object of `pydyf` as a template; `key` says what the object of a number becomes.

    Only where a page is `marked` a mark in a string stands for a value: elsewhere, someone typed it.
    """
    keys: list[Key] = []
    form = b"".join(_parts(value, key, keys, None, marked=marked))
    return Template(form, tuple(keys))


def stream(item: pydyf.Stream, key: Callable[[int], Key]) -> Template:
    """Return a stream whose dictionary names other objects."""
    packed = compress(b"\n".join(map(pydyf._to_bytes, item.stream)), 9)  # noqa: SLF001
    told = template(item.extra | {"Filter": "/FlateDecode", "Length": len(packed)}, key)
    return Template(b"%b\nstream\n%b\nendstream" % (told.form, packed.replace(b"%", b"%%")), told.keys)


def _parts(
    value: Any, key: Callable[[int], Key], keys: list[Key], name: str | None, *, marked: bool
) -> Iterator[bytes]:
    match value:
        case tuple():  # a key as it is
            keys.append(value)
            yield _AS.get(value[0], b"%d 0 R")
        case bytes() if found := _REFERENCE.fullmatch(value):
            keys.append(key(int(found[1])))
            yield b"%d 0 R"
        case dict():
            yield b"<<"
            for entry, inner in value.items():
                yield b"/%b " % str(entry).encode()
                yield from _parts(inner, key, keys, str(entry), marked=marked)
            yield b">>"
        case list():
            yield b"["
            for place, inner in enumerate(value):
                yield b" " if place else b""
                yield from _parts(inner, key, keys, name, marked=marked)
            yield b"]"
        case pydyf.String() if name in _NAMED:
            keys.append((_NAMED[name], value.string))
            yield b"%b"
        case pydyf.String() if marked and name in _TELLING and slots(value.string):
            keys.append(("told", value.string))
            yield b"%b"
        case _:
            yield pydyf._to_bytes(value).replace(b"%", b"%%")  # noqa: SLF001
