"""What a fault says: the field as a person calls it, the remedy, and of an unknown name what was perhaps meant."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest

from docservice.campi.blocco import MOLTI_DIFETTI, SCONOSCIUTO
from docservice.formati.da_form import Nomi, leggi_modulo
from docservice.formati.da_json import leggi_json
from docservice.formati.da_xml import leggi_xml
from docservice.formati.elementi import NAMESPACE
from docservice.formati.json_schema import schema_modello
from docservice.formati.lettura import CorpoIllegibile, DatiIlleggibili, Errore, leggi
from docservice.formati.xsd import xsd
from docservice.modelli.catalogo import modello
from docservice.service import calcola, esempio

SCHEMA = modello("accordo-a").schema


def refused(raw: Any, *written: Errore) -> DatiIlleggibili:
    with pytest.raises(DatiIlleggibili) as caught:
        leggi(SCHEMA, raw, written)
    return caught.value


def told(raw: Any, *written: Errore) -> dict[str, dict[str, str]]:
    return {fault.percorso: fault.as_dict() for fault in refused(raw, *written).errori}


def accordo(**changes: Any) -> dict[str, Any]:
    return {**esempio("accordo-a"), **changes}


def test_a_fault_names_its_field() -> None:
    data = accordo(periodi_precedenti=[{"dal": "2009-02-01", "al": "2009-13-01"}])
    data["datore_lavoro"] = {**data["datore_lavoro"], "sede_legale": {"cap": "241"}}
    found = told(data)
    path = "/datore_lavoro/sede_legale/cap"
    assert found[path] == {
        "percorso": path,
        "campo": "Sede legale, CAP",
        "messaggio": "Sede legale, CAP: servono cinque cifre.",
    }
    assert found["/periodi_precedenti/0/al"]["campo"] == "Periodi precedenti, n. 1, Al"


def test_of_lists_inside_lists_each_place_is_told() -> None:
    periods = [{"dal": "2009-02-01", "al": "ieri"}]
    people = [*esempio("accordo-a")["lavoratori"], {"periodi_precedenti": periods}]
    place = len(people) - 1
    found = told(accordo(lavoratori=people))[f"/lavoratori/{place}/periodi_precedenti/0/al"]
    assert found["campo"] == f"Lavoratori, n. {place + 1}, Periodi precedenti, n. 1, Al"


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Errore("/x", "Serve un testo.", "Luogo"), "Luogo: serve un testo."),
        (Errore("/x", "È vuoto.", "Luogo"), "Luogo: è vuoto."),
        (Errore("/x", "L’anno va corretto.", "Data"), "Data: l’anno va corretto."),
        (Errore("/x", "INPS non ha questa sede.", "Sede"), "Sede: INPS non ha questa sede."),
        (Errore("", "Serve un oggetto."), "Serve un oggetto."),
    ],
)
def test_the_message_goes_on_from_the_field(fault: Errore, said: str) -> None:
    assert fault.detto == fault.as_dict()["messaggio"] == said


def test_what_a_calculator_refuses_has_its_field() -> None:
    asked = {"data": "2009-06-22", "monte_ore_concesso": 10, "ore_consumate": 12}
    with pytest.raises(DatiIlleggibili) as caught:
        calcola("proroga-accordo-b", asked)
    assert all(fault.campo for fault in caught.value.errori)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("luoggo", "forse «luogo»?"),
        ("Pagamento diretto INPS", "forse «pagamento_diretto_inps»?"),
        ("numeroMassimoDipendenti", "forse «numero_massimo_dipendenti»?"),
        ("ccnl", "va in datore_lavoro."),
        ("zzz", SCONOSCIUTO),
        ("luoggo" * 30, SCONOSCIUTO),
    ],
)
def test_an_unknown_name(name: str, said: str) -> None:
    assert said in refused(accordo(**{name: "x"})).errori[0].messaggio


def test_an_unknown_name_inside() -> None:
    people = [{"Cod. fiscale": "x", "cognomme": "x", "luogo": "x", "assunto il": "x"}]
    found = {path.rpartition("/")[2]: one["messaggio"] for path, one in told(accordo(lavoratori=people)).items()}
    assert "forse «codice_fiscale»?" in found["Cod. fiscale"]
    assert "forse «cognome»?" in found["cognomme"]
    assert "forse «data_assunzione»?" in found["assunto il"]
    assert "va fuori da lavoratori." in found["luogo"]


def test_in_xml_and_forms_as_in_json() -> None:
    body = f"<accordo-a xmlns='{NAMESPACE}'><luoggo>Lodi</luoggo></accordo-a>".encode()
    raw, written = leggi_xml(body, SCHEMA(), "accordo-a")
    assert "forse «luogo»?" in told(raw, *written)["/luoggo"]["messaggio"]
    raw, written = leggi_modulo([("lavoratori[0].cognomme", "Binti"), ("periodo", "x"), ("lavoratori", "x")], SCHEMA())
    found = told(raw, *written)
    assert "forse «cognome»?" in found["/lavoratori/0/cognomme"]["messaggio"]
    assert "per esempio periodo.dal." in found["/periodo"]["messaggio"]
    assert "per esempio lavoratori[0].cognome." in found["/lavoratori"]["messaggio"]


def test_the_name_of_an_input() -> None:
    assert Nomi([]).di("/luogo") == "luogo"
    assert Nomi(["luogo"]).di("/lavoratori/2/periodi_precedenti/0/dal") == "lavoratori[2].periodi_precedenti[0].dal"


def test_the_name_of_an_input_is_written_as_those_that_were_sent() -> None:
    sent = Nomi(["sede[cap]", "soci.0.nome", "altri[]", "altri[]", "-"])
    assert [sent.di(path) for path in ("/sede/cap", "/soci/0/nome", "/altri/1", "/-")] == [
        *("sede[cap]", "soci.0.nome", "altri[]", "-")
    ]
    # what was not sent
    assert sent.di("/sede/via/numero") == "sede[via][numero]"


def test_a_null_says_whether_it_may_be_left_out() -> None:
    data = accordo(luogo=None, periodi_precedenti=None)
    data["lavoratori"] = [None, *data["lavoratori"]]
    found = {path: one["messaggio"] for path, one in told(data).items()}
    assert found["/luogo"] == "Luogo: il valore non può essere nullo, va indicato."
    assert found["/lavoratori/0"].endswith("va indicato; altrimenti va tolto dalla lista.")
    assert found["/periodi_precedenti"].endswith("altrimenti va tolto il campo.")


def test_the_data_alone_are_asked_for() -> None:
    [fault] = refused({"modello": "accordo-a", "dati": accordo(), "versioni": {}}).errori
    assert (fault.percorso, "senza «modello» e «dati»" in fault.messaggio) == ("", True)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"a": "NaN",\n "b": NaN}', "NaN alla riga 2, colonna 7 non è un numero"),
        (b"[-Infinity]", "-Infinity alla riga 1, colonna 2"),
        (b'{"a": {"b": 1, "c": 2, "b": 1}}', "ripete il nome «b» alla riga 1, colonna 24"),
        (b'{"a": [{"b": "}\\": "}], "b": 1,\n "\\u0061": 2}', "ripete il nome «a» alla riga 2, colonna 2"),
    ],
)
def test_what_is_wrong_with_a_json_is_told_with_its_place(body: bytes, said: str) -> None:
    with pytest.raises(CorpoIllegibile, match=re.escape(said)):
        leggi_json(body)


def test_of_a_root_what_was_found_is_told() -> None:
    with pytest.raises(DatiIlleggibili) as caught:
        leggi_xml(b"<accordo-a/>", SCHEMA(), "accordo-a")
    assert caught.value.errori[0].messaggio.startswith("L’elemento radice è accordo-a, senza spazio dei nomi: deve")


@pytest.mark.parametrize("body", [b"<accordo-a", b"<accordo-a>\n<luogo>x</lugo></accordo-a>"])
def test_what_is_not_even_xml_is_told_as_such(body: bytes) -> None:
    with pytest.raises(CorpoIllegibile, match="L’XML non è valido alla riga"):
        leggi_xml(body, SCHEMA(), "accordo-a")


def test_a_crowd_of_unknown_names_is_soon_told() -> None:
    people = [{f"cognome_{place}_{n}": "x" for n in range(100)} for place in range(200)]
    start = time.process_time()
    found = refused(accordo(lavoratori=people))
    assert time.process_time() - start < 5
    lines = found.righe()
    assert len(lines) == MOLTI_DIFETTI + 1
    assert lines[-1].startswith("Altri ")


def test_the_published_schemas_have_the_words() -> None:
    schema = schema_modello(modello("accordo-a"))
    place = schema["$defs"]["Sede"]
    assert place["properties"]["cap"]["title"] == "CAP"
    assert place["properties"]["cap"]["examples"] == ["24122"]
    # a group has its words where it is used: many use it
    assert "title" not in place
    assert schema["$defs"]["DatoreTipizzato"]["properties"]["sede_legale"]["title"] == "Sede legale"
    assert schema["properties"]["lavoratori"]["description"].endswith(".")
    assert schema["properties"]["numero_massimo_dipendenti"]["description"].endswith("Unità di misura: persone.")
    assert "Sede legale." in xsd().decode()
