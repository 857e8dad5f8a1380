"""In which stage a test runs: the short one, which is to be soon over, or the long one.

`@pytest.mark.parametrize("slug", un_terzo(catalogo()))` tries the second document, the fifth, … in the short stage, the
others in the long one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def un_terzo(values: Iterable[Any]) -> list[Any]:
    """Return parameters of which every third is tried in the short stage."""
    long = pytest.mark.lungo
    told = [value if isinstance(value, tuple) else (value,) for value in values]
    return [pytest.param(*value, marks=() if place % 3 == 1 else long) for place, value in enumerate(told)]
