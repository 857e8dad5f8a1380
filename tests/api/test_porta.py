"""Who is served: local names and those told, pages of ours and of the portals told; and the headers of every answer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from docservice.api import BASE, create_app
from docservice.service import esempio

VALIDA = f"{BASE}/modelli/accordo-a/valida"
SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@pytest.fixture(scope="module")
def known() -> Iterator[FlaskClient]:
    """Return a client of an application with a name and a portal."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOCSERVICE_HOST", "accordi.example.it, Docservice.Example.IT")
        patch.setenv("DOCSERVICE_PORTALI", "https://portale.example.it")
        yield create_app().test_client()


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000", "[::1]", "LOCALHOST:1"]
)
def test_local_names_are_served(client: FlaskClient, host: str) -> None:
    assert client.get(f"{BASE}/modelli", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example", "192.168.1.4"],
)
@pytest.mark.parametrize("path", [f"{BASE}/modelli", "/", "/altrove"])
def test_other_names_are_not(client: FlaskClient, host: str, path: str) -> None:
    """A page whose name was made to lead here (DNS rebinding) reads nothing."""
    answer = client.get(path, headers={"Host": host})
    assert (answer.status_code, answer.json["type"]) == (421, "urn:docservice:problema:host-non-servito")
    assert "DOCSERVICE_HOST" in answer.json["detail"]
    assert dict(answer.headers) | SAFE == dict(answer.headers)


@pytest.mark.parametrize(
    "host", ["", "local host", "localhost, evil.example", "localhost:x", "a@localhost", "localhost/x"]
)
def test_a_host_that_is_missing_or_is_none_is_a_bad_request(client: FlaskClient, host: str) -> None:
    answer = client.get(f"{BASE}/modelli", environ_overrides={"HTTP_HOST": host})
    assert (answer.status_code, answer.json["type"]) == (400, "urn:docservice:problema:host-mancante")


def test_the_names_told_are_served(known: FlaskClient) -> None:
    for host in ("accordi.example.it", "docservice.example.it:443", "localhost"):
        assert known.get(f"{BASE}/modelli", headers={"Host": host}).status_code == 200
    assert known.get(f"{BASE}/modelli", headers={"Host": "example.it"}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:3000"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
        {"Sec-Fetch-Site": "Cross-Site"},
        {"Origin": "https://portale.example.it.evil.example", "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_what_changes_is_refused_to_pages_of_other_sites(known: FlaskClient, headers: dict[str, str]) -> None:
    body = esempio("accordo-a")
    for answer in (
        known.post(VALIDA, json=body, headers=headers),
        known.post(f"{BASE}/lotti", data={"modello": "did"}, headers=headers),
        known.delete(f"{BASE}/lotti/{'0' * 32}", headers=headers),
        known.put("/", headers=headers),
    ):
        assert (answer.status_code, answer.json["type"]) == (403, "urn:docservice:problema:altro-sito")
        assert dict(answer.headers) | SAFE == dict(answer.headers)
    # it may be linked to, and what it is answered no page of another site can read
    assert known.get(f"{BASE}/modelli", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://localhost"},
        {"Origin": "https://portale.example.it", "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_programs_our_pages_and_portals_are_served(known: FlaskClient, headers: dict[str, str]) -> None:
    assert known.post(VALIDA, json=esempio("accordo-a"), headers=headers).status_code == 200


def test_every_answer_has_its_headers(client: FlaskClient) -> None:
    kept = {f"{BASE}/modelli", f"{BASE}/docs", f"{BASE}/openapi.json"}
    for path in ("/", "/altrove", f"{BASE}/altrove", f"{BASE}/modelli/altrove", *kept):
        headers = client.get(path).headers
        # what is the same for all, until another version, is asked for again rather than kept out of every cache
        safe = SAFE | ({"Cache-Control": "no-cache"} if path in kept else {})
        assert dict(headers) | safe == dict(headers), path
        assert "default-src" in headers["Content-Security-Policy"], path


def test_large_bodies_take_turns(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    from docservice.api.soglia import porta
    from docservice.fila import Fila

    door = client.application.wsgi_app
    assert isinstance(door, porta.Porta)
    monkeypatch.setattr(door, "_grandi", Fila(1, 0))
    large = b" " * (porta.GRANDE + 1)
    with door._grandi.posto(1):
        answer = client.post(VALIDA, data=large, content_type="application/json")
        assert (answer.status_code, answer.json["type"]) == (503, "urn:docservice:problema:servizio-occupato")
        assert int(answer.headers["Retry-After"]) >= 1
        assert client.post(VALIDA, json=esempio("accordo-a")).status_code == 200
    assert client.post(VALIDA, data=large, content_type="application/json").status_code == 400
