"""Read request bodies and queries: strict JSON, numbers as decimals, every fault told with its path."""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn

from flask import Request
from flask_smorest import Blueprint
from marshmallow import RAISE, Schema
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import RequestEntityTooLarge

from docservice.api.problems import Problema
from docservice.modelli.lettura import DatiIlleggibili, appiattisci

_FARTHEST = 100
"""Largest exponent of ten, either way, that a number of the JSON keeps."""


class StrictParser(FlaskParser):
    """Parser of webargs that takes JSON as it is meant to be, and speaks through problems."""

    DEFAULT_UNKNOWN_BY_LOCATION = {"query": RAISE, "json": None}  # noqa: RUF012 - the name is webargs'

    def load_json(self, req: Request, schema: Schema) -> Any:
        """Return the parsed body; 400 when it cannot be parsed, 415 when it is not JSON."""
        del schema
        if req.mimetype != "application/json":
            raise Problema(
                415, "tipo-non-accettato", "Il corpo va inviato come application/json (intestazione Content-Type)."
            )
        body = req.get_data(cache=False)
        if req.content_length is None and req.max_content_length and len(body) >= req.max_content_length:
            # a body sent in chunks, with no length told, is cut at the limit in silence
            raise RequestEntityTooLarge
        return read_json(body)

    def handle_error(
        self, error: Any, req: Any, schema: Any, *, error_status_code: Any, error_headers: Any
    ) -> NoReturn:
        """Turn the faults of a schema into the problem that lists them all."""
        del req, schema, error_status_code, error_headers
        faults = [found for messages in error.messages.values() for found in appiattisci(messages)]
        raise DatiIlleggibili(faults) from None


def read_json(body: bytes) -> Any:
    """Parse JSON: no duplicate names, no NaN, no floats (Decimal instead); a problem 400 says what is wrong."""
    if not body.strip():
        raise _broken("Il corpo è vuoto: va inviato un oggetto JSON.")
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _broken("Il corpo non è testo UTF-8: va salvato e inviato in questa codifica.") from None
    try:
        return json.loads(text, parse_float=_decimal, parse_constant=_constant, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        raise _broken(f"Il JSON non è valido alla riga {error.lineno}, colonna {error.colno}.") from None
    except RecursionError:
        raise _broken("Il JSON è annidato troppo in profondità.") from None
    except ValueError as error:
        # numbers with thousands of digits, and what the hooks below refuse
        raise _broken(str(error) if isinstance(error, _Refused) else "Un numero del JSON è troppo lungo.") from None


class _Refused(ValueError):  # noqa: N818 - told to the client as it is
    pass


def _decimal(digits: str) -> Decimal:
    """Read a number; one past any measure becomes one as far past, which every field refuses with its path."""
    try:
        number = Decimal(digits)
    except InvalidOperation:
        raise _Refused("Un numero del JSON è fuori misura.") from None
    if not number or abs(number.adjusted()) <= _FARTHEST:
        return number
    return Decimal((number.is_signed(), (1,), _FARTHEST if number.adjusted() > 0 else -_FARTHEST))


def _constant(name: str) -> NoReturn:
    raise _Refused(f"{name} non è un numero che si possa usare: va scritto un valore finito.")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Refused("Un oggetto del JSON ripete lo stesso nome: ogni campo va scritto una volta sola.")
    return found


def _broken(detail: str) -> Problema:
    return Problema(400, "corpo-non-valido", detail)


class StrictBlueprint(Blueprint):  # type: ignore[misc]
    """Blueprint whose arguments go through the strict parser, and whose calls have a name in the OpenAPI."""

    ARGUMENTS_PARSER = StrictParser()

    def add_url_rule(self, rule: str, endpoint: Any = None, view_func: Any = None, *args: Any, **options: Any) -> None:
        """Add a call; its `operationId` is the blueprint's name and its own."""
        name = f"{self.name}_{endpoint or view_func.__name__}".replace("-", "_")
        super().add_url_rule(rule, endpoint, self.doc(operationId=name)(view_func), *args, **options)
