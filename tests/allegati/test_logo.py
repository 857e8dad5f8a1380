"""The logo of a letterhead: what is taken, what is refused and why; what was sent never reaches a writer."""

from __future__ import annotations

import pickle
from io import BytesIO

import pytest
from logo_tools import DRAWING, SVG, codificato, png, raw_png, svg
from marshmallow import ValidationError
from PIL import Image

from docservice.allegati import logo
from docservice.allegati.controllo.logo import prepara
from docservice.allegati.controllo.valori import LogoRifiutato
from docservice.allegati.logo import MASSIMO, ContenutoLogo, Immagine
from docservice.allegati.recinto import OltreIlRecinto
from docservice.formati.lettura import canonico

RECT = '<rect width="9" height="9"/>'
GOOD = {
    "trasparente": png(),
    "grigio": png(mode="LA"),
    "tavolozza": png(mode="P"),
    "un bit": png(mode="1"),
    "il più grande": png((4000, 2000), mode="P"),
    "grigio a 16 bit": raw_png((3, 2), 16, 0, b"\x10\x00\x80\x00\xff\xff"),
    "colori a 16 bit": raw_png((1, 2), 16, 2, b"\x10\x00\x80\x00\xff\xff"),
    "trasparente a 16 bit": raw_png((1, 2), 16, 6, b"\x10\x00\x80\x00\xff\xff\x80\x00"),
    "largo dodici volte quanto è alto": png((192, 16)),
    "interlacciato": raw_png((1, 1), 8, 2, b"\x10\x20\x30", interlaced=True),
}
LAUGHS = '<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE svg SYSTEM "x" [<!ENTITY % p SYSTEM "file:///etc/passwd">]>'
CLIPS = "".join(
    f'<clipPath id="c{n}">{f"""<path d="M0 0" clip-path="url(#c{n - 1})"/>""" * 20}</clipPath>' for n in range(1, 9)
)
HTML = '<p xmlns="http://www.w3.org/1999/xhtml">x</p>'
USES = "".join(f'<g id="g{n}">{f"""<use href="#g{n - 1}"/>""" * 10}</g>' for n in range(1, 9))
HOSTILE = {
    "billion laughs": (svg("<title>&b;</title>" + RECT, before=LAUGHS), "DOCTYPE"),
    "entità in un attributo": (svg('<path d="&a;"/>', before='<!DOCTYPE svg [<!ENTITY a "M0 0">]>'), "DOCTYPE"),
    "entità di fuori": (svg(RECT, before=OUTSIDE), "DOCTYPE"),
    "entità ignota": (svg(f"<g>&ignota;{RECT}</g>"), "non è scritto bene"),
    "riquadro enorme": (svg(RECT, 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e300 1e300"'), "troppo grande"),
    "riquadro infinito": (svg(RECT, 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e999 1"'), "troppo grande"),
    "riquadro vuoto": (svg(RECT, 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 5"'), "quanto è largo"),
    "senza riquadro": (svg(RECT, 'xmlns="http://www.w3.org/2000/svg" width="100%"'), "quanto è largo"),
    "lungo e stretto": (svg(RECT, 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 1"'), "troppo stretto"),
    "numero enorme": (svg('<path d="M0 0L1e30 5"/>'), "troppo grande"),
    "bomba di use": (svg(f'<g id="g0">{RECT}</g>{USES}<use href="#g8"/>'), "troppe volte"),
    "bomba di ritagli": (svg(CLIPS + RECT), "troppe volte"),
    "use di sé stesso": (svg(f'<g id="a">{RECT}<use href="#a"/></g>'), "sé stessa"),
    "use in tondo": (svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), "sé stessa"),
    "fila di use": (svg("".join(f'<use id="u{n}" href="#u{n + 1}"/>' for n in range(4000))), "troppo complicato"),
    "un altro file": (svg('<use xlink:href="altro.svg#a"/>'), "un altro file"),
    "un indirizzo": (svg('<use href="https://esempio.it/a.svg#a"/>'), "un altro file"),
    "un indirizzo in un gruppo": (svg(f'<g href="javascript:alert(1)">{RECT}</g>'), "un altro file"),
    "collegamento": (svg(f'<a href="javascript:alert(1)">{RECT}</a>'), "«a»"),
    "script": (svg(f"<script>alert(1)</script>{RECT}"), "script"),
    "attributo di evento": (svg('<rect onload="alert(1)" width="9" height="9"/>'), "attributi on"),
    "evento in testa": (svg(RECT, f'{SVG} onload="alert(1)"'), "attributi on"),
    "pagina dentro": (svg(f"<foreignObject>{HTML}</foreignObject>"), "foreignObject"),
    "immagine": (svg('<image href="file:///etc/passwd"/>'), "immagine incorporata"),
    "immagine in base64": (svg(f'<image href="data:image/png;base64,{codificato(png())}"/>'), "immagine incorporata"),
    "testo": (svg('<text font-family="Frutiger">Alfa</text>'), "tracciati"),
    "animazione": (svg(f'{RECT}<animate attributeName="x" dur="1s"/>'), "animate"),
    "filtro": (svg(f'<g style="filter:url(#f)">{RECT}</g>'), "filter"),
    "maschera": (svg(f'<g mask="url(https://esempio.it)">{RECT}</g>'), "mask"),
    "tratteggio": (svg('<path stroke="#000" stroke-dasharray="0.00001" d="M0 0H100"/>'), "stroke-dasharray"),
    "import": (svg(f'<style>@import url("https://esempio.it/a.css");</style>{RECT}'), "style"),
    "carattere": (svg(f"<style>@font-face{{src:url(x)}}</style>{RECT}"), "style"),
    "selettore": (svg(f"<style>g > rect{{fill:red}}</style>{RECT}"), "style"),
    "colore da fuori": (svg('<rect fill="url(https://esempio.it/#a)" width="9" height="9"/>'), "«fill»"),
    "colore con altro": (svg('<rect style="fill:red\\3b expression(1)" width="9" height="9"/>'), "«fill»"),
    "troppi elementi": (svg("<g/>" * 6000), "più di 5000"),
    "troppo in fondo": (svg("<g>" * 60 + RECT + "</g>" * 60), "uno dentro l’altro"),
    "XML rotto": (svg("<g>"), "non è scritto bene"),
    "altra codifica": (svg(RECT).decode().encode("utf-16-le"), "UTF-8"),
    "latino": (svg("<title>à</title>", before='<?xml version="1.0"?>').decode().encode("latin-1"), "UTF-8"),
    "altro nome": (b"<html><svg/></html>", "«html»"),
    "vuoto": (svg(""), "nulla di disegnato"),
    "fuori dal riquadro": (svg('<rect x="500" width="9" height="9"/>'), "nulla di disegnato"),
    "trasparente": (raw_png((2, 1), 8, 6, bytes(8)), "nulla di disegnato"),
    "un filo": (png((3000, 30), mode="P"), "alto meno di 2 mm"),
    "un filo in piedi": (svg('<rect width="1" height="50"/>'), "largo meno di 2 mm"),
    "un punto in mezzo al bianco": (svg('<rect width="2" height="9"/>', SVG.replace("100 50", "500 500")), "meno di 2"),
    "bianco": (svg('<rect fill="#fff" width="90" height="40"/>'), "non si vede"),
    "bianco su nulla": (raw_png((2, 1), 8, 6, b"\xff" * 8), "non si vede"),
    "troppo largo": (png((4001, 10)), "4001 × 10"),
    "bomba di punti": (raw_png((100_000, 100_000), 1, 0, b"\0"), "100000 × 100000"),
    "tagliato": (png()[:-30], "danneggiata"),
    "punti che mancano": (raw_png((4, 1), 8, 2, b"\0"), "danneggiata"),
}


@pytest.mark.parametrize("kind", GOOD)
def test_a_png_is_laid_on_white_and_made_no_finer_than_it_prints(kind: str) -> None:
    found = prepara(GOOD[kind])
    image = Image.open(BytesIO(logo.b64decode(found["png"])))
    assert image.mode in ("L", "RGB")
    assert image.width <= 1200
    assert image.height <= 528
    assert found["larghezza"] <= 50 * 36_000
    assert found["altezza"] <= 22 * 36_000
    assert found["svg"] == ""


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    image = Image.open(BytesIO(logo.b64decode(prepara(GOOD["grigio a 16 bit"])["png"])))
    assert list(image.tobytes()) == [0x10, 0x80, 0xFF] * 2


def test_a_drawing_is_written_again() -> None:
    found = prepara(DRAWING)
    assert found["svg"] == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><defs><linearGradient id="n6"><stop offset="0"'
        ' stop-color="#900"/><stop offset="1" stop-color="#009" stop-opacity=".5"/></linearGradient><clipPath id="n9">'
        '<circle cx="25" cy="25" r="20"/></clipPath></defs><g clip-path="url(#n9)"><rect width="50" height="50"'
        ' fill="url(#n6)" opacity=".8"/></g><use x="10" href="#n14"/><path id="n14" d="M60 10h30v30z" fill="none"'
        ' stroke="#060" stroke-width="3"/></svg>'
    )
    image = Image.open(BytesIO(logo.b64decode(found["png"])))
    assert image.width / image.height == pytest.approx(2, abs=0.02)
    assert prepara(DRAWING) == found


def test_a_style_sheet_is_given_to_each_element() -> None:
    rules = "<style>rect{fill:#111}.a{fill:#222}#z{fill:#333}</style>"
    found = prepara(svg(f'{rules}<rect class="a" id="z" width="9" height="9"/>'))
    assert 'fill="#333"' in found["svg"]
    assert "class" not in found["svg"]


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_hostile_or_cannot_be_printed_is_refused_with_its_remedy(kind: str) -> None:
    content, said = HOSTILE[kind]
    with pytest.raises(LogoRifiutato, match=said) as told:
        prepara(content)
    assert len(str(told.value)) < 250


def test_an_animation_is_refused() -> None:
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    out = BytesIO()
    frames[0].save(out, "PNG", save_all=True, append_images=frames[1:])
    with pytest.raises(LogoRifiutato, match="animazione"):
        prepara(out.getvalue())


def test_a_drawing_may_be_in_letters_of_two_bytes() -> None:
    assert prepara(DRAWING.decode().encode("utf-16")) == prepara(DRAWING)


# the field


def test_the_field_keeps_what_was_sent_and_what_is_printed() -> None:
    """The first is data, and travels as text; both go to another process."""
    sent = codificato(png())
    read = ContenutoLogo().deserialize(sent)
    assert read == sent
    assert canonico({"contenuto": read}) == {"contenuto": sent}
    other = pickle.loads(pickle.dumps(read))  # noqa: S301 - our own
    assert (other, other.png, other.larghezza) == (read, read.png, read.larghezza)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (codificato(bytes(MASSIMO + 1)), "300 KB, va rimpicciolito, o esportato come SVG"),
        ("data:image/png;base64," + codificato(png()), "da «data:» alla virgola"),
        (
            codificato(b"\xff\xd8\xff\xe0" + bytes(40)),
            "Il logo, che è un JPEG, non è un PNG né un SVG: va esportato come",
        ),
        (codificato(b"\x1f\x8b" + bytes(40)), "SVGZ"),
        (codificato(b"ciao"), "Il logo non è un PNG"),
        ("=" * 10, "base64"),
        ("", "vuoto"),
        (7, "base64"),
        ("sha256:" + "0" * 64, "base64"),
        (codificato(HOSTILE["script"][0]), "script"),
    ],
)
def test_the_field_refuses(value: object, said: str) -> None:
    for _ in range(2):  # the second time it is known
        with pytest.raises(ValidationError, match=said):
            ContenutoLogo().deserialize(value)


def test_the_largest_logo_is_as_long_as_its_schema_says() -> None:
    field = ContenutoLogo()
    assert len(codificato(bytes(MASSIMO))) == field.massimo == field.metadata["maxLength"]


def test_what_ends_the_fence_is_a_logo_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def ends(*_: object, **__: object) -> object:
        raise OltreIlRecinto

    monkeypatch.setattr(logo, "nel_recinto", ends)
    with pytest.raises(ValidationError, match="forma più semplice"):
        ContenutoLogo().deserialize(codificato(png((61, 31))))


def test_few_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logo, "nel_recinto", lambda *_, **__: {"png": "", "svg": "", "larghezza": 1, "altezza": 1})
    for number in range(40):
        assert isinstance(ContenutoLogo().deserialize(codificato(b"<svg>%d" % number)), Immagine)
    assert len(logo._ESITI) <= 16
    logo._ESITI.clear()
