"""A PDF beside the same page given to WeasyPrint in the plain way."""

from __future__ import annotations

import os
from collections.abc import Iterator

from weasyprint import HTML, Attachment

from benchmarks.example import example
from benchmarks.plan import Plan, compare, fresh
from benchmarks.table import Row, ms, number
from docservice import service
from docservice.render import pdf
from docservice.render.engine import FONTS
from docservice.render.html import page, style

GOAL = 0.9
"""Of the plain way's time, whatever that one leaves out."""


def rows(slug: str, plan: Plan) -> Iterator[Row]:
    """Compare the whole of ours with the layout alone of theirs."""
    taken = fresh(measure, slug, plan)
    ours = taken["ours"]
    yield Row(
        "un PDF, a caldo",
        ms(ours),
        "`service.rendi`: lettura, giudizio, testo, PDF/A-3a con etichette, dati allegati, campi firma;"
        f" il solo scrittore {ms(taken['writer'])}",
    )
    for key, name, how in (
        (
            "same",
            "… / WeasyPrint ingenuo, stesso PDF",
            "stesso HTML e CSS già pronti, PDF/A-3a, etichette, allegato, campi",
        ),
        ("plain", "… / WeasyPrint ingenuo, PDF semplice", "stesso HTML e CSS già pronti, senza PDF/A né altro"),
    ):
        ratio = ours / taken[key]
        yield Row(
            name,
            f"{number(ratio, 2)} ×",
            f"`HTML(string=html).write_pdf(…)`: {ms(taken[key])}; {how}",
            f"≤ {number(GOAL, 1)} ×",
            ratio <= GOAL,
        )


def measure(slug: str, plan: Plan) -> dict[str, float]:
    """Return the median times of the whole, of the writer alone, and of the two plain ways."""
    # the same few faces for both: a machine's own fonts would cost the plain way more, or change its page
    os.environ["FONTCONFIG_FILE"] = str(FONTS / "fonts.conf")
    made = example(slug)
    sheet = f"<style>{style()}</style>"
    form, bare = page(made.document, style=sheet, fields="firma"), page(made.document, style=sheet)

    def same() -> bytes:
        attachment = Attachment(string=made.data, name=pdf.DATA, relationship="Data")
        printed: bytes = HTML(string=form).write_pdf(
            pdf_variant="pdf/a-3a", pdf_tags=True, pdf_forms=True, attachments=[attachment]
        )
        return printed

    return compare(
        {
            "ours": lambda: service.rendi(service.atto(slug, made.raw), "pdf"),
            "same": same,
            "writer": lambda: pdf.write(made.document, data=made.data, created=made.created),
            "plain": lambda: HTML(string=bare).write_pdf(),
        },
        plan.renders,
    )
