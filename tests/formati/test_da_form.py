"""Forms: dotted names, what a browser sends and does not send, the same paths as JSON."""

from __future__ import annotations

import pytest
from corpi_tools import in_modulo

from docservice.formati.da_form import leggi_modulo
from docservice.formati.lettura import DatiIlleggibili, leggi
from docservice.modelli.catalogo import modello
from docservice.service import esempio

SCHEMA = modello("accordo-a").schema
FIELDS = dict(in_modulo(esempio("accordo-a")))
ROWS = sum(name.startswith("lavoratori[") and name.endswith("].cognome") for name in FIELDS)


def read(**changes: str) -> dict[str, object]:
    return leggi(SCHEMA, *leggi_modulo((FIELDS | changes).items(), SCHEMA()))


def faults(fields: dict[str, str] | list[tuple[str, str]]) -> dict[str, str]:
    pairs = fields.items() if isinstance(fields, dict) else fields
    with pytest.raises(DatiIlleggibili) as refused:
        leggi(SCHEMA, *leggi_modulo(pairs, SCHEMA()))
    return {e.percorso: e.messaggio for e in refused.value.errori}


def test_every_fault_is_told_at_once() -> None:
    changes = {"luogo": "", "periodo.dal": "2009-02-30", "datore_lavoro.altro": "x", "lavoratori[0].cognome": " "}
    assert set(faults(FIELDS | changes)) == {
        "/datore_lavoro/altro",
        "/lavoratori/0/cognome",
        "/luogo",
        "/periodo/dal",
    }


@pytest.mark.parametrize(
    "name",
    [
        *("altro", "lavoratori[0]", "lavoratori.cognome", "luogo[0]", "luogo.dentro", "a b"),
        *(
            "",
            "[0]",
            ".luogo",
            "luogo.",
            "luogo[",
            "lavoratori[x].cognome",
            "lavoratori[-1].cognome",
            "lavoratori[0][0]",
        ),
        *("datore_lavoro[0].denominazione", "lavoratori[1000000].cognome", "lavoratori[٣].cognome", "__class__.x"),
    ],
)
def test_a_name_that_is_no_field(name: str) -> None:
    [(path, message)] = faults(FIELDS | {name: "x"}).items()
    assert path.startswith("/")
    assert "non previsto" in message


def test_indices_without_gaps() -> None:
    found = faults(FIELDS | {f"lavoratori[{ROWS + 3}].cognome": "Neri"})
    assert f"[{ROWS}]" in found["/lavoratori"]


def test_too_many_rows() -> None:
    fields = FIELDS | {f"datore_lavoro.strumenti_ordinari[{n}].strumento": "CIGO" for n in range(101)}
    assert list(faults(fields)) == ["/datore_lavoro/strumenti_ordinari"]


def test_a_field_sent_twice() -> None:
    assert "ripetuto" in faults([*FIELDS.items(), ("luogo", "Milano")])["/luogo"]


@pytest.mark.parametrize(
    ("sent", "said"),
    [(["true"], True), (["on"], True), (["false"], False), (["false", "on"], True), (["false", "true"], True)],
)
def test_a_check_box(sent: list[str], said: bool) -> None:  # noqa: FBT001 - a parameter of the test
    kept = [pair for pair in FIELDS.items() if pair[0] != "datore_lavoro.artigiana"]
    values, _ = leggi_modulo([*kept, *(("datore_lavoro.artigiana", value) for value in sent)], SCHEMA())
    assert values["datore_lavoro"]["artigiana"] is said


def test_what_is_left_blank_is_not_there() -> None:
    blank = {
        "associazione_datoriale.denominazione": "",
        "associazione_datoriale.rappresentante.nome": "",
        f"lavoratori[{ROWS}].cognome": "",
        f"lavoratori[{ROWS}].data_did": "",
        f"lavoratori[{ROWS}].zero_ore": "false",
        "data_ricevimento_comunicazione": "",
    }
    named = {name for name in blank if name in FIELDS}
    without = {
        name: value for name, value in FIELDS.items() if name not in named and "associazione_datoriale" not in name
    }
    assert leggi(SCHEMA, *leggi_modulo((without | blank).items(), SCHEMA())) == leggi(
        SCHEMA, *leggi_modulo(without.items(), SCHEMA())
    )


def test_a_list_that_must_be_there_may_have_no_rows() -> None:
    fields = {name: value for name, value in FIELDS.items() if not name.startswith("lavoratori[")}
    values, found = leggi_modulo(fields.items(), SCHEMA())
    assert not found
    assert values["organizzazioni_sindacali"]


def test_line_ends_of_a_text_area() -> None:
    assert read(**{"causale.descrizione": "prima\r\nseconda"})["causale"] == {
        **esempio("accordo-a")["causale"],
        "descrizione": "prima\nseconda",
    }
