"""What of a document goes alone; what is made public has no name and no code of a person, in any format."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from docx_tools import text_in
from flask.testing import FlaskClient
from lxml import etree
from lxml import html as lxml_html
from papers import FORMATI, reso
from pdf_tools import blocks_text, letters, tree_text
from pypdf import PdfReader

from docservice import service
from docservice.api import BASE
from docservice.cli.comandi import main
from docservice.cli.uscite import USO
from docservice.formati.lettura import leggi
from docservice.law.deroga_2009.procedura.decreto import DATORE_PUBBLICO
from docservice.modelli.catalogo import catalogo, modello
from docservice.paths import TEMPLATES
from docservice.render.docx import read_data
from docservice.text import source

WITH = [slug for slug, tipo in catalogo().items() if tipo.estratto]
PUBLIC = ["decreto-deroga"]
"""Those whose extract is made public."""
DECLARED = "domanda-deroga"
"""The one of which the declaration of truth goes alone."""
WITHOUT = [slug for slug, tipo in catalogo().items() if not tipo.estratto]
PERSONAL = ("nome", "cognome", "codice_fiscale", "partita_iva")


CHANGES: dict[str, dict[str, Any]] = {"": {}, "no": {"esito": "rigetto", "motivi": "L’accordo non è firmato."}}
EXAMPLES = [pytest.param(slug, change, id=f"{slug}, {change}") for slug in PUBLIC for change in CHANGES]


@pytest.fixture
def data(slug: str, change: str) -> Any:
    """Return the example, or the same changed."""
    return service.esempio(slug) | CHANGES[change]


def personal(value: Any) -> Iterator[str]:
    """Yield the names and the codes in a payload, whosever they are."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in PERSONAL:
                yield inner
            else:
                yield from personal(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from personal(inner)


def insides(kind: str, content: bytes) -> str:
    """Return all that a file holds: parts of a zip, streams and strings of a PDF, decoded."""
    if kind == "docx":
        with zipfile.ZipFile(BytesIO(content)) as parts:
            return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    if kind == "html":
        return content.decode()
    found = [tree_text(content)]
    with pikepdf.open(BytesIO(content)) as file:
        for item in file.objects:
            found.append(repr(item))
            if isinstance(item, pikepdf.Stream):
                raw = item.read_bytes()
                found += [raw.decode("utf-8", "replace"), raw.decode("utf-16-be", "replace")]
    return "\n".join(found)


@pytest.mark.parametrize("kind", list(service.FORMATI))
@pytest.mark.parametrize(("slug", "change"), EXAMPLES)
def test_nobody_is_in_it(slug: str, data: Any, kind: str) -> None:
    hidden = set(personal(data))
    assert len(hidden) > 8
    whole = insides(kind, reso(slug, kind, data, bozza=True))
    assert any(word in whole for word in hidden)  # the search finds what there is
    made = service.rendi(service.atto(slug, data), kind, estratto=True)
    inside = insides(kind, made.contenuto)
    assert not [word for word in hidden if word.casefold() in inside.casefold()]
    assert data["datore_lavoro"]["denominazione"] in inside
    assert made.nome == f"{slug}-estratto-{data['data']}.{kind}"


@pytest.mark.parametrize(("slug", "change"), EXAMPLES)
def test_the_data_inside_are_those_of_the_extract(slug: str, data: Any) -> None:
    public = modello(slug).estratto
    assert public
    [[in_pdf]] = PdfReader(BytesIO(reso(slug, "pdf", data, estratto=True))).attachments.values()
    assert in_pdf == read_data(reso(slug, "docx", data, estratto=True))
    carried = json.loads(in_pdf)
    assert carried["modello"] == public.id
    loaded = leggi(public.schema, carried["dati"])
    assert set(public.schema().fields["datore_lavoro"].schema.fields) == set(DATORE_PUBBLICO)  # what AQ-DEC2 looks into
    assert loaded == service.atto(slug, data).estratto.dati


@pytest.mark.parametrize(("slug", "change"), EXAMPLES)
def test_one_text_in_every_format(slug: str, data: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    grammar = etree.RelaxNG(etree.parse(str(TEMPLATES.parent / "docservice" / "text" / "source.rng")))
    parse = source.parse

    def checked(text: str) -> etree._Element:
        root = parse(text)
        grammar.assertValid(root)
        return root

    monkeypatch.setattr(source, "parse", checked)
    wanted = letters(blocks_text(service.atto(slug, data).estratto.documento()))
    assert len(wanted) > 500
    made = {kind: reso(slug, kind, data, estratto=True) for kind in FORMATI}
    assert letters(tree_text(made["pdf"])) == wanted
    assert letters("".join(text_in(made["docx"]))) == wanted
    [body] = lxml_html.fromstring(made["html"].decode()).iter("main")
    assert letters(body.text_content()) == wanted


@pytest.mark.parametrize("slug", PUBLIC)
@pytest.mark.usefixtures("kept")
def test_asked_for_by_http(client: FlaskClient, slug: str) -> None:
    call = f"{BASE}/modelli/{slug}/documento?formato=pdf"
    answer = client.post(f"{call}&estratto=1", json=service.esempio(slug))
    assert answer.status_code == 200
    assert f'filename="{slug}-estratto-' in answer.headers["Content-Disposition"]
    assert answer.data == reso(slug, "pdf", estratto=True)
    assert client.post(f"{call}&estratto=0", json=service.esempio(slug)).data != answer.data
    # what would leak into it is refused
    [worker, *_] = service.esempio(slug)["lavoratori"]
    leak = {"motivi": f"Escluso {worker['nome']} {worker['cognome']}."}
    refused = client.post(f"{call}&estratto=1", json=service.esempio(slug) | leak)
    assert (refused.status_code, refused.json["type"]) == (422, "urn:docservice:problema:non-conforme")


def test_the_declaration_of_truth_goes_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sent on 24 June 2009, by 14 July: twenty days."""
    data = service.esempio(DECLARED)
    test_one_text_in_every_format(DECLARED, data, monkeypatch)
    told = blocks_text(service.atto(DECLARED, data).estratto.documento()).replace("\xa0", " ")
    assert data["firmatario"]["cognome"] in told
    assert "entro il 14 luglio 2009" in told
    assert [worker["cognome"] for worker in data["lavoratori"] if worker["cognome"] in told] == []
    digital = data | {"firma": {"tipo": "digitale"}}
    assert "la presente dichiarazione non occorre" in blocks_text(service.atto(DECLARED, digital).estratto.documento())


def test_others_have_none(client: FlaskClient, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    slug = WITHOUT[0]
    answer = client.post(f"{BASE}/modelli/{slug}/documento?estratto=1", json=service.esempio(slug))
    assert answer.status_code == 422
    assert [fault["percorso"] for fault in answer.json["errori"]] == ["/estratto"]
    path = tmp_path / "dati.json"
    path.write_text(json.dumps(service.esempio(slug)))
    told = main(["documento", str(path), "--modello", slug, "-o", str(tmp_path / "x.pdf"), "--estratto"])
    assert told == USO
    assert "non ha un estratto" in capsys.readouterr().err


@pytest.mark.parametrize("slug", WITH)
def test_asked_for_by_command(slug: str, tmp_path: Path) -> None:
    path, out = tmp_path / "dati.json", tmp_path / "x.html"
    path.write_text(json.dumps(service.esempio(slug)))
    assert main(["documento", str(path), "--modello", slug, "-o", str(out), "--estratto"]) == 0
    assert out.read_bytes() == reso(slug, "html", estratto=True)
