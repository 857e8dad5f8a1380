"""What a process does not load before it needs it: times vary from a machine to another, these names do not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LATER = {
    "from docservice.cli import main; main(['modelli'])": {
        "flask",
        "holidays",
        "jinja2",
        "lxml",
        "shtab",
        "sqlalchemy",
        "stdnum",
        "weasyprint",
        "yaml",
    },
    "from docservice.api import create_app; create_app()": {
        "alembic",
        "apispec",
        "flask_smorest",
        "holidays",
        "pypdf",
        "sqlalchemy",
        "weasyprint",
        "xlsxwriter",
    },
}
"""What a process may do with none of some libraries."""


@pytest.mark.parametrize("code", LATER)
def test_a_process_loads_what_it_needs(code: str) -> None:
    script = f"import sys\n{code}\nprint(*sys.modules, file=sys.stderr)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not LATER[code] & set(ran.stderr.split())
