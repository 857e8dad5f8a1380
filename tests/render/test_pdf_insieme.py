"""One PDF of many documents: each reads as it would alone, under its bookmark, with its own page numbers and fields."""

from __future__ import annotations

import io
import subprocess
from datetime import timedelta
from itertools import chain
from pathlib import Path

import pikepdf
import pytest
from pdf_tools import need, page_texts, tree_text
from samples import CREATED, document

from docservice.render import pdf

DOCUMENTS = [document(), document(parties=3, paragraphs=12), document(parties=2, rows=90)]


def form(place: int) -> pdf.Form:
    return pdf.Form(
        DOCUMENTS[place], b'{"riga":%d}' % place, CREATED + timedelta(place), f"{place} – Łukasz", f"riga_{place}"
    )


@pytest.fixture(scope="module")
def joined() -> bytes:
    return pdf.write_set(map(form, range(3)))


@pytest.fixture(scope="module")
def alone() -> list[bytes]:
    return [pdf.write(one, data=b"{}", created=CREATED) for one in DOCUMENTS]


def test_every_page_is_as_alone(joined: bytes, alone: list[bytes]) -> None:
    pages = page_texts(joined)
    assert pages == list(chain.from_iterable(map(page_texts, alone)))
    assert [text.split("pagina ")[1][:6] for text in pages][:3] == ["1 di 1", "1 di 2", "2 di 2"]


def test_the_tags_read_as_alone(joined: bytes, alone: list[bytes]) -> None:
    lines = [line for text in map(tree_text, alone) for line in text.splitlines() if line]
    assert [line for line in tree_text(joined).splitlines() if line] == lines


def test_one_attachment_a_line_each_and_the_last_date(joined: bytes) -> None:
    with pikepdf.open(io.BytesIO(joined)) as file:
        (name,) = file.attachments
        assert name == "dati.jsonl"
        assert file.attachments[name].get_file().read_bytes() == b'{"riga":0}\n{"riga":1}\n{"riga":2}\n'
        assert file.docinfo.CreationDate == "D:20090624000000Z"


def test_a_bookmark_for_each_over_its_own(joined: bytes) -> None:
    with pikepdf.open(io.BytesIO(joined)) as file, file.open_outline() as outline:
        assert [one.title for one in outline.root] == ["0 – Łukasz", "1 – Łukasz", "2 – Łukasz"]
        assert [one.title for one in outline.root[1].children] == ["Accordo di tipo A"]
        first = [file.pages.index(pikepdf.Page(one.destination[0])) for one in outline.root]
    assert first == [0, 1, 3]


def test_fields_have_names_of_their_own(joined: bytes) -> None:
    with pikepdf.open(io.BytesIO(joined)) as file:
        names = [str(field.T) for field in file.Root.AcroForm.Fields]
    assert names == [
        f"riga_{place}_firma_{number}" for place, many in ((0, 1), (1, 3), (2, 2)) for number in range(1, many + 1)
    ]


def test_qpdf_and_poppler_are_content(joined: bytes, tmp_path: Path) -> None:
    need("qpdf", "pdfinfo")
    path = tmp_path / "insieme.pdf"
    path.write_bytes(joined)
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)
    told = subprocess.run(["pdfinfo", "-struct-text", path], check=True, capture_output=True, text=True)
    assert not told.stderr
    assert told.stdout.count("Accordo di tipo A") == len(DOCUMENTS)


def test_same_bytes_twice(joined: bytes) -> None:
    assert pdf.write_set(map(form, range(3))) == joined


def test_no_form_no_file() -> None:
    with pytest.raises(ValueError, match="empty"):
        pdf.write_set([])
