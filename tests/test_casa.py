"""The house keeps its shape: no document named outside its rooms, a floor for every part, folders with one reason."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from docservice.law.regime import regime
from docservice.modelli.calcolatori.catalogo import calcolatori
from docservice.modelli.catalogo import catalogo
from docservice.paths import SCHEMAS, TEMPLATES

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "docservice"

FLOORS = {
    "law": {"law"},
    "campi": {"law", "campi"},
    "allegati": {"campi", "fila", "allegati"},
    "modelli": {"law", "campi", "allegati", "modelli"},
    "formati": {"law", "campi", "allegati", "modelli", "formati"},
    "text": {"law", "campi", "allegati", "modelli", "paths", "text"},
    "render": {"paths", "text", "render"},
    "versions": {"modelli", "paths"},
    "service": {"law", "allegati", "modelli", "formati", "text", "render", "paths", "versions"},
    "cigsonline": {"law", "campi", "modelli", "formati", "text", "render", "service", "cigsonline"},
    "tabelle": {"law", "campi", "allegati", "modelli", "formati", "service", "tabelle"},
    "store": {"store"},
    "processi": {"modelli", "service", "ambiente", "fila", "processi"},
    "lotti": {
        *("law", "campi", "modelli", "formati", "render", "service", "tabelle", "store", "processi", "versions"),
        *("ambiente", "lotti"),
    },
    "api": {
        *("law", "campi", "modelli", "formati", "render", "paths", "service", "tabelle", "lotti", "store"),
        *("processi", "ambiente", "fila", "cigsonline", "api"),
    },
    "server": {"api", "lotti", "processi", "ambiente", "server"},
    "cli": {
        *("law", "campi", "modelli", "formati", "service", "tabelle", "lotti", "store", "processi", "server"),
        *("ambiente", "cigsonline", "cli"),
    },
    "ambiente": set(),
    "fila": set(),
    "paths": set(),
}
"""What each part may import of the others; a part that is not here is refused."""

LOADED = {
    "allegati/recinto.py": "in the process behind the fence, the module of the job it is given",
    "law/regime.py": "a regime, by its slug",
    "law/calculator.py": "every module of the law, which may hold a calculator",
    "modelli/calcolatori/catalogo.py": "every module of modelli/calcolatori, which may hold a calculator",
    "modelli/catalogo.py": "every module of modelli, which may hold a document",
    "service/resa.py": "the writer of a format, when it is first asked for",
}
"""Who imports modules by name (`import_module`), and what."""

PURE_AGAINST = {"flask", "flask_smorest", "sqlalchemy", "weasyprint", "docxtpl", "requests", "urllib", "socket"}

MANY, LONG, USUAL = 20, 300, 100
"""Modules of a folder, and lines of a module, at most; lines of the median module."""


TOP = """
    .ci .dockerignore .gitignore .spectral.yaml CHANGELOG.md CONTRIBUTING.md Dockerfile LICENSE NOTICE README.md
    benchmarks compose.yaml docs docservice proxy publiccode.yml pyproject.toml requirements-build.txt
    requirements-dev.txt requirements.txt schemas script templates tests
"""
"""What lies at the top of the repository, and nothing else."""


def modules(part: str) -> list[Path]:
    """Return the modules of a part, to the bottom."""
    return sorted((PACKAGE / part).rglob("*.py")) or [PACKAGE / f"{part}.py"]


def imports(path: Path) -> set[str]:
    """Return the modules that one imports, wherever in it, and those of its functions too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "docservice":
            found |= {f"docservice.{name.name}" for name in node.names if name.name != "__version__"}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def strings(path: Path) -> Iterator[str]:
    """Yield the texts that a module holds, but for those that only explain."""
    tree = ast.parse(path.read_text())
    told = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


# rule 1: no slug outside modelli/, templates/ and tests


@pytest.mark.parametrize("part", [part for part in FLOORS if part != "modelli"])
def test_no_document_is_named_outside_its_rooms(part: str) -> None:
    """A document says what it is by its traits: `Modello(tratti={…})`; whoever needs one asks for them."""
    # the calculator of a document that shares its id is told by it
    slugs = "|".join(map(re.escape, sorted(catalogo().keys() - calcolatori().keys(), key=len, reverse=True)))
    named = re.compile(rf"(?<![\w-])(?:{slugs})(?![\w-])")
    for path in modules(part):
        for text in strings(path):
            # a word that is also Italian, or a key of the data, is a slug only alone
            whole = text in catalogo() and text not in calcolatori()
            found = whole or any("-" in one for one in named.findall(text))
            assert not found, f"{path.relative_to(ROOT)} nomina un documento: {text[:60]!r}"
    told = (".yaml", ".html", ".css", ".xml", ".rng")
    for path in (path for path in (PACKAGE / part).rglob("*") if path.suffix in told):
        assert not [one for one in named.findall(path.read_text()) if "-" in one], path


# rule 2: a floor for every part


def test_every_part_has_a_floor() -> None:
    parts = {path.stem for path in PACKAGE.iterdir() if path.name not in ("__init__.py", "__main__.py", "__pycache__")}
    assert parts <= FLOORS.keys(), f"senza piano: {parts - FLOORS.keys()}; va aggiunta a FLOORS, e a chi la usa"
    assert FLOORS.keys() <= parts, f"non ci sono più: {FLOORS.keys() - parts}"


@pytest.mark.parametrize("part", FLOORS)
def test_import_boundary(part: str) -> None:
    for path in modules(part):
        ours = {name.split(".")[1] for name in imports(path) if name.startswith("docservice.")}
        over = ours - FLOORS[part] - ({part} if path.stem != part else set())
        assert not over, f"{path.relative_to(ROOT)} importa {over}"


def test_who_imports_by_name_is_known() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if re.search(r"\bimport_module\(|__import__\(", path.read_text())
    }
    assert found == LOADED.keys()


def test_the_law_and_the_data_know_no_machinery() -> None:
    for part in ("law", "campi", "modelli", "formati", "text"):
        for path in modules(part):
            assert not {name.split(".")[0] for name in imports(path)} & PURE_AGAINST, path


def test_importing_the_law_loads_no_web_framework() -> None:
    code = "import sys, docservice.law.regime as r; r.regime('deroga-2009'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert not {"flask", "weasyprint", "docxtpl"} & set(loaded.split())


# rule 3: a folder holds what changes for one reason


def folders() -> list[Path]:
    """Return every folder with code."""
    return sorted({path.parent for path in PACKAGE.rglob("*.py")})


@pytest.mark.parametrize("folder", folders(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_folder_is_taken_in_at_a_glance(folder: Path) -> None:
    many = len([path for path in folder.glob("*.py") if path.name != "__init__.py"])
    assert many <= MANY, f"{many} moduli: va divisa"


def test_modules_are_small() -> None:
    lines = [len(path.read_text().splitlines()) for path in PACKAGE.rglob("*.py") if path.name != "__init__.py"]
    assert median(lines) <= USUAL, f"il modulo mediano ha {median(lines)} righe"


def test_no_module_is_long() -> None:
    assert not {p.name: n for p in PACKAGE.rglob("*.py") if (n := len(p.read_text().splitlines())) > LONG}


def test_no_module_repeats_the_name_of_its_folder() -> None:
    found = [p for p in PACKAGE.rglob("*.py") if p.parent.name in p.stem.split("_") and p.parent != PACKAGE]
    assert not found


def test_a_module_says_what_it_is() -> None:
    assert not [path for path in PACKAGE.rglob("*.py") if not ast.get_docstring(ast.parse(path.read_text()))]


# the halves of a document


def test_both_halves_of_every_document() -> None:
    """A module of modelli/ and a folder of templates/ go together, under one slug; so do schema and cases."""
    folders = {p.name: p for section in ("accordi", "verbali") for p in (TEMPLATES / section).glob("*/")}
    missing = []
    for slug, tipo in catalogo().items():
        home = TEMPLATES / tipo.sezione / slug
        wanted = [home / "testo.xml", home / "esempio.json", home / "nota.md", SCHEMAS / f"{slug}.schema.json"]
        wanted += [ROOT / "tests" / "law" / "casi" / of / f"{slug}.yaml" for of in tipo.regimi]
        missing += [str(path.relative_to(ROOT)) for path in wanted if not path.is_file()]
        assert all(callable(regime(of).caso) for of in tipo.regimi)
    unseen = folders.keys() - catalogo().keys()
    assert not missing, f"manca: {missing}"
    assert not unseen, f"il catalogo non vede {unseen}: manca il modulo, il suo MODELLO o un __init__.py della cartella"


@pytest.mark.parametrize("slug", catalogo())
def test_nothing_is_left_to_write(slug: str) -> None:
    """`script/nuovo` lays an empty document, and marks each thing that it leaves to whoever writes it."""
    tipo = catalogo()[slug]
    files = [
        Path(inspect.getfile(tipo.schema)),
        *(p for p in (TEMPLATES / tipo.sezione / slug).rglob("*") if p.is_file()),
    ]
    files += [ROOT / "tests" / "law" / "casi" / of / f"{slug}.yaml" for of in tipo.regimi]
    left = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in files
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if "DA SCRIVERE" in line
    ]
    assert not left, "\n".join(["resta da scrivere:", *left])


def test_the_top_level_holds_what_is_known() -> None:
    """A note or a try that someone left at the top is not the project's."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    if not listed:
        pytest.skip("non è un clone di git: non si sa che cosa è del progetto")
    assert {line.split("/")[0] for line in listed.splitlines()} == set(TOP.split())


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
        listed = any(path in ROOT.glob(f"{name.rstrip('/')}/**/*" if name.endswith("/") else name) for name in told)
        assert listed, f"{path.relative_to(ROOT)} va detto in NOTICE"
