"""The house keeps its shape: who may import whom, and which half of a document is missing."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from docservice.law.regime import regime
from docservice.modelli.catalogo import catalogo
from docservice.paths import SCHEMAS, TEMPLATES

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "docservice"

# what each part may import of the others; the edges (api, cli, service) may import all
ALLOWED = {
    "law": {"law"},
    "modelli": {"law", "modelli"},
    "text": {"law", "modelli", "paths", "text"},
    "render": {"paths", "render", "text"},
}
PURE_AGAINST = {"flask", "flask_smorest", "sqlalchemy", "weasyprint", "docxtpl", "requests", "urllib", "socket"}


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("part", ALLOWED)
def test_import_boundary(part: str) -> None:
    modules = list((PACKAGE / part).rglob("*.py"))
    assert modules
    for path in modules:
        named = imports(path)
        ours = {name.split(".")[1] for name in named if name.startswith("docservice.")}
        assert ours <= ALLOWED[part], f"{path.relative_to(ROOT)} importa {ours - ALLOWED[part]}"


def test_the_law_and_the_data_know_no_machinery() -> None:
    for part in ("law", "modelli", "text"):
        for path in (PACKAGE / part).rglob("*.py"):
            assert not {name.split(".")[0] for name in imports(path)} & PURE_AGAINST, path


def test_importing_the_law_loads_no_web_framework() -> None:
    code = "import sys, docservice.law.verdict as v; v.regime('deroga-2009'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert not {"flask", "weasyprint", "docxtpl"} & set(loaded.split())


def test_both_halves_of_every_document() -> None:
    """A module of modelli/ and a folder of templates/ go together, under one slug; so do schema and cases."""
    folders = {p.name: p for section in ("accordi", "verbali") for p in (TEMPLATES / section).glob("*/")}
    missing = []
    for slug, tipo in catalogo().items():
        home = TEMPLATES / tipo.sezione / slug
        wanted = [home / "testo.xml", home / "esempio.json", home / "nota.md", SCHEMAS / f"{slug}.schema.json"]
        wanted += [ROOT / "tests" / "law" / "casi" / of / f"{slug}.yaml" for of in tipo.regimi]
        missing += [str(path.relative_to(ROOT)) for path in wanted if not path.is_file()]
        assert all(hasattr(regime(of), "caso") for of in tipo.regimi)
    missing += [f"docservice/modelli/{slug.replace('-', '_')}.py" for slug in folders.keys() - catalogo().keys()]
    assert not missing, f"manca: {missing}"


def test_no_module_is_long() -> None:
    long = {p.name: n for p in PACKAGE.rglob("*.py") if (n := len(p.read_text().splitlines())) > 300}
    assert not long


def test_templates_hold_no_code() -> None:
    assert not [p for p in TEMPLATES.rglob("*") if p.suffix in {".py", ".js"}]


def test_the_readme_shows_commands_that_exist() -> None:
    readme = (ROOT / "README.md").read_text()
    for script in ("script/server", "script/test"):
        assert script in readme
        assert (ROOT / script).stat().st_mode & 0o111


def test_notice_lists_what_is_distributed() -> None:
    """After a change of the libraries: the last table of NOTICE is what script/licenze prints."""
    notice = (ROOT / "NOTICE").read_text()
    listed = subprocess.run([sys.executable, ROOT / "script" / "licenze"], capture_output=True, text=True, check=True)
    assert notice.endswith(listed.stdout)
    told = re.findall(r"`(docservice/[^`]+)`", notice)
    shipped = [path for path in PACKAGE.rglob("*") if path.suffix in (".ttf", ".js", ".css", ".icc", ".png")]
    assert shipped
    for path in shipped:
        assert any(path in ROOT.glob(f"{name.rstrip('/')}/**/*" if name.endswith("/") else name) for name in told), path
