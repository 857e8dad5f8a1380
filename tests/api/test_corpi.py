"""One payload, however it is written: the same verdict and the same bytes; what cannot be read is told."""

from __future__ import annotations

import copy
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

import pytest
from corpi_tools import NS, in_modulo, in_xml
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from docservice import service
from docservice.api import BASE, create_app
from docservice.api.corpi import JSON, MULTIPART, TIPI, URLENCODED, XML
from docservice.modelli.catalogo import catalogo

SLUGS = list(catalogo())


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_app().test_client()


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
@pytest.mark.parametrize("slug", SLUGS)
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
@pytest.mark.parametrize("slug", [slug for slug in SLUGS if slug.startswith("accordo-")])
def test_the_same_faults_at_the_same_paths(client: FlaskClient, slug: str, media: str) -> None:
    data = copy.deepcopy(service.esempio(slug))
    data["data"] = "22/06/2009"
    data["datore_lavoro"]["denominazione"] = " "
    data["datore_lavoro"]["sede_legale"]["cap"] = "2412"
    data["datore_lavoro"]["estraneo"] = "x"
    data["datore_lavoro"]["organico"]["operai"] = "molti"
    data["organizzazioni_sindacali"][0]["sigla"] = "a\u200bb"
    del data["datore_lavoro"]["rappresentante"]["cognome"]
    wanted = post(client, f"modelli/{slug}/valida", data, JSON)
    assert wanted.status_code == 422
    assert len(wanted.json["errori"]) == 7
    assert post(client, f"modelli/{slug}/valida", data, media).json == wanted.json


@pytest.mark.parametrize(
    ("content", "media", "word"),
    [
        (b"", XML, "vuoto"),
        (f"<accordo-a xmlns='{NS}'>".encode(), XML, "riga 1"),
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


def test_compressed_bodies_are_refused(client: FlaskClient) -> None:
    headers = {"Content-Encoding": "gzip"}
    answer = client.post(f"{BASE}/modelli/accordo-a/valida", json={}, headers=headers)
    assert answer.status_code == 415
    assert "compressione" in answer.json["detail"]


def test_the_description_has_every_type(client: FlaskClient) -> None:
    paths = client.get(f"{BASE}/openapi.json").json["paths"]
    bodies = [
        call["requestBody"]["content"] for path in paths.values() for call in path.values() if "requestBody" in call
    ]
    assert len(bodies) == 2 * len(SLUGS) + 4
    assert all(set(body) == set(TIPI) for body in bodies)


def test_the_xsd_is_served(client: FlaskClient) -> None:
    answer = client.get(f"{BASE}/modelli/accordo-a/schema?formato=xsd")
    assert (answer.status_code, answer.mimetype) == (200, XML)
    assert b'targetNamespace="urn:docservice:1"' in answer.data
