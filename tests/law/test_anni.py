"""What the page of the years tells is what the service says today."""

from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_of_the_years_is_up_to_date() -> None:
    """After a change: script/anni, and the reasons under its tables are read again."""
    written = (ROOT / "docs" / "anni.md").read_text(encoding="utf-8")
    assert runpy.run_path(str(ROOT / "script" / "anni"))["page"]() == written
