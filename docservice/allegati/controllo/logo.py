"""A logo made ready for paper: whatever was sent, what comes of it is a small PNG of ours, and a drawing written again.

`prepara(content)` → `{"png": "iVBOR…", "svg": "", "larghezza": 1800000, "altezza": 360000}`, its size as it prints,
36,000 to the millimetre as Word counts; raises `LogoRifiutato`. It runs inside the fence: a PNG is decoded, laid on
white, made no finer than a printer shows; an SVG is cleaned (`svg`) and drawn once, for those who read no drawings.
What nobody would see on paper (nothing, white, a thread) is refused.
"""

from __future__ import annotations

import math
from base64 import b64encode
from io import BytesIO
from typing import Any, Final

from PIL import Image

from docservice.allegati.controllo.valori import LogoRifiutato
from docservice.allegati.file import FIRME

LARGO, ALTO = 4000, 2000
"""Largest sides of a PNG, in points."""
_MM: Final = 36_000
_STAMPATO: Final = (50 * _MM, 22 * _MM)
"""Largest sides on paper."""
_FINE: Final = _MM // 24
"""For each point kept: some 600 points to the inch."""
_SOTTILE: Final = 2
"""Millimetres on paper under which a logo is a thread."""
_CHIARO: Final = 240
"""From how light a point is not seen on paper, of 255."""


def prepara(contenuto: bytes) -> dict[str, Any]:
    """Return a logo made ready; raise `LogoRifiutato`."""
    try:
        return _prepara(contenuto)
    except (MemoryError, RecursionError):
        raise LogoRifiutato("Il logo è troppo complicato: va semplificato, oppure inviato come PNG.") from None


def _prepara(contenuto: bytes) -> dict[str, Any]:
    drawing = ""
    if contenuto.startswith(FIRME["png"]):
        image = _dal_png(contenuto)
        width, height = image.size
    else:
        from docservice.allegati.controllo import svg  # noqa: PLC0415 - each kind loads what it needs

        drawing, across, down = svg.pulisci(contenuto)
        width, height = _in_stampa(across, down)
        image = _dal_disegno(drawing, max(1, width // _FINE))
    wide, high = _in_stampa(width, height)
    _si_vede(image, wide / image.width, high / image.height)
    return {"png": b64encode(_scritto(image)).decode(), "svg": drawing, "larghezza": wide, "altezza": high}


def _dal_png(contenuto: bytes) -> Image.Image:
    """Return the points of a PNG, on white."""
    from docservice.allegati.controllo import immagini  # noqa: PLC0415

    width, height = (int.from_bytes(contenuto[place : place + 4]) for place in (16, 20))
    if width > LARGO or height > ALTO:
        raise LogoRifiutato(f"Il logo è di {width} × {height} punti: va ridotto a {LARGO} × {ALTO} al massimo.")
    try:
        whole = not immagini.controlla(contenuto, "png")
        image: Image.Image = Image.open(BytesIO(contenuto), formats=["PNG"])
        moves = getattr(image, "n_frames", 1) > 1 or b"acTL" in contenuto
        image.load()
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - whatever a parser raises, the file is not one to keep
        whole = moves = False
    if not whole:
        raise LogoRifiutato("L’immagine è danneggiata o incompleta: va aperta, salvata di nuovo e rinviata.")
    if moves:
        raise LogoRifiutato("Il logo è un’animazione: va inviata un’immagine ferma.")
    return _sul_bianco(image)


def _si_vede(image: Image.Image, across: float, down: float) -> None:
    """Raise `LogoRifiutato` of what nobody would see on paper, where a point is so wide and so high."""
    dark = image.convert("L").point(lambda light: 255 if light < _CHIARO else 0).getbbox()
    if dark is None:
        raise LogoRifiutato("Sul bianco della carta il logo non si vede: va inviato quello per i fondi chiari.")
    left, top, right, bottom = dark
    for side, how in (((right - left) * across, "largo"), ((bottom - top) * down, "alto")):
        if side < _SOTTILE * _MM:
            raise LogoRifiutato(
                f"Sulla carta il logo sarebbe {how} meno di {_SOTTILE} mm: va ritagliato attorno al disegno, oppure"
                " ne va inviato uno meno stretto e lungo."
            )


def _sul_bianco(image: Image.Image) -> Image.Image:
    """Return an image of eight bits, grey or coloured, as it looks on paper."""
    if image.mode.startswith("I"):  # sixteen bits of grey
        image = image.point(lambda value: value * (1 / 256)).convert("L")
    image = image.convert("RGBA")
    if image.getchannel("A").getbbox() is None:
        raise LogoRifiutato(
            "Nel logo, o nel suo riquadro, non c’è nulla di disegnato: va controllato ed esportato di nuovo."
        )
    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image)
    shown = paper.convert("RGB")
    red, green, blue = shown.split()
    return red if red.tobytes() == green.tobytes() == blue.tobytes() else shown


def _dal_disegno(drawing: str, width: int) -> Image.Image:
    """Return a drawing as points, on white."""
    from resvg_py import svg_to_bytes  # noqa: PLC0415

    try:
        made = svg_to_bytes(svg_string=drawing, width=width, skip_system_fonts=True)
    except ValueError:
        raise LogoRifiutato("L’SVG non si può disegnare: va esportato di nuovo, oppure inviato come PNG.") from None
    return _sul_bianco(Image.open(BytesIO(bytes(made)), formats=["PNG"]))


def _in_stampa(width: float, height: float) -> tuple[int, int]:
    """Return the sides of a logo on paper, the largest that there is room for; of a few points, as it is."""
    scale = min(_STAMPATO[0] / width, _STAMPATO[1] / height)
    return max(1, math.floor(width * scale)), max(1, math.floor(height * scale))


def _scritto(image: Image.Image) -> bytes:
    """Return an image as a PNG, no finer than it prints."""
    image.thumbnail((_STAMPATO[0] // _FINE, _STAMPATO[1] // _FINE), Image.Resampling.LANCZOS)
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
