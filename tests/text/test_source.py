"""The text: every blank of the form, values kept literal, the grammar of the source."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import meta
from lxml import etree
from testi import compose, detto

from docservice.formati.lettura import leggi
from docservice.modelli.catalogo import catalogo, modello
from docservice.paths import TEMPLATES
from docservice.service import esempio
from docservice.text import source
from docservice.text.blocks import TICKED, Document, Item, Run, Signatures
from docservice.text.data import Blank, CampoIgnoto, Datum, context
from docservice.text.marks import MARKS, without_end
from docservice.text.words import di_provincia

HOSTILE = [
    "{{ 7*7 }}",
    "{% for x in y %}",
    "<script>alert(1)</script>",
    "A*B* & Figli <S.r.l.>",
    "# t",
    "&amp;",
    "]]>",
    "Łukasz",
]
HEADS = ("quadri", "impiegati", "operai", "apprendisti", "lavoratori_domicilio")


def runs(document: Document) -> list[Run]:
    found: list[Run] = []
    for block in document.blocks:
        if isinstance(block, Signatures):
            for party in block.parties:
                found += party.role
                found += party.name
        else:
            found += getattr(block, "runs", ())
    return found


def text(document: Document) -> str:
    return " ".join(run.text for run in runs(document)).replace("\xa0", " ")


@pytest.mark.parametrize("slug", list(catalogo()))
def test_the_grammar_holds(slug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    grammar = etree.RelaxNG(etree.parse(str(TEMPLATES.parent / "docservice" / "text" / "source.rng")))
    seen: list[etree._Element] = []
    parse = source.parse

    def spy(text: str) -> etree._Element:
        seen.append(parse(text))
        return seen[-1]

    monkeypatch.setattr(source, "parse", spy)
    source._skeleton.cache_clear()
    data = esempio(slug)
    compose(slug, data)
    grammar.assertValid(seen[0])
    if "dichiarazioni" in data:  # lines to write on in their place
        seen.clear()
        compose(slug, data | {"dichiarazioni": {}})
        grammar.assertValid(seen[0])


@pytest.mark.parametrize("slug", list(catalogo()))
def test_every_value_of_the_text_has_its_pointer(slug: str) -> None:
    """A run of data says where it comes from, and what it prints is there."""
    tipo = modello(slug)
    data = leggi(tipo.schema, esempio(slug))
    for run in runs(compose(slug, esempio(slug))):
        if run.pointer:
            value: Any = data
            for step in run.pointer.split("/")[1:]:
                value = value[int(step)] if isinstance(value, list) else value[step]
            datum = Datum(value, run.pointer)
            ways = {datum.text}
            if run.pointer.endswith("/provincia"):
                ways.add(di_provincia(datum).text)
            assert run.text in ways | {text[:-1] for text in ways if text[-1:] in MARKS}


def test_accordo_a_holds_every_blank() -> None:
    """Items X and A of the form, ticked one by one on the example."""
    printed = {run.pointer for run in runs(compose("accordo-a", esempio("accordo-a")))}
    place = "/datore_lavoro/unita_produttiva"
    seat = "/datore_lavoro/sede_legale"
    wanted = {
        "/luogo",  # X04
        "/data",  # X05
        "/datore_lavoro/rappresentante/nome",  # X06
        "/datore_lavoro/rappresentante/cognome",
        "/datore_lavoro/rappresentante/qualifica",
        "/associazione_datoriale/denominazione",  # X07
        "/associazione_datoriale/rappresentante/cognome",
        *(f"/organizzazioni_sindacali/{n}/{field}" for n in range(3) for field in ("sigla", "rappresentante")),  # X08
        "/rappresentanza_aziendale/tipo",  # X09
        "/rappresentanza_aziendale/componenti/0",
        "/rappresentanza_aziendale/componenti/1",
        "/datore_lavoro/denominazione",  # X14
        *(f"{seat}/{field}" for field in ("indirizzo", "civico", "cap", "comune", "provincia")),  # X15
        *(f"{place}/{field}" for field in ("indirizzo", "civico", "cap", "comune", "provincia")),  # X16
        f"{place}/telefono",  # X17
        f"{place}/fax",
        "/datore_lavoro/attivita",  # X18
        "/datore_lavoro/ccnl",  # X19
        "/datore_lavoro/organico/totale",  # X20
        *(f"/datore_lavoro/organico/{field}" for field in HEADS),  # X21
        "/causale/descrizione",  # X23
        "/numero_massimo_dipendenti",  # X25
        "/modalita_aggiuntive",  # X27
        "/periodo/dal",  # X28
        "/periodo/al",
        "/politiche_attive",  # X32
        "/modalita/addetti_zero_ore",  # A01
        "/modalita/ore_prima_concessione",  # A02
    }
    assert wanted - printed == set()


def test_bilateral_body() -> None:
    """X10 and X11: its name and who is present for it; it signs too."""
    data = {**esempio("accordo-a"), "ente_bilaterale": {"denominazione": "Ente di prova", "presenti": ["Ada Conti"]}}
    document = compose("accordo-a", data)
    printed = [run.pointer for run in runs(document)]
    assert printed.count("/ente_bilaterale/denominazione") == 2
    assert printed.count("/ente_bilaterale/presenti/0") == 2


def test_those_present_are_those_who_sign() -> None:
    document = compose("accordo-a", esempio("accordo-a"))
    block = document.blocks[-1]
    assert isinstance(block, Signatures)
    present = [b for b in document.blocks if isinstance(b, Item) and b.mark == "–"]
    assert (len(present), len(block.parties)) == (6, 7)  # the RSU has two members, each signs
    named = {run.pointer for item in present for run in item.runs if run.pointer}
    lines = [line for party in block.parties for line in (party.role, party.name)]
    signing = {run.pointer for line in lines for run in line if run.pointer}
    assert named == signing


def test_without_unions_three_lines_and_no_field() -> None:
    data = esempio("accordo-a")
    for absent in ("associazione_datoriale", "rappresentanza_aziendale"):
        del data[absent]
    data["organizzazioni_sindacali"] = []
    block = compose("accordo-a", data).blocks[-1]
    assert isinstance(block, Signatures)
    assert [party.field for party in block.parties] == [True, False, False, False]


@pytest.mark.parametrize("kind", ["cessazione_totale", "cessazione_parziale", "procedura_concorsuale", "altro"])
def test_one_box_is_ticked(kind: str) -> None:
    data = esempio("accordo-a")
    data["causale"]["tipo"] = kind
    document = compose("accordo-a", data)
    boxes = [block for block in document.blocks if isinstance(block, Item) and block.mark in "☐☒"]
    assert len(boxes) == 4
    ticked = [box for box in boxes if box.mark == TICKED]
    assert len(ticked) == 1
    assert "/causale/descrizione" in {run.pointer for run in ticked[0].runs}
    assert "/causale/descrizione" not in {run.pointer for box in boxes if box is not ticked[0] for run in box.runs}


def test_optional_parts_are_left_out() -> None:
    data = esempio("accordo-a")
    for absent in ("politiche_attive", "modalita_aggiuntive"):
        del data[absent]
    del data["modalita"]["ore_prima_concessione"]
    told = text(compose("accordo-a", data))
    assert "Politiche attive" not in told
    assert "aggiuntiv" not in told


def test_absent_blanks_print_as_lines_or_a_dash() -> None:
    data = esempio("accordo-a")
    del data["datore_lavoro"]["rappresentante"]["qualifica"]
    del data["datore_lavoro"]["unita_produttiva"]["fax"]
    document = compose("accordo-a", data)
    blanks = [run.pointer for run in runs(document) if run.blank]
    assert blanks == ["/datore_lavoro/rappresentante/qualifica"] * 2
    assert "fax –" in detto(runs(document))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_prints_as_typed(hostile: str) -> None:
    data = esempio("accordo-a")
    data["modalita_aggiuntive"] = data["datore_lavoro"]["denominazione"] = data["luogo"] = hostile
    poisoned = {"/luogo", "/modalita_aggiuntive", "/datore_lavoro/denominazione"}
    texts = [run.text for run in runs(compose("accordo-a", data)) if run.pointer in poisoned]
    assert len(texts) == 6
    assert set(texts) <= {hostile, without_end(hostile, ".")}


@given(st.text(alphabet="aZ9 {}%#<>&'\"\\$*_`~[]()\n", min_size=1, max_size=60).filter(str.strip))
@settings(max_examples=150, deadline=None)
def test_any_text_prints_as_typed(typed: str) -> None:
    data = esempio("accordo-a")
    data["modalita_aggiuntive"] = typed
    [printed] = [run.text for run in runs(compose("accordo-a", data)) if run.pointer == "/modalita_aggiuntive"]
    assert printed == typed


def test_a_template_cannot_glue_values() -> None:
    with pytest.raises(TypeError):
        str(Datum("x", "/x"))
    with pytest.raises(TypeError):
        str(Blank("/x"))


def test_a_template_cannot_name_what_is_not_in_the_schema() -> None:
    tipo = modello("accordo-a")
    names = context(tipo.schema, leggi(tipo.schema, esempio("accordo-a")))
    with pytest.raises(CampoIgnoto):
        names["datore_lavoro"]["denominazzione"]


def test_values_print_the_italian_way() -> None:
    data = esempio("accordo-a")
    told = text(compose("accordo-a", data))
    assert "22 giugno 2009" in told
    assert "1° luglio 2009" in told
    assert "6.920" in told
    assert json.dumps(data["numero_massimo_dipendenti"]) in told


@pytest.mark.parametrize("path", sorted((TEMPLATES / "condivise").rglob("*.xml")), ids=lambda path: path.stem)
def test_a_shared_clause_says_what_it_reads(path: Path) -> None:
    """The document that includes it declares all of these names: `{#- Legge: data, luogo -#}` stands at its head."""
    text = path.read_text(encoding="utf-8")
    environment = source._environment()
    asked = meta.find_undeclared_variables(environment.parse(text)) - environment.globals.keys() - {"riga"}
    head = f"{{#- Legge: {', '.join(sorted(asked))} -#}}" if asked else ""
    assert text.startswith(head), f"in testa va scritto: {head}"
