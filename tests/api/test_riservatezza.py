"""No name and no code of a person in logs, addresses, headers and file names, whatever document and whatever fault."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from stadi import un_terzo

from docservice import service
from docservice.api import BASE
from docservice.cli.comandi import main
from docservice.lotti.lavoro import lavora
from docservice.modelli.catalogo import catalogo, modello
from docservice.store.base import Magazzino

KINDS = {"nome", "cognome", "codice_fiscale", "numero_documento", "denominazione"}


def personal(value: Any) -> Iterator[str]:
    """Yield names and codes of people and firms in a payload."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in KINDS and isinstance(inner, str):
                yield inner
            yield from personal(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from personal(inner)


def broken(value: Any) -> Any:
    """Return a payload whose every code is wrong, and whose every date is no date."""
    if isinstance(value, dict):
        return {
            name: f"{inner}X" if name in ("codice_fiscale", "dal") else broken(inner) for name, inner in value.items()
        }
    return [broken(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.recinto
@pytest.mark.usefixtures("kept")
def test_nor_by_who_reads_a_table(store_client: FlaskClient, tmp_path: Path, capfd: Any) -> None:
    """The fence is a process of its own, which may write where the others do."""
    test_outside_the_documents_nobody_is_named("did", store_client, tmp_path, capfd)


@pytest.mark.parametrize("slug", un_terzo(catalogo()))
@pytest.mark.usefixtures("kept", "without_fence")
def test_outside_the_documents_nobody_is_named(
    slug: str, store_client: FlaskClient, tmp_path: Path, capfd: Any
) -> None:
    data, client = service.esempio(slug), store_client
    home = f"{BASE}/modelli/{slug}"
    seen = []
    for body in (data, broken(data), {"nome": list(personal(data))}):
        for path in ("valida", "documento?formato=html", "documento?formato=docx", "documento?formato=png"):
            answer = client.post(f"{home}/{path}", json=body)
            seen.append(str(answer.headers))
            if answer.mimetype == "application/problem+json" and body is not data:
                seen.append(answer.text)
    # faults of a whole table, or of its rows; then the lotto made
    for lines in ([data], [broken(data)], [{"x": list(personal(data))}]):
        table = BytesIO("\n".join(map(json.dumps, lines)).encode())
        fields = {"modello": slug, "formato": "docx", "file": (table, "tabella.jsonl")}
        answer = client.post(f"{BASE}/lotti", data=fields)
        seen += [str(answer.headers), answer.text]
        if answer.status_code == 202:
            store = Magazzino(tmp_path / "dati")
            while lavora(store) is not None:
                pass
            store.close()
            for end in ("", "/righe", "/risultato", "/errori"):
                with client.get(f"{BASE}/lotti/{answer.json['id']}{end}") as found:
                    seen += [str(found.headers), "" if end in ("/risultato", "/errori") else found.text]
    seen += [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")]
    said = capfd.readouterr()
    everything = "\n".join([*seen, said.out, said.err])
    assert '"esito": 200' in said.out
    named = {one for one in personal(data) if one in everything}
    assert not named - {modello(slug).titolo}


def test_nor_on_the_command_line(tmp_path: Path, capfd: Any) -> None:
    data = service.esempio("did")
    path = tmp_path / "dati.json"
    path.write_text(json.dumps(broken(data)))
    assert main(["valida", str(path), "--modello", "did"]) != 0
    said = capfd.readouterr()
    assert "Codice fiscale" in said.out + said.err
    assert not [one for one in personal(data) if one in said.out + said.err]
