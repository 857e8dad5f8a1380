"""What a parser of XML meets, element by element, made into values: only what the schema of the document has.

Of the elements `<luogo>`, `Lodi`, `</luogo>` inside the root, `Elementi(schema, "accordo")` makes its `value`
`{"luogo": "Lodi"}`; at another root, at too many levels, elements or faults, it raises, and the parser stops there.
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
_LEVELS = 100
"""Most elements one inside the other."""
_ELEMENTS = 1_000_000
"""Most elements, as the values of a JSON; and most texts and comments between them."""
_PASSED = 100_000
"""Most elements inside those that no field reads."""
_SPACES = 20
"""Most namespaces that an element may declare."""
_DEEP = f"L’XML ha troppi livelli: ne vanno tolti, gli elementi possono essere al massimo {_LEVELS} uno dentro l’altro."
_CROWDED = f"L’XML ha troppi elementi o testi, va diviso: al massimo possono essere circa {_ELEMENTS}."


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


class Elementi:
    """The target of the parser: lxml calls it at every element and text, and reads no further when it raises."""

    def __init__(self, schema: Schema, radice: str) -> None:
        self.value: Any = {}
        self.faults: list[Errore] = []
        self.met = 0
        """How many elements and texts were met."""
        self.fuori = ""
        """What to say of a root of the right name, out of the namespace: nothing in it is read."""
        self._schema, self._radice = schema, radice
        self._open: list[_Open] = []
        self._found = self._elements = self._passed = 0

    def doctype(self, *_: str | None) -> None:
        """Refuse a DTD, before what it declares."""
        raise CorpoIllegibile("L’XML ha una dichiarazione DOCTYPE, che qui non è ammessa: va tolta.")

    def start(self, tag: str, attributes: dict[str, str], spaces: dict[str | None, str]) -> None:
        """Open an element."""
        self._open.append(self._child(self._open[-1], tag) if self._open else self._root(tag))
        self._elements += 1 + len(spaces)
        if self._elements > _ELEMENTS:
            raise CorpoIllegibile(_CROWDED)
        self.met += 1
        if len(self._open) > _LEVELS:
            self._stop(_DEEP)
        if len(spaces) > _SPACES:
            self._fault(f"L’elemento dichiara troppi spazi dei nomi, vanno tolti: serve soltanto {NAMESPACE}.")
            self._stop()
        if attributes and (len(self._open) > 1 or set(attributes) != {_SCHEMA_LOCATION}):
            self._fault("Gli attributi non sono previsti, i dati vanno scritti come elementi.", count=len(attributes))

    def data(self, text: str) -> None:
        """Take a piece of text."""
        self._meet()
        element = self._open[-1]
        if element.campo is None:
            return
        if element.members is None and not isinstance(element.campo, Lista):
            element.held.append(text)
        elif text.strip():
            self._fault("Qui vanno soltanto elementi, senza testo fra l’uno e l’altro.")

    def comment(self, _: str) -> None:
        """Pass over a comment."""
        self._meet()

    def pi(self, *_: str | None) -> None:
        """Pass over an instruction."""
        self._meet()

    def _meet(self) -> None:
        self.met += 1
        if self.met - self._elements > _ELEMENTS:
            raise CorpoIllegibile(_CROWDED)

    def end(self, tag: str) -> None:
        """Close an element, whose value goes in the one that holds it."""
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
        if tag != _PREFIX + self._radice:
            found = etree.QName(tag)
            of = f"dello spazio {passo(found.namespace)}" if found.namespace else "senza spazio dei nomi"
            message = (
                f"L’elemento radice è {passo(found.localname)}, {of}: deve essere {self._radice}, nello spazio dei nomi"
                f" {NAMESPACE}."
            )
            if found.localname != self._radice:
                raise DatiIlleggibili([Errore("", message)])
            self.fuori = message  # told at the end, unless what follows is not even XML
            return _Open("", None)
        return _Open("", self._schema)

    def _child(self, parent: _Open, tag: str) -> _Open:
        """Return the element that opens inside `parent`."""
        name = tag.removeprefix(_PREFIX)
        if parent.members is not None:
            if name in parent.held:
                self._fault("L’elemento è ripetuto, va scritto una volta sola.", name)
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
        self._passed += 1
        if self._passed > _PASSED:
            self._fault("Qui ci sono troppi elementi non previsti, vanno tolti.")
            self._stop()
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

    def _fault(self, message: str, *inside: str, count: int = 1) -> None:
        fault = Errore("/".join([*(passo(element.key) for element in self._open), *map(passo, inside)]), message)
        if fault not in self.faults[-1:]:
            self.faults.append(fault)
        self._count(count)

    def _count(self, many: int = 1) -> None:
        self._found += many
        if self._found > MOLTI_DIFETTI:
            self._stop()

    def _stop(self, why: str = "") -> NoReturn:
        """Give up, with the faults found so far: what is left may be endless."""
        if why and not self.faults:
            raise CorpoIllegibile(why)
        why = why or "La lettura si è fermata qui, per i troppi difetti: corretti questi, l’XML va inviato di nuovo."
        raise DatiIlleggibili([*self.faults, Errore("", why)])
