"""The Word styles, lists, fonts, settings and draft mark of the letterhead, as XML.

Lengths in twips (1/20 pt), sizes in half points.
"""

from docx.oxml.ns import nsdecls

from docservice.render.columns import TEXT_WIDTH
from docservice.render.word.numbering import AGAIN

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SERIF, SANS, SIGNS = "Cambria", "Calibri", "DejaVu Sans"
FONTS = ((SERIF, "Caladea", "roman"), (SANS, "Carlito", "swiss"), (SIGNS, "Segoe UI Symbol", "swiss"))
GREY = '<w:color w:val="595959"/>'
SETTINGS = f"""{HEAD}<w:settings {nsdecls("w")}><w:zoom w:percent="100"/><w:defaultTabStop w:val="510"/>
<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="357"/><w:doNotHyphenateCaps/>
<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
<w:themeFontLang w:val="it-IT"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>"""
PROGRAM = f"""{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">
<Application>docservice</Application></Properties>"""
VML = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word"'
)
# "BOZZA" along the rising diagonal of the page, behind the text: shape type 136 is a line of text made to fit a box.
WATERMARK = f"""<w:r><w:rPr><w:noProof/></w:rPr><w:pict>
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>
<v:f eqn="if @0 @4 21600"/></v:formulas><v:path textpathok="t" o:connecttype="rect"/>
<v:textpath on="t" fitshape="t"/><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>
<v:shape id="Bozza" o:spid="_x0000_s2049" type="#_x0000_t136" alt="Bozza" o:allowincell="f" fillcolor="#ececec"
 stroked="f" style="position:absolute;margin-left:0;margin-top:0;width:430pt;height:120pt;rotation:315;\
z-index:-251658752;\
mso-position-horizontal:center;mso-position-horizontal-relative:margin;\
mso-position-vertical:center;mso-position-vertical-relative:margin">
<v:textpath style="font-family:&quot;{SANS}&quot;;font-size:1pt;font-weight:bold" string="BOZZA"/>
<w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict></w:r>"""

SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>'
CENTRED = '<w:jc w:val="center"/>'
STAYS = "<w:keepNext/><w:keepLines/>"
INK = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="000000"/></w:pBdr>'
SUBTLE = '<w:pBdr><w:{0} w:val="single" w:sz="4" w:space="4" w:color="7F7F7F"/></w:pBdr>'


def space(before: int, after: int, line: str = "") -> str:
    """Return the space before and after a paragraph; `line` holds more attributes."""
    return f'<w:spacing w:before="{before}" w:after="{after}"{line}/>'


def font(name: str) -> str:
    """Return the font of all scripts."""
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def size(half_points: int) -> str:
    """Return the size of the letters."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def outline(level: int) -> str:
    """Return the level in the navigation pane, from 0."""
    return f'<w:outlineLvl w:val="{level}"/>'


BOLD = "<w:b/><w:bCs/>"
BODY = space(0, 100)
WHOLE = "<w:suppressAutoHyphens/>"
LISTED = '<w:numPr><w:ilvl w:val="{1}"/><w:numId w:val="{0}"/></w:numPr>'
HANGING = '<w:ind w:left="{0}" w:hanging="{1}"/>'
HUNG = '<w:tabs><w:tab w:val="left" w:pos="{0}"/></w:tabs>{2}' + HANGING
UNDER = space(0, 60)
FIRST, SECOND = (510, 510), (964, 454)  # how far items hang, and by how much, at the two levels
RIGHT_TAB = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
HALF = TEXT_WIDTH // 2
THREE_TABS = RIGHT_TAB.replace("<w:tab ", f'<w:tab w:val="center" w:pos="{HALF}"/><w:tab ', 1)
APART = space(0, 160) + "{0}<w:contextualSpacing/>"
PROPORTIONAL = ' w:line="259" w:lineRule="auto"'
EXACT = ' w:line="{0}" w:lineRule="exact"'

# identifier, name, based on, paragraph properties, character properties
PARAGRAPHS = (
    ("Title", "Title", "Normal", WHOLE, ""),
    ("Subtitle", "Subtitle", "Normal", WHOLE, ""),
    ("Heading1", "heading 1", "Normal", STAYS + WHOLE + outline(0), ""),
    ("Heading2", "heading 2", "Normal", STAYS + WHOLE + outline(1), ""),
    ("BodyText", "Body Text", "Normal", "", ""),
    ("Header", "header", "Normal", WHOLE, ""),
    ("Footer", "footer", "Normal", WHOLE, ""),
    (
        "CartaSovratitolo",
        "Carta Sovratitolo",
        "Subtitle",
        STAYS + space(0, 80) + CENTRED,
        font(SANS) + GREY + '<w:spacing w:val="12"/>' + size(19),
    ),
    ("CartaTitolo", "Carta Titolo", "Heading1", space(0, 120) + CENTRED, font(SANS) + BOLD + size(30)),
    ("CartaSottotitolo", "Carta Sottotitolo", "Subtitle", STAYS + space(0, 280) + CENTRED, ""),
    ("CartaCapo", "Carta Capo", "Heading2", space(280, 100), font(SANS) + BOLD),
    ("CartaAllegato", "Carta Allegato", "CartaCapo", "<w:pageBreakBefore/>", ""),
    ("CartaParagrafo", "Carta Paragrafo", "BodyText", BODY, ""),
    ("CartaGuida", "Carta Guida", "CartaParagrafo", "<w:keepNext/>", ""),
    ("CartaClausola", "Carta Clausola", "BodyText", LISTED.format(1, 0) + BODY, ""),
    ("CartaLettera", "Carta Lettera", "BodyText", LISTED.format(1, 1) + UNDER, ""),
    ("CartaTrattino", "Carta Trattino", "BodyText", LISTED.format(2, 0) + UNDER, ""),
    ("CartaMittente", "Carta Mittente", "BodyText", WHOLE + APART.format(""), ""),
    ("CartaLuogo", "Carta Luogo e data", "BodyText", WHOLE + APART.format(""), ""),
    ("CartaRiferimento", "Carta Riferimento", "BodyText", WHOLE + APART.format(""), size(19)),
    ("CartaDestinatario", "Carta Destinatario", "BodyText", WHOLE + APART.format(f'<w:ind w:left="{HALF}"/>'), ""),
    (
        "CartaOggetto",
        "Carta Oggetto",
        "BodyText",
        "<w:keepNext/>" + WHOLE + space(200, 200) + HANGING.format(1020, 1020),
        BOLD,
    ),
    ("CartaVoce", "Carta Voce", "BodyText", HUNG.format(*FIRST, BODY), ""),
    ("CartaCasella", "Carta Casella", "BodyText", HUNG.format(*SECOND, UNDER), ""),
    ("CartaTestata", "Carta Testata di tabella", "Normal", STAYS + WHOLE + space(30, 30), font(SANS) + BOLD + size(17)),
    ("CartaCella", "Carta Cella di tabella", "Normal", WHOLE + space(20, 20), font(SANS) + size(18)),
    ("CartaTotale", "Carta Totale di tabella", "CartaCella", "", BOLD),
    ("CartaBanda", "Carta Banda di tabella", "CartaCella", "<w:keepNext/>", font(SANS) + BOLD + size(18)),
    ("CartaTestataFitta", "Carta Testata di tabella fitta", "CartaTestata", "", size(15)),
    ("CartaCellaFitta", "Carta Cella di tabella fitta", "CartaCella", "", size(16)),
    ("CartaTotaleFitta", "Carta Totale di tabella fitta", "CartaTotale", "", size(16)),
    ("CartaBandaFitta", "Carta Banda di tabella fitta", "CartaBanda", "", size(15)),
    ("CartaStacco", "Carta Stacco", "Normal", space(0, 0, EXACT.format(200)), size(2)),
    ("CartaFine", "Carta Fine", "Normal", space(0, 0, EXACT.format(20)), size(2)),
    (
        "CartaFirmaRuolo",
        "Carta Firma ruolo",
        "Normal",
        "<w:keepLines/>" + WHOLE + space(120, 0),
        font(SANS) + BOLD + size(18),
    ),
    ("CartaFirmaNome", "Carta Firma nome", "Normal", "<w:keepLines/>" + WHOLE + space(20, 0), ""),
    # the ink line is the paragraph's, not the cell's: LibreOffice repeats a cell's line at the head of the next page
    ("CartaFirmaRiga", "Carta Firma riga", "Normal", INK + WHOLE + space(440, 20), ""),
    ("CartaTestatina", "Carta Testatina", "Header", SUBTLE.format("bottom") + RIGHT_TAB, font(SANS) + GREY + size(16)),
    ("CartaPiede", "Carta Piede", "Footer", THREE_TABS, font(SANS) + GREY + size(16)),
)
CHARACTERS = (("CartaVuoto", "Carta Spazio da riempire", ""), ("CartaSegno", "Carta Segno", font(SIGNS)))
MARGINS = '<w:tblCellMar><w:left w:w="{0}" w:type="dxa"/><w:right w:w="{0}" w:type="dxa"/></w:tblCellMar>'
RULES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>' for side in ("top", "bottom", "insideH")
)
LOW = '<w:vAlign w:val="bottom"/>'
CONDITION = '<w:tblStylePr w:type="{0}"><w:tcPr>{1}</w:tcPr></w:tblStylePr>'
# identifier, name, properties, and those of some of its rows
TABLES = (
    (
        "CartaTabella",
        "Carta Tabella",
        f"<w:tblBorders>{RULES}</w:tblBorders>" + MARGINS.format(85),
        CONDITION.format("firstRow", SHADE + LOW) + CONDITION.format("lastRow", SHADE),
    ),
    ("CartaFirme", "Carta Firme", MARGINS.format(0), ""),
)
# format, mark, style, how far it hangs; the last list is of letters with no clause above
LEVELS = (
    (("decimal", "%1.", "CartaClausola", *FIRST), ("lowerLetter", "%2)", "CartaLettera", *SECOND)),
    (("bullet", "–", "CartaTrattino", *SECOND),),
    (("lowerLetter", "%1)", "", *SECOND),),
)


def numbering() -> str:
    """Return word/numbering.xml: clauses with their letters, dashes, and letters that begin again."""
    kinds = [
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="0D0C5E0{number}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{"".join(level(*one) for one in enumerate(levels))}</w:abstractNum>'
        for number, levels in enumerate(LEVELS)
    ]
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = [
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{more}</w:num>'
        for number, kind, more in ((1, 0, ""), (2, 1, ""), (AGAIN, 2, again))
    ]
    return f"{HEAD}<w:numbering {nsdecls('w')}>{''.join(kinds)}{''.join(lists)}</w:numbering>"


def level(number: int, told: tuple[str, str, str, int, int]) -> str:
    """Return a level of a list: what Word counts, and how far from the margin."""
    kind, mark, style, *hang = told
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}'
        f'<w:suff w:val="tab"/><w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{HUNG.format(*hang, '')}</w:pPr></w:lvl>"
    )


def styles() -> str:
    """Return word/styles.xml: the few built-in styles we stand on, and our own."""
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{font(SERIF)}{size(21)}"
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
        f"<w:tblPr>{table}</w:tblPr>{rows}</w:style>"
        for key, name, table, rows in TABLES
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


def run(text: str, properties: str = "") -> str:
    """Return a run of `text`, its spaces kept."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str) -> str:
    """Return a field that the word processor computes."""
    parts = ("begin", f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>'), ("separate", "<w:t>1</w:t>")
    runs = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r><w:r>{content}</w:r>' for kind, content in parts)
    return runs + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
