"""The application for a CIGS from the papers of a procedure: data with their papers, what is missing, who disagrees."""

from __future__ import annotations

import copy
import json
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook

from docservice.api import BASE
from docservice.cigsonline import MASSIME, domanda, foglio, leggi_carte
from docservice.cli.comandi import main
from docservice.cli.uscite import CONFORME, ILLEGGIBILE, USO
from docservice.formati.lettura import DatiIlleggibili, tappe

SECTIONS = ["dati_generali", "dati_azienda", "unita", "organico", "lavoratori", "scheda", "allegati", "conferma"]
FIRM: dict[str, Any] = {
    "denominazione": "Meccanica Lambrana S.p.A.",
    "codice_fiscale": "01234560165",
    "matricola_inps": "1204567890",
    "rappresentante": {"nome": "Aldo", "cognome": "Ricci", "qualifica": "legale rappresentante"},
    "sede_legale": {"indirizzo": "Via dei Mille", "cap": "24122", "comune": "Bergamo", "provincia": "BG"},
    "unita_produttiva": {"indirizzo": "Via Galvani", "cap": "24044", "comune": "Dalmine", "provincia": "BG"},
    "ccnl": "Metalmeccanica industria",
    "settore": "industria",
    "media_dipendenti_semestre": "60",
    "organico": {"impiegati": 12, "operai": 48, "totale": 60},
}
UNITS = [
    {"denominazione": "Dalmine", "comune": "Dalmine", "provincia": "BG", "organico": 40, "numero_massimo": 2},
    {"denominazione": "Curno", "comune": "Curno", "provincia": "BG", "organico": 20, "numero_massimo": 1},
]
CAUSE: dict[str, Any] = {
    "causale": {"tipo": "riorganizzazione"},
    "periodo": {"dal": "2024-07-01", "al": "2025-06-30"},
    "numero_massimo_dipendenti": 3,
}
AGREEMENT: dict[str, Any] = {
    **CAUSE,
    "luogo": "Milano",
    "data": "2024-06-05",
    "data_domanda": "2024-06-10",
    "sede_incontro": {"denominazione": "Regione Lombardia", "tipo": "regione"},
    "datore_lavoro": FIRM,
    "partecipanti_datore": [{"nome": "Aldo", "cognome": "Ricci"}],
    "organizzazioni_sindacali": [{"sigla": "FIM-CISL"}, {"sigla": "FIOM-CGIL"}],
    "pagamento_diretto_inps": False,
    "programma": {
        "descrizione": "Una linea si ferma, una nuova la sostituisce.",
        "investimenti": {"importo_totale": "3600000.00", "voci": [{"descrizione": "linea", "importo": "2900000.00"}]},
        "recupero": {"rientro": 2, "coinvolti": 3},
    },
}
NOTICE: dict[str, Any] = {
    **CAUSE,
    "datore_lavoro": FIRM,
    "comunicazione": {"data": "2024-05-13"},
    "destinatari": [{"tipo": "os", "denominazione": "FIM CISL Bergamo"}],
    "richiesta_esame": True,
}


def worker(surname: str, name: str, code: str, **more: Any) -> dict[str, Any]:
    usual = {"qualifica": "operaio", "livello": "3", "contratto": "indeterminato", "data_assunzione": "2004-03-01"}
    return {"cognome": surname, "nome": name, "codice_fiscale": code, **usual, "ore_settimanali": "40", **more}


BONETTI = worker("Bonetti", "Carla", "BNTCRL71C54A794Q")
FERRI = worker("Ferri", "Luca", "FRRLCU83S02B157G")
GALLI = worker("Galli", "Marta", "GLLMRT90L61F205T")
LIST: dict[str, Any] = {
    **CAUSE,
    "regime": "dlgs-148",
    "strumento": "CIGS",
    "luogo": "Bergamo",
    "data": "2024-06-10",
    "datore_lavoro": FIRM,
    "accordo": {"data": "2024-06-05"},
    "informativa_privacy": True,
    "lavoratori": [BONETTI, FERRI, GALLI],
}
SLUGS = {"accordo": "accordo-cigs", "comunicazione": "comunicazione-cigs", "elenco": "elenco-lavoratori"}
PAPERS = {"accordo": AGREEMENT, "comunicazione": NOTICE, "elenco": LIST}


def papers(*names: str, **changed: Any) -> dict[str, Any]:
    """Return a body with some papers, in this order, the data of some changed."""
    found = [{"modello": SLUGS[one], "dati": copy.deepcopy({**PAPERS[one], **changed.get(one, {})})} for one in names]
    return {"documenti": found}


ALL = papers("accordo", "comunicazione", "elenco")


def told(body: Any) -> dict[str, Any]:
    return domanda(leggi_carte(body)).as_dict()


def section(found: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for one in found["sezioni"] if one["id"] == name)


def fields(found: dict[str, Any]) -> dict[str, Any]:
    return {one["id"]: one for part in found["sezioni"] for one in part["campi"]}


def missing(found: dict[str, Any]) -> dict[str, set[str]]:
    return {part["id"]: {one["campo"] for one in part["mancanti"]} for part in found["sezioni"] if part["mancanti"]}


def at(body: Any, source: dict[str, Any]) -> Any:
    """Return what a body has where a source says."""
    here = body["documenti"][source["documento"]]["dati"]
    for step in tappe(source["percorso"]):
        here = here[int(step)] if isinstance(here, list) else here[step]
    return here


def test_the_sections_are_those_of_the_portal_and_every_datum_is_where_it_says() -> None:
    found = told(ALL)
    assert [one["id"] for one in found["sezioni"]] == SECTIONS
    data = fields(found)
    said_by_what_it_is = {"esito", "verbale", "comunicazione", "elenco"}
    assert len(data) > 35
    for name, one in data.items():
        assert one["fonte"]["modello"] == ALL["documenti"][one["fonte"]["documento"]]["modello"]
        if name == "sindacati":
            assert one["valore"] == [union["sigla"] for union in at(ALL, one["fonte"])]
        elif name not in said_by_what_it_is:
            sent = at(ALL, one["fonte"])
            assert str(one["valore"]) in {str(sent), str(sent).removesuffix(".00")}, name
    assert data["causale"]["detto"] == "riorganizzazione aziendale"
    assert data["esito"]["valore"] == "accordo"
    assert data["verbale"]["valore"] == "Verbale di accordo per la CIGS"
    # the list is the latest: what all the papers say is told by it
    assert data["denominazione"]["fonte"]["documento"] == 2
    assert found["contrasti"] == []
    # who to call is in no paper, so the portal asks for it
    assert missing(found) == {"dati_azienda": {"referente"}}
    assert not found["completa"]


def test_each_row_is_where_it_says() -> None:
    found = told(ALL)
    rows = section(found, "lavoratori")["righe"]
    assert [one["valori"]["cognome"] for one in rows] == ["Bonetti", "Ferri", "Galli"]
    for row in rows:
        for name, value in row["valori"].items():
            source = row.get("altrove", {}).get(name) or {
                **row["fonte"],
                "percorso": f"{row['fonte']['percorso']}/{name}",
            }
            assert at(ALL, source) == value
        assert row["unita"] == 1  # there is one unit only
    [staff] = section(found, "organico")["righe"]
    assert staff["valori"] == {"comune": "Dalmine", "organico": 60, "numero_massimo": 3, "elencati": 3}
    assert staff["altrove"]["organico"]["percorso"] == "/datore_lavoro/organico/totale"


def test_what_no_paper_says_is_told_with_its_remedy() -> None:
    found = told(papers("comunicazione"))
    assert missing(found) == {
        "dati_generali": {"esito", "sindacati", "pagamento_diretto"},
        "dati_azienda": {"referente"},
        "lavoratori": {""},
        "scheda": {"programma.descrizione", "programma.investimenti", "programma.recupero"},
        "allegati": {"verbale", "elenco", "informativa"},
        "conferma": {"data_domanda"},
    }
    remedies = {one["campo"]: one["rimedio"] for part in found["sezioni"] for one in part["mancanti"]}
    where = "«Comunicazione di ricorso alla CIGS» (documento n. 1)"
    assert remedies["data_domanda"] == f"Va scritto in {where}, /data_domanda."
    assert remedies["pagamento_diretto"].startswith("Lo dice «")
    assert "nel portale" in remedies["referente"]
    assert "elenco" in remedies[""]


def test_the_blocks_are_those_of_the_cause() -> None:
    crisis = {**AGREEMENT, "causale": {"tipo": "crisi"}, "risanamento": {"interventi": [{"area": "finanza"}]}}
    found = told({"documenti": [{"modello": "accordo-cigs", "dati": crisis}]})
    told_of = {one["id"].split(".")[0] for one in section(found, "scheda")["campi"]}
    assert told_of == {"risanamento"}  # the programme is of another cause
    assert missing(found)["scheda"] == {"indicatori.valori"}


def test_the_later_paper_is_believed_and_the_disagreement_is_told() -> None:
    body = papers(
        "elenco",
        "accordo",
        elenco={"periodo": {"dal": "2024-07-08", "al": "2025-06-30"}},
        accordo={"datore_lavoro": {**FIRM, "denominazione": "MECCANICA LAMBRANA SPA", "settore": "edilizia"}},
    )
    found = told(body)
    # a name written otherwise is the same name
    assert {one["campo"] for one in found["contrasti"]} == {"dal", "settore"}
    [one] = [one for one in found["contrasti"] if one["campo"] == "dal"]
    assert [(said["documento"], said["valore"]) for said in one["valori"]] == [(1, "2024-07-01"), (0, "2024-07-08")]
    assert one["vale"] == 0
    assert fields(found)["dal"]["valore"] == "2024-07-08"
    assert one["messaggio"].endswith("gli altri vanno corretti, o va inviato quello giusto.")


def test_a_list_is_of_one_paper_and_the_disagreement_is_of_the_whole() -> None:
    programme: dict[str, Any] = copy.deepcopy(AGREEMENT["programma"])
    programme["interventi"] = ["linea nuova. " * 700] * 4  # more than a cell holds, together
    programme["investimenti"]["voci"] = [{"descrizione": "forno"}, {"descrizione": "pressa"}]
    earlier = {"modello": "esame-congiunto-cigs", "dati": {**AGREEMENT, "data": "2024-06-04", "programma": programme}}
    earlier["dati"] |= {"autorita": {"tipo": "regione", "denominazione": "Regione Lombardia"}, "esito": "accordo"}
    earlier["dati"] |= {"sede_incontro": {"modalita": "presenza"}}
    body = papers("accordo")
    body["documenti"].append(earlier)
    found = told(body)
    assert {one["campo"] for one in found["contrasti"]} == {"programma.investimenti.voci"}
    listed = {name: one["valore"] for name, one in fields(found).items() if ".voci." in name}
    assert listed == {
        "programma.investimenti.voci.0.descrizione": "linea",
        "programma.investimenti.voci.0.importo": "2900000",
    }
    book = load_workbook(BytesIO(foglio(domanda(leggi_carte(body)))))
    sheet = {row[0]: row for row in book["Scheda"].iter_rows(min_row=2, values_only=True)}
    assert sheet["Programma, Interventi, n. 4"][3] == "/programma/interventi/3"
    disagree = [row[4] for row in book["Contrasti"].iter_rows(min_row=2, values_only=True)]
    assert disagree == ["2 voci", "1 voci"]


def test_of_papers_of_one_day_the_one_sent_last_is_believed() -> None:
    body = papers("elenco", "accordo", accordo={"data": "2024-06-10", "numero_massimo_dipendenti": 2})
    assert fields(told(body))["numero_massimo"]["valore"] == 2
    body["documenti"].reverse()
    assert fields(told(body))["numero_massimo"]["valore"] == 3


def test_of_several_units_each_has_its_staff_and_its_workers() -> None:
    firm = {**FIRM, "unita_coinvolte": UNITS}
    rows = [{**GALLI, "unita": "Curno"}, {**BONETTI, "unita": "dalmine"}, {**FERRI, "unita": "Osio"}]
    found = told(
        papers("accordo", "elenco", accordo={"datore_lavoro": firm}, elenco={"datore_lavoro": firm, "lavoratori": rows})
    )
    units = section(found, "unita")
    assert [one["valori"]["denominazione"] for one in units["righe"]] == ["Dalmine", "Curno"]
    # the address is of the one that is told apart, by its town
    assert units["righe"][0]["valori"]["indirizzo"] == "Via Galvani"
    assert units["righe"][0]["altrove"]["indirizzo"]["percorso"] == "/datore_lavoro/unita_produttiva/indirizzo"
    assert [(one["campo"], one["righe"]) for one in units["mancanti"]] == [("indirizzo", [2]), ("cap", [2])]
    staff = [one["valori"] for one in section(found, "organico")["righe"]]
    assert [(one["organico"], one["numero_massimo"], one["elencati"]) for one in staff] == [(40, 2, 1), (20, 1, 1)]
    assert [one["titolo"] for one in section(found, "organico")["mancanti"]] == [
        "Organico di ciascuna unità per qualifica"
    ]
    workers = section(found, "lavoratori")
    assert [(one["valori"]["cognome"], one.get("unita")) for one in workers["righe"]] == [
        ("Bonetti", 1),
        ("Galli", 2),
        ("Ferri", None),
    ]
    [lost] = workers["mancanti"]
    assert (lost["campo"], lost["righe"]) == ("unita", [3])


def test_a_worker_of_two_papers_is_one_and_those_of_the_earlier_only_are_told() -> None:
    earlier = [{**BONETTI, "livello": "4", "giorni_lavorati": 900}, FERRI, GALLI]
    found = told(papers("accordo", "elenco", accordo={"lavoratori": earlier}, elenco={"lavoratori": [FERRI, BONETTI]}))
    rows = section(found, "lavoratori")["righe"]
    assert [one["valori"]["cognome"] for one in rows] == ["Ferri", "Bonetti"]
    assert rows[1]["valori"]["livello"] == "3"
    assert rows[1]["altrove"] == {
        "giorni_lavorati": {"documento": 0, "modello": "accordo-cigs", "percorso": "/lavoratori/0/giorni_lavorati"}
    }
    level, out = found["contrasti"]
    assert (level["campo"], level["riga"], level["vale"]) == ("livello", 2, 1)
    assert (out["campo"], [one["percorso"] for one in out["valori"]]) == ("", ["/lavoratori/2"])
    for one in found["contrasti"]:  # a message may be shown to anybody
        assert not any(word in one["messaggio"] for word in ("Bonetti", "Galli", GALLI["codice_fiscale"]))


def test_a_solidarity_contract_says_its_cause_by_what_it_is() -> None:
    shared = {name: told for name, told in AGREEMENT.items() if name not in ("causale", "programma")}
    shared = {name: told for name, told in shared.items() if name != "numero_massimo_dipendenti"}
    contract = {
        **shared,
        "giorni_settimana": 5,
        "pagamento_diretto_inps": True,
        "esuberi": {"numero": 2},
        "gruppi": [{"lavoratori": 3, "ore_settimanali": "40", "ore_lavorate_settimanali": "24"}],
    }
    body = {"documenti": [{"modello": "accordo-cds", "dati": contract}]}
    found = told(body)
    assert fields(found)["causale"]["detto"] == "contratto di solidarietà"
    assert missing(found)["scheda"] == {"esuberi.motivazione"}
    assert missing(found)["dati_generali"] == {"numero_massimo"}
    assert {"difficolta", "comunicazione"} < missing(found)["allegati"]
    contract["difficolta_finanziarie"] = {"allegato": True}
    assert "difficolta" not in missing(told(body))["allegati"]
    contract["difficolta_finanziarie"]["allegato"] = False  # it must be sent
    assert "difficolta" in missing(told(body))["allegati"]


def faults(body: Any) -> set[str]:
    with pytest.raises(DatiIlleggibili) as error:
        leggi_carte(body)
    return {one.percorso for one in error.value.errori}


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ([], {""}),
        ({}, {"/documenti"}),
        ({"documenti": []}, {"/documenti"}),
        ({"documenti": ALL["documenti"] * 17}, {"/documenti"}),  # 51
        ({**ALL, "altro": 1}, {"/altro"}),
        ({"documenti": ["accordo"]}, {"/documenti/0"}),
        ({"documenti": [{"modello": "boh", "x": 1}]}, {f"/documenti/0/{name}" for name in ("modello", "x", "dati")}),
        ({"documenti": [{"modello": "did", "dati": {}}]}, {"/documenti/0/modello"}),
        ({"documenti": [{"modello": 3, "dati": {}}]}, {"/documenti/0/modello"}),
        (papers("elenco", elenco={"strumento": "FIS"}), {"/documenti/0/modello"}),
        (
            papers("elenco", "accordo", accordo={"periodo": {"dal": "2024"}, "x/y": 1}),
            {"/documenti/1/dati/periodo/dal", "/documenti/1/dati/periodo/al", "/documenti/1/dati/x~1y"},
        ),
    ],
)
def test_papers_that_cannot_be_read_are_told_with_their_place(body: Any, where: set[str]) -> None:
    assert faults(body) == where


def test_a_paper_may_have_a_name_of_whoever_sends_it() -> None:
    body = copy.deepcopy(ALL)
    body["documenti"][0]["nome"] = "il nostro accordo"
    assert told(body) == told(ALL)
    body["documenti"][0]["nome"] = "x" * 201
    assert faults(body) == {"/documenti/0/nome"}


def test_the_workbook_has_a_sheet_for_each_section() -> None:
    body = papers("accordo", "elenco", elenco={"lavoratori": [{**BONETTI, "reparto": "=1+1"}], "luogo": "@Bergamo"})
    body["documenti"][0]["dati"]["numero_massimo_dipendenti"] = 4
    made = foglio(domanda(leggi_carte(body)))
    assert made == foglio(domanda(leggi_carte(copy.deepcopy(body))))
    book = load_workbook(BytesIO(made))
    assert book.sheetnames == [
        *("Documento", "Dati generali", "Dati azienda", "Unità", "Organico", "Organico, altri dati", "Lavoratori"),
        *("Scheda", "Allegati", "Conferma", "Dati che mancano", "Contrasti"),
    ]
    general = {row[0].value: row for row in book["Dati generali"].iter_rows(min_row=2)}
    start = general["Inizio del trattamento"]
    assert [one.value for one in start[1:]] == [datetime(2024, 7, 1), "n. 2", "/periodo/dal"]  # noqa: DTZ001
    assert general["Pagamento diretto dell’INPS"][1].value == "no"
    assert general["Causale"][1].value == "riorganizzazione aziendale"
    [head, row] = book["Lavoratori"].iter_rows(values_only=True)
    one = dict(zip(head, row, strict=True))
    assert (one["N."], one["Livello"], one["Ore di contratto"], one["Reparto"]) == (1, "3", 40, "=1+1")
    assert all(cell.data_type != "f" for sheet in book.worksheets for line in sheet for cell in line)
    lacking = [row[1] for row in book["Dati che mancano"].iter_rows(min_row=2, values_only=True)]
    assert lacking == ["Referente della domanda", "Comunicazione ai sindacati"]
    disagree = [row[4:6] for row in book["Contrasti"].iter_rows(min_row=2, values_only=True)]
    assert disagree == [(4, "no"), (3, "sì")]


def test_many_workers_with_one_code_take_no_longer_than_with_their_own() -> None:
    # each row takes one object of each paper, found without looking at those that are taken
    many = [BONETTI] * 3000
    found = told(papers("accordo", "elenco", accordo={"lavoratori": many}, elenco={"lavoratori": many}))
    assert len(section(found, "lavoratori")["righe"]) == 3000
    assert found["contrasti"] == []


def test_by_http_both_formats_and_the_faults(client: FlaskClient) -> None:
    path = f"{BASE}/domanda-cigs"
    answer = client.post(path, json=ALL)
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    assert answer.json == json.loads(json.dumps(told(ALL)))
    by_query = client.post(f"{path}?formato=xlsx", json=ALL)
    assert by_query.data == foglio(domanda(leggi_carte(ALL)))
    assert 'filename="domanda-cigs-2024-06-10.xlsx"' in by_query.headers["Content-Disposition"]
    assert client.post(path, json=ALL, headers={"Accept": by_query.mimetype}).data == by_query.data
    assert client.post(path, json=ALL, headers={"Accept": "application/pdf"}).status_code == 406
    assert client.post(f"{path}?formato=pdf", json=ALL).status_code == 422
    assert client.post(path, data="<a/>", content_type="application/xml").status_code == 415
    assert client.post(path, data="{", content_type="application/json").status_code == 400
    bad = client.post(path, json=papers("elenco", elenco={"data": "ieri"}))
    assert (bad.status_code, bad.mimetype) == (422, "application/problem+json")
    assert [one["percorso"] for one in bad.json["errori"]] == ["/documenti/0/dati/data"]
    assert bad.json["errori"][0]["messaggio"].startswith("Documenti, n. 1, Data: ")


def test_the_answer_is_as_the_contract_tells(client: FlaskClient) -> None:
    spec = client.get(f"{BASE}/openapi.json").json
    told_of = spec["paths"]["/domanda-cigs"]["post"]
    body = told_of["requestBody"]["content"]["application/json"]
    answer = told_of["responses"]["200"]["content"]["application/json"]
    assert spec["components"]["schemas"]["CarteDellaProcedura"]["properties"]["documenti"]["maxItems"] == MASSIME
    firm = {**FIRM, "unita_coinvolte": UNITS}
    other = papers("accordo", "elenco", accordo={"datore_lavoro": firm, "numero_massimo_dipendenti": 2})
    for sent in (ALL, other, body["example"]):
        found = client.post(f"{BASE}/domanda-cigs", json=sent).json
        for schema, value in ((body["schema"], sent), (answer["schema"], found)):
            jsonschema.validate(value, {**schema, "components": spec["components"]})


def test_nobody_is_named_outside_the_answer(client: FlaskClient, capfd: Any) -> None:
    broken = papers("elenco", elenco={"lavoratori": [{**BONETTI, "codice_fiscale": "BNTCRL71C54A794X"}]})
    seen = []
    for body in (ALL, broken):
        for query in ("", "?formato=xlsx"):
            answer = client.post(f"{BASE}/domanda-cigs{query}", json=body)
            seen.append(str(answer.headers) + (answer.text if answer.status_code == 422 else ""))
    seen += capfd.readouterr()
    names = {"Bonetti", "Carla", "Ferri", "BNTCRL71C54A794Q", "BNTCRL71C54A794X", "Lambrana", "Ricci"}
    assert not [name for name in names for one in seen if name.casefold() in one.casefold()]


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Return a file for each paper."""
    names = []
    for place, one in enumerate(ALL["documenti"]):
        names.append(str(tmp_path / f"{place}.json"))
        Path(names[-1]).write_text(json.dumps(one))
    return names


def test_by_command_for_a_person_and_for_a_program(files: list[str], tmp_path: Path, capsys: Any) -> None:
    assert main(["domanda-cigs", *files]) == CONFORME
    said = capsys.readouterr().out
    assert "MANCA Referente della domanda: " in said
    assert "Lavoratori: 0 dati, 3 righe" in said
    assert main(["domanda-cigs", *files, "--formato", "json"]) == CONFORME
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(told(ALL)))
    for kind in ("json", "xlsx"):
        assert main(["domanda-cigs", *files, "-o", str(tmp_path / f"made.{kind}")]) == CONFORME
    assert json.loads((tmp_path / "made.json").read_text()) == json.loads(json.dumps(told(ALL)))
    assert (tmp_path / "made.xlsx").read_bytes() == foglio(domanda(leggi_carte(ALL)))
    whole = tmp_path / "all.json"
    whole.write_text(json.dumps(ALL))
    assert main(["domanda-cigs", str(whole), "--formato", "json"]) == CONFORME
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(told(ALL)))


def test_by_command_what_cannot_be_done_is_told(files: list[str], tmp_path: Path, capsys: Any) -> None:
    bare = tmp_path / "bare.json"
    bare.write_text(json.dumps(LIST))
    assert main(["domanda-cigs", str(bare)]) == ILLEGGIBILE
    assert "modello" in capsys.readouterr().err
    assert main(["domanda-cigs", *files, "-o", str(tmp_path / "made.pdf")]) == USO
    assert main(["domanda-cigs", *files, "--formato", "xlsx"]) == USO
    bare.write_text(json.dumps({"modello": "elenco-lavoratori", "dati": {}}))
    assert main(["domanda-cigs", *files, str(bare)]) == ILLEGGIBILE
    assert "/documenti/3/dati/data" in capsys.readouterr().err
