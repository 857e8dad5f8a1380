"""The published schema of a form takes what a form may hold, written as people write it."""

from __future__ import annotations

from typing import Any

import pytest
from corpi_tools import in_modulo
from jsonschema import Draft202012Validator
from marshmallow import Schema
from stadi import un_terzo

from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, SiNo
from docservice.formati.da_form import leggi_modulo
from docservice.formati.italiano import PAROLE_NO, PAROLE_SI
from docservice.formati.lettura import DatiIlleggibili, leggi
from docservice.formati.modulo_schema import modulo
from docservice.modelli.calcolatori.catalogo import calcolatori
from docservice.modelli.catalogo import catalogo
from docservice.service import esempio

BODIES: dict[str, tuple[type[Schema], Any]] = {
    **{slug: (tipo.schema, esempio(slug)) for slug, tipo in catalogo().items()},
    **{slug: (one.domanda, one.esempio.dati) for slug, one in calcolatori().items()},
}


def published(slug: str) -> Draft202012Validator:
    return Draft202012Validator(modulo(BODIES[slug][0]().fields, con_file=False))


def read(slug: str, form: dict[str, str]) -> Any:
    schema = BODIES[slug][0]
    return leggi(schema, *leggi_modulo(form.items(), schema()))


def field(slug: str, name: str) -> Any:
    """Return the field that a name of a form leads to."""
    here: Any = None
    for step in name.replace("[", ".").replace("]", "").split("."):
        if isinstance(here, Lista):
            here = here.inner
        else:
            here = (BODIES[slug][0]() if here is None else here.schema).fields[step]
    assert not isinstance(here, Gruppo | Lista)
    return here


def in_italiano(slug: str, name: str, text: str) -> str:
    """Return a value as somebody in Italy would write it."""
    match field(slug, name):
        case Giorno():
            return "/".join(reversed(text.split("-")))
        case Intero() | Decimale():
            return f" {text.replace('.', ',')}"
        case SiNo():
            return "sì" if text == "true" else "no"
    return text


@pytest.mark.parametrize("slug", un_terzo(BODIES))
def test_what_people_write_is_in_the_schema(slug: str) -> None:
    form = dict(in_modulo(BODIES[slug][1]))
    italian = {name: in_italiano(slug, name, text) for name, text in form.items()}
    assert read(slug, italian) == read(slug, form)
    told = published(slug)
    told.validate(form)
    told.validate(italian)


@pytest.mark.parametrize("slug", un_terzo(BODIES))
def test_what_may_be_missing_may_be_blank_and_nothing_else(slug: str) -> None:
    form = dict(in_modulo(BODIES[slug][1]))
    told = published(slug)
    schema: Any = told.schema
    must = set(schema.get("required", ()))
    assert must <= set(form)
    told.validate(form | {name: "" for name in schema["properties"] if name not in must})
    for name in must:
        assert not told.is_valid(form | {name: ""}), name
        with pytest.raises(DatiIlleggibili):
            read(slug, form | {name: ""})
        with pytest.raises(DatiIlleggibili):
            read(slug, {one: text for one, text in form.items() if one != name})


def test_every_word_for_yes_and_no_is_read() -> None:
    slug, name = "accordo-a", "pagamento_diretto_inps"
    form = dict(in_modulo(BODIES[slug][1]))
    for words, said in ((PAROLE_SI, True), (PAROLE_NO, False)):
        for word in words:
            published(slug).validate(form | {name: word})
            assert read(slug, form | {name: word})[name] is said


def test_names_in_brackets_and_rows_after_the_first_are_taken() -> None:
    form = dict(in_modulo(BODIES["accordo-a"][1]))
    published("accordo-a").validate(form | {"lavoratori[7].cognome": "Neri", "datore_lavoro[note]": "x"})
    assert not published("settimane-periodo").is_valid({"altro": "x"})
