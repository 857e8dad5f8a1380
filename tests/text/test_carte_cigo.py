"""The papers of the CIGO affirm what their data say, and nothing that the data deny or keep silent."""

from __future__ import annotations

from typing import Any

import pytest
from papers import composto
from testi import detto

from docservice.service import esempio
from docservice.text.blocks import Paragraph

NOTICE, RECORD, REPORT = "comunicazione-cigo", "esame-congiunto-cigo", "relazione-tecnica"
ATTESTED = "la procedura prevista dall’art. 14 del D.Lgs. n. 148/2015 si è svolta regolarmente"


def text(slug: str, data: Any) -> str:
    blocks = composto(slug, data).blocks
    return "\n".join(detto(block.runs) for block in blocks if hasattr(block, "runs"))


def without(data: Any, *names: str) -> Any:
    return {name: value for name, value in data.items() if name not in names}


@pytest.mark.parametrize(
    ("change", "printed"),
    [
        ({"esito": "positivo"}, True),
        ({"esito": "negativo"}, False),
        ({"esito": "positivo", "attestazione_procedura": False}, False),
        ({"esito": "negativo", "attestazione_procedura": True}, True),
    ],
)
def test_the_unions_attest_where_they_do(change: Any, *, printed: bool) -> None:
    assert (ATTESTED in text(RECORD, without(esempio(RECORD), "attestazione_procedura") | change)) is printed


def test_rotation_and_resumption_are_told_where_they_are_given() -> None:
    whole = text(RECORD, esempio(RECORD))
    silent = text(RECORD, without(esempio(RECORD), "rotazione", "data_ripresa"))
    for words in ("rotazione", "a orario contrattuale pieno"):
        assert words in whole
        assert words not in silent


def test_where_the_parties_meet_and_through_what_they_are_told() -> None:
    record, notice = esempio(RECORD), esempio(NOTICE)
    seat = record["sede_incontro"] | {"tipo": "ministero"}
    assert (
        "dell’Associazione Industriali Esempio, davanti al Ministero del lavoro e delle politiche sociali, si"
        in text(RECORD, record | {"sede_incontro": seat})
    )
    seat |= {"modalita": "telematica", "funzionario": "Elena Conti"}
    called = (
        "su invito dell’Associazione Industriali Esempio, davanti al Ministero del lavoro e delle politiche sociali,"
        " alla presenza di Elena Conti,"
    )
    assert called in text(RECORD, record | {"sede_incontro": seat})
    through = notice["comunicazione"] | {"mezzo": "portale", "portale": {"nome": "Sintesi", "numero": "7/2023"}}
    assert "attraverso il portale Sintesi, n. 7/2023" in text(NOTICE, notice | {"comunicazione": through})


def test_the_weather_is_proved_by_what_is_annexed() -> None:
    data = esempio(REPORT) | {"causale": {"tipo": "meteo"}}
    order = {"ente": "Regione Campania", "numero": "2", "data": "2023-06-29"}
    data["fatti"] = {"temperatura": "34 gradi", "temperatura_percepita": "38 gradi", "ordinanza": order}
    told = text(REPORT, data)
    assert "rilevata 34 gradi, percepita 38 gradi." in told
    assert "ordinanza della Regione Campania n. 2 del 29 giugno 2023." in told
    assert "bollettini meteorologici di organismi accreditati" not in told
    annexed = [*data["allegati"], {"tipo": "bollettino_meteo", "ente": "Arpac"}]
    assert "bollettini meteorologici di organismi accreditati" in text(REPORT, data | {"allegati": annexed})


def test_a_trend_is_called_negative_unless_its_figures_deny_it() -> None:
    data = esempio(REPORT)
    assert "andamento negativo o involutivo" in text(REPORT, data)
    better = [{"anno": 2021, "fatturato": "1"}, {"anno": 2022, "fatturato": "2"}, {"anno": 2023, "fatturato": "3"}]
    indicators = data["indicatori"] | {"valori": better, "periodicita": "annuale"}
    assert "negativo" not in text(REPORT, data | {"indicatori": indicators}).split("Estraneità")[0]


def test_a_notice_is_a_letter() -> None:
    data = esempio(NOTICE)
    blocks = [block for block in composto(NOTICE, data).blocks if isinstance(block, Paragraph) and block.kind != "text"]
    assert [block.kind for block in blocks] == ["sender", "place", "reference", *["addressee"] * 5, "subject"]
    told = [detto(block.runs) for block in blocks]
    assert told[0] == "Area relazioni industriali"  # of whom, the letterhead says
    assert told[2] == "Comunicazione n. 12 del 10 maggio 2023, a mezzo posta elettronica certificata"
    assert told[3] == "Spett.le FIOM CGIL Salerno (livello provinciale)"
    assert told[7].startswith("e, per conoscenza, Spett.le Direzione")
    assert told[8].startswith("Oggetto: avvio della consultazione sindacale per la cassa integrazione")
    data["comunicazione"]["mittente"] = "datore"
    assert sender(data) == "Officine Esempio S.r.l., Via dei Mille n. 12, 84121 Salerno (SA)"
    assert sender(data | {"intestazione": {"denominazione": "OFFICINE ESEMPIO S.R.L."}}) == "Salerno, 10 maggio 2023"
    data["comunicazione"]["mittente"] = "associazione"
    assert sender(without(data, "intestazione")) == "Associazione Industriali Esempio, area relazioni industriali"


def sender(data: Any) -> str:
    return detto(next(block for block in composto(NOTICE, data).blocks if isinstance(block, Paragraph)).runs)


def test_a_notice_bears_its_day_and_its_title() -> None:
    document = composto(NOTICE, esempio(NOTICE))
    assert detto(document.about.day) == "10 maggio 2023"
    assert document.title in text(NOTICE, esempio(NOTICE)).splitlines()


@pytest.mark.parametrize(
    ("name", "told"), [("Portale Cruscotto", "il Portale Cruscotto"), ("Sintesi", "il portale Sintesi")]
)
def test_a_portal_is_called_so_once(name: str, told: str) -> None:
    notice = esempio(NOTICE)["comunicazione"] | {"mezzo": "portale", "portale": {"nome": name}}
    assert f"attraverso {told}" in text(NOTICE, esempio(NOTICE) | {"comunicazione": notice})


def test_the_firm_that_writes_tells_its_reasons() -> None:
    data = esempio(NOTICE)
    assert "Ragioni esposte dall’Azienda: due clienti" in text(NOTICE, data)
    data["comunicazione"]["mittente"] = "datore"
    assert "commesse. Ragioni: due clienti" in text(NOTICE, data)


@pytest.mark.parametrize(
    ("most", "told"),
    [
        (60, "al massimo 60, pari all’intero organico dell’unità produttiva."),
        (59, "esclusi i dirigenti."),
        (58, "al massimo 58."),
    ],
)
def test_the_whole_staff_is_told_where_no_figure_denies_it(most: int, told: str) -> None:
    assert told in text(NOTICE, esempio(NOTICE) | {"intero_organico": True, "numero_massimo_dipendenti": most})


@pytest.mark.parametrize(
    ("applied", "told"),
    [
        ("2023-06-01", "(domanda del 1° giugno 2023)"),
        ("2023-06-02", "(domanda da presentare il 2 giugno 2023)"),
    ],
)
def test_an_application_is_not_told_before_it_is_made(applied: str, told: str) -> None:
    data = esempio(REPORT) | {"data": "2023-06-01", "data_domanda": applied}
    assert told in text(REPORT, data)


@pytest.mark.parametrize(("outcome", "printed"), [("positivo", True), ("negativo", False)])
def test_the_parties_attest_an_agreement_not_its_lack(outcome: str, *, printed: bool) -> None:
    told = text(RECORD, esempio(RECORD) | {"esito": outcome})
    assert f"si è concluso con esito {outcome}." in told
    assert ("Le Parti danno atto che l’esame congiunto" in told) is printed


def test_all_the_staff_that_is_given_is_printed() -> None:
    data = esempio(RECORD)
    data["datore_lavoro"]["organico"] = {"quadri": 1, "impiegati": 9, "apprendisti": 1, "totale": 11}
    data["datore_lavoro"] |= {"sede_inps": "Salerno", "partita_iva": "09876543217"}
    told = text(RECORD, data)
    assert "11 dipendenti, di cui 1 quadro, 9 impiegati e 1 apprendista." in told
    assert "partita IVA 09876543217, matricola INPS 7201234567 (sede INPS di Salerno)" in told


@pytest.mark.parametrize(
    ("code", "capacity", "called"),
    [
        ("BNTCRL71C54A794Q", "titolare", "La sottoscritta Lucia Ferrante, nata a"),
        ("01234560165", "titolare", "Il/La sottoscritto/a Lucia Ferrante, nato/a a"),
        ("BNTCRL71C54A794Q", "delegato", "Il/La sottoscritto/a Lucia Ferrante, nato/a a"),
    ],
)
def test_the_code_of_a_firm_of_one_is_of_who_declares(code: str, capacity: str, called: str) -> None:
    data = esempio(REPORT)
    data["datore_lavoro"]["codice_fiscale"] = code
    data["dichiarante"]["capacita"] = capacity
    assert called in text(REPORT, data)
