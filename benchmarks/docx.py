"""A DOCX beside the same letterhead given to docxtpl in the plain way."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from docxtpl import DocxTemplate

from benchmarks.example import example
from benchmarks.plan import Plan, compare, fresh
from benchmarks.table import Row, ms, number
from docservice import service
from docservice.paths import TEMPLATES
from docservice.render import docx
from docservice.render.word.context import context


def rows(slug: str, plan: Plan) -> Iterator[Row]:
    """Compare the whole of ours with the filling in alone of theirs."""
    taken = fresh(measure, slug, plan)
    yield Row(
        "un DOCX, a caldo",
        ms(taken["ours"]),
        "`service.documento`: lettura, giudizio, testo, impaginazione, dati dentro, sempre gli stessi byte;"
        f" il solo scrittore {ms(taken['writer'])}",
    )
    yield Row(
        "… / docxtpl ingenuo",
        f"{number(taken['ours'] / taken['plain'], 2)} ×",
        f"`DocxTemplate(carta)`, `render`, `save`: {ms(taken['plain'])}; stessa carta, contesto già pronto",
    )


def measure(slug: str, plan: Plan) -> dict[str, float]:
    """Return the median times of the whole, of the writer alone, and of the plain way."""
    made = example(slug)
    filled = context(made.document, bozza=False)

    def plain() -> None:
        template = DocxTemplate(TEMPLATES / "carta.docx")
        template.render(filled, autoescape=True)
        template.save(BytesIO())

    return compare(
        {
            "ours": lambda: service.documento(slug, made.raw, "docx"),
            "plain": plain,
            "writer": lambda: docx.write(made.document, data=made.data, created=made.created),
        },
        plan.renders,
    )
