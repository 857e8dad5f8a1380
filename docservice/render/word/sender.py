"""The letterhead of who sends a document, at the head of its body: a row with the logo, the name and its lines.

`head(block, logo, 9071, spell)` → the XML of the row.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from docservice.render.word.picture import TWIP, Picture, shown
from docservice.text.blocks import Letterhead, Runs

_GAP: Final = 284
"""Twips between the logo and the name: 5 mm."""
_AFTER: Final = '<w:p><w:pPr><w:pStyle w:val="CartaFine"/><w:spacing w:before="0" w:after="360"/></w:pPr></w:p>'
_BARE: Final = '<w:spacing w:before="0" w:after="0"/><w:jc w:val="left"/>'


def head(block: Letterhead, logo: Picture | None, width: int, spell: Callable[[Runs], str]) -> str:
    """Return the XML of a letterhead as wide as the text, in twips; `spell` writes runs."""
    cells = []
    if logo is not None:
        cells.append((logo.width // TWIP + _GAP, _line("CartaPiede", shown(logo, 1))))
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


def _line(style: str, runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:keepNext/>{_BARE}</w:pPr>{runs}</w:p>'
