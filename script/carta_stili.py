"""The Word styles and fonts of the letterhead, as XML; lengths in twips (1/20 pt), sizes in half points."""

from docx.oxml.ns import nsdecls

from docservice.render.docx_layout import TEXT_WIDTH

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SERIF, SANS, SIGNS = "Liberation Serif", "Liberation Sans", "DejaVu Sans"
FONTS = ((SERIF, "Times New Roman", "roman"), (SANS, "Arial", "swiss"), (SIGNS, "Segoe UI Symbol", "swiss"))
GREY = '<w:color w:val="595959"/>'

CENTRED = '<w:jc w:val="center"/>'
STAYS = "<w:keepNext/><w:keepLines/>"
SUBTLE = '<w:pBdr><w:{0} w:val="single" w:sz="4" w:space="4" w:color="7F7F7F"/></w:pBdr>'


def space(before: int, after: int, line: str = "") -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"{line}/>'


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


BOLD = "<w:b/><w:bCs/>"
BODY = space(0, 120)
CLAUSE = '<w:tabs><w:tab w:val="left" w:pos="{0}"/></w:tabs>' + BODY + '<w:ind w:left="{0}" w:hanging="{1}"/>'
JUST = '<w:jc w:val="both"/>'
RIGHT_TAB = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
PROPORTIONAL = ' w:line="259" w:lineRule="auto"'
EXACT = ' w:line="{0}" w:lineRule="exact"'

# identifier, name, based on, paragraph properties, character properties
PARAGRAPHS = (
    ("Title", "Title", "Normal", "", ""),
    ("Subtitle", "Subtitle", "Normal", "", ""),
    ("Heading1", "heading 1", "Normal", STAYS + outline(0), ""),
    ("Heading2", "heading 2", "Normal", STAYS + outline(1), ""),
    ("BodyText", "Body Text", "Normal", "", ""),
    ("Header", "header", "Normal", "", ""),
    ("Footer", "footer", "Normal", "", ""),
    (
        "CartaSovratitolo",
        "Carta Sovratitolo",
        "Subtitle",
        STAYS + space(0, 80) + CENTRED,
        font(SANS) + GREY + '<w:spacing w:val="12"/>' + size(19),
    ),
    ("CartaTitolo", "Carta Titolo", "Heading1", space(0, 120) + CENTRED, font(SANS) + BOLD + size(30)),
    ("CartaSottotitolo", "Carta Sottotitolo", "Subtitle", STAYS + space(0, 280) + CENTRED, "<w:i/><w:iCs/>"),
    ("CartaCapo", "Carta Capo", "Heading2", space(280, 100), font(SANS) + BOLD),
    ("CartaParagrafo", "Carta Paragrafo", "BodyText", BODY + JUST, ""),
    ("CartaClausola", "Carta Clausola", "BodyText", CLAUSE.format(510, 510) + JUST, ""),
    ("CartaLettera", "Carta Lettera", "BodyText", CLAUSE.format(964, 454) + JUST, ""),
    ("CartaTestata", "Carta Testata di tabella", "Normal", STAYS, font(SANS) + BOLD + size(18)),
    ("CartaCella", "Carta Cella di tabella", "Normal", "", size(20)),
    ("CartaStacco", "Carta Stacco", "Normal", space(0, 0, EXACT.format(200)), size(2)),
    ("CartaFine", "Carta Fine", "Normal", space(0, 0, EXACT.format(20)), size(2)),
    ("CartaFirmaRuolo", "Carta Firma ruolo", "Normal", "<w:keepLines/>" + space(140, 0), ""),
    ("CartaFirmaNome", "Carta Firma nome", "Normal", "<w:keepLines/>", BOLD),
    ("CartaFirmaRiga", "Carta Firma riga", "Normal", "", ""),
    ("CartaTestatina", "Carta Testatina", "Header", SUBTLE.format("bottom") + RIGHT_TAB, font(SANS) + GREY + size(16)),
    ("CartaPiede", "Carta Piede", "Footer", CENTRED, font(SANS) + GREY + size(16)),
)
CHARACTERS = (("CartaVuoto", "Carta Spazio da riempire", GREY), ("CartaSegno", "Carta Segno", font(SIGNS)))
MARGINS = '<w:tblCellMar><w:left w:w="{0}" w:type="dxa"/><w:right w:w="{0}" w:type="dxa"/></w:tblCellMar>'
RULES = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>' for side in ("top", "bottom", "insideH"))
TABLES = (
    ("CartaTabella", "Carta Tabella", f"<w:tblBorders>{RULES}</w:tblBorders>" + MARGINS.format(85)),
    ("CartaFirme", "Carta Firme", MARGINS.format(0)),
)


def styles() -> str:
    """Return word/styles.xml: the few built-in styles we stand on, and our own."""
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{font(SERIF)}{size(22)}"
        '<w:lang w:val="it-IT" w:eastAsia="it-IT" w:bidi="it-IT"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr><w:widowControl/>{space(0, 0, PROPORTIONAL)}</w:pPr></w:pPrDefault>"
        "</w:docDefaults>"
    )
    basic = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
    )
    own = [
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="{base}"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        for key, name, base, paragraph, run in PARAGRAPHS
    ]
    own += [
        f'<w:style w:type="character" w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{run}</w:rPr></w:style>'
        for key, name, run in CHARACTERS
    ]
    own += [
        f'<w:style w:type="table" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr>{table}</w:tblPr></w:style>"
        for key, name, table in TABLES
    ]
    return f"{HEAD}<w:styles {nsdecls('w')}>{defaults}{basic}{''.join(own)}</w:styles>"


def fonts() -> str:
    """Return word/fontTable.xml: each font with the one that stands in for it on machines without it."""
    entries = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:family w:val="{family}"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name, other, family in FONTS
    )
    return f"{HEAD}<w:fonts {nsdecls('w')}>{entries}</w:fonts>"
