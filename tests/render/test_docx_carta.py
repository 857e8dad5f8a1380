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
from docx_tools import ROOT, W, part, rendered, runs, sample
from lxml import etree

from docservice.paths import TEMPLATES
from docservice.render.footer import OF, PAGE
from docservice.text.blocks import Document, Table

CARTA = TEMPLATES / "carta.docx"
# the order of child elements in WordprocessingML, those that a document of ours might have
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens spacing ind contextualSpacing mirrorIndents jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike noProof color spacing kern sz szCs u vertAlign lang",
    "sdt": "sdtPr sdtContent",
    "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding text",
    "sdtContent": "r",
    "numPr": "ilvl numId",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "trPr": "cantSplit trHeight tblHeader",
    "style": "name aliases basedOn next link uiPriority qFormat pPr rPr tblPr trPr tcPr tblStylePr",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "p": "pPr r",
    "tc": "tcPr p",
    "tbl": "tblPr tblGrid tr",
    "numbering": "abstractNum num",
    "abstractNum": "nsid multiLevelType lvl",
    "lvl": "start numFmt lvlRestart pStyle suff lvlText lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "settings": "zoom defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps"
    " characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
    "compat": "doNotExpandShiftReturn compatSetting",
}
FORBIDDEN = ("documentProtection", "writeProtection", "readOnlyRecommended", "lock", "permStart", "formProtection")


def test_committed_file_is_what_the_script_builds(tmp_path: Path) -> None:
    script = ROOT / "script" / "carta"
    assert os.access(script, os.X_OK)
    subprocess.run([sys.executable, str(script), str(tmp_path / "carta.docx")], check=True)
    same = (tmp_path / "carta.docx").read_bytes() == CARTA.read_bytes()
    assert same, "templates/carta.docx è vecchia: va eseguito .venv/bin/python script/carta"


def test_the_foot_of_a_page_has_the_same_words_everywhere() -> None:
    style = (CARTA.parent / "carta.css").read_text()
    assert f'content: "{PAGE}" counter(page) "{OF}" counter(pages)' in style


@pytest.mark.parametrize("name", ["document", "header1", "footer1", "styles", "numbering", "settings"])
@pytest.mark.parametrize("kind", ["letterhead", "rendered"])
def test_elements_are_in_the_order_of_the_schema(kind: str, name: str) -> None:
    word = CARTA.read_bytes() if kind == "letterhead" else rendered(sample(), bozza=True)
    for element in part(word, f"word/{name}.xml").iter(f"{W}*"):
        tag = etree.QName(element).localname
        if tag in ORDER:
            order = ORDER[tag].split()
            names = [etree.QName(child).localname for child in element]
            children = [order.index("r" if tag == "p" and child == "sdt" else child) for child in names]
            assert children == sorted(children), etree.tostring(element)


def test_nothing_forbids_comments_and_changes() -> None:
    word = rendered(sample())
    for name in ("document", "styles", "settings", "header1", "footer1"):
        assert not list(part(word, f"word/{name}.xml").iter(*(f"{W}{tag}" for tag in FORBIDDEN)))
    modes = {
        one.get(f"{W}name"): one.get(f"{W}val") for one in part(word, "word/settings.xml").iter(f"{W}compatSetting")
    }
    assert modes["compatibilityMode"] == "15"


def test_running_text_is_hyphenated_and_titles_cells_and_signatures_are_not() -> None:
    settings = part(CARTA.read_bytes(), "word/settings.xml")
    assert settings.find(f"{W}autoHyphenation") is not None
    assert settings.find(f"{W}doNotHyphenateCaps") is not None
    styles = {one.get(f"{W}styleId"): one for one in part(CARTA.read_bytes(), "word/styles.xml").iter(f"{W}style")}
    own = [name for name, style in styles.items() if name.startswith("Carta") and style.get(f"{W}type") == "paragraph"]
    hyphenated = {name for name in own if _found(styles, name, "suppressAutoHyphens") is None}
    texts = {
        "CartaParagrafo",
        "CartaGuida",
        "CartaClausola",
        "CartaLettera",
        "CartaTrattino",
        "CartaVoce",
        "CartaCasella",
    }
    assert hyphenated == texts | {"CartaStacco", "CartaFine"}
    assert {name for name in texts if _found(styles, name, "jc") is not None} == set()


def _found(styles: dict[str, etree._Element], name: str, tag: str) -> etree._Element | None:
    """Return a property of a style, or of those that it is based on."""
    while name in styles:
        found = styles[name].find(f"{W}pPr/{W}{tag}")
        if found is not None:
            return found
        based = styles[name].find(f"{W}basedOn")
        name = "" if based is None else based.get(f"{W}val")
    return None


def test_the_style_of_a_table_says_how_its_header_and_its_sum_look() -> None:
    """Only a sum among other rows has cells with a look of their own."""
    table = Table((runs("Nome"),), tuple((runs(str(n)),) for n in range(4)), frozenset({1, 3}))
    made = part(rendered(Document("t", (table,))), "word/document.xml").find(f".//{W}tbl")
    look = made.find(f"{W}tblPr/{W}tblLook")
    assert (look.get(f"{W}firstRow"), look.get(f"{W}lastRow"), look.get(f"{W}val")) == ("1", "1", "0660")
    assert [row.find(f".//{W}tcPr/{W}shd") is not None for row in made.iter(f"{W}tr")] == [
        False,
        False,
        True,
        False,
        False,
    ]
    [style] = [one for one in part(CARTA.read_bytes(), "word/styles.xml") if one.get(f"{W}styleId") == "CartaTabella"]
    assert [one.get(f"{W}type") for one in style.iter(f"{W}tblStylePr")] == ["firstRow", "lastRow"]


def test_every_style_used_is_defined() -> None:
    word = rendered(sample(), bozza=True)
    defined = {style.get(f"{W}styleId") for style in part(word, "word/styles.xml").iter(f"{W}style")}
    named = {"pStyle", "rStyle", "tblStyle", "basedOn"}
    for name in ("document", "header1", "footer1", "styles", "numbering"):
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
    assert [round(margin.cm, 2) for margin in margins] == [3, 3, 2.5, 2.5]
    fonts = {
        font.get(f"{W}name"): font.find(f"{W}altName").get(f"{W}val")
        for font in part(CARTA.read_bytes(), "word/fontTable.xml")
    }
    assert fonts == {
        "Cambria": "Caladea",
        "Calibri": "Carlito",
        "DejaVu Sans": "Segoe UI Symbol",
    }
    defaults = part(CARTA.read_bytes(), "word/styles.xml").find(f"{W}docDefaults")
    assert defaults.find(f".//{W}lang").get(f"{W}val") == "it-IT"
    assert defaults.find(f".//{W}sz").get(f"{W}val") == "21"
    assert defaults.find(f".//{W}widowControl") is not None
