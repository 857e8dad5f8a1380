"""What the papers of the CIG in deroga say no more than they know: exceptions, insolvency, data not given, parties."""

from __future__ import annotations

from typing import Any

import pytest
from test_da_riempire import lines
from testi import compose

from docservice.service import esempio

ASKED = " (da confermare: ☐ sì ☐ no)"
INSOLVENCY = {"tipo": "procedura_concorsuale", "descrizione": "concordato preventivo"}
FIRM = "Officine Meccaniche Valserina S.r.l."


def with_ways(slug: str, **ways: Any) -> list[str]:
    """Return the lines of an agreement whose ways of use are changed; None takes one away."""
    data: Any = esempio(slug)
    told = data.get("modalita", {}) | ways
    return lines(compose(slug, data | {"modalita": {name: one for name, one in told.items() if one is not None}}))


def the_one(told: list[str], words: str) -> str:
    [line] = [one for one in told if words in one]
    return line


def test_a_dismissal_not_opposed_is_saved() -> None:
    saved = "sono fatti salvi i licenziamenti ai quali il lavoratore interessato non si oppone."
    assert the_one(with_ways("accordo-c"), "giustificato motivo oggettivo").endswith(f"o di lavoro; {saved}")


@pytest.mark.parametrize("slug", ["accordo-a", "mancato-accordo-deroga", "esame-congiunto-deroga"])
@pytest.mark.parametrize(
    ("quality", "organ"),
    [
        ("curatore fallimentare", True),
        ("Commissario giudiziale", True),
        ("liquidatrice", True),
        ("legale rappresentante", False),
        (None, False),
    ],
)
def test_organs_of_a_procedure_are_those_who_are(slug: str, quality: str | None, organ: Any) -> None:
    data: Any = esempio(slug) | {"causale": INSOLVENCY}
    data["datore_lavoro"]["rappresentante"].pop("qualifica", None)
    if quality:
        data["datore_lavoro"]["rappresentante"]["qualifica"] = quality
    told = "\n".join(lines(compose(slug, data)))
    assert ("per gli organi della procedura concorsuale " in told) is organ
    assert (f"per il datore di lavoro {FIRM}, in procedura concorsuale (di seguito, l’Azienda)" in told) is not organ


@pytest.mark.parametrize(
    ("slug", "name", "words", "no"),
    [
        ("accordo-a", "rotazione", "rotazione del personale in CIG", "senza rotazione del personale in CIG."),
        ("accordo-b", "rotazione", "Il personale in CIG", "Il personale in CIG non ruota."),
        ("accordo-c", "rotazione", "La rotazione riguarda tutto il personale", None),
        ("accordo-c", "divieto_licenziamenti", "giustificato motivo oggettivo", None),
    ],
)
def test_what_nobody_has_said_is_asked_and_never_denied(slug: str, name: str, words: str, no: str | None) -> None:
    asked = the_one(with_ways(slug, **{name: None}), words)
    assert asked.endswith(f"{ASKED}.")
    assert asked.count(ASKED) == 1
    denied = [one for one in with_ways(slug, **{name: False}) if words in one]
    assert [one for one in denied if ASKED in one] == []
    assert [one[-len(no) :] for one in denied] == [no] if no else denied == []
    assert ASKED not in "\n".join(with_ways(slug, **{name: True}))


def test_a_free_agreement_without_ways_of_use_leaves_room_for_them() -> None:
    free = "accordo-non-standard"
    bare = {name: one for name, one in esempio(free).items() if name not in {"modalita", "clausole"}}
    bare.pop("modalita_aggiuntive", None)
    assert "Il trattamento è utilizzato con le seguenti modalità: ____" in "\n".join(lines(compose(free, bare)))
    assert "con le seguenti modalità" not in "\n".join(lines(compose(free, esempio(free))))


@pytest.mark.parametrize("slug", ["accordo-a", "mancato-accordo-deroga", "esame-congiunto-deroga"])
def test_parties_are_those_who_sign(slug: str) -> None:
    told = "\n".join(lines(compose(slug, esempio(slug))))
    assert "Sono presenti (di seguito, le Parti sono i firmatari):" in told
