"""The papers of D.Lgs. 148/2015: what their sentences say in each case."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from testi import detto

from docservice import service
from docservice.formati.lettura import DatiIlleggibili, leggi
from docservice.modelli.catalogo import modello
from docservice.service import esempio, valida
from docservice.text.blocks import Signatures, Table
from docservice.text.data import Datum
from docservice.text.words import al, dal, del_, il

NOTICE, RECORD, REPORT = "comunicazione-cigo", "esame-congiunto-cigo", "relazione-tecnica"


def text(slug: str, data: Any) -> str:
    tipo = modello(slug)
    blocks = service.Atto(tipo, leggi(tipo.schema, data)).documento().blocks
    plain = [block for block in blocks if not isinstance(block, Table | Signatures)]
    return "\n".join(detto(block.runs) for block in plain if hasattr(block, "runs"))


@pytest.mark.parametrize(
    ("value", "article"),
    [
        (date(2022, 1, 8), "dell’"),
        (date(2022, 1, 11), "dell’"),
        (date(2022, 1, 1), "del "),
        (date(2022, 1, 18), "del "),
        (Decimal(80), "dell’"),
        (Decimal("8.5"), "dell’"),
        (11, "dell’"),
        (1, "dell’"),
        (Decimal(60), "del "),
        (18, "del "),
        ("8", "del "),
    ],
)
def test_articles_before_days_and_numbers(value: Any, article: str) -> None:
    assert del_(Datum(value, None)) == article
    assert il(Datum(value, None)) == {"dell’": "l’", "del ": "il "}[article]
    assert al(Datum(value, None)) == article.replace("de", "a", 1)
    assert dal(Datum(value, None)) == article.replace("de", "da", 1)


@pytest.mark.parametrize(
    ("last", "length"),
    [
        ("2023-09-03", "13 settimane"),
        ("2023-06-11", "1 settimana"),
        ("2023-06-09", "5 giorni"),
        ("2023-06-05", "1 giorno"),
    ],
)
def test_how_long_it_lasts(last: str, length: str) -> None:
    for slug in (NOTICE, RECORD):
        data = esempio(slug)
        data["periodo"] = {"dal": "2023-06-05", "al": last}
        assert (
            f"{length}," in text(slug, data)
            or f"{length} consecutiv" in text(slug, data)
            or f"{length};" in text(slug, data)
        )


def test_a_notice_where_no_consultation_is_due() -> None:
    data = esempio(NOTICE)
    data["datore_lavoro"]["settore"] = "edilizia"
    told = text(NOTICE, data)
    assert "avvia la consultazione" not in told
    assert "oltre le prime 13 settimane" in told
    told = text(NOTICE, data | {"proroga": True})
    assert "avvia la consultazione" in told
    assert "oltre le prime 13 settimane" not in told


def test_hours_are_those_of_a_reduction() -> None:
    data = esempio(NOTICE) | {"ore_settimanali_ridotte": "20"}
    assert "riduzione dell’orario di lavoro di 20 ore settimanali" in text(NOTICE, data | {"sospensione": "mista"})
    assert "riduzione dell’orario di lavoro di 20 ore settimanali" not in text(
        NOTICE, data | {"sospensione": "zero_ore"}
    )


def test_who_attests_that_the_procedure_was_regular() -> None:
    data = esempio(RECORD) | {"rappresentanza_aziendale": {"tipo": "RSU", "componenti": ["Anna Rossetti"]}}
    data.pop("dichiarazioni_oo_ss", None)
    assert "Le OO.SS. e la RSU attestano che" in text(RECORD, data)
    assert "Le OO.SS. attestano che" in text(
        RECORD, {name: value for name, value in data.items() if name != "rappresentanza_aziendale"}
    )
    alone = data | {
        "organizzazioni_sindacali": [],
        "esito": "negativo",
        "dichiarazioni_oo_ss": "Chiedono di rivedersi.",
    }
    assert "La RSU dichiara: Chiedono di rivedersi." in text(RECORD, alone)
    told = text(RECORD, alone | {"attestazione_procedura": True})
    assert "La RSU attesta che" in told
    assert "Dichiara inoltre: Chiedono di rivedersi." in told


def test_a_record_takes_somebody_for_the_workers() -> None:
    data = esempio(RECORD)
    data.pop("rappresentanza_aziendale", None)
    for given in ({"organizzazioni_sindacali": []}, {}):
        nobody = {name: value for name, value in data.items() if name != "organizzazioni_sindacali"} | given
        with pytest.raises(DatiIlleggibili) as refused:
            leggi(modello(RECORD).schema, nobody)
        assert [fault.percorso for fault in refused.value.errori] == ["/organizzazioni_sindacali"]


def test_the_officer_of_the_meeting() -> None:
    data = esempio(RECORD)
    data["sede_incontro"] = {"denominazione": "Confindustria", "modalita": "telematica", "funzionario": "Ida Neri"}
    assert "su invito di Confindustria, alla presenza di Ida Neri, si sono incontrati" in text(RECORD, data)


def test_the_report_says_that_the_firm_goes_on() -> None:
    data = esempio(REPORT)
    told = text(REPORT, data)
    assert "L’Azienda continua a operare sul mercato" in told
    assert "andamento negativo o involutivo" in told
    weather = data | {"causale": {"tipo": "meteo"}, "fatti": {"evento": {"descrizione": "Pioggia."}}}
    assert "negativo o involutivo" not in text(REPORT, weather)


def test_the_report_names_the_event() -> None:
    data = esempio(REPORT) | {"causale": {"tipo": "eventi_esterni"}, "fatti": {"evento": {"tipo": "alluvione"}}}
    [cause] = [line for line in text(REPORT, data).splitlines() if line.startswith("Causale: ")]
    assert cause.endswith(" – alluvione")


def test_extra_hours_under_the_decree_of_their_time() -> None:
    data = esempio("accordo-cds")
    assert "art. 4 del decreto del Ministro del lavoro 10 luglio 2009" not in text("accordo-cds", data)
    data |= {"data": "2015-11-02", "periodo": {"dal": "2015-12-01", "al": "2016-11-30"}}
    assert "art. 4 del decreto del Ministro del lavoro 10 luglio 2009" in text("accordo-cds", data)


@pytest.mark.parametrize(("first", "due"), [("2021-12-31", True), ("2022-01-01", False)])
def test_active_policies_are_told_to_who_loses_half_his_hours(first: str, due: bool) -> None:  # noqa: FBT001
    data = esempio(RECORD)
    data["periodo"]["dal"] = first
    [told] = [one.messaggio for one in valida(RECORD, data).rilievi if one.codice == "D148-9"]
    assert ("ridotto di oltre il 50% su dodici mesi deve partecipare alle politiche attive" in told) == due


def test_hours_kept_and_cut_add_up() -> None:
    # 3 x 40 + 36,5 + 2 x 40 + 4 x 20 = 316,5 of ten: 31,65; kept 3 x 20 + 18,25 + 2 x 4 + 4 x 20 = 166,25: 16,625
    data = esempio("accordo-cds")
    data["gruppi"] = [
        {"lavoratori": heads, "ore_settimanali": hours, "ore_lavorate_settimanali": kept}
        for heads, hours, kept in ((3, "40", "20"), (1, "36.5", "18.25"), (2, "40", "4"), (4, "20", "20"))
    ]
    for one in data["lavoratori"]:
        for name in ("ore_settimanali", "ore_lavorate_settimanali", "orari"):
            one.pop(name, None)
    told = text("accordo-cds", data)
    assert "31,65 ore" in told
    assert "16,63 ore" in told
    assert "per 15,02 ore non presta attività" in told


def test_more_hours_are_for_a_time_and_lower_the_benefit() -> None:
    told = text("accordo-cds", esempio("accordo-cds"))
    assert "temporanee esigenze di maggior lavoro" in told
    assert "corrispondente riduzione del trattamento di integrazione salariale" in told


def test_the_mean_of_the_period_is_not_that_of_four_weeks() -> None:
    told = text("accordo-cds", esempio("accordo-cds"))
    assert "la riduzione media, calcolata sui giorni dell’intero periodo, è del 49,56%." in told
    assert "Le ore mantenute in ciascuna parte del periodo si intendono come media di quattro settimane" in told
