"""A DOCX, forms by the thousand and a long table, beside the same letterhead given to docxtpl in the plain way."""

from __future__ import annotations

import resource
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from time import process_time

from docxtpl import DocxTemplate

from benchmarks.example import example
from benchmarks.forms import SLUG, documents
from benchmarks.plan import Plan, compare, fresh
from benchmarks.table import Row, ms, number
from benchmarks.tables import listing
from docservice import service
from docservice.paths import TEMPLATES
from docservice.render import docx
from docservice.render.word.context import context
from docservice.text.blocks import Document

FORMS, TABLE, MEMORY, FLAT = 80, 15, 250 * 1024 * 1024, 1.3
"""Times the plain way for forms and for a table; bytes; how much more a row may cost among ten times as many."""
_NAIVE = 25
"""Times fewer rows for the plain way: all of them would take minutes, and 800 MB."""


def rows(slug: str, plan: Plan) -> Iterator[Row]:
    """Compare the whole of ours with the filling in alone of theirs."""
    taken = fresh(measure, slug, plan)
    yield Row(
        "un DOCX, a caldo",
        ms(taken["ours"]),
        "`service.rendi`: lettura, giudizio, testo, impaginazione, dati dentro, sempre gli stessi byte;"
        f" il solo scrittore {ms(taken['writer'])}",
    )
    yield Row(
        "… / docxtpl ingenuo",
        f"{number(taken['ours'] / taken['plain'], 2)} ×",
        f"`DocxTemplate(carta)`, `render`, `save`: {ms(taken['plain'])}; stessa carta, contesto già pronto",
    )
    yield _forms(plan)
    yield _table(plan)


def _forms(plan: Plan) -> Row:
    naive = fresh(naive_form, plan)
    taken = fresh(written, plan.forms)
    ratio = naive / taken["each"]
    return Row(
        f"{number(plan.forms)} DID in DOCX, in file",
        f"{ms(taken['each'])} ciascuna; {number(ratio)} ×; {number(taken['memory'] / 2**20)} MB",
        f"dal testo composto al file, la prima compresa: dati dentro, {number(taken['bytes'] / 1024)} KB, caratteri"
        f" controllati; {ms(taken['memory_only'])} senza scrivere il file; lettura e testo, prima, {ms(taken['text'])};"
        f" docxtpl, stessa carta, contesto già pronto, senza dati, {ms(naive)}",
        f"≥ {FORMS} ×",
        ratio >= FORMS,
    )


def _table(plan: Plan) -> Row:
    few = plan.rows // _NAIVE
    naive = fresh(naive_table, few)
    tenth, whole = (fresh(tabled, many) for many in (plan.rows // 10, plan.rows))
    ratio, slope = naive / whole["row"], whole["row"] / tenth["row"]
    return Row(
        f"DOCX con una tabella di {number(plan.rows)} righe",
        f"{number(whole['total'], 2)} s; {number(ratio)} × a riga; {number(whole['memory'] / 2**20)} MB",
        f"otto colonne, documento compreso nella memoria; i dati dentro sono pochi (ne sono ammessi 8 MB); a riga"
        f" {number(whole['row'] * 1e6, 1)} µs, {number(slope, 2)} volte che con {number(plan.rows // 10)} righe;"
        f" docxtpl {number(naive * 1e6)} µs a riga, con {number(few)} righe",
        f"≥ {TABLE} ×, ≤ {MEMORY // 2**20} MB, lineare (≤ {number(FLAT, 1)})",
        ratio >= TABLE and whole["memory"] <= MEMORY and slope <= FLAT,
    )


def measure(slug: str, plan: Plan) -> dict[str, float]:
    """Return the median times of the whole, of the writer alone, and of the plain way."""
    made = example(slug)
    filled = context(made.document, bozza=False)
    return compare(
        {
            "ours": lambda: service.rendi(service.atto(slug, made.raw), "docx"),
            "plain": lambda: _plain(filled),
            "writer": lambda: docx.write(made.document, data=made.data, created=made.created),
        },
        plan.renders,
    )


def naive_form(plan: Plan) -> float:
    """Return the seconds that docxtpl takes for a form."""
    [(document, _)] = documents(SLUG, 1)
    filled = context(document, bozza=False)
    return compare({"naive": lambda: _plain(filled)}, plan.renders)["naive"]


def naive_table(many: int) -> float:
    """Return the seconds that docxtpl takes for a row, with so many."""
    filled = context(listing(many), bozza=False)
    start = process_time()
    _plain(filled)
    return (process_time() - start) / many


def written(many: int) -> dict[str, float]:
    """Return what a form takes, written to a file of its own, all that is done once included."""
    created = service.atto(SLUG, service.esempio(SLUG)).creato
    with tempfile.TemporaryDirectory() as folder:
        made = taken = size = 0.0
        begun = process_time()
        for count, (document, data) in enumerate(documents(SLUG, many)):
            start = process_time()
            content = docx.write(document, data=data, created=created)
            made += process_time() - start
            (Path(folder) / f"{count % 100}.docx").write_bytes(content)
            taken += process_time() - start
            size += len(content)
        text = process_time() - begun - taken
    return {
        "each": taken / many,
        "memory_only": made / many,
        "text": text / many,
        "bytes": size / many,
        "memory": _memory(),
    }


def tabled(many: int) -> dict[str, float]:
    """Return what a long table takes; the letterhead has been read before."""
    created = service.atto(SLUG, service.esempio(SLUG)).creato
    docx.write(Document("", ()), data=b"{}", created=created)
    document = listing(many)
    start = process_time()
    docx.write(document, data=b"{}", created=created)
    taken = process_time() - start
    return {"total": taken, "row": taken / many, "memory": _memory()}


def _plain(filled: dict[str, object]) -> None:
    template = DocxTemplate(TEMPLATES / "carta.docx")
    template.render(filled, autoescape=True)
    template.save(BytesIO())


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
