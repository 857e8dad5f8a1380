"""What a PDF may do besides being read: looked for in all that its catalogue reaches, pages and annotations too.

`controlla(content)` → `{"javascript"}` of a PDF with a script in a link; `set()` of one that does nothing by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

CODA: Final = 2048
"""Bytes at the end of a PDF among which its end is marked."""
_LIVELLI: Final = 3
"""How many PDFs may be one inside the other."""
_OGGETTI: Final = 500_000
"""Most objects looked at."""
_NON_AZIONI: Final = frozenset(
    {"/AP", "/Contents", "/DR", "/Dests", "/Group", "/Metadata", "/MK", "/OCProperties", "/OutputIntents", "/PieceInfo"}
    | {"/Resources", "/StructTreeRoot", "/Thumb"}
)
"""Members that say how a page looks or what it means, often most of a file, and hold no action."""
_LONTANO: Final = frozenset({"/GoToE", "/GoToR", "/ImportData", "/SubmitForm", "/URI"})
"""Actions that leave the document: who reads may ask for them, the document may not start them by itself."""
_FILMATI: Final = frozenset(
    {"/3D", "/GoTo3DView", "/Movie", "/Rendition", "/RichMedia", "/RichMediaExecute", "/Screen", "/Sound"}
)
"""Kinds of annotation, of action or of object that show a film, play a sound, turn a thing of three dimensions."""
_DOCUMENTI: Final = frozenset(
    {"csv", "docx", "eml", "gif", "ics", "jpeg", "jpg", "json", "jsonl", "ods", "odt", "p7m", "p7s", "pdf", "png"}
    | {"rtf", "tif", "tiff", "tsd", "txt", "xlsx", "xml"}
)
"""Kinds of file that a PDF may carry, by how their name ends."""
_PROGRAMMI: Final = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa", b"\xcf\xfa\xed\xfe")
"""How programs begin."""


class Troppo(Exception):  # noqa: N818 - in the words of the field
    """A PDF of more objects than are looked at."""


def controlla(contenuto: bytes, livello: int = 1) -> set[str]:
    """Return what is wrong with a PDF, in words of `MESSAGGI`; raise anything where it cannot be read.

    It is `livello` files deep, one being that of the file sent.
    """
    if b"%%EOF" not in contenuto[-CODA:]:
        return {"illeggibile"}
    reader = PdfReader(BytesIO(contenuto))
    if "/Encrypt" in reader.trailer:
        return {"protetto"}
    found: set[str] = set()
    pages = 0
    for node in _raggiunti(reader.trailer.raw_get("/Root")):
        found |= set(_difetti(node, livello))
        pages += node.get("/Type") == "/Page"
    return found if pages else {"illeggibile"}


def _raggiunti(root: Any) -> Iterator[DictionaryObject]:
    """Yield every dictionary that can be reached, once; those said to hold no action are not gone into."""
    stack, seen, count = [root], set(), 0
    while stack:
        one = stack.pop()
        if isinstance(one, IndirectObject):
            if (one.idnum, one.generation) in seen:
                continue
            seen.add((one.idnum, one.generation))
            one = one.get_object()
        count += 1
        if count > _OGGETTI:
            raise Troppo
        if isinstance(one, DictionaryObject):
            yield one
            stack += [value for name, value in one.items() if name not in _NON_AZIONI]
        elif isinstance(one, ArrayObject):
            stack += [value for value in one if isinstance(value, IndirectObject | DictionaryObject | ArrayObject)]


def _difetti(node: DictionaryObject, livello: int) -> Iterator[str]:
    """Yield what is wrong with a dictionary; what it holds is looked at on its own."""
    kind = _di(node, "/S")
    if kind == "/JavaScript" or "/JS" in node:
        yield "javascript"
    if kind == "/Launch":
        yield "avvia"
    if kind in _FILMATI or _di(node, "/Subtype") in _FILMATI or _di(node, "/Type") in _FILMATI:
        yield "filmato"
    if "/XFA" in node:
        yield "xfa"
    if any(_di(action, "/S") in _LONTANO for action in _da_se(node)):
        yield "apertura"
    if isinstance(_di(node, "/EF"), DictionaryObject) and not _innocuo(node, livello):
        yield "unito"
    kids = _di(node, "/Kids") if _di(node, "/Type") == "/Pages" else None
    if isinstance(kids, ArrayObject) and not all(isinstance(_valore(kid), DictionaryObject) for kid in kids):
        yield "illeggibile"


def _da_se(node: DictionaryObject) -> Iterator[DictionaryObject]:
    """Yield the actions that a dictionary starts by itself, on opening or on another event, and those that follow."""
    events = _di(node, "/AA")
    stack = [_di(node, "/OpenAction"), *(events.values() if isinstance(events, DictionaryObject) else ())]
    met: list[Any] = []
    while stack:
        one = _valore(stack.pop())
        if isinstance(one, DictionaryObject) and not any(one is other for other in met):
            met.append(one)
            yield one
            following = _di(one, "/Next")
            stack += following if isinstance(following, ArrayObject) else [following]
        if len(met) > _OGGETTI // 1000:
            raise Troppo


def _innocuo(node: DictionaryObject, livello: int) -> bool:
    """Return whether the files that a dictionary carries are documents, and no harm if they are PDFs."""
    names = [name for name in (_di(node, key) for key in ("/F", "/UF", "/DOS", "/Mac", "/Unix")) if name is not None]
    if not names or {str(name).rpartition(".")[2].strip().lower() for name in names} - _DOCUMENTI:
        return False
    for stream in map(_valore, _di(node, "/EF").values()):
        content = stream.get_data() if isinstance(stream, StreamObject) else b""
        if content.startswith(_PROGRAMMI):
            return False
        if content.startswith(b"%PDF-") and (livello == _LIVELLI or controlla(content, livello + 1)):
            return False
    return True


def _di(node: DictionaryObject, name: str) -> Any:
    return _valore(node.get(name))


def _valore(value: Any) -> Any:
    return value.get_object() if isinstance(value, IndirectObject) else value
