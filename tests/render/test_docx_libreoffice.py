"""LibreOffice opens what we write, shows the same words, and gives the data back after saving it anew."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx_numbers import marks
from docx_tools import CLAUSE, DATA, W, convert, letters, pages, part, rendered, runs, sample, text_in, text_of
from papers import reso

from docservice.render.docx import read_data
from docservice.render.footer import INITIALS, OF, PAGE
from docservice.text.blocks import Document, Heading, Paragraph

FURNITURE = re.compile(rf"^(Accordo di prova( BOZZA)?|BOZZA|({INITIALS})?\s*({PAGE}\d+{OF}\d+)?)$", re.MULTILINE)


def words(text: str) -> list[str]:
    return sorted(word for word in map(letters, FURNITURE.sub("", text).split()) if word)


@pytest.mark.lungo
@pytest.mark.parametrize("bozza", [False, True])
@pytest.mark.parametrize(("parties", "clauses"), [(1, 1), (5, 9), (13, 4), (40, 7), (8, 90)])
def test_pdf_has_the_same_words_and_whole_signatures(
    parties: int, clauses: int, *, bozza: bool, tmp_path: Path
) -> None:
    document = sample(parties, clauses)
    shown = pages(convert(rendered(document, bozza=bozza), tmp_path, "pdf"))
    assert words("\n".join(shown)) == words("\n".join(text_of(document)))
    assert [page.split(PAGE)[-1].split("\n")[0] for page in shown] == [
        f"{number} di {len(shown)}" for number in range(1, len(shown) + 1)
    ]
    for number in range(parties):
        wanted = [f"ruolo{number}", f"firmatario{number}"]
        found = [page for page, text in enumerate(shown) if set(wanted) & set(text.split())]
        assert len(found) == 1
    signed = [page for page, text in enumerate(shown) if "ruolo" in text]
    assert "Penultima clausola." in shown[signed[0]]
    # rows go on by two: three sign on a page, at least, or all
    assert all(shown[page].count("ruolo") >= min(3, parties) for page in signed)


def test_a_form_opens_with_its_values(tmp_path: Path) -> None:
    """Its body is put together of stretches deflated apart, and of values that are not."""
    made = reso("did", "docx")
    shown = convert(made, tmp_path, "txt:Text (encoded):UTF8").read_text(encoding="utf-8")
    assert words(shown) == words("\n".join(text_in(made)))


@pytest.mark.lungo
def test_no_heading_is_left_alone(tmp_path: Path) -> None:
    blocks = [
        block for n in range(40) for block in (Heading(runs(f"Titolo{n}")), Paragraph(runs(f"Corpo{n} {CLAUSE * 3}")))
    ]
    for page in pages(convert(rendered(Document("Accordo di prova", tuple(blocks))), tmp_path, "pdf")):
        assert re.findall(r"Titolo(\d+)", page) == re.findall(r"Corpo(\d+)", page)


@pytest.mark.lungo
def test_text_and_data_survive_a_save(tmp_path: Path) -> None:
    document = sample()
    saved = convert(rendered(document, bozza=True), tmp_path, "docx:MS Word 2007 XML").read_bytes()
    assert read_data(saved) == DATA
    body, styles, numbering = (part(saved, f"word/{name}.xml") for name in ("document", "styles", "numbering"))
    counted = marks(body, styles, numbering)
    text = [counted.get(paragraph, "") + "".join(paragraph.itertext()) for paragraph in body.iter(f"{W}p")]
    assert letters("".join(text)) == letters("".join(text_in(rendered(document))))
