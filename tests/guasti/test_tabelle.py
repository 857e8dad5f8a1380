"""Tables made to swell or to last: read or refused in bounded time and memory, whatever they are."""

from __future__ import annotations

import json
import random
import resource
import time
import zipfile
from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tabelle import HEADER, accordo, comune

from benchmarks.people import worker
from docservice import service
from docservice.allegati import passaggio, recinto
from docservice.lotti import lotto
from docservice.lotti.invio import invia
from docservice.modelli.catalogo import modello
from docservice.store import blocchi, lotti
from docservice.store.base import Magazzino
from docservice.tabelle import difetti
from docservice.tabelle.colonne import forma
from docservice.tabelle.difetto import ALTRI, MASSIMI
from docservice.tabelle.file import lettura
from docservice.tabelle.file.lettura import LIMITI, leggi, leggi_dentro
from docservice.tabelle.file.passaggio import NonTabella, da_dati, in_dati
from docservice.tabelle.foglio import Foglio, Riga, Rotta, TabellaIllegibile, lettera
from docservice.tabelle.ritorno import restituisci
from docservice.tabelle.verifica import Verifica, verifica

MB = 2**20
BODY = 32 * MB
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
BESIDE: list[Any] = [[], [], False]
"""What stands beside the rows of a table that has nothing else."""
FIRST = b'<row r="1"><c r="A1" t="inlineStr"><is><t>Cognome</t></is></c></row>'


def book(data: bytes, after: bytes = b"", shared: bytes = b"", sheets: int = 1, **more: bytes) -> bytes:
    """Return a workbook whose sheets all hold those rows."""
    names = range(1, sheets + 1)
    kind = f"{RELATIONS}/worksheet"
    links = [f'<Relationship Id="r{n}" Type="{kind}" Target="worksheets/s{n}.xml"/>' for n in names]
    links += [f'<Relationship Id="s" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'] if shared else []
    of = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"/>' for n in names)
    parts: dict[str, bytes | str] = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="w" Type="{RELATIONS}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{RELATIONS}"><sheets>{of}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{"".join(links)}</Relationships>',
        **dict.fromkeys(
            (f"xl/worksheets/s{n}.xml" for n in names),
            f"<worksheet {MAIN}><sheetData>".encode() + data + b"</sheetData>" + after + b"</worksheet>",
        ),
        **more,
    }
    if shared:
        parts["xl/sharedStrings.xml"] = f"<sst {MAIN}>".encode() + shared + b"</sst>"
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        # what does not shrink, so that what does is no bomb by the ratio
        archive.writestr("xl/media/noise.bin", random.Random(1).randbytes(MB))  # noqa: S311
    return out.getvalue()


def grid(count: int, cell: bytes, columns: int = 20) -> bytes:
    """Return rows of cells, each with its name and its row in place of %s and %d."""
    names = [lettera(place).encode() for place in range(columns)]
    made = (b"".join(cell % (name, row) for name in names) for row in range(1, count + 1))
    return b"".join(b'<row r="%d">%s</row>' % (row, cells) for row, cells in enumerate(made, 1))


def column(count: int, cell: bytes) -> bytes:
    return FIRST + b"".join(b'<row r="%d"><c r="A%d" t="s"><v>%s</v></c></row>' % (n, n, cell) for n in range(2, count))


def merged(count: int) -> bytes:
    areas = b"".join(b'<mergeCell ref="C%d:D%d"/>' % (n, n) for n in range(1, count + 1))
    return b"<mergeCells>" + areas + b"</mergeCells>"


def entries(count: int) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(count):
            archive.writestr(f"m{number}", b"")
    return out.getvalue()


def noise(size: int) -> bytes:
    return random.Random(2).randbytes(size // 2).hex().encode()  # noqa: S311


BOOKS: dict[str, Callable[[], bytes]] = {
    "a million merged cells": lambda: book(FIRST, merged(1_000_000)),
    "a million shared texts": lambda: book(
        column(90_000, b"7"), shared=b"".join(b"<si><t>testo %d</t></si>" % n for n in range(1_000_000))
    ),
    "a long text, shared by all": lambda: book(column(90_000, b"0"), shared=b"<si><t>" + noise(9 * MB) + b"</t></si>"),
    "levels": lambda: book(FIRST + b"<a>" * 3_000_000),
    "levels, and a formula": lambda: book(
        b'<row r="1"><c r="A1" t="e"><f>x</f></c></row>' + b"<a>" * 1_000_000 + b"</a>" * 1_000_000
    ),
    "levels in a cell": lambda: book(
        b'<row r="1"><c r="A1" t="inlineStr"><is>' + b"<t>" * 1_000_000 + b"</t>" * 1_000_000 + b"</is></c></row>"
    ),
    "many members": lambda: entries(200_000),
    "many sheets": lambda: book(b"", sheets=1900),
    "many errors": lambda: book(grid(100_000, b'<c r="%s%d" t="e"><v>#N/A</v></c>')),
    "many cells": lambda: book(grid(100_000, b'<c r="%s%d"><v>12</v></c>')),
    "a long cell": lambda: book(
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>' + noise(30 * MB) + b"</t></is></c></row>"
    ),
    "a far row": lambda: book(FIRST + b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
    "a far cell": lambda: book(FIRST + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    "attributes": lambda: book(
        b'<row r="1"><c r="A1" ' + b" ".join(b"a%d='1'" % n for n in range(3_000_000)) + b"><v>1</v></c></row>"
    ),
}
TEXTS: dict[str, Callable[[], bytes]] = {
    "ends of line": lambda: b"\n" * BODY,
    "delimiters": lambda: b";" * BODY,
    "quotes": lambda: b'"' * BODY,
    "a quote left open": lambda: b'a;"' + b"b\n" * (BODY // 2),
    "quotes and spaces": lambda: b'"a" ' * (BODY // 4),
    "a line": lambda: b"a" * BODY,
    "figures": lambda: b"1,2," * (BODY // 4),
    "wide and empty": lambda: (b";" * 199 + b"x\n") * (BODY // 201),
    "many cells": lambda: (b"a;" * 150 + b"\n") * 99_000,
    "another encoding": lambda: "è;".encode("latin-1") * (BODY // 2),
    "UTF-16": lambda: ("a;b\n" * (BODY // 8)).encode("utf-16"),
    "brackets": lambda: b"{" * BODY,
    "lists": lambda: b'{"a":[' + b"[]," * (BODY // 3),
    "an object and ends of line": lambda: b"{}\n" + b"\n" * BODY,
    "an object and spaces": lambda: b"{}\n" + b" \n" * (BODY // 2),
    "an object and a line of spaces": lambda: b"{}\n" + b" " * BODY,
    "empty objects": lambda: b"{}\n" * (BODY // 3),
    "long numbers": lambda: (b'{"a":0.' + b"9" * 4000 + b"}\n") * 8000,
    "wrong lines": lambda: (b'{"a":' + b"x" * 1000 + b"\n") * 30_000,
}
READ = {
    ("books", "a million shared texts"),
    ("books", "levels"),
    ("books", "many errors"),
    ("books", "many cells"),
    ("books", "a far row"),
    ("books", "attributes"),
    ("texts", "an object and ends of line"),
    ("texts", "an object and spaces"),
    ("texts", "an object and a line of spaces"),
    ("texts", "long numbers"),
}
"""Those that are tables after all; the others are refused."""


def peak() -> int:
    """Return the most megabytes held since `Path("/proc/self/clear_refs").write_text("5")`."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024


def behind_the_fence() -> float:
    """Return the processor seconds of the processes that this one started, once ended."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


@pytest.mark.lungo
@pytest.mark.parametrize("name", BOOKS)
def test_a_workbook_costs_no_more_than_the_fence_lets_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    bounded("books", name, BOOKS[name](), monkeypatch)


@pytest.mark.lungo
@pytest.mark.parametrize("name", TEXTS)
def test_a_text_costs_no_more_than_the_fence_lets_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    bounded("texts", name, TEXTS[name](), monkeypatch)


def whether(read: Callable[[bytes], Any], content: bytes) -> bool:
    """Return whether a file is a table after all."""
    told = ""
    try:
        read(content)
    except TabellaIllegibile as refused:
        told = str(refused)
    assert len(told) < 500
    return not told


def bounded(kind: str, name: str, content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read a file behind the fence, whose limits of memory and of processor decide: of the wall, the machine does."""
    monkeypatch.setattr(lettura, "LIMITI", LIMITI._replace(secondi=900.0))
    Path("/proc/self/clear_refs").write_text("5")
    held, there, here = peak(), behind_the_fence(), time.process_time()
    read = whether(leggi, content)
    assert read == ((kind, name) in READ)
    # here, only what comes through: the copy of what is sent, and the cells
    assert peak() - held < (600 if read else 100)
    assert time.process_time() - here < (10 if read else 1)
    assert behind_the_fence() - there < LIMITI.processore + 1


QUICK = ("ends of line", "a quote left open", "an object and ends of line")


@pytest.mark.parametrize("name", QUICK)
def test_a_text_with_nothing_in_it_is_over_soon(name: str) -> None:
    start = time.process_time()
    whether(leggi_dentro, TEXTS[name]())
    assert time.process_time() - start < 5


def test_merged_cells_without_number_are_told() -> None:
    with pytest.raises(TabellaIllegibile, match="più di 10000 celle unite"):
        leggi_dentro(book(FIRST, merged(10_001)))
    assert len(leggi_dentro(book(FIRST, merged(10_000)))[3]) == 10_000


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_cell_longer_than_any_is_told_with_its_row(kind: str) -> None:
    text = b"x" * 40_001
    made = {
        "xlsx": book(b'<row r="1"><c r="A1" t="inlineStr"><is><t>' + text + b"</t></is></c></row>"),
        "csv": text,
    }
    with pytest.raises(TabellaIllegibile, match="riga 1 c’è una cella di più di 40000 caratteri"):
        leggi_dentro(made[kind])


def test_errors_are_told_apart_from_texts_on_the_other_side() -> None:
    sheet = leggi(book(FIRST + b'<row r="2"><c r="A2"><f>1+1</f></c><c r="B2" t="e"><v>#N/A</v></c></row>'))
    assert isinstance(sheet, Foglio)
    assert sheet.righe[1].celle == (Rotta(), "#N/D")
    assert isinstance(sheet.righe[1].celle[0], Rotta)
    assert da_dati(in_dati(sheet)) == sheet


@pytest.mark.parametrize(
    "told",
    [
        None,
        {},
        [],
        ["csv"],
        ["csv", [[1, []]], [], [], [], BESIDE],
        ["csv", [[1, {"a": 1}]], [], [], [], BESIDE],
        ["csv", [["1", "a"]], [], [], [], BESIDE],
        ["csv", [[1, 2.5]], [], [], [], BESIDE],
        ["csv", [[1, "a"]], [3], [], [], BESIDE],
        ["csv", [[1, "a"]], [], [], [[9, 9]], BESIDE],
        ["csv", [[]], [], [], [], BESIDE],
        ["csv", [[1, "a"]], [], [], [], [[[1, 0, 3]], [], False]],
        ["csv", [[1, "a"]], [], [], [], [[[1, 0]], [], False]],
        ["csv", [[1, "a"]], [], [], [], [[], [[1, 2.5]], False]],
        ["csv", [[1, "a"]], [], [], [], [[], [["1", "a"]], False]],
        ["jsonl", [[1, "{", None]]],
        ["jsonl", [[1, "[]", None]]],
        ["jsonl", [[1, {}, None]]],
        ["jsonl", 3],
    ],
)
def test_what_came_through_the_fence_is_looked_at(told: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NonTabella):
        da_dati(told)
    monkeypatch.setattr(recinto, "_nel_processo", lambda *_: passaggio.scritto(told))
    with pytest.raises(TabellaIllegibile):
        leggi(b"Cognome\n")


# faults without number


def wrong(count: int, columns: int = 20) -> Foglio:
    """Return a table of DID of which every cell is wrong."""
    names = [one.nome for one in forma(modello("did")).colonne if not one.generica][:columns]
    cells = tuple("\x01x" for _ in names)
    return Foglio("csv", [Riga(1, tuple(names)), *(Riga(number, cells) for number in range(2, count + 2))])


def verified(sheet: Foglio) -> Verifica:
    data = service.esempio("did")
    del data["lavoratore"], data["disponibilita_riqualificazione"]
    return verifica(modello("did"), sheet, data)


def cost(count: int) -> tuple[int, float]:
    """Return the megabytes and the seconds of so many wrong rows, verified and given back."""
    sheet = wrong(count)
    Path("/proc/self/clear_refs").write_text("5")
    held, start = peak(), time.process_time()
    restituisci(verified(sheet))
    return peak() - held, time.process_time() - start


@pytest.mark.lungo
def test_memory_and_time_are_flat_however_many_faults() -> None:
    memory, seconds = cost(50_000)
    assert memory < 100
    assert seconds < 10


def test_the_first_faults_are_told_and_the_other_rows_are_wrong_all_the_same(tmp_path: Path) -> None:
    found = verified(wrong(1000))
    assert len(found.difetti) == MASSIMI
    assert found.documenti == {}
    assert found.errate == set(range(2, 1002))
    [note] = [one for one in found.note if "difetti" in one]
    assert "più di 5000: sono detti i primi 5000" in note
    # in the lotto each of them is a wrong row, which says that it has faults
    with closing(Magazzino(tmp_path / "dati")) as store:
        made = invia(store, "did", b"una tabella")
        batch = blocchi.prendi(store)
        assert batch is not None
        assert lotto.entra(store, batch, found)
        kept = {row.numero: json.loads(row.difetti or "[]") for row in lotti.righe(store, made)}
    assert kept.keys() == found.errate
    untold = [number for number, faults in kept.items() if [one["codice"] for one in faults] == [ALTRI]]
    assert untold == list(range(252, 1002))


def test_a_good_row_after_the_last_fault_told_makes_its_document() -> None:
    """And a wrong one does not, whether a cell is wrong or what the law says."""
    bad = [Riga(number, ("\x01x",) * 4) for number in range(2, 1402)]
    person = worker(7, {})
    cells = (person["cognome"], person["nome"], person["codice_fiscale"], "sì")
    unlawful = (*cells[:2], f"{cells[2][:-1]}{'A' if cells[2][-1] != 'A' else 'B'}", "sì")
    header = Riga(1, ("Cognome", "Nome", "CF", "Riqualificazione"))
    found = verified(Foglio("csv", [header, *bad, Riga(1500, cells), Riga(1501, unlawful), Riga(1502, ("\x01x",))]))
    assert set(found.documenti) == {1500}
    assert found.errate == {*range(2, 1402), 1501, 1502}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_table_that_goes_back_marks_the_other_rows_too(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(difetti, "MASSIMI", 500)
    sheet = wrong(40)
    back = restituisci(verified(Foglio(kind, sheet.righe)))
    said = "La riga ha altri difetti"
    if kind == "csv":
        assert back.decode("utf-8-sig").count(said) == 40 - 500 // 20
    else:
        cells = [str(cell.value) for row in load_workbook(BytesIO(back)).active.iter_rows() for cell in row]
        assert sum(said in cell for cell in cells) == 40 - 500 // 20


@pytest.mark.lungo
def test_data_shared_by_all_that_are_wrong_are_not_told_by_each() -> None:
    people = [{"lavoratore": {"cognome": "Neri", "nome": "Ada"}} for _ in range(50_000)]
    data = {f"x{n}": n for n in range(900)}
    content = "\n".join(json.dumps(one) for one in people).encode()
    start = time.process_time()
    table = leggi_dentro(content)
    found = verifica(modello("did"), da_dati(table), data)
    assert time.process_time() - start < 20
    assert sum(fault.riga is None for fault in found.difetti) >= 900


# texts without end, compared with headers


def test_long_cells_cost_nothing_to_compare() -> None:
    names = [one.nome for one in forma(accordo()).colonne]
    long = "à (" * 13_000
    crowd = [Riga(number, (long,) * 190) for number in range(1, 4)]
    sheet = Foglio("csv", [*crowd, Riga(4, (*names, *[long] * 150)), Riga(5, ("x",) * 160)])
    start = time.process_time()
    found = verifica(accordo(), sheet, comune())
    assert time.process_time() - start < 3
    assert found.testata == 4
    assert {len(name) for name in found.ignorate} == {201}
    assert max(len(note) for note in found.note) < 500


@pytest.mark.lungo
def test_long_cells_are_no_word_of_a_list() -> None:
    names = [*HEADER]
    long = "é" * 40_000
    lines = [Riga(n, ("a", "b", "c", long, "01/03/2004", 2, long)) for n in range(2, 200)]
    start = time.process_time()
    found = verifica(accordo(), Foglio("csv", [Riga(1, tuple(names)), *lines]), comune())
    assert time.process_time() - start < 5
    assert {fault.posto for fault in found.difetti if fault.codice == "TAB-CELLA"} >= {3, 6}
    assert max(len(fault.messaggio) for fault in found.difetti) < 1000
