"""What the service needs at work is apart from what its developers need, and it starts without the rest."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WORK, DEVELOPERS, BUILD = "requirements.txt", "requirements-dev.txt", "requirements-build.txt"
ALONE = """
import pkgutil, sys
from importlib import import_module

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ABSENT:
            raise ModuleNotFoundError(name, name=name)

ABSENT = set(sys.argv[1:])
sys.meta_path.insert(0, Absent())
import docservice
for one in pkgutil.walk_packages(docservice.__path__, "docservice."):
    if not one.name.endswith("__main__") and ".migrazioni." not in one.name:  # run by Alembic only
        import_module(one.name)
from docservice import service
from docservice.api import create_app
create_app({})
made = service.atto("accordo-a", service.esempio("accordo-a"))
for kind in service.FORMATI:
    assert service.rendi(made, kind).contenuto
print("ok")
"""


def pins(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+) \\$", (ROOT / name).read_text(), re.MULTILINE))


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def wanted(lines: list[str]) -> set[str]:
    return {plain(found[0]) for line in lines if (found := re.match(r"[\w.-]+", line))}


def test_each_is_told_once_and_the_package_is_made_with_the_same() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    work, developers, build = pins(WORK), pins(DEVELOPERS), pins(BUILD)
    assert wanted(project["project"]["dependencies"]) <= work.keys()
    assert wanted(project["project"]["optional-dependencies"]["dev"]) <= (work | developers).keys()
    assert wanted(project["build-system"]["requires"]) <= build.keys()
    assert not work.keys() & developers.keys()
    assert build.items() <= (work | developers).items()
    assert not {"pytest", "ruff", "mypy", "hypothesis", "openpyxl", "hatchling"} & work.keys()


def owners() -> dict[str, set[str]]:
    """Return the distributions that hold each module that can be imported here."""
    return {name: set(map(plain, found)) for name, found in packages_distributions().items()}


def test_what_is_at_work_imports_nothing_else() -> None:
    work, held = pins(WORK).keys(), owners()
    for path in (ROOT / "docservice").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names.append(node.module)
            tops = {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"docservice"}
            assert all(held[top] & work for top in tops), f"{path.relative_to(ROOT)}: {tops}"


@pytest.mark.lungo
def test_the_service_works_without_what_only_its_developers_have() -> None:
    work = pins(WORK).keys() | {"docservice"}
    absent = [name for name, found in owners().items() if not work & found]
    assert {"pytest", "openpyxl", "babel"} <= set(absent)
    ran = subprocess.run([sys.executable, "-c", ALONE, *absent], capture_output=True, text=True, check=False, cwd=ROOT)
    assert ran.stdout == "ok\n", ran.stderr[-2000:]
