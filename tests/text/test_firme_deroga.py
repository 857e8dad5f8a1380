"""Who is present for the workers and does not sign is named, says what it says, and has no line for the signature."""

from __future__ import annotations

from typing import Any

import pytest
from papers import composto
from testi import detto

from docservice.service import esempio
from docservice.text.blocks import Document, Signatures

WITH_PARTIES = ("accordo-a", "accordo-d", "mancato-accordo-deroga", "esame-congiunto-deroga")
REFUSES = {"sigla": "UGL Esempio", "rappresentante": "Nora Prova", "firmataria": False, "dichiarazione": "Non firma."}


def signers(document: Document) -> str:
    blocks = [one for one in document.blocks if isinstance(one, Signatures)]
    return repr(blocks)


def told(document: Document) -> list[str]:
    return [detto(one.runs) for one in document.blocks if hasattr(one, "runs")]


@pytest.mark.parametrize("slug", WITH_PARTIES)
def test_a_union_that_does_not_sign(slug: str) -> None:
    data: Any = esempio(slug)
    data["organizzazioni_sindacali"] = [*data["organizzazioni_sindacali"], REFUSES]
    document = composto(slug, data)
    assert "per l’organizzazione sindacale UGL Esempio: Nora Prova (presente, non firma);" in told(document)
    assert "L’organizzazione sindacale UGL Esempio dichiara: «Non firma»." in told(document)
    assert "Nora Prova" not in signers(document)
    assert data["organizzazioni_sindacali"][0]["sigla"] in signers(document)


def test_where_the_rsu_alone_signs_no_line_waits_for_a_union() -> None:
    data: Any = esempio("accordo-a") | {"organizzazioni_sindacali": [REFUSES]}
    signs = {"tipo": "RSU", "componenti": ["Ivan Moretti"]}
    assert "Ivan Moretti" in signers(composto("accordo-a", data | {"rappresentanza_aziendale": signs}))
    document = composto("accordo-a", data | {"rappresentanza_aziendale": signs | {"firmataria": False}})
    assert "Ivan Moretti" not in signers(document)
    assert "organizzazione sindacale" not in signers(document)
    assert "per la RSU: Ivan Moretti (presente, non firma)." in told(document)
