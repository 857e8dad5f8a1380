"""XML bodies: the same paths as JSON, and nothing hostile gets in."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from corpi_tools import NS, in_xml

from docservice.formati.da_xml import leggi_xml
from docservice.formati.lettura import CorpoIllegibile, DatiIlleggibili, leggi
from docservice.modelli.catalogo import modello
from docservice.service import esempio

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = modello("accordo-a").schema
MB = 2**20
OPEN = f'<accordo-a xmlns="{NS}">'.encode()


def faults(body: bytes) -> dict[str, str]:
    with pytest.raises(DatiIlleggibili) as refused:
        leggi(SCHEMA, *leggi_xml(body, SCHEMA(), "accordo-a"))
    return {e.percorso: e.messaggio for e in refused.value.errori}


def changed(before: str, after: str) -> bytes:
    written = in_xml(esempio("accordo-a"), "accordo-a").decode()
    assert before in written
    return written.replace(before, after, 1).encode()


def test_every_fault_is_told_at_once_and_once() -> None:
    data = esempio("accordo-a")
    del data["luogo"]
    data["periodo"]["dal"] = "2009-02-30"
    data["datore_lavoro"]["altro"] = {"dentro": "x"}
    body = in_xml(data, "accordo-a").decode()
    body = body.replace("<causale>", '<causale lingua="it">').replace("<al>", "<al>2009-07-01</al><al>")
    found = faults(body.encode())
    assert set(found) == {"/causale", "/datore_lavoro/altro", "/luogo", "/periodo/al", "/periodo/dal"}
    assert "attributi" in found["/causale"]
    assert "ripetuto" in found["/periodo/al"]


@pytest.mark.parametrize(
    ("before", "after", "path", "word"),
    [
        ("<luogo>", "<luogo><b>x</b>", "/luogo", "valore"),
        ("<periodo>", "<periodo>fra", "/periodo", "soltanto elementi"),
        ("<organizzazioni_sindacali>", "<organizzazioni_sindacali><riga/>", "/organizzazioni_sindacali", "voce"),
        ("<luogo>Bergamo", '<luogo xmlns="urn:altro">Bergamo', "/luogo", "spazio dei nomi"),
        ("<luogo>Bergamo", "<luogo>Ber&#x200B;gamo", "/luogo", "U+200B"),
    ],
)
def test_what_only_xml_can_have(before: str, after: str, path: str, word: str) -> None:
    found = faults(changed(before, after))
    assert list(found) == [path]
    assert word in found[path]


@pytest.mark.parametrize(
    "root",
    [
        f'<accordo-b xmlns="{NS}"/>',
        "<accordo-a/>",
        '<accordo-a xmlns="urn:x"/>',
        pytest.param('<a b="c">' + '<d e="f">x</d>' * 2000 + "</a>", id="molti elementi"),
        # nothing after it is read, not even what could not be
        "<a",
        "<a>",
        "<a><b></a>",
        f'<accordo-b xmlns="{NS}"><luogo>Ber',
        "<a/><b/>",
    ],
)
def test_the_root_is_the_document_type(root: str) -> None:
    found = faults(root.encode())
    assert list(found) == [""]
    assert "accordo-a" in found[""]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_encodings_comments_and_white_space(encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'
    body = changed("<luogo>Bergamo", "<luogo>Ber<!-- qui -->g<![CDATA[am]]>&#111;").decode()
    body = body.partition("?>")[2].replace("<tipologia>", "<tipologia>\n  ").replace("><", ">\n<").replace("\r", "")
    values, found = leggi_xml((declared + body).encode(encoding, "xmlcharrefreplace"), SCHEMA(), "accordo-a")
    assert not found
    assert values["luogo"] == "Bergamo"
    assert leggi(SCHEMA, values) == leggi(SCHEMA, esempio("accordo-a"))


def test_a_line_end_of_windows_is_a_line_end() -> None:
    values, _ = leggi_xml(changed("Bergamo", "Ber\r\ngamo"), SCHEMA(), "accordo-a")
    assert values["luogo"] == "Ber\ngamo"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"   ",
        b"{}",
        OPEN,
        OPEN + b"<a></b>",
        OPEN + b"</accordo-a><a/>",
        OPEN + b"<luogo>\x01</luogo></accordo-a>",
        OPEN + b"<luogo>&#1;</luogo></accordo-a>",
        OPEN + b"<luogo>&foo;</luogo></accordo-a>",
        OPEN + b"<luogo>\xff</luogo></accordo-a>",
        OPEN + "<luogo>è</luogo></accordo-a>".encode("latin-1"),
        b'<?xml version="1.0" encoding="ignota"?><a/>',
        b"<a" * 300 + b"/>",
        OPEN + b"<a>" * 3000,
        OPEN[:-1],
    ],
)
def test_what_cannot_be_parsed(body: bytes) -> None:
    with pytest.raises(CorpoIllegibile):
        leggi_xml(body, SCHEMA(), "accordo-a")


def bomb(levels: int = 12) -> str:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, levels))
    dtd = f'<!DOCTYPE accordo-a [<!ENTITY e0 "ha">{entities}]>'
    return f"{dtd}{OPEN.decode()}<luogo>&e{levels - 1};</luogo></accordo-a>"


SECRET = Path(__file__).as_uri()
DTD = [
    "<!DOCTYPE accordo-a><accordo-a/>",
    bomb(),
    f'<!DOCTYPE a [<!ENTITY e "{"x" * 50_000}">]><a>{"&e;" * 50_000}</a>',
    f'<!DOCTYPE a [<!ENTITY e SYSTEM "{SECRET}">]><a>&e;</a>',
    f'<!DOCTYPE a SYSTEM "{SECRET}"><a/>',
    f'<!DOCTYPE a [<!ENTITY % e SYSTEM "{SECRET}"> %e;]><a/>',
    '<!DOCTYPE a [<!ENTITY e "1"><!ATTLIST a b CDATA "&e;">]><a/>',
]


@pytest.mark.parametrize("text", DTD)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_no_dtd_gets_in(text: str, encoding: str) -> None:
    with pytest.raises(CorpoIllegibile, match="DOCTYPE"):
        leggi_xml(text.encode(encoding), SCHEMA(), "accordo-a")


BIG: dict[str, Callable[[], bytes]] = {
    "unknown": lambda: OPEN + b"<a/>" * (10 * MB // 4) + b"</accordo-a>",
    "names": lambda: OPEN + b"".join(b"<a%d/>" % n for n in range(MB)) + b"</accordo-a>",
    "rows": lambda: (
        OPEN + b"<organizzazioni_sindacali>" + b"<voce/>" * (10 * MB // 7) + b"</organizzazioni_sindacali></accordo-a>"
    ),
    "attributes": lambda: OPEN + b"<luogo" + b"".join(b" a%d=''" % n for n in range(MB)) + b"/></accordo-a>",
    "text": lambda: OPEN + b"<luogo>" + b"x" * (9 * MB) + b"</luogo></accordo-a>",
    "references": lambda: OPEN + b"<luogo>" + b"&amp;" * (2 * MB) + b"</luogo></accordo-a>",
    "mixed": lambda: OPEN + b"x<a/>" * (2 * MB) + b"</accordo-a>",
    "namespaces": lambda: OPEN + b"".join(b"<a xmlns='urn:%d'/>" % n for n in range(MB // 2)) + b"</accordo-a>",
    "comments": lambda: OPEN + b"<!-- -->" * MB + b"</accordo-a>",
    "bomb": lambda: bomb().replace("ha", "ha" * 5 * MB).encode(),
}
ROOM, SECONDS = 700 * MB, 20
"""Address space of the process that reads, and its processor time."""
READ = """
import os, resource, sys
from docservice.modelli.catalogo import modello
from docservice.formati.da_xml import leggi_xml
from docservice.formati.lettura import CorpoIllegibile, DatiIlleggibili, leggi
room, seconds, *lengths = map(int, sys.argv[1:])
schema = modello("accordo-a").schema
for length in lengths:
    body = sys.stdin.buffer.read(length)
    if not os.fork():  # so that what is loaded once is, and the bounds are of this body alone
        resource.setrlimit(resource.RLIMIT_AS, (room, room))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        try:
            leggi(schema, *leggi_xml(body, schema(), "accordo-a"))
        except (CorpoIllegibile, DatiIlleggibili) as error:
            print(type(error).__name__, flush=True)
        os._exit(0)
    _, status = os.wait()
    if status:
        print("finito con", status, flush=True)
"""


@pytest.mark.lungo
def test_ten_megabytes_are_refused_within_bounds() -> None:
    bodies = {name: made() for name, made in BIG.items()}
    command = [sys.executable, "-c", READ, *map(str, (ROOM, SECONDS, *map(len, bodies.values())))]
    ran = subprocess.run(command, input=b"".join(bodies.values()), capture_output=True, check=False, cwd=ROOT)
    assert ran.returncode == 0, ran.stderr.decode()[-500:]
    told = dict(zip(bodies, ran.stdout.decode().splitlines(), strict=True))
    assert {name: word for name, word in told.items() if word not in ("CorpoIllegibile", "DatiIlleggibili")} == {}
