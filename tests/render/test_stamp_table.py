"""Long tables stamped on pages: the same words, tags, breaks and looks as a layout in full."""

from __future__ import annotations

import os
import subprocess
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import pikepdf
import pytest
from accessible import counts, faults
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_tools import archive_faults, bookmarks, letters, need, page_texts, poppler_reads
from samples import HOSTILE, runs
from stamp_tools import DAY, same, tags

from benchmarks.people import worker
from docservice import service
from docservice.formati.lettura import leggi
from docservice.modelli.catalogo import modello
from docservice.render import full, pdf
from docservice.render.errors import RenderError
from docservice.render.stamp.table import document as table
from docservice.render.stamp.table.cells import Column
from docservice.text.blocks import Document, Paragraph, Run, Runs, Signature, Signatures, Table, Title

WORDS = [
    *("Abbate", "De Luca", "Sant’Angelo", "Maria-Grazia", "operaio", "specializzato/manutentore", "impiegato", "àèìòù"),
    *("Łukasz", "(part-time)", "n.12", "1.234,50", "Straordinariamente-lunghissimo", "AVATAR"),
]
ODD: tuple[Runs, ...] = (
    (Run("", blank=True),),
    runs("☐ sì ☒ no"),
    (Run("Cognome "), Run("nome", bold=True)),
    runs("due  spazi\ne a capo"),
    runs("Cafe\u0301 o\u0308"),
    (),
)
write = partial(pdf.write, data=b"{}", created=DAY)
laid = partial(full.write, data=b"{}", created=DAY)


def document(seed: int, rows: int, columns: int, *, sums: int = 0, bands: int = 0, landscape: bool = False) -> Document:  # noqa: PLR0913
    """Return a document with a table of invented words, some of them odd.

    Each `sums` rows are followed by two sums, each `bands` by a band, of which some are of two lines.
    """
    chance = Random(seed)  # noqa: S311
    cells = [list(_row(chance, number, columns)) for number in range(rows)]
    for row in cells:
        if chance.random() < 0.1:
            row[chance.randrange(1, columns)] = chance.choice(ODD)
    totals = frozenset(number for number in range(1, rows) if sums and (number % sums < 2 or number == rows - 1))
    named = frozenset(range(0, rows, bands) if bands else ())
    for number in named:
        said = (
            chance.choice(ODD) if number % 5 == 4 else runs(f"Reparto {number}" + " lungo" * chance.choice([1, 1, 40]))
        )
        cells[number] = [said, *[()] * (columns - 1)]
    header = tuple(runs(f"Colonna {number}") for number in range(columns))
    return Document(
        "Prova",
        (
            Title(runs("Prova"), "title"),
            Paragraph(runs("Testo prima. " * 20)),
            Table(header, tuple(map(tuple, cells)), totals - named, named),
            Paragraph(runs("Dopo la tabella.")),
            Signatures((Signature(runs("Per il datore di lavoro"), runs("Ada Abbate")),)),
        ),
        landscape,
    )


def _row(chance: Random, number: int, columns: int) -> Iterator[Runs]:
    yield runs(str(number + 1))
    for _ in range(columns - 2):
        yield runs(" ".join(chance.choice(WORDS) for _ in range(chance.randint(1, 4))))
    yield runs(str(chance.randint(1, 40)))


def check(one: Document, folder: Path, *, bozza: bool = False) -> bytes:
    need("pdftoppm")
    stamped, whole = write(one, bozza=bozza), laid(one, bozza=bozza)
    same(stamped, whole, folder)
    assert bookmarks(stamped) == bookmarks(whole)
    assert stamped != whole
    assert faults(stamped) == []
    assert counts(stamped) == counts(whole)
    return stamped


@pytest.mark.parametrize(
    ("seed", "rows", "columns", "sums", "bands", "bozza"),
    [
        pytest.param(1, 170, 5, 0, 0, False, marks=pytest.mark.lungo),
        pytest.param(2, 150, 8, 7, 0, False, marks=pytest.mark.lungo),
        (3, 150, 3, 40, 23, True),
    ],
)
def test_a_table_is_as_laid_out(  # noqa: PLR0913, PLR0917 - what the table is like
    seed: int,
    rows: int,
    columns: int,
    sums: int,
    bands: int,
    bozza: bool,  # noqa: FBT001
    tmp_path: Path,
) -> None:
    check(document(seed, rows, columns, sums=sums, bands=bands, landscape=columns > 5), tmp_path, bozza=bozza)


@pytest.mark.lungo
@pytest.mark.parametrize("seed", range(10, 22))
def test_many_tables_are_as_laid_out(seed: int, tmp_path: Path) -> None:
    chance = Random(seed)  # noqa: S311
    one = document(
        seed,
        chance.randint(150, 330),
        chance.randint(3, 12),
        sums=chance.choice([0, 0, 7, 40]),
        bands=chance.choice([0, 6, 30, 200]),
    )
    check(replace(one, landscape=bool(seed % 2)), tmp_path, bozza=seed % 4 == 3)


def listed(slug: str, count: int) -> tuple[Document, bytes]:
    """Return the example of a document type with so many workers, three of four with a DID, if it asks for one."""
    tipo, example = modello(slug), service.esempio(slug)
    told = example["lavoratori"]
    workers = [worker(number, told[number % len(told)]) for number in range(count)]
    for number in range(0, count, 4):
        workers[number].pop("did_sottoscritta", None)
        if "reparto" in told[0]:
            workers[number] |= {"reparto": "Officina"}
    dati = leggi(tipo.schema, example | {"lavoratori": workers})
    return service.Atto(tipo, dati).documento(), service.Atto(tipo, dati).incorporati()


@pytest.mark.lungo
@pytest.mark.parametrize(
    "slug",
    [
        *("accordo-c", "autodichiarazione-did", "decreto-deroga", "domanda-deroga"),
        *("elenco-lavoratori", "tabella-solidarieta", "accordo-cds"),
    ],
)
def test_documents_with_many_workers_are_as_laid_out(slug: str, tmp_path: Path) -> None:
    need("qpdf", "pdftoppm")
    one, data = listed(slug, 160)
    stamped, whole = (make(one, data=data, created=DAY) for make in (pdf.write, full.write))
    same(stamped, whole, tmp_path)
    assert stamped != whole
    assert archive_faults(stamped) == archive_faults(whole) == []
    assert write(one, data=data) == stamped  # the same bytes again
    path = tmp_path / "tabella.pdf"
    path.write_bytes(stamped)
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)
    assert poppler_reads(stamped, tmp_path)[0] == poppler_reads(whole, tmp_path)[0]
    with pikepdf.open(BytesIO(stamped)) as ours, pikepdf.open(BytesIO(whole)) as theirs:
        assert dict(ours.docinfo) == dict(theirs.docinfo)
        assert ours.Root.Metadata.read_bytes() == theirs.Root.Metadata.read_bytes()
        assert set(ours.Root.keys()) == set(theirs.Root.keys())
        assert ours.attachments["dati.json"].get_file().read_bytes() == data
        assert [str(field.T) for field in ours.Root.AcroForm.Fields] == [str(f.T) for f in theirs.Root.AcroForm.Fields]
        _check_owners(ours)


def _check_owners(file: pikepdf.Pdf) -> None:
    """Check that each page finds its entry among the owners, and each of those its page."""
    entries: dict[int, Any] = {}
    for node in file.Root.StructTreeRoot.ParentTree.Kids:
        nums = list(node.Nums)
        assert (nums[0], nums[-2]) == tuple(node.Limits)
        entries |= dict(zip(nums[::2], nums[1::2], strict=True))
    assert list(entries) == list(range(len(entries)))
    for page in file.pages:
        owners = entries[page.obj.StructParents]
        for owner in (one for one in owners if one is not None):
            elsewhere = [kid.Pg for kid in owner.get("/K", ()) if isinstance(kid, pikepdf.Dictionary) and "/Pg" in kid]
            assert page.obj.objgen in {one.objgen for one in (owner.Pg, *elsewhere)}


@pytest.mark.lungo
def test_whatever_is_asked_of_the_engine_is_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    show = Column._show

    def some(column: Column, text: str | Runs) -> Any:
        asked = isinstance(text, str) and text and not zlib.crc32(text.encode()) % 12
        return None if asked else show(column, text)

    monkeypatch.setattr(Column, "_show", some)
    check(document(5, 150, 4, sums=20, bands=9), tmp_path)


@pytest.mark.lungo
def test_marks_that_no_letter_face_holds_and_spaces_that_melt(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Some have no DID, so boxes are printed; a name typed with a space after it; another script; and no sum."""
    tipo, example = modello("elenco-lavoratori"), service.esempio("elenco-lavoratori")
    workers = [worker(number, example["lavoratori"][0]) for number in range(150)]
    for number in (30, 60, 110):
        workers[number].pop("did_sottoscritta")
        workers[number + 1]["cognome"] = "Rossi "
        workers[number + 2] |= {"cognome": "Ωμέγα", "nome": "Ada"}
    check(service.Atto(tipo, leggi(tipo.schema, example | {"lavoratori": workers})).documento(), tmp_path)
    assert not caplog.text


@pytest.mark.lungo
def test_a_page_found_wrong_is_told_and_laid_out(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    drawn = table.drawn

    def wrong(*args: Any) -> tuple[bytes, bytes]:
        rules, texts = drawn(*args)
        return rules, texts.replace(b"[<00", b"[<003b00", 1)

    monkeypatch.setattr(table, "drawn", wrong)
    one = document(6, 150, 3)
    assert write(one) == laid(one)
    assert caplog.text.count("tabella impaginata per intero: una pagina") == 1


@pytest.mark.lungo
def test_a_row_that_no_page_holds_takes_the_full_layout(caplog: pytest.LogCaptureFixture) -> None:
    one = document(7, 150, 3)
    [place] = [place for place, block in enumerate(one.blocks) if isinstance(block, Table)]
    rows = [*one.blocks[place].rows]  # type: ignore[union-attr]
    rows[70] = (runs("71"), runs("parola " * 900), runs("2"))
    blocks = (*one.blocks[:place], replace(one.blocks[place], rows=tuple(rows)), *one.blocks[place + 1 :])  # type: ignore[call-arg]
    one = replace(one, blocks=blocks)
    assert write(one) == laid(one)
    assert "una riga più alta di una pagina" in caplog.text


@pytest.mark.lungo
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.text(st.characters(max_codepoint=0x2FFF, exclude_categories=["Cs", "Cc", "Cn"]), max_size=40)
        | st.sampled_from([*HOSTILE, "א ב ג", "سلام", "e\u0301" * 5, "W" * 90, "x " * 60]),
        min_size=12,
        max_size=12,
    )
)
def test_any_text_in_a_cell_is_printed_or_refused_alike(texts: list[str]) -> None:
    one = document(8, 150, 4)
    rows = [*one.blocks[2].rows]  # type: ignore[union-attr]
    for number, text in enumerate(texts):
        rows[1 + 12 * number] = (*rows[1 + 12 * number][:2], runs(text), runs(text))
    one = replace(one, blocks=(*one.blocks[:2], replace(one.blocks[2], rows=tuple(rows)), *one.blocks[3:]))  # type: ignore[call-arg]
    try:
        whole = laid(one)
    except RenderError:
        with pytest.raises(RenderError):
            write(one)
        return
    stamped = write(one)
    assert page_texts(stamped) == page_texts(whole)
    assert tags(stamped) == tags(whole)


def test_nobody_elses_values() -> None:
    one, _ = listed("elenco-lavoratori", 160)
    said = letters("".join(tags(write(one))))
    rows = [block for block in one.blocks if isinstance(block, Table)][0].rows  # noqa: RUF015
    assert letters("".join(run.text for row in rows for cell in row for run in cell)) in said


@pytest.mark.lungo
def test_the_command_that_compares() -> None:
    need("pdftoppm")
    where = Path(__file__).parent
    env = os.environ | {"PYTHONPATH": f"{where.parents[1]}:{where}"}
    ran = subprocess.run(
        [sys.executable, where / "confronto.py", "4"], capture_output=True, text=True, check=False, env=env
    )
    assert (ran.returncode, ran.stdout.split(":")[0]) == (0, "4 DID e una tabella di 4 righe")
