"""The fast way and the schema's are one: the same values of the same types in the same order, or the same faults."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from random import Random
from typing import Any
from unittest.mock import patch

import pytest
from marshmallow import Schema, ValidationError, post_load, validates, validates_schema
from marshmallow import fields as plain
from righe_tools import OF_ANOTHER_REGIME, TEXTS, WILD, WITH_ROWS, good, lists, row, spoil
from stadi import un_terzo

from docservice.campi import fields
from docservice.campi.blocco import Blocco
from docservice.campi.caratteri import ANY, refused
from docservice.campi.rapida import del_campo, lettore
from docservice.formati import lettura
from docservice.formati.lettura import DatiIlleggibili, leggi
from docservice.modelli.blocchi import Sede
from docservice.modelli.calcolatori.blocchi import GruppoOrari
from docservice.modelli.calcolatori.catalogo import calcolatori
from docservice.modelli.catalogo import catalogo, modello
from docservice.modelli.deroga_2009.autodichiarazione_did import LavoratoreRiconosciuto
from docservice.modelli.deroga_2009.did import Did
from docservice.modelli.lavoratore import Lavoratore, LavoratoreConOrari
from docservice.service import esempio

FEW, MANY, ROWS = 3000, 40_000, fields.INSIEME + 1
LIKE = {"cognome": "Neri", "nome": "Ada", "codice_fiscale": "NREDAA80A41A794Q"}


@contextmanager
def only_the_schema() -> Iterator[None]:
    """Read with marshmallow alone, long lists included."""
    with (
        patch.object(lettura, "tenta", lambda *_: None),
        patch.object(fields.Gruppo, "_rapido", property(lambda _: None)),
        patch.object(fields.Lista, "_rapido", property(lambda _: None)),
    ):
        yield


def traced(value: Any) -> Any:
    """Return what tells a value from another, its type and the order of its names included."""
    if isinstance(value, dict):
        return (type(value), [(name, traced(inner)) for name, inner in value.items()])
    if isinstance(value, list):
        return (type(value), [traced(inner) for inner in value])
    return (type(value), repr(value))


def outcome(schema: type[Schema], raw: Any) -> Any:
    try:
        return traced(leggi(schema, raw))
    except DatiIlleggibili as refusal:
        return [fault.as_dict() for fault in refusal.errori]


def same(schema: type[Schema], raw: Any) -> bool:
    """Read both ways; say whether the payload is good."""
    fast = outcome(schema, raw)
    with only_the_schema():
        slow = outcome(schema, raw)
    assert fast == slow
    return isinstance(fast, tuple)


def read_both_ways(rows: int, seed: int) -> None:
    found = {same(modello(slug).schema, raw) for slug, raw in lists(rows, Random(seed))}  # noqa: S311 - no secret
    assert found == {True, False}


def test_rows_are_read_the_same_both_ways() -> None:
    read_both_ways(FEW, 2)


@pytest.mark.lungo
def test_very_many_rows_are_read_the_same_both_ways() -> None:
    read_both_ways(MANY, 1)


@pytest.mark.parametrize(
    "schema", un_terzo([Lavoratore, LavoratoreConOrari, LavoratoreRiconosciuto, GruppoOrari, Sede])
)
def test_every_odd_value_of_every_field_is_read_the_same_both_ways(schema: type[Schema]) -> None:
    """Each beside a good one; values that are kept though others are refused are compared too."""

    class Elenco(Blocco):
        righe = fields.Lista(fields.Gruppo(schema), massimo=100_000)

    def told(rows: list[Any]) -> Any:
        try:
            return traced(Elenco().load({"righe": rows}))
        except ValidationError as error:
            return error.messages, traced(error.valid_data)

    chance = Random(7)  # noqa: S311
    for name, field in schema().fields.items():
        around = row(schema(), chance)
        both = [around | {name: value} for odd in (*WILD, *TEXTS) for value in (good(field, chance), odd)]
        fast = told(both)
        with only_the_schema():
            assert fast == told(both)


@pytest.mark.parametrize("name", ["ore_settimanali", "giorni_lavorati", "zero_ore"])
@pytest.mark.parametrize(
    "values", [(40, "40", Decimal(40), "40.0", Decimal("40.00")), (1, True, Decimal(1)), (0, False)]
)
def test_equal_values_of_different_types_are_told_apart(name: str, values: tuple[Any, ...]) -> None:
    payload = esempio("elenco-lavoratori")
    for order in (values, values[::-1]):
        same(modello("elenco-lavoratori").schema, payload | {"lavoratori": [LIKE | {name: value} for value in order]})
    taken = [value for value in values if isinstance(value, bool) == (name == "zero_ore")]
    same(modello("elenco-lavoratori").schema, payload | {"lavoratori": [LIKE | {name: value} for value in taken]})


@pytest.mark.parametrize(
    "schema",
    un_terzo([*(tipo.schema for tipo in catalogo().values()), *(one.domanda for one in calcolatori().values())]),
)
def test_whole_payloads_are_read_the_same_both_ways(schema: type[Schema]) -> None:
    chance = Random(3)  # noqa: S311
    payloads = [row(schema(), chance) for _ in range(10)]
    payloads += [esempio(tipo.id) for tipo in catalogo().values() if tipo.schema is schema] * 10
    for payload in payloads:
        same(schema, payload)
        for _ in range(5):
            spoiled = spoil(payload, chance)
            same(schema, spoiled)
            same(schema, spoil(spoiled, chance))


@pytest.mark.parametrize("slug", WITH_ROWS)
def test_good_rows_never_go_to_the_schema(slug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is slow would go unnoticed: only that it is the same is seen elsewhere."""

    def load(*_: Any, **__: Any) -> Any:
        raise AssertionError

    listed = modello(slug).schema().fields["lavoratori"]
    assert isinstance(listed, fields.Lista)
    chance = Random(4)  # noqa: S311
    refused = OF_ANOTHER_REGIME.get(slug, set())
    made = (good(listed.inner, chance) for _ in range(ROWS))
    rows = [{name: value for name, value in row.items() if name not in refused} for row in made]
    for schema in (Lavoratore, LavoratoreConOrari, LavoratoreRiconosciuto):
        monkeypatch.setattr(schema, "load", load)
    assert len(leggi(modello(slug).schema, esempio(slug) | {"lavoratori": rows})["lavoratori"]) == ROWS
    with pytest.raises(AssertionError):
        leggi(modello(slug).schema, esempio(slug) | {"lavoratori": [*rows, {}]})


def test_a_good_did_never_goes_to_the_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Did, "load", None)
    assert leggi(Did, esempio("did"))


@pytest.mark.parametrize(
    "options",
    [
        {"validate": lambda _: None},
        {"pre_load": str},
        {"post_load": str},
        {"allow_none": True},
        {"load_default": "x"},
        {"data_key": "altro"},
        {"attribute": "altro"},
    ],
)
def test_a_field_that_does_more_is_left_to_the_schema(options: dict[str, Any]) -> None:
    class Di(Blocco):
        campo = fields.Testo(**options)

    class Sopra(Blocco):
        gruppo = fields.Gruppo(Di)
        gruppi = fields.Lista(fields.Gruppo(Di))

    assert lettore(Di) is None
    assert lettore(Sopra) is None
    assert del_campo(fields.Testo()) is not None


def test_a_schema_that_does_more_is_left_to_itself() -> None:
    class Dopo(Blocco):
        campo = fields.Testo()

        @post_load
        def _after(self, data: Any, **_: Any) -> Any:
            return data

    class Insieme(Blocco):
        campo = fields.Testo()

        @validates_schema
        def _together(self, data: Any, **_: Any) -> None:
            del data

    class Uno(Blocco):
        campo = fields.Testo()

        @validates("campo")
        def _one(self, value: str, data_key: str) -> None:
            del value, data_key

    class Altro(Blocco):
        campo = plain.String()

    class Lasco(Blocco):
        campo = fields.Testo()

        class Meta:
            unknown = "exclude"

    class In(Blocco):
        campo = fields.Gruppo(Lavoratore, only=("nome",))

    assert not [schema for schema in (Dopo, Insieme, Uno, Altro, Lasco, In) if lettore(schema) is not None]


def test_the_short_cut_of_the_characters_is_exact() -> None:
    allowed = fields.re.compile(ANY)
    for point in range(0x3000):
        assert (refused(chr(point)) is None) == bool(allowed.fullmatch(chr(point)))
