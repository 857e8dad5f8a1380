"""The parties of the papers of D.Lgs. 148/2015: each person signs apart, on its side; how they are called after."""

from __future__ import annotations

from typing import Any

import pytest
from testi import compose, detto

from docservice.service import esempio
from docservice.text.blocks import Item, Paragraph, Signatures

SLUGS = ("accordo-cds", "esame-congiunto-cigo", "accordo-cigs", "esame-congiunto-cigs")
PEOPLE = [
    {"nome": "Aldo", "cognome": "Ricci", "qualifica": "legale rappresentante"},
    {"nome": "Nadia", "cognome": "Pesenti"},
    {"nome": "Ugo", "cognome": "Mori", "qualifica": "consulente"},
]
TOLD = ["Aldo Ricci, legale rappresentante", "Nadia Pesenti", "Ugo Mori, consulente"]


def parties(slug: str, **changes: Any) -> tuple[str, list[tuple[str, str, bool]], list[str]]:
    """Return the name of the employer, who signs (for whom, names, whether there is a field), who is there."""
    data = esempio(slug) | {"partecipanti_datore": PEOPLE} | changes
    blocks = compose(slug, data).blocks
    [signed] = [block.parties for block in blocks if isinstance(block, Signatures)]
    signatures = [(detto(one.role), detto(one.name), one.field) for one in signed]
    dashes = [detto(block.runs) for block in blocks if isinstance(block, Item) and block.mark == "–"]
    return data["datore_lavoro"]["denominazione"], signatures, dashes


@pytest.mark.parametrize("slug", SLUGS)
def test_each_person_has_a_line_and_a_field(slug: str) -> None:
    members = ["Carla Bonetti", "Luca Ferri"]
    employer, signed, _ = parties(slug, rappresentanza_aziendale={"tipo": "RSU", "componenti": members})
    assert [one for one in signed if "impresa" in one[0]] == [(f"Per l’impresa {employer}", who, True) for who in TOLD]
    assert [one for one in signed if "RSU" in one[0]] == [("Per la RSU", who, True) for who in members]


@pytest.mark.parametrize("slug", SLUGS)
def test_members_not_named_sign_by_hand(slug: str) -> None:
    _, signed, _ = parties(slug, rappresentanza_aziendale={"tipo": "RSA", "componenti": []})
    assert [one for one in signed if "RSA" in one[0]] == [("Per la RSA", "", False)]


@pytest.mark.parametrize("slug", SLUGS)
def test_who_is_there_for_the_employer_is_said_once(slug: str) -> None:
    employer, _, present = parties(slug)
    assert [one for one in present if "impresa" in one and "associazione" not in one] == [
        f"l’impresa {employer} (di seguito «l’Azienda»), rappresentata da {TOLD[0]}, da {TOLD[1]} e da {TOLD[2]};"
    ]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_firm_signs_on_one_side_and_the_workers_on_the_other(slug: str) -> None:
    [signed] = [block for block in compose(slug, esempio(slug)).blocks if isinstance(block, Signatures)]
    sides = {detto(one.role).split()[1]: one.side for one in signed.parties}
    assert sides == {"l’impresa": "firm", "l’Associazione": "firm", "l’organizzazione": "workers", "la": "workers"}


@pytest.mark.parametrize(
    ("unions", "council", "called"),
    [
        ([True, True], True, "l’Azienda, le OO.SS. e la RSU, insieme, come «le Parti»"),
        ([True, True], False, "l’Azienda e le OO.SS., insieme, come «le Parti»"),
        ([True], True, "L’Azienda, l’organizzazione sindacale e la RSU sono indicate di seguito, insieme"),
        ([True, False], False, "L’Azienda e l’organizzazione sindacale che sottoscrive sono"),
        ([True, True, False], False, "Le organizzazioni sindacali che sottoscrivono sono indicate di seguito"),
        ([], True, "L’Azienda e la RSU sono indicate di seguito, insieme"),
    ],
)
@pytest.mark.parametrize("slug", SLUGS)
def test_the_parties_are_defined_once(slug: str, unions: list[bool], called: str, *, council: bool) -> None:
    data = esempio(slug) | {
        "organizzazioni_sindacali": [
            {"sigla": "FIM", "rappresentante": "Pia Neri", "firmataria": one} for one in unions
        ]
    }
    if not council:
        del data["rappresentanza_aziendale"]
    told = [detto(block.runs) for block in compose(slug, data).blocks if isinstance(block, Paragraph)]
    [defined] = [one for one in told if "«le Parti»" in one]
    assert called in defined
