"""The papers about the workers: every item of the DID's form, boxes and consents, tables with their totals."""

from __future__ import annotations

from typing import Any

import pytest
from testi import compose, detto

from docservice.service import esempio
from docservice.text.blocks import EMPTY, TICKED, Document, Item, Signatures, Table


def text(document: Document) -> str:
    return "\n".join(detto(block.runs) for block in document.blocks if hasattr(block, "runs"))


def boxes(document: Document) -> list[str]:
    return [block.mark for block in document.blocks if isinstance(block, Item) and block.mark in (TICKED, EMPTY)]


def rows(table: Table) -> list[list[str]]:
    return [[detto(cell) for cell in row] for row in table.rows]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def test_did_holds_every_item_of_the_form() -> None:
    told = text(compose("did", esempio("did")))
    wanted = [
        "art. 19, comma 10, del decreto-legge 29 novembre 2008, n. 185",  # DID01
        "Carla Bonetti",  # DID02
        "BNTCRL71C54A794Q",  # DID03
        "percorso di riqualificazione professionale",  # DID04
        "lavoro congruo (casella riservata",  # DID05
        "Restano salvi i diritti già maturati",  # DID06
        "Offerta di servizi di formazione, riqualificazione, percorsi di reinserimento lavorativo",  # OFF01
        "politiche attive del lavoro",  # OFF02
        "Dote Lavoro Ammortizzatori Sociali",  # OFF03
        "Ha due scopi",  # OFF04
        "Servizi di formazione",  # OFF06
        "disoccupato con diritto a un’indennità",  # OFF07
        "accordi sindacali di territorio o di settore",  # OFF08
        "Piano di Intervento Personalizzato (PIP)",  # OFF10
        "L’accettazione della dote si perfeziona",  # OFF11
        "entro 45 giorni",
        "invia il PIP alla Regione",  # OFF12
        "segnalato all’INPS, che applica le sanzioni",  # OFF13
        "non frequenta con regolarità",  # OFF14
        "www.dote.regione.lombardia.it",  # OFF17
        "800 318 318",
        "art. 13 del decreto legislativo 30 giugno 2003, n. 196",  # PRI01
        "(artt. 2 e 11)",  # PRI02
        "funzioni istituzionali",  # PRI03
        "con strumenti elettronici e informatici",  # PRI04
        "Un asterisco (*)",  # PRI05
        "Giunta regionale della Lombardia, nella persona del suo Presidente",  # PRI06
        "con sede in via F. Filzi 22, Milano",
        "Direttore Generale della Direzione Generale Istruzione, Formazione e Lavoro",  # PRI07
        "Lombardia Informatica S.p.A.",  # PRI08
        "dell’art. 7 del Codice",  # PRI09
        "doteammortizzatori@regione.lombardia.it",
        "art. 1 del decreto legislativo 21 aprile 2000, n. 181",  # CON01
        "ai sensi dell’art. 13 del decreto legislativo n. 196/2003",  # CON02
    ]
    assert [item for item in wanted if item not in told] == []
    document = compose("did", esempio("did"))
    services = [block for block in document.blocks if isinstance(block, Item) and block.mark == "–"]
    assert len(services) == 8 + 1 + 2  # OFF05, OFF06, PRI04
    assert [block.mark for block in document.blocks if isinstance(block, Item) and block.mark[-1] == ")"] == [
        "a)",  # OFF09
        "b)",
        "c)",
    ]
    assert told.count("Luogo* e data*: Bergamo, 19 giugno 2009.") == 3  # DID07, OFF15, CON04
    assert sum(isinstance(block, Signatures) for block in document.blocks) == 3  # DID08, OFF16, CON05


@pytest.mark.parametrize(
    ("told", "marks"),
    [
        ({}, "☐☐☐☐☐☐"),
        ({"disponibilita_riqualificazione": True}, "☒☐☐☐☐☐"),
        ({"disponibilita_lavoro_congruo": True}, "☐☒☐☐☐☐"),
        ({"consensi": {}}, "☐☐☐☐☐☐"),
        ({"consensi": {"operatori_accreditati": True}}, "☐☐☒☐☐☐"),
        ({"consensi": {"operatori_accreditati": False, "trattamento": True}}, "☐☐☐☒☒☐"),
    ],
)
def test_a_box_is_ticked_only_by_the_data(told: Any, marks: str) -> None:
    bare = {name: value for name, value in esempio("did").items() if name in ("lavoratore", "luogo", "data")}
    assert "".join(boxes(compose("did", bare | told))) == marks


def test_did_without_an_employer_and_before_the_amendment() -> None:
    data = {name: value for name, value in esempio("did").items() if name != "datore_lavoro"}
    assert "dipendente di" not in text(compose("did", data))
    early = text(compose("did", data | {"data": "2009-06-15"}))
    assert "45" not in early
    assert "nel termine stabilito dalla Regione Lombardia" in early


def test_the_list_declares_for_each_only_if_all_have_signed() -> None:
    data = esempio("elenco-lavoratori")
    assert "ciascuno dei lavoratori elencati ha rilasciato" in text(compose("elenco-lavoratori", data))
    data["lavoratori"][0]["did_sottoscritta"] = False
    del data["lavoratori"][1]["did_sottoscritta"]
    document = compose("elenco-lavoratori", data)
    assert "per i quali l’elenco porta «sì»" in text(document)
    [people] = tables(document)
    signed = [row[7] for place, row in enumerate(rows(people)) if place not in people.bands]
    assert signed[:3] == ["no", "☐ sì ☐ no", "sì"]
    assert document.landscape


def test_the_table_gathers_departments_and_sums_them() -> None:
    data = esempio("tabella-solidarieta")
    for place, worker in enumerate(data["lavoratori"]):
        worker["reparto"] = ("torni", "frese")[place % 2]
    summary, people = tables(compose("tabella-solidarieta", data))
    # odd rows: 16 + 16 + 20 + 16 + 28 of 200; even rows: 20 + 24 + 8 + 20 + 20 of 180
    assert rows(summary) == [
        ["torni", "5", "96", "200", "48,00%"],
        ["frese", "5", "92", "180", "51,11%"],
        ["Totale", "10", "188", "380", "49,47%"],
    ]
    assert summary.totals == {2}
    assert (people.bands, people.totals) == ({0, 7}, {6, 13, 14})
    first = ["Reparto: torni", "1", "3", "5", "7", "9", "", "Reparto: frese", "2"]
    assert [row[0] for row in rows(people)][:9] == first
    assert rows(people)[-1][7:11] == ["380", "192", "188", "49,47%"]
    assert {len(row) for row in people.rows} == {len(people.header)}


def test_a_table_without_departments_has_one_total() -> None:
    data = esempio("tabella-solidarieta")
    for worker in data["lavoratori"]:
        del worker["reparto"]
    summary, people = tables(compose("tabella-solidarieta", data))
    assert len(summary.rows) == 1
    assert people.totals == {10}
    assert len(people.header) == 12


def test_the_regime_of_the_data_says_limits_and_outcomes() -> None:
    data = esempio("tabella-solidarieta")
    assert "quella di ciascun lavoratore il 70%" in text(compose("tabella-solidarieta", data))
    data |= {"regime": "deroga-2009", "data": "2009-06-22"}
    document = compose("tabella-solidarieta", data)
    # worked 192 of 380: 50,53%; give or take 20%: 40,42% and 60,63%
    assert "compresa fra il 40,42% e il 60,63%" in text(document)
    assert [row[-1] for row in rows(tables(document)[1])][1:5] == [
        "entro limite",
        "entro limite",
        "entro limite",
        "fuori banda",
    ]
