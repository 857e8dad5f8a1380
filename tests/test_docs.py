"""The pages of docs/ say what the service does now."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Any

import pytest

from docservice.law.calculator import catalogo

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "calcoli"


@pytest.fixture(scope="module")
def page() -> Any:
    """Return what writes the page of a calculator."""
    return runpy.run_path(str(ROOT / "script" / "calcoli"))["page"]


@pytest.mark.parametrize("slug", catalogo())
def test_the_example_of_every_calculator_is_worked_out_now(page: Any, slug: str) -> None:
    """After a change: script/calcoli."""
    assert (PAGES / f"{slug}.md").read_text() == page(slug)


def test_the_page_of_january_tells_what_is_not_known_now() -> None:
    """After a change: script/gennaio."""
    written = runpy.run_path(str(ROOT / "script" / "gennaio"))
    assert written["PAGE"].read_text() == written["page"]()


def test_every_calculator_is_in_the_index() -> None:
    listed = re.findall(r"\]\(([a-z0-9-]+)\.md\)", (PAGES / "README.md").read_text())
    assert sorted(listed) == list(catalogo())
    assert {path.stem for path in PAGES.glob("*.md")} == {*catalogo(), "README"}


def test_links_between_pages_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    broken = [
        (page.name, link)
        for page in pages
        for link in re.findall(r"\]\(([^)#:\s]+)\)", page.read_text())
        if not (page.parent / link).exists()
    ]
    assert not broken


def test_files_named_in_the_pages_exist() -> None:
    """A page that names a file moved since is worse than one that names none."""
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    named = re.compile(r"`((?:docservice|templates|tests|script|schemas|benchmarks)/[A-Za-z0-9_./-]*[A-Za-z0-9_/-])`")
    gone = [
        f"{page.relative_to(ROOT)}: {path}"
        for page in pages
        if page.name != "CHANGELOG.md"
        for path in named.findall(page.read_text())
        if not (ROOT / path).exists()
    ]
    assert not gone, gone
