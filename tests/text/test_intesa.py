"""What agreements and records share is printed where it is there, and says nothing that the figures deny."""

from __future__ import annotations

from typing import Any

import pytest
from test_carte import rows, tables
from test_carte import text as told
from testi import detto

from docservice.formati.lettura import leggi
from docservice.modelli.catalogo import modello
from docservice.service import Atto, esempio
from docservice.text.blocks import Document, Signatures

CONTRACT, RECORD = "accordo-cds", "esame-congiunto-cigo"
PROGRAMME = ("accordo-cigs", "esame-congiunto-cigs")


def document(slug: str, **changes: Any) -> Document:
    """Compose an example with something changed; what is None is left out."""
    tipo = modello(slug)
    data = {name: value for name, value in (esempio(slug) | changes).items() if value is not None}
    return Atto(tipo, leggi(tipo.schema, data)).documento()


def roles(paper: Document) -> list[str]:
    [parties] = [block for block in paper.blocks if isinstance(block, Signatures)]
    return [detto(one.role) for one in parties.parties]


@pytest.mark.parametrize("slug", [CONTRACT, RECORD, *PROGRAMME])
def test_who_does_not_sign_is_there_without_a_line(slug: str) -> None:
    first, second, *_ = esempio(slug)["organizzazioni_sindacali"]
    paper = document(
        slug,
        organizzazioni_sindacali=[first, second | {"firmataria": False, "dichiarazione": "si rivedano i turni."}],
        rappresentanza_aziendale={"tipo": "RSU", "componenti": ["Ugo Galli"], "firmataria": False},
    )
    printed = told(paper)
    assert (
        f"{second['sigla']}, rappresentata da {second['rappresentante']} (presente, non firma), che dichiara: si"
        in printed
    )
    assert "la RSU, nella persona di Ugo Galli (presente, non firma)" in printed
    assert [role for role in roles(paper) if "sindacale" in role or "RSU" in role] == [
        f"Per l’organizzazione sindacale {first['sigla']}"
    ]


def test_only_who_signs_attests_the_procedure() -> None:
    first, second, _ = esempio(RECORD)["organizzazioni_sindacali"]
    attests = "L’organizzazione sindacale che sottoscrive attesta che la procedura"
    silent = {"organizzazioni_sindacali": [first, second | {"firmataria": False}], "rappresentanza_aziendale": None}
    assert attests in told(document(RECORD, **silent))
    silent["organizzazioni_sindacali"] = [first | {"firmataria": False}]
    assert "attest" not in told(document(RECORD, **silent))


@pytest.mark.parametrize("slug", [CONTRACT, RECORD, *PROGRAMME])
def test_all_that_they_share_is_printed(slug: str) -> None:
    paper = document(
        slug,
        ipotesi={"data": "2022-02-01", "sede": "Associazione Alfa"},
        consultazione_lavoratori={
            "dal": "2022-02-03",
            "al": "2022-02-04",
            "esito": "favorevole",
            "votanti": 20,
            "favorevoli": 15,
        },
        ratifica={"data": "2022-02-08", "sede": "Regione Lombardia"},
        numero_massimo_dettaglio=[
            {"categoria": "operai", "numero": 9, "medio": "6.5", "zero_ore": 1},
            {"categoria": "impiegati", "numero": 1},
            {"unita": "Dalmine", "numero": 10, "medio": "7"},
        ],
        numero_medio="8.5",
        numero_zero_ore=1,
        formazione={
            "prevista": True,
            "quota_ore_percentuale": "20",
            "ore_pro_capite": "40",
            "progetto": {"ente": "Ente Alfa", "durata_ore": "40"},
        },
        politiche_attive={
            "previste": True,
            "soggetto": "gol",
            "cofinanziamento_regionale": True,
            "descrizione": "orientamento.",
        },
        integrazione_aziendale={"importo": "100.00", "periodicita": "mensile", "descrizione": "a chi è sospeso."},
        anticipo_azienda_in_attesa_decreto=True,
        maturazione_ratei="intera",
        verifiche_periodiche_mesi=3,
    )
    printed = told(paper)
    for words in (
        "l 1° febbraio 2022",
        "un’ipotesi di accordo",
        "presso l’Associazione Alfa",
        "con votazione, dal 3 febbraio 2022 al 4 febbraio 2022, con esito favorevole (20 votanti, 15 a favore)",
        "’ipotesi di accordo è stata ratificata l’8 febbraio 2022, presso la Regione Lombardia",
        "i lavoratori interessati saranno in media 8,5.",
        "Sarà sospeso a zero ore 1 lavoratore.",
        "è destinato il 20% delle ore non lavorate, per 40 ore ciascuno. Il progetto formativo è il seguente:",
        "soggetto che la eroga: Ente Alfa",
        "(Garanzia di occupabilità dei lavoratori), cofinanziate dalla Regione: orientamento.",
        "corrisponde a ciascun lavoratore 100,00 euro al mese: a chi è sospeso.",
        "anticipa ai lavoratori l’importo del trattamento anche in attesa dell’autorizzazione",
        "per intero",
        "Le Parti si incontrano ogni 3 mesi",
    ):
        assert words in printed
    kinds, units = (table for table in tables(paper) if "Numero massimo" in [cell[0].text for cell in table.header])
    assert rows(kinds) == [["operai", "9", "6,5", "1"], ["impiegati", "1", "–", "–"], ["Totale", "10", "–", "–"]]
    assert rows(units) == [["Dalmine", "10", "7"], ["Totale", "10", "7"]]


@pytest.mark.parametrize("slug", [CONTRACT, RECORD, *PROGRAMME])
def test_what_is_not_there_says_nothing(slug: str) -> None:
    without = {"programma": None} if slug in PROGRAMME else {}  # its works may be courses
    printed = told(document(slug, ipotesi=None, formazione=None, **without))
    for words in (
        "ipotesi",
        "ratifica",
        "non firma",
        "dichiara:",
        "formazione",
        "politica attiva",
        "A integrazione",
    ):
        assert words not in printed
    denied = told(document(slug, formazione={"prevista": False}, politiche_attive={"previste": False}))
    assert "Non è prevista formazione." in denied
    assert "Non sono previste misure di politica attiva." in denied


@pytest.mark.parametrize(
    ("redundancies", "most", "words"),
    [
        # 188,34 hours cover 4 x 38 = 152, not 5 x 38 = 190
        ({"numero": 4}, False, "per assorbire un esubero di 4 lavoratori."),
        ({"numero": 4}, True, "per assorbire, in tutto o in parte secondo la riduzione effettiva, un esubero di 4"),
        (
            {"numero": 5, "numero_apertura": 6},
            False,
            "per assorbire in parte, quanto alle ore di questo contratto, un esubero di 5",
        ),
        ({"numero": 5, "ripartizione": {"cds": 4, "uscite": 1}}, False, "con uscite dall’Azienda: 1 lavoratore"),
        # the hours cover four, but only three are left to them
        ({"numero": 4, "ripartizione": {"cds": 3, "uscite": 1}}, False, "che assorba in parte l’esubero."),
        ({"numero": 4, "ripartizione": {"uscite": 1}}, True, "per assorbire in parte, quanto alle ore"),
        ({"numero": 4, "ripartizione": {"cds": 4}}, False, "che assorba l’intero esubero."),
    ],
)
def test_the_redundancies_are_those_that_the_hours_cover(redundancies: Any, most: bool, words: str) -> None:  # noqa: FBT001 - a case
    paper = document(CONTRACT, esuberi=esempio(CONTRACT)["esuberi"] | redundancies, riduzione_fino_a=most)
    assert words in told(paper)


def test_figures_that_are_a_most_say_so() -> None:
    paper = document(CONTRACT, riduzione_fino_a=True)
    assert "presta almeno 19,17 ore settimanali (ore mantenute) e per non più di 18,83 ore non presta attività" in told(
        paper
    )
    assert "la riduzione media, calcolata sui giorni dell’intero periodo, non è superiore al 49,56%" in told(paper)
    assert "la riduzione media, non superiore al 49,56%, non supera l’80%" in told(paper)
    [summary] = [table for table in tables(paper) if rows(table)[-1][0] == "Totale"]
    people = next(table for table in tables(paper) if table.bands)
    most = ["Ore mantenute, almeno", "Ore non lavorate, fino a", "Riduzione, fino a"]
    assert [detto(cell) for cell in people.header[5:]] == most
    assert rows(summary)[-1] == ["Totale", "10", "fino a 188,34", "380", "fino a 49,56%"]


def test_no_cap_is_said_to_hold_that_the_hours_pass() -> None:
    # 36 of 40 hours cut are 90%, over the 80% of the average
    group = {"lavoratori": 10, "ore_settimanali": "40", "ore_lavorate_settimanali": "4"}
    printed = told(document(CONTRACT, lavoratori=None, tabella=None, gruppi=[group]))
    assert "è congrua" not in printed
    assert "La riduzione media concordata è del 90%" in printed


def test_groups_whose_hours_change_and_a_list_apart() -> None:
    # 20 hours on 334 days and none on 31: 6.680 / 365 = 18,30 kept, 21,70 cut, 54,25%
    group = {"lavoratori": 10, "ore_settimanali": "40", "ore_lavorate_settimanali": "20"}
    august = {"dal": "2022-08-01", "al": "2022-08-31", "ore_lavorate_settimanali": "0"}
    paper = document(
        CONTRACT,
        lavoratori=None,
        tabella=None,
        gruppi=[group | {"orari": [august]}],
        elenco_allegato={"fogli": 2, "data": "2022-02-14"},
        divieto_straordinario=None,
    )
    assert "l’elenco nominativo allegato, di 2 fogli, del 14 febbraio 2022" in told(paper)
    assert "straordinario" not in told(paper).replace("trattamento straordinario", "")
    _, summary, groups, changing = tables(paper)
    assert rows(summary) == [["10", "216,99", "400", "54,25%"]]
    assert rows(groups) == [["1", "10", "40", "18,3", "21,7", "54,25%"]]
    assert rows(changing) == [["1", "0 ore dal 01/08/2022 al 31/08/2022"], ["1", "20 ore negli altri giorni"]]


def test_a_table_lists_the_hours_that_change() -> None:
    group = {"lavoratori": 1, "ore_settimanali": "40", "ore_lavorate_settimanali": "20"}
    period = {"dal": "2016-06-01", "al": "2017-05-31"}
    part = {"dal": "2016-06-01", "al": "2016-08-12", "ore_lavorate_settimanali": "30"}
    paper = document(
        "tabella-solidarieta",
        regime="dlgs-148",
        periodo=period,
        lavoratori=None,
        tabella=None,
        esuberi=None,
        gruppi=[group | {"orari": [part]}, group | {"orari": [part | period]}],
    )
    # 73 days at 30 and 292 at 20: 22 kept, 18 of 40 cut; 30 kept on every day
    *_, hours, changing = tables(paper)
    assert [row[3:6] for row in rows(hours)] == [["22", "18", "45%"], ["30", "10", "25%"]]
    assert rows(changing) == [
        ["1", "–", "01/06/2016", "12/08/2016", "30"],
        ["1", "–", "altri giorni", "", "20"],
        ["2", "–", "01/06/2016", "31/05/2017", "30"],
    ]


def test_redundancies_not_told_yet_are_a_blank() -> None:
    redundancies = {name: value for name, value in esempio(CONTRACT)["esuberi"].items() if name != "numero"}
    printed = told(document(CONTRACT, esuberi=redundancies))
    assert "per assorbire un esubero di " in printed
    assert "dei lavoratori interessati, che assorba l’esubero." in printed


def test_what_was_asked_was_asked_by_who_was_there() -> None:
    first, second, _ = esempio(CONTRACT)["organizzazioni_sindacali"]
    unions = [first, second | {"firmataria": False}]
    council = {"tipo": "RSU", "componenti": ["Ugo Galli"], "firmataria": False}
    printed = told(document(CONTRACT, organizzazioni_sindacali=unions, rappresentanza_aziendale=council))
    assert "le organizzazioni sindacali presenti e la RSU hanno chiesto nei termini" in printed
    assert "le OO.SS. hanno chiesto" in told(
        document(CONTRACT, organizzazioni_sindacali=[first, second], rappresentanza_aziendale=None)
    )


def test_the_region_signs_what_it_agrees_and_who_is_only_there_does_not() -> None:
    here = {"regioni_presenti": ["Regione Lombardia"], "mimit_presente": True}
    long = {
        "causale": {"tipo": "proroga_22bis"},
        "proroga": {"motivo": "esubero_permanente", "descrizione": "è tanto."},
    }
    paper = document(CONTRACT, **here, **long)
    assert "la Regione Lombardia, presente all’incontro nella persona di " in told(paper)
    assert roles(paper)[0] == "Per la Regione Lombardia, per le azioni concordate"
    assert not [role for role in roles(document(CONTRACT, **here)) if "Regione" in role]
    reason = told(paper).split("Motivo della proroga:")[1]
    assert reason.index("dell’esubero già dichiarato") < reason.index("Precisazioni sul motivo: è tanto.")


def test_the_parties_meet_by_one_clause() -> None:
    printed = told(document(CONTRACT, verifiche_periodiche_mesi=3, verifiche_periodiche="da giugno."))
    assert printed.count("si incontrano ") == 1
    assert "ogni 3 mesi per esaminare l’andamento del mercato" in printed
    assert "Calendario degli incontri: da giugno." in printed


def test_a_sum_added_by_the_firm_asks_of_what_time_it_is() -> None:
    asked = "100,00 euro (importo mensile o complessivo: "
    assert asked in told(document(RECORD, integrazione_aziendale={"importo": "100.00"}))
    assert asked in told(document(RECORD, integrazione_aziendale={"importo": "100.00", "descrizione": "a tutti."}))
    once = {"importo": "100.00", "periodicita": "una_tantum"}
    assert "100,00 euro una tantum." in told(document(RECORD, integrazione_aziendale=once))


def test_a_record_that_the_firm_alone_signs_has_no_parties() -> None:
    [union, *_] = esempio(RECORD)["organizzazioni_sindacali"]
    alone = {"organizzazioni_sindacali": [union | {"firmataria": False}], "rappresentanza_aziendale": None}
    for outcome in ("negativo", "positivo"):
        printed = told(document(RECORD, esito=outcome, verifiche_periodiche_mesi=2, ipotesi={"sede": "Alfa"}, **alone))
        assert "Parti" not in printed
    assert "non è stata raggiunta un’intesa" in told(document(RECORD, esito="negativo"))
