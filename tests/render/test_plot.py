"""Plots: drawn in the page and in the DOCX, told in words to who does not see them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pikepdf
import pytest
from docx_tools import text_in
from lxml import etree
from lxml import html as lxml_html
from pdf_tools import letters, tree_text
from PIL import Image
from samples import CREATED, DATA, runs

from docservice.render import docx, html, pdf
from docservice.render.errors import RenderError
from docservice.render.fonts.advances import CELLS, advances
from docservice.render.plot import Words, draw, number
from docservice.render.word.picture import plot
from docservice.text.blocks import Document, Paragraph, Plot, Title

PLOT = Plot(
    runs("Importi"),
    (runs("2021"), runs("2022"), runs("2023")),
    (
        (runs("Fatturato"), runs("1.000,00"), runs("500,00"), ()),
        (runs("Risultato"), runs("200,00"), runs("-300,50"), runs("0,00")),
    ),
    frozenset({2}),
    runs("In bianco: fino a maggio."),
)
DOCUMENT = Document(
    "Prova", (Title(runs("Titolo"), "title"), Paragraph(runs("Prima.")), PLOT, Paragraph(runs("Dopo.")))
)
TOLD = "Importi. Fatturato: 2021 1.000,00, 2022 500,00, 2023 –. Risultato: 2021 200,00, 2022 -300,50, 2023 0,00."


def bars(title: str, *groups: Any) -> list[dict[str, float]]:
    root = lxml_html.fromstring(draw(Words(title, ["a", "b"], groups), frozenset()))
    return [{name: float(bar.get(name)) for name in ("x", "y", "width", "height")} for bar in root.iter("rect")]


def test_heights_follow_the_figures_and_those_below_zero_hang() -> None:
    up, down = bars("t", ("g", "200,00", "-300,00"))
    assert down["height"] == pytest.approx(up["height"] * 1.5, abs=0.01)
    assert down["y"] == pytest.approx(up["y"] + up["height"], abs=0.01)  # both from the axis
    assert up["x"] + up["width"] < down["x"]


def test_each_group_has_its_own_scale() -> None:
    first, _, second, _ = bars("t", ("g", "9.000.000,00", "0,00"), ("h", "1,00", "0,00"))
    assert first["height"] == second["height"] > 50


QUARTERS = [f"{n % 4 + 1}°/{2020 + n // 4}" for n in range(40)]
CASES = {
    "equal": ["675.000,00"] * 10,
    "equal below zero": ["-675.000,00"] * 10,
    "both": ["-675.000,00", "675.000,00"] * 5,
    "naught": ["0,00", "675.000,00"] * 5,
    "wide": ["999.999.999.999,00", "-999.999.999.999,00"] * 5,
    "forty": ["675.000,00", "1,00"] * 20,
}


def labels(figures: list[str]) -> list[tuple[float, float, float, str]]:
    """Return the left, the right and the height of every label of a plot, and what it says, as it is drawn."""
    drawing = lxml_html.fromstring(draw(Words("t", QUARTERS[: len(figures)], [("g", *figures)]), frozenset()))
    found = [(float(one.get("x")), float(one.get("y")), one.text) for one in drawing.iter("text")]
    return [(x, x + printed(text), y, text) for x, y, text in found[2:]]  # the first are title and name


def printed(text: str) -> float:
    """Return how wide a text is in the face of labels."""
    return 7.5 * advances(CELLS).of(text)


@pytest.mark.parametrize("case", CASES)
def test_no_label_is_over_another_or_out_of_the_panel(case: str) -> None:
    found = labels(CASES[case])
    assert all(left >= 0 and right <= 228.01 for left, right, _, _ in found)
    for place, (left, right, y, _) in enumerate(found):
        for other in found[:place]:
            assert right <= other[0] or other[1] <= left or abs(y - other[2]) > 7.5


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("equal", {"675.000": 1}),
        ("equal below zero", {"-675.000": 1}),
        ("both", {"675.000": 1, "-675.000": 1}),
        ("naught", {"675.000": 1, "0": 1}),
    ],
)
def test_equal_extremes_are_said_once_by_the_latest(case: str, said: dict[str, int]) -> None:
    figures = [(right, text) for _, right, _, text in labels(CASES[case]) if "°" not in text]
    assert Counter(text for _, text in figures) == said
    assert max(right for right, _ in figures) > 205  # over one of the last two bars of ten


def test_names_of_periods_that_have_no_room_are_thinned_from_the_last() -> None:
    assert [text for *_, text in labels(CASES["equal"]) if "°" in text] == [
        one.replace("/20", "/") for one in QUARTERS[:10]
    ]
    named = [text for *_, text in labels(CASES["forty"]) if "°" in text]
    assert named[-1] == "4°/29"
    assert 5 <= len(named) < 20


@pytest.mark.parametrize("figures", [("0,00", "0,00"), ("", ""), ("-5,00", "-1,00"), ("5,00", "")])
def test_any_figures_are_drawn(figures: tuple[str, str]) -> None:
    for bar in bars("t", ("g", *figures)):
        assert min(bar["height"], bar["y"], bar["width"]) >= 0


@pytest.mark.parametrize(("text", "read"), [("1.250,50", "1250.50"), ("-3,00", "-3.00"), ("0,00", "0.00")])
def test_a_figure_is_read_as_it_prints(text: str, read: str) -> None:
    assert str(number(text)) == read


@pytest.mark.parametrize("text", ["", "–"])
def test_no_figure_is_no_bar(text: str) -> None:
    assert number(text) is None


def test_the_page_holds_a_drawing_without_styles_of_its_own() -> None:
    root = lxml_html.fromstring(html.write(DOCUMENT, data=DATA, created=CREATED).decode())
    [drawing] = root.iter("svg")
    assert drawing.findtext("title") == TOLD
    assert not root.xpath("//@style | //script | //@href")
    assert {one.get("fill") for one in drawing.iter("rect")} == {"#555", "#fff"}  # the last year is not over
    assert [one.text for one in drawing.iter("text")][-1] == "In bianco: fino a maggio."


def test_what_is_typed_stays_text() -> None:
    hostile = Plot(runs("<b>&"), (runs('"x"'),), ((runs("</svg><script>"), runs("1,00")),))
    root = lxml_html.fromstring(html.write(Document("t", (hostile,)), data=DATA, created=CREATED).decode())
    assert not list(root.iter("script"))
    assert root.findtext(".//title") is not None
    [drawing] = root.iter("svg")
    assert drawing.findtext("title") == '<b>&. </svg><script>: "x" 1,00.'


def test_what_html_cannot_hold_is_refused() -> None:
    with pytest.raises(RenderError, match=r"U\+"):
        html.page(Document("t", (Plot(runs("t"), (runs("\0"),), ((runs("g"), runs("1,00")),)),)))


def test_in_the_pdf_it_is_a_figure_with_its_words() -> None:
    content = pdf.write(DOCUMENT, data=DATA, created=CREATED)
    with pikepdf.open(BytesIO(content)) as file:
        found = [item for item in file.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"]
        assert [str(one.Alt) for one in found] == [TOLD]
        assert {str(name.FontName).partition("+")[2].rstrip(",") for name in _faces(file)} <= {
            "Source-Serif-4-SmText",
            "Source-Sans-3",
            "Source-Sans-3-Bold",
        }
    assert letters(tree_text(content)) == letters(f"Titolo Prima {TOLD} Dopo")


def _faces(file: pikepdf.Pdf) -> list[Any]:
    return [
        item for item in file.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
    ]


def test_in_the_docx_it_is_a_picture_with_its_words() -> None:
    """A drawing of outlines alone, since Word has not our faces, over the same as points."""
    content = docx.write(DOCUMENT, data=DATA, created=CREATED)
    assert text_in(content) == ["Titolo", "Prima.", TOLD, "Dopo."]
    with ZipFile(BytesIO(content)) as file:
        body, relations, types = (
            etree.fromstring(file.read(name))
            for name in ("word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml")
        )
        targets = {one.get("Id"): f"word/{one.get('Target')}" for one in relations}
        image, drawing = (
            file.read(targets[one.get(f"{{{body.nsmap['r']}}}embed")]) for one in body.iter("{*}blip", "{*}svgBlip")
        )
    assert {"png", "svg"} <= {one.get("Extension") for one in types}
    shown = etree.fromstring(drawing)
    assert not list(shown.iter("{*}text"))
    assert len(list(shown.iter("{*}path"))) == len(list(_labels(DOCUMENT))) + 2  # the axes
    assert shown.findtext("{*}title") == TOLD
    with Image.open(BytesIO(image), formats=["PNG"]) as points:
        wide, high = points.size
        extent = next(body.iter("{*}extent"))
        assert wide / high == pytest.approx(int(extent.get("cx")) / int(extent.get("cy")), rel=0.01)
        ink = points.convert("RGBA").getchannel("A").point(lambda value: 255 if value else 0)
        assert ink.getbbox()[:2] < (9, 30)  # its title, at the upper left


def _labels(document: Document) -> Iterator[Any]:
    root = lxml_html.fromstring(html.write(document, data=DATA, created=CREATED).decode())
    [drawing] = root.iter("svg")
    return drawing.iter("text")


def test_what_xml_cannot_hold_is_refused() -> None:
    with pytest.raises(ValueError, match=r"U\+"):
        docx.write(Document("t", (replace(PLOT, note=runs("\0")),)), data=DATA, created=CREATED)


@pytest.mark.parametrize("text", ["12.50", "Àé–°", "Łə☒", "\U0010ffff"])
def test_any_label_has_an_outline(text: str) -> None:
    """Of a letter that no face has, too: the mark that stands for it."""
    assert 'd="M' in plot(replace(PLOT, note=runs(text))).svg.split("</g>")[-1]
