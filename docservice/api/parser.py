"""Read bodies and queries by the schemas: every fault told with its path."""

from __future__ import annotations

from typing import Any, NoReturn

from flask import Request
from flask_smorest import Blueprint
from marshmallow import RAISE, Schema
from webargs.flaskparser import FlaskParser

from docservice.api.corpi import leggi_corpo
from docservice.formati.lettura import DatiIlleggibili, appiattisci, leggi


class StrictParser(FlaskParser):
    """Parser of webargs that takes bodies as they are meant to be, and speaks through problems."""

    DEFAULT_UNKNOWN_BY_LOCATION = {"query": RAISE, "json": None}  # noqa: RUF012 - the name is webargs'

    def load_json(self, req: Request, schema: Schema) -> Any:
        """Return the values of the body, of whatever type it is; raise when its writing has faults."""
        values, faults = leggi_corpo(req, schema)
        if faults:
            leggi(type(schema), values, faults)
        return values

    def handle_error(
        self, error: Any, req: Any, schema: Any, *, error_status_code: Any, error_headers: Any
    ) -> NoReturn:
        """Turn the faults of a schema into the problem that lists them all."""
        del req, schema, error_status_code, error_headers
        faults = [found for messages in error.messages.values() for found in appiattisci(messages)]
        raise DatiIlleggibili(faults) from None


class StrictBlueprint(Blueprint):  # type: ignore[misc]
    """Blueprint whose arguments go through the strict parser, and whose calls have a name in the OpenAPI."""

    ARGUMENTS_PARSER = StrictParser()

    def add_url_rule(self, rule: str, endpoint: Any = None, view_func: Any = None, *args: Any, **options: Any) -> None:
        """Add a call; its `operationId` is the blueprint's name and its own."""
        name = f"{self.name}_{endpoint or view_func.__name__}".replace("-", "_")
        super().add_url_rule(rule, endpoint, self.doc(operationId=name)(view_func), *args, **options)
