"""The agreement of a solidarity contract prints what is told, and says which hours are kept and which are cut."""

from __future__ import annotations

from typing import Any

import pytest
from test_carte import rows, tables, text
from test_verbali import runs, written
from testi import compose, detto

from benchmarks.people import worker
from docservice.formati.json_schema import schema_modello
from docservice.formati.lettura import DatiIlleggibili, leggi
from docservice.modelli.catalogo import modello
from docservice.service import esempio, valida
from docservice.text.blocks import TICKED, Heading, Item

SLUG = "accordo-cds"
UNPRINTED = {
    "/tabella",  # the sums are printed as the rows give them
    "/periodi_precedenti",
    "/data_domanda",
    "/datore_lavoro/partita_iva",
    "/datore_lavoro/rappresentante",
    "/datore_lavoro/dipendenti_azienda",
    "/datore_lavoro/media_dipendenti_semestre",
    "/premesse/vendite",  # the years are written as words
}


def guide() -> dict[str, Any]:
    """Return the contract of the guide: forty of 40 hours keep 16, for fifteen redundancies."""
    data = esempio(SLUG)
    like = data["lavoratori"][0] | {"ore_settimanali": 40, "ore_lavorate_settimanali": 16}
    data |= {
        "data": "2015-11-02",
        "periodo": {"dal": "2015-12-01", "al": "2016-11-30"},
        "lavoratori": [worker(number, like) for number in range(40)],
        "tabella": {
            "lavoratori": 40,
            "ore_non_lavorate": 960,
            "ore_lavorabili": 1600,
            "riduzione_media_percentuale": 60,
        },
        "periodi_precedenti": [],
        "data_domanda": "2015-11-09",
    }
    data["datore_lavoro"] |= {"organico": {"totale": 40}, "dipendenti_azienda": 40}
    data["esuberi"]["numero"] = 15
    data["premesse"]["licenziamento_collettivo"] |= {"data": "2015-10-30", "numero": 15}
    for name in ("riduzione_massima_individuale", "ipotesi", "consultazione_lavoratori", "ratifica"):
        data.pop(name, None)
    return data


def test_every_datum_is_printed() -> None:
    data = esempio(SLUG)
    printed = {run.pointer for block in compose(SLUG, data).blocks for run in runs(block)}
    left = set(written(modello(SLUG).schema(), data)) - printed
    left = {one for one in left if not one.startswith(tuple(UNPRINTED))}
    # departments are named by their sums
    assert {one.rsplit("/")[-1] for one in left} == {"giorni_lavorati", "reparto"}


def test_the_contract_of_the_guide() -> None:
    data = guide()
    verdict = valida(SLUG, data)
    # the 30th day after an application of the 9th is the 9th of December
    assert verdict.esito == "conforme"
    assert [found.limite for found in verdict.rilievi if found.codice == "CIGS-9"] == ["2015-12-09"]
    document = compose(SLUG, data)
    told = text(document)
    for words in (
        "per assorbire un esubero di 15 lavoratori.",
        "contratto di solidarietà di 12 mesi, dal 1° dicembre 2015 al 30 novembre 2016",
        "presta 16 ore settimanali (ore mantenute) e per 24 ore non presta attività (ore non lavorate)",
        "la riduzione media è del 60%",
        "non supera il 60%",
        "non supererà il 70% nell’intero periodo",
        "10 luglio 2009, n. 46448",
        "non oltre il 9 novembre 2015",
    ):
        assert words in told
    _, summary, people = tables(document)
    assert rows(summary) == [["40", "960", "1.600", "60%"]]
    assert rows(people)[-1][4:] == ["1.600", "640", "960", "60%"]


def test_the_clause_that_takes_the_hours_cut_for_those_kept() -> None:
    data = guide()
    for one in data["lavoratori"]:
        one["ore_lavorate_settimanali"] = 24
    assert {found.percorso for found in valida(SLUG, data).rilievi if found.codice == "CDS-5"} == {
        "/tabella/ore_non_lavorate",
        "/tabella/riduzione_media_percentuale",
    }


def test_departments_are_summed() -> None:
    document = compose(SLUG, esempio(SLUG))
    _, summary, people, changing = tables(document)
    assert [row[0] for row in rows(summary)] == ["tornitura", "fresatura", "Totale"]
    assert (people.bands, people.totals) == ({0, 8}, {7, 13, 14})
    assert [rows(people)[place][0] for place in (0, 8)] == ["Reparto: tornitura", "Reparto: fresatura"]
    # 31 days at 8 of 20 hours, 334 at 12: 4.256 / 365 = 11,66 kept, 8,34 cut, 41,70%; with 104 of the other five 115,66
    assert rows(people)[6][4:] == ["20", "11,66", "8,34", "41,70%"]
    assert rows(people)[6][2] == "operaio 3"  # no comma, which would begin a line
    assert rows(people)[7] == ["", "Totale: 6 lavoratori", "", "", "220", "115,66", "104,34", "47,43%"]
    assert rows(changing) == [
        ["6", "Villa Anna", "8 ore dal 01/08/2022 al 31/08/2022"],
        ["6", "Villa Anna", "12 ore negli altri giorni"],
    ]
    [annex] = [block for block in document.blocks if isinstance(block, Heading) and block.annex]
    assert annex.runs[0].text.startswith("Allegato")


def test_groups_give_the_hours_and_workers_the_names() -> None:
    data = esempio(SLUG)
    data["gruppi"] = [{"lavoratori": 10, "ore_settimanali": "40", "ore_lavorate_settimanali": "24.5"}]
    for one in data["lavoratori"]:
        for name in ("ore_settimanali", "ore_lavorate_settimanali", "orari"):
            one.pop(name, None)
    data["tabella"] = {}
    assert not valida(SLUG, data).ha_errori
    _, summary, groups, people = tables(compose(SLUG, data))
    assert rows(summary) == [["10", "155", "400", "38,75%"]]
    assert rows(groups) == [["1", "10", "40", "24,5", "15,5", "38,75%"]]
    assert (len(people.rows), people.bands) == (12, {0, 7})


def test_what_is_absent_is_a_line_or_nothing() -> None:
    whole = esempio(SLUG)
    least = {name: whole[name] for name, field in modello(SLUG).schema().fields.items() if field.required}
    least["gruppi"] = [{"lavoratori": 1, "ore_settimanali": 40, "ore_lavorate_settimanali": 20}]
    least |= {"sede_incontro": {}, "tabella": {}}
    least["datore_lavoro"] = {
        name: whole["datore_lavoro"][name] for name in ("denominazione", "unita_produttiva", "organico", "attivita")
    }
    document = compose(SLUG, least)
    told = text(document)
    assert "None" not in told
    assert "Sarà allegato all’accordo prima della sottoscrizione" in told
    assert "l’Azienda opera nella seguente attività: tornitura" in told
    blank = {run.pointer for block in document.blocks for run in runs(block) if run.blank}
    assert {"/esuberi/numero", "/esuberi/motivazione", "/datore_lavoro/ccnl", "/ore_settimanali_contratto"} <= blank


@pytest.mark.parametrize("base", ["giornaliera", "settimanale", "mensile"])
def test_one_way_of_laying_out_is_ticked(base: str) -> None:
    data = esempio(SLUG)
    data["articolazione"] = {"base": base, "modalita": "verticale"}
    data["pagamento_diretto_inps"] = True
    ticked = [
        detto(block.runs) for block in compose(SLUG, data).blocks if isinstance(block, Item) and block.mark == TICKED
    ]
    assert [words.split()[0].rstrip(":") for words in ticked] == ["corrisposto", "verticale", base]


@pytest.mark.parametrize(
    ("change", "paths"),
    [
        ({"gruppi", "lavoratori"}, {"/gruppi"}),
        ({"settore", "attivita"}, {"/datore_lavoro/settore"}),
        ({"ore_settimanali"}, {f"/lavoratori/{place}/ore_settimanali" for place in range(10)}),
    ],
)
def test_what_cannot_be_left_out(change: set[str], paths: set[str]) -> None:
    data = esempio(SLUG)
    for owner in (data, data["datore_lavoro"], *data["lavoratori"]):
        for name in change:
            owner.pop(name, None)
    with pytest.raises(DatiIlleggibili) as refused:
        leggi(modello(SLUG).schema, data)
    assert {fault.percorso for fault in refused.value.errori} == paths


def test_the_published_schema_says_who_gives_the_hours() -> None:
    published = schema_modello(modello(SLUG))
    hours = published["then"]["properties"]["lavoratori"]["items"]["required"]
    assert (published["if"], hours) == (
        {"not": {"required": ["gruppi"]}},
        ["ore_settimanali", "ore_lavorate_settimanali"],
    )
    assert published["$defs"]["DatoreSolidale"]["then"] == {"required": ["attivita"]}
