"""The rules by HTTP and by the command: which are in force, whence they come, which documents they bind."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from stadi import un_terzo

from docservice.api.app import BASE
from docservice.cli.comandi import main
from docservice.law.regime import regime
from docservice.law.voce import REGISTRO, Genere
from docservice.modelli.catalogo import catalogo
from docservice.modelli.vincoli import regimi
from docservice.service import esempio

ROOT = Path(__file__).resolve().parents[2]


def asked(client: FlaskClient, query: str = "") -> list[dict[str, Any]]:
    """Return the rules of a query."""
    answer = client.get(f"{BASE}/regole?{query}")
    assert answer.status_code == 200
    found: list[dict[str, Any]] = answer.json["items"]  # type: ignore[index]
    return found


def test_every_rule_is_told_once_for_each_version(client: FlaskClient) -> None:
    for of in regimi():
        regime(of)
        told = asked(client, f"regime={of}")
        assert [one["codice"] for one in told] == [one.codice for one in REGISTRO.del_regime(Genere.REGOLA, of)]
        for one in told:
            assert one["regime"] == of
            assert one["descrizione"].endswith(".")
            assert one["fonte"]["atto"]
            assert one["modelli"]
    assert len(asked(client)) == sum(len(asked(client, f"regime={of}")) for of in regimi())


def test_of_a_day_the_version_in_force(client: FlaskClient) -> None:
    # the start of the treatment changed on 16 June 2009 (Vademecum 2.4.1)
    both = [one for one in asked(client) if one["codice"] == "AQ-G3"]
    assert [(one.get("dal"), one.get("al")) for one in both] == [
        ("2009-05-04", "2009-06-15"),
        ("2009-06-16", "2010-12-31"),
    ]
    for day, version in (("2009-06-15", both[0]), ("2009-06-16", both[1])):
        assert [one for one in asked(client, f"data={day}") if one["codice"] == "AQ-G3"] == [version]


@pytest.mark.parametrize(
    ("day", "of"),
    [
        ("1991-08-10", set()),
        ("1991-08-11", {"l-223"}),  # fifteen days after its publication
        ("2009-05-03", {"l-223"}),
        (
            "2009-05-04",
            {"deroga-2009", "l-223"},
        ),  # signed and in force that day (Accordo Quadro, punto 20), to the end of 2010
        ("2010-12-31", {"deroga-2009", "l-223"}),
        ("2011-01-01", {"l-223"}),
        ("2015-09-23", {"l-223"}),
        ("2015-09-24", {"dlgs-148", "l-223"}),  # D.Lgs. 148/2015, art. 47
        ("2100-01-01", {"dlgs-148", "l-223"}),
    ],
)
def test_a_regime_has_its_days(client: FlaskClient, day: str, of: set[str]) -> None:
    assert {one["regime"] for one in asked(client, f"data={day}")} == of


def test_a_rule_opened_by_a_value_of_the_law(client: FlaskClient) -> None:
    # nothing is known of the start of the CIGS before 1 November 2015 (`giorni_inizio_cigs`)
    assert "CIGS-9" not in {one["codice"] for one in asked(client, "data=2015-10-31")}
    [one] = [one for one in asked(client, "data=2015-11-01") if one["codice"] == "CIGS-9"]
    assert one["dal"] == "2015-11-01"
    assert one["modelli"] == ["accordo-cds", "accordo-cigs", "esame-congiunto-cigs"]


@pytest.mark.parametrize("slug", un_terzo(catalogo()))
def test_the_rules_of_a_document_are_those_that_judge_it(client: FlaskClient, slug: str) -> None:
    judged = client.post(f"{BASE}/modelli/{slug}/valida", json=esempio(slug)).json["controlli"]  # type: ignore[index]
    of = catalogo()[slug].regime_di(esempio(slug))
    bound = {one["codice"]: one for one in asked(client, f"modello={slug}&regime={of}")}
    assert judged
    assert {one["codice"] for one in judged} <= set(bound)
    for one in judged:
        assert one["fonte"] == bound[one["codice"]]["fonte"]
        assert one["descrizione"] in {rule["descrizione"] for rule in asked(client) if rule["codice"] == one["codice"]}


@pytest.mark.parametrize(
    ("query", "path", "named"),
    [("regime=inps", "/regime", "dlgs-148"), ("data=ieri", "/data", "AAAA-MM-GG"), ("modello=x", "/modello", "did")],
)
def test_what_there_is_not_is_told_with_what_there_is(client: FlaskClient, query: str, path: str, named: str) -> None:
    answer = client.get(f"{BASE}/regole?{query}")
    assert answer.status_code == 422
    [fault] = answer.json["errori"]  # type: ignore[index]
    assert fault["percorso"] == path
    assert named in fault["messaggio"]


def test_the_command_says_the_same(client: FlaskClient, capsys: Any) -> None:
    assert main(["regole", "--regime", "dlgs-148", "--data", "2015-11-01", "--modello", "accordo-cds", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["items"]
    assert told == asked(client, "regime=dlgs-148&data=2015-11-01&modello=accordo-cds")
    assert main(["regole", "--modello", "accordo-a"]) == 0
    shown = capsys.readouterr().out
    assert "AQ-A2 (deroga-2009): Nello schema A non c’è rotazione del personale in CIG." in shown
    assert "  Fonte: Accordo Quadro 4 maggio 2009, All. B, schema A\n  Modelli: accordo-a\n" in shown
    assert "  Vale dal 04/05/2009 al 15/06/2009\n" in shown
    assert main(["regole", "--modello", "did", "--regime", "dlgs-148"]) == 0
    assert capsys.readouterr().err.startswith("Nessuna regola")


def test_what_the_law_sets_is_called_a_value_of_the_law(client: FlaskClient) -> None:
    assert "figur" not in client.get(f"{BASE}/openapi.json").text.lower()
    for path in ("README.md", "docs/calcoli/README.md"):
        assert "figur" not in (ROOT / path).read_text(encoding="utf-8").lower(), path
    for of in regimi():
        assert not [one for one in asked(client, f"regime={of}") if "figur" in one["descrizione"].lower()]
