"""Texts that enter in any form of Unicode are the same bytes (NFC): JSON, XML, forms."""

from __future__ import annotations

import json
import unicodedata

import pytest

from docservice.formati.da_form import leggi_modulo
from docservice.formati.da_json import leggi_json
from docservice.formati.da_xml import leggi_xml
from docservice.formati.elementi import NAMESPACE
from docservice.modelli.catalogo import modello

NAME = "Forlì"
PARTED = unicodedata.normalize("NFD", NAME)


@pytest.mark.parametrize("escaped", [True, False])
def test_json(escaped: bool) -> None:  # noqa: FBT001 - a parameter
    value = {"a": [PARTED, {"b": PARTED}], "c": 1}
    assert leggi_json(json.dumps(value, ensure_ascii=escaped).encode()) == {"a": [NAME, {"b": NAME}], "c": 1}


def test_xml_and_forms() -> None:
    schema = modello("did").schema()
    body = f'<did xmlns="{NAMESPACE}"><luogo>{PARTED}</luogo></did>'.encode()
    assert leggi_xml(body, schema, "did") == ({"luogo": NAME}, [])
    read, faults = leggi_modulo([("luogo", PARTED)], schema)
    assert (read["luogo"], faults) == (NAME, [])
