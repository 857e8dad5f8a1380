"""The logo of whoever sends a paper: PNG or SVG, in base64, made ready for every format when it is read.

`ContenutoLogo().deserialize("iVBORw0KGgo…")` → an `Immagine`: the text as it was sent, which is what the data of the
document hold, and beside it what writers print.
"""

from __future__ import annotations

from base64 import b64decode
from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock
from typing import Any, Final

from marshmallow import ValidationError

from docservice.allegati.controllo.valori import LogoRifiutato
from docservice.allegati.file import FIRME, InBase64
from docservice.allegati.recinto import Limiti, OltreIlRecinto, nel_recinto

MASSIMO: Final = 300 * 1024
"""Largest logo, in bytes."""
ALTRO: Final = "non è un PNG né un SVG"
"""What is told of a file of another kind, besides what it is and what to do."""
LIMITI: Final = Limiti(secondi=30.0, processore=10)


class Immagine(str):
    """A logo: its base64 as sent; `png` what is printed of it, `svg` the same as a drawing if it was one.

    `larghezza` and `altezza` are those on paper, 36,000 to the millimetre, as Word counts them.
    """

    __slots__ = ("altezza", "larghezza", "png", "svg")

    png: bytes
    svg: str
    larghezza: int
    altezza: int


_RICORDATI: Final = 16
_ESITI: Final[OrderedDict[str, Immagine | str]] = OrderedDict()
"""What came of the last logos, by their text: the papers of a table all bear the same."""
_UNO_ALLA_VOLTA: Final = Lock()
_ALTRI: Final = {
    FIRME["jpg"]: "un JPEG",
    FIRME["pdf"]: "un PDF",
    b"GIF8": "una GIF",
    b"RIFF": "un WebP",
    b"BM": "un’immagine BMP",
    b"II*\0": "un TIFF",
    b"MM\0*": "un TIFF",
    b"%!PS": "un EPS",
    b"PK": "un documento o un archivio ZIP",
    b"\x1f\x8b": "un file compresso (SVGZ)",
}
"""How files begin that people send as a logo, and what they are."""


class ContenutoLogo(InBase64[Immagine]):
    """The bytes of a logo, in base64."""

    rimedio = "va rimpicciolito, o esportato come SVG o come PNG con meno punti"

    def __init__(self, **options: Any) -> None:
        super().__init__(MASSIMO, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Immagine:
        del attr, data, kwargs
        outcome = _noto(value) if isinstance(value, str) else None
        if outcome is None:
            content = self.byte_di(value)
            outcome = _ricorda(value, _perche_altro(content) or _esito(value, content))
        if not isinstance(outcome, Immagine):
            raise ValidationError(outcome)
        return outcome


def _perche_altro(content: bytes) -> str:
    """Return what to do with a file that is neither PNG nor SVG, whatever it is called; "" of one that is."""
    if content.startswith(FIRME["png"]) or b"<svg" in content.replace(b"\0", b""):  # a letter may be of two bytes
        return ""
    kind = next((f", che è {kind}," for start, kind in _ALTRI.items() if content.startswith(start)), "")
    return f"Il logo{kind} {ALTRO}: va esportato come PNG."


def _noto(text: str) -> Immagine | str | None:
    with _UNO_ALLA_VOLTA:
        if text in _ESITI:
            _ESITI.move_to_end(text)
        return _ESITI.get(text)


def _ricorda(text: str, outcome: Immagine | str) -> Immagine | str:
    with _UNO_ALLA_VOLTA:
        _ESITI[text] = outcome
        if len(_ESITI) > _RICORDATI:
            _ESITI.popitem(last=False)
    return outcome


def _esito(text: str, content: bytes) -> Immagine | str:
    """Return a logo made ready, or why it cannot be; what reads it is another process (`recinto`)."""
    try:
        from docservice.allegati.controllo.logo import prepara  # noqa: PLC0415 - few papers have a logo, and it loads Pillow

        found = nel_recinto(prepara, content, limiti=LIMITI, errori=[LogoRifiutato])
    except LogoRifiutato as error:
        return str(error)
    except OltreIlRecinto:
        return "Il logo non si è potuto leggere: va salvato in una forma più semplice e rinviato."
    image = Immagine(text)
    image.png, image.svg = b64decode(found["png"]), found["svg"]
    image.larghezza, image.altezza = found["larghezza"], found["altezza"]
    return image
