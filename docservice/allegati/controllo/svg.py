"""A drawing sent by somebody (SVG), written again from nothing: shapes, groups, gradients, and what they may say.

`pulisci(b'<svg viewBox="0 0 2 1"><path d="M0 0h2v1z" onclick="…"/></svg>')` raises `LogoRifiutato`, as whatever could
run, fetch, or grow does; of the rest, what does not draw (notes of the program, names of layers) is left out. What
comes back holds only names and values that are listed here, so that nobody after this reads what was sent.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from docservice.allegati.controllo import peso, valori
from docservice.allegati.controllo.stile import Foglio, FoglioIllegibile, dichiarazioni
from docservice.allegati.controllo.valori import LogoRifiutato

_SVG: Final = "http://www.w3.org/2000/svg"
_DI_SVG: Final[Any] = {None: _SVG}
_XLINK: Final = "{http://www.w3.org/1999/xlink}href"
_DISEGNI: Final = {
    "svg": "viewBox preserveAspectRatio",
    "g": "",
    "defs": "",
    "symbol": "viewBox preserveAspectRatio",
    "path": "d",
    "rect": "x y width height rx ry",
    "circle": "cx cy r",
    "ellipse": "cx cy rx ry",
    "line": "x1 y1 x2 y2",
    "polyline": "points",
    "polygon": "points",
    "use": "x y width height",
    "clipPath": "clipPathUnits",
    "linearGradient": "x1 y1 x2 y2 gradientUnits gradientTransform spreadMethod",
    "radialGradient": "cx cy r fx fy fr gradientUnits gradientTransform spreadMethod",
    "stop": "offset",
}
"""Elements that are kept, and what each may say besides how it looks."""
_RICHIAMANO: Final = frozenset({"use", "linearGradient", "radialGradient"})
"""Those that may refer to another element of the file."""
_MUTI: Final = frozenset({"title", "desc", "metadata", "style"})
"""Elements that draw nothing, left out; what a `style` says is given to each element."""
_NODI: Final = 5000
"""Most elements of a file."""
_FONDO: Final = 40
"""How many elements may be one inside the other."""
_DICHIARAZIONE: Final = re.compile(r"\s*<\?xml[^>]*\?>")
_TIPO: Final = re.compile(r"<!DOCTYPE\s+svg(?:\s+(?:PUBLIC|SYSTEM)(?:\s+(?:\"[^\"<>]*\"|'[^'<>]*'))+)?\s*>")
"""The first line that some programs write: it names a grammar, which nobody fetches, and declares nothing."""
_NOME: Final = re.compile("[A-Za-z]{1,20}")
_SEMPLICE: Final = "va salvato come SVG semplice, fatto di soli tracciati, oppure inviato come PNG"


def pulisci(contenuto: bytes) -> tuple[str, float, float]:
    """Return the drawing written again, with its width and height; raise `LogoRifiutato`."""
    root = _albero(contenuto)
    sheet = _foglio(root)
    names = {str(one.get("id")): f"n{place}" for place, one in enumerate(root.iter(), 1) if one.get("id")}
    drawn = _riscrivi(root, sheet, names, 1)
    if drawn is None:
        raise LogoRifiutato("Il file non comincia come un SVG (svg): va esportato di nuovo.")
    x, y, width, height = valori.riquadro(root)
    drawn.set("viewBox", f"{x:g} {y:g} {width:g} {height:g}")
    peso.controlla(drawn)
    return etree.tostring(drawn, encoding="unicode"), width, height


def _albero(contenuto: bytes) -> etree._Element:
    """Return the elements of a file that declares nothing of its own."""
    try:
        text = contenuto.decode("utf-16" if contenuto.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise LogoRifiutato("L’SVG non è in UTF-8: va esportato di nuovo in UTF-8.")
    text = _TIPO.sub("", _DICHIARAZIONE.sub("", text, count=1), count=1)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise LogoRifiutato(f"L’SVG dichiara entità sue (DOCTYPE, ENTITY), che non si leggono: {_SEMPLICE}.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        raise LogoRifiutato("L’SVG non è scritto bene (XML): va aperto, esportato di nuovo e rinviato.") from None
    if sum(1 for _ in zip(root.iter(), range(_NODI + 1), strict=False)) > _NODI:
        raise LogoRifiutato(f"L’SVG ha più di {_NODI} elementi: va semplificato, oppure inviato come PNG.")
    return root


def _foglio(root: etree._Element) -> Foglio:
    try:
        return Foglio("\n".join("".join(map(str, one.itertext())) for one in root.iter(f"{{{_SVG}}}style", "style")))
    except FoglioIllegibile:
        raise LogoRifiutato(f"Lo stile dentro l’SVG (style) non è fatto di sole classi: {_SEMPLICE}.") from None


def _riscrivi(node: etree._Element, sheet: Foglio, names: dict[str, str], depth: int) -> etree._Element | None:
    """Return an element written again with those inside; None of one that draws nothing."""
    if not isinstance(node.tag, str):
        raise LogoRifiutato(f"L’SVG dichiara entità sue (DOCTYPE, ENTITY), che non si leggono: {_SEMPLICE}.")
    where = etree.QName(node)
    if where.namespace not in (None, _SVG) or where.localname in _MUTI:
        return None
    name = where.localname
    if name not in _DISEGNI:
        raise LogoRifiutato(_perche(name))
    if depth > _FONDO:
        raise LogoRifiutato(f"Nell’SVG ci sono più di {_FONDO} gruppi uno dentro l’altro: va semplificato.")
    made = etree.Element(f"{{{_SVG}}}{name}", nsmap=_DI_SVG)
    for key, value in _detti(node, name, sheet, names):
        made.set(key, value)
    for child in node:
        inner = _riscrivi(child, sheet, names, depth + 1)
        if inner is not None:
            made.append(inner)
    return made


def _detti(node: etree._Element, name: str, sheet: Foglio, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what an element says, as it is written again."""
    sent = {str(key): str(value) for key, value in node.attrib.items()}
    if any(key.lower().startswith("on") for key in sent):
        raise LogoRifiutato(f"L’SVG contiene istruzioni (attributi on…): vanno tolte; {_SEMPLICE}.")
    if own := sent.get("id"):
        yield "id", names[own]
    yield from ((key, valori.misura(key, sent[key])) for key in _DISEGNI[name].split() if key in sent)
    look = {key: value for key, value in sent.items() if key in valori.ASPETTO | valori.MAI}
    look |= sheet.di(name, sent.get("class", ""), own or "") | dichiarazioni(sent.get("style", ""))
    for key, value in look.items():
        if key in valori.MAI and value not in valori.NESSUNO:
            raise LogoRifiutato(f"L’SVG usa effetti ({key}) che non si stampano allo stesso modo ovunque: {_SEMPLICE}.")
        if key in valori.ASPETTO:
            yield key, valori.aspetto(key, value, names)
    reference = sent.get("href", sent.get(_XLINK, ""))
    if reference and not (name in _RICHIAMANO and reference.startswith("#")):
        raise LogoRifiutato(f"L’SVG richiama un altro file o un indirizzo: {_SEMPLICE}.")
    if reference[1:] in names:
        yield "href", f"#{names[reference[1:]]}"


def _perche(name: str) -> str:
    """Return why an element is refused, and what to do."""
    if name in ("text", "tspan", "textPath"):
        return "Nell’SVG ci sono testi, che con altri caratteri cambierebbero: vanno convertiti in tracciati."
    if name == "image":
        return "Nell’SVG c’è un’immagine incorporata: va tolta, oppure il logo va inviato come PNG."
    if name == "script":
        return "L’SVG contiene istruzioni (script): vanno tolte."
    told = f" «{name}»" if _NOME.fullmatch(name) else ""
    return f"Nell’SVG c’è un elemento{told} che non si stampa: {_SEMPLICE}."
