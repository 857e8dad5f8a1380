"""Forms: dotted names, what a browser sends and does not send, the same paths as JSON."""

from __future__ import annotations

import pytest
from corpi_tools import in_modulo

from docservice.campi.fields import Importo
from docservice.formati import italiano
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
        *("altro", "lavoratori[0]", "luogo[0]", "luogo.dentro", "a b", "", "[0]", ".luogo", "luogo.", "luogo["),
        *("lavoratori[0][0]", "datore_lavoro[0].denominazione", "lavoratori[٣].cognome", "__class__.x"),
    ],
)
def test_a_name_that_is_no_field(name: str) -> None:
    [(path, message)] = faults(FIELDS | {name: "x"}).items()
    assert path.startswith("/")
    assert "non previsto" in message or "Qui non va un valore" in message


@pytest.mark.parametrize("step", ["[x]", "", "[]"])
def test_a_row_without_its_number(step: str) -> None:
    [message] = faults(FIELDS | {f"lavoratori{step}.cognome": "x"}).values()
    if step == "[]":  # it is for values only
        assert "non previsto" in message
    else:
        assert "Dopo lavoratori va il numero della riga" in message
        assert "lavoratori[0].cognome" in message


@pytest.mark.parametrize("step", ["[-1]", "[1000000]", ".1000000", "[99999999]"])
def test_a_number_that_no_row_has(step: str) -> None:
    [message] = faults(FIELDS | {f"lavoratori{step}.cognome": "x"}).values()
    assert message.startswith("Il numero di una riga va da 0 in su")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("datorelavoro.denominazione", "datore_lavoro"),
        ("Lavoratori[0].Cognome", "lavoratori"),
        ("lavoratori[0].contrato.x", "contratto"),
    ],
)
def test_a_group_whose_name_is_misspelt(name: str, meant: str) -> None:
    [message] = faults(FIELDS | {name: "x"}).values()
    assert f"forse «{meant}»?" in message


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
    [
        *((["true"], True), (["on"], True), (["false"], False), (["false", "on"], True), (["false", "true"], True)),
        *((["1"], True), (["sì"], True), (["Si"], True), (["si'"], True), (["yes"], True), (["0", "1"], True)),
        *((["0"], False), (["off"], False), (["No"], False), (["false", " on "], True)),
    ],
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


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("datore_lavoro.sede_legale.cap", "datore_lavoro[sede_legale][cap]"),
        ("datore_lavoro.sede_legale.cap", "datore_lavoro[sede_legale].cap"),
        ("lavoratori[0].cognome", "lavoratori[0][cognome]"),
        ("lavoratori[0].cognome", "lavoratori.0.cognome"),
        ("rappresentanza_aziendale.componenti[0]", "rappresentanza_aziendale[componenti][]"),
    ],
)
def test_other_ways_of_writing_a_name(name: str, other: str) -> None:
    sent = [(other if one == name else one, value) for one, value in FIELDS.items()]
    assert leggi(SCHEMA, *leggi_modulo(sent, SCHEMA())) == read()


def test_values_without_a_number_come_one_after_the_other() -> None:
    fields = {name: value for name, value in FIELDS.items() if "componenti" not in name}
    sent = [*fields.items(), *(("rappresentanza_aziendale.componenti[]", one) for one in ("Ada Neri", "", "Leo Bassi"))]
    values, found = leggi_modulo(sent, SCHEMA())
    assert values["rappresentanza_aziendale"]["componenti"] == ["Ada Neri", "Leo Bassi"]
    assert not found


@pytest.mark.parametrize("name", ["lavoratori[].cognome", "luogo[]", "[]"])
def test_brackets_that_say_nothing(name: str) -> None:
    assert "non previsto" in next(iter(faults(FIELDS | {name: "x"}).values()))


@pytest.mark.parametrize(
    ("name", "typed", "plain"),
    [
        *(("data", day, "2009-06-22") for day in ("22/06/2009", "22-6-2009", " 22.06.2009 ", "22 giugno 2009")),
        *(("data", day, "2009-06-22") for day in ("2009-06-22", "2009-06-22T00:00")),
        *(("lavoratori[0].ore_settimanali", hours, "37.5") for hours in ("37,5", "37.5", "37,50", " 37,5 ")),
        *(("lavoratori[0].giorni_lavorati", days, "1200") for days in ("1.200", "1 200", "1200,00", "1200.0")),
    ],
)
def test_days_and_numbers_as_people_write_them(name: str, typed: str, plain: str) -> None:
    assert read(**{name: typed}) == read(**{name: plain})


def test_a_minus_may_be_that_of_our_papers() -> None:
    assert italiano.numero("−1.200,50", Importo()) == "-1200.50"


@pytest.mark.parametrize("typed", ["€ 1.200", "1.200 euro", "EUR 1.200,00", "1200", "1.200,00 €"])
def test_money_as_people_write_it(typed: str) -> None:
    field = Importo()
    assert field.deserialize(italiano.numero(typed, field)) == 1200


@pytest.mark.parametrize(
    ("name", "typed", "word"),
    [
        ("data", "22/06/09", "quattro cifre"),
        ("data", "31/02/2009", "non esiste"),
        ("data", "ieri", "gg/mm/aaaa"),
        ("data", "2009-06-22T23:30", "23:30"),
        ("data", "1" + " " * 100_000 + "x", "gg/mm/aaaa"),
        ("lavoratori[0].ore_settimanali", "37:30", "37,5"),
        ("lavoratori[0].ore_settimanali", "37,555", "decimali"),
        ("lavoratori[0].giorni_lavorati", "molti", "intero"),
        ("lavoratori[0].giorni_lavorati", "12,5", "intero"),
        ("datore_lavoro.artigiana", "forse", "sì oppure no"),
    ],
)
def test_what_cannot_be_read_is_told_once(name: str, typed: str, word: str) -> None:
    [(path, message)] = faults(FIELDS | {name: typed}).items()
    assert path == "/" + name.replace("[", "/").replace("]", "").replace(".", "/")
    assert word in message


@pytest.mark.parametrize("blank", ["", " ", "\r\n", "\xa0"])
def test_a_blank_box_is_no_datum_wherever_it_stands(blank: str) -> None:
    optional = {
        *("note_finali", "datore_lavoro.matricola_inps", "datore_lavoro.sede_legale.civico", "lavoratori[0].qualifica"),
        *("lavoratori[0].data_did", "lavoratori[0].ore_settimanali", "lavoratori[0].contratto"),
    } & set(FIELDS)
    assert len(optional) > 3
    without = {name: value for name, value in FIELDS.items() if name not in optional}
    assert read(**dict.fromkeys(optional, blank)) == leggi(SCHEMA, *leggi_modulo(without.items(), SCHEMA()))
    needed = ("luogo", "data", "datore_lavoro.denominazione", "lavoratori[0].cognome", "numero_massimo_dipendenti")
    told = faults(FIELDS | dict.fromkeys(needed, blank))
    assert len(told) == len(needed)
    assert set(told.values()) == {"Dato obbligatorio mancante, va indicato."}


def test_a_row_left_blank_among_others_is_not_there_and_the_others_keep_their_numbers() -> None:
    row = {name: value for name, value in FIELDS.items() if name.startswith("lavoratori[0].")}
    moved = {name.replace("[0]", f"[{ROWS + 1}]"): value for name, value in row.items()}
    blank = {f"lavoratori[{ROWS}].cognome": "", f"lavoratori[{ROWS}].zero_ore": "false"}
    values, _ = leggi_modulo((FIELDS | blank | moved).items(), SCHEMA())
    assert len(values["lavoratori"]) == ROWS + 1
    wrong = moved | {f"lavoratori[{ROWS + 1}].nome": "", f"lavoratori[{ROWS + 1}].data_did": "ieri"}
    assert set(faults(FIELDS | blank | wrong | {"luogo": ""})) == {
        *(f"/lavoratori/{ROWS + 1}/nome", f"/lavoratori/{ROWS + 1}/data_did", "/luogo"),
    }
