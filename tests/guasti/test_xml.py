"""XML of the largest body, made to swell or to last: refused in a second, in little memory, whatever it is."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from corpi_tools import NS

from docservice.formati.da_xml import leggi_xml
from docservice.formati.lettura import CorpoIllegibile, DatiIlleggibili
from docservice.modelli.catalogo import modello

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = modello("accordo-a").schema
MB = 2**20
BODY = 32 * MB
OPEN, CLOSE = f'<accordo-a xmlns="{NS}">'.encode(), b"</accordo-a>"


def filled(head: bytes, piece: bytes, tail: bytes = b"") -> bytes:
    """Return a body of the largest size, a piece over and over between head and tail."""
    return head + piece * ((BODY - len(head) - len(tail)) // len(piece)) + tail


def numbered(head: bytes, piece: bytes, tail: bytes = b"") -> bytes:
    """Return a body as large, every piece with its number."""
    return head + b"".join(piece % number for number in range(BODY // (len(piece) + 5))) + tail


BODIES: dict[str, Callable[[], bytes]] = {
    "nested": lambda: filled(b"", b"<a>"),
    "nested, UTF-16": lambda: ("<a>" * (BODY // 6)).encode("utf-16"),
    "side by side in another root": lambda: filled(b"<r>", b"<a/>", b"</r>"),
    "nested in the right root": lambda: filled(OPEN, b"<a>"),
    "nested in an unknown element": lambda: filled(OPEN + b"<x>", b"<a>"),
    "side by side in the right root": lambda: filled(OPEN, b"<a/>", CLOSE),
    "side by side in an unknown element": lambda: filled(OPEN + b"<x>", b"<a/>", b"</x>" + CLOSE),
    "text between, in an unknown element": lambda: filled(OPEN + b"<x>", b"a<b/>", b"</x>" + CLOSE),
    "each of its name": lambda: numbered(OPEN + b"<x>", b"<a%d/>", b"</x>" + CLOSE),
    "a long attribute": lambda: filled(OPEN + b"<luogo a='", b"x", b"'/>" + CLOSE),
    "a long attribute of the root": lambda: filled(OPEN[:-1] + b" a='", b"x", b"'/>"),
    "an attribute that never ends": lambda: filled(OPEN + b"<luogo a='", b">"),
    "many attributes": lambda: numbered(OPEN + b"<luogo", b" a%d=''", b"/>" + CLOSE),
    "many attributes of the root": lambda: numbered(OPEN[:-1], b" a%d=''", b"/>"),
    "many attributes, after what looks like CDATA": lambda: numbered(OPEN + b"<!--<![CDATA[--><a", b" a%d=''", b"/>"),
    "an attribute each": lambda: filled(OPEN + b"<x>", b"<a b=''/>", b"</x>" + CLOSE),
    "many namespaces": lambda: numbered(OPEN + b"<luogo", b" xmlns:a%d='u'", b"/>" + CLOSE),
    "many namespaces, over and over": lambda: filled(
        OPEN + b"<x>", b"<a " + b" ".join(b"xmlns:a%d='u'" % n for n in range(15)) + b"/>", b"</x>" + CLOSE
    ),
    "a namespace each": lambda: numbered(OPEN + b"<x>", b"<a xmlns='urn:%d'/>", b"</x>" + CLOSE),
    "a long name": lambda: filled(OPEN + b"<", b"a", b"/>" + CLOSE),
    "a text": lambda: filled(OPEN + b"<luogo>", b"x", b"</luogo>" + CLOSE),
    "references": lambda: filled(OPEN + b"<luogo>", b"&amp;", b"</luogo>" + CLOSE),
    "sections": lambda: filled(OPEN + b"<luogo>", b"<![CDATA[x]]>", b"</luogo>" + CLOSE),
    "a section": lambda: filled(OPEN + b"<luogo><![CDATA[", b"x", b"]]></luogo>" + CLOSE),
    "comments": lambda: filled(OPEN, b"<!---->", CLOSE),
    "comments before the root": lambda: filled(b"", b"<!---->", OPEN + CLOSE),
    "instructions": lambda: filled(OPEN, b"<?a?>", CLOSE),
    "a comment": lambda: filled(OPEN + b"<!--", b"x", b"-->" + CLOSE),
    "spaces": lambda: filled(b"", b" ", OPEN + CLOSE),
    "a DTD": lambda: filled(b"<!DOCTYPE a [", b"<!ENTITY b 'c'>", b"]><a/>"),
    "a declaration": lambda: filled(b"<?xml version='1.0'", b" ", b"?>" + OPEN + CLOSE),
}
QUICK = ("nested", "nested in an unknown element", "side by side in an unknown element", "many attributes")
MEMORY, SECONDS = 150, 1.0
"""Megabytes over those of the body, and seconds of processor, that a body may cost."""
MEASURE = """
import os, sys, time
from pathlib import Path
sys.path[:0] = ["tests/guasti", "tests/formati"]
from test_xml import BODIES, OPEN, CLOSE, SCHEMA
from docservice.formati.da_xml import leggi_xml
from docservice.formati.lettura import CorpoIllegibile, DatiIlleggibili, leggi

def read(body):
    try:
        leggi(SCHEMA, *leggi_xml(body, SCHEMA(), "accordo-a"))
    except (CorpoIllegibile, DatiIlleggibili) as error:
        return type(error).__name__

def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024

read(OPEN + CLOSE)  # what is loaded once is
for name in sys.argv[1:]:
    if os.fork():  # the memory of each is its own
        os.wait()
        continue
    body = BODIES[name]()
    Path("/proc/self/clear_refs").write_text("5")  # what making it took is not counted
    before, since = peak(), time.process_time()
    told = read(body)
    print(told, peak() - before, time.process_time() - since, flush=True)
    os._exit(0)
"""


def measured(names: tuple[str, ...]) -> dict[str, tuple[str, int, float]]:
    """Return, of each body, how it was refused, the megabytes and the seconds that it took."""
    ran = subprocess.run([sys.executable, "-c", MEASURE, *names], capture_output=True, text=True, check=True, cwd=ROOT)
    lines = (line.split() for line in ran.stdout.splitlines())
    return {name: (word, int(mb), float(s)) for name, (word, mb, s) in zip(names, lines, strict=True)}


def refused_cheaply(names: tuple[str, ...]) -> None:
    found = measured(names)
    assert {name: told for name, told in found.items() if told[0] == "None"} == {}
    assert {name: told for name, told in found.items() if told[1] > MEMORY or told[2] > SECONDS} == {}


@pytest.mark.lungo
def test_what_swells_is_refused_at_once() -> None:
    refused_cheaply(QUICK)


@pytest.mark.lungo
def test_whatever_swells_or_lasts_is_refused_at_once() -> None:
    refused_cheaply(tuple(BODIES))


def told(body: bytes) -> list[tuple[str, str]]:
    with pytest.raises(DatiIlleggibili) as refused:
        leggi_xml(body, SCHEMA(), "accordo-a")
    return [(fault.percorso, fault.messaggio) for fault in refused.value.errori]


def test_another_root_is_told_before_anything_else() -> None:
    [(path, message)] = told(b"<a>" * 1000 + b"<<<")
    assert path == ""
    assert "deve essere accordo-a" in message


def test_levels_that_nothing_has_are_told() -> None:
    with pytest.raises(CorpoIllegibile, match=r"troppi livelli: .* al massimo 100"):
        leggi_xml(OPEN + b"<a>" * 1000, SCHEMA(), "accordo-a")
    # where a fault says the place, it is told too
    faults = dict(told(OPEN + b"<luogo>" + b"<a>" * 1000))
    assert "Qui va un valore" in faults["/luogo"]
    assert "troppi livelli" in faults[""]
    # an unknown element may hold others, as long as they are few
    values, found = leggi_xml(OPEN + b"<a>" * 90 + b"</a>" * 90 + CLOSE, SCHEMA(), "accordo-a")
    assert (values, found) == ({"a": None}, [])


def test_a_crowd_inside_an_unknown_element_is_told_where_it_is() -> None:
    [_, (path, message)] = told(OPEN + b"<altro>" + b"<a/>" * 150_000 + b"</altro>" + CLOSE)
    assert path == "/altro"
    assert "vanno tolti" in message


@pytest.mark.parametrize("section", [b"%s", b"<![CDATA[%s]]>"])
def test_a_large_text_is_read(section: bytes) -> None:
    """A file of five megabytes, in base64, as text or as a section."""
    body = OPEN + b"<luogo>" + section % (b"QUJD" * (7 * MB // 4)) + b"</luogo>" + CLOSE
    values, _ = leggi_xml(body, SCHEMA(), "accordo-a")
    assert len(values["luogo"]) == 7 * MB


def test_a_tag_longer_than_any_is_told() -> None:
    with pytest.raises(CorpoIllegibile, match=r"un tag, un commento .* di oltre 256 KB"):
        leggi_xml(OPEN + b"<luogo a='" + b"x" * MB + b"'/>" + CLOSE, SCHEMA(), "accordo-a")
