"""Read bodies and queries by the schemas: every fault told with its path."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from flask import Blueprint, Request
from marshmallow import RAISE, Schema
from webargs.flaskparser import FlaskParser

from docservice.api.corpi import leggi_corpo
from docservice.api.problems import IndirizzoIllegibile
from docservice.campi.blocco import SCONOSCIUTO, istanza
from docservice.formati.forse import non_previsto
from docservice.formati.lettura import DatiIlleggibili, Errore, appiattisci, leggi, tappe

View = Callable[..., Any]
Decorator = Callable[[View], View]
Nota = tuple[str, tuple[Any, ...], Mapping[str, Any]]
"""What a decorator told: its name and its arguments."""
_NOTE = "_note"


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
        del req, error_status_code, error_headers
        faults = [found for messages in error.messages.values() for found in appiattisci(messages)]
        if "query" in error.messages:
            raise nell_indirizzo(faults, schema) from None
        raise DatiIlleggibili(faults, schema) from None


PARSER = StrictParser()


def nell_indirizzo(faults: Iterable[Errore], schema: Schema | None = None) -> IndirizzoIllegibile:
    """Return the error of a query: each fault with its name; of one that is not there, what may be written."""
    told = []
    for fault in faults:
        name = "".join(tappe(fault.percorso)[:1])
        message = fault.messaggio
        if message == SCONOSCIUTO:
            known = list(schema.fields) if schema else []
            message = non_previsto(name, known) if known else "Qui l’indirizzo finisce prima del punto interrogativo."
        told.append(Errore(fault.percorso, message, f"Indirizzo, {name}"))
    return IndirizzoIllegibile(told)


@dataclass(frozen=True, slots=True)
class Chiamata:
    """A call: its endpoint in the blueprint, its view, its methods."""

    endpoint: str
    view: View
    methods: tuple[str, ...]


class StrictBlueprint(Blueprint):
    """Blueprint whose arguments go through the strict parser.

    Calls are told as those of flask-smorest are. What a decorator tells for the OpenAPI is noted on the view, by the
    name of the decorator, and worked out when somebody asks for the description (`descrizione.py`): that costs as much
    as all the rest of the application, and most processes are never asked.
    """

    def __init__(self, *args: Any, description: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.description = description
        self.chiamate: list[Chiamata] = []

    def arguments(self, schema: type[Schema], location: str = "json", **told: Any) -> Decorator:
        """Read the arguments of a call by a schema, and pass them on after those read before."""

        def decorator(view: View) -> View:
            reading = PARSER.use_args(lambda _: istanza(schema), location=location)(view)
            return _note("arguments", schema, location=location, **told)(reading)

        return decorator

    def response(self, *told: Any, **more: Any) -> Decorator:
        """Note an answer of a call."""
        return _note("response", *told, **more)

    def alt_response(self, *told: Any, **more: Any) -> Decorator:
        """Note another answer of a call."""
        return _note("alt_response", *told, **more)

    def doc(self, **told: Any) -> Decorator:
        """Note what else is told of a call."""
        return _note("doc", **told)

    def add_url_rule(self, rule: str, endpoint: Any = None, view_func: Any = None, *args: Any, **options: Any) -> None:
        """Add a call."""
        super().add_url_rule(rule, endpoint, view_func, *args, **options)
        named = endpoint or view_func.__name__
        self.chiamate.append(Chiamata(named, view_func, tuple(options.get("methods", ("GET",)))))


def rende(media: str) -> Decorator:
    """Note the one media type that a call out of the description makes."""
    return _note("response", 200, content_type=media)


def note(view: View) -> tuple[Nota, ...]:
    """Return what was noted on a view, innermost first."""
    return getattr(view, _NOTE, ())


def _note(decorator: str, *told: Any, **more: Any) -> Decorator:
    def enter(view: View) -> View:
        setattr(view, _NOTE, (*note(view), (decorator, told, more)))
        return view

    return enter
