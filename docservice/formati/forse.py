"""What was perhaps meant by a name that no field has: another of the same group, or one a group further in or out.

`forse(Did(), ["lavoratore", "cognomme"])` → «Campo non previsto, forse «cognome»? …»; of `["cognome"]` it says that it
goes in `lavoratore`. Each name is looked up once; one that is long is no misspelling.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Any, Final

from marshmallow import Schema, fields

from docservice.campi.blocco import SCONOSCIUTO, istanza
from docservice.campi.caratteri import semplice
from docservice.campi.parole import etichetta
from docservice.campi.vicini import LUNGO, spezzata, vicini

_NEAR: Final = 0.8
"""How like another a name must be, from 0 to 1."""
_MANY: Final = 3
"""Groups that a message names at most."""


def forse(schema: Schema, passi: Sequence[str]) -> str:
    """Return what to say of the first step that is no field of its group, or of the last, which is no value."""
    here, outer, group = type(schema), None, ""
    campo: fields.Field[object] | None = None
    for place, name in enumerate(passi):
        if isinstance(campo, fields.List):
            if not name.isdigit():
                return _senza_riga(passi[place - 1], campo)
            campo = campo.inner
        elif place and not isinstance(campo, fields.Nested):
            return SCONOSCIUTO  # it is within a value
        else:
            campo = istanza(here).fields.get(name)
            if campo is None or place == len(passi) - 1:
                return _detto(here, outer, group, name)
            group = name
        if isinstance(campo, fields.Nested):
            here, outer = type(campo.schema), here
    return SCONOSCIUTO


def _senza_riga(lista: str, campo: fields.Field[Any]) -> str:
    """Return what to say of a name that follows that of a list, where the number of a row goes."""
    of = next(_dentro(campo), None)
    inside = next(iter(istanza(of).fields), "") if of else ""
    return f"Dopo {lista} va il numero della riga, a partire da 0: per esempio {lista}[0]{inside and '.'}{inside}."


def non_previsto(nome: str, ammessi: Sequence[str] | Mapping[str, object]) -> str:
    """Return what to say of a name that is none of the few that may be written."""
    near = vicini(nome, ammessi)
    told = _corretto(near[0]) if near else SCONOSCIUTO
    return f"{told} Si può scrivere: {', '.join(ammessi)}."


@lru_cache(1024)
def _detto(here: type[Schema], outer: type[Schema] | None, group: str, name: str) -> str:
    own = istanza(here).fields
    if name in own:
        of = next(iter(_dentro(own[name])), None)
        inside = next(iter(istanza(of).fields), "") if of else ""
        place = "[0]" if isinstance(own[name], fields.List) else ""
        return f"Qui non va un valore, ma i campi che contiene: per esempio {name}{place}{inside and '.'}{inside}."
    if len(name) > LUNGO:
        return SCONOSCIUTO
    key = spezzata(name)
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
    return f"Campo non previsto, forse «{name}»? Ne va corretto il nome, o va tolto."


def _dentro(campo: fields.Field[Any]) -> Iterator[type[Schema]]:
    """Yield the group that a field is, or that its elements are."""
    inner = campo.inner if isinstance(campo, fields.List) else campo
    if isinstance(inner, fields.Nested):
        yield type(inner.schema)


@cache
def _nomi(schema: type[Schema]) -> dict[str, str]:
    """Return the fields of a group by every name that people have for them."""
    found: dict[str, str] = {}
    for name, campo in istanza(schema).fields.items():
        for way in (name, etichetta(campo), *getattr(campo, "sinonimi", ())):
            found.setdefault(semplice(way), name)
    found.pop("", None)
    return found
