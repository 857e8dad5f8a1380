"""Read a payload sent as XML: elements of the fields' names in one namespace, `voce` elements in a list.

The schema of the document says which elements are groups, lists and values; what it does not say is never stored. A
DTD is refused before it is read: no entities. `<a><a><a>…`, whose root is no document, is refused at its first element:
the parser is fed in pieces, and what stops it (another root, too many levels, elements, texts) stops the reading there,
so that 32 MB of anything cost less than a second.
"""

from __future__ import annotations

from typing import Any

from lxml import etree
from marshmallow import Schema

from docservice.formati.elementi import Elementi
from docservice.formati.lettura import CorpoIllegibile, DatiIlleggibili, Errore

_PIECE = 32 * 1024
"""Bytes given to the parser at a time."""
_QUIET = 256 * 1024
"""Bytes in which something must be met: a tag is kept whole, at twenty times its length, until it ends."""
_LONG = (
    f"L’XML ha un tag, un commento o una serie di spazi di oltre {_QUIET // 1024} KB: va accorciato, e i dati vanno"
    " scritti come elementi."
)


def leggi_xml(
    body: bytes, schema: Schema, radice: str, encoding: str | None = None
) -> tuple[dict[str, Any], list[Errore]]:
    """Return the values, as JSON would give them, and the faults that only XML can have.

    `encoding` is what was told outside the text, which wins. Raises `CorpoIllegibile` when it cannot be parsed,
    `DatiIlleggibili` when its root is not `radice`.
    """
    if not body.strip():
        raise CorpoIllegibile(f"Il corpo è vuoto: va inviato un elemento {radice}.")
    reader = Elementi(schema, radice)
    target: Any = reader  # the stubs of lxml want methods for bytes too
    try:
        parser = etree.XMLParser(
            target=target, encoding=encoding, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
    except LookupError:
        raise CorpoIllegibile("La codifica dichiarata nel Content-Type non è nota: va usata utf-8.") from None
    try:
        _feed(parser, body, reader)
        parser.close()
    except etree.XMLSyntaxError as error:
        if "huge" in error.msg or "too long" in error.msg:
            raise CorpoIllegibile("Un testo dell’XML è troppo lungo per essere letto: va accorciato.") from None
        where = "riga {}, colonna {}".format(*error.position)
        raise CorpoIllegibile(f"L’XML non è valido alla {where}: va corretto lì, o subito prima.") from None
    if reader.fuori:
        raise DatiIlleggibili([Errore("", reader.fuori)])
    return reader.value, reader.faults


def _feed(parser: etree.XMLParser, body: bytes, reader: Elementi) -> None:
    """Give the text to the parser piece by piece, watching that it meets something as it goes."""
    met, since, within = 0, 0, b""
    for start in range(0, len(body), _PIECE):
        end = start + _PIECE
        parser.feed(body[start:end])
        place = body.rfind(b"<", start, end)
        if place >= 0:
            within = body[place + 1 : place + 4].strip(b"\0")[:1]  # the others are of UTF-16
        if reader.met != met:
            met, since = reader.met, start
        # a section CDATA, or a comment, costs no more than it is long: libxml2 has a limit for it
        elif end - since > _QUIET and within not in (b"!", b"?"):
            raise CorpoIllegibile(_LONG)
