from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from pdf_tools import blocks_text, letters
from samples import CREATED, DATA, HOSTILE, document, runs

from docservice.render import html
from docservice.render.errors import RenderError
from docservice.text.blocks import Document, Item, Paragraph, Run, Signature, Signatures, Table, Title


def write(doc: Document, *, bozza: bool = False) -> bytes:
    return html.write(doc, data=DATA, created=CREATED, bozza=bozza)


def parsed(page: bytes):
    return lxml_html.fromstring(page.decode())


def shown(element) -> str:
    """Return the text of an element as a browser shows it: white space collapses, <br> breaks."""
    parts = element.xpath(".//text() | .//br")
    return re.sub("[ \n]+", " ", "".join(part if isinstance(part, str) else "\v" for part in parts)).replace("\v", "\n")


def test_a_whole_page_that_needs_nothing() -> None:
    page = write(document()).decode()
    root = parsed(page.encode())
    assert page.startswith("<!DOCTYPE html>")
    assert root.get("lang") == "it"
    assert root.findtext("head/title") == "Accordo sindacale di prova"
    assert root.xpath("//meta[@name='viewport']")
    assert not root.xpath("//script | //link | //img | //iframe | //input | //@style | //@src | //@href")
    assert "url(" not in html.style()
    assert "@import" not in html.style()
    digest = b64encode(sha256(root.findtext("head/style").encode()).digest()).decode()
    assert f"'sha256-{digest}'" in html.policy()


def test_the_structure_is_real() -> None:
    root = parsed(write(document(parties=3, rows=2)))
    assert [h.text for h in root.xpath("//h1")] == ["Accordo di tipo A"]
    assert [h.text for h in root.xpath("//h2")] == ["Si premette"]
    assert [th.text for th in root.xpath("//thead//th[@scope='col']")] == ["Numero", "Nome"]
    assert len(root.xpath("//table[@class='firme']//tr")) == 3
    assert len(root.xpath("//ul/li/ul/li")) == 5
    assert root.xpath("//span[@class='riga']")[0].text is None
    assert root.xpath("//p/b/text()")[:2] == ["Bergamo", "altro"]


@pytest.mark.parametrize("value", HOSTILE)
def test_values_show_as_typed(value: str) -> None:
    doc = Document("t", (Paragraph(runs(value)), Item(value[:3].strip(), runs(value, bold=True), 1)))
    root = parsed(write(doc))
    typed = re.sub("\r\n", "\n", value).expandtabs(4) if "\t" not in value else "a  b    c"
    assert shown(root.xpath("//p")[0]).replace("\xa0", " ") == typed
    assert shown(root.xpath("//li//b")[0]).replace("\xa0", " ") == typed


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_text_is_literal(value: str) -> None:
    doc = Document(value, (Title(runs(value), "title"), Signatures((Signature(runs(value), runs(value)),))))
    root = parsed(write(doc, bozza=True))
    assert shown(root.find("body/main/h1")).replace("\xa0", " ") == value.replace("\xa0", " ")
    assert root.findtext("head/title") == " ".join(value.split())
    assert "".join(parsed(html.page(doc, fields="firma").encode()).xpath("//input/@title")).startswith("Firma: ")


@pytest.mark.parametrize("value", ["\0", "\v", "\x7f", "\x85", "\ud800", "\ufffe", "\ufdd0"])
def test_what_html_cannot_hold_is_refused(value: str) -> None:
    with pytest.raises(RenderError, match=r"U\+"):
        write(Document("t", (Paragraph(runs(value)),)))


def test_the_words_are_those_of_the_blocks_in_their_order() -> None:
    doc = document(parties=40, paragraphs=5, rows=9, values=HOSTILE)
    assert letters(parsed(write(doc)).find("body").text_content()) == letters(blocks_text(doc))


def test_only_a_draft_says_so() -> None:
    assert b"BOZZA" not in write(document())
    draft = parsed(write(document(), bozza=True))
    assert draft.findtext("head/style").count('content: "BOZZA"') == 3
    digest = b64encode(sha256(draft.findtext("head/style").encode()).digest()).decode()
    assert f"'sha256-{digest}'" in html.policy()


@pytest.mark.parametrize(
    ("levels", "nested"),
    [((1, 2, 2, 1), "1(2 2) 1"), ((2, 2, 1), "2 2 1"), ((2,), "2"), ((1, 1), "1 1"), ((2, 1, 2), "2 1(2)")],
)
def test_items_nest_in_the_one_before(levels: tuple[int, ...], nested: str) -> None:
    def drawn(ul) -> str:
        return " ".join(
            li.xpath("string(p/span)").strip() + "".join(f"({drawn(inner)})" for inner in li.findall("ul")) for li in ul
        )

    root = parsed(write(Document("t", tuple(Item(str(level), (), level) for level in levels))))
    assert [drawn(ul) for ul in root.findall("body/main/ul")] == [nested]


def test_fields_are_numbered_over_those_wanted() -> None:
    parties = (
        Signature(runs("Impresa"), runs('A "B"\nC')),
        Signature((Run("", blank=True),), field=False),
        Signature(runs("RSU")),
    )
    doc = Document("t", (Signatures(parties), Signatures(parties[2:])))
    found = [dict(field.attrib) for field in parsed(html.page(doc, fields="firma").encode()).xpath("//input")]
    assert [(field["name"], field["title"]) for field in found] == [
        ("firma_1", 'Firma: Impresa, A "B" C'),
        ("firma_2", "Firma: RSU"),
        ("firma_3", "Firma: RSU"),
    ]


def test_on_a_screen_what_is_wide_scrolls_in_a_box_of_its_own() -> None:
    wide = Document("Prova", (Table((runs("Nome"), runs("Ore")), ((runs("Ada"), runs("40")),)),))
    [box] = parsed(write(wide)).xpath("//table/parent::*")
    assert dict(box.attrib) == {
        "class": "scorre",
        "role": "region",
        "aria-label": "Tabella: Nome, Ore",
        "tabindex": "0",
    }
    assert "scorre" not in html.page(wide)
    assert "max-width: 40em" in write(wide).decode()
    assert "max-width: 40em" not in html.style()  # the engine of the page knows no such query


@pytest.mark.parametrize(
    ("length", "classes"),
    [(0, "riga"), (3, "riga riga-4"), (8, "riga riga-8"), (18, "riga riga-28"), (90, "riga riga-28")],
)
def test_a_line_to_fill_is_as_long_as_what_it_awaits(length: int, classes: str) -> None:
    sample = Document("Prova", (Paragraph((Run("", blank=True, length=length),)),))
    [line] = parsed(write(sample)).xpath("//p/span")
    assert line.get("class") == classes


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("legge 445/2000-B e articolo 19-bis", ["445/2000-B", "19-bis"]),
        ("FIOM-CGIL (UILM-UIL)", ["FIOM-CGIL", "(UILM-UIL)"]),
        ("dal decreto-legge (decreti-legge) che", ["decreto-legge", "(decreti-legge)"]),
        ("ex-dipendente e/o altri", []),
        ("https://www.esempio.it/pagina/2026/che-non-sta-su-una-riga-sola", []),
    ],
)
def test_codes_are_held_together_in_text_of_more_lines(text: str, held: list[str]) -> None:
    def found(words: str) -> list[str]:
        sample = Document("Prova", (Paragraph(runs(words)),))
        return [span.text for span in parsed(write(sample)).xpath("//span[@class='unito']")]

    assert found(f"{text} {'parola ' * 20}") == held
    assert found(text[:20]) == []  # on one line nothing need be held


def test_a_row_with_a_long_text_may_go_on_on_the_next_page() -> None:
    sample = Document("Prova", (Table((runs("Nota"),), ((runs("a"),), (runs("parola " * 300),))),))
    assert [row.get("class") for row in parsed(write(sample)).xpath("//tbody/tr")] == [None, "lunga"]


def test_on_a_screen_columns_take_what_their_codes_ask_for() -> None:
    """Widths are measured on the faces of the print: with the reader's own a code would run into the next column."""
    wide = Document("Prova", (Table((runs("Nome"), runs("Ore")), ((runs("Ada"), runs("40")),)),))
    screen = write(wide).decode().partition("@media screen {")[2]
    assert "table-layout: auto" in screen
    assert "overflow-wrap: normal" in screen
