"""A file that goes with a paper: base64 in the data, its print (SHA-256) once it is inside a document.

`FileAllegato` reads `{"nome": "delega.pdf", "contenuto": "JVBERi0…"}`, or `"contenuto": "sha256:9f86…"` of one sent
before; `nome_unito(1, "Delega à.pdf")` → `"allegato-1-Delega-a.pdf"`, its name inside the PDF.
"""

from __future__ import annotations

import re
import unicodedata
from base64 import b64decode
from collections.abc import Mapping
from typing import Any, Final, TypeVar

from marshmallow import ValidationError, validates_schema

from docservice.campi.blocco import Blocco
from docservice.campi.lettore import Lettore, lettore_di
from docservice.campi.semplice import Semplice

T = TypeVar("T")
MASSIMO: Final = 5 * 1024 * 1024
"""Largest file, in bytes."""
INSIEME: Final = 16 * 1024 * 1024
"""Largest files of a document, together."""
FIRME: Final = {"pdf": b"%PDF-", "png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff"}
"""How a file of each kind begins."""
_PRIMA: Final = b"\xef\xbb\xbf \t\r\n"
_TESTA: Final = 1024
"""Bytes among which a PDF begins: readers look no further."""
LUNGO: Final = 100
"""Longest name of a file, in characters."""
NON_IN_XML: Final = r"\u0000-\u001F\uFFFE\uFFFF"
"""Of what a name may not hold, what no XML can: control characters, noncharacters."""
_MAI: Final = NON_IN_XML + (
    r"/\\\u007F-\u009F"  # what parts a path, the other controls
    r"\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F"  # those that turn the direction, or cannot be seen
    r"\uFDD0-\uFDEF\uFEFF\uFFF9-\uFFFB"
)
_NOME: Final = rf"[. ]*[^. {_MAI}][^{_MAI}]*\."
"""A name of a file, before its extension: some character that is neither dot nor space. Python and ECMA read it
alike."""
_FINI: Final = {"pdf": "[Pp][Dd][Ff]", "png": "[Pp][Nn][Gg]", "jpg": "[Jj][Pp][Ee]?[Gg]", "svg": "[Ss][Vv][Gg]"}
"""Extensions, in small letters or capital."""
_SCHEMA: Final = len("data:")
_NON_SEMPLICE: Final = re.compile("[^A-Za-z0-9._]+")
_RADICE: Final = 60
"""Longest part of a name that is kept inside a PDF, the extension aside."""
_BASE64: Final = "([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)"
_IMPRONTA: Final = "sha256:[0-9a-f]{64}"
_CODICE: Final = re.compile(_BASE64, re.ASCII)
_DETTA: Final = re.compile(_IMPRONTA, re.ASCII)


class InBase64(Semplice[T]):
    """Bytes written in base64, so many at most; `altro` is the shape of what may stand for them."""

    rimedio = "va ridotto o diviso"
    """What to do with a file that is too large."""

    def __init__(self, byte: int, altro: str = "", **options: Any) -> None:
        self.byte, self.massimo = byte, -(-byte // 3) * 4
        self.forma = "|".join(filter(None, [altro, _BASE64]))
        shape = {"type": "string", "minLength": 1, "maxLength": self.massimo, "pattern": f"^({self.forma})$"}
        # of that length, one with no `=` at its end is a byte too many: `MASSIMO` is two more than a multiple of three
        more = {"not": {"minLength": self.massimo, "pattern": "[^=]$"}} if byte % 3 else {}
        super().__init__(metadata=shape | more, **options)

    def byte_di(self, value: Any) -> bytes:
        """Return the bytes, or raise ValidationError."""
        most = f"{self.byte // 1024 // 1024} MB" if self.byte >= 1024 * 1024 else f"{self.byte // 1024} KB"
        large = f"Il file è troppo grande: può arrivare a {most}, {self.rimedio}."
        if value == "":
            raise ValidationError("Il file è vuoto: va scelto e inviato di nuovo.")
        if isinstance(value, str) and value[:_SCHEMA].lower() == "data:":
            raise ValidationError(
                "Qui sta il solo base64: va tolto ciò che lo precede, da «data:» alla virgola compresa."
            )
        if isinstance(value, str) and len(value) > self.massimo:
            raise ValidationError(large)
        if not isinstance(value, str) or not _CODICE.fullmatch(value):
            raise ValidationError("Il file va scritto in base64, per intero, senza spazi né a capo.")
        content = b64decode(value)
        if len(content) > self.byte:
            raise ValidationError(large)
        return content

    def lettore(self) -> Lettore:
        """Return the fast way to read its values, of which none is kept."""
        return lettore_di(self.da_solo, lambda values: list(map(self.da_solo, values)))


class Contenuto(InBase64[bytes | str]):
    """The bytes of a file, in base64; or its print, as text, of a file that is not sent again."""

    def __init__(self, **options: Any) -> None:
        super().__init__(MASSIMO, _IMPRONTA, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> bytes | str:
        del attr, data, kwargs
        return value if isinstance(value, str) and _DETTA.fullmatch(value) else self.byte_di(value)


class NomeFile(Semplice[str]):
    """The name of a file as people write it, in any script; `nome_unito` is what it becomes inside a PDF."""

    massimo = LUNGO
    _mezzo = re.compile("[\ud800-\udfff]")
    """Half of a character, which is none: no text of a contract can say it, and JSON can hold it."""

    def __init__(self, *tipi: str, **options: Any) -> None:
        """Make a field for names with one of these extensions."""
        self.forma = f"{_NOME}({'|'.join(_FINI[one] for one in tipi)})"
        self._pattern = re.compile(self.forma)
        *others, last = [ending for one in tipi for ending in ((".jpg", ".jpeg") if one == "jpg" else (f".{one}",))]
        self._fini = f"{', '.join(others)} o {last}"
        super().__init__(metadata={"type": "string", "maxLength": LUNGO, "pattern": f"^{self.forma}$"}, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        del attr, data, kwargs
        if isinstance(value, str) and len(value) > LUNGO:
            raise ValidationError(f"Il nome del file è lungo {len(value)} caratteri, va accorciato a {LUNGO}.")
        if not isinstance(value, str) or not self._pattern.fullmatch(value) or self._mezzo.search(value):
            raise ValidationError(
                f"Serve il nome di un file che finisca in {self._fini}, senza cartelle (né / né \\) e senza"
                " caratteri che non si vedono."
            )
        return value

    def lettore(self) -> Lettore:
        """Return the fast way to read its values, which may tell a person: none is kept."""
        return lettore_di(self.da_solo, lambda values: list(map(self.da_solo, values)))


def nome_unito(numero: int, nome: str) -> str:
    """Return the name that a file, the `numero`-th annexed, has inside the PDF: plain, and of no other.

    Any program opens it: letters without accents, digits, dots, hyphens; whatever else is a hyphen.
    """
    stem, _, extension = nome.rpartition(".")
    letters = "".join(c for c in unicodedata.normalize("NFKD", stem) if not unicodedata.combining(c))
    plain = _NON_SEMPLICE.sub("-", letters)[:_RADICE].strip("-.")
    return f"allegato-{numero}-{plain or 'file'}.{extension}"


class FileAllegato(Blocco):
    """A file to put inside the PDF: PDF, PNG or JPEG, told by its name and by how it begins."""

    nome = NomeFile(
        *("pdf", "png", "jpg"),
        required=True,
        parole=("Nome del file", "Il nome con cui il file si apre: finisce in .pdf, .png, .jpg o .jpeg.", "delega.pdf"),
    )
    contenuto = Contenuto(
        required=True,
        parole=(
            "Contenuto del file",
            "Il file in base64, fino a 5 MB; oppure la sua impronta, «sha256:» e 64 cifre, se è già stato mandato.",
            "JVBERi0xLjcK",
        ),
    )

    @validates_schema(skip_on_field_errors=False)
    def _is_what_it_says(self, data: Mapping[str, Any], **kwargs: Any) -> None:
        del kwargs
        # either may be missing, or refused
        kind, content = _tipo(data), data.get("contenuto")
        if kind not in FIRME or not isinstance(content, bytes) or _comincia(kind, content):
            return
        if kind == "pdf" and FIRME[kind] in content[:_TESTA]:
            raise ValidationError(
                "Prima dell’inizio del PDF (%PDF) ci sono altri byte: va aperto, salvato di nuovo e rinviato.",
                "contenuto",
            )
        told = f"Il nome dice {kind.upper()}, ma il file è altro: va corretto il nome, o inviato il file giusto."
        raise ValidationError(told, "contenuto")


def da_controllare(file: Mapping[str, Any]) -> tuple[str, bytes] | None:
    """Return kind and bytes of a loaded file, or None where its print stands for it or something was refused."""
    kind, content = _tipo(file), file.get("contenuto")
    return (kind, content) if isinstance(content, bytes) and _comincia(kind, content) else None


def _comincia(kind: str, content: bytes) -> bool:
    """Say whether a file begins as its kind does; before a PDF some programs leave a mark of UTF-8, or blanks."""
    start = content[:_TESTA].lstrip(_PRIMA) if kind == "pdf" else content[:_TESTA]
    return kind in FIRME and start.startswith(FIRME[kind])


def _tipo(file: Mapping[str, Any]) -> str:
    name: str = file.get("nome", "")
    return name.rpartition(".")[2].lower()
