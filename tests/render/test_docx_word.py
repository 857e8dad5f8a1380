"""What makes a DOCX Word's own: marks that Word counts, data in content controls."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx_numbers import marks
from docx_slow import canonical
from docx_tools import CREATED, DATA, W, convert, convert_each, part, rendered, runs, sample, text_in
from papers import reso
from stadi import un_terzo

from docservice.modelli.catalogo import catalogo
from docservice.render.docx import write
from docservice.render.word.control import kind, tag, title
from docservice.text.blocks import Block, Document, Heading, Item, Paragraph, Run, Signature, Signatures, Table
from docservice.text.skeleton import Skeleton

LEVELS = {1: ("1.", "2.", "3.", "7."), 2: ("a)", "b)", "c)", "–", "☐")}
LONG = "/" + "lavoratori/12/" * 5 + "codice_fiscale"


def listed(*told: str) -> tuple[Block, ...]:
    """Return items from their marks; anything else is a paragraph."""
    level = {mark: level for level, known in LEVELS.items() for mark in known}
    return tuple(
        Item(mark, runs(f"voce{n}"), level[mark]) if mark in level else Paragraph(runs(f"{mark}{n}"))
        for n, mark in enumerate(told)
    )


def counted(made: bytes) -> list[str]:
    body, styles, numbering = (part(made, f"word/{name}.xml") for name in ("document", "styles", "numbering"))
    return list(marks(body, styles, numbering).values())


CASES = [
    "1. a) b) 2. a) – b) 3. a)",
    "a) b) 1. 2. a)",
    "p a) b) p a) b) p a) 1. p 2. a) b) p a) – ☐ b) 3. a) p a)",
    "– – p – 1. – ☐ 2.",
]


@pytest.mark.parametrize(
    ("told", "found"),
    [("Alfa S.p.A.", "dato"), ("una riga\nun’altra", "misto"), ("casella ☐", "misto"), ("", "vuoto")],
)
def test_lines_and_boxes_are_in_no_control_of_plain_text(told: str, found: str) -> None:
    assert kind(Run(told, "/x", blank=not told)) == found


@pytest.mark.parametrize("case", CASES)
def test_word_counts_the_marks(case: str) -> None:
    told = case.split()
    made = rendered(Document("Prova", listed(*told)))
    assert counted(made) == [mark for mark in told if mark not in ("p", "☐")]
    typed = "".join(text.text for text in part(made, "word/document.xml").iter(f"{W}t"))
    assert not re.search(r"\d\.|\w\)|–", typed)


@pytest.mark.lungo
def test_libreoffice_counts_them_too(tmp_path: Path) -> None:
    made = [rendered(Document("Prova", listed(*case.split()))) for case in CASES]
    for case, path in zip(CASES, convert_each(made, tmp_path, "txt:Text (encoded):UTF8"), strict=True):
        lines = [line for line in path.read_text(encoding="utf-8-sig").split("\n") if "voce" in line]
        found = [line.split()[0].replace("•", "–") for line in lines]  # it has one sign for all bullets
        assert found == [mark for mark in case.split() if mark != "p"]


@pytest.mark.parametrize("case", ["7. 1. 2. 2.", "b) 1. b) a)", "1. a) c) b) a)", "☐ 3. ☐"])
def test_a_mark_that_word_would_count_otherwise_is_typed(case: str) -> None:
    told = case.split()
    made = rendered(Document("Prova", listed(*told)))
    assert [line.split("\t")[0] for line in text_in(made)] == told


def test_a_clause_more_renumbers_those_after_it() -> None:
    made = rendered(Document("Prova", listed("1.", "a)", "b)", "2.", "a)")))
    body, styles, numbering = (part(made, f"word/{name}.xml") for name in ("document", "styles", "numbering"))
    first = next(body.iter(f"{W}p"))
    first.addnext(first.__copy__())
    assert list(marks(body, styles, numbering).values()) == ["1.", "2.", "a)", "b)", "3.", "a)"]


@pytest.mark.parametrize("slug", un_terzo(catalogo()))
def test_no_mark_of_a_paper_is_typed_but_boxes(slug: str) -> None:
    body = part(reso(slug, "docx"), "word/document.xml")
    typed = [
        p for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") in ("CartaVoce", "CartaCasella")
    ]
    assert {"".join(next(p.iter(f"{W}t")).itertext()) for p in typed} <= {"☐", "☒"}


def controls(made: bytes) -> list[tuple[str, str, str, bool, bool]]:
    """Return of each control title, tag, text, whether that is only a place to fill, whether it is of one face."""
    return [
        (
            one.find(f"{W}sdtPr/{W}alias").get(f"{W}val"),
            one.find(f"{W}sdtPr/{W}tag").get(f"{W}val"),
            "".join(text.text for text in one.iter(f"{W}t")),
            one.find(f"{W}sdtPr/{W}showingPlcHdr") is not None,
            one.find(f"{W}sdtPr/{W}text") is not None,
        )
        for one in part(made, "word/document.xml").iter(f"{W}sdt")
    ]


DATUM = Run("Łukasz & <Figli>", "/azienda/ragione_sociale", bold=True)
TOLD = [
    ("ragione sociale", "/azienda/ragione_sociale", "Łukasz & <Figli>", False, False),
    ("luogo", "/luogo", "_" * 20, True, True),
    ("da compilare", "", "_" * 72, True, True),
    ("scelta", "/scelta", "☒ sì", False, False),
    ("codice fiscale", tag(LONG), "X", False, True),
]
VALUES = (DATUM, Run("", "/luogo", blank=True), Run("☒ sì", "/scelta"), Run("X", LONG))


def test_each_datum_is_in_a_control_with_its_pointer() -> None:
    datum, place, choice, code = VALUES
    content = (Run("Il "), datum, place, Run("", blank=True, whole=True), choice, code, Run("prestato"))
    assert controls(rendered(Document("t", (Paragraph(content),)))) == TOLD
    alone = (Heading((datum,)), *(Item(mark, (datum,), level) for mark, level in (("1.", 1), ("☐", 2))))
    signed = Signatures((Signature((datum,), (datum,)),))
    assert controls(rendered(Document("t", (*alone, signed)))) == [TOLD[0]] * 5


def test_a_control_comes_and_goes_with_the_datum() -> None:
    """Documents of one skeleton may have other data in the same place, none, or words that the law lends."""
    skeleton = Skeleton("t", [Paragraph((Run("Il "), Run("", slot=0, bold=True), Run("e "), Run("", slot=1)))])
    for values, told in (
        (VALUES[:2], TOLD[:2]),
        (VALUES[2:], [TOLD[3], TOLD[4]]),
        (VALUES[1::-1], [TOLD[1], (*TOLD[0][:4], True)]),  # not bold there
        ((Run(""), Run("prestato")), []),
        ((Run("", "/luogo"), VALUES[3]), [TOLD[4]]),
    ):
        made = write(skeleton.fill(values), data=DATA, created=CREATED)
        assert controls(made) == told
        alone = write(Document("t", skeleton.fill(values).blocks), data=DATA, created=CREATED)
        assert canonical(made) == canonical(alone)


@pytest.mark.parametrize(("rows", "there"), [(12, True), (13, False)])
def test_long_tables_have_no_controls(rows: int, *, there: bool) -> None:
    table = Table(((Run("Anno"), VALUES[1]), runs("Ore")), (((DATUM,), (VALUES[1],)),) * rows)
    cell = ("luogo", "/luogo", "_" * 10, True, True)
    wanted = [cell, *[TOLD[0], cell] * rows]
    assert controls(rendered(Document("t", (table,)))) == (wanted if there else [])


def test_tags_and_titles_are_no_longer_than_word_takes() -> None:
    short = "/lavoratore/codice_fiscale"
    assert (tag(short), title(short)) == (short, "codice fiscale")
    assert len(tag(LONG)) == 64
    assert tag(LONG).endswith(LONG[-55:])
    assert tag(LONG) != tag(LONG.replace("12", "13", 1))
    assert title("/firmatari/0/1") == "firmatari"
    assert title("/" + "x" * 90) == "x" * 64


def test_libreoffice_keeps_the_controls(tmp_path: Path) -> None:
    """It keeps all but their tags; of those in bold the look, and not the name."""
    made = rendered(sample())
    saved = part(convert(made, tmp_path, "docx:MS Word 2007 XML").read_bytes(), "word/document.xml")
    kept = [
        ("".join(text.text for text in one.iter(f"{W}t")), one.find(f"{W}sdtContent/{W}r/{W}rPr/{W}b") is not None)
        for one in saved.iter(f"{W}sdt")
    ]
    assert kept == [(text, name == "data") for name, _, text, _, _ in controls(made)]


def test_two_sign_on_a_row_the_firm_on_the_left() -> None:
    told = (("Autorità", "authority"), ("RSU", "workers"), ("Ditta", "firm"), ("FIM", "workers"), ("Solo", ""))
    parties = tuple(Signature(runs(role), runs(f"nome {role}"), side) for role, side in told)
    body = part(rendered(Document("t", (Signatures(parties),))), "word/document.xml")
    rows = [
        ["".join(text.text for text in cell.iter(f"{W}t")) for cell in row.iter(f"{W}tc")]
        for row in body.iter(f"{W}tr")
    ]
    assert rows == [
        ["Autoritànome Autorità", "", ""],
        ["Dittanome Ditta", "", "RSUnome RSU"],
        ["", "", "FIMnome FIM"],
        ["", "", "Solonome Solo"],
    ]
    heights = {height.get(f"{W}val") for height in body.iter(f"{W}trHeight")}
    assert len(heights) == 1


def test_a_band_spans_the_table_and_stays_with_what_it_names() -> None:
    rows = tuple((runs(f"riga{n}"), runs("1")) for n in range(20))
    named = (Run("Reparto molto lungo di nome, che la prima colonna non terrebbe"),)
    table = Table((runs("Nome"), runs("Ore")), ((named, ()), *rows, (named, ()), *rows), bands=frozenset({0, 21}))
    plain = Table(table.header, rows)
    [made, other] = (part(rendered(Document("t", (one,))), "word/document.xml") for one in (table, plain))
    bands = [row for row in made.iter(f"{W}tr") if row.find(f".//{W}gridSpan") is not None]
    assert [len(row.findall(f"{W}tc")) for row in bands] == [1, 1]
    assert [row.find(f".//{W}keepNext") is not None for row in bands] == [True, True]
    assert [one.get(f"{W}w") for one in made.iter(f"{W}gridCol")] == [
        one.get(f"{W}w") for one in other.iter(f"{W}gridCol")
    ]


@pytest.mark.parametrize(
    ("kind", "style"),
    [
        ("sender", "CartaMittente"),
        ("place", "CartaLuogo"),
        ("reference", "CartaRiferimento"),
        ("addressee", "CartaDestinatario"),
        ("subject", "CartaOggetto"),
    ],
)
def test_the_parts_of_a_letter_have_their_styles(kind: str, style: str) -> None:
    body = part(rendered(Document("t", (Paragraph(runs("x"), kind),))), "word/document.xml")
    assert [one.get(f"{W}val") for one in body.iter(f"{W}pStyle")] == [style]


@pytest.mark.parametrize(("length", "wide"), [(0, 20), (5, 8), (16, 24), (200, 72)])
def test_a_line_to_fill_is_as_long_as_what_it_awaits(length: int, wide: int) -> None:
    made = rendered(Document("t", (Paragraph((Run("", "/x", blank=True, length=length),)),)))
    assert text_in(made) == ["_" * wide]
