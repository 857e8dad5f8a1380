"""The base of every schema: a group of fields, and no others.

`class Sede(Blocco): comune = Testo(required=True)` reads `{"comune": "Lodi"}`, and refuses
`{"comune": "Lodi", "x": 1}`: the field `x` is not one of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, pre_load

MOLTI_DIFETTI = 1000
"""Faults after which no more are looked for, or told."""
SCONOSCIUTO = "Campo non previsto, va tolto o ne va corretto il nome."

OGGETTO = "Qui va un gruppo di campi (in JSON, fra parentesi graffe)."


@cache
def istanza(schema: type[Schema]) -> Schema:
    """Return the one instance of a schema that reads: it keeps nothing of what it read, and to make one costs more."""
    return schema()


class Blocco(Schema):
    """Base of every schema: an unknown field is refused, messages are Italian."""

    error_messages = {  # noqa: RUF012 - the name and the kind are marshmallow's
        "unknown": SCONOSCIUTO,
        "type": OGGETTO,
    }

    innocui = frozenset({"_few_strangers"})
    """Hooks that leave a good payload as it is: the fast way of reading does without them."""

    class Meta:
        """Options of marshmallow."""

        unknown = RAISE

    @pre_load
    def _few_strangers(self, data: Any, **kwargs: Any) -> Any:
        """Stop at a crowd of unknown fields, which marshmallow tells one by one and ever more slowly."""
        del kwargs
        if isinstance(data, Mapping) and len(data) > MOLTI_DIFETTI:
            strangers = [name for name in data if name not in self.fields]
            if len(strangers) > MOLTI_DIFETTI:
                raise ValidationError({name: [SCONOSCIUTO] for name in strangers[:MOLTI_DIFETTI]})
        return data
