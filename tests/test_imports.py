"""A test module does nothing when it is imported: each process of a run imports them all."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
SECONDS, MEGABYTES = 1.0, 100
"""What a module may take beyond the libraries that it uses, which many share and are imported before."""
MEASURE = """
import importlib, json, resource, sys, time
from pathlib import Path

import pytest
folder, *others = sys.argv[1:]
sys.path[:0] = [folder, *others]
import conftest, papers
from docservice.api import create_app
from docservice.cli import comandi
from docservice.render import docx, html, pdf
import hypothesis.strategies, jsonschema, openpyxl, pikepdf.pdfa, pyhanko.sign.validation, schemathesis
found = {}
for path in sorted(Path(folder).rglob("test_*.py")):
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    sys.path.insert(0, str(path.parent))
    importlib.import_module(path.stem)
    taken = time.process_time() - began
    found[str(path.relative_to(folder))] = taken, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held) // 1024
print(json.dumps(found))
"""


@pytest.mark.lungo
def test_each_is_imported_quickly_and_takes_little_memory() -> None:
    folders = [str(path) for path in TESTS.iterdir() if path.is_dir()]
    command = [sys.executable, "-c", MEASURE, str(TESTS), *folders]
    ran = subprocess.run(command, cwd=TESTS.parent, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-2000:]
    found = json.loads(ran.stdout)
    assert len(found) > 50
    assert {name: took for name, took in found.items() if took[0] >= SECONDS or took[1] >= MEGABYTES} == {}
