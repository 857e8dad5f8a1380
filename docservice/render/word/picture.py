"""The letterhead of who sends a document, at the head of its body: a row with the logo, the name and its lines.

`head(block, 9071, spell)` → the XML of the row; `parts(logo, sample)` → the logo in the file, and what says that it is
there. A drawing goes as it is, for the programs that know one, over the same as an image.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from html import escape
from typing import Final

from docservice.render.word.archive import CONTENT_TYPES, Member, member
from docservice.text.blocks import Letterhead, Logo, Runs

_RELS: Final = "word/_rels/document.xml.rels"
_MEDIA: Final = "word/media/logo"
_IMAGE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_PICTURE: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SVG: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_USES_SVG: Final = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""How Word calls the note that says which drawing an image stands for."""
_TWIP: Final = 635
"""What a twentieth of a point is, as pictures are measured."""
_GAP: Final = 284
"""Twips between the logo and the name: 5 mm."""
_AFTER: Final = '<w:p><w:pPr><w:pStyle w:val="CartaFine"/><w:spacing w:before="0" w:after="360"/></w:pPr></w:p>'
_BARE: Final = '<w:spacing w:before="0" w:after="0"/><w:jc w:val="left"/>'


def head(block: Letterhead, width: int, spell: Callable[[Runs], str]) -> str:
    """Return the XML of a letterhead as wide as the text, in twips; `spell` writes runs."""
    cells = []
    if block.logo is not None:
        cells.append((block.logo.width // _TWIP + _GAP, _line("CartaPiede", _drawing(block.logo, block.alt))))
    told = [_line("CartaFirmaRuolo", spell(block.name)), *(_line("CartaPiede", spell(line)) for line in block.lines)]
    cells.append((width - sum(wide for wide, _ in cells), "".join(told)))
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide, _ in cells)
    row = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{inside}</w:tc>'
        for wide, inside in cells
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>'
        '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/></w:tblBorders><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:bottom w:w="113" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr>"
        f"</w:tbl>{_AFTER}"
    )


@lru_cache(maxsize=8)
def _logo_parts(logo: Logo) -> dict[str, Member]:
    found = {f"{_MEDIA}.png": member(f"{_MEDIA}.png", logo.png)}
    if logo.svg:
        found[f"{_MEDIA}.svg"] = member(f"{_MEDIA}.svg", logo.svg.encode())
    return found


def parts(logo: Logo, sample: Mapping[str, bytes]) -> dict[str, Member]:
    """Return the parts that a logo adds to those of the sample, or changes."""
    kinds = ["png", *(["svg"] if logo.svg else [])]
    relations = "".join(
        f'<Relationship Id="logo_{kind}" Type="{_IMAGE}" Target="media/logo.{kind}"/>' for kind in kinds
    )
    types = {"png": "image/png", "svg": "image/svg+xml"}
    known = "".join(f'<Default Extension="{kind}" ContentType="{types[kind]}"/>' for kind in kinds)
    changed = {
        _RELS: sample[_RELS].replace(b"</Relationships>", f"{relations}</Relationships>".encode()),
        CONTENT_TYPES: sample[CONTENT_TYPES].replace(b"<Default ", f"{known}<Default ".encode(), 1),
    }
    return {name: member(name, content) for name, content in changed.items()} | _logo_parts(logo)


def _line(style: str, runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:keepNext/>{_BARE}</w:pPr>{runs}</w:p>'


def _drawing(logo: Logo, alt: str) -> str:
    told, size = escape(" ".join(alt.split())), f'cx="{logo.width}" cy="{logo.height}"'
    over = (
        f'<a:extLst><a:ext uri="{_USES_SVG}"><asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="logo_svg"/></a:ext></a:extLst>'
        if logo.svg
        else ""
    )
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="1" name="Logo" descr="{told}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWING}"'
        f' noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic xmlns:a="{_DRAWING}"><a:graphicData uri="{_PICTURE}">'
        f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr id="1" name="Logo" descr="{told}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="logo_png">{over}</a:blip><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect">'
        "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
