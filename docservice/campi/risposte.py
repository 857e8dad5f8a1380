"""What an answer is made of, for the published contract: its fields, and the blocks that many answers hold.

A schema of an answer says what the service writes and reads nothing:

    class ProrogaAccordoBRisultati(Schema):
        ore_residue = number("Ore residue", "Le ore che restano.", "ore")    # {"ore_residue": "3304"}

Its fields have words, as those of a question (see `parole`); there is no example, which the calculator has.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from marshmallow import Schema, fields

from docservice.campi.parole import ConParole

MANY = 1_000_000
"""Most elements of a list."""
_NUMERO = r"^-?[0-9]+(\.[0-9]+)?$"


class _Testo(ConParole, fields.String):
    pass


class _Intero(ConParole, fields.Integer):
    pass


class _SiNo(ConParole, fields.Boolean):
    pass


class _Lista(ConParole, fields.List[Any]):
    pass


class _Gruppo(ConParole, fields.Nested):
    pass


def text(maximum: int = 4000, *parole: str, **options: Any) -> fields.String:
    """Return a required text field of an answer."""
    metadata = {"maxLength": maximum, **options.pop("metadata", {})}
    return _Testo(required=options.pop("required", True), metadata=metadata, **_dette(parole), **options)


def number(*parole: str, **options: Any) -> fields.String:
    """Return a field that is a number written as text; after its label and its help comes its unit."""
    return text(40, *parole, metadata={"pattern": _NUMERO}, **options)


def day(*parole: str, **options: Any) -> fields.String:
    """Return a field that is a day."""
    return text(10, *parole, metadata={"format": "date"}, **options)


def yes_or_no(*parole: str, **options: Any) -> fields.Boolean:
    """Return a field that is true or false."""
    return _SiNo(required=options.pop("required", True), **_dette(parole), **options)


def count(maximum: int = 1_000_000_000, *parole: str, **options: Any) -> fields.Integer:
    """Return a field that counts."""
    metadata = {"format": "int32", "minimum": 0, "maximum": maximum}
    return _Intero(required=options.pop("required", True), metadata=metadata, **_dette(parole), **options)


def place(*parole: str) -> fields.Integer:
    """Return a field that is a place in a list of the data, from 0."""
    return count(MANY, *parole)


def items(of: type[Schema], *parole: str, **options: Any) -> fields.List[Any]:
    """Return a required list field of an answer, of objects."""
    return elenco(fields.Nested(of), *parole, **options)


def elenco(of: fields.Field[Any], *parole: str, massimo: int = MANY, **options: Any) -> fields.List[Any]:
    """Return a required list field of an answer, of elements that are no object."""
    required = options.pop("required", True)
    return _Lista(of, required=required, metadata={"maxItems": massimo}, **_dette(parole), **options)


def group(of: type[Schema], *parole: str, **options: Any) -> fields.Nested:
    """Return a required field that is an object of an answer."""
    return _Gruppo(of, required=options.pop("required", True), **_dette(parole), **options)


def _dette(parole: Sequence[str]) -> dict[str, Any]:
    """Return the options that say label, help and, of a number, unit."""
    return {"parole": tuple(parole[:2]), "unita": "".join(parole[2:])} if parole else {}


class Fonte(Schema):
    """An act and the point cited."""

    atto = text(500, "Atto", "L’atto citato: legge, decreto, circolare, accordo.")
    punto = text(500, "Punto", "L’articolo, il comma o la pagina dell’atto.")


class FonteConIndirizzo(Fonte):
    """An act and the point cited, and where it is published."""

    indirizzo = text(
        500,
        "Indirizzo",
        "La pagina di Normattiva che pubblica l’atto; manca se non è nota.",
        required=False,
        metadata={"format": "uri"},
    )


FONTE = ("Fonte", "L’atto da cui viene, e il suo punto.")


class Scadenza(Schema):
    """A deadline; without a day where the law sets a cadence."""

    codice = text(40, "Codice", "Il codice della scadenza: resta lo stesso in ogni versione.")
    descrizione = text(4000, "Descrizione", "Che cosa si fa, o scade, quel giorno.")
    data = day(
        "Data", "L’ultimo giorno del termine; manca se la legge dice una cadenza, o se non è noto.", required=False
    )
    data_utile = day(
        "Data utile", "Il primo giorno lavorativo, se il termine scade in un giorno festivo.", required=False
    )
    festivo = yes_or_no(
        "Festivo", "Sì se è una domenica o un giorno festivo, a cui il termine non si sposta.", required=False
    )
    nota = text(4000, "Nota", "Dove si presenta la domanda, o come è letto il termine.", required=False)
    fonte = group(Fonte, *FONTE)


class Passaggio(Schema):
    """A step of a working."""

    descrizione = text(4000, "Descrizione", "Che cosa si calcola in questo passaggio.")
    formula = text(4000, "Conto", "Il conto scritto con le sue cifre.")
    valore = text(200, "Valore", "Quanto fa il conto.")


class Conto(Schema):
    """What a calculator answers, besides its own results (see `conto`)."""

    passaggi = items(Passaggio, "Passaggi", "I conti fatti, uno per uno, nell’ordine.")
    fonti = items(Fonte, "Fonti", "Gli atti da cui vengono regole e valori.")
    note = elenco(
        text(4000, "Nota", "Una cosa da sapere, in una frase."),
        *("Note", "Ciò che chi legge i risultati deve sapere: letture prese, dati mancanti."),
        massimo=1000,
    )


def conto(nome: str, risultati: type[Schema]) -> type[Conto]:
    """Return the schema, of that name, of an account with these results."""
    return type(nome, (Conto,), {"risultati": group(risultati, "Risultati", "Ciò che il calcolo dà.")})
