"""Long tables in PDF, beside WeasyPrint; and a whole sheet of forms, by the whole service."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from time import process_time
from typing import Any

import pikepdf
from weasyprint import HTML
from xlsxwriter import Workbook

from benchmarks.people import worker
from benchmarks.plan import Plan, fresh
from benchmarks.table import Row, ms, number
from docservice import service
from docservice.render import pdf
from docservice.render.engine import FONTS
from docservice.render.html import page, style
from docservice.text.blocks import Document, Paragraph, Run, Table

RATIO, SECONDS, MEMORY, FLAT = 50, 5, 300 * 1024 * 1024, 1.3
"""Times the plain way; seconds and bytes for the longest; how much more a row may cost among ten times as many."""
_NAIVE = 100
"""Times fewer rows for the plain way: all of them would take a quarter of an hour, and more memory than there is."""
_STEPS = {"read": "lettura", "judged": "giudizio", "text": "testo", "pdf": "PDF"}
_DAY = datetime(2009, 6, 22, tzinfo=UTC)
_ROOT = Path(__file__).resolve().parent.parent
_LISTS, _SOLIDARITY = "elenco-lavoratori", "accordo-cds"


def rows(slug: str, plan: Plan) -> Iterator[Row]:
    """Compare tables of one shape, whatever the document measured otherwise."""
    del slug
    naive = fresh(naive_table, max(plan.rows // _NAIVE, 1))
    tenth, whole = (fresh(tabled, many) for many in (plan.rows // 10, plan.rows))
    ratio, slope = naive / whole["row"], whole["row"] / tenth["row"]
    yield Row(
        f"PDF con una tabella di {number(plan.rows)} righe",
        f"{number(whole['total'], 1)} s; {number(ratio)} × a riga; {number(whole['memory'] / 2**20)} MB",
        f"otto colonne; PDF/A-3a con etichette, intestazione ripetuta, «pagina x di y»;"
        f" {number(whole['pages'])} pagine, {number(whole['bytes'] / 2**20, 1)} MB; documento compreso nella memoria;"
        f" a riga {number(whole['row'] * 1e6)} µs, {number(slope, 2)} volte che con {number(plan.rows // 10)} righe;"
        f" WeasyPrint, senza etichette né altro, {ms(naive)} a riga, con {number(max(plan.rows // _NAIVE, 1))} righe",
        f"≥ {RATIO} ×, ≤ {SECONDS} s, ≤ {MEMORY // 2**20} MB, lineare (≤ {number(FLAT, 1)})",
        ratio >= RATIO and whole["total"] <= SECONDS and whole["memory"] <= MEMORY and slope <= FLAT,
    )
    taken = fresh(listed, _LISTS, plan.rows)
    yield Row(
        f"`{_LISTS}` di {number(plan.rows)} lavoratori, dai dati al PDF",
        f"{number(sum(taken[step] for step in _STEPS), 1)} s; {number(taken['memory'] / 2**20)} MB",
        f"nove colonne, per lungo, dati dentro; {_spent(taken)}",
    )
    yield from _solidarity(plan)
    clock, processor, made = fresh(sheet, plan.sheet)
    yield Row(
        f"{number(plan.sheet)} DID da un foglio XLSX a una cartella",
        f"{number(clock, 1)} s d’orologio, {number(processor, 1)} di processore",
        f"`docservice lotto`, 2 processi: lettura, giudizio, {number(made)} PDF, archivio con manifesto, estrazione",
    )


def _solidarity(plan: Plan) -> Iterator[Row]:
    """Compare an agreement that carries its list of names: the whole, and what each name more costs."""
    few, many = max(plan.agreed // _NAIVE, 1), plan.agreed
    tenth, taken = (fresh(listed, _SOLIDARITY, count) for count in (many // 10, many))
    row = (taken["pdf"] - tenth["pdf"]) / (many - many // 10)
    naive = fresh(naive_agreement, few)
    yield Row(
        f"`{_SOLIDARITY}` con un elenco di {number(many)} lavoratori, dai dati al PDF",
        f"{number(sum(taken[step] for step in _STEPS), 1)} s; ogni riga in più {number(naive / row)} ×;"
        f" {number(taken['memory'] / 2**20)} MB",
        f"in reparti, con i totali, uno su dieci con un altro orario in agosto; dati dentro, campi firma;"
        f" {_spent(taken)} (con {number(many // 10)} nomi {number(tenth['pdf'], 1)}); ogni riga in più"
        f" {number(row * 1e6)} µs; WeasyPrint, senza etichette né altro, {ms(naive)}, con {number(few)} nomi",
        f"≥ {RATIO} ×",
        naive / row >= RATIO,
    )


def _spent(taken: Mapping[str, float]) -> str:
    """Return the seconds of each step, in words."""
    return ", ".join(f"{name} {number(taken[step], 1)}" for step, name in _STEPS.items()) + " s"


def listing(many: int) -> Document:
    """Return a list of that many people."""
    header = ("N.", "Cognome", "Nome", "Codice fiscale", "Qualifica", "Ore", "Dal", "Importo")
    people = (worker(count, {}) for count in range(many))
    lines = (
        (f"{count}", one["cognome"], one["nome"], one["codice_fiscale"], "operaio", "40", "22/06/2009", "1.234,50")
        for count, one in enumerate(people, 1)
    )
    body = tuple(tuple((Run(text, "/x"),) for text in line) for line in lines)
    table = Table(tuple((Run(text),) for text in header), body)
    return Document("Elenco", (Paragraph((Run("Elenco dei lavoratori."),)), table))


def naive_table(many: int) -> float:
    """Return the seconds that WeasyPrint takes for a row, with so many."""
    os.environ["FONTCONFIG_FILE"] = str(FONTS / "fonts.conf")
    html = page(listing(many), style=f"<style>{style()}</style>")
    HTML(string="<p>x</p>").write_pdf()
    start = process_time()
    HTML(string=html).write_pdf()
    return (process_time() - start) / many


def tabled(many: int) -> dict[str, float]:
    """Return what a long table takes; the layout engine has been loaded before."""
    pdf.write(listing(1), data=b"{}", created=_DAY)
    document = listing(many)
    start = process_time()
    content = pdf.write(document, data=b"{}", created=_DAY)
    total = process_time() - start
    memory = _memory()
    return {"total": total, "row": total / many, "bytes": len(content), "pages": _pages(content), "memory": memory}


def _pages(content: bytes) -> int:
    with pikepdf.open(BytesIO(content)) as file:
        return len(file.pages)


def people(slug: str, many: int) -> dict[str, Any]:
    """Return the example of the document with so many workers, and what it says of them."""
    example = service.esempio(slug)
    firm, told = example["datore_lavoro"], example["lavoratori"]
    example["lavoratori"] = [worker(count, told[count * len(told) // many]) for count in range(many)]
    if slug == _SOLIDARITY:
        firm["organico"] = {"totale": many}
        firm["dipendenti_azienda"], firm["media_dipendenti_semestre"] = many, str(many)
        asked, kept = (
            sum(Decimal(one[name]) for one in example["lavoratori"])
            for name in ("ore_settimanali", "ore_lavorate_settimanali")
        )
        example["tabella"] = {
            "lavoratori": many,
            "ore_non_lavorate": str(asked - kept),
            "ore_lavorabili": str(asked),
            "riduzione_media_percentuale": str(round(100 * (asked - kept) / asked, 2)),
        }
    return example


def listed(slug: str, many: int) -> dict[str, float]:
    """Return what each step of a real document takes, the memory of its data included."""
    raw = people(slug, many)
    service.rendi(service.atto(slug, service.esempio(slug)), "pdf")
    times = [process_time()]
    one = service.atto(slug, raw)
    times.append(process_time())
    assert one.verdetto  # noqa: S101 - the case is made and judged here
    times.append(process_time())
    document, data = one.documento(), one.incorporati()
    times.append(process_time())
    pdf.write(document, data=data, created=one.creato)
    times.append(process_time())
    return {step: after - before for step, before, after in zip(_STEPS, times, times[1:], strict=False)} | {
        "memory": _memory()
    }


def naive_agreement(many: int) -> float:
    """Return the seconds that WeasyPrint takes for a name more in the agreement, with so many."""
    os.environ["FONTCONFIG_FILE"] = str(FONTS / "fonts.conf")
    spent = []
    for count in (1, many + 1):
        document = service.atto(_SOLIDARITY, people(_SOLIDARITY, count)).documento()
        html = page(document, style=f"<style>{style()}</style>")
        HTML(string="<p>x</p>").write_pdf()
        start = process_time()
        HTML(string=html).write_pdf()
        spent.append(process_time() - start)
    return (spent[1] - spent[0]) / many


def sheet(many: int) -> tuple[float, float, int]:
    """Return the seconds, of clock and of processor, of a sheet of forms by command line, and how many it makes."""
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder) / "did.xlsx", Path(folder) / "fatti"
        _fill(path, many)
        common = _ROOT / "docs" / "esempi" / "did-comune.json"
        start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        command = ["lotto", str(path), "--modello", "did", "--comune", str(common), "-o", str(out), "--processi", "2"]
        state = os.environ | {"DOCSERVICE_DATI": str(Path(folder) / "stato")}
        # the command is our own
        subprocess.run([sys.executable, "-m", "docservice", *command], check=True, capture_output=True, env=state)  # noqa: S603
        clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return clock, processor, len(list(out.glob("*.pdf")))


def _fill(path: Path, many: int) -> None:
    with Workbook(path) as book:
        page = book.add_worksheet("DID")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        page.write_row(0, 0, ["Cognome", "Nome", "Codice fiscale", "Sospeso dal", "Riqualificazione"])
        for count in range(many):
            one = worker(count, {})
            page.write_row(count + 1, 0, [one["cognome"], one["nome"], one["codice_fiscale"]])
            page.write_datetime(count + 1, 3, datetime.combine(date(2009, 7, 1), datetime.min.time()), day)
            page.write(count + 1, 4, "sì")


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
