"""What the tests of the DOCX share: a sample document, the text of blocks and files, LibreOffice."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx_numbers import marks
from lxml import etree

from docservice.render.docx import write
from docservice.text.blocks import (
    Block,
    Document,
    Heading,
    Item,
    Paragraph,
    Plot,
    Run,
    Runs,
    Signature,
    Signatures,
    Table,
    Title,
)

ROOT = Path(__file__).resolve().parents[2]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CREATED = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
DATA = '{"dati":{"nome":"Łukasz & <Figli>"},"modello":"prova"}'.encode()
HOSTILE = "A*B* & Figli <S.r.l.> {{ 7*7 }} {% x %} {_{ }_} {_% %_} # t ]]> &amp; \\g<0> 'x' \"y\"  due "
CLAUSE = "La società dichiara che l’attività è ridotta e che i lavoratori sospesi sono dodici. "


def runs(text: str) -> Runs:
    return (Run(text),)


def sample(parties: int = 3, clauses: int = 4, rows: int = 3) -> Document:
    """Return a document with every kind of block and `parties` signatures at its end."""
    sides = ("firm", "workers")
    signed = tuple(Signature(runs(f"ruolo{n}"), runs(f"firmatario{n}"), sides[n % 2]) for n in range(parties))
    return Document(
        "Accordo di prova",
        (
            Title(runs("Cassa integrazione"), "over"),
            Title(runs("Accordo sindacale"), "title"),
            Title(runs("ai sensi di nulla"), "sub"),
            Paragraph((Run("Il "), Run("12", "/data", bold=True), Run(" a "), Run("", "/luogo", blank=True))),
            Heading(runs("Premesse")),
            *(Item(f"{n}.", runs(f"clausola{n} " + CLAUSE * (n % 4 + 1)), 1) for n in range(1, clauses + 1)),
            Item("a)", runs("lettera\ncon a capo"), 2),
            Item("☒", runs("sì ☐ no"), 2),
            Table((runs("Nome"), runs("Ore")), tuple((runs(f"Nome{n}"), runs(str(n))) for n in range(rows))),
            Paragraph(runs("Penultima clausola.")),
            Paragraph(runs("Ultima clausola.")),
            Signatures(signed),
        ),
    )


def rendered(document: Document, *, bozza: bool = False) -> bytes:
    return write(document, data=DATA, created=CREATED, bozza=bozza)


def part(docx: bytes, name: str) -> etree._Element:
    with ZipFile(BytesIO(docx)) as archive:
        return etree.fromstring(archive.read(name))


def lines_of(block: Block) -> list[Runs]:
    """Return the paragraphs of a block, in reading order."""
    match block:
        case Item(mark, content, _):
            return [(Run(mark), Run("\t"), *content)]
        case Table(header, rows, _, bands):
            told = [row[:1] if place in bands else row for place, row in enumerate(rows)]
            return [cell for row in (header, *told) for cell in row]
        case Plot():
            return [runs(told(block))]
        case Signatures():
            return [line for pair in block.rows for party in pair if party for line in (party.role, party.name)]
        case _:
            return [block.runs]


def text_of(document: Document) -> list[str]:
    """Return the paragraphs that the blocks should print; blanks are underscores, line ends are one."""
    texts = [
        "".join(_blank(run, block) if run.blank else run.text for run in line)
        for block in document.blocks
        for line in lines_of(block)
    ]
    return [text.replace("\r\n", "\n").replace("\r", "\n") for text in texts]


def _blank(run: Run, block: Block) -> str:
    if isinstance(block, Table):
        return "_" * 10
    if run.whole:
        return "\n" + "_" * 72
    widths = [(0, 20), (5, 8), (10, 14), (20, 24), (40, 44)]
    return "_" * next((wide for most, wide in widths if run.length <= most), 72)


def text_in(docx: bytes) -> list[str]:
    """Return the paragraphs of the body with the marks that Word counts, without those of the layout (ink, spacers).

    A picture is what it tells who does not see it.
    """
    furniture = {"CartaFirmaRiga", "CartaStacco", "CartaFine"}
    body = part(docx, "word/document.xml")
    counted = marks(body, part(docx, "word/styles.xml"), part(docx, "word/numbering.xml"))
    return [
        (f"{counted[paragraph]}\t" if paragraph in counted else "")
        + "".join(_typed(element) for run in paragraph.iter(f"{W}r") for element in run)
        for paragraph in body.iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val") not in furniture
    ]


def _typed(element: etree._Element) -> str:
    if element.tag == f"{W}t":
        assert element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        return element.text or ""
    if element.tag == f"{W}drawing":
        return str(next(element.iter("{*}docPr")).get("descr"))
    return {f"{W}br": "\n", f"{W}tab": "\t"}.get(element.tag, "")


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def convert(docx: bytes, folder: Path, kind: str) -> Path:
    """Return the file LibreOffice makes of `docx`; skips the test without it, unless on CI."""
    [made] = convert_each([docx], folder, kind)
    return made


def convert_each(documents: Sequence[bytes], folder: Path, kind: str) -> list[Path]:
    """Return the files LibreOffice makes of some documents, started once: its start costs more than a document."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("soffice manca: la CI deve averlo")
        pytest.skip("soffice non installato")
    sources = [folder / f"documento-{number}.docx" for number in range(len(documents))]
    for source, docx in zip(sources, documents, strict=True):
        source.write_bytes(docx)
    out = folder / "out"
    profile = f"-env:UserInstallation={(folder / 'profilo').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(out), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return [out / f"{source.stem}.{kind.partition(':')[0]}" for source in sources]


def pages(pdf: Path) -> list[str]:
    """Return the text of each page of a PDF."""
    command = ["pdftotext", "-enc", "UTF-8", str(pdf), "-"]
    text = subprocess.run(command, check=True, capture_output=True, timeout=600).stdout.decode()
    return text.split("\f")[:-1]


if __name__ == "__main__":
    print(hashlib.sha256(rendered(sample(), bozza=True)).hexdigest())  # noqa: T201 - read by the test of another process
