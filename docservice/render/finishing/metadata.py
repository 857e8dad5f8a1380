"""What a PDF says that it is, in its XMP: both PDF/A and PDF/UA, which is for those who do not see the page.

The layout engine tells one standard for each file; `as_accessible(laid)` has it tell PDF/UA-1 beside whatever it tells.
"""

from __future__ import annotations

import re
from typing import Any

from weasyprint.pdf.metadata import NS, DocumentMetadata

_INFO = re.compile(rb"/(Author|Subject) (\((\\.|[^\\)])*\)|<[0-9a-f]*>)", re.DOTALL)
_TOLD = re.compile(rb'<rdf:Description rdf:about=""><(dc:creator|dc:description)>.*?</\1></rdf:Description>', re.DOTALL)
_END = b"</rdf:RDF>"
_EXTENSION = "http://www.aiim.org/pdfa/ns/"
_UA = f"""<rdf:Description rdf:about="" xmlns:pdfuaid="{NS["pdfuaid"]}" pdfuaid:part="1"/>\
<rdf:Description rdf:about="" xmlns:pdfaExtension="{_EXTENSION}extension/" xmlns:pdfaSchema="{_EXTENSION}schema#" \
xmlns:pdfaProperty="{_EXTENSION}property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>{NS["pdfuaid"]}</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>""".encode()
"""PDF/A wants it described: of PDF/UA it does not know."""


class _Accessible(DocumentMetadata):  # type: ignore[misc]  # no stubs
    """Metadata of the engine that say PDF/UA too."""

    def generate_rdf_metadata(self, variant: str, version: int, conformance: str) -> bytes:
        """Return the RDF, which must be one."""
        rdf: bytes = super().generate_rdf_metadata(variant, version, conformance)
        return rdf.removesuffix(_END) + _UA + _END


def without_firm(info: bytes, metadata: bytes) -> tuple[bytes, bytes]:
    """Return what a file tells of itself, in both forms, as that of a file of several firms may."""
    return _INFO.sub(b"", info), _TOLD.sub(b"", metadata)


def as_accessible(laid: Any) -> None:
    """Have laid pages say, once printed, that they are PDF/UA."""
    laid.metadata = _Accessible(**vars(laid.metadata))
