"""The faces: which are shipped, what they hold, how many characters stand on a line."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont
from papers import composto
from pypdf import PdfReader
from samples import CREATED, DATA, runs
from weasyprint.formatting_structure.boxes import LineBox, TextBox

from docservice.campi.caratteri import RANGES
from docservice.render import full, pdf
from docservice.render.engine import FACES, FONTS, strict
from docservice.render.fonts.advances import CELLS, TEXT, advances
from docservice.text.blocks import Document, Paragraph, Table

ALLOWED = {
    chr(point)
    for piece in RANGES.split()
    for first, last in [(piece.split("-") * 2)[:2]]
    for point in range(int(first, 16), int(last, 16) + 1)
}


def test_the_faces_shipped_are_those_allowed() -> None:
    shipped = set()
    for path in FONTS.glob("*.ttf"):
        with TTFont(path, lazy=True) as font:
            shipped.add(font["name"].getDebugName(1))
    assert shipped == FACES


@pytest.mark.parametrize("face", [TEXT, CELLS])
@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_figures_are_all_as_wide(face: str, weight: str) -> None:
    assert len({advances(face, bold=weight == "Bold")[figure] for figure in "0123456789"}) == 1


@pytest.mark.parametrize("face", [TEXT, CELLS])
def test_names_of_europe_and_signs_are_of_the_face_itself(face: str) -> None:
    held = advances(face)
    assert not [one for one in "ŁukaszĐorđeȘtefanȚepeșNguyễnČapekŽižekÅsaÞórİığşßœ€§–’«»−°½" if one not in held]


@pytest.mark.parametrize("face", [TEXT, CELLS])
def test_no_two_characters_are_of_one_glyph(face: str) -> None:
    with TTFont(FONTS / f"{face}-Regular.ttf", lazy=True) as font:
        glyphs = font.getBestCmap()
    told = {int(one.text or "", 16) for one in ET.parse(FONTS / "fonts.conf").iter("int")}  # noqa: S314 - our own
    used = Counter(name for point, name in glyphs.items() if chr(point) in ALLOWED and point not in told)
    assert {name for name, times in used.items() if times > 1} == {"space"}  # with the no-break one


def test_what_the_face_lacks_reads_back_as_typed() -> None:
    text = "µμ -‐‑ ‘ʻ ’ʼ Δ∆ φϕ ⁄∕ Ŧ Ѫ Nguyễn −5 ☐☒"
    sample = Document("Prova", (Paragraph(runs(text)), Table((runs(text),), ((runs(text),),))))
    [page] = PdfReader(BytesIO(pdf.write(sample, data=DATA, created=CREATED))).pages
    assert re.sub(r"\s", "", page.extract_text()).count(re.sub(r"\s", "", text)) == 3


def said(line: LineBox) -> str:
    return "".join(box.text for box in line.descendants() if isinstance(box, TextBox))


def test_a_line_of_text_holds_some_eighty_characters() -> None:
    with strict():
        laid = full.lay_out(composto("accordo-cds"), "")
    lengths = []
    for page in laid.pages:
        for box in page._page_box.descendants():
            if getattr(box, "element_tag", "") == "p" and getattr(box, "children", ()):
                lines = [one for one in box.children if isinstance(one, LineBox)][:-1]
                lengths += [
                    sum(len(text.text) for text in one.descendants() if isinstance(text, TextBox)) for one in lines
                ]
    assert len(lengths) > 20
    assert 76 <= sorted(lengths)[len(lengths) // 2] <= 86
    assert max(lengths) <= 100


def test_no_code_is_on_two_lines() -> None:
    codes = ("445/2000-B", "19-bis", "FIOM-CGIL", "AB-12/3")
    sample = [Paragraph(runs("x" * lead + " " + " ".join(codes * 3))) for lead in range(40, 76, 3)]
    with strict():
        laid = full.lay_out(Document("Prova", tuple(sample)), "")
    shown = [said(box) for page in laid.pages for box in page._page_box.descendants() if isinstance(box, LineBox)]
    words = Counter(word for line in shown for word in line.split())
    assert [words[code] for code in codes] == [3 * len(sample)] * len(codes)
