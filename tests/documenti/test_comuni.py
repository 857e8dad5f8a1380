"""What must hold for every document: one text in every format, the data inside, the same bytes, no field lost."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from corpi_tools import put
from docx_tools import text_in
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from pdf_tools import blocks_text, letters, need, tree_text
from pikepdf import pdfa
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pypdf import PdfReader
from test_pdf_firme import sign, signer

from docservice import service
from docservice.campi.caratteri import ANY
from docservice.campi.fields import Gruppo, Lista
from docservice.campi.fields import Testo as Text
from docservice.formati.lettura import leggi
from docservice.modelli.catalogo import catalogo, modello
from docservice.render import pdf
from docservice.render.docx import read_data
from docservice.text.blocks import Signatures
from docservice.text.source import componi

ROOT = Path(__file__).resolve().parents[2]
SLUGS = list(catalogo())


def rendered(slug: str, data: Any, *, bozza: bool = False) -> dict[str, bytes]:
    return {kind: service.documento(slug, data, kind, bozza=bozza).contenuto for kind in service.FORMATI}


def body_text(kind: str, content: bytes) -> str:
    """Return the letters and digits of a document in reading order, furniture aside."""
    if kind == "pdf":
        return letters(tree_text(content))
    if kind == "docx":
        return letters("".join(text_in(content)))
    [main] = lxml_html.fromstring(content.decode()).iter("main")
    for plot in list(main.iter("svg")):
        plot.drop_tree()
    return letters(main.text_content())


def assert_one_text(slug: str, data: Any, *, bozza: bool = False) -> None:
    tipo = modello(slug)
    wanted = letters(blocks_text(componi(tipo, leggi(tipo.schema, data))))
    assert len(wanted) > 500
    for kind, content in rendered(slug, data, bozza=bozza).items():
        assert body_text(kind, content) == wanted, kind


@pytest.mark.parametrize("bozza", [False, True])
@pytest.mark.parametrize("slug", SLUGS)
def test_one_text_in_every_format(slug: str, bozza: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert_one_text(slug, service.esempio(slug), bozza=bozza)


TYPED = st.from_regex(rf"\A{ANY}{{1,80}}\Z").filter(str.strip)


def texts(schema: Any, data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], int]]:
    """Yield the path of each text of a payload, with the characters it may have."""
    for name, value in data.items():
        field, here = schema.fields[name], (*path, name)
        rows = enumerate(value) if isinstance(field, Lista) else [(None, value)]
        inner = field.inner if isinstance(field, Lista) else field
        for place, row in rows:
            at = here if place is None else (*here, place)
            if isinstance(inner, Gruppo):
                yield from texts(inner.schema, row, at)
            elif isinstance(inner, Text):
                yield at, inner.massimo


@pytest.mark.parametrize("slug", SLUGS)
@given(draw=st.data())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
def test_one_text_whatever_is_typed(slug: str, draw: Any) -> None:
    """Four texts of the example at a time become whatever a person may type."""
    data = service.esempio(slug)
    places = sorted(texts(modello(slug).schema(), data), key=str)
    for path, most in draw.draw(st.lists(st.sampled_from(places), min_size=4, max_size=4, unique=True)):
        put(data, path, draw.draw(TYPED)[:most].strip() or "☐")
    assert_one_text(slug, data, bozza=True)


@pytest.mark.parametrize("slug", SLUGS)
def test_data_come_back_as_they_went(slug: str) -> None:
    tipo = modello(slug)
    example = service.esempio(slug)
    made = rendered(slug, example)
    [[in_pdf]] = PdfReader(BytesIO(made["pdf"])).attachments.values()
    in_docx = read_data(made["docx"])
    assert in_pdf == in_docx
    carried = json.loads(in_pdf)
    assert carried["modello"] == slug
    assert set(carried["versioni"]) == {"testo", "regole", "parametri"}
    assert leggi(tipo.schema, carried["dati"]) == leggi(tipo.schema, example)
    assert in_pdf == json.dumps(carried, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


@pytest.mark.lungo
@pytest.mark.parametrize("slug", SLUGS)
def test_same_bytes_in_two_processes(slug: str, tmp_path: Path) -> None:
    source = tmp_path / "dati.json"
    source.write_text(json.dumps(service.esempio(slug)))
    # the first render of a process and the second must be the same too
    first, second = (rendered(slug, service.esempio(slug)) for _ in range(2))
    assert first == second
    for kind, content in second.items():
        out = tmp_path / f"x.{kind}"
        command = [sys.executable, "-m", "docservice", "documento", str(source), "--modello", slug, "-o", str(out)]
        subprocess.run(
            command, check=True, cwd=ROOT, env={"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "PATH": "/usr/bin:/bin"}
        )
        assert out.read_bytes() == content, kind


@pytest.mark.parametrize("slug", SLUGS)
def test_a_field_for_each_party_that_signs(slug: str) -> None:
    tipo = modello(slug)
    example = service.esempio(slug)
    blocks = componi(tipo, leggi(tipo.schema, example)).blocks
    parties = [party for block in blocks if isinstance(block, Signatures) for party in block.parties]
    fields = PdfReader(BytesIO(rendered(slug, example)["pdf"])).get_fields() or {}
    assert list(fields) == [f"firma_{n}" for n in range(1, sum(p.field for p in parties) + 1)]
    assert {field["/FT"] for field in fields.values()} == {"/Sig"}


@pytest.mark.parametrize("slug", SLUGS)
def test_every_party_can_sign_and_all_signatures_stay_valid(slug: str, tmp_path: Path) -> None:
    content = rendered(slug, service.esempio(slug))["pdf"]
    names = list(PdfReader(BytesIO(content)).get_fields() or {})
    signers = [signer(name) for name in names]
    for name, by in zip(names, signers, strict=True):
        content = sign(content, name, by)
    trusted = ValidationContext(trust_roots=[by.signing_cert for by in signers])
    found = PdfFileReader(BytesIO(content)).embedded_signatures
    assert len(found) == len(names) > 0
    assert all(validate_pdf_signature(signature, trusted).bottom_line for signature in found)
    need("pdfsig")
    path = tmp_path / "firmato.pdf"
    path.write_bytes(content)
    said = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, text=True, check=True).stdout
    assert said.count("Signature is Valid.") == len(names)


@pytest.mark.parametrize("slug", SLUGS)
def test_level_b_of_pdf_a(slug: str) -> None:
    """Without fields the same page is PDF/A-3b with no finding; with them, it is A instead of B and no more."""
    tipo = modello(slug)
    document = componi(tipo, leggi(tipo.schema, service.esempio(slug)))
    data = service.incorporati(tipo, leggi(tipo.schema, service.esempio(slug)))
    created = datetime(2009, 6, 22, tzinfo=UTC)
    plain = pdf.write_checkable(document, data=data, created=created)
    assert pdfa.validate_written(BytesIO(plain), "3b").findings == []
    final = pdfa.validate_written(BytesIO(pdf.write(document, data=data, created=created)), "3b")
    assert [found.message for found in final.violations] == ["pdfaid:conformance is 'A', expected 'B'"]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_draft_says_so_on_every_page(slug: str) -> None:
    pages = PdfReader(BytesIO(rendered(slug, service.esempio(slug), bozza=True)["pdf"])).pages
    assert all("BOZZA" in page.extract_text() for page in pages)
