from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from papers import fatto
from pdf_tools import archive_faults, blocks_text, drafts, letters, need, page_texts, tree_text
from pikepdf import pdfa
from samples import CLAUSE, CREATED, DATA, HOSTILE, document, runs
from stadi import un_terzo
from weasyprint.formatting_structure.boxes import BlockBox, InlineBlockBox, TableRowBox, TextBox

from docservice.render import engine as press
from docservice.render import full, html, pdf
from docservice.render.errors import RenderError
from docservice.text.blocks import Document, Item, Paragraph, Run

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = {
    "one": document(),
    "hostile": document(parties=3, values=HOSTILE),
    "forty": document(parties=40, paragraphs=3),
    "long": document(parties=5, paragraphs=60, rows=130),
}


SHORT_ONES = [pytest.param(name, marks=pytest.mark.lungo) if name == "long" else name for name in SAMPLES]
"""The samples of tests that make a file more of each: the long one, whose pages are as the others', once a day."""


@pytest.fixture(scope="module", params=SAMPLES)
def sample(request):
    return SAMPLES[request.param]


def made_once(sample: Document) -> bytes:
    """Return the file of a sample, made once in a run."""
    return fatto(("campione", sample), lambda: pdf.write(sample, data=DATA, created=CREATED))


@pytest.fixture(scope="module")
def written(sample) -> bytes:
    return made_once(sample)


@pytest.fixture(scope="module")
def file(written):
    with pikepdf.open(io.BytesIO(written)) as opened:
        yield opened


def test_metadata(file) -> None:
    assert file.Root.Lang == "it"
    assert file.docinfo.Title == "Accordo sindacale di prova"
    assert file.docinfo.CreationDate == file.docinfo.ModDate == "D:20090622000000Z"
    assert file.Root.ViewerPreferences.DisplayDocTitle
    assert file.Root.MarkInfo.Marked
    assert file.Root.OutputIntents[0].S == "/GTS_PDFA1"
    assert file.Root.OutputIntents[0].DestOutputProfile.N == 3
    with file.open_metadata() as meta:
        assert (meta.get("pdfaid:part"), meta.get("pdfaid:conformance")) == ("3", "A")
        assert meta["dc:title"] == "Accordo sindacale di prova"
        assert meta["xmp:CreateDate"] == meta["xmp:ModifyDate"] == "2009-06-22T00:00:00Z"
    assert all(
        [float(side) for side in page.MediaBox[2:]] == pytest.approx([595.28, 841.89], abs=0.1) for page in file.pages
    )


def test_the_data_are_inside(file) -> None:
    assert list(file.attachments) == ["dati.json"]
    spec = file.attachments["dati.json"]
    assert spec.get_file().read_bytes() == DATA
    assert spec.get_file().mime_type == "application/json"
    assert [item.AFRelationship for item in file.Root.AF] == ["/Data"]
    assert spec.obj.objgen == file.Root.AF[0].objgen
    assert str(spec.obj.EF.F.Params.CreationDate) == "D:20090622000000Z"


def test_only_our_faces_and_all_inside(file) -> None:
    fonts = [item for item in file.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"]
    simple = [font for font in fonts if font.Subtype != "/Type0"]
    found = {str(font.FontDescriptor.FontFamily) for font in simple}
    assert {"Source Serif 4 SmText", "Source Sans 3"} <= found <= press.FACES
    assert all("/FontFile2" in font.FontDescriptor for font in simple)
    assert all(font.Encoding == "/Identity-H" for font in fonts if font.Subtype == "/Type0")


def test_the_tags_read_as_the_html_and_the_blocks(sample, written) -> None:
    words = letters(blocks_text(sample))
    page = lxml_html.fromstring(html.write(sample, data=DATA, created=CREATED).decode())
    assert letters(page.find("body").text_content()) == words
    assert letters(tree_text(written)) == words


@pytest.mark.parametrize(
    "sample", ["one", *(pytest.param(n, marks=pytest.mark.lungo) for n in ("hostile", "forty", "long"))], indirect=True
)
def test_the_tags_are_real(sample, written, tmp_path: Path) -> None:
    need("pdfinfo")
    path = tmp_path / "a.pdf"
    path.write_bytes(written)
    shown = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, text=True, check=True)
    assert not shown.stderr
    tags = [line.split()[0] for line in shown.stdout.splitlines() if line.strip()]
    table = ("Table", "TR", "TH", "TD:") if sample is SAMPLES["long"] else ()
    for tag in ("H1", "H2", "P", "L", "LI", "Lbl", "LBody", "Sect", "Form", *table):
        assert tag in tags, tag
    assert tags.count("THead") <= 1
    assert tags.count("H1") == tags.count("H2") == 1


def test_qpdf_is_content(written, tmp_path: Path) -> None:
    need("qpdf")
    path = tmp_path / "a.pdf"
    path.write_bytes(written)
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "No syntax or stream encoding errors found" in done.stdout


@pytest.mark.parametrize("sample", SHORT_ONES, indirect=True)
@pytest.mark.parametrize("bozza", [False, pytest.param(True, marks=pytest.mark.lungo)])
def test_level_b_without_fields_has_no_finding(sample, written, bozza: bool) -> None:  # noqa: FBT001
    plain = pdf.write_checkable(sample, data=DATA, created=CREATED, bozza=bozza)
    assert pdfa.validate_written(io.BytesIO(plain), "3b").findings == []
    final = pdf.write(sample, data=DATA, created=CREATED, bozza=bozza) if bozza else written
    assert archive_faults(final) == []


def test_one_table_over_many_pages() -> None:
    file = pikepdf.open(io.BytesIO(made_once(SAMPLES["long"])))
    (head,) = (element for element in elements(file) if element.S == "/THead")
    table = head.P
    ids = {str(cell.ID) for cell in head.K[0].K}
    rows = [row for part in table.K if part.S == "/TBody" for row in part.K]
    assert len(rows) == 130
    assert {str(cell.A.Headers[0]) for row in rows for cell in row.K} == ids
    assert len({part.Pg.objgen for part in table.K}) > 2


def elements(file):
    return [
        item for item in file.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/StructElem"
    ]


def test_no_structure_hangs_on_nothing(file) -> None:
    for element in elements(file):
        kids = element.P.K if isinstance(element.P.K, pikepdf.Array) else [element.P.K]
        assert any(kid.objgen == element.objgen for kid in kids if isinstance(kid, pikepdf.Dictionary))


@pytest.mark.parametrize("sample", SHORT_ONES, indirect=True)
def test_every_page_says_its_number_and_only_a_draft_says_so(sample, written) -> None:
    pages = page_texts(written)
    assert all(f"pagina {n} di {len(pages)}" in text for n, text in enumerate(pages, 1))
    assert all("Accordo sindacale di prova" in text for text in pages)
    assert not any(drafts(written))
    draft = pdf.write(sample, data=DATA, created=CREATED, bozza=True)
    assert drafts(draft) == [2] * len(pages)
    assert not any("BOZZA" in text for text in page_texts(draft))
    with pikepdf.open(io.BytesIO(draft)) as opened, opened.open_metadata() as told:
        assert str(opened.docinfo.Title) == told["dc:title"] == f"BOZZA – {sample.title}"
    assert letters(tree_text(draft)) == letters(tree_text(written))
    assert len(page_texts(draft)) == len(pages)


SCRIPT = """
import hashlib, sys
sys.path.insert(0, "tests/render")
from samples import CREATED, DATA, HOSTILE, document
from docservice.render import pdf
pdf.write(document(parties=7), data=b"x", created=CREATED, bozza=True)
print(hashlib.sha256(pdf.write(document(parties=3, values=HOSTILE), data=DATA, created=CREATED)).hexdigest())
"""


@pytest.mark.parametrize("seed", ["1", pytest.param("2", marks=pytest.mark.lungo)])
def test_same_bytes_in_another_process(seed: str) -> None:
    here = pdf.write(SAMPLES["hostile"], data=DATA, created=CREATED)
    env = os.environ | {"PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    there = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True, cwd=ROOT, env=env
    )
    assert there.stdout.strip() == hashlib.sha256(here).hexdigest()


def test_same_bytes_from_threads_and_zones() -> None:
    rome = CREATED.astimezone(timezone(timedelta(hours=2)))
    moments: list[datetime] = [CREATED, rome, CREATED.replace(tzinfo=None)] * 2
    with ThreadPoolExecutor(4) as pool:
        files = set(pool.map(lambda moment: pdf.write(SAMPLES["one"], data=DATA, created=moment), moments))
    assert len(files) == 1


def test_different_data_or_date_give_another_identifier() -> None:
    variants = [(DATA, CREATED), (b"{}", CREATED), (DATA, CREATED + timedelta(days=1))]
    files = [pdf.write(SAMPLES["one"], data=data, created=created) for data, created in variants]
    assert len({re.search(rb"/ID \[.*?\]", file)[0] for file in files}) == 3


@pytest.mark.parametrize("parties", [1, 8])
def test_signatures_follow_their_clause_and_leave_no_page_half_empty(parties: int) -> None:
    """Where they would be at the foot of a page, in the middle, at the head."""
    for paragraphs in (0, 7, 9, 11, 13):
        assert_follow(parties, paragraphs)


@pytest.mark.lungo
@pytest.mark.parametrize("parties", [1, 8])
@given(paragraphs=st.integers(0, 24))
@settings(max_examples=24, deadline=None)
def test_signatures_follow_their_clause_wherever_it_falls(parties: int, paragraphs: int) -> None:
    assert_follow(parties, paragraphs)


def assert_follow(parties: int, paragraphs: int) -> None:
    with press.strict():
        laid = full.lay_out(document(parties, paragraphs), "").pages
    found, left = [], []
    for page in laid:
        boxes = list(page._page_box.descendants())
        [body] = [box for box in boxes if box.element_tag == "main"]
        rows = [box for box in boxes if isinstance(box, TableRowBox)]
        found.append(([row.height for row in rows], any(CLAUSE in getattr(box, "text", "") for box in boxes)))
        left.append(page._page_box.content_box_y() + page._page_box.height - body.position_y - body.height)
    signing = [(heights, clause) for heights, clause in found if heights]
    assert sum(len(heights) for heights, _ in signing) == parties
    assert [clause for _, clause in signing] == [True, *[False] * (len(signing) - 1)]
    assert parties == 1 or all(len(heights) > 1 for heights, _ in signing)
    highest = max(max(heights) for heights, _ in signing)
    text = 160  # the clause, the closing line and what is between them
    assert all(room < min(parties, 3) * highest + text for room in left[:-1])


@pytest.mark.parametrize(
    ("parties", "paragraphs"),
    [
        *((12, 0), (12, 5), (12, 6), (40, 5)),
        *(
            pytest.param(*one, marks=pytest.mark.lungo)
            for one in ((12, 2), (12, 4), (40, 0), (40, 2), (40, 4), (40, 6))
        ),
    ],
)
def test_a_long_signature_block_breaks_between_rows(parties: int, paragraphs: int) -> None:
    pages = page_texts(pdf.write(document(parties, paragraphs), data=DATA, created=CREATED))
    (first,) = [text for text in pages if "Per la parte P0." in text]
    assert CLAUSE in first
    for n in range(parties):
        (home,) = [text for text in pages if f"Per la parte P{n}." in text]
        assert (f"Nome{n} Primo." in home) == (n % 3 > 0)


@pytest.mark.parametrize("parties", un_terzo(range(32, 37)))
def test_none_signs_alone_on_a_page(parties: int) -> None:
    pages = page_texts(pdf.write(document(parties, 4), data=DATA, created=CREATED))
    signing = [text.count("Per la parte P") for text in pages]
    assert sum(signing) == parties
    assert 1 not in signing


def test_clauses_and_what_is_under_them_are_set_alike() -> None:
    lines = (Paragraph(runs("Si premette")), Item("1.", runs("clausola"), 1), Item("a)", runs("lettera"), 2))
    with press.strict():
        [page] = full.lay_out(Document("t", lines), "").pages
        boxes = [box for box in page._page_box.descendants() if isinstance(box, BlockBox) and box.element_tag == "p"]
        set_as = [box.style["text_align_all"] for box in boxes]
    assert set_as == ["start"] * 3


def test_whole_lines_to_fill_stand_one_under_the_other() -> None:
    clause = Item("4.", (*runs("Altre annotazioni."), *[Run("", blank=True, whole=True)] * 3), 1)
    with press.strict():
        [page] = full.lay_out(Document("t", (clause,)), "").pages
        boxes = list(page._page_box.descendants())
        [body] = [box for box in boxes if box.element_tag == "main"]
        [words] = [box for box in boxes if isinstance(box, TextBox) and box.text == "Altre annotazioni."]
        rules = [box for box in boxes if isinstance(box, InlineBlockBox) and "intera" in box.element.get("class")]
    places = [(rule.position_x, rule.position_x + rule.width) for rule in rules]
    assert places == [pytest.approx((words.position_x, body.content_box_x() + body.width), abs=0.01)] * 3
    downs = [words.position_y, *(rule.position_y for rule in rules)]
    assert all(below - above > 15 for above, below in pairwise(downs))


def test_a_glyph_that_no_face_holds_is_refused() -> None:
    with pytest.raises(RenderError, match=r"U\+6F22"):
        pdf.write(Document("t", (Paragraph(runs("漢")),)), data=DATA, created=CREATED)
    assert pdf.write(SAMPLES["one"], data=DATA, created=CREATED)


def test_a_long_title_stays_on_the_page() -> None:
    doc = replace(SAMPLES["one"], title="Titolo " * 40)
    assert "Titolo" in page_texts(pdf.write(doc, data=DATA, created=CREATED))[0]


@pytest.mark.parametrize(
    "page", ['<img src="http://localhost:9/a.png" alt="a"/>', '<img src="file:///etc/passwd" alt="a"/>']
)
def test_nothing_is_fetched(page: str) -> None:
    with pytest.raises(RenderError, match="rifiutata"), press.strict():
        press.press().lay_out(page)


def test_whatever_the_engine_says_is_an_error() -> None:
    with pytest.raises(RenderError, match="colour"), press.strict():
        press.press().lay_out("<html><style>p { colour: red }</style><p>a</p></html>")


@pytest.mark.parametrize(
    ("name", "value"), un_terzo([("HOME", "assente"), ("HOME", "/dev/null"), ("XDG_CACHE_HOME", "/dev/null")])
)
def test_a_home_that_cannot_be_written_is_no_matter_for_who_reads(name: str, value: str, tmp_path: Path) -> None:
    """Fontconfig complains on the terminal, once for each process, where it may keep nothing."""
    ran = subprocess.run(
        [sys.executable, "-c", "from docservice.render import engine; engine._faces()"],
        env={**os.environ, "XDG_CACHE_HOME": "", name: str(tmp_path / value)},
        capture_output=True,
        check=True,
    )
    assert ran.stderr == b""


def test_other_faces_of_the_machine_are_not_seen() -> None:
    with press.strict():
        laid = press.press().lay_out('<p style="font-family: Courier, Liberation Mono, monospace">a</p>')
        press.press().print_out(laid)
    assert {font.family for font in laid.fonts.values()} <= press.FACES
    assert "FONTCONFIG_FILE" not in os.environ


@pytest.mark.parametrize("text", ["art.\u00a019 bis", "del 19, art.\u00a019"])
def test_a_space_that_holds_is_read_as_any(text: str) -> None:
    """Else all those of the page would hold, or none, as the first does."""
    made = pdf.write(Document("t", (Paragraph(runs(text)),)), data=DATA, created=CREATED)
    assert text.replace("\u00a0", " ") in page_texts(made)[0]
