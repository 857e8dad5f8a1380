"""The words of a field, once: its label, a sentence of help, an example, its unit. Whatever names the field reads them.

`Decimale(parole=("Ore settimanali", "L’orario di contratto.", "37.5"), unita="ore")` has them as `.etichetta`,
`.aiuto`, `.esempio`, `.unita`, and publishes title, description and examples in its JSON Schema.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from marshmallow import ValidationError, fields

Detto = tuple[str, str] | tuple[str, str, Any]
"""Label, sentence of help and, where the kind of the field does not give it, an example as JSON has it."""


_PLACE = "n. "


class ConParole:
    """A field that says how it is called; beside marshmallow's own, first among the bases."""

    metadata: Mapping[str, Any]
    parent: Any
    required: bool

    def __init__(self, *args: Any, parole: Detto | None = None, unita: str = "", **options: Any) -> None:
        """Make a field with its words and, for a number, what it counts."""
        super().__init__(*args, **options)
        self.etichetta, self.aiuto, *example = parole or ("", "")
        self.esempio: Any = example[0] if example else self.esempio_del_genere()
        self.unita = unita
        published: dict[str, Any] = {"title": self.etichetta, "description": self.descrizione}
        if parole is not None and self.esempio is not None:
            published["examples"] = [self.esempio]
        self.metadata = {**self.metadata, **{name: said for name, said in published.items() if said}}

    def make_error(self, key: str, **told: Any) -> ValidationError:
        """Return an error; of a null that cannot be left out, another is said than of one that can."""
        if key == "null" and isinstance(self.parent, fields.List):
            key = "null_in_lista"
        elif key == "null" and self.required:
            key = "null_obbligatorio"
        found: ValidationError = super().make_error(key, **told)  # type: ignore[misc]  # of the field beside
        return found

    def esempio_del_genere(self) -> Any:
        """Return the example that the kind of the field gives by itself, None if none."""
        return None

    @property
    def descrizione(self) -> str:
        """The sentence of help, with the unit."""
        # the name of a unit, whatever it is: «ore», «per cento», «persone»
        return f"{self.aiuto} Unità di misura: {self.unita}." if self.unita else self.aiuto


def etichetta(campo: fields.Field[Any]) -> str:
    """Return the label of a field, empty for one without words."""
    return campo.etichetta if isinstance(campo, ConParole) else ""


def etichette(campi: Mapping[str, fields.Field[Any]], passi: Sequence[str]) -> list[str]:
    """Return the labels of the steps to a field, from the outermost; a place in a list says which, "n. 1" the first."""
    found: list[str] = []
    here: Any = None
    for step in passi:
        if step.isdigit() and isinstance(here, fields.List):
            here = here.inner
            found.append(f"{_PLACE}{int(step) + 1}")
            continue
        members = campi if here is None else here.schema.fields if isinstance(here, fields.Nested) else {}
        here = members.get(step)
        if here is None:
            return [*found, step]
        found.append(etichetta(here) or step.replace("_", " "))
    return found


def campo(campi: Mapping[str, fields.Field[Any]], passi: Sequence[str]) -> str:
    """Return how a person calls the field at those steps: «Sede legale, CAP»; «Lavoratori, n. 3, Cognome».

    Of the groups around it the innermost is told; of the lists, all, or nobody would know which element it is.
    """
    found = etichette(campi, passi)
    named = [place for place, label in enumerate(found) if not label.startswith(_PLACE)]
    listed = {place - 1 for place, label in enumerate(found) if label.startswith(_PLACE)}
    left_out = set(named[:-2]) - listed
    return ", ".join(label for place, label in enumerate(found) if place not in left_out)
