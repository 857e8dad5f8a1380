"""Files that go with a paper: inside the PDF, told in the data by their print, refused when not what they say."""

from __future__ import annotations

import json
import subprocess
from base64 import b64encode
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from corpi_tools import in_xml
from file_tools import action, image, pdf_of
from file_tools import pdf as pdf_made
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from lxml import etree
from one_text import assert_one_text
from pikepdf import pdfa

from docservice import service
from docservice.allegati.file import INSIEME, MASSIMO
from docservice.api.app import BASE
from docservice.formati.json_schema import schema_modello
from docservice.formati.lettura import DatiIlleggibili, leggi
from docservice.formati.xsd import xsd
from docservice.modelli.catalogo import modello
from docservice.render import pdf
from docservice.text.blocks import Document, Heading, Item

SLUG = "relazione-tecnica"

pytestmark = pytest.mark.usefixtures("without_fence", "kept")
PDF, PNG, JPEG = pdf_made(), image("PNG"), image("JPEG")


def payload(*files: tuple[str, bytes | str]) -> dict[str, Any]:
    data = service.esempio(SLUG)
    data["allegati"] += [
        {"tipo": "altro", "descrizione": "Prova", "file": {"nome": name, "contenuto": text(content)}}
        for name, content in files
    ]
    return data


def text(content: bytes | str) -> str:
    return content if isinstance(content, str) else b64encode(content).decode()


def inside(content: bytes) -> dict[str, bytes]:
    with pikepdf.open(BytesIO(content)) as file:
        return {name: spec.get_file().read_bytes() for name, spec in file.attachments.items()}


def test_files_go_inside_the_pdf_and_their_print_in_the_data() -> None:
    data = payload(("delega.pdf", PDF), ("firma.PNG", PNG), ("foto del guasto.jpg", JPEG))
    first = len(service.esempio(SLUG)["allegati"]) + 1
    made = service.rendi(service.atto(SLUG, data), "pdf").contenuto
    found = inside(made)
    carried = json.loads(found.pop("dati.json"))
    assert found == {
        f"allegato-{first}-delega.pdf": PDF,
        f"allegato-{first + 1}-firma.PNG": PNG,
        f"allegato-{first + 2}-foto-del-guasto.jpg": JPEG,
    }
    assert carried["dati"]["allegati"][-1]["file"]["contenuto"].startswith("sha256:")
    assert b64encode(PDF).decode() not in json.dumps(carried)
    assert service.rendi(service.atto(SLUG, data), "pdf").contenuto == made
    # read back, the data say the same paper, and that the files are no longer with them
    again, whole = (service.valida(SLUG, one).as_dict() for one in (carried["dati"], data))
    missing = [one for one in again["rilievi"] if one not in whole["rilievi"]]
    assert [one["percorso"] for one in missing] == [f"/allegati/{first + n - 1}/file/contenuto" for n in range(3)]
    assert {(one["codice"], one["gravita"], "va inviato di nuovo il file" in one["rimedio"]) for one in missing} == {
        ("RT-6", "nota", True)
    }
    again["rilievi"] = [one for one in again["rilievi"] if one not in missing]
    assert again == whole
    assert list(inside(service.rendi(service.atto(SLUG, carried["dati"]), "pdf").contenuto)) == ["dati.json"]


def listed(document: Document) -> list[str]:
    """Return the list of the documents annexed, as it prints, their last marks and no-break spaces aside."""
    heads = [place for place, one in enumerate(document.blocks) if isinstance(one, Heading)]
    items = document.blocks[heads[-1] :]
    texts = ("".join(run.text or "…" for run in one.runs) for one in items if isinstance(one, Item))
    return [text.replace("\xa0", " ").rstrip(";.") for text in texts]


def test_the_list_says_which_files_the_pdf_carries() -> None:
    tipo = modello(SLUG)
    data = payload(("Carta d’identità.pdf", PDF), ("b.pdf", f"sha256:{'0' * 64}"))
    data["allegati"][0]["file"] = {"nome": "doc.JPG", "contenuto": text(JPEG)}
    loaded = leggi(tipo.schema, data)
    told = listed(service.Atto(tipo, loaded).documento())
    assert told == [
        (
            "documento di identità del dichiarante: carta d’identità (Comune di residenza, 14 maggio 2019)"
            " – nel PDF: allegato-1-doc.JPG"
        ),
        "bilancio: bilanci del 2021 e del 2022",
        "altro documento: Prova – nel PDF: allegato-3-Carta-d-identita.pdf",
        "altro documento: Prova",
    ]
    assert [one.name for one in service.acclusi(loaded)] == ["allegato-1-doc.JPG", "allegato-3-Carta-d-identita.pdf"]
    assert_one_text(SLUG, data)


def test_one_pdf_of_many_carries_the_files_and_says_under_which_name() -> None:
    made: list[tuple[Document, bytes]] = []

    class Many:
        def add(self, document: Document, *, data: bytes, **_: Any) -> None:
            made.append((document, data))

        def close(self) -> None:
            made.reverse()

    data = payload(("a.pdf", PDF), ("b.pdf", f"sha256:{'0' * 64}"))
    service.insieme(SLUG, [service.Voce(1, "Uno", data), service.Voce(2, "Due", service.esempio(SLUG))], Many())
    [_, (document, inner)] = made
    place = len(data["allegati"]) - 1
    [enclosed] = document.enclosed
    assert (enclosed.name, enclosed.content) == (f"riga-00001-allegato-{place}-a.pdf", PDF)
    assert listed(document)[-2:] == [f"altro documento: Prova – nel PDF: {enclosed.name}", "altro documento: Prova"]
    assert "14 maggio 2019" in listed(document)[0]
    assert json.loads(inner)["dati"]["allegati"][-1]["file"]["contenuto"].startswith("sha256:")


@pytest.mark.parametrize(
    ("annexed", "told"),
    [
        ([], ["documento di identità del dichiarante", "…"]),
        ([{"tipo": "bilancio"}], ["documento di identità del dichiarante", "bilancio"]),
        ([{"tipo": "bilancio"}, {"tipo": "documento_identita"}], ["bilancio", "documento di identità del dichiarante"]),
    ],
)
def test_the_list_has_the_identity_document_anyhow(annexed: list[Any], told: list[str]) -> None:
    data = service.esempio(SLUG) | {"allegati": annexed}
    tipo = modello(SLUG)
    assert listed(service.Atto(tipo, leggi(tipo.schema, data)).documento()) == told
    warned = any(one.codice == "RT-6" and one.gravita == "avviso" for one in service.valida(SLUG, data).rilievi)
    assert warned is (told[0] == "documento di identità del dichiarante")


def test_the_paper_stays_an_archive_and_other_formats_say_the_same(tmp_path: Any) -> None:
    tipo = modello(SLUG)
    data = leggi(tipo.schema, payload(("delega.pdf", PDF)))
    document = replace(service.Atto(tipo, data).documento(), enclosed=service.acclusi(data))
    checked = tmp_path / "x.pdf"
    checked.write_bytes(pdf.write_checkable(document, data=b"{}", created=service.Atto(tipo, data).creato))
    pdfa.validate_written(checked, "3b")
    for kind in ("docx", "html"):
        assert service.rendi(service.atto(SLUG, payload(("delega.pdf", PDF))), kind).contenuto


@pytest.mark.parametrize(
    ("name", "content", "where"),
    [
        ("delega.pdf", PNG, "contenuto"),
        ("delega.png", JPEG, "contenuto"),
        ("delega.jpeg", PDF, "contenuto"),
        ("delega.pdf", "non è base64", "contenuto"),
        ("delega.pdf", "JVBER", "contenuto"),
        ("delega.pdf", "", "contenuto"),
        ("delega.pdf", "sha256:abc", "contenuto"),
        ("delega.exe", PDF, "nome"),
        ("delega", PDF, "nome"),
    ],
)
def test_what_is_not_what_it_says_is_refused(name: str, content: bytes | str, where: str) -> None:
    place = len(service.esempio(SLUG)["allegati"])
    with pytest.raises(DatiIlleggibili) as caught:
        service.valida(SLUG, payload((name, content)))
    assert [one.percorso for one in caught.value.errori] == [f"/allegati/{place}/file/{where}"]


def says(name: str) -> bool:
    """Return whether a name is taken, making sure that what is published says the same."""
    data = payload((name, PDF))
    faults = refused(data)
    taken = Draft202012Validator(schema_modello(modello(SLUG))).is_valid(data)
    assert faults == ([] if taken else [f"/allegati/{len(data['allegati']) - 1}/file/nome"])
    return taken


def refused(data: dict[str, Any]) -> list[str]:
    """Return the paths of the faults of a payload."""
    try:
        leggi(modello(SLUG).schema, data)
    except DatiIlleggibili as error:
        return [one.percorso for one in error.errori]
    return []


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Carta d'identità.pdf", "Carta-d-identita.pdf"),
        ("carta d’identità.PDF", "carta-d-identita.PDF"),
        ("carta d'identita\u0300.pdf", "carta-d-identita.pdf"),  # as a Mac writes it
        ("bilancio (2022).pdf", "bilancio-2022.pdf"),
        ("è.pdf", "e.pdf"),
        ("Rossi & C., +fatture [1] 100% #2;~ok!.pdf", "Rossi-C.-fatture-1-100-2-ok.pdf"),
        ("Łódź – ﬁne ½.pdf", "odz-fine-1-2.pdf"),
        ("дом 家 📷.pdf", "file.pdf"),
        (".._-.pdf", "_.pdf"),
        ("-x.exe.pdf", "x.exe.pdf"),
        (f"{'à' * 96}.pdf", f"{'a' * 60}.pdf"),
    ],
)
def test_ordinary_names_are_taken_and_plain_inside(name: str, plain: str) -> None:
    assert says(name)
    data = payload((name, PDF), (name, PDF))
    first = len(data["allegati"]) - 1
    names = [one.name for one in service.acclusi(leggi(modello(SLUG).schema, data))]
    assert names == [f"allegato-{first}-{plain}", f"allegato-{first + 1}-{plain}"]


@pytest.mark.parametrize(
    "name",
    [
        *("../delega.pdf", "C:\\delega.pdf", "a/b.pdf", "/.pdf"),
        *(".pdf", "...pdf", ". .pdf", "", " ", "pdf", "x.pdf ", "x.pdf.", "x.pdf.exe"),
        *("a\x00b.pdf", "a\nb.pdf", "a\tb.pdf", "a\x7fb.pdf", "a\x85b.pdf", "\x1b[2J.pdf"),
        *("a\u202efdp.pdf", "a\u2066b.pdf", "a\u200fb.pdf", "a\u061cb.pdf", "a\u2028b.pdf", "a\u200bb.pdf"),
        *("a\ufeffb.pdf", "a\uffffb.pdf"),
        f"{'a' * 97}.pdf",
    ],
)
def test_names_that_deceive_are_refused(name: str) -> None:
    assert not says(name)


def test_half_a_character_is_refused_though_no_schema_can_say_it() -> None:
    data = payload(("a\ud800b.pdf", PDF))
    assert refused(data) == [f"/allegati/{len(data['allegati']) - 1}/file/nome"]


def test_a_name_without_end_costs_nothing() -> None:
    """A name of many dots, or letters, is told too long before its shape is looked for."""
    for name in ("." * 1_000_000, "a" * 1_000_000 + ".pdf", ".pdf" * 250_000):
        assert not says(name)


@pytest.mark.parametrize("name", ["Carta d'identità.pdf", "bilancio (2022).pdf", "дом 家.pdf", "a  b.pdf"])
def test_the_xml_schema_takes_the_same_names(name: str) -> None:
    published = etree.XMLSchema(etree.fromstring(xsd()))
    for given, taken in ((name, True), (f"../{name}", False), (f"\u202e{name}", False), (f"{name}.exe", False)):
        assert published.validate(etree.fromstring(in_xml(payload((given, PDF)), SLUG))) is taken


@pytest.mark.lungo
def test_too_large_one_by_one_and_together() -> None:
    whole = pdf_of(MASSIMO)
    service.valida(SLUG, payload(("a.pdf", whole)))
    published = Draft202012Validator(schema_modello(modello(SLUG)))
    assert published.is_valid(payload(("a.pdf", whole)))
    assert published.is_valid(payload(("a.pdf", pdf_of(MASSIMO - 1))))
    for more in (1, 2, 3):  # with one more, the base64 is no longer
        data = payload(("a.pdf", whole + b" " * more))
        assert refused(data) == [f"/allegati/{len(data['allegati']) - 1}/file/contenuto"]
        assert not published.is_valid(data)
    with pytest.raises(DatiIlleggibili) as caught:
        service.valida(SLUG, payload(*[("a.pdf", whole)] * (INSIEME // MASSIMO + 1)))
    assert caught.value.errori[0].percorso == "/allegati"


def test_every_fault_is_told_at_once() -> None:
    most, broken = pdf_of(MASSIMO), PDF[:-10]
    data = payload(*[("a.pdf", most)] * (INSIEME // MASSIMO + 1), ("b.pdf", PNG), ("c.exe", PDF), ("d.pdf", "è"))
    data["allegati"].insert(0, {"tipo": "altro", "file": {"nome": "e.pdf", "contenuto": text(broken), "altro": 1}})
    data["periodo"]["al"] = "x"
    false, name, content = data["allegati"][-3:]
    false["file"]["altro"] = 1
    del content["file"]["nome"]
    name["data"] = "ieri"
    first = data["allegati"].index(false)
    assert refused(data) == [
        "/allegati",
        "/allegati/0/file/altro",
        "/allegati/0/file/contenuto",
        f"/allegati/{first}/file/altro",
        f"/allegati/{first}/file/contenuto",
        f"/allegati/{first + 1}/data",
        f"/allegati/{first + 1}/file/nome",
        f"/allegati/{first + 2}/file/contenuto",
        f"/allegati/{first + 2}/file/nome",
        "/periodo/al",
    ]


@pytest.mark.parametrize(
    ("annexed", "path"),
    [
        (None, "/allegati"),
        ("x", "/allegati"),
        ([None], "/allegati/0"),
        ([7], "/allegati/0"),
        ([{"tipo": "altro", "file": None}], "/allegati/0/file"),
        ([{"tipo": "altro", "file": []}], "/allegati/0/file"),
        ([{"tipo": "altro", "file": {"nome": 1, "contenuto": "AAAA"}}], "/allegati/0/file/nome"),
        ([{"tipo": "altro", "file": {"nome": "a.pdf", "contenuto": None}}], "/allegati/0/file/contenuto"),
        ([{"tipo": "altro"}] * 101, "/allegati"),
    ],
)
def test_what_is_no_list_of_files_is_told_with_the_rest(annexed: Any, path: str) -> None:
    data = service.esempio(SLUG) | {"allegati": annexed}
    data["periodo"]["al"] = "x"
    assert refused(data) == [path, "/periodo/al"]
    del data["allegati"]
    assert refused(data) == ["/allegati", "/periodo/al"]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.pdf", PDF[:-10], "danneggiato o incompleto"),
        ("a.pdf", b"%PDF-", "danneggiato o incompleto"),
        ("a.pdf", pdf_made(encryption=pikepdf.Encryption(owner="x")), "va tolta la protezione"),
        ("a.pdf", pdf_made(lambda f: f.Root.update({"/OpenAction": action("JavaScript", JS="x")})), "JavaScript"),
        ("a.png", PNG[:-20], "L’immagine è danneggiata"),
        ("a.jpg", JPEG[:-20], "L’immagine è danneggiata"),
    ],
)
def test_hostile_files_are_refused_where_they_are(name: str, content: bytes, told: str) -> None:
    data = payload(("buono.pdf", PDF), (name, content))
    data["allegati"].insert(0, None)  # told too, and moves nothing
    with pytest.raises(DatiIlleggibili) as caught:
        leggi(modello(SLUG).schema, data)
    null, hostile = caught.value.errori
    assert (null.percorso, hostile.percorso) == ("/allegati/0", f"/allegati/{len(data['allegati']) - 1}/file/contenuto")
    assert told in hostile.messaggio
    assert name not in hostile.messaggio


def test_prints_cost_no_examination(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("un processo per niente"))
    assert refused(payload(("a.pdf", f"sha256:{'0' * 64}"))) == []


def test_a_browser_sends_names_as_they_are(client: FlaskClient) -> None:
    for name, taken in (("Carta d’identità (1).pdf", True), ("дом.pdf", True), ("a/b.pdf", False)):
        part = f'--x\r\nContent-Disposition: form-data; name="allegati[0].file"; filename="{name}"\r\n'
        body = part.encode() + b"Content-Type: application/pdf\r\n\r\n" + PDF + b"\r\n--x--\r\n"
        answer = client.post(f"{BASE}/modelli/{SLUG}/valida", data=body, content_type="multipart/form-data; boundary=x")
        paths = {one["percorso"] for one in answer.json["errori"]}  # type: ignore[index]
        assert ("/allegati/0/file/nome" not in paths) is taken


def test_a_form_sends_them_as_files(client: FlaskClient) -> None:
    fields = {"allegati[0].tipo": "documento_identita", "allegati[0].file": (BytesIO(PNG), "carta.png")}
    answer = client.post(f"{BASE}/modelli/{SLUG}/valida", data=fields, content_type="multipart/form-data")
    paths = {one["percorso"] for one in answer.json["errori"]}  # type: ignore[index]
    assert not {path for path in paths if path.startswith("/allegati")}
    wrong = {**fields, "allegati[0].file": (BytesIO(PDF), "carta.png"), "luogo": (BytesIO(b"x"), "x.txt")}
    answer = client.post(f"{BASE}/modelli/{SLUG}/valida", data=wrong, content_type="multipart/form-data")
    told = {one["percorso"] for one in answer.json["errori"]}  # type: ignore[index]
    assert {"/allegati/0/file/contenuto", "/luogo"} <= told
