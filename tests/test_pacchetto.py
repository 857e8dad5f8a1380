"""The package holds all it needs: installed as the README says in an empty environment, it works as this tree does."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple

import pytest

from docservice import service
from docservice.api import BASE, create_app

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = {"docservice": "docservice", "schemas": "docservice/_data/schemas", "templates": "docservice/_data/templates"}
COMMANDS = (
    "script/pacchetto",
    "python3 -m venv ambiente",
    "ambiente/bin/pip install --no-index --find-links dist docservice",
)
INTRUDERS = (".env", "docservice/.env", "docservice/chiave.pem", "schemas/.env", "templates/accordi/servizio.key")

pytestmark = pytest.mark.lungo


class Built(NamedTuple):
    """A copy of the tree, with what the README's commands leave in it; and what a wheel of it should hold."""

    tree: Path
    names: set[str]

    def run(self, *arguments: str | Path, folder: Path) -> str:
        """Run the installed command in a folder, with nothing of this environment around it."""
        command = [self.tree / "ambiente" / "bin" / "docservice", *arguments]
        clean = {"PATH": os.defpath, "HOME": str(folder), "LANG": "C.UTF-8"}
        return subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    tree = tmp_path_factory.mktemp("pacchetto") / "docservice"
    left_out = shutil.ignore_patterns(".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "build", "dist", "tmp")
    shutil.copytree(ROOT, tree, ignore=left_out)
    names = {
        f"{place}/{path.relative_to(tree / folder).as_posix()}"
        for folder, place in SHIPPED.items()
        for path in (tree / folder).rglob("*")
        if path.is_file()
    }
    for name in INTRUDERS:
        (tree / name).write_text("segreto")
    env = {**os.environ, "PATH": f"{sys.prefix}/bin:{os.environ['PATH']}"}
    for command in COMMANDS:
        subprocess.run(["bash", "-c", command], cwd=tree, env=env, check=True)
    return Built(tree, names)


def test_the_readme_says_so() -> None:
    readme = (ROOT / "README.md").read_text()
    assert [command for command in COMMANDS if f"$ {command}" not in readme] == []


def test_the_wheel_holds_every_file_and_no_other(built: Built) -> None:
    (wheel,) = (built.tree / "dist").glob("docservice-*.whl")
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert held == built.names
    assert {"docservice/api/static/swagger/swagger-ui.css", "docservice/render/fonts/DejaVuSans.ttf"} < held


def test_the_source_archive_makes_the_same_wheel(built: Built, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path]
    subprocess.run(command, cwd=built.tree, capture_output=True, check=True)
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        held = {name.partition("/")[2] for name in packed.getnames()}
    assert not held & set(INTRUDERS)
    assert not [name for name in held if name.startswith("tests/")]
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", tmp_path, archive]
    subprocess.run(command, check=True)
    (again,) = tmp_path.glob("*.whl")
    assert again.read_bytes() == (built.tree / "dist" / again.name).read_bytes()


def test_nothing_but_what_notice_lists_is_installed(built: Built) -> None:
    pip = [built.tree / "ambiente" / "bin" / "python", "-m", "pip", "list", "--format=json"]
    told = subprocess.run(pip, capture_output=True, check=True).stdout
    listed = subprocess.run([sys.executable, ROOT / "script" / "licenze"], capture_output=True, text=True, check=True)
    wanted = {line.split(" | ")[0].removeprefix("| ") for line in listed.stdout.splitlines()}
    found = {line["name"].lower().replace("_", "-") for line in json.loads(told)}
    assert found - {"pip", "setuptools"} == wanted | {"docservice"}


def test_the_installed_command_works_as_this_tree_does(built: Built, tmp_path: Path) -> None:
    assert built.run("modelli", folder=tmp_path).startswith("accordo-a ")
    (tmp_path / "accordo.json").write_text(json.dumps(service.esempio("accordo-a")))
    for kind in service.FORMATI:
        built.run("documento", "accordo.json", "--modello", "accordo-a", "-o", f"accordo.{kind}", folder=tmp_path)
        ours = service.rendi(service.atto("accordo-a", service.esempio("accordo-a")), kind).contenuto
        assert (tmp_path / f"accordo.{kind}").read_bytes() == ours, kind


def until(ready: Callable[[], bool]) -> None:
    """Wait for a service that says that it is starting."""
    deadline = time.monotonic() + 60
    while not ready() and time.monotonic() < deadline:
        time.sleep(0.2)


def reached(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=30):
            return True
    except urllib.error.HTTPError as refused:
        return refused.status != HTTPStatus.SERVICE_UNAVAILABLE


def test_the_installed_service_answers_as_this_tree_does(built: Built, serving, tmp_path: Path) -> None:
    client = create_app().test_client()
    until(lambda: client.get(f"{BASE}/status").status_code == HTTPStatus.OK)
    with serving([str(built.tree / "ambiente" / "bin" / "docservice")], tmp_path) as port:
        until(lambda: reached(f"http://127.0.0.1:{port}{BASE}/status"))
        for path in ("/status", "/openapi.json", "/docs/swagger-ui.css", "/modelli/accordo-a/schema", "/parametri"):
            with (
                urllib.request.urlopen(f"http://127.0.0.1:{port}{BASE}{path}", timeout=30) as answer,
                client.get(BASE + path, base_url=f"http://127.0.0.1:{port}") as ours,
            ):
                assert answer.read() == ours.data, path
