"""Hostile files are read in the process of the tests, unless a test is marked `recinto`."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _without_fence(without_fence: None) -> None:
    del without_fence
