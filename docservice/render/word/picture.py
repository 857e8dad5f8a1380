"""Pictures in a DOCX: a drawing goes as it is, for the programs that know one, over the same as an image.

`plot(block)` → the `Picture` of a plot; `shown(picture, 2)` → the XML of a run with it; `parts(found, sample)` → the
files, and what says that they are there.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import Final, NamedTuple

from docservice.render.columns import TEXT_WIDTH
from docservice.render.fonts.outlines import outline
from docservice.render.plot import Label, draw, height, words
from docservice.render.word.archive import CONTENT_TYPES, Member, member
from docservice.render.word.context import legal
from docservice.text.blocks import Document, Letterhead, Plot

_RELS: Final = "word/_rels/document.xml.rels"
_IMAGE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_PICTURE: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SVG: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_USES_SVG: Final = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""How Word calls the note that says which drawing an image stands for."""
TWIP: Final = 635
"""What a twentieth of a point is, as pictures are measured."""
_DOTS: Final = 1200
"""Dots across the image of a plot: some 200 to the inch."""
_TYPES: Final = {"png": "image/png", "svg": "image/svg+xml"}


class Picture(NamedTuple):
    """A picture: the name of its files, what it tells who does not see it, the files, how wide and high it is.

    There are 36,000 to the millimetre.
    """

    name: str
    alt: str
    png: bytes
    svg: str
    width: int
    height: int

    @property
    def files(self) -> dict[str, bytes]:
        """What is of it in the file, by kind."""
        return {"png": self.png} | ({"svg": self.svg.encode()} if self.svg else {})


def pictures(document: Document) -> dict[int, Picture]:
    """Return the pictures of a document, by the place of their block; those of a skeleton have none but the logo."""
    found = {}
    for place, block in enumerate(document.blocks[:1] if document.skeleton else document.blocks):
        if isinstance(block, Plot):
            found[place] = plot(block)._replace(name=f"grafico{place}")
        elif isinstance(block, Letterhead) and block.logo is not None:
            logo = block.logo
            found[place] = Picture("logo", block.alt, logo.png, logo.svg, logo.width, logo.height)
    return found


@lru_cache(maxsize=8)
def plot(block: Plot) -> Picture:
    """Return the picture of a plot, as wide as the text. Its words are outlines: Word has not our faces."""
    from resvg_py import svg_to_bytes  # noqa: PLC0415 - few documents have a plot

    said = words(block)
    legal(f"{said.told}{said.note}")
    drawing = draw(said, block.open, _outlined)
    image = svg_to_bytes(svg_string=drawing, width=_DOTS, skip_system_fonts=True)
    return Picture("grafico", said.told, bytes(image), drawing, TEXT_WIDTH * TWIP, height(block, TEXT_WIDTH) * TWIP)


def _outlined(label: Label) -> str:
    data, unit = outline(label.text, bold=label.bold)
    scale = f"{label.size * unit:.6f}"
    return f'<path transform="translate({label.x:.2f} {label.y:.2f}) scale({scale} -{scale})" d="{data}"/>'


def parts(found: Mapping[int, Picture], sample: Mapping[str, bytes]) -> dict[str, Member]:
    """Return the parts that pictures add to those of the sample, or change."""
    files = [(one.name, kind) for one in found.values() for kind in one.files]
    relations = "".join(
        f'<Relationship Id="{name}_{kind}" Type="{_IMAGE}" Target="media/{name}.{kind}"/>' for name, kind in files
    )
    kinds = sorted({kind for _, kind in files})
    known = "".join(f'<Default Extension="{kind}" ContentType="{_TYPES[kind]}"/>' for kind in kinds)
    made = {
        _RELS: member(_RELS, sample[_RELS].replace(b"</Relationships>", f"{relations}</Relationships>".encode())),
        CONTENT_TYPES: member(
            CONTENT_TYPES, sample[CONTENT_TYPES].replace(b"<Default ", f"{known}<Default ".encode(), 1)
        ),
    }
    for one in found.values():
        made |= _files(one)
    return made


@lru_cache(maxsize=8)
def _files(picture: Picture) -> dict[str, Member]:
    paths = {f"word/media/{picture.name}.{kind}": content for kind, content in picture.files.items()}
    return {path: member(path, content) for path, content in paths.items()}


def shown(picture: Picture, number: int) -> str:
    """Return the XML of a run with a picture; no two of a document have one number."""
    told, extent = escape(" ".join(picture.alt.split())), f'cx="{picture.width}" cy="{picture.height}"'
    named = f'id="{number}" name="{picture.name.capitalize()}" descr="{told}"'
    over = (
        f'<a:extLst><a:ext uri="{_USES_SVG}"><asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{picture.name}_svg"/></a:ext>'
        "</a:extLst>"
        if picture.svg
        else ""
    )
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr {named}/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWING}"'
        f' noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic xmlns:a="{_DRAWING}"><a:graphicData uri="{_PICTURE}">'
        f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{picture.name}_png">{over}</a:blip><a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )
