"""Every signature field is signed in turn with throw-away certificates, as the parties will do."""

from __future__ import annotations

import io
import subprocess
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from pdf_tools import letters, need, tree_text
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers import SimpleSigner
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from samples import CREATED, DATA, document

from docservice.render import pdf

if TYPE_CHECKING:
    from pathlib import Path


def signer(name: str) -> SimpleSigner:
    """Return a signer with a fresh self-signed certificate."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    usage = dict.fromkeys(
        ("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign"), False
    ) | {"digital_signature": True, "content_commitment": True, "encipher_only": False, "decipher_only": False}
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**usage), critical=True)
        .sign(key, hashes.SHA256())
    )
    packed = pkcs12.serialize_key_and_certificates(b"k", key, certificate, None, BestAvailableEncryption(b"prova"))
    return SimpleSigner.load_pkcs12_data(packed, other_certs=[], passphrase=b"prova")


def sign(file: bytes, field: str, by: SimpleSigner) -> bytes:
    out = PdfSigner(PdfSignatureMetadata(field_name=field), by).sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(file)), existing_fields_only=True
    )
    return out.getvalue()


@pytest.fixture(scope="module", params=[1, 3, 12])
def unsigned(request):
    return request.param, pdf.write(document(request.param, paragraphs=4), data=DATA, created=CREATED)


def test_a_field_for_each_party_over_its_line(unsigned) -> None:
    parties, file = unsigned
    with pikepdf.open(io.BytesIO(file)) as opened:
        form = opened.Root.AcroForm
        assert set(form.keys()) == {"/Fields", "/SigFlags"}
        widgets = list(form.Fields)
        assert [str(widget["/T"]) for widget in widgets] == [f"firma_{n}" for n in range(1, parties + 1)]
        places = set()
        for n, widget in enumerate(widgets):
            assert str(widget.TU).startswith(f"Firma: Per la parte P{n}.")
            assert widget.FT == "/Sig"
            assert "/V" not in widget
            assert widget.F == 4
            assert widget.AP.N.read_bytes().strip() == b""
            left, low, right, high = map(float, widget.Rect)
            assert 290 < left < right < 530
            assert right - left > 180
            assert 30 < high - low < 50
            assert 60 < low < high < 790
            assert widget.objgen in [item.objgen for item in widget.P.Annots]
            places.add((widget.P.objgen, round(high)))
        assert len(places) == parties


def test_every_field_can_be_signed_in_turn(unsigned, tmp_path: Path) -> None:
    parties, file = unsigned
    signers = [signer(f"Parte {n}") for n in range(parties)]
    signed = file
    for n in reversed(range(parties)):  # not in the order of the page
        signed = sign(signed, f"firma_{n + 1}", signers[n])
    assert signed.startswith(file)
    context = ValidationContext(trust_roots=[one.signing_cert for one in signers])
    signatures = PdfFileReader(io.BytesIO(signed)).embedded_signatures
    assert len(signatures) == parties
    for signature in signatures:
        status = validate_pdf_signature(signature, context)
        assert status.bottom_line, status.pretty_print_details()
    assert letters(tree_text(signed)) == letters(tree_text(file))
    need("pdfsig", "qpdf")
    path = tmp_path / "firmato.pdf"
    path.write_bytes(signed)
    said = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, text=True, check=True).stdout
    assert said.count("Signature Validation: Signature is Valid.") == parties
    assert subprocess.run(["qpdf", "--check", path], capture_output=True, check=False).returncode == 0
