"""A hundred hostile files: no error of ours, no growth."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from ostili import ostili
from tabelle import comune

from docservice.api import BASE, create_app


def resident() -> int:
    """Return the megabytes held."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4 // 1024


@pytest.mark.lungo
def test_a_hundred_hostile_files(tmp_path: Path) -> None:
    client = create_app({"DATI": str(tmp_path)}).test_client()
    files = list(ostili())
    assert len(files) == 100
    shared = json.dumps(comune())
    held = []
    for _ in range(3):
        for name, content in files:
            form = {"modello": "accordo-a", "comune": shared, "file": (BytesIO(content), "t")}
            answer = client.post(f"{BASE}/lotti", data=form)
            assert answer.status_code in (202, 400, 413, 422), (name, answer.text)
            if answer.status_code != 202:
                assert answer.mimetype == "application/problem+json"
                assert answer.json["errori"], name
        held.append(resident())
    # the first round takes what the largest file needs, and keeps it
    assert held[2] - held[1] < 30, held
