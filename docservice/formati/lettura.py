"""Read a payload: raw JSON values in, typed values out, or every fault at once with its JSON pointer."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from marshmallow import Schema, ValidationError, fields

from docservice.campi.blocco import MOLTI_DIFETTI, SCONOSCIUTO, istanza
from docservice.campi.lettore import tenta
from docservice.campi.parole import campo
from docservice.campi.rapida import lettore
from docservice.formati.forse import forse
from docservice.law.italiano import con_punto, minuscola


@dataclass(frozen=True, slots=True)
class Errore:
    """A fault of a payload: where (JSON pointer; how a person calls the field) and what, remedy included."""

    percorso: str
    messaggio: str
    campo: str = ""

    @property
    def detto(self) -> str:
        """The fault as a person reads it: «Sede legale, CAP: servono cinque cifre.»."""
        if not self.campo:
            return self.messaggio
        return f"{self.campo}: {minuscola(self.messaggio)}"

    def as_dict(self) -> dict[str, str]:
        """Return the fault as it travels; a fault of the whole has no field."""
        named = {"campo": self.campo} if self.campo else {}
        return {"percorso": self.percorso, **named, "messaggio": self.detto}


_BUSTA = frozenset({"modello", "dati"})
"""What a file of ours holds around the data, with the versions that made it."""
_SOLI_DATI = "Qui vanno i soli dati: ciò che sta dentro «dati», senza «modello» e «dati»."
_LONGEST_STEP = 200
"""Characters of a name that a path repeats."""


class CorpoIllegibile(ValueError):  # noqa: N818 - in the words of the field
    """The payload cannot be parsed at all; its text says why and what to do."""


class DatiIlleggibili(ValueError):  # noqa: N818 - in the words of the field
    """The payload does not have the shape its schema asks; of the first faults, those that are told, the fields are."""

    def __init__(self, errori: list[Errore], schema: Schema | None = None) -> None:
        super().__init__(f"{len(errori)} errori nei dati")
        self.errori = sorted(errori, key=lambda e: e.percorso)
        if schema is not None:
            self.errori[:MOLTI_DIFETTI] = [_nominato(one, schema) for one in self.errori[:MOLTI_DIFETTI]]

    def righe(self) -> list[str]:
        """Return the faults as a person reads them, each with its path; the first ones, if they are many."""
        told = [f"{one.detto} [{one.percorso}]" if one.percorso else one.detto for one in self.errori[:MOLTI_DIFETTI]]
        more = len(self.errori) - len(told)
        return [*told, f"Altri {more} difetti: corretti questi, i dati vanno riprovati."] if more > 0 else told


def _nominato(errore: Errore, schema: Schema) -> Errore:
    """Return a fault with the name of its field, and of an unknown one what was perhaps meant."""
    steps = tappe(errore.percorso)
    if not steps:
        return errore
    message = forse(schema, steps) if errore.messaggio == SCONOSCIUTO else errore.messaggio
    return replace(errore, messaggio=message, campo=campo(schema.fields, steps))


def leggi(schema: type[Schema], grezzo: Any, difetti: Collection[Errore] = ()) -> dict[str, Any]:
    """Load `grezzo` (values as parsed from JSON, numbers as int or Decimal) or raise `DatiIlleggibili`.

    `difetti` are those of the way it was written; of the path of one, what the schema says is not told.
    """
    errori = list(difetti)
    fast = lettore(schema)
    loaded: dict[str, Any] | None = None if fast is None else tenta(fast.uno, grezzo)
    try:
        loaded = istanza(schema).load(grezzo) if loaded is None else loaded
    except ValidationError as error:
        told = {fault.percorso for fault in difetti}
        errori += [fault for fault in appiattisci(error.messages) if fault.percorso not in told]
        if isinstance(grezzo, Mapping) and grezzo.keys() - istanza(schema).fields.keys() >= _BUSTA:
            errori = [Errore("", _SOLI_DATI)]
    if errori or loaded is None:
        raise DatiIlleggibili(errori, istanza(schema))
    return loaded


def appiattisci(messages: Any, path: str = "") -> Iterator[Errore]:
    """Yield the faults that marshmallow nests, each with its JSON pointer."""
    if isinstance(messages, Mapping):
        for key, value in messages.items():
            inner = path if key == "_schema" else f"{path}/{passo(key)}"
            yield from appiattisci(value, inner)
    elif isinstance(messages, list):
        for value in messages:
            yield from appiattisci(value, path)
    else:
        yield Errore(path, str(messages))


def passo(key: Any) -> str:
    """Return a step of a JSON pointer (RFC 6901); a key may be any text a client sent, a lone surrogate included."""
    text = str(key)
    if len(text) > _LONGEST_STEP:
        text = f"{text[:_LONGEST_STEP]}…"
    text = text.replace("~", "~0").replace("/", "~1")
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def tappe(percorso: str) -> list[str]:
    """Return the steps of a JSON pointer, unescaped."""
    return [step.replace("~1", "/").replace("~0", "~") for step in percorso.split("/")[1:]]


def chiamato(schema: type[Schema], percorso: str) -> str:
    """Return how a person calls the datum at a JSON pointer; the whole has no name."""
    return campo(istanza(schema).fields, tappe(percorso))


def limita(schema: Schema, dati: Mapping[str, Any]) -> dict[str, Any]:
    """Keep of loaded data what a smaller schema has, group by group."""
    return {name: _limita(field, dati[name]) for name, field in schema.fields.items() if name in dati}


def _limita(field: fields.Field[Any], value: Any) -> Any:
    if isinstance(field, fields.List):
        return [_limita(field.inner, item) for item in value]
    inner = field.schema if isinstance(field, fields.Nested) else None
    return limita(inner, value) if isinstance(inner, Schema) else value


def impronta(contenuto: bytes) -> str:
    """Return what stands for a file in the data that a document carries: "sha256:" and its digest."""
    return f"sha256:{sha256(contenuto).hexdigest()}"


def canonico(value: Any, senza: Container[str] = ()) -> Any:
    """Turn loaded values into JSON ones, keys in order: days as ISO text, decimals as plain strings, files told.

    What has a name among `senza` is left out, at any depth.
    """
    if isinstance(value, Mapping):
        return {key: canonico(value[key], senza) for key in sorted(value) if key not in senza}
    if isinstance(value, list):
        return [canonico(item, senza) for item in value]
    if isinstance(value, Decimal):
        return con_punto(value)
    if isinstance(value, bytes):
        return impronta(value)
    return value.isoformat() if isinstance(value, date) else value
