"""Files sent by somebody: the good are kept, the broken and the hostile are refused, and nothing is ever raised."""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from file_tools import action, carrying, image, link, pdf, png_of
from papers import reso
from pikepdf import Array, Dictionary, Name, Stream

from docservice.allegati import controllo, passaggio, processo
from docservice.allegati.controllo import LIMITI, MESSAGGI, controlla, controlla_uno
from docservice.allegati.controllo import immagini as of_images
from docservice.allegati.controllo import pdf as of_pdfs
from docservice.allegati.processo import esegui
from docservice.allegati.recinto import Limiti, ciascuno_nel_recinto

GOOD = pdf()
JS = {"JS": "app.alert(1)"}


def rooted(**members: Any) -> Callable[[pikepdf.Pdf], None]:
    """Return a change that adds those members to the catalogue."""

    def change(file: pikepdf.Pdf) -> None:
        for name, value in members.items():
            file.Root[f"/{name}"] = value

    return change


def named(file: pikepdf.Pdf) -> None:
    names = Array([pikepdf.String("x"), file.make_indirect(action("JavaScript", JS=Stream(file, b"app.alert(1)")))])
    file.Root.Names = Dictionary(JavaScript=Dictionary(Kids=Array([file.make_indirect(Dictionary(Names=names))])))


def in_a_field(file: pikepdf.Pdf) -> None:
    """Put JavaScript in a field that only its widget tells, as its parent."""
    field = file.make_indirect(Dictionary(FT=Name.Tx, T="x", AA=Dictionary(K=action("JavaScript", **JS))))
    link(file, Parent=field)


def in_the_bookmarks(file: pikepdf.Pdf) -> None:
    first = file.make_indirect(Dictionary(Title="x", A=action("GoTo", Next=Array([action("Launch", F="calc.exe")]))))
    file.Root.Outlines = Dictionary(First=first, Last=first, Count=1)


def in_a_template(file: pikepdf.Pdf) -> None:
    hidden = file.make_indirect(Dictionary(Type=Name.Template, AA=Dictionary(O=action("JavaScript", **JS))))
    file.Root.Names = Dictionary(Templates=Dictionary(Names=Array([pikepdf.String("x"), hidden])))


def in_a_loop(file: pikepdf.Pdf) -> None:
    one = file.make_indirect(action("GoTo"))
    one.Next = Array([one, file.make_indirect(action("URI", URI="http://example.it"))])
    file.Root.OpenAction = one


HOSTILE: dict[str, tuple[Callable[[pikepdf.Pdf], Any], set[str]]] = {
    "on opening, JavaScript": (rooted(OpenAction=action("JavaScript", **JS)), {"javascript"}),
    "on opening, a program": (rooted(OpenAction=action("Launch", F="calc.exe")), {"avvia"}),
    "on opening, an address": (rooted(OpenAction=action("URI", URI="http://example.it")), {"apertura"}),
    "on opening, after others": (in_a_loop, {"apertura"}),
    "on closing": (rooted(AA=Dictionary(WC=action("JavaScript", **JS))), {"javascript"}),
    "by name": (named, {"javascript"}),
    "of a page": (lambda f: f.pages[0].obj.update({"/AA": Dictionary(O=action("Launch", F="x"))}), {"avvia"}),
    "of a link": (lambda f: link(f, A=action("JavaScript", **JS)), {"javascript"}),
    "of a link that starts": (lambda f: link(f, A=action("Launch", F="x")), {"avvia"}),
    "of a link, both": (
        lambda f: link(f, A=action("JavaScript", Next=action("Launch", F="x"), **JS)),
        {"javascript", "avvia"},
    ),
    "of a link, on its own": (lambda f: link(f, AA=Dictionary(PO=action("SubmitForm", F="x"))), {"apertura"}),
    "of a film": (lambda f: link(f, A=action("Rendition", OP=0, **JS)), {"filmato", "javascript"}),
    "of a field": (in_a_field, {"javascript"}),
    "of a bookmark": (in_the_bookmarks, {"avvia"}),
    "of a hidden page": (in_a_template, {"javascript"}),
    "of a form": (rooted(AcroForm=Dictionary(Fields=Array(), XFA="<xdp/>")), {"xfa"}),
    "no pages": (lambda f: f.pages.__delitem__(0), {"illeggibile"}),
}


@pytest.mark.parametrize("streams", ["disable", "generate"])
@pytest.mark.parametrize("name", HOSTILE)
def test_what_a_pdf_does_by_itself_is_found(name: str, streams: str) -> None:
    change, words = HOSTILE[name]
    content = pdf(change, object_stream_mode=pikepdf.ObjectStreamMode[streams])
    assert of_pdfs.controlla(content) == words


@pytest.mark.parametrize(
    "change",
    [
        None,
        lambda f: link(f, A=action("URI", URI="http://example.it")),
        lambda f: link(f, A=action("GoToR", F="altro.pdf", D="x")),
        lambda f: link(f, A=action("Named", N=Name.NextPage), AA=Dictionary(E=action("Hide", T="x"))),
        lambda f: rooted(OpenAction=Array([f.pages[0].obj, Name.Fit]))(f),
        lambda f: rooted(OpenAction=action("GoTo", D=Array([f.pages[0].obj, Name.Fit])))(f),
        rooted(AcroForm=Dictionary(Fields=Array(), SigFlags=3)),
    ],
)
def test_what_a_reader_asks_for_is_no_harm(change: Any) -> None:
    assert of_pdfs.controlla(pdf(change)) == set()
    assert of_pdfs.controlla(pdf(change, linearize=True)) == set()


def test_names_written_in_code_are_read() -> None:
    content = pdf(rooted(OpenAction=action("JavaScript", **JS)), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert b"/JavaScript" in content
    assert of_pdfs.controlla(content.replace(b"/JavaScript", b"/J#61v#61Script").replace(b"/JS", b"/#4aS")) == {
        "javascript"
    }


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("fattura.xml", b"<x/>", set()),
        ("dati.json", b"{}", set()),
        ("carta.PDF", GOOD, set()),
        ("carta.pdf", b"non un PDF", set()),
        ("calc.exe", b"x", {"unito"}),
        ("fattura.xml.js", b"x", {"unito"}),
        ("senza", b"x", {"unito"}),
        ("foto.png", b"MZ\x90", {"unito"}),
        ("foto.png", b"\x7fELF", {"unito"}),
        ("carta.pdf", pdf(HOSTILE["by name"][0]), {"unito"}),
        ("carta.txt", pdf(HOSTILE["by name"][0]), {"unito"}),
        ("carta.pdf", pdf(encryption=pikepdf.Encryption(owner="x")), {"unito"}),
        ("carta.pdf", carrying("carta.pdf", GOOD), set()),
        ("carta.pdf", carrying("carta.pdf", carrying("carta.pdf", GOOD)), {"unito"}),
    ],
)
def test_what_a_pdf_carries_inside_must_be_a_document(name: str, content: bytes, words: set[str]) -> None:
    assert of_pdfs.controlla(carrying(name, content)) == words


def test_what_an_annotation_carries_is_looked_at_too() -> None:
    def change(file: pikepdf.Pdf) -> None:
        link(file, FS=pikepdf.AttachedFileSpec(file, b"MZ", filename="calc.exe").obj)

    assert of_pdfs.controlla(pdf(change)) == {"unito"}


@pytest.mark.recinto
@pytest.mark.parametrize("slug", ["accordo-a", "relazione-tecnica"])
def test_our_own_papers_are_good(slug: str) -> None:
    assert controlla([("pdf", reso(slug, "pdf"))]) == [[]]


@pytest.mark.parametrize(
    "encryption",
    [
        {"user": "x", "owner": "y"},
        {"owner": "y"},
        {"owner": "y", "R": 3, "aes": False, "metadata": False},
        {"owner": "y", "R": 4},
        {},
    ],
)
def test_a_protected_pdf_is_told_so(encryption: dict[str, Any]) -> None:
    [told] = controlla([("pdf", pdf(encryption=pikepdf.Encryption(**encryption)))])
    assert told == [MESSAGGI["protetto"]]
    assert "va tolta la protezione" in told[0]


def many(count: int) -> bytes:
    """Return a PDF of that many pages with something on each."""

    def change(file: pikepdf.Pdf) -> None:
        for number in range(count):
            file.add_blank_page()
            file.pages[-1].obj.Contents = Stream(file, b"0 0 m 9 %d l S" % number)

    return pdf(change, linearize=True)


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-",
        b"%PDF-1.4 prova",
        b"%PDF-1.7\n%%EOF",
        b"%PDF-1.7\nstartxref\n99999999999999999999\n%%EOF",
        b"%PDF-1.7\nstartxref\n0\n%%EOF",
        b"%PDF-1.7\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF",
        b"%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 1 0 R>> endobj\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF",
        b"%PDF-1.7\n" + b"[" * 100_000 + b"\ntrailer <</Root " + b"[" * 100_000 + b"\nstartxref\n9\n%%EOF",
        GOOD[:-10],
        GOOD[: len(GOOD) // 2],
        GOOD + b"x" * of_pdfs.CODA,
        many(40)[:-10],
        *(many(40)[: len(many(40)) * part // 10] for part in range(1, 10)),
        *(many(40)[: len(many(40)) * part // 10] + b"\n%%EOF" for part in range(1, 10)),
    ],
)
def test_what_is_no_whole_pdf_is_told_so(content: bytes) -> None:
    assert controlla([("pdf", content)]) == [[MESSAGGI["illeggibile"]]]


def test_a_pdf_with_something_after_its_end_is_good() -> None:
    assert controlla([("pdf", GOOD + b"\r\n" + b"\0" * 500), ("pdf", many(40))]) == [[], []]


@pytest.mark.parametrize("kind", ["png", "jpg"])
def test_images_are_whole_or_told_so(kind: str) -> None:
    options: tuple[dict[str, Any], ...] = ({}, {"progressive": True, "exif": exif()}) if kind == "jpg" else ({},)
    for option in options:
        good = image({"jpg": "JPEG", "png": "PNG"}[kind], 200, 200, **option)
        assert controlla([(kind, good), (kind, good + b"\0" * 9)]) == [[], []]
        for part in (4, 12, len(good) // 3, len(good) // 2, len(good) - 13):
            assert controlla([(kind, good[:part])]) == [[MESSAGGI["immagine"]]], part


def exif() -> bytes:
    """Return notes of a photograph that hold a small one, which ends."""
    return b"Exif\0\0" + image("JPEG", 16, 16)


def test_a_png_with_a_wrong_part_is_told_so() -> None:
    good = image("PNG", 200, 200)
    place = len(good) // 2
    assert controlla([("png", good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])]) == [[MESSAGGI["immagine"]]]


@pytest.mark.parametrize(
    ("width", "height", "words"),
    [(10_001, 10_000, ["punti"]), (2**31 - 1, 2**31 - 1, ["punti"]), (0, 10, ["immagine"])],
)
def test_images_too_large_are_told_by_what_they_say(width: int, height: int, words: list[str]) -> None:
    assert controlla([("png", png_of(width, height))]) == [[MESSAGGI[word] for word in words]]


def test_a_jpeg_too_large_is_refused() -> None:
    small = image("JPEG", 16, 16)
    place = small.index(b"\xff\xc0") + 5
    assert of_images.controlla(small[:place] + b"\xff\xff\xff\xff" + small[place + 4 :], "jpg") == {"punti"}


@pytest.mark.recinto
def test_many_files_are_read_by_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    monkeypatch.setattr(processo, "esegui", lambda *a: started.append(a) or esegui(*a))
    files = [("pdf", pdf(lambda f, n=n: f.pages[0].obj.update({"/N": n}))) for n in range(30)]
    files[7] = ("pdf", pdf(HOSTILE["by name"][0], linearize=True))
    found = controlla([*files, files[0]])
    assert [place for place, told in enumerate(found) if told] == [7]
    assert len(started) == 1
    # what was found is remembered, by print
    assert controlla(files) == found[:-1]
    assert len(started) == 1
    assert controlla([]) == []


@pytest.mark.recinto
def test_a_file_that_never_ends_is_refused_and_the_rest_not_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    endless = tmp_path / "senza-fine"
    told = passaggio.scritto([])
    endless.write_text(f"#!{sys.executable}\nimport os, time\nos.write(1, {told!r})\ntime.sleep(60)\n")
    endless.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(endless))
    monkeypatch.setattr(controllo, "LIMITI", Limiti(secondi=1))
    monkeypatch.setattr(controllo, "_ESITI", {})
    first, second, third = controlla([("pdf", GOOD), ("pdf", GOOD + b"\n"), ("pdf", many(2))])
    assert first == []
    assert second == [MESSAGGI["tempo"]]
    assert third == []
    assert len(controllo._ESITI) == 1


@pytest.mark.parametrize(
    ("raised", "word"), [(MemoryError, "tempo"), (RecursionError, "tempo"), (ValueError, "illeggibile")]
)
def test_what_a_parser_cannot_bear(raised: type[Exception], word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(content: bytes) -> set[str]:
        del content
        raise raised

    monkeypatch.setattr(of_pdfs, "controlla", fails)
    assert controlla_uno("pdf", GOOD) == [word]


@pytest.mark.recinto
def test_a_process_that_dies_lets_nothing_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(controllo, "_ESITI", {})
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert controlla([("pdf", GOOD), ("png", image("PNG"))]) == [[MESSAGGI["tempo"]], []]


@pytest.mark.recinto
def test_the_process_has_bounds() -> None:
    asked = [(resource.RLIMIT_AS,), (resource.RLIMIT_CPU,)]
    told = [soft for soft, _ in ciascuno_nel_recinto(resource.getrlimit, asked, limiti=LIMITI)]
    assert told == [1024 * 1024 * 1024, 20]


@pytest.mark.recinto
def test_a_stream_that_swells_is_no_harm() -> None:
    """Eighty megabytes in eighty thousand bytes, where what is carried must be read."""
    swollen = BytesIO()
    with pikepdf.open(BytesIO(carrying("dati.txt", b" " * 80_000_000))) as file:
        file.save(swollen)
    content = swollen.getvalue()
    assert len(content) < 200_000
    assert controlla([("pdf", content)]) == [[MESSAGGI["illeggibile"]]]
