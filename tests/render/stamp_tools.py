"""What the tests of stamping share: many documents alike, and the pages of a PDF as pictures."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from pdf_tools import page_texts, tree_text
from PIL import Image, ImageChops

from benchmarks.people import worker
from docservice import service
from docservice.formati.lettura import leggi
from docservice.modelli.catalogo import modello
from docservice.text.blocks import Document

DAY = datetime(2009, 6, 22, tzinfo=UTC)
_DOTS = 50  # an inch
_SEEN, _OTHER = 25, 80  # of 255: what an eye would take for another shade, and for another glyph
_FEW = 0.001  # of the dots of a page


def made(slug: str, changes: Iterable[dict[str, Any]]) -> Iterator[tuple[Document, bytes]]:
    """Yield the example of a document type with each of some changes, and the data it carries."""
    tipo = modello(slug)
    for change in changes:
        dati = leggi(tipo.schema, merged(service.esempio(slug), change))
        yield service.Atto(tipo, dati).documento(), service.Atto(tipo, dati).incorporati()


def merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    whole = json.loads(json.dumps(below))
    for name, value in above.items():
        whole[name] = merged(whole[name], value) if isinstance(value, dict) else value
    return whole


def people(count: int) -> list[dict[str, Any]]:
    """Return changes to the example of a DID, each another person."""
    return [{"lavoratore": worker(number, {})} for number in range(count)]


def pictures(content: bytes, folder: Path, *only: str) -> list[Image.Image]:
    """Return the pages of a PDF, grey; `only` are options of `pdftoppm` that choose them."""
    path = folder / "pagine.pdf"
    path.write_bytes(content)
    subprocess.run(["pdftoppm", "-r", str(_DOTS), "-gray", *only, path, folder / "pagina"], check=True)
    found = sorted(folder.glob("pagina*.pgm"), key=lambda one: int(one.stem.split("-")[1]))
    shown = [Image.open(BytesIO(one.read_bytes())) for one in found]
    for one in found:
        one.unlink()
    return shown


def tags(content: bytes) -> list[str]:
    """Return the lines of text of the tag tree."""
    return [line for line in tree_text(content).splitlines() if line]


def same(one: bytes, other: bytes, folder: Path) -> None:
    """Check that two PDFs have the same pages, tags and looks."""
    assert differences(one, other, folder) == []


def differences(one: bytes, other: bytes, folder: Path) -> list[str]:
    """Return in what two PDFs differ."""
    checks = {
        "parole": page_texts(one) == page_texts(other),
        "etichette": tags(one) == tags(other),
        "aspetto": same_pictures(one, other, folder),
    }
    return [name for name, alike in checks.items() if not alike]


def same_pictures(one: bytes, other: bytes, folder: Path, *only: str) -> bool:
    """Say whether two PDFs look alike, page by page, or some pages of the first the second."""
    first, second = pictures(one, folder, *only), pictures(other, folder)
    if [page.size for page in first] != [page.size for page in second]:
        return False
    return all(_alike(ImageChops.difference(a, b)) for a, b in zip(first, second, strict=True))


def _alike(difference: Image.Image) -> bool:
    """Say whether two pages look alike: a glyph moved by a hundredth of a point may be drawn on the next dot."""
    counts = difference.histogram()
    return not sum(counts[_OTHER:]) and sum(counts[_SEEN:]) <= _FEW * sum(counts)
