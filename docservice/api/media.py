"""The media types of the files that answers hold: "x.xlsx" → "application/vnd…sheet"."""

from __future__ import annotations

from docservice import service

BYTE = "application/octet-stream"
"""What a file is for who asks for its bytes, whatever they are: a client that knows no other type of file."""


def tipo_media(nome: str) -> str:
    """Return the media type of a file by its name: a document, a table, the documents of a lotto."""
    kinds = {
        "zip": "application/zip",
        "csv": "text/csv",
        "jsonl": "application/jsonl",
    }
    return kinds.get(nome.rpartition(".")[2]) or service.OGNI_FORMATO[nome.rpartition(".")[2]]
