"""What some worked cases say besides: where a finding stands and what it compares, numbers in a message, words lent.

Members of `atteso`, all by hand:

    rilievi: {AQ-G6: [{percorso: /periodo/al, valore: '2010-02-01', limite: '2010-01-31', unita: data}]}
    messaggi: {AQ-NOTA-PARTTIME: ['6.574 ore']}
    parole: {quota_percentuale: '80'}

`rilievi` tells every finding of a rule, in order, each by some of its members; `messaggi` what those of a rule say in
all, remedies too; `parole` some of what the law lends to the text.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from docservice.law.voce import lessico
from docservice.service import Atto, atto

CASI = Path(__file__).parent / "casi"
DETTAGLI = ("rilievi", "messaggi", "parole")


def patched(base: Any, patch: Any) -> Any:
    """Lay a JSON Merge Patch (RFC 7396) over a value."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(base) if isinstance(base, dict) else {}
    for key, value in patch.items():
        merged[key] = patched(merged.get(key), value)
    return {key: value for key, value in merged.items() if patch.get(key, key) is not None}


def cases() -> list[Any]:
    found = []
    files = [path for path in sorted(CASI.glob("*/*.yaml")) if path.parent.name != "calcoli"]
    read = {path: yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader) for path in files}
    for path, told in read.items():
        base = told["base"] if "base" in told else patched(read[path.parent / told["come"]]["base"], told["cambia"])
        for case in told["casi"]:
            if any(name in case["atteso"] for name in DETTAGLI):
                data = patched(base, case["modifica"])
                name = f"{path.parent.name}/{told['modello']}: {case['nome']}"
                found.append(pytest.param(told["modello"], data, case["atteso"], id=name))
    return found


@pytest.mark.parametrize(("slug", "data", "expected"), cases())
def test_details(slug: str, data: Any, expected: dict[str, Any]) -> None:
    document = atto(slug, data)
    by_rule: dict[str, list[dict[str, Any]]] = {}
    for found in document.verdetto.rilievi:
        by_rule.setdefault(found.codice, []).append(found.as_dict())
    for code, listed in expected.get("rilievi", {}).items():
        told = by_rule.get(code, [])
        assert [{name: one.get(name) for name in said} for one, said in zip(told, listed, strict=True)] == listed, code
    for code, said in expected.get("messaggi", {}).items():
        words = " ".join(f"{one['messaggio']} {one.get('rimedio', '')}" for one in by_rule[code])
        assert [one for one in said if one not in words] == [], words
    lent = words_of(document) if "parole" in expected else {}
    assert {name: lent.get(name) for name in expected.get("parole", {})} == expected.get("parole", {})


def words_of(document: Atto) -> dict[str, Any]:
    """Return what the law lends to the text, numbers and days as text."""
    return {name: plain(value) for name, value in lessico(document.caso).items()}


def plain(value: Any) -> Any:
    """Return a value of the law with all in it as YAML would write it between quotes."""
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value if isinstance(value, str | bool | type(None)) else str(value)
