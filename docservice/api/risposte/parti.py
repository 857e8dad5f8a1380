"""What answers of more than one call are made of.

`uno_di(("errore", "avviso"), "Gravità", "Quanto pesa.")` is a text field of an answer with one of those words.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from marshmallow import fields, validate

from docservice.campi.risposte import text

CAMPO = ("Campo", "Il campo come lo chiama una persona: la sua etichetta, dopo quelle dei gruppi in cui sta.")
MESSAGGIO = ("Messaggio", "Che cosa non va e che cosa fare, in una frase.")
MODELLO = ("Modello", "L’id del tipo di documento: l’ultima parola del suo indirizzo.")
TITOLO = ("Titolo", "Come si chiama, per una persona.")
CODICE = ("Codice", "Il codice della regola: resta lo stesso in ogni versione.")


def uno_di(words: Iterable[str], *parole: str, **options: Any) -> fields.String:
    """Return a field that is one of a closed list of words."""
    told = [str(word) for word in words]
    return text(max(map(len, told)), *parole, validate=validate.OneOf(told), **options)


def indirizzo(*parole: str, **options: Any) -> fields.String:
    """Return a field that is the address of something of the service."""
    return text(500, *parole, metadata={"format": "uri"}, **options)


def puntatore(*parole: str, **options: Any) -> fields.String:
    """Return a field that is the place of a datum (RFC 6901)."""
    return text(4000, *parole, metadata={"format": "json-pointer"}, **options)


def momento(*parole: str, **options: Any) -> fields.String:
    """Return a field that is a day and an hour, of Greenwich."""
    return text(20, *parole, metadata={"format": "date-time"}, **options)
