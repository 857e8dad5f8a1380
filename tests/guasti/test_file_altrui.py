"""Attached files that open and cannot be read, that play by themselves, or that come when others are being read."""

from __future__ import annotations

import zlib
from base64 import b64encode
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from file_tools import action, black, image, link, pdf, png_of
from flask.testing import FlaskClient
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image

from docservice import service
from docservice.allegati import controllo, passaggio, recinto
from docservice.allegati.controllo import LIMITI, MESSAGGI, controlla, controlla_uno
from docservice.allegati.controllo.pdf import controlla as of_pdf
from docservice.allegati.recinto import Limiti
from docservice.api import BASE
from docservice.fila import Occupato
from docservice.modelli.catalogo import catalogo
from docservice.tabelle.file.lettura import leggi

MB = 2**20
KINDS = [(1, 0), (2, 0), (4, 0), (8, 0), (16, 0), (8, 2), (16, 2), (1, 3), (8, 3), (8, 4), (16, 4), (8, 6), (16, 6)]
"""Bits of a sample, and kind of colour."""
SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


# images


@pytest.mark.parametrize(("bits", "kind"), KINDS)
def test_a_png_has_all_its_points_and_no_more(bits: int, kind: int) -> None:
    points = black(100, 40, bits * SAMPLES[kind])
    rows = zlib.decompress(points)

    def words(data: bytes) -> list[str]:
        return controlla_uno("png", png_of(100, 40, data, (bits, kind)))

    assert words(points) == []
    assert words(zlib.compress(rows[:-1])) == ["immagine"]
    assert words(zlib.compress(rows + b"\0")) == ["immagine"]
    assert words(zlib.compress(rows + rows)) == ["immagine"]
    assert words(zlib.compress(b"\5" + rows[1:])) == ["immagine"]  # a row written in a way that is not
    assert words(points[:-8]) == ["immagine"]
    assert words(b"non sono punti") == ["immagine"]
    assert words(b"") == ["immagine"]


def test_an_interlaced_png_too() -> None:
    for width, height in ((1, 1), (3, 2), (5, 9), (33, 17)):
        passes = [(0, 8, 0, 8), (4, 8, 0, 8), (0, 4, 4, 8), (2, 4, 0, 4), (0, 2, 2, 4), (1, 2, 0, 2), (0, 1, 1, 2)]
        rows = b""
        for x, across, y, down in passes:
            columns = len(range(x, width, across))
            rows += bytes((1 + 3 * columns) * len(range(y, height, down))) if columns else b""
        whole = png_of(width, height, zlib.compress(rows), interlaced=1)
        with Image.open(BytesIO(whole)) as read:
            read.load()  # others agree
        assert controlla_uno("png", whole) == []
        for wrong in (rows[:-1], rows + b"\0"):
            assert controlla_uno("png", png_of(width, height, zlib.compress(wrong), interlaced=1)) == ["immagine"]


@pytest.mark.parametrize("options", [{}, {"compress_level": 0}, {"optimize": True}])
def test_the_png_of_others_are_good(options: dict[str, Any]) -> None:
    for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"):
        written = BytesIO()
        Image.effect_noise((333, 77), 60).convert("L").convert(mode if mode != "I;16" else "I").convert(
            mode if mode != "I;16" else "I;16"
        ).save(written, "PNG", **options)
        assert controlla_uno("png", written.getvalue()) == [], mode


@pytest.mark.lungo
def test_points_that_swell_are_not_inflated_to_the_end() -> None:
    swollen = zlib.compress(bytes(200 * MB), 9)
    assert controlla_uno("png", png_of(10, 10, swollen)) == ["immagine"]


def test_a_jpeg_without_its_last_points_is_refused() -> None:
    for options in ({}, {"progressive": True}):
        whole = image("JPEG", 400, 400, **options)
        assert controlla_uno("jpg", whole) == []
        # it ends where it says, and before its points do
        place = whole.rindex(b"\xff\xda")
        assert controlla_uno("jpg", whole[: place + 4]) == ["immagine"]


@pytest.mark.lungo
@pytest.mark.parametrize("kind", ["png", "png, 64 bits", "png, a column", "jpg", "jpg, by steps", "jpg, four inks"])
def test_the_largest_images_are_read_within_the_limits(kind: str) -> None:
    """A hundred million points, behind the real fence."""
    made: dict[str, Callable[[], bytes]] = {
        "png": lambda: png_of(10_000, 10_000, black(10_000, 10_000)),
        "png, 64 bits": lambda: png_of(10_000, 10_000, black(10_000, 10_000, 64), (16, 6)),
        "png, a column": lambda: png_of(1, 100_000_000, zlib.compress(bytes(200_000_000), 9), (8, 0)),
        "jpg": lambda: large("RGB"),
        "jpg, by steps": lambda: large("RGB", progressive=True),
        "jpg, four inks": lambda: large("CMYK", progressive=True),
    }
    content = made[kind]()
    assert len(content) < 5 * MB
    assert controlla([(kind[:3], content)]) == [[]]


def large(mode: str, **options: Any) -> bytes:
    written = BytesIO()
    Image.new(mode, (10_000, 10_000), (10, 20, 30, 40)[: len(mode)]).save(
        written, "JPEG", subsampling=0, quality=30, **options
    )
    return written.getvalue()


# PDFs that play


def annotated(subtype: str) -> Callable[[pikepdf.Pdf], None]:
    return lambda file: link(file, Subtype=Name(f"/{subtype}"))


def linked(subtype: str) -> Callable[[pikepdf.Pdf], None]:
    return lambda file: link(file, A=action(subtype))


def named(file: pikepdf.Pdf) -> None:
    found = file.make_indirect(Dictionary(Type=Name.Rendition, S=Name("/MR"), N="x"))
    file.Root.Names = Dictionary(Renditions=Dictionary(Names=Array([String("x"), found])))


def modelled(file: pikepdf.Pdf) -> None:
    shown = Stream(file, b"U3D", Type=Name("/3D"), Subtype=Name("/U3D"))
    link(file, **{"3DD": file.make_indirect(shown)})


PLAYING = {
    **{f"annotation {one}": annotated(one) for one in ("RichMedia", "3D", "Movie", "Sound", "Screen")},
    **{f"action {one}": linked(one) for one in ("Movie", "Sound", "Rendition", "GoTo3DView", "RichMediaExecute")},
    "by name": named,
    "a thing of three dimensions": modelled,
}


@pytest.mark.parametrize("name", PLAYING)
def test_a_pdf_that_plays_is_refused_with_words_of_its_own(name: str) -> None:
    assert of_pdf(pdf(PLAYING[name])) == {"filmato"}
    assert "un filmato, un suono o un oggetto 3D: va tolto" in MESSAGGI["filmato"]


# the fence, when it is full


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hold both places of the fence, and let nobody wait."""
    monkeypatch.setattr(controllo, "LIMITI", Limiti(attesa=0.1))
    monkeypatch.setattr(controllo, "_ESITI", {})
    monkeypatch.setattr("docservice.tabelle.file.lettura.LIMITI", Limiti(attesa=0.1))
    with recinto._FILA.posto(0), recinto._FILA.posto(0):
        yield


def annexed() -> tuple[str, dict[str, Any]]:
    """Return a document that annexes others, with a file."""
    examples = {slug: service.esempio(slug) for slug in catalogo()}
    slug, data = next(
        (slug, one)
        for slug, one in examples.items()
        if isinstance(one.get("allegati"), list) and isinstance(one["allegati"][0], dict)
    )
    content = b64encode(pdf()).decode()
    data["allegati"][0]["file"] = {"nome": "delega.pdf", "contenuto": content}
    return slug, data


@pytest.mark.usefixtures("full")
def test_who_sends_a_file_when_others_are_read_is_told_when_to_try_again(client: FlaskClient) -> None:
    slug, data = annexed()
    answer = client.post(f"{BASE}/modelli/{slug}/valida", json=data)
    assert (answer.status_code, answer.json["type"]) == (503, "urn:docservice:problema:servizio-occupato")
    assert int(answer.headers["Retry-After"]) > 0


@pytest.mark.usefixtures("full")
def test_a_table_too() -> None:
    with pytest.raises(Occupato):
        leggi(b"Cognome\nNeri\n")
    assert controllo._ESITI == {}


@pytest.mark.parametrize("told", ["illeggibile", {"a": 1}, [3], ["parola"], None])
def test_what_a_file_made_the_process_say_is_looked_at(told: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(controllo, "_ESITI", {})
    monkeypatch.setattr(recinto, "_nel_processo", lambda *_: passaggio.scritto(told))
    assert controlla([("pdf", pdf())]) == [[MESSAGGI["tempo"]]]


def test_the_limits_are_those_of_the_largest_images() -> None:
    assert LIMITI.memoria == 1024 * MB
    assert LIMITI.attesa == 10
