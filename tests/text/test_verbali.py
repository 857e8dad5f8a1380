"""The papers around an agreement print every datum of their example, and what is absent as a line or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from testi import compose, detto

from docservice.campi.fields import Gruppo, Lista, Scelta, SiNo
from docservice.modelli.catalogo import catalogo, modello
from docservice.service import esempio
from docservice.text.blocks import TICKED, Block, Item, Run, Signatures, Table

SLUGS = [slug for slug in catalogo() if slug.endswith("-deroga")]
TYPE = {"/datore_lavoro/tipologia"}
UNPRINTED = {
    # who signs does not know yet when it will be received
    "comunicazione-deroga": {*TYPE, "/data_ricevimento_comunicazione"},
    "decreto-deroga": {
        *TYPE,
        *(f"/datore_lavoro/rappresentante/{name}" for name in ("nome", "cognome", "qualifica")),
    },
    "domanda-deroga": {
        *TYPE,
        *(f"/datore_lavoro/rappresentante/{name}" for name in ("nome", "cognome", "qualifica")),
        *(
            f"/lavoratori/{n}/{name}"
            for n in range(2)
            for name in ("data_assunzione", "giorni_lavorati", "mesi_contribuzione_precedenti", "ore_settimanali")
        ),
    },
    "esame-congiunto-deroga": {*TYPE, "/autorita/provincia"},
    "mancato-accordo-deroga": TYPE,
}
"""Data of the example that the paper has no blank for, or that another blank of it says."""


def runs(block: Block) -> Iterator[Run]:
    if isinstance(block, Signatures):
        for party in block.parties:
            for line in (party.role, party.name):
                yield from line
    elif isinstance(block, Table):
        for row in block.rows:
            for cell in row:
                yield from cell
    else:
        yield from block.runs


def written(schema: Any, data: Any, path: str = "") -> Iterator[str]:
    """Yield the pointer of each datum that is no tick box."""
    for name, value in data.items():
        field = schema.fields[name]
        rows = enumerate(value) if isinstance(field, Lista) else [(None, value)]
        inner = field.inner if isinstance(field, Lista) else field
        for place, row in rows:
            here = f"{path}/{name}" + ("" if place is None else f"/{place}")
            if isinstance(inner, Gruppo):
                yield from written(inner.schema, row, here)
            elif not isinstance(inner, SiNo | Scelta):
                yield here


@pytest.mark.parametrize("slug", SLUGS)
def test_every_datum_is_printed(slug: str) -> None:
    data = esempio(slug)
    if slug == "comunicazione-deroga":
        data["mittente"] = "datore_lavoro"  # so that its representative signs
        del data["associazione_datoriale"]
    printed = {run.pointer for block in compose(slug, data).blocks for run in runs(block)}
    assert set(written(modello(slug).schema(), data)) - printed == UNPRINTED[slug]


def test_an_association_signs_what_it_sends() -> None:
    printed = {
        run.pointer
        for block in compose("comunicazione-deroga", esempio("comunicazione-deroga")).blocks[-1:]
        for run in runs(block)
    }
    assert {"/associazione_datoriale/denominazione", "/associazione_datoriale/rappresentante/cognome"} <= printed
    assert "/datore_lavoro/rappresentante/cognome" not in printed


def ticked(slug: str, data: Any) -> list[str]:
    return [
        detto(block.runs) for block in compose(slug, data).blocks if isinstance(block, Item) and block.mark == TICKED
    ]


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"tipologia": 1}, "tipologia 1"),
        ({"tipologia": 2, "sottotipologia": "2.1", "strumenti_ordinari": [{"strumento": "CIGO"}]}, "2.1"),
        ({"tipologia": 2, "sottotipologia": "2.2"}, "2.2"),
        ({"tipologia": 2, "sottotipologia": "2.3"}, "2.3"),
        ({"tipologia": 1, "sottotipologia": "2.2"}, "tipologia 1"),
    ],
)
def test_one_type_of_employer_is_ticked(changes: dict[str, Any], word: str) -> None:
    data = esempio("domanda-deroga")
    data["datore_lavoro"] |= changes
    [told] = [text for text in ticked("domanda-deroga", data) if text.startswith("tipologia")]
    assert word in told


@pytest.mark.parametrize("cause", ["cessazione_totale", "cessazione_parziale", "procedura_concorsuale", "altro"])
@pytest.mark.parametrize("slug", ["comunicazione-deroga", "mancato-accordo-deroga", "esame-congiunto-deroga"])
def test_one_cause_is_ticked(slug: str, cause: str) -> None:
    data = esempio(slug) | {"causale": {"tipo": cause, "descrizione": "da giugno"}}
    told = [text for text in ticked(slug, data) if "da giugno" in text]
    assert len(told) == 1
    assert told[0].startswith(cause.replace("_", " "))


def test_the_half_that_the_law_gives_is_printed() -> None:
    """1 July 2009 to 30 June 2010 is 12 months: the examination covers 6, to 31 December; of 4 months, all."""
    data = esempio("esame-congiunto-deroga")
    del data["periodo_esaminato"]
    half = detto(run for block in compose("esame-congiunto-deroga", data).blocks for run in runs(block))
    assert "la metà del periodo richiesto" in half
    assert "31 dicembre 2009" in half
    data["periodo"]["al"] = "2009-10-31"
    whole = detto(run for block in compose("esame-congiunto-deroga", data).blocks for run in runs(block))
    assert "l’intero periodo richiesto, che non supera" in whole
    assert whole.count("31 ottobre 2009") == 2


def test_money_shows_its_cents() -> None:
    for given in ("68508.5", "68508.50"):
        data = esempio("decreto-deroga") | {"importo_massimo": given}
        said = [run.text for block in compose("decreto-deroga", data).blocks for run in runs(block)]
        assert "68.508,50" in said
