"""Writer: blocks to PDF/A-3a on the house paper, tagged, with the data inside and a field for each signature."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from weasyprint import Attachment

from docservice.render.finish import finish
from docservice.render.html import page
from docservice.render.press import press, strict

if TYPE_CHECKING:
    from docservice.text.blocks import Document

DATA = "dati.json"


def write(document: Document, *, data: bytes, created: datetime, bozza: bool = False) -> bytes:
    """Return the A4 PDF of a document; the same arguments give the same bytes, in any process.

    `data` is attached as `dati.json`, unchanged. `created` dates file and attachment; without a zone it is UTC.
    `bozza` writes BOZZA on every page, and leaves no field to sign. Raises `RenderError` where the paper would not be
    faithful. Any thread may call it; renders queue.
    """
    return _write(document, data, created, bozza=bozza, variant="pdf/a-3a", fields=not bozza)


def write_checkable(document: Document, *, data: bytes, created: datetime, bozza: bool = False) -> bytes:
    """Return the same pages as PDF/A-3b without signature fields: what a validator of level B judges in full."""
    return _write(document, data, created, bozza=bozza, variant="pdf/a-3b", fields=False)


def _write(  # noqa: PLR0913  # one place for both
    document: Document, data: bytes, created: datetime, *, bozza: bool, variant: str, fields: bool
) -> bytes:
    moment = created.astimezone(UTC) if created.tzinfo else created.replace(tzinfo=UTC)
    with strict():
        machine = press()
        options: dict[str, Any] = {"pdf_variant": variant, "pdf_forms": fields, "pdf_tags": True}
        laid = machine.lay_out(page(document, fields=fields), bozza=bozza, **options)
        if _signatures_alone(laid):
            laid = machine.lay_out(page(document, fields=fields, split=True), bozza=bozza, **options)
        laid.metadata.created = laid.metadata.modified = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        attachment = Attachment(
            string=data,
            url_fetcher=machine.fetcher,
            name=DATA,
            description="Dati del documento",
            created=moment,
            modified=moment,
            relationship="Data",
        )
        return machine.print_out(laid, finisher=finish, attachments=[attachment], **options)


def _signatures_alone(laid: Any) -> bool:
    """Say whether some signature block, or the closing line over it, begins a page though kept with what precedes.

    Then no page holds the block whole with its clause, which would be left alone on the page before.
    """
    for sheet in laid.pages[1:]:
        (body,) = (box for box in sheet._page_box.descendants() if box.element_tag == "main")  # noqa: SLF001
        first = body.children[0].element
        if first is not None and {"firme", "chiusa"} & set(first.get("class", "").split()):
            return True
    return False
