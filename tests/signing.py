"""Signing as the parties will do, with throw-away certificates, and looking at all signatures afterwards."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers import SimpleSigner
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext


@cache
def signer(number: int) -> SimpleSigner:
    """Return a signer with a self-signed certificate of its own."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, f"Parte {number}")])
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


def signers(count: int) -> list[SimpleSigner]:
    """Return that many signers, the same at each call."""
    return [signer(number) for number in range(count)]


def sign(file: bytes, field: str, by: SimpleSigner) -> bytes:
    """Return the file with one more field signed."""
    out = PdfSigner(PdfSignatureMetadata(field_name=field), by).sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(file)), existing_fields_only=True
    )
    return out.getvalue()


def assert_all_valid(file: bytes, count: int, *, looked_into: int) -> None:
    """Check that a file has so many signatures, all valid.

    Of the first `looked_into`, in the order in which they were made, what was added to the file afterwards is looked
    into too, which takes time.
    """
    context = ValidationContext(trust_roots=[by.signing_cert for by in signers(count)])
    found = PdfFileReader(io.BytesIO(file)).embedded_signatures
    assert len(found) == count
    for number, signature in enumerate(found):
        status = validate_pdf_signature(signature, context, skip_diff=number >= looked_into)
        assert status.valid
        assert status.intact
        assert status.trusted
        assert number >= looked_into or status.bottom_line, status.pretty_print_details()
