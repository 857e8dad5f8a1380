"""Who asked for what is not here: what there is instead, read from the calls themselves.

`/modelli/acordo-a` → «Questo modello non c’è: forse accordo-a. L’elenco è in https://…/modelli.»; nothing of what was
asked is repeated: it may tell a person.
"""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, current_app, request
from werkzeug.exceptions import MethodNotAllowed, NotFound

from docservice.api.problems import problem, refusal
from docservice.api.soglia.trasporto import indirizzo
from docservice.campi.vicini import vicini

Albero = dict[str, Any]
"""Steps of the addresses that there are, each with those after it; `""` stands for one that varies."""

LOTTO_ASSENTE = (
    "Questo lotto non c’è: l’indirizzo è sbagliato, o il lotto è stato cancellato, o sono passati i suoi giorni. Va"
    " controllato l’indirizzo, o inviata di nuovo la tabella."
)
_COSA = {"modelli": "Questo modello non c’è", "calcoli": "Questo calcolatore non c’è", "lotti": "Questo lotto non c’è"}
_NULLA = "A questo indirizzo non c’è nulla"
_POCHI, _LUNGO = 12, 100
"""Steps that are told one by one; characters of a step that is compared with others."""


def register(app: Flask) -> None:
    """Answer for what is not here, and for methods that are not taken."""
    app.register_error_handler(NotFound, _assente)
    app.register_error_handler(MethodNotAllowed, _metodo)


def fuori(path: str, home: str) -> Response:
    """Answer for an address out of the base path."""
    there = f"Le chiamate di questo servizio sono tutte sotto {home}, e sono descritte in {home}/docs."
    base = home.partition("://")[2].partition("/")[2]
    if path.strip("/").lower().startswith(base):
        there = f"Gli indirizzi si scrivono in minuscolo, con una barra sola fra una parola e l’altra. {there}"
    return problem(404, "non-trovato", f"{_NULLA}. {there}")


def _albero() -> Albero:
    tree: Albero = {}
    for rule in current_app.url_map.iter_rules():
        here = tree
        for step in rule.rule.strip("/").split("/"):
            here = here.setdefault("" if step.startswith("<") else step, {})
    return tree


def _assente(error: NotFound) -> Response:
    del error
    steps = request.path.strip("/").split("/")
    if "//" in request.path:
        return problem(404, "non-trovato", "Nell’indirizzo ci sono due barre di seguito: ne va lasciata una.")
    here, passed = _albero(), list[str]()
    for step in steps:
        inner = here.get(step, here.get(""))
        if inner is None:
            return _altro(here, passed, step)
        here = inner
        passed.append(step)
    if passed[0] == "lotti":  # an id that is none: it has not the length of one
        return problem(404, "non-trovato", LOTTO_ASSENTE)
    what = _COSA.get(steps[0], _NULLA)
    return problem(404, "non-trovato", f"{what}: le chiamate sono descritte in {indirizzo('docs')}.")


def _altro(here: Albero, passed: list[str], asked: str) -> Response:
    """Tell what there is after the steps that are known."""
    known = sorted(filter(None, here))
    near = vicini(asked[:_LUNGO], known)
    what = _COSA.get(passed[0], _NULLA) if len(passed) == 1 else _NULLA
    guess = f": forse {' o '.join(near)}" if near else ""
    place = indirizzo(*passed) if len(passed) <= 1 or passed[0] in _COSA else ""
    if not known:
        rest = "Dopo questo indirizzo non c’è altro."
    elif len(known) <= _POCHI and passed:
        rest = f"Qui c’è: {', '.join(known)}."
    elif passed:
        rest = f"L’elenco è in {place}."
    else:
        rest = f"Le chiamate sono {', '.join(known)}, descritte in {indirizzo('docs')}."
    members = {"simili": [indirizzo(*passed, one) for one in near]} if near else {}
    return problem(404, "non-trovato", f"{what}{guess}. {rest}", **members)


def _metodo(error: MethodNotAllowed) -> Response:
    """Say in words which methods are taken."""
    taken = sorted(set(error.valid_methods or ()) - {"HEAD", "OPTIONS"})
    answer = refusal(405)
    if taken:
        words = f"Questo indirizzo si può chiamare soltanto con {' o '.join(taken)}: va cambiato il metodo."
        answer = problem(405, "metodo-non-ammesso", words)
    answer.headers.extend(error.get_headers()[1:])
    return answer
