"""One PDF of many documents: each reads as it would alone, under its bookmark, with its own page numbers and fields."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pdf_tools import archive_faults, letters, need, page_texts, poppler_reads, tree_text
from samples import document
from stamp_tools import DAY, made, people, same_pictures

from docservice.render import pdf
from docservice.render.stamp import Stamper
from docservice.render.stamp.form import many
from docservice.text.blocks import Document, Enclosed

pytestmark = pytest.mark.xdist_group("stamp_joined")  # what is made once for a module is made by one process
LONG = {"lavoratore": {"cognome": "Ковалёв"}}
OTHER = {"datore_lavoro": {"denominazione": "Łódź S.p.A."}}


@pytest.fixture(scope="module", params=[pytest.param(number, marks=pytest.mark.lungo) for number in (16, many.GROUP)])
def documents(request: pytest.FixtureRequest) -> Iterator[list[tuple[Document, bytes]]]:
    """Return forms enough for three groups, one with a name that is not stamped and one of another employer among them.

    For every day, groups are smaller.
    """
    size: int = request.param
    changes: list[dict[str, Any]] = people(2 * size + 12)
    changes[5], changes[size + 6] = changes[5] | LONG, changes[size + 6] | OTHER
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(many, "GROUP", size)
        yield list(made("did", changes))


def join(documents: list[tuple[Document, bytes]]) -> bytes:
    out = BytesIO()
    together = Stamper().joined(out)
    for number, (one, data) in enumerate(documents):
        together.add(one, row=f"riga_{number}", bookmark=f"{number} – Łukasz", data=data, created=DAY)
    together.close()
    return out.getvalue()


@pytest.fixture(scope="module")
def joined(documents: list[tuple[Document, bytes]]) -> bytes:
    return join(documents)


@pytest.fixture(scope="module")
def alone(documents: list[tuple[Document, bytes]]) -> dict[int, bytes]:
    """Return some of the forms each for itself: the first, those that are odd, those after them, the last."""
    odd = len(documents) // 2
    some = (0, 5, 6, odd, len(documents) - 1)
    return {number: pdf.write(documents[number][0], data=b"{}", created=DAY) for number in some}


def test_every_page_is_as_alone(joined: bytes, documents: Any, alone: dict[int, bytes], tmp_path: Path) -> None:
    need("pdftoppm")
    pages = page_texts(joined)
    assert len(pages) == 3 * len(documents)
    for number, one in alone.items():
        assert pages[3 * number : 3 * number + 3] == page_texts(one)
        assert [page.split("pagina ")[1][:6] for page in pages[3 * number : 3 * number + 3]] == [
            "1 di 3",
            "2 di 3",
            "3 di 3",
        ]
    for number in (5, len(documents) - 1):
        some = ("-f", str(3 * number + 1), "-l", str(3 * number + 3))
        assert same_pictures(joined, alone[number], tmp_path, *some)


def test_the_tags_read_as_alone(joined: bytes, alone: dict[int, bytes]) -> None:
    read = [line for line in tree_text(joined).splitlines() if line]
    first = [line for line in tree_text(alone[0]).splitlines() if line]
    last = [line for line in tree_text(alone[max(alone)]).splitlines() if line]
    assert (read[: len(first)], read[-len(last) :]) == (first, last)


def test_one_attachment_a_line_each(joined: bytes, documents: Any) -> None:
    with pikepdf.open(BytesIO(joined)) as file:
        [name] = file.attachments
        assert name == "dati.jsonl"
        kept = file.attachments[name].get_file().read_bytes()
        assert kept == b"".join(data + b"\n" for _, data in documents)
        assert file.docinfo.CreationDate == "D:20090622000000Z"


def test_a_bookmark_for_each_over_its_own(joined: bytes, documents: Any) -> None:
    with pikepdf.open(BytesIO(joined)) as file, file.open_outline() as outline:
        assert [one.title for one in outline.root] == [f"{number} – Łukasz" for number in range(len(documents))]
        first = [file.pages.index(pikepdf.Page(one.destination[0])) for one in outline.root]
    assert first == list(range(0, 3 * len(documents), 3))


def test_fields_have_names_of_their_own(joined: bytes, documents: Any) -> None:
    with pikepdf.open(BytesIO(joined)) as file:
        names = [str(field.T) for field in file.Root.AcroForm.Fields]
    assert names == list(chain(*([f"riga_{n}_firma_{m}" for m in (1, 2, 3)] for n in range(len(documents)))))


def test_elements_have_names_of_their_own() -> None:
    with pikepdf.open(BytesIO(join([(document(rows=2), b"{}")] * 3))) as file:
        found = [
            bytes(item.ID)
            for item in file.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/StructElem" and "/ID" in item
        ]
    assert len(found) == len(set(found)) == 3 * 2


@pytest.mark.lungo
def test_qpdf_and_poppler_are_content(joined: bytes, documents: Any, tmp_path: Path) -> None:
    need("qpdf")
    path = tmp_path / "insieme.pdf"
    path.write_bytes(joined)
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)
    assert poppler_reads(joined, tmp_path)[0].count("H1") == len(documents)


def test_the_owners_of_every_content_are_found(joined: bytes) -> None:
    """The parent tree, in its parts, leads from each page and each field to the element that owns it."""
    with pikepdf.open(BytesIO(joined)) as file:
        places = pikepdf.NumberTree(file.Root.StructTreeRoot.ParentTree)
        for number, page in enumerate(file.pages):
            owners = places[page.obj.StructParents]
            owned = [owner for owner in owners if isinstance(owner, pikepdf.Dictionary)]
            assert owned, number
            assert {owner.Pg.objgen for owner in owned} == {page.obj.objgen}
        for field in file.Root.AcroForm.Fields:
            assert places[field.StructParent].S == "/Form"


@pytest.mark.lungo
def test_what_looks_like_a_mark_is_a_name_like_any_other() -> None:
    """Among others, first, last, in what all share: no document is lost, nor another's name put in its place."""
    odd: list[dict[str, Any]] = [{"lavoratore": {"cognome": f"Bianchi ¤{number}¤"}} for number in (0, 1, 12)]
    for changes in ([*odd, *people(4)], [*people(4), *odd], [odd[0], *people(3), odd[1]]):
        several = list(made("did", changes))
        pages = page_texts(join(several))
        assert len(pages) == 3 * len(several)
        for number, (one, _) in enumerate(several):
            assert pages[3 * number : 3 * number + 3] == page_texts(pdf.write(one, data=b"{}", created=DAY))
    shared = list(made("did", [one | {"datore_lavoro": {"denominazione": "Ditta ¤1¤"}} for one in people(4)]))
    assert len(page_texts(join(shared))) == 3 * len(shared)


def test_masters_of_one_copy_are_not_kept() -> None:
    together = Stamper().joined(BytesIO())
    names = [{"lavoratore": {"cognome": f"Ne\u0301ri{chr(97 + number)}"}} for number in range(4)]
    for number, (one, data) in enumerate(made("did", names)):
        together.add(one, row=f"riga_{number}", bookmark=str(number), data=data, created=DAY)
    assert len(together._joined._masters) <= 2
    together.close()


@pytest.mark.lungo
def test_documents_with_a_plot_are_joined_whole() -> None:
    """Each has its own bars: none is a copy of another."""
    changes = [{"luogo": place} for place in ("Como", "Lodi", "Pavia")]
    reports = list(made("relazione-tecnica", changes))
    together = join(reports)
    whole = [pdf.write(one, data=b"{}", created=DAY) for one, _ in reports]
    assert page_texts(together) == list(chain(*map(page_texts, whole)))
    assert letters(tree_text(together)) == "".join(letters(tree_text(one)) for one in whole)
    with pikepdf.open(BytesIO(together)) as file:
        figures = [one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"]
        assert len(figures) == len(reports)
        assert all("Fatturato: 2021 1.520.000,00" in str(one.Alt) for one in figures)


def test_the_same_odd_document_twice() -> None:
    """Laid out each for itself, they are alike in all: neither is taken for the other."""
    [one, again, last] = made("did", [{"lavoratore": {"cognome": "Ne\u0301ri"}}] * 2 + people(1))
    assert len(page_texts(join([one, again, last]))) == 9


FILES = (
    Enclosed("riga-00002-è.png", b"\x89PNG uno", "Prova (1)"),
    Enclosed("riga-00001-b.pdf", b"%PDF- due", "Prova"),
    Enclosed("a.jpg", b"\xff\xd8\xff" * 900, "Prova"),
    Enclosed("riga-00003-b.pdf", b"%PDF- due", "Un’altra"),
)


@pytest.mark.lungo
def test_files_go_inside_with_the_copies_of_their_documents(tmp_path: Path) -> None:
    """Pages are copies as those of the others; each file is there under its name, the same bytes once."""
    several = list(made("did", people(12)))
    enclosing = [(replace(one, enclosed=FILES[n : n + 1]), data) for n, (one, data) in enumerate(several)]
    found = join(enclosing)
    assert page_texts(found) == page_texts(join(several))
    with pikepdf.open(BytesIO(found)) as file:
        # as they are looked up: by the bytes of their names
        shown = [bytes(one) for one in list(file.Root.Names.EmbeddedFiles.Names)[::2]]
        assert shown == sorted(shown)
        inside = {name: one.get_file().read_bytes() for name, one in file.attachments.items()}
        assert inside.pop("dati.jsonl").count(b"\n") == 12
        assert inside == {one.name: one.content for one in FILES}
        told = [(str(one.UF), str(one.Desc), str(one.AFRelationship)) for one in file.Root.AF]
        assert told == [
            ("dati.jsonl", "Dati del documento", "/Data"),
            *((one.name, one.description, "/Supplement") for one in FILES),
        ]
        streams = [one.EF.F for one in file.Root.AF]
        assert [str(one.Subtype) for one in streams[1:]] == [
            "/image/png",
            "/application/pdf",
            "/image/jpeg",
            "/application/pdf",
        ]
        assert streams[2].objgen == streams[4].objgen
        assert [int(one.Params.Size) for one in streams[1:]] == [len(one.content) for one in FILES]
    need("qpdf")
    path = tmp_path / "insieme.pdf"
    path.write_bytes(found)
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)
    assert archive_faults(found) == archive_faults(join(several)) == []
    assert len(found) < len(join(several)) + 5000


def test_files_do_not_wait_in_memory() -> None:
    """Each is in the file as soon as its document is."""
    out = BytesIO()
    together = Stamper().joined(out)
    content = b"".join([sha256(b"%d" % number).digest() for number in range(6000)])
    for number, (one, data) in enumerate(made("did", people(3))):
        before = out.tell()
        mine = Enclosed(f"{number}.pdf", b"%d" % number + content, "Prova")
        together.add(replace(one, enclosed=(mine,)), row=f"riga_{number}", bookmark="x", data=data, created=DAY)
        assert out.tell() - before > len(content)
    together.close()
