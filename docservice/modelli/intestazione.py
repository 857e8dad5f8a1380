"""The letterhead of whoever sends a paper: a name, some lines under it, a logo. Every document may have one.

`{"intestazione": {"denominazione": "Alfa S.p.A.", "righe": ["Via Roma 1, 24122 Bergamo", "tel. 035 000000"]}}`; in a
table it belongs to what all rows share, and is never a column.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError

from docservice.allegati.file import NomeFile
from docservice.allegati.logo import ALTRO, ContenutoLogo
from docservice.campi.blocco import Blocco
from docservice.campi.fields import Gruppo, Lista, Testo

INTESTAZIONE = "intestazione"
RIGHE = 6
"""Most lines under the name."""


class Logo(Blocco):
    """A logo; its content says what it is, its name only where it came from."""

    nome = NomeFile(
        *("png", "svg"),
        required=True,
        parole=("Nome del file", "Il nome del file del logo: finisce in .png o .svg.", "logo.png"),
    )
    contenuto = ContenutoLogo(
        required=True,
        parole=(
            "Contenuto del file",
            "Il PNG (fino a 4000 × 2000 punti) o l’SVG (soli tracciati) in base64, fino a 300 KB.",
            "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR42mOUs4liYGAAAANWALbwo0b0AAAAAElFTkSuQmCC",
        ),
    )

    def handle_error(self, error: ValidationError, data: Any, **kwargs: Any) -> None:
        """Leave one fault of a file of another kind: its name is told with what it is."""
        del data, kwargs
        told = error.messages
        if isinstance(told, dict) and any(ALTRO in str(one) for one in told.get("contenuto", ())):
            told.pop("nome", None)


class Intestazione(Blocco):
    """Who sends the paper, at its head."""

    denominazione = Testo(
        required=True,
        parole=("Denominazione", "Il nome di chi scrive, come sta sulla sua carta.", "Alfa S.p.A."),
    )
    righe = Lista(
        Testo(massimo=120, required=True),
        massimo=RIGHE,
        parole=(
            "Righe",
            "Indirizzo, telefono, PEC e ciò che la carta porta sotto il nome: una riga ciascuno.",
            ["Via Borgo Palazzo 12/A, 24122 Bergamo"],
        ),
    )
    logo = Gruppo(Logo, parole=("Logo", "Sta a sinistra del nome, alto al massimo 22 mm e largo 50."))


class ConIntestazione(Blocco):
    """A paper that may have a letterhead."""

    intestazione = Gruppo(
        Intestazione,
        parole=(
            "Carta intestata",
            "La testata di chi scrive: nome, recapiti, logo. Senza, il documento comincia dal titolo.",
        ),
    )


def logo(dati: Mapping[str, Any]) -> Any:
    """Return the logo in the data of a document, if there is one: an `Immagine` if they are loaded, or its base64."""
    return dati.get(INTESTAZIONE, {}).get("logo", {}).get("contenuto")


def con_logo(dati: Mapping[str, Any], contenuto: str) -> dict[str, Any]:
    """Return the same data with another thing in the place of the logo: its print, or the logo again."""
    head = dati[INTESTAZIONE]
    return {**dati, INTESTAZIONE: {**head, "logo": {**head["logo"], "contenuto": contenuto}}}
