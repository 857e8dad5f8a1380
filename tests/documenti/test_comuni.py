"""What must hold for every document: one text in every format, the data inside, the same bytes, no field lost."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from corpi_tools import put
from hostile import ALPHABET, LETTERS, PARTS, dealt, long_passes, part_of, places, runs_of, without
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from one_text import assert_kept_text, assert_one_text, assert_says
from papers import FORMATI, atto, composto, letto, reso
from pdf_tools import archive_faults, blocks_text, drafts, letters, need, tree_text
from pikepdf import pdfa
from pypdf import PdfReader
from signing import assert_all_valid, sign, signers
from stadi import un_terzo

from docservice import service
from docservice.campi.caratteri import ANY
from docservice.formati.lettura import canonico
from docservice.modelli.catalogo import catalogo
from docservice.render import docx, html, pdf
from docservice.render.docx import read_data
from docservice.text.blocks import Document, Signatures

ROOT = Path(__file__).resolve().parents[2]
SLUGS = list(catalogo())
CREATED = datetime(2009, 6, 22, tzinfo=UTC)
MOST_PASSES = 40
"""More than a text of a hundred characters needs to meet all the alphabet."""


@pytest.mark.parametrize("slug", SLUGS)
def test_one_text_in_every_format(slug: str) -> None:
    """Of the drafts see `test_no_character_is_lost_by_the_pdf`, and the one after it."""
    assert_kept_text(slug)


@pytest.mark.parametrize("slug", un_terzo(SLUGS))
def test_no_character_is_lost_by_word_and_by_the_web(slug: str) -> None:
    """In every kind of block of the paper that holds what is typed, each letter is met and comes out."""
    where = places(slug)
    typed = {kind for kind, runs in runs_of(composto(slug)).items() if any(run.pointer in where for run in runs)}
    assert len(typed) > 1, f"{slug}: ciò che si scrive sta solo in {typed}: il testo lo stampi in due generi di blocco"
    left = {kind: set(LETTERS) for kind in typed}
    for data in islice(long_passes(slug), MOST_PASSES):
        one = atto(slug, data)
        document, told = one.documento(), {"data": one.incorporati(), "created": one.creato, "bozza": True}
        assert_says(document, {"docx": docx.write(document, **told), "html": html.write(document, **told)})
        for kind, runs in runs_of(document).items():
            left.get(kind, set()).difference_update(*(run.text for run in runs))
        if not any(left.values()):
            break
    assert {kind: len(some) for kind, some in left.items() if some} == {}


def met_in(passes: Iterator[Any], slug: str, formati: Sequence[str]) -> set[str]:
    """Check the text of the drafts of some passes, and that each page says what it is; return the letters met."""
    met: set[str] = set()
    for data in passes:
        made: dict[str, bytes] = {}
        document = assert_one_text(slug, data, bozza=True, formati=formati, made=made)
        met |= {letter for runs in runs_of(document).values() for run in runs for letter in run.text}
        assert all(drafts(made["pdf"])) if "pdf" in made else not formati
    return met & LETTERS


@pytest.mark.parametrize("slug", un_terzo(SLUGS))
def test_no_character_is_lost_by_the_pdf(slug: str) -> None:
    """Each document meets its part of the letters; `test_the_parts_make_the_whole` says that no letter is left out.

    These are drafts without fields, which are PDF/A-3b with no finding, whatever is typed.
    """
    for data in part_of(slug):
        document = composto(slug, data)
        inside = atto(slug, data).incorporati()
        plain = pdf.write_checkable(document, data=inside, created=CREATED, bozza=True)
        assert letters(tree_text(plain)) == letters(blocks_text(document)), "pdf"
        assert all(drafts(plain))
        assert pdfa.validate_written(BytesIO(plain), "3b").findings == []


def test_the_parts_make_the_whole() -> None:
    """Each letter is met in the PDF of several documents."""
    met = Counter(letter for slug in SLUGS for letter in met_in(part_of(slug), slug, []))
    assert set(met) == LETTERS
    assert min(met.values()) >= len(SLUGS) // (PARTS + 1)


@pytest.mark.lungo
@pytest.mark.parametrize("slug", SLUGS)
def test_no_character_at_all_is_lost_by_the_pdf(slug: str) -> None:
    assert met_in(dealt(slug, 0, len(ALPHABET)), slug, ["pdf"]) == LETTERS


@pytest.mark.parametrize(
    ("formato", "lost", "kind"),
    [
        ("html", "Ж", None),
        ("html", "ß", "Signatures"),
        ("html", "9", "Table"),
        ("docx", "ŉ", None),
        ("docx", "Я", "Signatures"),
        ("docx", "ǆ", "Table"),
        ("pdf", "Ω", None),
        ("pdf", "ẽ", None),
    ],
)
def test_a_writer_that_loses_one_character_is_caught(
    monkeypatch: pytest.MonkeyPatch, formato: str, lost: str, kind: str | None
) -> None:
    writer = {"html": html, "docx": docx, "pdf": pdf}[formato]
    write = writer.write

    def loses(document: Document, **more: Any) -> bytes:
        return write(without(document, lost, kind), **more)

    monkeypatch.setattr(writer, "write", loses)
    if formato == "pdf":
        checkable = pdf.write_checkable
        monkeypatch.setattr(pdf, "write_checkable", lambda one, **more: checkable(without(one, lost, kind), **more))
    if formato == "pdf":
        check = test_no_character_is_lost_by_the_pdf
        slug = next(one for one in SLUGS if lost in met_in(part_of(one), one, []))
    else:
        check = test_no_character_is_lost_by_word_and_by_the_web
        slug = "tabella-solidarieta" if kind == "Table" else "did"
    with pytest.raises(AssertionError, match=formato):
        check(slug)


_MARKED = re.compile(r"\w[\u0300-\u036f]")
TYPED = st.from_regex(rf"\A{ANY}{{1,80}}\Z").filter(str.strip).filter(lambda text: not _MARKED.search(text))
"""What a person may type, but for letters under a combining mark, of which the next test but one tells the fault."""


@pytest.mark.lungo
@pytest.mark.parametrize("slug", SLUGS)
@given(draw=st.data())
@settings(max_examples=500 // len(SLUGS), deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
def test_one_text_whatever_is_typed(slug: str, draw: Any) -> None:
    """Four texts of the example at a time become whatever a person may type: five hundred times, on all papers."""
    data = service.esempio(slug)
    where = st.sampled_from(list(places(slug).values()))
    for path, most in draw.draw(st.lists(where, min_size=4, max_size=4, unique=True)):
        put(data, path, draw.draw(TYPED)[:most].strip() or "☐")
    assert_one_text(slug, data, bozza=True)


@pytest.mark.lungo
@pytest.mark.xfail(strict=True, reason="WeasyPrint gives a letter the text of its first cluster, here none")
def test_a_letter_first_met_under_a_mark_keeps_its_text() -> None:
    """The page is right; what is copied from it loses every «è», whose glyph was first drawn with a mark below."""
    data = service.esempio("esame-congiunto-deroga")
    data["autorita"]["denominazione"] = "0\u00e8\u032e"
    assert_one_text("esame-congiunto-deroga", data, bozza=True, formati=("pdf",))


@pytest.mark.parametrize("slug", SLUGS)
def test_data_come_back_as_they_went(slug: str) -> None:
    example = service.esempio(slug)
    [[in_pdf]] = PdfReader(BytesIO(reso(slug, "pdf"))).attachments.values()
    in_docx = read_data(reso(slug, "docx"))
    assert in_pdf == in_docx
    carried = json.loads(in_pdf)
    assert carried["modello"] == slug
    assert set(carried["versioni"]) == {"testo", "regole", "parametri"}
    assert letto(slug, carried["dati"]) == letto(slug, canonico(example, catalogo()[slug].riservati))
    assert in_pdf == json.dumps(carried, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


@pytest.mark.parametrize("slug", SLUGS)
def test_a_second_render_gives_the_same_bytes(slug: str) -> None:
    """In the formats that cost little; the PDF in the long stage, in two processes."""
    for kind in ("docx", "html"):
        assert service.rendi(service.atto(slug, service.esempio(slug)), kind).contenuto == reso(slug, kind)


OTHER_PROCESS = """
import sys
from docservice.cli.comandi import main
folder, *slugs = sys.argv[1:]
for slug in slugs:
    for kind in ("pdf", "docx", "html"):
        assert not main(["documento", f"{folder}/{slug}.json", "--modello", slug, "-o", f"{folder}/{slug}.{kind}"])
"""


@pytest.mark.lungo
def test_same_bytes_in_two_processes(tmp_path: Path) -> None:
    """The whole catalogue at once, in an order of its own, where nothing else of the environment is the same."""
    for slug in SLUGS:
        (tmp_path / f"{slug}.json").write_text(json.dumps(service.esempio(slug)))
    env = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", OTHER_PROCESS, str(tmp_path), *reversed(SLUGS)]
    subprocess.run(command, check=True, cwd=ROOT, env=env, stdout=subprocess.DEVNULL)
    for slug in SLUGS:
        for kind in FORMATI:
            # the first render of a process and the second must be the same too
            first, second = (service.rendi(service.atto(slug, service.esempio(slug)), kind).contenuto for _ in range(2))
            assert first == second
            assert (tmp_path / f"{slug}.{kind}").read_bytes() == first, (slug, kind)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_field_for_each_party_that_signs(slug: str) -> None:
    parties = [party for block in composto(slug).blocks if isinstance(block, Signatures) for party in block.parties]
    fields = PdfReader(BytesIO(reso(slug, "pdf"))).get_fields() or {}
    assert list(fields) == [f"firma_{n}" for n in range(1, sum(p.field for p in parties) + 1)]
    assert {field["/FT"] for field in fields.values()} == {"/Sig"}


def assert_signed_in_turn(content: bytes, names: list[str], folder: Path, *, looked_into: int) -> None:
    """Sign some fields one after the other; all the signatures are valid, whoever looks."""
    for name, by in zip(names, signers(len(names)), strict=True):
        content = sign(content, name, by)
    assert_all_valid(content, len(names), looked_into=looked_into)
    need("pdfsig")
    path = folder / "firmato.pdf"
    path.write_bytes(content)
    said = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, text=True, check=True).stdout
    assert said.count("Signature is Valid.") == len(names)


@pytest.mark.parametrize("slug", SLUGS[1::3])
def test_parties_can_sign_in_turn_and_all_signatures_stay_valid(slug: str, tmp_path: Path) -> None:
    """The last and the first; all of them, and of every document, below, where what is added is looked into too."""
    content = reso(slug, "pdf")
    names = list(PdfReader(BytesIO(content)).get_fields() or {})
    assert names
    assert_signed_in_turn(content, list(dict.fromkeys([names[-1], names[0]])), tmp_path, looked_into=0)


@pytest.mark.lungo
@pytest.mark.parametrize("slug", SLUGS)
def test_every_party_can_sign_and_all_signatures_stay_valid(slug: str, tmp_path: Path) -> None:
    content = reso(slug, "pdf")
    names = list(PdfReader(BytesIO(content)).get_fields() or {})
    assert_signed_in_turn(content, names, tmp_path, looked_into=len(names))


@pytest.mark.parametrize("slug", SLUGS)
def test_level_a_of_pdf_a(slug: str) -> None:
    """With fields the page is PDF/A-3a, and no finding tells it from the 3b that it is without them."""
    assert archive_faults(reso(slug, "pdf")) == []


@pytest.mark.lungo
@pytest.mark.parametrize("slug", SLUGS)
def test_level_b_of_pdf_a(slug: str) -> None:
    """Without fields the page of the example is PDF/A-3b with no finding."""
    inside = atto(slug).incorporati()
    plain = pdf.write_checkable(composto(slug), data=inside, created=CREATED)
    assert pdfa.validate_written(BytesIO(plain), "3b").findings == []


@pytest.mark.lungo
@pytest.mark.parametrize("slug", SLUGS)
def test_the_draft_of_the_example_says_so_on_every_page(slug: str) -> None:
    """The short stage looks at drafts whose texts are others: `met_in`."""
    assert_kept_text(slug, bozza=True)
    assert all(drafts(reso(slug, "pdf", bozza=True)))
