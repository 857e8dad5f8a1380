"""Codes that many documents ask for, each with its shape and the other names its column has in people's tables.

`CodiceFiscale(required=True)` reads `"BNTCRL71C54A794Q"`; `Provincia()` reads `"MI"`, and refuses `"Milano"`.
"""

from __future__ import annotations

from typing import Any

from docservice.campi.fields import Codice, Testo


class CodiceFiscale(Testo):
    """The codice fiscale of a person or of a firm, as typed: the law judges it."""

    def __init__(self, **options: Any) -> None:
        names = ("cod fiscale", "cod fisc", "codice fisc", "cf")
        words = ("Codice fiscale", "I sedici caratteri della tessera sanitaria.", "BNTCRL71C54A794Q")
        super().__init__(massimo=20, sinonimi=names, maiuscolo=True, **{"parole": words, **options})


class Provincia(Codice):
    """A province by its two letters."""

    def __init__(self, **options: Any) -> None:
        shape = ("[A-Z]{2}", "serve la sigla della provincia, due lettere maiuscole", 2)
        words = ("Provincia", "La sigla di due lettere.", "BG")
        super().__init__(*shape, maiuscolo=True, **{"parole": words, **options})
