"""The letterhead: what the script builds, in the order that Word's schema wants."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx_tools import ROOT, W, part, rendered, sample
from lxml import etree

from docservice.paths import TEMPLATES
from docservice.render.footer import OF, PAGE

CARTA = TEMPLATES / "carta.docx"
# the order of child elements in WordprocessingML, of those we use
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl pBdr tabs spacing ind jc outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs noProof color spacing sz szCs lang",
    "tblPr": "tblStyle tblW tblBorders tblLayout tblCellMar",
    "tcPr": "tcW shd vAlign",
    "trPr": "cantSplit trHeight tblHeader",
    "style": "name basedOn qFormat pPr rPr tblPr",
    "p": "pPr r",
    "tc": "tcPr p",
    "tbl": "tblPr tblGrid tr",
}


def test_committed_file_is_what_the_script_builds(tmp_path: Path) -> None:
    script = ROOT / "script" / "carta"
    assert os.access(script, os.X_OK)
    subprocess.run([sys.executable, str(script), str(tmp_path / "carta.docx")], check=True)
    same = (tmp_path / "carta.docx").read_bytes() == CARTA.read_bytes()
    assert same, "templates/carta.docx è vecchia: va eseguito .venv/bin/python script/carta"


def test_the_foot_of_a_page_has_the_same_words_everywhere() -> None:
    style = (CARTA.parent / "carta.css").read_text()
    assert f'content: "{PAGE}" counter(page) "{OF}" counter(pages)' in style


@pytest.mark.parametrize("name", ["document", "header1", "footer1", "styles"])
@pytest.mark.parametrize("kind", ["letterhead", "rendered"])
def test_elements_are_in_the_order_of_the_schema(kind: str, name: str) -> None:
    word = CARTA.read_bytes() if kind == "letterhead" else rendered(sample(), bozza=True)
    for element in part(word, f"word/{name}.xml").iter(f"{W}*"):
        tag = etree.QName(element).localname
        if tag in ORDER:
            order = ORDER[tag].split()
            children = [order.index(etree.QName(child).localname) for child in element]
            assert children == sorted(children), etree.tostring(element)


def test_every_style_used_is_defined() -> None:
    word = rendered(sample(), bozza=True)
    defined = {style.get(f"{W}styleId") for style in part(word, "word/styles.xml").iter(f"{W}style")}
    named = {"pStyle", "rStyle", "tblStyle", "basedOn"}
    for name in ("document", "header1", "footer1", "styles"):
        used = {e.get(f"{W}val") for e in part(word, f"word/{name}.xml").iter(*(f"{W}{tag}" for tag in named))}
        assert used <= defined


def test_every_part_is_well_formed_and_related() -> None:
    with ZipFile(BytesIO(rendered(sample()))) as archive:
        names = set(archive.namelist())
        for name in names:
            etree.fromstring(archive.read(name))
        for name in names:
            if name.endswith(".rels"):
                base = Path("/", name).parent.parent
                targets = [relation.get("Target") for relation in etree.fromstring(archive.read(name))]
                assert {os.path.normpath(base / target).lstrip("/") for target in targets} <= names


def test_page_language_and_fonts() -> None:
    section = docx.Document(str(CARTA)).sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    margins = section.left_margin, section.right_margin, section.top_margin, section.bottom_margin
    assert all(round(margin.cm, 2) == 2.5 for margin in margins)
    fonts = {
        font.get(f"{W}name"): font.find(f"{W}altName").get(f"{W}val")
        for font in part(CARTA.read_bytes(), "word/fontTable.xml")
    }
    assert fonts == {
        "Liberation Serif": "Times New Roman",
        "Liberation Sans": "Arial",
        "DejaVu Sans": "Segoe UI Symbol",
    }
    defaults = part(CARTA.read_bytes(), "word/styles.xml").find(f"{W}docDefaults")
    assert defaults.find(f".//{W}lang").get(f"{W}val") == "it-IT"
    assert defaults.find(f".//{W}sz").get(f"{W}val") == "22"
    assert defaults.find(f".//{W}widowControl") is not None


def test_clauses_and_what_is_under_them_are_set_alike() -> None:
    styles = {one.get(f"{W}styleId"): one for one in part(CARTA.read_bytes(), "word/styles.xml").iter(f"{W}style")}
    set_as = {name: styles[name].find(f"{W}pPr/{W}jc").get(f"{W}val") for name in ("CartaClausola", "CartaLettera")}
    assert set_as == {"CartaClausola": "both", "CartaLettera": "both"}
