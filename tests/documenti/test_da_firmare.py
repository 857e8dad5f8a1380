"""What makes a paper ready to sign, as far as a machine sees it, for every document there is."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx_tools import convert
from hostile import runs_of
from papers import composto, reso
from pdf_tools import letters, need, need_faces, page_texts
from pypdf import PdfReader
from stadi import un_terzo
from weasyprint.formatting_structure.boxes import LineBox, TextBox

from docservice.law.italiano import _MESI as MESI
from docservice.modelli.catalogo import catalogo
from docservice.render import full
from docservice.render.engine import strict
from docservice.service import esempio
from docservice.text.blocks import EMPTY, TICKED, Document, Heading, Item, Paragraph, Run, Signatures
from docservice.text.marks import ended
from docservice.text.unbroken import hold

SLUGS = list(catalogo())
_DAY = re.compile(rf"\d°? (?:{'|'.join(MESI)})|(?:{'|'.join(MESI)}) \d{{4}}")
_BARE = re.compile(
    r"\b(?:di|in|a|da|su) (?:Ministero|Regione|Provincia|Associazione|Ispettorato|Ufficio|Comune)\b|hanno votato in 1\b"
)
_PERSON = re.compile("/(cognome|componenti|presenti|rappresentanti?)(/|$)")
CODE = "RSSMRC80A01F205X"
MANY = {
    **dict.fromkeys(("accordo-cds", "accordo-cigs", "tabella-solidarieta"), 200),
    **dict.fromkeys(("elenco-lavoratori", "domanda-deroga"), 200),
}
"""Documents with a list of workers, and how many there are of them here."""


def said(document: Document) -> Iterator[Run]:
    for runs in runs_of(document).values():
        yield from runs


def sentences(document: Document) -> Iterator[str]:
    for block in document.blocks:
        text = isinstance(block, Paragraph) and block.kind == "text"
        if text or (isinstance(block, Item) and block.mark not in (TICKED, EMPTY)):
            yield "".join(run.text or "_" for run in block.runs)


@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_of_the_form_breaks_that_must_not(slug: str) -> None:
    for run in said(composto(slug)):
        if run.pointer is None:
            assert hold(run.text) == run.text
            assert not _DAY.search(run.text)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_sentence_and_item_has_its_mark(slug: str) -> None:
    told = list(sentences(composto(slug)))
    assert [text for text in told if not ended(text)] == []
    assert [text for text in told if re.search(r"[;,:]\s*[.;]$|[a-z]{4,}\.\s*[.;]$", text)] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_bodies_have_their_article(slug: str) -> None:
    text = "\n".join(sentences(composto(slug)))
    assert _BARE.findall(text) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_who_signs_has_a_line_and_a_field(slug: str) -> None:
    signed = [block for block in composto(slug).blocks if isinstance(block, Signatures)]
    parties = [party for block in signed for party in block.parties]
    for party in parties:
        named = [run.pointer or "" for run in party.name]
        assert len({pointer for pointer in named if _PERSON.search(pointer)}) < 2
    fields = PdfReader(BytesIO(reso(slug, "pdf"))).get_fields() or {}
    assert len(fields) == sum(party.field for party in parties) > 0
    for block in signed:
        sides = {party.side for party in block.parties}
        apart = sides in ({""}, {"workers"})
        assert apart or (sides <= {"authority", "firm", "workers"} and sides & {"authority", "firm"})
        pairs = [pair for pair in block.rows if "authority" not in {one.side for one in pair if one}]
        assert all(not left or left.side == "firm" for left, _ in pairs)
        assert all(not right or right.side in ("workers", "") for _, right in pairs)


def test_many_workers_sign_under_a_heading_of_theirs() -> None:
    """Beside three of the firm, eight workers stand on the right; of nine, all sign below, in both columns."""
    for many, sides, rows in ((8, [{"firm", "workers"}], 8), (9, [{"firm"}, {"workers"}], 5)):
        unions = [{"sigla": f"FEDERAZIONE {number}", "rappresentante": "Pia Neri"} for number in range(many - 1)]
        rsu = {"tipo": "RSU", "componenti": ["Ugo Galli"]}
        changed = {"organizzazioni_sindacali": unions, "rappresentanza_aziendale": rsu}
        document = composto("accordo-cds", esempio("accordo-cds") | changed)
        signed = [block for block in document.blocks if isinstance(block, Signatures)]
        assert [{party.side for party in block.parties} for block in signed] == sides
        headed = [block for block in document.blocks if isinstance(block, Heading) and "Per i lavoratori" in str(block)]
        assert len(headed) == len(sides) - 1
        assert len(signed[-1].rows) == rows


@pytest.mark.parametrize("slug", SLUGS)
def test_a_sheet_cannot_be_mistaken(slug: str) -> None:
    document = composto(slug)
    head = letters("".join((document.title, *document.about.told)))
    foot = letters("".join(run.text for run in document.about.fingerprint))
    pages = [letters(page) for page in page_texts(reso(slug, "pdf"))]
    assert [
        number for number, page in enumerate(pages) if head not in page or foot not in page or "sigle" not in page
    ] == []


def test_the_fingerprint_is_of_the_data() -> None:
    once, again = (composto("accordo-a").about.fingerprint[0].text for _ in range(2))
    other = composto("accordo-a", esempio("accordo-a") | {"luogo": "Lodi"}).about.fingerprint[0].text
    assert once == again != other
    assert re.fullmatch("[0-9A-F]{4}-[0-9A-F]{4}", once)


def crowded(slug: str) -> dict[str, Any]:
    """Return an example of many workers, in departments with long names."""
    data = esempio(slug)
    lists = [data] if "lavoratori" in data else [one for one in data["reparti"] if "lavoratori" in one]
    for one in lists:
        one["lavoratori"] = [dict(one["lavoratori"][0]) for _ in range(MANY[slug] // len(lists))]
        for worker in one["lavoratori"]:
            worker |= {"cognome": "Papadopoulos-Konstantinopoulos", "nome": "Maria Antonietta", "codice_fiscale": CODE}
            if "reparto" in worker:
                worker["reparto"] = "Verniciatura a polvere e trattamenti termici superficiali"
    return data


def codes(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from codes(one)
    elif value == CODE:
        yield value


@pytest.mark.lungo
@pytest.mark.parametrize("slug", MANY)
def test_codes_stay_whole_in_long_lists(slug: str, tmp_path: Path) -> None:
    need("soffice", "pdftotext")
    need_faces()
    data = crowded(slug)
    word = reso(slug, "docx", data, bozza=True)
    shown = {
        "pdf": reso(slug, "pdf", data, bozza=True),
        "docx": convert(word, tmp_path, "pdf").read_bytes(),
    }
    for kind, made in shown.items():
        seen = subprocess.run(["pdftotext", "-layout", "-", "-"], input=made, capture_output=True, check=True)
        assert seen.stdout.decode().count(CODE) == len(list(codes(data))), kind
    web = reso(slug, "html", data, bozza=True).decode()
    cells = re.findall(rf'<td(?: class="([^"]*)")?>{CODE}</td>', web)  # with a name, the cell breaks after the name
    assert web.count(CODE) == len(list(codes(data)))
    assert all("salda" in cell.split() for cell in cells)


@pytest.mark.parametrize("slug", un_terzo(SLUGS))
def test_no_line_breaks_where_it_need_not(slug: str) -> None:
    """The engine, where an element is held to the word before it, may leave a word alone on its line."""
    with strict():
        pages = full.lay_out(composto(slug), full.FIELDS).pages
    boxes = [box for page in pages for box in page._page_box.descendants() if box.element_tag == "p"]
    for box in boxes:
        lines = [line for line in getattr(box, "children", ()) if isinstance(line, LineBox)]
        texts = ["".join(one.text for one in line.descendants() if isinstance(one, TextBox)) for line in lines]
        widths = [(line.width, text) for line, text in zip(lines[:-1], texts, strict=False)]
        assert [text for width, text in widths if width < box.width * 0.5] == []
