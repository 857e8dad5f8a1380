"""How an annex begins: what some programs leave before a PDF is no fault, anything else is told for what it is."""

from __future__ import annotations

from base64 import b64encode

import pytest
from file_tools import pdf
from marshmallow import ValidationError

from docservice.allegati.file import FileAllegato, da_controllare


def loaded(content: bytes) -> dict[str, object]:
    found: dict[str, object] = FileAllegato().load({"nome": "a.pdf", "contenuto": b64encode(content).decode()})
    return found


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"\r\n"])
def test_a_mark_or_blanks_before_a_pdf(before: bytes) -> None:
    content = before + pdf()
    assert da_controllare(loaded(content)) == ("pdf", content)


@pytest.mark.parametrize(
    ("content", "word"), [(b"HTTP/1.1 200 OK\n%PDF-1.4", "altri byte"), (b"PK\x03\x04", "ma il file è altro")]
)
def test_the_true_reason(content: bytes, word: str) -> None:
    with pytest.raises(ValidationError, match=word):
        loaded(content)
