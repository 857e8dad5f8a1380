"""A schema that asks for more than the one it comes from."""

from __future__ import annotations

import pytest
from marshmallow import ValidationError

from docservice.campi import fields
from docservice.campi.blocco import Blocco
from docservice.campi.esige import esige


class Luogo(Blocco):
    comune = fields.Testo(massimo=50)
    abitanti = fields.Intero()


class Ditta(Blocco):
    nome = fields.Testo(required=True)
    sede = fields.Gruppo(Luogo)
    ccnl = fields.Testo(massimo=40)


@esige("sede", "ccnl")
class DittaCompleta(Ditta):
    pass


class DittaNotata(DittaCompleta):
    nota = fields.Testo()


def test_it_asks_for_what_was_optional() -> None:
    assert Ditta().load({"nome": "Alfa"}) == {"nome": "Alfa"}
    for schema in (DittaCompleta, DittaNotata):
        with pytest.raises(ValidationError) as refused:
            schema().load({"nome": "Alfa", "ccnl": " "})
        told = refused.value.messages
        assert told["sede"] == ["Dato obbligatorio mancante, va indicato."]
        assert told["ccnl"] == ["Il testo è vuoto, va scritto."]


def test_all_else_stays() -> None:
    """Order, limits, the schema it comes from; a text publishes that it is not empty."""
    assert list(DittaNotata().fields) == ["nome", "sede", "ccnl", "nota"]
    assert DittaCompleta().fields["ccnl"].metadata["maxLength"] == 40
    assert DittaCompleta().fields["ccnl"].metadata["minLength"] == 1
    assert not Ditta().fields["ccnl"].required
    assert not Ditta().fields["sede"].required


def test_it_knows_the_fields() -> None:
    with pytest.raises(KeyError):
        esige("contratto")(type("Altra", (Ditta,), {}))
