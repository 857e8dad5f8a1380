"""Marks, no-break spaces, articles, genders: what is set by rule around what users write."""

from __future__ import annotations

import pytest

from docservice.campi import fields
from docservice.campi.codici import CodiceFiscale
from docservice.text.articles import articolata
from docservice.text.blocks import Item, Paragraph
from docservice.text.data import Blank, Datum, awaited
from docservice.text.marks import MARKS, without_end
from docservice.text.source import _Reader, parse
from docservice.text.unbroken import hold
from docservice.text.words import genere


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
    ],
)
def test_one_mark_after_what_users_write(text: str, mark: str, left: str) -> None:
    assert without_end(text, mark) == left


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
        ("2 quadri, 12 impiegati e 1 operaio", "2~quadri, 12~impiegati e 1~operaio"),
    ],
)
def test_what_never_stands_on_two_lines(text: str, held: str) -> None:
    assert hold(text).replace("\xa0", "~") == held


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


def test_blanks_are_as_long_as_what_they_await() -> None:
    lengths = [
        awaited(field)
        for field in (fields.Decimale(), CodiceFiscale(), fields.Giorno(), fields.Testo(), fields.Testo(2), None)
    ]
    assert lengths == [8, 20, 18, 28, 3, 0]


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
