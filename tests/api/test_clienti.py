"""Clients made from the OpenAPI by three makers, each as it comes: they compile, and call every path."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from corpi_tools import in_modulo

from docservice.api import BASE, create_app
from docservice.modelli.calcolatori.catalogo import calcolatori
from docservice.modelli.catalogo import catalogo

pytestmark = pytest.mark.lungo

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
HOME = Path(sys.prefix) / "clienti"
CODES = {"get": "GET", "post": "POST", "delete": "DELETE"}
JSON, FORM, PARTS = "application/json", "application/x-www-form-urlencoded", "multipart/form-data"

OF_THE_FIRST = ("generate", "--path", "openapi.json", "--meta", "none", "--output-path", "cliente")
# what a call on a lotto may have, by how far it has come; any other call has what it asks
PDF, HTML = "application/pdf", "text/html"
OF_A_LOTTO = {"200", "202", "204", "303", "404", "409"}


def reference(content: dict[str, Any]) -> str:
    return str(content.get("schema", {}).get("$ref", "")).rpartition("/")[2]


def with_a_table(path: str) -> dict[str, Any]:
    """Return the file and the other fields of a call that takes a table: of a lotto, or of a calculator's people."""
    asked = re.match(r"/calcoli/([^/]+)/", path)
    if asked is None:
        return {"fields": {"modello": next(iter(catalogo()))}, "file": "Cognome;Nome\nRossi;Ada\n"}
    shared = dict(calcolatori()[asked[1]].esempio.dati)
    rows = "\n".join(map(json.dumps, shared.pop("lavoratori")))
    return {"fields": {"comune": json.dumps(shared)}, "file": rows}


def calls(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """Return every call of the contract, with the bodies of its example in each type; a lotto is erased at the end.

    Of the papers one in three is asked for in PDF, which costs the server the most; the others as web pages.
    """
    found: list[dict[str, Any]] = []
    papers = count()
    for path, methods in spec["paths"].items():
        for method, told in methods.items():
            if method not in CODES:
                continue
            one = {"method": CODES[method], "path": path, "id": told["operationId"], "tag": told["tags"][0]}
            one["answers"] = {
                status: reference(answer.get("content", {}).get(JSON, {}))
                for status, answer in told["responses"].items()
            }
            if told["responses"].get("200", {}).get("content", {}).keys() >= {PDF, HTML} and next(papers) % 3:
                one["accept"] = HTML
            content = told.get("requestBody", {}).get("content", {})
            if JSON in content:
                example = content[JSON]["example"]
                one["bodies"] = {reference(content[JSON]): example}
                if FORM in content:
                    form = dict(in_modulo(example))
                    one["bodies"] |= {reference(content[FORM]): form, reference(content[PARTS]): form}
            elif content:
                one |= with_a_table(path)
            found.append(one)
    return sorted(found, key=lambda one: one["method"] == "DELETE")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the contract and its calls."""
    if not (HOME / ".pronto").exists():
        (pytest.fail if os.environ.get("CI") else pytest.skip)("mancano i generatori: li installa script/clienti")
    folder = tmp_path_factory.mktemp("clienti")
    spec = create_app().test_client().get(f"{BASE}/openapi.json").get_json()
    (folder / "openapi.json").write_text(json.dumps(spec), encoding="utf-8")
    (folder / "calls.json").write_text(json.dumps(calls(spec)), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def home(serving) -> Iterator[str]:
    """Return the address of a real server."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WEB_CONCURRENCY", "1")
        with serving([sys.executable, "-m", "docservice"], ROOT) as port:
            yield f"http://127.0.0.1:{port}{BASE}"


def run(folder: Path, *command: str | Path) -> str:
    environ = {**os.environ, "PATH": f"{HOME / 'bin'}:{os.environ['PATH']}"}
    ran = subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True, check=False, timeout=900)
    assert ran.returncode == 0, (ran.stdout + ran.stderr)[-4000:]
    return ran.stdout


def assert_all_called(folder: Path, told: str) -> None:
    lines = [line.split() for line in told.splitlines()]
    asked = json.loads((folder / "calls.json").read_text(encoding="utf-8"))
    assert [line[:2] for line in lines] == [[call["method"], call["path"]] for call in asked]
    for line, call in zip(lines, asked, strict=True):
        good = OF_A_LOTTO if call["path"].startswith("/lotti") else {"200"}
        assert set(line[2:]) <= good, line
        assert len(line) == 2 + len(call.get("bodies", [0])), line


def test_openapi_python_client(made: Path, home: str) -> None:
    run(
        made,
        HOME / "bin" / "openapi-python-client",
        *OF_THE_FIRST,
    )
    driver = HERE / "clienti" / "con_openapi_python_client.py"
    assert_all_called(made, run(made, HOME / "bin" / "python", driver, home, "calls.json"))


def test_datamodel_code_generator(made: Path, home: str) -> None:
    options = (
        "--input openapi.json --input-file-type openapi --output-model-type pydantic_v2.BaseModel --output classi.py"
    )
    run(made, HOME / "bin" / "datamodel-codegen", *options.split(), "--target-python-version", "3.11")
    driver = HERE / "clienti" / "con_datamodel.py"
    assert_all_called(made, run(made, HOME / "bin" / "python", driver, home, "calls.json"))


def in_typescript(asked: list[dict[str, Any]]) -> str:
    """Return a program that calls every path, its bodies typed by the contract."""
    lines = [
        'import type { paths } from "./openapi";',
        "let lotto = '';",
        "const [home] = process.argv.slice(2);",
        "async function ask(method: string, path: string, bodies: RequestInit[]) {",
        "  const told: number[] = [];",
        "  for (const one of bodies) {",
        "    const url = home + path.replace('{lotto}', lotto);",
        "    const answer = await fetch(url, { method, redirect: 'manual', ...one });",
        "    told.push(answer.status);",
        "    const read = await answer.text();",
        "    if (path === '/lotti') lotto = (JSON.parse(read) as { id: string }).id;",
        "  }",
        "  console.log(method, path, ...told);",
        "}",
        "const parts = (fields: object) => {",
        "  const form = new FormData();",
        "  for (const [name, value] of Object.entries(fields)) form.append(name, value as string | Blob);",
        "  return form;",
        "};",
        "const json = { 'Content-Type': 'application/json' };",
    ]
    for n, call in enumerate(asked):
        accept = json.dumps({"Accept": call["accept"]} if "accept" in call else {})
        method, path = call["method"], json.dumps(call["path"])
        sent = ["{}"]
        if "file" in call:
            fields, file = json.dumps(call["fields"]), json.dumps(call["file"])
            sent = [f"{{ body: parts({{ ...{fields}, file: new Blob([{file}]) }}) }}"]
        elif "bodies" in call:
            written = []
            # one that takes papers whole takes JSON alone
            for kind, body in zip((JSON, FORM, PARTS), call["bodies"].values(), strict=False):
                lines.append(
                    f"const b{n}{len(written)}: paths[{path}]['{method.lower()}']['requestBody']['content']['{kind}'] ="
                    f" {json.dumps(body)};"
                )
                written.append(f"b{n}{len(written)}")
            ways = (
                "{{ body: JSON.stringify({}), headers: {{ ...json, ...{} }} }}",
                "{{ body: new URLSearchParams({} as unknown as Record<string, string>), headers: {} }}",
                "{{ body: parts({}), headers: {} }}",
            )
            sent = [way.format(body, accept) for way, body in zip(ways, written, strict=False)]
        lines.append(f"await ask('{method}', {path} satisfies keyof paths, [{', '.join(sent)}]);")
    return "\n".join([*lines, "export {};", ""])


def test_openapi_typescript(made: Path, home: str) -> None:
    tools = HOME / "node_modules" / ".bin"
    run(made, tools / "openapi-typescript", "openapi.json", "-o", "openapi.ts")
    asked = json.loads((made / "calls.json").read_text(encoding="utf-8"))
    (made / "chiama.mts").write_text(in_typescript(asked).replace('"./openapi"', '"./openapi.js"'), encoding="utf-8")
    options = "--strict --target es2022 --module nodenext --moduleResolution nodenext --skipLibCheck --types node"
    run(made, tools / "tsc", *options.split(), "--typeRoots", HOME / "node_modules" / "@types", "chiama.mts")
    assert_all_called(made, run(made, "node", "chiama.mjs", home))


PATTERNS = """
const spec = JSON.parse(require('fs').readFileSync('openapi.json', 'utf8'));
let tried = 0;
const look = (one) => {
  if (one === null || typeof one !== 'object') return;
  if (typeof one.pattern === 'string') {
    for (const flags of ['', 'u']) {
      const pattern = new RegExp(one.pattern, flags);
      for (const example of one.examples ?? []) {
        tried += 1;
        if (typeof example === 'string' && !pattern.test(example)) throw new Error(`${pattern}: ${example}`);
      }
      const text = pattern.test('Nicol\\u00f2 \\u0141ukasz');
      if (one.description?.includes('font') && (!text || pattern.test('\\u0000') || pattern.test('a\\ud800'))) {
        throw new Error(`${pattern}`);
      }
    }
  }
  Object.values(one).forEach(look);
};
look(spec);
console.log(tried);
"""


def test_patterns_are_those_of_ecma_script(made: Path) -> None:
    assert int(run(made, "node", "-e", PATTERNS)) > 100
