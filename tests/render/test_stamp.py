"""Copies of a document laid out once: the same words, tags and looks as a layout in full, and nobody else's values."""

from __future__ import annotations

import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from accessible import faults
from hostile import ALPHABET
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_tools import archive_faults, letters, need, page_texts, poppler_reads
from samples import CREATED, DATA, document
from stamp_tools import DAY, made, people, same
from weasyprint.formatting_structure.boxes import TextBox

from docservice import service
from docservice.modelli.catalogo import catalogo
from docservice.render import pdf
from docservice.render.engine import press, strict
from docservice.render.errors import RenderError
from docservice.render.full import write
from docservice.render.stamp import Stamper, lines
from docservice.render.stamp.faces import Face
from docservice.render.stamp.form import stamper as many
from docservice.render.stamp.specimen import ALPHABETS
from docservice.text.blocks import Document, Plot

PLACES = ("Como", "Sant’Angelo Lodigiano", "Lodi", "Ó Łódź 11")
WRAPPED = {
    *("accordo-cds", "accordo-cigd", "accordo-cigs", "accordo-fis", "esame-congiunto-cigo", "esame-congiunto-cigs"),
    *("accordo-licenziamento", "mancato-accordo-licenziamento", "verbale-incontro"),
}
"""Documents that say their place in paragraphs of more lines, where all moves with it."""
in_one_process = pytest.mark.xdist_group("stamp")  # what is made once for a module is made by one process
LIKE_OTHERS = {"autodichiarazione-did", "comunicazione-cigo", "relazione-tecnica"}
"""Documents of which the others have no more: a list, clauses, a plot. A copy of each is looked at every day."""
LONG = "Ferdinando Massimiliano Maria Giuseppe " * 2


def said(slug: str, place: str) -> dict[str, Any]:
    """Return a change of where a document is signed; of one that does not say it, of a worker's task."""
    return {"luogo": place} if "luogo" in service.esempio(slug) else {"lavoratore": {"mansione": place}}


def full(one: Document, data: bytes) -> bytes:
    return write(one, data=data, created=DAY)


@pytest.mark.parametrize(
    "slug", [slug if slug in LIKE_OTHERS else pytest.param(slug, marks=pytest.mark.lungo) for slug in catalogo()]
)
def test_every_document_reads_and_looks_as_laid_out(slug: str, tmp_path: Path) -> None:
    need("pdftoppm")
    stamper = Stamper()
    documents = list(made(slug, (said(slug, place) for place in PLACES)))
    written = [stamper.write(one, data=data, created=DAY) for one, data in documents]
    laid = full(*documents[-1])
    same(written[-1], laid, tmp_path)
    whole = slug in WRAPPED or any(isinstance(block, Plot) for block in documents[-1][0].blocks)
    assert (written[-1] == laid) is whole  # else it was stamped


@pytest.fixture(scope="module", params=[24, pytest.param(100, marks=pytest.mark.lungo)])
def forms(request: pytest.FixtureRequest) -> list[tuple[Document, bytes]]:
    """Return forms of as many people: a few for every day, a hundred in the long stage."""
    return list(made("did", people(request.param)))


@pytest.fixture(scope="module")
def copies(forms: list[tuple[Document, bytes]]) -> list[bytes]:
    stamper = Stamper()
    written = [stamper.write(one, data=data, created=DAY) for one, data in forms]
    assert stamper.laid < 20  # those of women and those of men differ in their words
    return written


@in_one_process
def test_many_forms_are_as_laid_out(forms: Any, copies: list[bytes], tmp_path: Path) -> None:
    need("pdftoppm")
    for place in {*range(2, len(forms), 14), len(forms) - 1}:
        same(copies[place], full(*forms[place]), tmp_path)


@in_one_process
def test_nobody_elses_values(forms: Any, copies: list[bytes]) -> None:
    codes = [one.values[2].text for one, _ in forms]
    assert len(set(codes)) == len(codes)
    for place, (content, (_, data)) in enumerate(zip(copies, forms, strict=True)):
        text = "".join(page_texts(content))
        assert [code for code in codes if code in text] == [codes[place]]
        with pikepdf.open(BytesIO(content)) as file:
            assert file.attachments["dati.json"].get_file().read_bytes() == data
            name, surname = (forms[place][0].values[number].text for number in (0, 1))
            assert all(str(field.TU).endswith(f", {name} {surname}") for field in file.Root.AcroForm.Fields)


@in_one_process
def test_files_are_sound(copies: list[bytes], tmp_path: Path) -> None:
    need("qpdf")
    path = tmp_path / "copia.pdf"
    for content in (copies[2], copies[-1]):
        path.write_bytes(content)
        subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)
        tags, text = poppler_reads(content, tmp_path)
        assert tags.count("H1") == 1
        assert "Dichiarazione di immediata disponibilità" in text


@in_one_process
def test_what_a_file_says_of_itself_is_the_same(forms: Any, copies: list[bytes]) -> None:
    with pikepdf.open(BytesIO(copies[20])) as one, pikepdf.open(BytesIO(full(*forms[20]))) as other:
        assert dict(one.docinfo) == dict(other.docinfo)
        assert one.Root.Metadata.read_bytes() == other.Root.Metadata.read_bytes()
        assert set(one.Root.keys()) == set(other.Root.keys())
        assert [field.T for field in one.Root.AcroForm.Fields] == [field.T for field in other.Root.AcroForm.Fields]
        ours, theirs = (file.attachments["dati.json"].obj for file in (one, other))
        assert set(ours.keys()) == set(theirs.keys())
        assert dict(ours.EF.F.Params) == dict(theirs.EF.F.Params)
        assert ours.EF.F.Subtype == theirs.EF.F.Subtype
        outlines = [[item.title for item in file.open_outline().root] for file in (one, other)]
    assert outlines[0] == outlines[1]


@in_one_process
def test_a_copy_is_for_the_archive_and_for_those_who_hear_it(copies: list[bytes]) -> None:
    assert archive_faults(copies[7]) == []
    assert faults(copies[7]) == []


@in_one_process
def test_the_same_bytes_again(forms: Any, copies: list[bytes]) -> None:
    stamper = Stamper()
    again = [stamper.write(one, data=data, created=DAY) for one, data in forms[:12]]
    assert again == copies[:12]
    names = {pikepdf.open(BytesIO(content)).trailer.ID[0].__bytes__() for content in copies}
    assert len(names) == len(copies)


HOSTILE = (
    LONG.strip(),
    "X",
    "D’Amico-O'Neill",
    "Žižek Ðorđević Ørsted",
    "Е\u0301лена",
    "e\u0301",
    "☐ ☒",
    "A  B",
    "Rossi\nBianchi",
    "fi ffi AVATAR 1111",
    "<b>&amp;{{x}}%d%s",
    "¤0¤",
    "(par) \\n",
    "W" * 40,
)


@pytest.mark.lungo
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_as_laid_out(name: str, tmp_path: Path) -> None:
    need("pdftoppm")
    stamper = Stamper()
    changes = [*people(3), {"lavoratore": {"cognome": name}}, *people(1)]
    documents = list(made("did", changes))
    written = [stamper.write(one, data=data, created=DAY) for one, data in documents]
    same(written[3], full(*documents[3]), tmp_path)
    same(written[4], full(*documents[4]), tmp_path)
    assert letters(name) in letters("".join(page_texts(written[3])))


@cache
def kept() -> tuple[Stamper, Document]:
    stamper = Stamper()
    for one, data in made("did", people(3)):
        stamper.write(one, data=data, created=DAY)
    return stamper, one


@pytest.mark.lungo
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(max_codepoint=0x2FFF, exclude_categories=["Cs", "Cc", "Cn"]), max_size=60))
def test_any_name_is_printed_or_refused_alike(name: str) -> None:
    """Whatever the schema would say: what no face holds is refused by both, the rest reads the same."""
    alike([name] * 4)


@pytest.mark.lungo
def test_every_letter_is_printed_alike() -> None:
    """All that the schema takes, a slice in each of four places; then one that no face holds."""
    share = -(-len(ALPHABET) // 8)
    slices = [ALPHABET[start : start + share] for start in range(0, len(ALPHABET), share)]
    for turn in range(0, len(slices), 4):
        assert alike(slices[turn : turn + 4])
    assert not alike(["漢"] * 4)


def alike(names: list[str]) -> bool:
    """Write names in four places as a copy and as laid out: both are refused, or read the same; say which."""
    stamper, like = kept()
    assert like.skeleton is not None
    values = list(like.values)
    for place, name in zip((1, 7, 15, 27), names, strict=False):
        values[place] = type(values[place])(name, "/lavoratore/cognome")
    one = like.skeleton.fill(values)
    try:
        wanted = page_texts(full(one, b"{}"))
    except RenderError:
        with pytest.raises(RenderError):
            stamper.write(one, data=b"{}", created=DAY)
        return False
    assert page_texts(stamper.write(one, data=b"{}", created=DAY)) == wanted
    return True


@settings(max_examples=200, deadline=None)
@given(st.text(sorted(ALPHABETS[-1]), min_size=1, max_size=40), st.booleans())
def test_a_text_is_drawn_as_the_engine_does(text: str, bold: bool) -> None:  # noqa: FBT001
    box = _box(bold=bold)
    drawn = Face(box.style, ALPHABETS[-1]).draw(text)
    box.pango_layout.reactivate(box.style)
    if drawn is None:
        assert set(text) & set("ŉµĬĭĲĳŦŧ")  # drawn with the glyph of another, or not at all, in the first face
        return
    from weasyprint.text.line_break import Layout, line_size

    layout = Layout(box.style)
    layout.set_text(text)
    line, _ = layout.get_first_line()
    assert drawn.width == pytest.approx(line_size(line, box.style)[0], abs=1e-6)


@cache
def _box(*, bold: bool) -> Any:
    with strict():
        laid = press().lay_out(f'<html lang="it"><body><p>{"<b>x</b>" if bold else "x"}</p></body></html>')
    return next(box for box in laid.pages[0]._page_box.descendants() if isinstance(box, TextBox))


@pytest.mark.lungo
def test_copies_found_wrong_are_no_longer_made(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    stamper, documents = Stamper(), list(made("did", people(3)))
    write = lines.Line.write

    def wrong(line: lines.Line, values: Any) -> bytes | None:
        written = write(line, values)
        return written and written.replace(b"<00", b"<003b>0<00", 1)

    monkeypatch.setattr(lines.Line, "write", wrong)
    written = [stamper.write(one, data=data, created=DAY) for one, data in documents]
    assert written == [full(*one) for one in documents]
    assert caplog.text.count("copie sospese") == 1


def test_documents_without_skeleton_and_drafts_are_laid_out() -> None:
    assert Stamper().write(document(), data=DATA, created=CREATED) == pdf.write(document(), data=DATA, created=CREATED)
    [(one, data)] = made("did", [{}])
    draft = pdf.write(one, data=data, created=DAY, bozza=True)
    assert Stamper().write(one, data=data, created=DAY, bozza=True) == draft


def test_little_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "_KEPT", 2)
    stamper = Stamper()
    for one, data in made("accordo-d", ({"datore_lavoro": {"denominazione": f"{LONG} {n}"}} for n in range(4))):
        stamper.write(one, data=data, created=DAY)
    assert len(stamper._kinds) <= 2
