"""What is told of a call that cannot be served, or of a document that breaks the law: where, what, and the remedy."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from docservice.api import BASE, create_app
from docservice.service import esempio

SLUG = "accordo-a"
MODELLO = f"{BASE}/modelli/{SLUG}"

pytestmark = pytest.mark.usefixtures("kept")


def faults(answer: Any) -> dict[str, dict[str, str]]:
    assert (answer.status_code, answer.json["type"]) == (422, "urn:docservice:problema:dati-illeggibili")
    return {one["percorso"]: one for one in answer.json["errori"]}


def test_a_finding_says_whom_it_concerns(client: FlaskClient) -> None:
    data = esempio(SLUG)
    data["lavoratori"][1]["codice_fiscale"] = "BNTCRL71C54A794X"
    judged = client.post(f"{MODELLO}/valida", json=data).json
    refused = client.post(f"{MODELLO}/documento", json=data).json
    for told in (judged, refused):
        [found] = [one for one in told["rilievi"] if one["percorso"] == "/lavoratori/1/codice_fiscale"]
        assert found["campo"] == "Lavoratori, n. 2, Codice fiscale"
    described = client.get(f"{BASE}/openapi.json").json["components"]["schemas"]
    assert described["Rilievo"]["properties"]["campo"]["title"] == "Campo"
    assert described["Problem"]["properties"]["rilievi"]["items"]["$ref"] == "#/components/schemas/Rilievo"


@pytest.mark.parametrize(
    ("query", "said"), [("modello=didd", "forse «did»? Va"), ("regime=dlgs148", "forse «dlgs-148»?")]
)
def test_a_word_of_the_address_is_told_what_it_may_be(client: FlaskClient, query: str, said: str) -> None:
    [fault] = client.get(f"{BASE}/regole?{query}").json["errori"]
    assert said in fault["messaggio"]


@pytest.mark.parametrize(
    ("query", "path", "said"),
    [
        ("formato=odt", "/formato", "Indirizzo, formato: valore non ammesso, va scelto fra pdf, docx, html."),
        ("format=pdf", "/format", "Indirizzo, format: campo non previsto, forse «formato»?"),
        (
            "forma=pdf",
            "/forma",
            "forse «formato»? Ne va corretto il nome, o va tolto. Si può scrivere: formato, bozza",
        ),
        ("x=1", "/x", "Indirizzo, x: campo non previsto, va tolto o ne va corretto il nome. Si può scrivere: formato"),
        ("bozza=1&bozza=1", "/bozza", "Indirizzo, bozza: campo scritto più di una volta"),
    ],
)
def test_a_fault_of_the_address_names_what_is_wrong(client: FlaskClient, query: str, path: str, said: str) -> None:
    answer = client.post(f"{MODELLO}/documento?{query}", json=esempio(SLUG))
    found = faults(answer)
    assert said in found[path]["messaggio"]
    assert found[path]["campo"] == f"Indirizzo, {path[1:]}"
    assert answer.json["detail"] == "L’indirizzo ha un difetto, descritto in errori."


@pytest.mark.parametrize("path", ["/modelli", "/status", "/openapi.json", "/docs", "/docs/condizioni"])
def test_a_call_without_a_query_takes_none(client: FlaskClient, path: str) -> None:
    assert "l’indirizzo finisce prima" in faults(client.get(f"{BASE}{path}?x=1"))["/x"]["messaggio"]


def test_in_a_form_an_input_is_called_as_it_was_sent(client: FlaskClient) -> None:
    sent = {"datore_lavoro[sede_legale][cap]": "1", "lavoratori[0][cognome]": "Binti"}
    found = faults(client.post(f"{MODELLO}/valida", data=sent))
    assert found["/datore_lavoro/sede_legale/cap"]["nome"] == "datore_lavoro[sede_legale][cap]"
    assert found["/lavoratori/0/nome"]["nome"] == "lavoratori[0][nome]"
    assert "nome" not in faults(client.post(f"{MODELLO}/valida", json={}))["/luogo"]


def test_another_version_is_refused_with_a_problem(client: FlaskClient) -> None:
    path = f"{BASE}/parametri"
    kept = client.get(path).headers["ETag"]
    assert client.get(path, headers={"If-Match": kept}).status_code == 200
    refused = client.get(path, headers={"If-Match": '"x"'})
    assert (refused.status_code, refused.mimetype) == (412, "application/problem+json")
    assert refused.json["type"] == "urn:docservice:problema:versione-diversa"
    assert "If-Match" in refused.json["detail"]


def test_of_near_addresses_the_one_that_differs_by_signs_only(client: FlaskClient) -> None:
    told = client.get(f"{BASE}/modelli/accordo_a").json
    assert "forse accordo-a. " in told["detail"]
    assert told["simili"] == [f"http://localhost{BASE}/modelli/accordo-a"]


def test_a_lotto_that_is_not_here_is_told_alike(store_client: FlaskClient) -> None:
    details = {store_client.get(f"{BASE}/lotti/{one}").json["detail"] for one in ("abc", "0" * 32)}
    assert len(details) == 1
    assert "va controllato l’indirizzo" in details.pop().lower()


def test_a_draft_has_a_name_of_its_own(client: FlaskClient) -> None:
    names = [
        client.post(f"{MODELLO}/documento?bozza={draft}", json=esempio(SLUG)).headers["Content-Disposition"]
        for draft in "01"
    ]
    assert names == [f'attachment; filename="{SLUG}-2009-06-22{end}.pdf"' for end in ("", "-bozza")]


def test_too_large_a_body_is_told_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCSERVICE_MAX_CORPO", str(2 * 1024 * 1024))
    answer = create_app().test_client().post(f"{MODELLO}/valida", json={"luogo": "x" * 3 * 1024 * 1024})
    assert (answer.status_code, "2 MB" in answer.json["detail"]) == (413, True)  # type: ignore[index]


def test_every_answer_has_its_number(client: FlaskClient) -> None:
    root = client.get("/")
    assert root.headers["Location"] == f"http://localhost{BASE}/docs"
    refused = client.get("/", headers={"Host": "evil.example"})
    numbers = [one.headers["X-Request-Id"] for one in (root, refused, client.get("/x"), client.get(f"{BASE}/modelli"))]
    assert len(set(numbers)) == len(numbers)


def test_options_tell_the_methods_and_nothing_else(client: FlaskClient) -> None:
    answer = client.options(f"{BASE}/modelli")
    assert (answer.status_code, answer.data, "Content-Type" in answer.headers) == (204, b"", False)
    assert "GET" in answer.headers["Allow"]
    asking = {"Origin": "https://altro.example", "Access-Control-Request-Method": "POST"}
    refused = client.options(f"{BASE}/lotti", headers=asking)
    assert (refused.status_code, refused.json["type"]) == (403, "urn:docservice:problema:altro-sito")  # type: ignore[index]
