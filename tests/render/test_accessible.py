"""The PDF for those who hear it: whole structure, names, bookmarks, and drafts that are not in the way."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from accessible import counts, expected, faults
from papers import composto, reso
from pdf_tools import blocks_text, drafts, letters, need, tree_text
from samples import CREATED, DATA, document, runs
from stadi import un_terzo
from stamp_tools import made

from benchmarks.tables import listing
from docservice.modelli.catalogo import catalogo
from docservice.render import full, pdf
from docservice.render.stamp import Stamper
from docservice.render.stamp.table.document import LONG as LONG_TABLE
from docservice.text.blocks import Block, Document, Heading, Item, Paragraph, Run, Table, Title
from docservice.text.skeleton import Skeleton

LONG = "Gli ordini dei due clienti principali sono calati di oltre il quaranta per cento rispetto a un anno fa. " * 6
SPLIT: dict[str, tuple[Block, ...]] = {
    "paragraphs": tuple(Paragraph(runs(f"{n}: {LONG}")) for n in range(12)),
    "clauses": tuple(Item(f"{n}.", runs(LONG), 1) for n in range(1, 13)),
    "nested": tuple(Item(f"{n}." if n % 3 == 1 else "–", runs(LONG), 1 if n % 3 == 1 else 2) for n in range(1, 20)),
    "one over three pages": (Item("1.", runs(LONG * 20), 1), Item("a)", runs("sì"), 2)),
    "a row": (Table((runs("A"), runs("B")), ((runs("x"), runs(LONG * 20)), (runs("y"), runs("z")))),),
}


@pytest.mark.parametrize("slug", un_terzo(catalogo()))
def test_every_document_is_for_those_who_hear_it(slug: str) -> None:
    made = reso(slug, "pdf")
    assert faults(made) == []
    told = expected(composto(slug))
    assert {kind: counts(made)[kind] for kind in told} == told


@pytest.mark.parametrize("split", SPLIT)
def test_what_a_page_splits_is_one_element(split: str) -> None:
    one = Document("Prova", (Title(runs("Prova"), "title"), *SPLIT[split]))
    made = pdf.write(one, data=DATA, created=CREATED)
    with pikepdf.open(BytesIO(made)) as file:
        pages = len(file.pages)
        kids = [kid for one in file.objects if isinstance(one, pikepdf.Dictionary) for kid in one.get("/K", ())]
        parted = sum(not isinstance(kid, int) and kid.get("/Type") == "/MCR" for kid in kids)
    assert pages > 1
    assert parted
    assert faults(made) == []
    assert {kind: counts(made)[kind] for kind in expected(one)} == expected(one)
    assert counts(made)["Part"] == 1
    assert letters(tree_text(made)) == letters(blocks_text(one))


@pytest.mark.parametrize("parties", [pytest.param(3, marks=pytest.mark.lungo), 40])
def test_a_signature_block_on_many_pages_is_one_group(parties: int) -> None:
    one = document(parties, paragraphs=3)
    made = pdf.write(one, data=DATA, created=CREATED)
    assert faults(made) == []
    assert {kind: counts(made)[kind] for kind in expected(one)} == expected(one)


@pytest.mark.parametrize(
    ("mark", "numbering"),
    [("1.", "Decimal"), ("a)", "LowerAlpha"), ("A.", "UpperAlpha"), ("i)", "LowerRoman"), ("–", None), ("☐", None)],
)
def test_a_list_says_how_it_is_numbered(mark: str, numbering: str | None) -> None:
    one = Document("Prova", (Title(runs("Prova"), "title"), Item(mark, runs("sì"), 1), Item("–", runs("no"), 1)))
    with pikepdf.open(BytesIO(pdf.write(one, data=DATA, created=CREATED))) as file:
        [of] = [one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/L"]
        assert (str(of.A.ListNumbering)[1:] if "/A" in of else None) == numbering


def test_bookmarks_are_the_headings_and_those_after_an_annex_are_under_it() -> None:
    heads = [("Uno", False), ("Due", False), ("Allegato", True), ("Tre", False)]
    blocks = (Heading(runs(name), annex=annex) for name, annex in heads)
    one = Document("Prova", (Title(runs("Titolo"), "title"), *blocks))
    with pikepdf.open(BytesIO(pdf.write(one, data=DATA, created=CREATED))) as file, file.open_outline() as outline:
        [root] = outline.root
        assert (root.title, [item.title for item in root.children]) == ("Titolo", ["Uno", "Due", "Allegato"])
        assert [[under.title for under in item.children] for item in root.children] == [[], [], ["Tre"]]


def test_the_bookmarks_of_a_copy_are_its_own() -> None:
    """The words of headings are of the letters that their face holds in the file, for the copies to be stamped."""
    heading = Heading((Run("Reparto "), Run("", slot=0)))
    skeleton = Skeleton("Prova", (Title(runs("Titolo"), "title"), heading, Paragraph((Run("Di "), Run("", slot=1)))))
    stamper, copy = Stamper(), b""
    for name in ("Tito", "Rita", "porta", "talea", "pretore"):
        copy = stamper.write(skeleton.fill([Run(name), Run(name)]), data=DATA, created=CREATED)
    assert stamper.whole < 3
    with pikepdf.open(BytesIO(copy)) as file, file.open_outline() as outline:
        assert [item.title for item in outline.root[0].children] == ["Reparto pretore"]
    assert faults(copy) == []


def _dids(*firms: str) -> list[Document]:
    changes = ({"datore_lavoro": {"denominazione": firm}} for firm in firms)
    return [one for one, _ in made("did", changes)]


def test_the_properties_tell_the_firm() -> None:
    [one] = _dids("Łódź (S.p.A.) & figli")
    with pikepdf.open(BytesIO(pdf.write(one, data=DATA, created=CREATED))) as file, file.open_metadata() as told:
        assert str(file.docinfo.Author) == told["dc:creator"][0] == "Łódź (S.p.A.) & figli"
        assert str(file.docinfo.Subject) == told["dc:description"] == f"{one.title}, Łódź (S.p.A.) & figli"


@pytest.mark.parametrize(
    "firms",
    [("Alfa (1) S.r.l.",) * 2, pytest.param(("Alfa (1) S.r.l.", "Łódź", "Alfa (1) S.r.l."), marks=pytest.mark.lungo)],
)
def test_a_file_of_many_tells_the_firm_if_it_is_one(firms: tuple[str, ...]) -> None:
    out = BytesIO()
    together = Stamper().joined(out)
    for number, one in enumerate(_dids(*firms)):
        together.add(one, row=f"riga_{number}", bookmark=str(number), data=DATA, created=CREATED)
    together.close()
    with pikepdf.open(out) as file, file.open_metadata() as told:
        assert str(file.docinfo.Title) == told["dc:title"]
        assert ("/Author" in file.docinfo) == ("dc:creator" in told) == (len(set(firms)) == 1)
        assert ("/Subject" in file.docinfo) == ("dc:description" in told) == (len(set(firms)) == 1)
    assert faults(out.getvalue()) == []


@pytest.mark.lungo
@pytest.mark.parametrize("bozza", [True, False])
def test_a_long_table_that_is_stamped_is_for_those_who_hear_it(bozza: bool) -> None:  # noqa: FBT001
    one = listing(LONG_TABLE)
    made = pdf.write(one, data=b"{}", created=CREATED, bozza=bozza)
    assert faults(made) == []
    whole = full.write(one, data=b"{}", created=CREATED, bozza=bozza)
    assert made != whole
    assert counts(made) == counts(whole)
    assert {kind: counts(made)[kind] for kind in expected(one)} == expected(one)
    assert set(drafts(made)) == ({2} if bozza else {0})


def test_the_word_of_a_draft_is_drawn_and_not_read(tmp_path: Path) -> None:
    need("pdftotext")
    one = document()
    path = tmp_path / "bozza.pdf"
    path.write_bytes(pdf.write(one, data=DATA, created=CREATED, bozza=True))
    assert faults(path.read_bytes()) == []
    said = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    assert "BOZZA" not in said
    assert "Accordo di tipo A" in said


def test_the_word_of_a_draft_is_seen_where_the_style_sheet_sets_it(tmp_path: Path) -> None:
    """In red at the head, on the right; in grey across the page."""
    need("pdftoppm")
    from PIL import Image

    seen = []
    for bozza in (False, True):
        path = tmp_path / f"{bozza}.pdf"
        path.write_bytes(pdf.write(Document("Prova", (Paragraph(runs("a")),)), data=DATA, created=CREATED, bozza=bozza))
        subprocess.run(["pdftoppm", "-r", "50", "-png", "-singlefile", path, path.with_suffix("")], check=True)
        seen.append(Image.open(path.with_suffix(".png")).convert("RGB"))
    (plain, draft), (width, height) = seen, seen[0].size
    grey = sum(many for many, colour in _colours(draft) if len(set(colour)) == 1 and 230 < colour[0] < 240)
    assert 0.03 * width * height < grey < 0.3 * width * height
    assert _reds(plain) == 0
    corner = draft.crop((3 * width // 4, 0, width, height // 12))
    assert _reds(corner) == _reds(draft) > 30


def _colours(image: Any) -> list[tuple[int, tuple[int, int, int]]]:
    return image.getcolors(image.width * image.height)


def _reds(image: Any) -> int:
    return sum(many for many, (red, green, _) in _colours(image) if red > green + 60)


@cache
def _sound() -> bytes:
    return pdf.write(document(rows=3), data=DATA, created=CREATED)


def _without(key: str, of: str) -> Callable[[Any], None]:
    def change(file: pikepdf.Pdf) -> None:
        for one in file.objects:
            if isinstance(one, pikepdf.Dictionary) and of in {one.get("/S"), one.get("/Subtype"), one.get("/Type")}:
                del (one.A if key == "/Scope" else one)[key]

    return change


def _move_label(file: pikepdf.Pdf) -> None:
    for one in file.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Lbl":
            one.S = pikepdf.Name("/Span")


def _bare_rule(file: pikepdf.Pdf) -> None:
    file.pages[0].contents_add(b"0 0 m 9 9 l S")


def _skipped_level(file: pikepdf.Pdf) -> None:
    [head] = [one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/H2"]
    head.S = pikepdf.Name("/H3")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (_without("/Scope", "/TH"), "TH senza Scope"),
        (_without("/TU", "/Widget"), "/Widget senza nome"),
        (_without("/ToUnicode", "/Type0"), "senza ToUnicode"),
        (_without("/Tabs", "/Page"), "tabulazione"),
        (_without("/Lang", "/Catalog"), "Lang"),
        (_without("/Outlines", "/Catalog"), "segnalibri"),
        (_without("/K", "/Form"), "fuori dall’albero"),
        (_move_label, "/LI con"),
        (_bare_rule, "S né etichettato né accessorio"),
        (_skipped_level, "H3 dopo H1"),
    ],
)
def test_what_would_be_wrong_is_told(change: Callable[[Any], None], fault: str) -> None:
    made = io.BytesIO()
    with pikepdf.open(BytesIO(_sound())) as file:
        change(file)
        file.save(made)
    assert any(re.search(re.escape(fault), one) for one in faults(made.getvalue()))
