"""Every signature field is signed in turn with throw-away certificates, as the parties will do."""

from __future__ import annotations

import io
import subprocess
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pdf_tools import letters, need, tree_text
from samples import CREATED, DATA, document
from signing import assert_all_valid, sign, signers

from docservice.render import pdf

if TYPE_CHECKING:
    from pathlib import Path


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
            assert 25 < high - low < 50
            assert 60 < low < high < 790
            assert widget.objgen in [item.objgen for item in widget.P.Annots]
            places.add((widget.P.objgen, round(high)))
        assert len(places) == parties


def test_every_field_can_be_signed_in_turn(unsigned, tmp_path: Path) -> None:
    parties, file = unsigned
    signed = file
    for n, by in reversed(list(enumerate(signers(parties)))):  # not in the order of the page
        signed = sign(signed, f"firma_{n + 1}", by)
    assert signed.startswith(file)
    assert_all_valid(signed, parties, looked_into=1 if parties > 3 else parties)
    assert letters(tree_text(signed)) == letters(tree_text(file))
    need("pdfsig", "qpdf")
    path = tmp_path / "firmato.pdf"
    path.write_bytes(signed)
    said = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, text=True, check=True).stdout
    assert said.count("Signature Validation: Signature is Valid.") == parties
    assert subprocess.run(["qpdf", "--check", path], capture_output=True, check=False).returncode == 0
