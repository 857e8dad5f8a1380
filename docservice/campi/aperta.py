"""A list of words that may grow: the words known are published, and any other text reads as the last of them.

`SceltaAperta("6L", "altro")` reads "6l" as "6L" and "fondo credito" as "altro"; a blank text is not given.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docservice.campi.fields import Scelta, Testo


class SceltaAperta(Scelta):
    """One of a list of words, whatever its case, or any text of at most `massimo` characters."""

    def __init__(self, *ammessi: str, massimo: int = 100, **options: Any) -> None:
        self.libero = Testo(massimo)
        self._da_minuscole = {word.casefold(): word for word in ammessi}
        super().__init__(*ammessi, **options)
        told = {name: said for name, said in self.metadata.items() if name != "enum"}
        # the words that are known, in the published contract, of a text that may be another
        self.metadata = {**self.libero.metadata, **told, "x-extensible-enum": list(ammessi)}

    @property
    def descrizione(self) -> str:
        """The sentence of help, with the words and how any other text is read."""
        return f"{super().descrizione} Un altro testo si legge come {self.ammessi[-1]}."

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        del attr, data, kwargs
        text = self.libero.da_solo(value).strip()
        return self._da_minuscole.get(text.casefold(), self.ammessi[-1]) if text else text
