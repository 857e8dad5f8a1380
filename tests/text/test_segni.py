"""Marks, no-break spaces, articles, genders: what is set by rule around what users write."""

from __future__ import annotations

import re

import pytest

from docservice.campi import fields
from docservice.campi.codici import CodiceFiscale
from docservice.law.generale.regioni import province
from docservice.text.articles import articolata
from docservice.text.blocks import About, Item, Paragraph, Run, Signature, Signatures
from docservice.text.data import Blank, Datum, awaited
from docservice.text.marks import MARKS, without_end
from docservice.text.skeleton import Skeleton
from docservice.text.source import _read, _Reader, parse
from docservice.text.unbroken import hold
from docservice.text.words import di_provincia, genere


@pytest.mark.parametrize(
    ("text", "mark", "left"),
    [
        ("Ferie già godute.", ";", "Ferie già godute"),
        ("Ferie già godute;", ".", "Ferie già godute"),
        ("Ferie già godute,", ".", "Ferie già godute"),
        ("Alfa S.p.A.", ";", "Alfa S.p.A."),
        ("Alfa S.p.A.", ".", "Alfa S.p.A"),  # the stop of the sentence is that of the name
        ("Rossi & C.", ";", "Rossi & C."),
        ("Alfa S.p.A.", ",", "Alfa S.p.A."),
        ("carta, penna, ecc.", ";", "carta, penna, ecc."),
        ("un calo del 5%.", ";", "un calo del 5%"),
        ("fino al 5 dicembre 2021.", ";", "fino al 5 dicembre 2021"),
        ("con i nomi e le ore.", ";", "con i nomi e le ore"),
        ("di nuovo?", ".", "di nuovo?"),
        ("e così via...", ".", "e così via..."),
        (".", ".", "."),
        ("Segue:", ".", "Segue"),
        ("Ferie già godute.;", ".", "Ferie già godute"),
        ("scrive: «non ordineremo più.»", ".", "scrive: «non ordineremo più»"),
        ("la nota “come sopra;”", ";", "la nota “come sopra”"),
        ("la «Alfa S.p.A.»", ".", "la «Alfa S.p.A.»"),
        ("«e altro...»", ".", "«e altro...»"),
        ("Bergamo.", ",", "Bergamo"),
        ("Artigiani Ass.", ",", "Artigiani Ass."),
    ],
)
def test_one_mark_after_what_users_write(text: str, mark: str, left: str) -> None:
    assert without_end(text, mark) == left


@pytest.mark.parametrize(
    ("source", "value", "printed"),
    [
        ('<clause>Resta <v n="0"/></clause>', "chi paga?", "Resta chi paga?"),
        ('<clause>Resta <v n="0"/>. Poi si vede.</clause>', "altro…", "Resta altro… Poi si vede."),
        ('<p>Resta <v n="0"/></p>', "altro...", "Resta altro..."),
        ('<p>Resta <v n="0"/></p>', "altro….", "Resta altro…"),
        ('<dash><v n="0"/></dash><dash>due</dash>', "altro…", "altro…;"),
        ('<p>Resta «<v n="0"/>».</p>', "chi paga?", "Resta «chi paga?»."),
        ('<p>Opera (<v n="0"/>) a Lodi.</p>', "componenti metallici.", "Opera (componenti metallici) a Lodi."),
        ('<p>Opera <v n="0"/> a Lodi.</p>', "in officina;", "Opera in officina a Lodi."),
        ('<p>Opera <v n="0"/> a Lodi.</p>', "con Alfa S.p.A.", "Opera con Alfa S.p.A. a Lodi."),
    ],
)
def test_the_text_goes_on_after_what_users_write(source: str, value: str, printed: str) -> None:
    blocks = list(_Reader().blocks(parse(f"<document>{source}</document>")))
    made = Skeleton("", blocks).fill([Run(value, "/x")])
    first = made.blocks[0]
    assert isinstance(first, Paragraph | Item)
    assert "".join(run.text for run in first.runs) == printed
    alone = value.endswith(("?", "altro…", "...", "….")) and not printed.endswith((";", "»."))
    assert (made.skeleton is None) is alone  # its words are not those of the others


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("ai sensi dell’art. 21, comma 5, lettera c)", "ai sensi dell’art.~21, comma~5, lettera~c)"),
        ("dal 1° gennaio 2016 – per 7 giorni", "dal 1°~gennaio~2016~– per 7~giorni"),
        ("la legge 23 luglio 1991, n. 223", "la legge~23~luglio~1991, n.~223"),
        ("il D.Lgs. 148/2015 e il sig. Rossi", "il D.Lgs.~148/2015 e il sig.~Rossi"),
        ("del D.Lgs. n. 148/2015 e della legge n. 223/1991", "del D.Lgs.~n.~148/2015 e della legge~n.~223/1991"),
        ("nell’articolo che segue", "nell’articolo che segue"),
        ("5 orecchini", "5 orecchini"),
        ("telefono 035 000000, fax 035 000001", "telefono~035 000000, fax~035 000001"),
        ("al CAP 24122 o al cell. 333", "al CAP~24122 o al cell.~333"),
        ("un fax ricevuto", "un fax ricevuto"),
        ("2 quadri, 12 impiegati e 1 operaio", "2~quadri, 12~impiegati e 1~operaio"),
    ],
)
def test_what_never_stands_on_two_lines(text: str, held: str) -> None:
    assert hold(text).replace("\xa0", "~") == held


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("035 000000", "035~000000"),
        ("+39 035 00 00 00", "+39~035~00~00~00"),
        ("035 / 000000", "035~/~000000"),
        ("(035) 000 000", "(035)~000~000"),
        ("2 3", "2 3"),
        ("24122 Bergamo", "24122 Bergamo"),
        ("12 quadri e 3 operai", "12 quadri e 3 operai"),
        ("fermo dal 23 giugno 2023 al 6 settembre", "fermo dal 23~giugno~2023 al 6~settembre"),
        ("il 1° ottobre, con la nota n. 118/2023", "il 1°~ottobre, con la nota n.~118/2023"),
        ("il sen. 4 e la n. quattro", "il sen. 4 e la n. quattro"),
        ("le 12 settimane dell’art. 5", "le 12 settimane dell’art. 5"),
    ],
)
def test_days_numbers_and_telephones_of_users_stand_on_a_line(typed: str, printed: str) -> None:
    assert Datum(typed, "/telefono").text.replace("\xa0", "~") == printed


def test_the_capital_that_users_write_is_theirs() -> None:
    source = '<document><p><b>Turni:</b> <v n="0"/></p><p>Turni: <v n="1"/>. <v n="2"/></p></document>'
    values = [Run("I turni ruotano", "/0"), Run("Il 3 maggio", "/1"), Run("i turni ruotano", "/2")]
    blocks = _read("Prova", source, len(values), None).fill([*values, *[Run("")] * 3]).blocks
    told = ["".join(run.text for run in block.runs) for block in blocks if isinstance(block, Paragraph)]
    assert told == ["Turni: I turni ruotano.", "Turni: Il 3 maggio. i turni ruotano."]


def test_what_is_beside_a_value() -> None:
    assert hold("ai sensi dell’art. ", before_value=True) == "ai sensi dell’art.\xa0"
    assert hold(" ore, ", after_value=True) == "\xa0ore, "
    assert hold(" ore, ") == " ore, "


@pytest.mark.parametrize(
    ("preposition", "name", "told"),
    [
        ("di", "Regione Lombardia", "della "),
        ("in", "Ministero del lavoro", "nel "),
        ("di", "Associazione Artigiani", "dell’"),
        ("a", "Ispettorato territoriale", "all’"),
        ("da", "Studio Neri", "dallo "),
        ("", "Ufficio vertenze", "l’"),
        ("", "Provincia di Lodi", "la "),
        ("di", "Confindustria Lecco", "di "),
        ("", "Confindustria Lecco", ""),
        ("di", "RSU di stabilimento", "della "),
        ("su", "INPS", "sull’"),
        ("di", "ARIFL", "dell’"),
        ("di", "UIL di Lodi", "della "),
        ("di", "Sindaco di Salerno", "del "),
        ("da", "UFFICI della Provincia", "dagli "),
        ("in", "Uffici", "negli "),
        ("a", "Sindacati riuniti", "ai "),
        ("su", "Studi Riuniti", "sugli "),
        ("di", "Associazioni artigiane", "delle "),
        ("", "Organizzazioni sindacali", "le "),
        ("di", "Ass. Industriali", "dell’"),
        ("di", "Prov. di Lodi", "della "),
        ("di", "«Unione Artigiani»", "dell’"),
        ("di", "Provinciali riuniti", "di "),
        ("di", "Assolombarda", "di "),
        ("di", "La Rosa S.r.l.", "di "),
        ("di", "24 Ore Servizi", "di "),
    ],
)
def test_articles(preposition: str, name: str, told: str) -> None:
    assert articolata(preposition, name) == told


def test_the_sex_that_a_code_tells() -> None:
    words = ("nato", "nata", "nato/a")
    assert genere(Datum("BNTCRL71C54A794Q", None), *words) == "nata"
    assert genere(Datum("RSSMRA80A01H501U", None), *words) == "nato"
    assert genere(Datum("12345678903", None), *words) == "nato/a"
    assert genere(Blank("/x"), *words) == "nato/a"


def test_a_province_is_named_as_a_body() -> None:
    told = {sigla: di_provincia(Datum(sigla, "/p")) for sigla in ("BG", "AQ", "NO", "ZZ")}
    assert {one.text for one in told.values()} == {"di Bergamo", "dell’Aquila", "di Novara", "(ZZ)"}
    assert {one.pointer for one in told.values()} == {"/p"}
    assert di_provincia(Blank("/p")) == Blank("/p")
    table = {sigla: one.nome for sigla, one in province().items()}
    assert len(table) == 107 + len(["CI", "OG", "OT", "VS"])  # of today, and those that were
    assert len(set(table.values())) == len(table)
    assert {"MB", "FM", "BT", "SU", "CI", "OG", "OT", "VS"} < set(table)
    assert all(re.fullmatch(r"(autonoma )?(di |del |della |dell’)[A-Z].+", name) for name in table.values())


def test_blanks_are_as_long_as_what_they_await() -> None:
    lengths = [
        awaited(field)
        for field in (fields.Decimale(), CodiceFiscale(), fields.Giorno(), fields.Testo(), fields.Testo(2), None)
    ]
    assert lengths == [8, 18, 18, 28, 3, 0]


@pytest.mark.parametrize(
    ("source", "ends"),
    [
        ('<dash><v n="0"/></dash><dash>uno</dash><dash>due.</dash>', [";", ";", "."]),
        ('<letter>uno</letter><letter><v n="0"/></letter><p>dopo</p>', [";", ".", ""]),
        ('<clause>Resta <v n="0"/></clause><p kind="subject"><v n="0"/></p>', [".", ""]),
        ('<tick on="si">anticipato</tick><p>Segue:</p>', ["", ":"]),
    ],
)
def test_items_and_sentences_end_by_rule(source: str, ends: list[str]) -> None:
    blocks = list(_Reader().blocks(parse(f"<document>{source}</document>")))
    found = [block.runs[-1].text[-1:] for block in blocks if isinstance(block, Paragraph | Item)]
    assert [mark if mark in MARKS else "" for mark in found] == ends


@pytest.mark.parametrize(
    ("sides", "rows"),
    [
        (["firm", "workers", "workers"], [("0", "1"), (None, "2")]),
        (["workers", "authority", "firm"], [("1", None), ("2", "0")]),
        (["", ""], [(None, "0"), (None, "1")]),
        (["workers"] * 7, [("0", "1"), ("2", "3"), ("4", "5"), ("6", None)]),
        (["firm", *["workers"] * 6], [("0", "1"), *((None, str(n)) for n in range(2, 7))]),
    ],
)
def test_who_signs_beside_whom(sides: list[str], rows: list[tuple[str | None, str | None]]) -> None:
    parties = tuple(Signature((Run(str(n)),), (), side) for n, side in enumerate(sides))
    found = [tuple(one and one.role[0].text for one in pair) for pair in Signatures(parties).rows]
    assert found == rows


def test_a_long_name_leaves_the_head_short() -> None:
    assert About((Run("Rossi " * 20),), (Run("8\xa0giugno\xa02009"),)).told == (
        f"{('Rossi ' * 20)[:70].rstrip()}…",
        "8\xa0giugno\xa02009",
    )
