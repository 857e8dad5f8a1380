"""Read a payload sent as XML: elements of the fields' names in one namespace, `voce` elements in a list.

The schema of the document says which elements are groups, lists and values; what it does not say is never stored, so
that time and memory stay within the body's size whatever is sent. A DTD is refused before it is read: no entities.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from lxml import etree
from marshmallow import Schema, fields

from docservice.campi.blocco import MOLTI_DIFETTI
from docservice.campi.fields import TROPPI, Gruppo, Lista
from docservice.formati.da_testo import valore
from docservice.formati.lettura import CorpoIllegibile, DatiIlleggibili, Errore, passo

NAMESPACE = "urn:docservice:1"
VOCE = "voce"
_SCHEMA_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
_PREFIX = f"{{{NAMESPACE}}}"
_VOCE = _PREFIX + VOCE


def leggi_xml(
    body: bytes, schema: Schema, radice: str, encoding: str | None = None
) -> tuple[dict[str, Any], list[Errore]]:
    """Return the values, as JSON would give them, and the faults that only XML can have.

    `encoding` is what was told outside the text, which wins. Raises `CorpoIllegibile` when it cannot be parsed,
    `DatiIlleggibili` when its root is not `radice`.
    """
    if not body.strip():
        raise CorpoIllegibile(f"Il corpo è vuoto: va inviato un elemento {radice}.")
    reader = _Reader(schema, radice)
    target: Any = reader  # the stubs of lxml want methods for bytes too
    try:
        parser = etree.XMLParser(
            target=target, encoding=encoding, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
    except LookupError:
        raise CorpoIllegibile("La codifica dichiarata nel Content-Type non è nota: va usata utf-8.") from None
    try:
        parser.feed(body)
        parser.close()
    except etree.XMLSyntaxError as error:
        if "huge" in error.msg or "too long" in error.msg:
            raise CorpoIllegibile("Un testo dell’XML è troppo lungo per essere letto.") from None
        line, column = error.position
        raise CorpoIllegibile(f"L’XML non è valido alla riga {line}, colonna {column}.") from None
    if reader.foreign:
        # said only now: what cannot be parsed is that first, whatever it seems to be, as in JSON
        raise DatiIlleggibili(
            [Errore("", f"L’elemento radice deve essere {radice}, nello spazio dei nomi {NAMESPACE}.")]
        )
    return reader.value, reader.faults


class _Open:
    """An element not yet closed: its name or place, its field, what it holds; without a field it is passed over."""

    __slots__ = ("campo", "held", "key", "members")

    def __init__(self, key: str | int, campo: fields.Field[Any] | Schema | None) -> None:
        self.key, self.campo = key, campo
        self.members: Mapping[str, fields.Field[Any]] | None = None
        self.held: Any = []  # rows of a list, pieces of a text
        if isinstance(campo, Schema | Gruppo):
            self.members = campo.fields if isinstance(campo, Schema) else campo.schema.fields
            self.held = {}


class _Reader:
    """The target of the parser: lxml calls it at every element and text."""

    def __init__(self, schema: Schema, radice: str) -> None:
        self.value: Any = {}
        self.faults: list[Errore] = []
        self.foreign = False
        """Whether the root is another: then nothing of it is read."""
        self._schema, self._radice = schema, radice
        self._open: list[_Open] = []
        self._found = 0

    def doctype(self, *_: str | None) -> None:
        raise CorpoIllegibile("L’XML ha una dichiarazione DOCTYPE, che qui non è ammessa: va tolta.")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._open.append(self._child(self._open[-1], tag) if self._open else self._root(tag))
        if attributes and not self.foreign and (len(self._open) > 1 or set(attributes) != {_SCHEMA_LOCATION}):
            self._fault("Gli attributi non sono previsti: i dati vanno scritti come elementi.")

    def data(self, text: str) -> None:
        element = self._open[-1]
        if element.campo is None:
            return
        if element.members is None and not isinstance(element.campo, Lista):
            element.held.append(text)
        elif text.strip():
            self._fault("Qui vanno soltanto elementi, senza testo fra l’uno e l’altro.")

    def end(self, tag: str) -> None:
        del tag
        element = self._open.pop()
        campo = element.campo
        if campo is None:
            return
        value = element.held
        if not isinstance(campo, Schema | Gruppo | Lista):
            value = valore(campo, "".join(value))
        if not self._open:
            self.value = value
        elif isinstance(element.key, int):
            self._open[-1].held.append(value)
        else:
            self._open[-1].held[element.key] = value

    def close(self) -> None:
        """End the parsing: there is nothing to return."""

    def _root(self, tag: str) -> _Open:
        self.foreign = tag != _PREFIX + self._radice
        return _Open("", None if self.foreign else self._schema)

    def _child(self, parent: _Open, tag: str) -> _Open:
        """Return the element that opens inside `parent`."""
        name = tag.removeprefix(_PREFIX)
        if parent.members is not None:
            if name in parent.held:
                self._fault("L’elemento è ripetuto: va scritto una volta sola.", name)
            elif name in parent.members and name is not tag:
                return _Open(name, parent.members[name])
            else:
                self._stranger(parent, tag, name)
        elif isinstance(parent.campo, Lista):
            if tag == _VOCE:
                return self._entry(len(parent.held), parent.campo)
            self._fault(f"Una lista contiene soltanto elementi {VOCE}, nello spazio dei nomi {NAMESPACE}.")
        elif parent.campo is not None:
            self._fault("Qui va un valore, senza altri elementi dentro.")
        return _Open(name, None)

    def _entry(self, place: int, lista: Lista) -> _Open:
        if place == lista.massimo:
            self._fault(TROPPI.format(massimo=lista.massimo))
            self._stop()
        return _Open(place, lista.inner)

    def _stranger(self, parent: _Open, tag: str, name: str) -> None:
        if not tag.startswith(_PREFIX):
            self._fault(f"Questo elemento deve stare nello spazio dei nomi {NAMESPACE}.", etree.QName(tag).localname)
            return
        parent.held[name] = None  # the schema will say that it is unknown
        self._count()

    def _fault(self, message: str, *inside: str) -> None:
        fault = Errore("/".join([*(passo(element.key) for element in self._open), *map(passo, inside)]), message)
        if fault not in self.faults[-1:]:
            self.faults.append(fault)
        self._count()

    def _count(self) -> None:
        self._found += 1
        if self._found > MOLTI_DIFETTI:
            self._stop()

    def _stop(self) -> NoReturn:
        """Give up, with the faults found so far: what is left may be endless."""
        raise DatiIlleggibili([*self.faults, Errore("", "La lettura si è fermata qui: ci sono troppi elementi.")])
