"""Forms by the thousand, alone and in one PDF, beside WeasyPrint one by one."""

from __future__ import annotations

import json
import os
import resource
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Any

from weasyprint import HTML

from benchmarks.people import worker
from benchmarks.plan import Plan, compare, fresh
from benchmarks.table import Row, ms, number
from docservice import service
from docservice.render.engine import FONTS
from docservice.render.html import page, style
from docservice.render.stamp import Stamper
from docservice.text.blocks import Document

SLUG = "did"
DISMISSED = {
    "lettera-licenziamento": "lettere di licenziamento",
    "dichiarazione-non-opposizione": "dichiarazioni di non opposizione",
    "scheda-lavoratore": "schede lavoratore",
}
"""What one table of those dismissed makes."""
RATIO, EACH, MEMORY = 200, 2048, 120 * 1024 * 1024


def rows(slug: str, plan: Plan) -> Iterator[Row]:
    """Compare forms of one type, whatever the document measured otherwise."""
    del slug
    naive = fresh(one_by_one, SLUG, plan)
    for many in (plan.many, plan.forms):
        taken = fresh(stamped, SLUG, many)
        ratio = naive / taken["each"]
        yield Row(
            f"{many} DID in file",
            f"{ms(taken['each'])} ciascuna; {number(ratio, 0)} ×; {number(taken['memory'] / 2**20, 0)} MB",
            "dal testo composto al file: PDF/A-3a di tre pagine con etichette, dati allegati, tre campi firma,"
            f" {number(taken['bytes'] / 1024, 0)} KB; lettura e testo, prima, {ms(taken['text'])}; WeasyPrint dallo"
            f" stesso HTML, senza nulla di ciò, {ms(naive)}",
            f"≥ {RATIO} ×, ≤ {MEMORY // 2**20} MB",
            ratio >= RATIO and taken["memory"] <= MEMORY,
        )
    for paper, called in DISMISSED.items():
        taken = fresh(stamped, paper, plan.letters)
        yield Row(
            f"{plan.letters} {called} in file",
            f"{ms(taken['each'])} ciascuna; {number(fresh(one_by_one, paper, plan) / taken['each'], 0)} ×;"
            f" {number(taken['memory'] / 2**20, 0)} MB",
            f"come sopra, di una pagina; lettura e testo, prima, {ms(taken['text'])}; ogni tre persone una con i punti,"
            " una sì e una no con il preavviso pagato",
        )
    for many in (plan.many, plan.forms):
        taken = fresh(joined, many)
        ratio = naive / taken["each"]
        yield Row(
            f"{many} DID in un solo PDF",
            f"{ms(taken['each'])} ciascuna; {number(ratio, 0)} ×; {number(taken['memory'] / 2**20, 0)} MB;"
            f" {number(taken['bytes'] / 1024, 1)} KB ciascuna",
            "come sopra, con segnalibri e un allegato",
            f"≤ {EACH // 1024} KB ciascuna",
            taken["bytes"] <= EACH,
        )


def one_by_one(slug: str, plan: Plan) -> float:
    """Return the seconds that WeasyPrint takes for one form, its HTML and CSS ready."""
    os.environ["FONTCONFIG_FILE"] = str(FONTS / "fonts.conf")
    [(document, _)] = documents(slug, 1)
    html = page(document, style=f"<style>{style()}</style>")
    return compare({"naive": lambda: HTML(string=html).write_pdf()}, plan.renders)["naive"]


def documents(slug: str, many: int) -> Iterator[tuple[Document, bytes]]:
    """Yield forms, each of another person, and what each carries."""
    like = service.esempio(slug)
    for count in range(many):
        own = {name: value for name, value in dismissed(count).items() if name in like}
        data = like | own | {"lavoratore": worker(count, like["lavoratore"])}
        one = service.atto(slug, json.loads(json.dumps(data)))
        yield one.documento(), one.incorporati()


def dismissed(count: int) -> dict[str, Any]:
    """Return in what those dismissed differ: some by the points of the law, some with the notice paid."""
    paid, total = count % 2 == 1, str(13 + count % 4)
    points = {"carichi": str(count % 4), "anzianita": "12", "esigenze": "1", "totale": total, "posizione": count + 1}
    by_law = {"via": "legale", "descrizione": "punteggio più basso", "punteggio": points | {"profilo": "tessitori"}}
    agreed = {"via": "concordato", "descrizione": "non opposizione"}
    notice = {"giorni": 70, "lavorato": not paid, "indennita_sostitutiva": paid}
    return {"criterio_applicato": agreed if count % 3 else by_law, "preavviso": notice}


def stamped(slug: str, many: int) -> dict[str, float]:
    """Return what a form takes, written to a file of its own, the layouts that all share included."""
    created = service.atto(slug, service.esempio(slug)).creato
    with tempfile.TemporaryDirectory() as folder:
        stamper, taken, size = Stamper(), 0.0, 0
        begun = process_time()
        for count, (document, data) in enumerate(documents(slug, many)):
            start = process_time()
            content = stamper.write(document, data=data, created=created)
            (Path(folder) / f"{count % 100}.pdf").write_bytes(content)
            size += len(content)
            taken += process_time() - start
        text = process_time() - begun - taken
    return {"each": taken / many, "text": text / many, "bytes": size / many, "memory": _memory()}


def joined(many: int) -> dict[str, float]:
    """Return what a form takes in one PDF, the layouts that all share included."""
    created = service.atto(SLUG, service.esempio(SLUG)).creato
    with tempfile.NamedTemporaryFile() as file:
        together, taken = Stamper().joined(file), 0.0
        for count, (document, data) in enumerate(documents(SLUG, many)):
            start = process_time()
            together.add(document, row=f"riga_{count}", bookmark=str(count), data=data, created=created)
            taken += process_time() - start
        together.close()
        return {"each": taken / many, "bytes": file.tell() / many, "memory": _memory()}


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
