"""Blocks to PDF/A-3a and PDF/UA-1, all of a document laid out by the engine: what `pdf` must give, however made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from docservice.render.bands.repeat import with_bands
from docservice.render.engine import Attachment, press, strict
from docservice.render.finishing import bookmarks, draft
from docservice.render.finishing.finish import finish
from docservice.render.finishing.metadata import as_accessible
from docservice.render.finishing.structure import tagging
from docservice.render.html import page
from docservice.render.letterhead import addresses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docservice.text.blocks import Document, Enclosed

DATA, DATA_SET = "dati.json", "dati.jsonl"
FIELDS = "firma"
DESCRIPTION = "Dati del documento"
_VARIANT, _OPTIONS = "pdf/a-3a", {"pdf_tags": True}


def write(document: Document, *, data: bytes, created: datetime, bozza: bool = False) -> bytes:
    """Return the A4 PDF of a document; the same arguments give the same bytes, in any process.

    `data` is attached as `dati.json`, unchanged; what the document encloses comes after it. `created` dates file and
    attachments; without a zone it is UTC. `bozza` draws BOZZA on every page, says so in the title, and leaves no field
    to sign. Raises `RenderError` where the paper would not be faithful. Any thread may call it; renders queue.
    """
    with strict():
        laid = lay_out(document, "" if bozza else FIELDS, bozza=bozza)
        return _printed(laid, _Attached(DATA, data, created), enclosed=document.enclosed)


def write_checkable(document: Document, *, data: bytes, created: datetime, bozza: bool = False) -> bytes:
    """Return the same pages as PDF/A-3b, no fields and no PDF/UA: what a validator of level B judges in full."""
    with strict():
        laid = lay_out(document, "", bozza=bozza)
        return _printed(laid, _Attached(DATA, data, created), "pdf/a-3b", document.enclosed)


@dataclass(frozen=True, slots=True)
class _Attached:
    """What a PDF carries inside, and the date of both."""

    name: str
    content: bytes
    created: datetime

    @property
    def moment(self) -> datetime:
        return self.created.astimezone(UTC) if self.created.tzinfo else self.created.replace(tzinfo=UTC)


def lay_out(document: Document, fields: str, *, bozza: bool = False) -> Any:
    """Return the pages of a document, with signature fields of that name if it has one; call it inside `strict`."""
    machine = press()
    options: dict[str, Any] = {**_OPTIONS, "pdf_forms": bool(fields), "pictures": addresses(document)}

    def lay(one: Document) -> Any:
        return machine.lay_out(page(one, fields=fields), bozza=bozza, **options)

    laid = with_bands(document, lay)
    bookmarks.settle(laid)
    told = laid.metadata
    told.keywords = list(document.keywords)
    firm = " ".join("".join(run.text for run in document.about.firm).split())
    if firm:  # all else about a paper changes from copy to copy
        told.authors, told.description = [firm], f"{told.title}, {firm}"
    if bozza:
        told.title = draft.title(told.title)
    return laid


def _printed(laid: Any, attached: _Attached, variant: str = _VARIANT, enclosed: Sequence[Enclosed] = ()) -> bytes:
    moment, machine = attached.moment, press()
    laid.metadata.created = laid.metadata.modified = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    inside = [(attached.name, attached.content, DESCRIPTION, "Data")]
    inside += [(one.name, one.content, one.description, "Supplement") for one in enclosed]
    attachments = [
        Attachment(
            string=content,
            url_fetcher=machine.fetcher,
            name=name,
            description=description,
            created=moment,
            modified=moment,
            relationship=relationship,
        )
        for name, content, description, relationship in inside
    ]
    return print_out(laid, finish, variant=variant, attachments=attachments)


def print_out(laid: Any, finisher: Any, *, variant: str = _VARIANT, **options: Any) -> bytes:
    """Return the PDF of laid pages, as the finisher leaves it; call it inside `strict`."""
    if variant == _VARIANT:
        as_accessible(laid)
    with tagging():
        return press().print_out(laid, finisher=finisher, pdf_variant=variant, **options, **_OPTIONS)
