"""The papers of the CIGO affirm what their data say, and nothing that the data deny or keep silent."""

from __future__ import annotations

from typing import Any

import pytest
from papers import composto
from testi import detto

from docservice.service import esempio

NOTICE, RECORD, REPORT = "comunicazione-cigo", "esame-congiunto-cigo", "relazione-tecnica"
ATTESTED = "la procedura dell’art. 14 si è svolta regolarmente"


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
    for words in ("si alterneranno", "all’orario pieno di contratto"):
        assert words in whole
        assert words not in silent


def test_where_the_parties_meet_and_through_what_they_are_told() -> None:
    record, notice = esempio(RECORD), esempio(NOTICE)
    seat = record["sede_incontro"] | {"tipo": "ministero"}
    assert "Industriali Esempio, davanti al Ministero del lavoro, per" in text(RECORD, record | {"sede_incontro": seat})
    seat |= {"modalita": "telematica", "funzionario": "Elena Conti"}
    called = (
        "su invito di Associazione Industriali Esempio, davanti al Ministero del lavoro, alla presenza di Elena Conti,"
    )
    assert called in text(RECORD, record | {"sede_incontro": seat})
    through = notice["comunicazione"] | {"mezzo": "portale", "portale": {"nome": "Sintesi", "numero": "7/2023"}}
    assert "inviata attraverso il portale Sintesi, n. 7/2023." in text(NOTICE, notice | {"comunicazione": through})


def test_the_weather_is_proved_by_what_is_annexed() -> None:
    data = esempio(REPORT) | {"causale": {"tipo": "meteo"}}
    order = {"ente": "Regione Campania", "numero": "2", "data": "2023-06-29"}
    data["fatti"] = {"temperatura": "34 gradi", "temperatura_percepita": "38 gradi", "ordinanza": order}
    told = text(REPORT, data)
    assert "Rilevata: 34 gradi; percepita: 38 gradi." in told
    assert "Regione Campania, n. 2, del 29 giugno 2023." in told
    assert "organismi accreditati sono allegati" not in told
    annexed = [*data["allegati"], {"tipo": "bollettino_meteo", "ente": "Arpac"}]
    assert "organismi accreditati sono allegati" in text(REPORT, data | {"allegati": annexed})


def test_a_trend_is_called_negative_unless_its_figures_deny_it() -> None:
    data = esempio(REPORT)
    assert "andamento negativo o involutivo" in text(REPORT, data)
    better = [{"anno": 2021, "fatturato": "1"}, {"anno": 2022, "fatturato": "2"}, {"anno": 2023, "fatturato": "3"}]
    indicators = data["indicatori"] | {"valori": better, "periodicita": "annuale"}
    assert "negativo" not in text(REPORT, data | {"indicatori": indicators}).split("Estraneità")[0]
