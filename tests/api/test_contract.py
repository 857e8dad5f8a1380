"""The HTTP contract, call by call, and what hostile clients send."""

from __future__ import annotations

import io
import json
import re
import threading
import time
from base64 import b64encode
from collections.abc import Collection, Iterator, Sequence
from hashlib import sha256
from itertools import cycle, pairwise
from typing import Any

import jsonschema
import pytest
from flask.testing import FlaskClient
from hostile import WORDS
from stadi import un_terzo

from docservice.api import BASE, create_app
from docservice.modelli.catalogo import catalogo, modello
from docservice.service import FORMATI, OGNI_FORMATO, esempio, formati

SLUGS = list(catalogo())


pytestmark = pytest.mark.usefixtures("kept")


def post(client: FlaskClient, path: str, data: Any, **options: Any) -> Any:
    return client.post(BASE + path, json=data, **options)


def problem(answer: Any, status: int, kind: str) -> dict[str, Any]:
    assert answer.status_code == status, answer.data[:300]
    assert answer.mimetype == "application/problem+json"
    told: dict[str, Any] = json.loads(answer.data)
    assert told["type"].endswith(kind)
    assert told["status"] == status
    assert told["detail"]
    assert "Traceback" not in answer.text
    return told


def test_status_renders_before_it_says_yes(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    from docservice.api import status

    monkeypatch.setattr(status, "PATIENCE", 60.0)
    monkeypatch.setattr(status, "_salute", status.Salute())
    monkeypatch.setattr(status.RENDERER, "riuscito", float("-inf"))
    assert client.get(f"{BASE}/status").json["stato"] == "attivo"
    monkeypatch.setattr(status.RENDERER, "render", lambda *_, **__: 1 / 0)
    answer = client.get(f"{BASE}/status")
    assert "PDF" in problem(answer, 503, "parte-guasta")["detail"]
    assert int(answer.headers["Retry-After"]) > 0
    # what came out a moment ago says that documents are made
    monkeypatch.setattr(status.RENDERER, "riuscito", time.monotonic())
    assert client.get(f"{BASE}/status").status_code == 200


def test_status_is_told_at_once_whatever_the_renders_do(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    from docservice.api import status

    over = threading.Event()
    monkeypatch.setattr(status, "PATIENCE", 0.1)
    monkeypatch.setattr(status, "_salute", status.Salute())
    monkeypatch.setattr(status.RENDERER, "riuscito", float("-inf"))
    monkeypatch.setattr(status.RENDERER, "render", lambda *_, **__: over.wait(60))
    began = time.monotonic()
    # it never made one: it has yet to start
    assert "avvio" in problem(client.get(f"{BASE}/status"), 503, "parte-guasta")["detail"]
    over.set()
    monkeypatch.setattr(status, "PATIENCE", 60.0)
    assert client.get(f"{BASE}/status").status_code == 200
    over.clear()
    # it made some, and now each takes long: none has failed
    monkeypatch.setattr(status, "PATIENCE", 0.1)
    assert client.get(f"{BASE}/status").status_code == 200
    assert time.monotonic() - began < 30
    over.set()


def test_the_trial_begins_with_the_server(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    from docservice.api import status

    monkeypatch.setattr(status, "PATIENCE", 0.0)
    monkeypatch.setattr(status, "_salute", status.Salute())
    monkeypatch.setattr(status.RENDERER, "riuscito", float("-inf"))
    status.avvia(30.0)
    assert status._salute.prova(30.0).over.wait(60)
    # minutes later: the first who asks is told what it found
    assert client.get(f"{BASE}/status").status_code == 200


def test_a_busy_service_is_no_broken_one(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    from docservice.api import status
    from docservice.fila import Occupato

    def busy(*_: Any, **__: Any) -> None:
        raise Occupato(5)

    monkeypatch.setattr(status, "PATIENCE", 60.0)
    monkeypatch.setattr(status, "_salute", status.Salute())
    monkeypatch.setattr(status.RENDERER, "riuscito", float("-inf"))
    monkeypatch.setattr(status.RENDERER, "render", busy)
    assert client.get(f"{BASE}/status").status_code == 200


def test_status_is_degraded_when_lotti_cannot_be_kept_or_made(
    store_client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    from docservice.api import status
    from docservice.store.guasti import Guasto

    found: list[Any] = [Guasto.PIENO]
    monkeypatch.setattr(status, "RECENT", -1.0)
    monkeypatch.setattr(status, "_archivio", status.Archivio())
    monkeypatch.setattr(status, "salute", lambda _: found[0])
    monkeypatch.setattr(status.RENDERER, "riuscito", time.monotonic() + 60)
    told = store_client.get(f"{BASE}/status").json
    assert told["stato"] == "degradato"
    [one] = told["guasti"]
    assert (one["parte"], one["tipo"]) == ("archivio", "pieno")
    assert "liberare spazio" in one["messaggio"]
    found[0] = None
    assert store_client.get(f"{BASE}/status").json["stato"] == "attivo"
    # nobody makes them, where somebody should
    monkeypatch.setattr(status, "_ABSENT", -1.0)
    assert store_client.get(f"{BASE}/status").json["stato"] == "attivo"
    monkeypatch.setitem(store_client.application.config, "MOTORE", 1)
    told = store_client.get(f"{BASE}/status").json
    assert (told["stato"], told["guasti"][0]["parte"]) == ("degradato", "lotti")
    assert "riavviarlo" in told["guasti"][0]["messaggio"]


def test_catalogue(client: FlaskClient) -> None:
    items = client.get(f"{BASE}/modelli").json["items"]
    assert [item["id"] for item in items] == SLUGS
    for item in items:
        assert item["formati"] == list(formati(modello(item["id"])))
        for link in ("self", "schema", "esempio"):
            assert client.get(item["links"][link]).status_code == 200


@pytest.mark.parametrize("slug", SLUGS)
def test_the_example_follows_the_schema_and_is_conforme(client: FlaskClient, slug: str) -> None:
    example = client.get(f"{BASE}/modelli/{slug}/esempio").json
    schema = client.get(f"{BASE}/modelli/{slug}/schema").json
    jsonschema.Draft202012Validator(schema).validate(example)
    told = post(client, f"/modelli/{slug}/valida", example).json
    assert told["esito"] == "conforme"
    assert set(told) == {"modello", "esito", "rilievi", "controlli", "calcoli", "passaggi", "scadenze"}


def parts(schema: dict[str, Any], name: str) -> Iterator[tuple[str, Any]]:
    """Yield what a schema is made of, each part with a name that says whose it is."""
    yield name, {key: told for key, told in schema.items() if key not in {"$defs", "properties"}}
    for within in ("$defs", "properties"):
        for key, told in schema.get(within, {}).items():
            yield from parts(told, f"{name} {key}")


def test_the_schemas_are_schemas(client: FlaskClient) -> None:
    """All of them in one, where what several documents have alike stands once."""
    published = {slug: client.get(f"{BASE}/modelli/{slug}/schema").json for slug in SLUGS}
    found = {json.dumps(told, sort_keys=True): name for slug in SLUGS for name, told in parts(published[slug], slug)}
    assert len(found) > len(SLUGS)
    defs = {name: json.loads(told) for told, name in found.items()}
    assert len(defs) == len(found)
    jsonschema.Draft202012Validator.check_schema({"$defs": defs})


@pytest.mark.parametrize("slug", un_terzo(SLUGS))
@pytest.mark.parametrize(("formato", "media"), OGNI_FORMATO.items())
def test_document_in_every_format(client: FlaskClient, slug: str, formato: str, media: str) -> None:
    example = esempio(slug)
    if formato not in formati(modello(slug)):
        told = problem(post(client, f"/modelli/{slug}/documento?formato={formato}", example), 422, "dati-illeggibili")
        assert formato not in told["errori"][0]["messaggio"]
        accept = post(client, f"/modelli/{slug}/documento", example, headers={"Accept": media})
        assert media not in problem(accept, 406, "formato-non-disponibile")["detail"]
        return
    by_query = post(client, f"/modelli/{slug}/documento?formato={formato}", example)
    by_accept = post(client, f"/modelli/{slug}/documento", example, headers={"Accept": media})
    assert by_query.status_code == by_accept.status_code == 200
    assert by_query.mimetype == media
    assert by_query.data == by_accept.data
    day = example.get("data") or example.get("data_verbale") or example["comunicazione"]["data"]
    assert f'filename="{slug}-{day}.{formato}"' in by_query.headers["Content-Disposition"]


def test_pdf_is_the_default_and_other_formats_are_refused(client: FlaskClient) -> None:
    example = esempio("accordo-a")
    path = "/modelli/accordo-a/documento"
    for accept in ("*/*", "application/*", "application/pdf;q=0.5, image/png"):
        assert post(client, path, example, headers={"Accept": accept}).mimetype == "application/pdf"
    problem(post(client, path, example, headers={"Accept": "image/png"}), 406, "formato-non-disponibile")
    assert post(client, path, example, headers={"Accept": ""}).mimetype == "application/pdf"
    told = problem(post(client, f"{path}?formato=odt&altro=1", example), 422, "dati-illeggibili")
    assert [fault["percorso"] for fault in told["errori"]] == ["/altro", "/formato"]
    told = problem(post(client, f"{path}?formato=pdf&bozza=1&formato=html", example), 422, "dati-illeggibili")
    assert [fault["percorso"] for fault in told["errori"]] == ["/formato"]


def test_no_address_is_sent_elsewhere_but_the_root(client: FlaskClient) -> None:
    for path in ("/modelli//accordo-a", "/modelli/accordo-a//valida"):
        problem(client.get(BASE + path), 404, "non-trovato")
    problem(client.get("/", environ_overrides={"PATH_INFO": f"/{BASE}/modelli"}), 404, "non-trovato")
    root = client.get("/")
    assert root.headers["Location"] == f"http://localhost{BASE}/docs"
    assert not root.data


def test_non_conforme_is_refused_with_its_findings_unless_a_draft(client: FlaskClient) -> None:
    data = esempio("accordo-a")
    data["pagamento_diretto_inps"] = False
    judged = post(client, "/modelli/accordo-a/valida", data)
    assert judged.status_code == 200
    told = problem(post(client, "/modelli/accordo-a/documento", data), 422, "non-conforme")
    assert told["rilievi"] == judged.json["rilievi"]
    assert told["esito"] == "non_conforme"
    draft = post(client, "/modelli/accordo-a/documento?bozza=1&formato=html", data)
    assert draft.status_code == 200
    assert "BOZZA" in draft.text
    problem(post(client, "/modelli/accordo-a/documento?bozza=0", data), 422, "non-conforme")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"  ",
        b"{",
        b'{"a": 1, "a": 2}',
        b'{"a": NaN}',
        b'{"a": -Infinity}',
        b"\xff\xfe",
        b"[" * 200_000,
        b"1" * 9000,
    ],
)
def test_what_cannot_be_parsed(client: FlaskClient, body: bytes) -> None:
    for call in ("valida", "documento"):
        answer = client.post(f"{BASE}/modelli/accordo-a/{call}", data=body, content_type="application/json")
        problem(answer, 400, "corpo-non-valido")


@pytest.mark.parametrize("number", ["1e999999999", "-1e999999999", "1e400", "1" * 4000])
def test_numbers_past_any_measure(client: FlaskClient, number: str) -> None:
    body = f'{{"numero_massimo_dipendenti": {number}, "lavoratori": [{{"ore_settimanali": {number}}}]}}'
    answer = client.post(f"{BASE}/modelli/accordo-a/valida", data=body, content_type="application/json")
    paths = [fault["percorso"] for fault in problem(answer, 422, "dati-illeggibili")["errori"]]
    assert {"/numero_massimo_dipendenti", "/lavoratori/0/ore_settimanali"} <= set(paths)


def test_a_number_too_small_to_tell_from_zero(client: FlaskClient) -> None:
    data = json.dumps(esempio("accordo-a")).replace('"63"', "1e-999999999")
    answer = client.post(f"{BASE}/modelli/accordo-a/valida", data=data, content_type="application/json")
    assert {found["codice"] for found in answer.json["rilievi"] if found["gravita"] == "errore"} == {"AQ-G16"}


def test_a_byte_order_mark_is_no_fault(client: FlaskClient) -> None:
    body = json.dumps(esempio("accordo-a")).encode("utf-8-sig")
    answer = client.post(f"{BASE}/modelli/accordo-a/valida", data=body, content_type="application/json")
    assert answer.status_code == 200


def test_other_bodies_and_methods(client: FlaskClient) -> None:
    path = f"{BASE}/modelli/accordo-a/valida"
    problem(client.post(path, data=b"x", content_type="text/plain"), 415, "tipo-non-accettato")
    problem(client.post(path, data=b"{}"), 415, "tipo-non-accettato")
    answer = client.put(path)
    problem(answer, 405, "metodo-non-ammesso")
    assert "POST" in answer.headers["Allow"]
    problem(client.get(f"{BASE}/modelli/inventato"), 404, "non-trovato")
    problem(client.get("/altrove"), 404, "non-trovato")


def test_a_huge_body() -> None:
    small = create_app({"MAX_CONTENT_LENGTH": 1000}).test_client()
    answer = small.post(f"{BASE}/modelli/accordo-a/valida", data=b" " * 1001, content_type="application/json")
    problem(answer, 413, "corpo-troppo-grande")
    # sent in chunks: no length is told
    for size, status in ((1200, 413), (500, 400)):
        answer = small.post(
            f"{BASE}/modelli/accordo-a/valida",
            input_stream=io.BytesIO(b" " * size),
            content_type="application/json",
            headers={"Transfer-Encoding": "chunked"},
            environ_overrides={"wsgi.input_terminated": True},
        )
        assert answer.status_code == status


def test_every_fault_at_once(client: FlaskClient) -> None:
    data = esempio("accordo-a")
    data["periodo"]["dal"] = "2009-02-30"
    data["datore_lavoro"]["denominazione"] = "a\ud800b"
    data["lavoratori"][1]["zero_ore"] = "yes"
    data["sorpresa"] = {}
    body = json.dumps(data).encode()
    for call in ("valida", "documento"):
        answer = client.post(f"{BASE}/modelli/accordo-a/{call}", data=body, content_type="application/json")
        told = problem(answer, 422, "dati-illeggibili")
        paths = [fault["percorso"] for fault in told["errori"]]
        assert paths == ["/datore_lavoro/denominazione", "/lavoratori/1/zero_ore", "/periodo/dal", "/sorpresa"]


def texts(schema: dict[str, Any], defs: dict[str, Any]) -> list[str]:
    """Return the JSON pointers of every free text of a schema, first element of lists."""
    if "$ref" in schema:
        return texts(defs[schema["$ref"].rsplit("/", 1)[1]], defs)
    if schema.get("type") == "array":
        return [f"/0{path}" for path in texts(schema["items"], defs)]
    if "properties" in schema:
        return [f"/{name}{path}" for name, inner in schema["properties"].items() for path in texts(inner, defs)]
    free = schema.get("type") == "string" and "allOf" in schema
    return [""] if free else []


def there(data: Any, pointer: str) -> bool:
    """Say whether the block of a field is in the data; a list that is there may be empty."""
    for step in pointer.split("/")[1:-1]:
        if isinstance(data, list):
            data = data[int(step)] if data else {}
        elif step in data:
            data = data[step]
        else:
            return False
    return True


def put(data: Any, pointer: str, value: Any) -> None:
    steps = pointer.split("/")[1:]
    for step, following in pairwise(steps):
        if isinstance(data, list):
            if not data:
                data.append({})
            data = data[int(step)]
        else:
            data = data.setdefault(step, [] if following.isdigit() else {})
    if isinstance(data, list):
        data[:] = [value, *data[1:]]
    else:
        data[steps[-1]] = value


_NEVER = re.compile("(?!)")
OF_ANOTHER_REGIME = {"elenco-lavoratori": re.compile("/(unita|accordo/luogo|unita_coinvolte/.*|fondo_bilaterale)$")}
"""The texts that the regime of a document's example refuses."""


def poisoned(client: FlaskClient, slug: str, words: Sequence[str] = WORDS) -> Iterator[Any]:
    """Yield the example with a hostile text in every text field at once, the next word in the next field.

    There are as many turns as words: then each field has met each of them.
    """
    schema = client.get(f"{BASE}/modelli/{slug}/schema").json
    example = esempio(slug)
    # an optional block not in the example would need its required fields besides: those that are there will do
    there_too = (p for p in texts(schema, schema["$defs"]) if p.count("/") == 1 or there(example, p))
    present = [p for p in there_too if not OF_ANOTHER_REGIME.get(slug, _NEVER).search(p)]
    assert len(present) > 5, f"{slug}: l’esempio ha {len(present)} campi di testo: va riempito"
    for turn in range(len(words)):
        data = esempio(slug)
        for place, pointer in enumerate(present):
            put(data, pointer, words[(place + turn) % len(words)])
        yield data


def assert_answered(client: FlaskClient, slug: str, data: Any, formati: Collection[str]) -> None:
    for formato in formati:
        answer = post(client, f"/modelli/{slug}/documento?formato={formato}&bozza=1", data)
        assert answer.status_code == 200, (answer.text, formato)
    told = post(client, f"/modelli/{slug}/valida", data)
    assert told.status_code == 200


@pytest.mark.parametrize("slug", un_terzo(SLUGS))
def test_hostile_text_in_every_text_field(client: FlaskClient, slug: str) -> None:
    """A document, or a problem; never a 500.

    In PDF such words are tried by the passes of test_comuni.py, in every text that is printed, and below.
    """
    for data in poisoned(client, slug):
        assert_answered(client, slug, data, ("docx", "html"))


@pytest.mark.lungo
@pytest.mark.parametrize(("slug", "hostile"), list(zip(SLUGS, cycle(WORDS), strict=False)))
def test_one_hostile_text_in_every_text_field(client: FlaskClient, slug: str, hostile: str) -> None:
    """Each document with one of the words, each word in several documents."""
    [data] = poisoned(client, slug, [hostile])
    assert_answered(client, slug, data, FORMATI)


def test_figures(client: FlaskClient) -> None:
    items = {item["id"]: item for item in client.get(f"{BASE}/parametri?data=2009-06-22").json["items"]}
    assert items["deroga_2009.ore_mese"]["valore"] == "173"
    assert items["deroga_2009.ore_mese"]["fonte"]["atto"] == "Accordo Quadro 4 maggio 2009"
    assert items["comune.massimale_cig_alto"]["valore"] == "1065.26"
    everything = client.get(f"{BASE}/parametri").json["items"]
    assert len(everything) > len(items)
    told = problem(client.get(f"{BASE}/parametri?data=22/06/2009"), 422, "dati-illeggibili")
    assert told["errori"][0]["percorso"] == "/data"


def test_calculators(client: FlaskClient) -> None:
    assert {c["id"] for c in client.get(f"{BASE}/calcoli").json["items"]} >= {"monte-ore", "indennita-cig"}
    told = post(client, "/calcoli/monte-ore", {"accordo": "B", "addetti": 10, "mesi_richiesti": "12"}).json
    assert told["risultati"]["monte_ore"] == "8304"
    assert told["passaggi"]
    assert told["fonti"]
    told = problem(
        post(
            client,
            "/calcoli/indennita-cig",
            {"mese": "2027-01", "retribuzione_mensile": 1800, "ore_perse": 1, "ore_lavorabili_mese": 1},
        ),
        422,
        "dati-illeggibili",
    )
    assert told["errori"][0]["percorso"] == "/mese"


def test_openapi_has_concrete_typed_paths_and_closed_fields(client: FlaskClient) -> None:
    spec = client.get(f"{BASE}/openapi.json").json
    assert spec["servers"] == [{"url": BASE}]
    for slug in SLUGS:
        body = spec["paths"][f"/modelli/{slug}/valida"]["post"]["requestBody"]["content"]["application/json"]
        assert body["schema"]["$ref"]
        assert body["example"]
    loose = [
        f"{name}.{field}"
        for name, schema in spec["components"]["schemas"].items()
        for field, told in schema.get("properties", {}).items()
        if (told.get("type") == "string" and not ({"maxLength", "enum"} & told.keys()))
        or (told.get("type") == "array" and "maxItems" not in told)
    ]
    assert not loose


def test_what_a_query_or_a_table_sent_may_say_is_explained(client: FlaskClient) -> None:
    spec = client.get(f"{BASE}/openapi.json").json
    calls = [
        call for path in spec["paths"].values() for name, call in path.items() if name in {"get", "post", "delete"}
    ]
    asked = [one for call in calls for one in call.get("parameters", []) if one.get("in") == "query"]
    sent = spec["paths"]["/lotti"]["post"]["requestBody"]["content"]["multipart/form-data"]["schema"]["properties"]
    assert len(asked) > 20
    assert not {one["name"] for one in asked if not one.get("description")}
    assert not {name for name, told in sent.items() if not told.get("description")}


def test_every_field_of_an_answer_and_every_part_of_an_address_has_words(client: FlaskClient) -> None:
    """A form is aside: it says of each blank what its JSON says."""
    told = client.get(f"{BASE}/openapi.json").json
    fields = [
        (name, field, words)
        for name, schema in told["components"]["schemas"].items()
        if not name.endswith(("Modulo", "Parti"))
        for field, words in schema.get("properties", {}).items()
    ]
    assert len(fields) > 500
    assert [
        (name, field) for name, field, words in fields if not (words.get("title") and words.get("description"))
    ] == []
    parts = [part for path in told["paths"].values() for part in path.get("parameters", ())]
    assert {part["name"] for part in parts} == {"lotto"}
    assert all(part["description"] for part in parts)


def test_documentation_comes_from_the_package(client: FlaskClient) -> None:
    page = client.get(f"{BASE}/docs")
    assert page.status_code == 200
    [script] = re.findall(r"<script>(.+)</script>", page.text, re.DOTALL)
    told = b64encode(sha256(script.encode()).digest()).decode()
    assert f"'sha256-{told}'" in page.headers["Content-Security-Policy"]
    assert "//" not in page.text.replace("<!DOCTYPE", "")
    for name in re.findall(r'(?:src|href)="(docs/[^"]+)"', page.text):
        with client.get(f"{BASE}/{name}") as asset:
            assert asset.status_code == 200
    assert client.get(f"{BASE}/docs/..%2Fapp.py").status_code == 404


def test_a_fault_of_ours_shows_nothing(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, capsys: Any, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("docservice.law.verdict.cifre", lambda _: {}["Bonetti segreto"])
    answer = post(client, "/modelli/accordo-a/valida", esempio("accordo-a"))
    problem(answer, 500, "errore-interno")
    assert "segreto" not in answer.text
    logged = "".join(capsys.readouterr()) + caplog.text
    assert '"tipo": "KeyError"' in logged
    assert "segreto" not in logged


def test_the_log_holds_nothing_personal(client: FlaskClient, capsys: Any) -> None:
    data = esempio("accordo-a")
    post(client, "/modelli/accordo-a/valida?cf=BNTCRL71C54A794Q", data)
    post(client, "/modelli/accordo-a/documento?formato=html", data)
    client.get(f"{BASE}/BNTCRL71C54A794Q")
    logged = "".join(capsys.readouterr())
    assert '"esito": 200' in logged
    for personal in ("BNTCRL71C54A794Q", "Bonetti", "Ricci", "Valserina", "01234560165"):
        assert personal not in logged
