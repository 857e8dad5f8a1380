"""What was perhaps meant by a name that no field has: another of the same group, or one a group further in or out.

`forse(Did(), ["lavoratore", "cognomme"])` → «Campo non previsto, forse “cognome”? …»; of `["cognome"]` it says that it
goes in `lavoratore`. Each name is looked up once; one that is long is no misspelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Final

from marshmallow import Schema, fields

from docservice.campi.blocco import SCONOSCIUTO, istanza
from docservice.campi.caratteri import semplice

_LONGEST: Final = 60
"""Characters of a name past which nothing is looked for."""
_NEAR: Final = 0.8
"""How like another a name must be, from 0 to 1."""
_MANY: Final = 3
"""Groups that a message names at most."""
_CAMEL: Final = re.compile("(?<=[a-z])(?=[A-Z])")


def forse(schema: Schema, passi: Sequence[str]) -> str:
    """Return what to say of the last step, which is no field of its group, or no value."""
    around = list(_gruppi(schema, passi[:-1]))
    if not around:
        return SCONOSCIUTO
    (_, outer), (group, here) = around[-2:] if len(around) > 1 else (("", None), around[-1])
    return _detto(here, outer, group, passi[-1])


def _gruppi(schema: Schema, passi: Sequence[str]) -> Iterator[tuple[str, type[Schema]]]:
    """Yield the groups at each of the steps, each with its name; none where a step is in no group."""
    found = [("", type(schema))]
    campo: fields.Field[object] | None = None
    for name in passi:
        if isinstance(campo, fields.List):
            campo = campo.inner
        else:
            campo = istanza(found[-1][1]).fields.get(name)
            found += [(name, found[-1][1])] if isinstance(campo, fields.List) else []
        if isinstance(campo, fields.Nested):
            found.append((found.pop()[0] if name.isdigit() else name, type(campo.schema)))
        elif not isinstance(campo, fields.List):
            return
    if not isinstance(campo, fields.List):
        yield from found


@lru_cache(1024)
def _detto(here: type[Schema], outer: type[Schema] | None, group: str, name: str) -> str:
    own = istanza(here).fields
    if name in own:
        of = next(iter(_dentro(own[name])), None)
        inside = next(iter(istanza(of).fields), "") if of else ""
        place = "[0]" if isinstance(own[name], fields.List) else ""
        return f"Qui non va un valore, ma i campi che contiene: per esempio {name}{place}{inside and '.'}{inside}."
    if len(name) > _LONGEST:
        return SCONOSCIUTO
    key = semplice(_CAMEL.sub(" ", name))
    if exact := _nomi(here).get(key):
        return _corretto(exact)
    if outer is not None and name in istanza(outer).fields:
        return f"Campo non previsto qui, va fuori da {group}."
    inside_of = [near for near, campo in own.items() for of in _dentro(campo) if key in _nomi(of)]
    if 0 < len(inside_of) <= _MANY:
        return f"Campo non previsto qui, va in {' o in '.join(inside_of)}."
    close = get_close_matches(key, _nomi(here), 1, _NEAR)
    return _corretto(_nomi(here)[close[0]]) if close else SCONOSCIUTO


def _corretto(name: str) -> str:
    return f"Campo non previsto, forse “{name}”? Ne va corretto il nome, o va tolto."


def _dentro(campo: fields.Field[object]) -> Iterator[type[Schema]]:
    """Yield the group that a field is, or that its elements are."""
    inner = campo.inner if isinstance(campo, fields.List) else campo
    if isinstance(inner, fields.Nested):
        yield type(inner.schema)


@cache
def _nomi(schema: type[Schema]) -> dict[str, str]:
    """Return the fields of a group by every name that people have for them."""
    found: dict[str, str] = {}
    for name, campo in istanza(schema).fields.items():
        for way in (name, getattr(campo, "etichetta", ""), *getattr(campo, "sinonimi", ())):
            found.setdefault(semplice(way), name)
    found.pop("", None)
    return found
