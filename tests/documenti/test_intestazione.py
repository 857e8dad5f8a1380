"""The letterhead of who sends a paper: in every document, in every format, one at a time and by the thousand."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pikepdf
import pytest
from flask.testing import FlaskClient
from logo_tools import DRAWING, codificato, intestazione, png
from lxml import html as lxml_html
from one_text import assert_one_text
from papers import atto, composto, fatto
from pikepdf import pdfa
from pypdf import PdfReader
from sqlalchemy import func, select
from stamp_tools import people

from docservice import service
from docservice.api import BASE
from docservice.formati.lettura import DatiIlleggibili, impronta
from docservice.lotti.invio import invia
from docservice.lotti.lavoro import lavora
from docservice.lotti.unione import risultato
from docservice.modelli.catalogo import catalogo
from docservice.modelli.intestazione import INTESTAZIONE, Intestazione, Logo
from docservice.render import docx, engine, pdf
from docservice.render.errors import RenderError
from docservice.render.letterhead import address
from docservice.render.stamp import Stamper
from docservice.store.base import Magazzino
from docservice.store.schema import Riga
from docservice.tabelle.colonne import forma
from docservice.tabelle.comuni import voci
from docservice.text.blocks import Letterhead

pytestmark = pytest.mark.usefixtures("without_fence")

LOGHI = {"png": (png(), "logo.png"), "svg": (DRAWING, "logo.svg"), "nessuno": (None, "")}
COUNT = 12
"""People, all women, whose words are those of one form."""
ALT = "Logo di Alfa & Figli <S.r.l.>"


def with_head(slug: str = "did", kind: str = "png", **changes: Any) -> dict[str, Any]:
    return {**service.esempio(slug), INTESTAZIONE: intestazione(*LOGHI[kind]), **changes}


def images(content: bytes) -> int:
    """Return how many images a PDF holds."""
    with pikepdf.open(BytesIO(content)) as file:
        return sum(isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image" for one in file.objects)


def test_every_document_may_have_one_and_no_table_has_it_in_a_column() -> None:
    for tipo in catalogo().values():
        for one in filter(None, (tipo, tipo.estratto)):
            field = one.schema().fields[INTESTAZIONE]
            assert isinstance(field.schema, Intestazione), one.id
            assert not field.required
        assert not [column for column in forma(tipo).colonne if INTESTAZIONE in column.passi], tipo.id
        assert [line.titolo for line in voci(tipo) if line.passi[0] == INTESTAZIONE][:2] == [
            "Carta intestata, Denominazione",
            "Carta intestata, Righe 1",
        ]


def test_it_comes_first_and_an_extract_has_it() -> None:
    for slug in ("did", "relazione-tecnica"):
        assert isinstance(composto(slug, with_head(slug)).blocks[0], Letterhead)
    assert isinstance(atto("domanda-deroga", with_head("domanda-deroga")).estratto.documento().blocks[0], Letterhead)
    assert not isinstance(composto("did").blocks[0], Letterhead)


@pytest.mark.parametrize("kind", LOGHI)
def test_it_is_the_same_in_every_format(kind: str) -> None:
    made: dict[str, bytes] = {}
    document = assert_one_text("did", with_head(kind=kind), made=made)
    [head] = [block for block in document.blocks if isinstance(block, Letterhead)]
    with pikepdf.open(BytesIO(made["pdf"])) as file:
        figures = [one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"]
        assert [str(one.Alt) for one in figures] == [ALT] * (head.logo is not None)
    root = lxml_html.fromstring(made["html"].decode())
    shown = [(one.get("src"), one.get("alt")) for one in root.iter("img")]
    assert shown == ([(address(head.logo), ALT)] if head.logo else [])
    with ZipFile(BytesIO(made["docx"])) as file:
        media = {name.rpartition(".")[2]: file.read(name) for name in file.namelist() if "media/" in name}
        body = file.read("word/document.xml").decode()
    assert body.count("descr=") == 2 * bool(media)
    assert media.get("png") == (head.logo.png if head.logo else None)
    assert media.get("svg", b"").decode() == (head.logo.svg if head.logo else "")


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_the_page_is_archived_as_the_others_are(kind: str) -> None:
    """Of a gradient the validator says that it does not know, which is no violation."""
    document = composto("did", with_head(kind=kind))
    plain = pdf.write_checkable(document, data=b"{}", created=atto("did").creato)
    assert pdfa.validate_written(BytesIO(plain), "3b").violations == ()
    again = pdf.write_checkable(document, data=b"{}", created=atto("did").creato)
    assert plain == again


def test_word_opens_what_it_is_given() -> None:
    """Every part has a type, every relation its part."""
    content = docx.write(composto("did", with_head(kind="svg")), data=b"{}", created=atto("did").creato)
    with ZipFile(BytesIO(content)) as file:
        types, names = file.read("[Content_Types].xml").decode(), set(file.namelist())
        relations = file.read("word/_rels/document.xml.rels").decode()
    for kind in ("png", "svg"):
        assert f'Extension="{kind}"' in types
        assert f'Target="media/logo.{kind}"' in relations
        assert f"word/media/logo.{kind}" in names


def test_the_engine_lets_through_the_logo_and_nothing_else() -> None:
    one, other = (f"data:image/png;base64,{codificato(png((size, size)))}" for size in (9, 10))
    page = '<html lang="it"><head><title>t</title></head><body><img src="{}" alt="x"/></body></html>'
    with engine.strict():
        engine.press().lay_out(page.format(one), pictures=frozenset({one}))
    for url in (other, "data:text/css,*{}", "file:///etc/passwd", "http://127.0.0.1/a.png"):
        with pytest.raises(RenderError, match="risorsa esterna rifiutata"), engine.strict():
            engine.press().lay_out(page.format(url), pictures=frozenset({one}))


def stamped(heads: dict[str, Any]) -> tuple[bytes, tuple[int, int]]:
    """Return one PDF of as many people as `COUNT`, with those heads, and how many layouts it took."""
    stamper, out, like = Stamper(), BytesIO(), service.esempio("did")
    sent = ({**like, **heads, "lavoratore": {**like["lavoratore"], **who["lavoratore"]}} for who in people(COUNT))
    service.insieme("did", (service.Voce(n, str(n), one) for n, one in enumerate(sent, 1)), stamper.joined(out))
    return out.getvalue(), (stamper.laid, stamper.whole)


@pytest.mark.lungo
@pytest.mark.parametrize("kind", ["png", "svg"])
def test_many_share_the_logo_and_are_stamped(kind: str) -> None:
    """The same form without a letterhead takes as many layouts, and hardly less room."""
    heads = {INTESTAZIONE: with_head(kind=kind)[INTESTAZIONE]}
    logo = heads[INTESTAZIONE]["logo"]["contenuto"]
    (ours, layouts), (plain, as_many) = stamped(heads), fatto("DID senza carta intestata", lambda: stamped({}))
    assert layouts == as_many
    assert layouts[0] < COUNT
    assert (images(ours), images(plain)) == (kind == "png", 0)
    assert (len(ours) - len(plain) - 2 * len(logo)) / COUNT < 2500
    lines = PdfReader(BytesIO(ours)).attachments["dati.jsonl"][0].splitlines()
    told = [json.loads(line)["dati"][INTESTAZIONE]["logo"]["contenuto"] for line in lines]
    assert told == [logo] + [impronta(b64decode(logo))] * (COUNT - 1)


@pytest.mark.lungo
def test_another_letterhead_is_another_form() -> None:
    """What is kept of a form to make its copies is of one letterhead only."""
    stamper = Stamper()
    for kind in ("png", "nessuno", "png"):
        for who in people(3):
            sent = with_head(kind=kind, lavoratore={**service.esempio("did")["lavoratore"], **who["lavoratore"]})
            one = atto("did", sent)
            made = stamper.write(one.documento(), data=one.incorporati(), created=one.creato)
            assert images(made) == (kind == "png")


def test_the_rows_of_a_lotto_say_its_print_and_the_documents_have_it(tmp_path: Path) -> None:
    store = Magazzino(tmp_path / "dati")
    large = png((400, 200))
    shared = with_head(luogo="Bergamo", **{INTESTAZIONE: intestazione(large)})
    del shared["lavoratore"]
    rows = [{"lavoratore": {**service.esempio("did")["lavoratore"], **who["lavoratore"]}} for who in people(3)]
    content = "\n".join(map(json.dumps, rows)).encode()
    try:
        of = invia(store, "did", content, comune=json.dumps(shared).encode(), formato="docx", unione="zip")
        while lavora(store) is not None:
            pass
        with store.lettura() as session:
            assert session.scalar(select(func.max(func.length(Riga.dati)))) < 2000
        [kept] = store.risultati.glob(f"{of}.logo-*")
        assert kept.read_text() == codificato(large)
        with ZipFile(risultato(store, of, "zip")) as archive:
            papers = [archive.read(name) for name in archive.namelist() if name.endswith(".docx")]
        assert len(papers) == 3
        for paper in papers:
            with ZipFile(BytesIO(paper)) as file:
                assert "word/media/logo.png" in file.namelist()
            told = json.loads(docx.read_data(paper))["dati"][INTESTAZIONE]["logo"]["contenuto"]
            assert told == codificato(large)
    finally:
        store.close()


@pytest.mark.usefixtures("kept")
def test_a_preview_may_show_the_images_that_it_holds_if_it_holds_one(client: FlaskClient) -> None:
    for kind, told in (("png", True), ("nessuno", False)):
        answer = client.post(f"{BASE}/modelli/did/documento?formato=html", json=with_head(kind=kind))
        assert answer.status_code == 200
        assert ("img-src data:;" in answer.headers["Content-Security-Policy"]) is told


def test_a_form_sends_the_file_of_the_logo(client: FlaskClient) -> None:
    sent = {
        "intestazione.denominazione": "Alfa",
        "intestazione.righe[0]": "Via Roma 1",
        "intestazione.logo": (BytesIO(b"%PDF-1.4"), "logo.png"),
    }
    answer = client.post(f"{BASE}/modelli/did/valida", data=sent, content_type="multipart/form-data")
    told = {one["percorso"]: one["messaggio"] for one in answer.get_json()["errori"]}
    assert told["/intestazione/logo/contenuto"] == (
        "Logo, Contenuto del file: il logo, che è un PDF, non è un PNG né un SVG: va esportato come PNG."
    )
    sent["intestazione.logo"] = (BytesIO(png()), "logo.png")
    answer = client.post(f"{BASE}/modelli/did/valida", data=sent, content_type="multipart/form-data")
    assert not [one for one in answer.get_json()["errori"] if one["percorso"].startswith("/intestazione")]


def test_what_is_wrong_says_the_field() -> None:
    wrong = {"denominazione": " ", "righe": ["a"] * 7, "logo": {"nome": "logo.jpg", "contenuto": "x"}}
    with pytest.raises(DatiIlleggibili) as told:
        atto("did", {**service.esempio("did"), INTESTAZIONE: wrong})
    assert [one.percorso for one in told.value.errori] == [
        *("/intestazione/denominazione", "/intestazione/logo/contenuto", "/intestazione/logo/nome"),
        "/intestazione/righe",
    ]
    assert "finisca in .png o .svg" in told.value.errori[2].messaggio


def test_what_a_file_is_is_told_once_whatever_its_name() -> None:
    photo, drawing = codificato(b"\xff\xd8\xff\xe0" + bytes(40)), codificato(DRAWING)
    for name, content, told in (
        ("a.jpg", photo, ["contenuto"]),
        ("a.png", photo, ["contenuto"]),
        ("a.png", drawing, []),
    ):
        assert sorted(Logo().validate({"nome": name, "contenuto": content})) == told


def test_the_example_of_a_logo_is_one() -> None:
    fields = Logo().fields
    found = Logo().load({name: field.esempio for name, field in fields.items()})  # type: ignore[attr-defined]
    assert b64encode(b64decode(found["contenuto"])).decode() == found["contenuto"]
