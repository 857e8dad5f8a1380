"""The DOCX writer: text as typed, same bytes, Word's own structure."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx_tools import CREATED, DATA, HOSTILE, ROOT, W, letters, part, rendered, runs, sample, text_in, text_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docservice.render.columns import TEXT_WIDTH
from docservice.render.docx import write
from docservice.render.footer import FINGERPRINT, INITIALS
from docservice.text.blocks import About, Document, Heading, Item, Paragraph, Run, Signature, Signatures, Table, Title

TRAPS = [
    "{{ 7*7 }}",
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "{_{",
    "}_}",
    "{_%",
    "%_}",
    "<w:t>",
    "</w:p>",
    "&amp;",
    "&#65;",
]
TRAPS += [
    "]]>",
    "<!--",
    "\\g<0>",
    "\\1",
    "☐",
    "☒",
    "\n",
    "\r\n",
    "\t",
    "  ",
    "{%p if x %}",
    "{{r x}}",
    "“",
    "’",
    "‑",
    "\xa0",
]
LETTERS = "azAZàŁßαΩжЯ019 .,;:!?'\"/\\|()[]{}<>%#&*_-–=+~^€@"
texts = st.lists(st.one_of(st.text(LETTERS, max_size=8), st.sampled_from(TRAPS)), max_size=6).map("".join)
LONG = "/" + "lavoratori_interessati/12/" * 4 + "nome"
pointers = st.sampled_from([None, "/x", '/a & <b>/0/"c"', LONG])
one_run = st.one_of(
    st.builds(Run, texts, pointers, st.booleans()),
    st.builds(Run, st.just(""), pointers, blank=st.sampled_from([True]), length=st.sampled_from([0, 5, 6, 40, 41])),
    st.just(Run("", blank=True, whole=True)),
)
some_runs = st.lists(one_run, max_size=3).map(tuple)
filled_rows = st.integers(1, 4).flatmap(
    lambda width: st.tuples(
        st.tuples(*[some_runs] * width), st.lists(st.tuples(*[some_runs] * width), max_size=3).map(tuple)
    )
)
sides = st.sampled_from(["", "authority", "firm", "workers"])
parties = st.lists(st.builds(Signature, some_runs, some_runs, sides), min_size=1, max_size=5)
marks = st.one_of(texts, st.sampled_from(["1.", "2.", "3.", "a)", "b)", "c)", "–", "☐", "☒"]))
items = st.builds(Item, marks, some_runs, st.sampled_from([1, 2]))
kinds = st.sampled_from(["text", "sender", "place", "reference", "addressee", "subject"])
blocks = st.one_of(
    st.builds(Title, some_runs, st.sampled_from(["over", "title", "sub"])),
    st.builds(Heading, some_runs),
    st.builds(Paragraph, some_runs, kinds),
    items,
    filled_rows.map(lambda table: Table(*table)),
    st.builds(Signatures, parties.map(tuple)),
)
abouts = st.builds(About, some_runs, some_runs, some_runs)
documents = st.builds(Document, texts, st.lists(blocks, max_size=6).map(tuple), about=abouts)


def assert_printed(document: Document, *, bozza: bool) -> None:
    word = rendered(document, bozza=bozza)
    assert text_in(word) == text_of(document)
    assert letters("".join(text_in(word))) == letters("".join(text_of(document)))


@given(document=documents, bozza=st.booleans())
@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
def test_text_is_printed_as_typed(document: Document, *, bozza: bool) -> None:
    assert_printed(document, bozza=bozza)


@pytest.mark.lungo
@given(document=documents, bozza=st.booleans())
@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_the_text_of_many_more_is_printed_as_typed(document: Document, *, bozza: bool) -> None:
    assert_printed(document, bozza=bozza)


def test_hostile_words_reach_head_foot_and_properties() -> None:
    firm, day, print_ = f"{HOSTILE}ditta", f"{HOSTILE}giorno", f"{HOSTILE}impronta"
    word = rendered(
        Document(HOSTILE * 9, (), about=About(runs(firm), runs(day), runs(print_)), keywords=("prova", "legge"))
    )
    title, *told = (" ".join(text.split()) for text in (HOSTILE * 9, firm, day))
    assert "".join(part(word, "word/header1.xml").itertext()) == " – ".join(
        (title, f"{told[0][:70].rstrip()}…", told[1])
    )
    assert f"{FINGERPRINT}{print_}{INITIALS}" in "".join(part(word, "word/footer1.xml").itertext())
    kept = docx.Document(BytesIO(word)).core_properties
    assert (kept.title, kept.author, kept.subject) == (
        title[:255],
        told[0][:255],
        f"{told[0][:70].rstrip()}… · {told[1]}"[:255],
    )
    assert kept.keywords == "prova, legge"


@pytest.mark.parametrize("text", ["\0", "\v", "\ud800", "\ufffe", "\uffff", "\x1f"])
def test_characters_xml_cannot_hold_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="Carattere non ammesso"):
        rendered(Document("t", (Paragraph(runs("a" + text)),)))


def test_same_bytes_in_another_process() -> None:
    tools = str(Path(__file__).with_name("docx_tools.py"))
    env = {**os.environ, "PYTHONHASHSEED": "2", "PYTHONPATH": str(ROOT), "TZ": "Asia/Tokyo"}
    told = subprocess.run([sys.executable, tools], check=True, capture_output=True, text=True, env=env).stdout
    assert told.strip() == sha256(rendered(sample(), bozza=True)).hexdigest()


def test_zip_has_no_clock_and_parts_in_order() -> None:
    with ZipFile(BytesIO(rendered(sample()))) as archive:
        infos = archive.infolist()
        assert archive.testzip() is None
    names = [info.filename for info in infos]
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}


def test_properties_come_from_the_arguments() -> None:
    properties = docx.Document(BytesIO(rendered(sample()))).core_properties
    assert (properties.title, properties.language, properties.author) == ("Accordo di prova", "it-IT", "docservice")
    assert (properties.subject, properties.keywords, properties.last_modified_by) == ("", "", "docservice")
    assert properties.created == properties.modified == CREATED
    naive = write(sample(), data=DATA, created=CREATED.replace(tzinfo=None))
    assert naive == rendered(sample())
    assert isinstance(properties.created, datetime)


def test_titles_and_headings_are_outlined() -> None:
    word = docx.Document(BytesIO(rendered(sample())))
    named = {p.style.base_style.name: p.text for p in word.paragraphs if p.style.base_style.name.startswith("Heading")}
    assert named == {"Heading 1": "Accordo sindacale", "Heading 2": "Premesse"}


def test_header_and_footer_hold_fields_and_the_draft_mark() -> None:
    plain, draft = rendered(sample()), rendered(sample(), bozza=True)
    codes = [code.text.strip() for code in part(plain, "word/footer1.xml").iter(f"{W}instrText")]
    assert codes == ["PAGE", "NUMPAGES"]
    assert "".join(part(plain, "word/header1.xml").itertext()) == "Accordo di prova"
    head = part(draft, "word/header1.xml")
    assert "BOZZA" in "".join(head.itertext())
    assert head.xpath("//v:textpath/@string", namespaces={"v": "urn:schemas-microsoft-com:vml"}) == ["BOZZA"]


def test_table_repeats_its_header_and_splits_no_row() -> None:
    table = part(rendered(sample(rows=5)), "word/document.xml").find(f".//{W}tbl")
    rows = table.findall(f"{W}tr")
    assert len(rows) == 6
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * 5
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert sum(int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")) == TEXT_WIDTH


@pytest.mark.parametrize("count", [1, 3, 5, 7, 40])
def test_signatures_follow_their_clause_and_stay_by_two_at_either_end(count: int) -> None:
    body = part(rendered(sample(count)), "word/document.xml")
    *_, table = body.iter(f"{W}tbl")
    rows = table.findall(f"{W}tr")
    kept = [all(p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(f"{W}p")) for row in rows]
    assert len(rows) == (count + 1) // 2
    pairs = {0, len(rows) - 2} & set(range(len(rows) - 1))
    assert {place for place, stays in enumerate(kept) if stays} == pairs
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    before = [p.find(f"{W}pPr/{W}keepNext") is not None for p in table.itersiblings(f"{W}p", preceding=True)]
    assert before[:3] == [True, True, True]  # and what ends the table above them, with its last rows
