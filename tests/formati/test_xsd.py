"""The published XSD is what the marshmallow schemas enforce."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from corpi_tools import in_xml, leaves, put
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from stadi import un_terzo

from docservice import service
from docservice.campi.caratteri import ANY
from docservice.formati.da_xml import leggi_xml
from docservice.formati.lettura import DatiIlleggibili, leggi
from docservice.formati.xsd import xsd
from docservice.modelli.calcolatori.catalogo import calcolatori
from docservice.modelli.catalogo import catalogo, modello, radici
from docservice.paths import SCHEMAS

PUBLISHED = etree.XMLSchema(etree.parse(SCHEMAS / "docservice.xsd"))
CALCOLI = {slug: one.esempio.dati for slug, one in calcolatori().items()}
PAYLOADS = {slug: service.esempio(slug) for slug in catalogo()} | CALCOLI
# what goes together, which XSD 1.0 cannot say
TOGETHER = ("sottotipologia", "mesi_richiesti", "gruppi")

WORDS = (
    *("", " ", "0", "-0", "1", "2", "3", "0.5", "12.345", "1.500", "+1", "1e3", "007", "9" * 21, "٣", "NaN", "-1"),
    *("2009-02-29", "2012-02-29", "1899-12-31", "2100-12-31", "2009-06-22Z", "2009-6-1", "22/06/2009", "2025-13"),
    *("true", "false", "on", "TRUE", " true ", "\n12\n", "RSU", "2.1", "CIG in deroga", "BG", "bg", "24122", "241221"),
    *(
        "a\u200bb",
        "a\tb",
        "\n",
        "€",
        "☐",
        "ب",
        "A*B* & <S.r.l.>",
        "x" * 201,
        "x" * 10_001,
        "168",
        "168.01",
        "1000000",
        "1000000000",
    ),
)
VALUES = st.one_of(
    st.from_regex(rf"\A{ANY}{{0,30}}\Z"),
    st.decimals(-10, 10_000_000, places=3).map(lambda number: f"{number:f}"),
    st.just([]),
    st.just({}),
    st.none(),
)


def test_the_file_in_schemas_is_true() -> None:
    """After a change: script/schemi."""
    assert (SCHEMAS / "docservice.xsd").read_bytes() == xsd()


def test_every_body_has_a_root() -> None:
    assert set(PAYLOADS) == set(radici().values())


def taken(slug: str, body: bytes) -> bool:
    """Return whether the service takes a body, what goes together aside."""
    [schema] = [schema for schema, one in radici().items() if one == slug]
    try:
        values, faults = leggi_xml(body, schema(), slug)
        leggi(schema, values, faults)
    except DatiIlleggibili as error:
        return not [fault for fault in error.errori if not fault.percorso.endswith(TOGETHER)]
    return True


@pytest.mark.parametrize("slug", list(PAYLOADS))
def test_examples_are_taken_by_both(slug: str) -> None:
    body = in_xml(PAYLOADS[slug], slug)
    PUBLISHED.assertValid(etree.fromstring(body))
    assert taken(slug, body)


def agree(slug: str, path: tuple[str | int, ...], value: Any) -> None:
    data = copy.deepcopy(PAYLOADS[slug])
    put(data, path, value)
    body = in_xml(data, slug)
    assert PUBLISHED.validate(etree.fromstring(body)) == taken(slug, body), (path, value, PUBLISHED.error_log)


def paths(slug: str) -> list[tuple[str | int, ...]]:
    """Return a path to each field of a payload, one row of each list."""
    found = {tuple(step for step in path if isinstance(step, str)): path for path in leaves(PAYLOADS[slug])}
    # in accordo-cds the hours are those of the workers or of the groups: one of the two must have them
    of_either = ("ore_settimanali", "ore_lavorate_settimanali") if slug == "accordo-cds" else ()
    return [path for path in found.values() if path[-1] not in (*TOGETHER, *of_either)]


@pytest.mark.parametrize("slug", [pytest.param("accordo-a", marks=pytest.mark.lungo), *un_terzo(CALCOLI)])
def test_both_say_the_same_of_every_field(slug: str) -> None:
    # each field of a block once, wherever the block is
    for path in {path[-2:]: path for path in paths(slug)}.values():
        for word in WORDS:
            agree(slug, path, word)


@pytest.mark.parametrize("slug", un_terzo(PAYLOADS))
@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(draw=st.data())
def test_both_say_the_same(slug: str, draw: Any) -> None:
    agree(slug, draw.draw(st.sampled_from(paths(slug))), draw.draw(VALUES))


@pytest.mark.lungo
@pytest.mark.parametrize("slug", list(PAYLOADS))
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(draw=st.data())
def test_both_say_the_same_of_more(slug: str, draw: Any) -> None:
    agree(slug, draw.draw(st.sampled_from(paths(slug))), draw.draw(VALUES))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<luogo>", "<luogo>Milano</luogo><luogo>"),
        ("<luogo>", "<altro/><luogo>"),
        ("<luogo>", '<luogo lingua="it">'),
        ("<luogo>", "<luogo><b/>"),
        ("<luogo>", "testo<luogo>"),
        ("<luogo>", '<luogo xmlns="urn:altro">'),
        ("<organizzazioni_sindacali>", "<organizzazioni_sindacali><riga/>"),
        ("<organizzazioni_sindacali>", "<organizzazioni_sindacali>testo"),
        ("<periodo>", "<periodo>testo"),
        ("accordo-a", "accordo-z"),
        ("urn:docservice:1", "urn:docservice:2"),
    ],
)
def test_what_only_xml_can_have_is_refused_by_both(before: str, after: str) -> None:
    written = in_xml(service.esempio("accordo-a"), "accordo-a").decode()
    assert before in written
    body = written.replace(before, after) if before[0] != "<" else written.replace(before, after, 1)
    assert not PUBLISHED.validate(etree.fromstring(body.encode()))
    assert not taken("accordo-a", body.encode())


def test_fields_may_come_in_any_order() -> None:
    data = dict(reversed(service.esempio("accordo-a").items()))
    body = in_xml(data, "accordo-a")
    PUBLISHED.assertValid(etree.fromstring(body))
    assert taken("accordo-a", body)
    assert modello("accordo-a").schema in radici()
