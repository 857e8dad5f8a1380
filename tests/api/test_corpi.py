"""One payload, however it is written: the same verdict and the same bytes; what cannot be read is told."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

import pytest
from corpi_tools import NS, in_modulo, in_xml
from flask.testing import FlaskClient
from marshmallow import Schema
from stadi import un_terzo
from werkzeug.test import TestResponse

from docservice import service
from docservice.api import BASE
from docservice.api.corpi import JSON, MULTIPART, TIPI, URLENCODED, XML
from docservice.campi.fields import Gruppo, Lista, SiNo
from docservice.modelli.calcolatori.catalogo import calcolatori
from docservice.modelli.catalogo import catalogo, modello

SLUGS = list(catalogo())


pytestmark = pytest.mark.usefixtures("kept")


def post(client: FlaskClient, call: str, data: Any, media: str) -> TestResponse:
    slug = call.split("/")[1]
    path = f"{BASE}/{call}"
    if media == JSON:
        return client.post(path, json=data)
    if media == XML:
        return client.post(path, data=in_xml(data, slug), content_type=XML)
    fields = dict(in_modulo(data))
    return client.post(path, data=fields if media == MULTIPART else urlencode(fields), content_type=media)


@pytest.mark.parametrize("media", TIPI[1:])
@pytest.mark.parametrize("slug", un_terzo(SLUGS))
def test_the_same_verdict_and_the_same_bytes(client: FlaskClient, slug: str, media: str) -> None:
    data = service.esempio(slug)
    for call in ("valida", "documento?formato=pdf", "documento?formato=docx", "documento?formato=html"):
        wanted = post(client, f"modelli/{slug}/{call}", data, JSON)
        found = post(client, f"modelli/{slug}/{call}", data, media)
        assert (found.status_code, found.data) == (wanted.status_code, wanted.data) == (200, wanted.data), call


@pytest.mark.parametrize("media", TIPI[1:])
def test_the_same_account(client: FlaskClient, media: str) -> None:
    data = {"data": "2016-03-01", "gruppi": [{"lavoratori": 3, "ore_settimanali": 40, "ore_lavorate_settimanali": 24}]}
    wanted = post(client, "calcoli/riduzione-cds", data, JSON)
    assert wanted.status_code == 200
    assert post(client, "calcoli/riduzione-cds", data, media).data == wanted.data


@pytest.mark.parametrize("media", TIPI[1:])
@pytest.mark.parametrize(
    "slug", [slug for slug in SLUGS if slug.startswith("accordo-") and not slug.endswith("-licenziamento")]
)
def test_the_same_faults_at_the_same_paths(client: FlaskClient, slug: str, media: str) -> None:
    data = copy.deepcopy(service.esempio(slug))
    data["data"] = "giugno"
    del data["datore_lavoro"]["denominazione"]
    data["datore_lavoro"]["sede_legale"]["cap"] = "2412"
    data["datore_lavoro"]["estraneo"] = "x"
    data["datore_lavoro"]["organico"]["operai"] = "molti"
    data["organizzazioni_sindacali"][0]["sigla"] = "a\u200bb"
    del data["datore_lavoro"]["rappresentante"]["cognome"]
    wanted = post(client, f"modelli/{slug}/valida", data, JSON)
    assert wanted.status_code == 422
    assert len(wanted.json["errori"]) == 7
    found = post(client, f"modelli/{slug}/valida", data, media).json
    # who sends a form knows its inputs
    names = [fault.pop("nome", None) for fault in found["errori"]]
    assert ("datore_lavoro.sede_legale.cap" in names) == (media != XML)
    assert ("organizzazioni_sindacali[0].sigla" in names) == (media != XML)
    assert found["detail"] == wanted.json["detail"]
    assert "Sede legale, CAP: servono cinque cifre." in [fault["messaggio"] for fault in found["errori"]]
    told = {fault["percorso"]: fault for fault in found["errori"]}
    expected = {fault["percorso"]: fault for fault in wanted.json["errori"]}
    # a form takes a day as people write it
    assert ("gg/mm/aaaa" in told.pop("/data")["messaggio"]) is (media != XML)
    assert "AAAA-MM-GG" in expected.pop("/data")["messaggio"]
    assert told == expected


@pytest.mark.parametrize(
    ("content", "media", "word"),
    [
        (b"", XML, "vuoto"),
        (f"<accordo-a xmlns='{NS}'>".encode(), XML, "riga 1"),
        (f"<accordo-a xmlns='{NS}'".encode(), XML, "riga 1"),
        (f"<accordo-a xmlns='{NS}'><luogo>".encode(), XML, "riga 1"),
        (f"<accordo-a xmlns='{NS}'>{'<a>' * 200}".encode(), XML, "troppi livelli"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", XML, "DOCTYPE"),
        (f"<accordo-a xmlns='{NS}'/>".encode(), f"{XML}; charset=ignota", "codifica"),
        (b"luogo=Citt%E0", URLENCODED, "UTF-8"),
        (b"luogo=Citt\xe0", URLENCODED, "UTF-8"),
        (b"luogo=Bergamo", f"{MULTIPART}; boundary=x", "parti"),
        (b"luogo=Bergamo", MULTIPART, "parti"),
    ],
)
def test_a_body_that_cannot_be_parsed(client: FlaskClient, content: bytes, media: str, word: str) -> None:
    answer = client.post(f"{BASE}/modelli/accordo-a/valida", data=content, content_type=media)
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert answer.json["type"] == "urn:docservice:problema:corpo-non-valido"
    assert word in answer.json["detail"]


def test_the_charset_of_the_header_wins(client: FlaskClient) -> None:
    text = in_xml(service.esempio("accordo-a"), "accordo-a").decode().partition("?>")[2]
    body = text.replace("Bergamo", "Forlì").encode("latin-1", "xmlcharrefreplace")
    path = f"{BASE}/modelli/accordo-a/documento?formato=html"
    answer = client.post(path, data=body, content_type=f"{XML}; charset=iso-8859-1")
    assert answer.status_code == 200
    assert "Forlì" in answer.text
    assert client.post(path, data=body, content_type="text/xml").status_code == 400


def test_a_file_in_a_form_is_refused_and_an_empty_one_passes(client: FlaskClient) -> None:
    fields: dict[str, Any] = dict(in_modulo(service.esempio("accordo-a")))
    path = f"{BASE}/modelli/accordo-a/valida"
    answer = client.post(path, data=fields | {"allegato": (BytesIO(b"x"), "a.txt")})
    assert [fault["percorso"] for fault in answer.json["errori"]] == ["/allegato"]
    assert client.post(path, data=fields | {"allegato": (BytesIO(b""), "")}).status_code == 200


@pytest.mark.parametrize("media", ["text/plain", "application/octet-stream", "", "application/vnd.x+xml"])
def test_other_types_are_refused(client: FlaskClient, media: str) -> None:
    answer = client.post(f"{BASE}/modelli/accordo-a/valida", data=b"{}", content_type=media)
    assert answer.status_code == 415
    assert all(tipo in answer.json["detail"] for tipo in TIPI)


@pytest.mark.parametrize(
    ("body", "media", "said"),
    [
        (b' \n{"luogo": "Bergamo"}', "", "sembra JSON: va inviato con Content-Type: application/json."),
        (
            b"\xef\xbb\xbf[]",
            "text/plain",
            "sembra JSON: va inviato con Content-Type: application/json, non text/plain.",
        ),
        (b"{}", URLENCODED, f"sembra JSON: va inviato con Content-Type: application/json, non {URLENCODED}."),
        (b"{}", f"{MULTIPART}; boundary=x", "sembra JSON"),
        (b"{}", XML, "sembra JSON"),
        (b"<?xml version='1.0'?><accordo-a/>", "", "sembra XML: va inviato con Content-Type: application/xml."),
        (b"<accordo-a/>", JSON, "sembra XML: va inviato con Content-Type: application/xml, non application/json."),
        (b"<accordo-a/>", URLENCODED, "sembra XML"),
    ],
)
def test_a_body_of_another_type_than_it_says_is_told_which(
    client: FlaskClient, body: bytes, media: str, said: str
) -> None:
    for path in (f"{BASE}/modelli/accordo-a/valida", f"{BASE}/calcoli/monte-ore"):
        answer = client.post(path, data=body, content_type=media)
        assert answer.status_code == 415
        assert said in answer.json["detail"]


@pytest.mark.parametrize("media", [MULTIPART, URLENCODED])
@pytest.mark.parametrize("slug", SLUGS)
def test_a_form_as_people_fill_it_in_gives_the_same_verdict(client: FlaskClient, slug: str, media: str) -> None:
    """Days and decimals in Italian, ticks as 1 and 0, names in brackets, and every other box there and blank."""
    data = service.esempio(slug)
    wanted = client.post(f"{BASE}/modelli/{slug}/valida", json=data)
    fields = {
        in_brackets(name): value if name.endswith("sottotipologia") else as_typed(value)
        for name, value in in_modulo(data)
    }
    sent = dict.fromkeys(blank(modello(slug).schema(), data), " ") | fields
    assert len(sent) > len(fields)
    found = client.post(
        f"{BASE}/modelli/{slug}/valida", data=sent if media == MULTIPART else urlencode(sent), content_type=media
    )
    assert found.json == wanted.json


def in_brackets(name: str) -> str:
    first, *steps = name.replace("[", ".").replace("]", "").split(".")
    return first + "".join(f"[{step}]" for step in steps)


def as_typed(text: str) -> str:
    if text in ("true", "false"):
        return "1" if text == "true" else "0"
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return date.fromisoformat(text).strftime("%d/%m/%Y")
    return text.replace(".", ",") if re.fullmatch(r"\d+\.\d{1,2}", text) else text


def blank(schema: Schema, data: dict[str, Any], before: str = "") -> Iterator[str]:
    """Yield the names of all the boxes that a page might show, with one row more for each list."""
    for name, field in schema.fields.items():
        inside, inner, told = f"{before}[{name}]" if before else name, field, data.get(name, {})
        if isinstance(field, Lista):
            inside, inner, told = f"{inside}[{len(told)}]", field.inner, {}
        if isinstance(inner, Gruppo):
            yield from blank(inner.schema, told, inside)
        elif not isinstance(inner, SiNo):
            yield inside


def test_compressed_bodies_are_refused(client: FlaskClient) -> None:
    headers = {"Content-Encoding": "gzip"}
    answer = client.post(f"{BASE}/modelli/accordo-a/valida", json={}, headers=headers)
    assert answer.status_code == 415
    assert "compressione" in answer.json["detail"]


def test_the_description_has_every_type(client: FlaskClient) -> None:
    paths = client.get(f"{BASE}/openapi.json").json["paths"]
    for path in ["/lotti", *(path for path, call in paths.items() if path.endswith("/tabella") and "post" in call)]:
        paths.pop(path)  # a form with a file, and no other
    [many] = (call["requestBody"]["content"] for call in paths.pop("/domanda-cigs").values())
    assert set(many) == {"application/json"}  # whole papers, one beside the other
    bodies = [
        call["requestBody"]["content"] for path in paths.values() for call in path.values() if "requestBody" in call
    ]
    assert len(bodies) == 2 * len(SLUGS) + len(calcolatori())
    assert all(set(body) == set(TIPI) for body in bodies)


def test_the_xsd_is_served(client: FlaskClient) -> None:
    answer = client.get(f"{BASE}/modelli/accordo-a/schema?formato=xsd")
    assert (answer.status_code, answer.mimetype) == (200, XML)
    assert b'targetNamespace="urn:docservice:1"' in answer.data


def multipart(*parts: str) -> dict[str, Any]:
    """Return the arguments of a post whose body has the example's fields and these parts, headers and all."""
    fields = [
        f'Content-Disposition: form-data; name="{n}"\r\n\r\n{v}' for n, v in in_modulo(service.esempio("accordo-a"))
    ]
    body = "".join(f"--b\r\n{part}\r\n" for part in (*fields, *parts)) + "--b--\r\n"
    return {"data": body.encode(), "content_type": f"{MULTIPART}; boundary=b"}


@pytest.mark.parametrize(
    ("part", "path"),
    [
        ("Content-Disposition: form-data\r\n\r\nX", "/"),
        ('Content-Disposition: form-data; filename="x"\r\n\r\nX', "/"),
        ('Content-Disposition: form-data; name="x"; filename=""\r\n\r\nX', "/x"),
        (f'Content-Disposition: form-data; name="{"n" * 5000}"\r\n\r\nX', f"/{'n' * 200}…"),
    ],
)
def test_parts_that_are_no_field(client: FlaskClient, part: str, path: str) -> None:
    answer = client.post(f"{BASE}/modelli/accordo-a/valida", **multipart(part))
    assert answer.status_code == 422
    assert [fault["percorso"] for fault in answer.json["errori"]] == [path]


def test_a_no_that_is_all_there_is_to_say_is_said(client: FlaskClient) -> None:
    data = service.esempio("accordo-a") | {"sospensioni_ente_bilaterale": {"interviene": False}}
    answers = [post(client, "modelli/accordo-a/valida", data, media).data for media in TIPI]
    assert len(set(answers)) == 1


def test_crowds_of_faults_are_told_in_part(client: FlaskClient) -> None:
    path = f"{BASE}/modelli/accordo-a/valida"
    names = {f"campo{n}": "x" for n in range(20_000)}
    for answer in (client.post(path, json=names), client.post(path, data=names)):
        assert answer.status_code == 422
        assert len(answer.json["errori"]) == 1000
    many = service.esempio("accordo-a") | {"lavoratori": [{}] * 2000}
    answer = client.post(path, json=many)
    assert (len(answer.json["errori"]), "6000" in answer.json["detail"]) == (1000, True)


def test_a_body_of_too_many_values_is_refused_before_it_is_read(client: FlaskClient) -> None:
    body = b'{"a":[' + b'{"b":0},' * 600_000 + b"0]}"
    answer = client.post(f"{BASE}/modelli/accordo-a/valida", data=body, content_type=JSON)
    assert answer.status_code == 400
    assert "troppi valori" in answer.json["detail"]


@pytest.mark.parametrize("kind", ["application/json", "application/xml", "application/x-www-form-urlencoded"])
@pytest.mark.parametrize("path", [f"{BASE}/modelli/did/valida", f"{BASE}/calcoli/monte-ore"])
def test_less_than_was_announced_is_never_judged(client: FlaskClient, path: str, kind: str) -> None:
    """Whatever the server, and whether or not it tells where the body ends."""
    for terminated in (False, True):
        answer = client.post(
            path,
            data=b"luogo=Lodi&",
            content_type=kind,
            environ_overrides={"CONTENT_LENGTH": "400", "wsgi.input_terminated": terminated},
        )
        assert answer.status_code == 400, answer.text


def test_a_table_of_which_less_came_is_not_taken(store_client: FlaskClient) -> None:
    body = b'--z\r\nContent-Disposition: form-data; name="modello"\r\n\r\ndid\r\n--z\r\nContent-Disposition: form-data;'
    body += b' name="file"; filename="a.csv"\r\n\r\nCognome;Nome\r\nBinti;Ca'
    for terminated in (False, True):
        for announced in (len(body), len(body) + 40):
            answer = store_client.post(
                f"{BASE}/lotti",
                data=body,
                content_type="multipart/form-data; boundary=z",
                environ_overrides={"CONTENT_LENGTH": str(announced), "wsgi.input_terminated": terminated},
            )
            assert answer.status_code == 400, answer.text
