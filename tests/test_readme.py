"""The README's commands work as written, on a real server."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def commands() -> list[str]:
    """Return the commands of the README, one line each, but for those that start the server and the tests.

    Those that install it are tried in test_pacchetto.py.
    """
    readme = (ROOT / "README.md").read_text().partition("\n## Installare")[0].replace("\\\n", " ")
    found = re.findall(r"^\$ (.+)$", readme, re.MULTILINE)
    assert found[0].startswith("script/server")
    assert found[1].startswith("script/test")
    return found[2:]


@pytest.fixture(scope="module")
def port(serving):
    with serving([sys.executable, "-m", "docservice"], ROOT) as number:
        yield number


@pytest.mark.lungo
def test_the_commands_of_the_readme(port: int, tmp_path: Path) -> None:
    (tmp_path / ".venv").symlink_to(Path(sys.prefix))
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    for command in commands():
        told = command.replace("localhost:8000", f"127.0.0.1:{port}").replace("curl -s ", "curl -sf ")
        ran = subprocess.run(
            ["bash", "-c", told],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "DOCSERVICE_DATI": str(tmp_path / "dati")},
        )
        assert ran.returncode == 0, f"{command}: {ran.stderr}"
        if "/valida" in command:
            assert json.loads(ran.stdout)["esito"] == "conforme"
    assert (tmp_path / "accordo.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "accordo.docx").read_bytes().startswith(b"PK")
    assert len(list((tmp_path / "did").glob("*.pdf"))) == 3
