"""What serves the verdict alone: the files of a document do not carry it, and say the same with and without it."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from docservice import service
from docservice.modelli.catalogo import catalogo

SLUGS = sorted(slug for slug, one in catalogo().items() if one.riservati)
VALUES = {"sesso": "F", "categoria_protetta": True}


def with_all(slug: str) -> dict[str, Any]:
    data = service.esempio(slug)
    people = data["lavoratori"] if "lavoratori" in data else [data["lavoratore"]]
    for one in people:
        one.update({name: VALUES[name] for name in catalogo()[slug].riservati})
    return data


def bare(value: Any, names: tuple[str, ...]) -> Any:
    if isinstance(value, dict):
        return {name: bare(inner, names) for name, inner in value.items() if name not in names}
    return [bare(inner, names) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("slug", SLUGS)
def test_the_files_are_those_of_a_document_without_it(slug: str) -> None:
    names = catalogo()[slug].riservati
    data = with_all(slug)
    told, silent = service.atto(slug, data), service.atto(slug, bare(data, names))
    assert told.dati != silent.dati
    for formato in service.FORMATI:
        made = [service.scrivi(one, formato, bozza=True).contenuto for one in (told, silent)]
        assert made[0] == made[1]


def test_the_verdict_looks_at_it_and_the_file_does_not_carry_it() -> None:
    data = with_all("comunicazione-art4c9")
    document = service.atto("comunicazione-art4c9", data)
    looked = {one.codice: one.esito for one in document.verdetto.controlli}
    assert looked["L223-6"] == "violato"  # all women
    pdf = PdfReader(BytesIO(service.scrivi(document, "pdf", bozza=True).contenuto))
    [inside] = pdf.attachments["dati.json"]
    assert b'"cognome"' in inside
    assert not any(name.encode() in inside for name in VALUES)
