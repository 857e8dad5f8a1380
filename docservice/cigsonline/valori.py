"""What the papers say of a field: which of them is believed, and what is told when they do not agree.

Of papers that say different things the later is believed: `Risposta([of the notice, of the agreement]).scelto`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields

from docservice.campi.blocco import istanza
from docservice.campi.parole import campo, etichetta
from docservice.cigsonline.carte import Carta, campo_a, trova
from docservice.cigsonline.sezioni import Campo, Posto
from docservice.formati.lettura import canonico, tappe
from docservice.law.tratti import CIGS
from docservice.modelli.catalogo import Modello, catalogo


@dataclass(frozen=True, slots=True)
class Detto:
    """What one paper says: the value as loaded, where, and in words where the value is none."""

    carta: Carta
    percorso: str
    valore: Any
    parole: str = ""

    @property
    def detto(self) -> str:
        """The word of a list as a person reads it, empty for any other value."""
        if self.parole or not isinstance(self.valore, str):
            return self.parole
        names = getattr(campo_a(self.carta.tipo.schema, generico(self.percorso)), "nomi", None) or {}
        return str(names.get(self.valore, ""))

    @property
    def fonte(self) -> dict[str, Any]:
        """Where it is said, as it travels."""
        return self.carta.fonte(self.percorso)


@dataclass(frozen=True, slots=True)
class Risposta:
    """What the papers say of one thing, from the earliest to the latest; at least one says something."""

    detti: Sequence[Detto]

    @property
    def scelto(self) -> Detto:
        """What is believed."""
        return self.detti[-1]

    @property
    def concorde(self) -> bool:
        """Whether they all say the same, whatever the case, the spaces, the punctuation."""
        first = _uguale(self.detti[0].valore)
        return all(_uguale(one.valore) == first for one in self.detti[1:])


def _uguale(valore: Any) -> Any:
    if isinstance(valore, str):
        return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", valore).casefold()))
    if isinstance(valore, Mapping):
        return {name: _uguale(inner) for name, inner in valore.items()}
    return [_uguale(one) for one in valore] if isinstance(valore, list) else valore


simile = _uguale
"""A value as it is compared: «S.p.A. » and «SPA» are one."""


def generico(percorso: str) -> str:
    """Return a pointer with `*` in the place of each element of a list."""
    return "".join(f"/{'*' if step.isdigit() else step}" for step in tappe(percorso))


def risposte(of: Campo, carte: Sequence[Carta]) -> list[Risposta]:
    """Return what the papers say of a field, nothing where none does; of one that is a paper, each that is."""
    if of.documento:
        kinds = frozenset(of.documento)
        return [Risposta([Detto(one, "", one.tipo.titolo)]) for one in carte if one.tratti & kinds]
    found = [one for one in (_di(carta, of.da) for carta in carte) if one is not None]
    return [Risposta(found)] if found else []


def _di(carta: Carta, posti: Sequence[Posto]) -> Detto | None:
    """Return what a paper says, at the first place that has something."""
    for posto in posti:
        if not posto.per <= carta.tratti:
            continue
        value = posto.vale if posto.vale is not None else trova(carta.dati, posto.percorso)
        if posto.mappa:
            value = posto.mappa.get(value)
        if value is not None:
            return Detto(carta, posto.percorso.partition("/*")[0], value, posto.detto)
    return None


@dataclass(frozen=True, slots=True)
class Foglia:
    """A field of a block: where, how it is called, what is said of it; a list of objects has the fields of these."""

    percorso: str
    titolo: str
    risposta: Risposta
    dentro: tuple[Foglia, ...] = ()


def foglie(percorso: str, carte: Sequence[Carta]) -> Iterator[Foglia]:
    """Yield the fields of a block that some paper gives; a list is taken whole, from the latest that has one."""
    known: dict[str, None] = {}
    for carta in reversed(carte):
        known |= dict.fromkeys(_terminali(campo_a(carta.tipo.schema, percorso), percorso))
    for place in known:
        said = [Detto(one, place, value) for one in carte if (value := trova(one.dati, place)) is not None]
        if said:
            yield _foglia(place, Risposta(said))


def _terminali(field: fields.Field[Any] | None, percorso: str) -> Iterator[str]:
    """Yield where the fields of a block are, lists among them."""
    inner = field.schema if isinstance(field, fields.Nested) else None
    if isinstance(inner, Schema):
        for name, one in inner.fields.items():
            yield from _terminali(one, f"{percorso}/{name}")
    elif field is not None:
        yield percorso


def _foglia(percorso: str, said: Risposta) -> Foglia:
    carta, value = said.scelto.carta, said.scelto.valore
    members = istanza(carta.tipo.schema).fields
    inside = _dentro(value, percorso) if di_gruppi(value) else ()
    return Foglia(
        percorso,
        campo(members, tappe(percorso)),
        said,
        tuple(Foglia(place, campo(members, tappe(place)), Risposta([Detto(carta, place, it)])) for place, it in inside),
    )


def di_gruppi(valore: Any) -> bool:
    """Say whether a value is a list of objects."""
    return isinstance(valore, list) and any(isinstance(one, Mapping) for one in valore)


def _dentro(value: Any, percorso: str) -> Iterator[tuple[str, Any]]:
    """Yield the values within a list of objects, each with its pointer."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _dentro(inner, f"{percorso}/{name}")
    elif di_gruppi(value):
        for place, inner in enumerate(value):
            yield from _dentro(inner, f"{percorso}/{place}")
    else:
        yield percorso, value


def rimedio(percorsi: Sequence[str], carte: Sequence[Carta]) -> str:
    """Say in which paper something is to be written: one of those sent, else one that may be; else in the portal."""
    for carta in reversed(carte):
        if place := _previsto(carta.tipo, percorsi):
            return f"Va scritto in «{carta.tipo.titolo}» (documento n. {carta.numero + 1}), {place}."
    for tipo in catalogo().values():
        if tipo.puo_essere(CIGS) and (place := _previsto(tipo, percorsi)):
            return f"Lo dice «{tipo.titolo}», {place}: va inviato anche quello."
    return "I documenti non lo prevedono: va scritto nel portale."


def _previsto(tipo: Modello, percorsi: Sequence[str]) -> str:
    return next((one for one in percorsi if campo_a(tipo.schema, one) is not None), "")


def nome(percorso: str, carte: Sequence[Carta]) -> str:
    """Return how a block or a field is called."""
    schemas = [one.tipo.schema for one in reversed(carte)] + [one.schema for one in catalogo().values()]
    found = (campo_a(schema, percorso) for schema in schemas)
    return next((etichetta(one) for one in found if one is not None), tappe(percorso)[-1].replace("_", " "))


def contrasto(sezione: str, campo: str, titolo: str, said: Risposta, riga: int | None = None) -> dict[str, Any]:
    """Return what is told of papers that do not agree; `riga` is the row of a table that it is about, from 1."""
    numbers = ", ".join(f"n. {one.carta.numero + 1}" for one in said.detti)
    where = f" (riga {riga})" if riga else ""
    return {
        "sezione": sezione,
        "campo": campo,
        "titolo": titolo,
        **({"riga": riga} if riga else {}),
        "valori": [{**one.fonte, "valore": canonico(one.valore)} for one in said.detti],
        "vale": said.scelto.carta.numero,
        "messaggio": (
            f"{titolo}{where}: i documenti {numbers} non dicono lo stesso. Vale l’ultimo per data, il"
            f" n. {said.scelto.carta.numero + 1}; gli altri vanno corretti, o va inviato quello giusto."
        ),
    }
