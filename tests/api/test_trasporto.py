"""How an answer is asked for and travels: `Accept`, what is kept and compressed, where links lead, who may read."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

from docservice.api import BASE, create_app
from docservice.api.soglia.accetta import scegli
from docservice.modelli.catalogo import catalogo
from docservice.service import esempio

SLUG = next(iter(catalogo()))
HOME = f"http://localhost{BASE}"
STABLE = [
    *("/modelli", f"/modelli/{SLUG}", f"/modelli/{SLUG}/schema", f"/modelli/{SLUG}/schema?formato=xsd"),
    *(f"/modelli/{SLUG}/esempio", f"/modelli/{SLUG}/tabella", "/parametri?data=2009-06-22", "/calcoli", "/regole"),
    *("/calcoli/monte-ore", "/calcoli/monte-ore/schema", "/calcoli/monte-ore/esempio"),
    *("/openapi.json", "/docs", "/docs/condizioni", "/docs/swagger-ui.css"),
]
PORTALE = "https://portale.example.it"


@pytest.fixture(scope="module")
def known() -> Iterator[FlaskClient]:
    """Return a client of an application with a name and a portal."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOCSERVICE_HOST", "accordi.example.it")
        patch.setenv("DOCSERVICE_PORTALI", PORTALE)
        yield create_app().test_client()


PDF, HTML, DOCX, JSON = "application/pdf", "text/html", "application/docx", "application/json"


@pytest.mark.parametrize(
    ("asked", "chosen"),
    [
        ([], PDF),
        ([("*/*", 1)], PDF),
        ([("application/*", 1)], PDF),
        ([("text/*", 0.1)], HTML),
        ([("text/html", 0.5), ("*/*", 0.1)], HTML),
        ([("text/html", 0.1), ("*/*", 0.5)], PDF),
        # the narrowest range counts, whatever comes before
        ([("*/*", 1), ("application/pdf", 0)], HTML),
        ([("application/pdf", 0)], None),
        ([("TEXT/HTML; level=1", 1)], HTML),
        ([("image/png", 1), ("pdf", 1)], None),
    ],
)
def test_one_rule_for_accept(asked: list[tuple[str, float]], chosen: str | None) -> None:
    assert scegli([PDF, HTML], asked) == chosen


def test_json_of_any_kind_is_json() -> None:
    assert scegli(["application/schema+json", "application/xml"], [(JSON, 1)]) == "application/schema+json"
    assert scegli([JSON], [("application/schema+json", 1)]) is None


@pytest.mark.parametrize("path", [*STABLE, "/status", "/lotti/" + "0" * 32, f"/lotti/{'0' * 32}/risultato"])
def test_every_call_tells_what_it_makes_to_who_wants_something_else(store_client: FlaskClient, path: str) -> None:
    if path.endswith((".css", "xsd")):
        return  # a file by its name; an address that says the format
    answer = store_client.get(BASE + path, headers={"Accept": "image/png"})
    assert (answer.status_code, answer.mimetype) == (406, "application/problem+json")
    assert "/" in answer.json["detail"]


def test_the_address_comes_before_the_header(client: FlaskClient) -> None:
    path = f"{BASE}/modelli/{SLUG}"
    assert client.get(f"{path}/schema", headers={"Accept": "text/xml, application/xml"}).mimetype == "application/xml"
    asked = client.get(f"{path}/schema?formato=json", headers={"Accept": "application/xml"})
    assert asked.mimetype == "application/schema+json"
    told = client.post(f"{path}/valida?formato=ics", json=esempio(SLUG), headers={"Accept": JSON})
    assert told.mimetype == "text/calendar"
    assert "Accept" in told.headers["Vary"]


@pytest.mark.parametrize("path", STABLE)
def test_what_is_stable_is_not_sent_twice(client: FlaskClient, path: str) -> None:
    first = client.get(BASE + path)
    assert first.status_code == 200
    assert "no-store" not in first.headers["Cache-Control"]
    again = client.get(BASE + path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert client.get(BASE + path, headers={"If-None-Match": '"altro"'}).data == first.data


def test_what_is_of_a_person_is_not_kept(client: FlaskClient) -> None:
    told = client.post(f"{BASE}/modelli/{SLUG}/valida", json=esempio(SLUG))
    assert told.headers["Cache-Control"] == "no-store"
    assert "ETag" not in told.headers


def test_long_texts_are_compressed_for_who_takes_them(client: FlaskClient) -> None:
    plain = client.get(f"{BASE}/parametri")
    small = client.get(f"{BASE}/parametri", headers={"Accept-Encoding": "br, gzip"})
    assert small.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.data) == plain.data
    assert len(small.data) < len(plain.data) / 4
    assert "Accept-Encoding" in plain.headers["Vary"]
    assert "Accept-Encoding" in small.headers["Vary"]
    assert small.headers["ETag"] != plain.headers["ETag"]
    same = {"Accept-Encoding": "gzip", "If-None-Match": small.headers["ETag"]}
    assert client.get(f"{BASE}/parametri", headers=same).status_code == 304
    for refused in ("identity", "gzip;q=0, *", "br"):
        answer = client.get(f"{BASE}/parametri", headers={"Accept-Encoding": refused})
        assert "Content-Encoding" not in answer.headers
    table = client.get(f"{BASE}/modelli/{SLUG}/tabella", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in table.headers
    judged = client.post(f"{BASE}/modelli/{SLUG}/valida", json=esempio(SLUG), headers={"Accept-Encoding": "gzip"})
    assert judged.headers["Content-Encoding"] == "gzip"


FORWARDED = [
    ({}, "http://accordi.example.it"),
    ({"X-Forwarded-Proto": "https"}, "https://accordi.example.it"),
    ({"X-Forwarded-Proto": "https, http"}, "https://accordi.example.it"),
    ({"X-Forwarded-Proto": "javascript"}, "http://accordi.example.it"),
    ({"X-Forwarded-Proto": "https", "X-Forwarded-Host": "localhost:8443"}, "https://localhost:8443"),
    ({"X-Forwarded-Host": "evil.example"}, "http://accordi.example.it"),
]


@pytest.mark.parametrize(("headers", "root"), FORWARDED)
def test_links_lead_where_the_client_came_from(known: FlaskClient, headers: dict[str, str], root: str) -> None:
    headers = {"Host": "accordi.example.it", **headers}
    links = known.get(f"{BASE}/modelli/{SLUG}", headers=headers).json["links"]
    assert links["valida"] == f"{root}{BASE}/modelli/{SLUG}/valida"


def test_a_name_that_is_not_served_is_not_by_a_header(known: FlaskClient) -> None:
    answer = known.get(f"{BASE}/modelli", headers={"Host": "evil.example", "X-Forwarded-Host": "localhost"})
    assert answer.status_code == 421


def test_pages_of_portals_may_read_and_ask_first(known: FlaskClient, client: FlaskClient) -> None:
    asking = {"Origin": PORTALE, "Access-Control-Request-Method": "POST"}
    allowed = known.options(f"{BASE}/lotti", headers=asking)
    assert (allowed.status_code, allowed.headers["Access-Control-Allow-Origin"]) == (204, PORTALE)
    assert "POST" in allowed.headers["Access-Control-Allow-Methods"]
    assert "Idempotency-Key" in allowed.headers["Access-Control-Allow-Headers"]
    for answer in (
        known.get(f"{BASE}/modelli", headers={"Origin": PORTALE}),
        known.get(f"{BASE}/altrove", headers={"Origin": PORTALE}),
    ):
        assert answer.headers["Access-Control-Allow-Origin"] == PORTALE
        assert {"Location", "Retry-After", "ETag"} <= set(answer.headers["Access-Control-Expose-Headers"].split(", "))
        assert "Origin" in ", ".join(answer.headers.getlist("Vary"))
        assert "Access-Control-Allow-Credentials" not in answer.headers
    others = [
        known.get(f"{BASE}/modelli", headers={"Origin": "https://evil.example"}),
        known.options(f"{BASE}/lotti", headers=asking | {"Origin": "https://evil.example"}),
        client.get(f"{BASE}/modelli", headers={"Origin": PORTALE}),
        client.options(f"{BASE}/lotti", headers=asking),
    ]
    assert not [one for one in others if "Access-Control-Allow-Origin" in one.headers]


@pytest.mark.parametrize(
    ("path", "words", "near"),
    [
        (f"/modelli/{SLUG[:2]}{SLUG[3:]}", "Questo modello non c’è: forse", f"/modelli/{SLUG}"),
        (f"/modelli/{SLUG.upper()}/schema", "Questo modello non c’è: forse", f"/modelli/{SLUG}"),
        ("/modelli/zzz", f"L’elenco è in {HOME}/modelli", None),
        (f"/modelli/{SLUG}/valid", "Qui c’è: documento, esempio, schema, tabella, valida", f"/modelli/{SLUG}/valida"),
        ("/calcoli/monteore", "Questo calcolatore non c’è: forse monte-ore", "/calcoli/monte-ore"),
        ("/lotti/abc", "Questo lotto non c’è", None),
        ("/lotti/abc/riga", "Qui c’è: errori, righe, ripresa, risultato", "/lotti/abc/righe"),
        ("/Modelli", "forse modelli", "/modelli"),
        ("/status/altro", "Dopo questo indirizzo non c’è altro", None),
        ("/modelli//x", "due barre", None),
    ],
)
def test_what_is_not_here_says_what_is(client: FlaskClient, path: str, words: str, near: str | None) -> None:
    answer = client.get(BASE + path)
    told: dict[str, Any] = answer.json
    assert (answer.status_code, told["type"]) == (404, "urn:docservice:problema:non-trovato")
    assert words in told["detail"]
    assert (HOME + near in told["simili"]) if near else "simili" not in told
    assert "zzz" not in told["detail"]


def test_out_of_the_base_path_the_base_path_is_told(client: FlaskClient) -> None:
    for path in ("/modelli", "/rest/accordi/v2/modelli", BASE.upper()):
        told = client.get(path).json
        assert f"sotto {HOME}," in told["detail"], path
    assert "minuscolo" in told["detail"]


def test_a_method_that_is_not_taken_tells_those_that_are(client: FlaskClient) -> None:
    answer = client.put(f"{BASE}/lotti/{'0' * 32}")
    assert (answer.status_code, answer.json["type"]) == (405, "urn:docservice:problema:metodo-non-ammesso")
    assert "DELETE o GET" in answer.json["detail"]
    assert "GET" in answer.headers["Allow"]


def test_the_openapi_tells_a_first_request_that_works(client: FlaskClient) -> None:
    info = client.get(f"{BASE}/openapi.json", headers={"Host": "localhost:8443"}).json["info"]
    [body] = re.findall(r"-d '([^']+)'", info["description"])
    calls = re.findall(rf"http://localhost:8443({BASE}/\S+)", info["description"])
    assert client.post(calls[0], data=body, content_type="application/json").status_code == 200
    assert [client.get(calls[1]).status_code, client.post(calls[2], json=client.get(calls[1]).json).status_code] == [
        200
    ] * 2
    assert client.get(info["termsOfService"], headers={"Host": "localhost:8443"}).status_code == 200
    assert info["contact"]["name"]


def test_a_slash_at_the_end_is_no_fault(client: FlaskClient) -> None:
    assert client.get(f"{BASE}/modelli/{SLUG}/").json == client.get(f"{BASE}/modelli/{SLUG}").json
