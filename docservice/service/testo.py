"""The one way in which values are written down: `testo({"b": 1, "a": 2})` is `{"a":2,"b":1}`, in bytes."""

from __future__ import annotations

import json
from typing import Any


def testo(value: Any) -> bytes:
    """Write a JSON value on one line, its keys in order, UTF-8."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
