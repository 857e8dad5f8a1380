"""Strict marshmallow fields: nothing is coerced in silence, every message is Italian and says the remedy.

`Giorno()` reads `"2009-06-22"`; `"22/06/2009"` it refuses: «La data va scritta come testo nella forma AAAA-MM-GG, …».
Each field carries in `metadata` its own JSON Schema, so that the published contract is what is enforced.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, cast

from marshmallow import ValidationError, fields

from docservice.campi.blocco import OGGETTO
from docservice.campi.caratteri import LIBERO, PIENO, refused
from docservice.campi.lettore import Dubbio, Lettore, lettore_di, tenta
from docservice.campi.numeri import LUNGHEZZA, Decimale, Euro, Importo, Intero
from docservice.campi.parole import ConParole
from docservice.campi.rapida import del_campo
from docservice.campi.semplice import MESSAGES, Semplice
from docservice.campi.vicini import non_ammesso

__all__ = [
    "LUNGHEZZA",
    "POCHI",
    "TROPPI",
    "Codice",
    "Decimale",
    "Euro",
    "Giorno",
    "Gruppo",
    "Importo",
    "Intero",
    "Lista",
    "Scelta",
    "SiNo",
    "Testo",
]

FIRST_YEAR, LAST_YEAR = 1900, 2100
POCHI = "La lista è vuota, va indicato almeno un elemento."
TROPPI = "La lista può avere al massimo {massimo} elementi, gli altri vanno tolti o messi in un altro documento."
INSIEME = 250
"""Elements of a list that are read together: more would leave the processor's own memory before they are done with."""
_FEW = 1000
"""Numbers, from here on, that a message does not repeat as a text."""
_OBJECT_MESSAGES = {**MESSAGES, "type": OGGETTO}
_LIST_MESSAGES = {**MESSAGES, "invalid": "Qui serve una lista (in JSON, fra parentesi quadre)."}


class Testo(Semplice[str]):
    """Text printed as typed, 1 to `massimo` characters; a required one holds more than white space.

    An optional text may be empty, which counts as not given.
    """

    def __init__(self, massimo: int = 200, **options: Any) -> None:
        self.massimo = massimo
        pattern = PIENO if options.get("required") else LIBERO
        schema = {"type": "string", "minLength": int(bool(options.get("required"))), "maxLength": massimo}
        super().__init__(metadata={**schema, "pattern": pattern}, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        del attr, data, kwargs
        if not isinstance(value, str):
            whole = isinstance(value, Decimal) and value.is_finite() and abs(value) < _FEW and value % 1 == 0
            like = f": «{int(value)}»" if whole else ""
            raise ValidationError(f"Serve un testo (in JSON, fra virgolette{like}).")
        faults = []
        if len(value) > self.massimo:
            faults.append(f"Il testo è di {len(value)} caratteri, va accorciato a {self.massimo}.")
        if character := refused(value):
            faults.append(f"Il carattere {character} non si può stampare, va tolto o sostituito.")
        if self.required and not value.strip():
            faults.append("Il testo è vuoto, va scritto.")
        if faults:
            raise ValidationError(faults)
        return value

    def lettore(self) -> Lettore:
        """Return the fast way to read its values, which may tell a person: none is kept."""
        return lettore_di(self.da_solo, self._insieme)

    def _insieme(self, values: Sequence[Any]) -> list[Any]:
        if max(map(len, values), default=0) > self.massimo or refused("".join(values)):
            raise Dubbio
        if self.required and not all(map(str.strip, values)):
            raise Dubbio
        return list(values)


class Codice(Semplice[str]):
    """Text of a fixed shape: `pattern` in full, `guida` says what it looks like."""

    def __init__(self, pattern: str, guida: str, massimo: int, **options: Any) -> None:
        self.forma = pattern
        self._pattern = re.compile(pattern, re.ASCII)
        self.guida = guida
        super().__init__(metadata={"type": "string", "maxLength": massimo, "pattern": f"^{pattern}$"}, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        del attr, data, kwargs
        if not isinstance(value, str) or not self._pattern.fullmatch(value):
            raise ValidationError(f"{self.guida[:1].upper()}{self.guida[1:]}.")
        return value


class Scelta(Semplice[str]):
    """One of a closed list of words; `nomi` says what those that are codes stand for.

    `altri` are other ways in which a table may say a word.
    """

    def __init__(
        self,
        *ammessi: str,
        nomi: Mapping[str, str] | None = None,
        altri: Mapping[str, Sequence[str]] | None = None,
        **options: Any,
    ) -> None:
        self.ammessi, self.nomi, self.altri = ammessi, nomi or {}, altri or {}
        super().__init__(metadata={"type": "string", "enum": list(ammessi)}, **options)

    def esempio_del_genere(self) -> Any:
        """Return the first word."""
        return self.ammessi[0]

    @property
    def descrizione(self) -> str:
        """The sentence of help, with what each code word stands for."""
        told = [f"{word} = {name}" for word in self.ammessi if (name := self.nomi.get(word, word)) != word]
        return f"{super().descrizione} Valori: {'; '.join(told)}." if told else super().descrizione

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        del attr, data, kwargs
        if not isinstance(value, str) or value not in self.ammessi:
            raise ValidationError(non_ammesso(value if isinstance(value, str) else "", self.ammessi, self.altri))
        return value


class Giorno(Semplice[date]):
    """A day as `YYYY-MM-DD`, from 1900 to 2100."""

    _shape = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

    def __init__(self, **options: Any) -> None:
        schema = {"type": "string", "format": "date", "maxLength": 10}
        super().__init__(metadata={**schema, "pattern": r"^(19[0-9]{2}|20[0-9]{2}|2100)-[0-9]{2}-[0-9]{2}$"}, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> date:
        del attr, data, kwargs
        if not isinstance(value, str) or not self._shape.fullmatch(value):
            raise ValidationError("La data va scritta come testo nella forma AAAA-MM-GG, per esempio 2009-06-22.")
        if not FIRST_YEAR <= int(value[:4]) <= LAST_YEAR:
            raise ValidationError(f"Va indicato un anno fra il {FIRST_YEAR} e il {LAST_YEAR}.")
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise ValidationError("Questa data non esiste, vanno controllati il giorno e il mese.") from None


class SiNo(Semplice[bool]):
    """true or false, and nothing that resembles them."""

    def __init__(self, **options: Any) -> None:
        super().__init__(metadata={"type": "boolean"}, **options)

    def esempio_del_genere(self) -> Any:
        """Return true."""
        return True

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> bool:
        del attr, data, kwargs
        if not isinstance(value, bool):
            raise ValidationError("Serve vero o falso, va scritto true oppure false (in JSON senza virgolette).")
        return value


class Gruppo(ConParole, fields.Nested):
    """An object with its own fields, read the fast way where it is plainly good (see `rapida`)."""

    default_error_messages = _OBJECT_MESSAGES

    @cached_property
    def _rapido(self) -> Lettore | None:
        return del_campo(self)

    def deserialize(
        self, value: Any, attr: str | None = None, data: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> Any:
        """Read an object, or raise ValidationError with all its faults."""
        found = None if kwargs or self._rapido is None else tenta(self._rapido.uno, value)
        return super().deserialize(value, attr, data, **kwargs) if found is None else found


class Lista(ConParole, fields.List[Any]):
    """A list of at most `massimo` elements, and of one at least unless it may be empty."""

    default_error_messages = _LIST_MESSAGES

    def __init__(self, elemento: fields.Field[Any], massimo: int = 100, *, vuota: bool = True, **options: Any) -> None:
        self.massimo, self.minimo = massimo, 0 if vuota else 1
        bounds = {"maxItems": massimo} if vuota else {"minItems": 1, "maxItems": massimo}
        super().__init__(elemento, metadata=bounds, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> list[Any]:
        # before its elements are read: there may be millions
        if isinstance(value, list) and len(value) > self.massimo:
            raise ValidationError(TROPPI.format(massimo=self.massimo))
        if isinstance(value, list) and len(value) < self.minimo:
            raise ValidationError(POCHI)
        if self._rapido is None or kwargs or not isinstance(value, list):
            return super()._deserialize(value, attr, data, **kwargs)
        read: list[Any] = []
        certain = True
        for start in range(0, len(value), INSIEME):
            some, sure = self._rapido.molti(value[start : start + INSIEME])
            read += some
            certain = certain and sure
        return read if certain else self._con_dubbi(value, read)

    @cached_property
    def _rapido(self) -> Lettore | None:
        return del_campo(self.inner)

    def _con_dubbi(self, values: list[Any], read: list[Any]) -> list[Any]:
        """Read again the schema's way the elements that the fast way was not sure of (see `rapida`)."""
        loaded: list[Any] = []
        faults: dict[int, Any] = {}
        for place, found in enumerate(read):
            if found is not None:
                loaded.append(found)
                continue
            try:
                loaded += super()._deserialize(values[place : place + 1], None, None)
            except ValidationError as error:
                faults[place] = cast("dict[int, Any]", error.messages)[0]
                loaded += error.valid_data or []
        if faults:
            raise ValidationError(faults, valid_data=loaded)
        return loaded
