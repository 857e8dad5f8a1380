"""What the papers of the CIG in deroga leave to fill by hand: one line for each thing awaited, no claim of anybody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from testi import compose

from docservice.service import esempio
from docservice.text.blocks import Document, Paragraph, Runs, Signatures

NOBODY = "____ (nome e cognome, qualifica)"


def said(runs: Runs) -> str:
    return "".join("____" if run.blank else run.text for run in runs).replace("\xa0", " ")


def lines(document: Document) -> list[str]:
    return [said(one.runs) for one in document.blocks if hasattr(one, "runs")]


def names(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Signatures):
            yield from (said(one.name) for one in block.parties)


def without(slug: str, *path: str) -> Any:
    """Return the example of a document without the datum of a path."""
    data: Any = esempio(slug)
    inner = data
    for name in path[:-1]:
        inner = inner[name]
    inner.pop(path[-1], None)
    return data


FIRM = ("datore_lavoro", "rappresentante")


@pytest.mark.parametrize(
    ("slug", "path"),
    [
        ("mancato-accordo-deroga", FIRM),
        ("elenco-lavoratori", FIRM),
        ("esame-congiunto-deroga", ("autorita", "funzionario")),
        ("decreto-deroga", ("dirigente",)),
    ],
)
def test_who_signs_and_is_not_known_has_one_line(slug: str, path: tuple[str, ...]) -> None:
    document = compose(slug, without(slug, *path))
    assert NOBODY in names(document)
    assert not [line for line in (*lines(document), *names(document)) if "____ ____" in line or "____, ____" in line]


@pytest.mark.parametrize(
    ("slug", "sender"),
    [
        ("comunicazione-deroga", {"mittente": "associazione_datoriale"}),
        ("comunicazione-cigo", {}),  # as its example is
    ],
)
def test_a_letter_says_whose_name_it_awaits(slug: str, sender: Any) -> None:
    data = without(slug, "associazione_datoriale") | sender
    data.pop("intestazione", None)
    [first, *_] = (one for one in compose(slug, data).blocks if isinstance(one, Paragraph) and one.kind == "sender")
    assert [run.blank for run in first.runs[:2]] == [False, True]
    assert first.runs[0].text.startswith("Associazione datoriale")


def test_a_quality_not_known_is_asked_by_its_name() -> None:
    document = compose("mancato-accordo-deroga", without("mancato-accordo-deroga", *FIRM, "qualifica"))
    assert "Aldo Ricci, ____ (qualifica)" in names(document)
    assert any(line.endswith(": Aldo Ricci, ____ (qualifica);") for line in lines(document))


def test_who_declares_in_person_signs_in_person() -> None:
    document = compose("autodichiarazione-did", esempio("autodichiarazione-did"))
    [party] = [one for block in document.blocks if isinstance(block, Signatures) for one in block.parties]
    assert (said(party.role), said(party.name)) == ("Il/La dichiarante", "Aldo Ricci")


def test_without_an_agreement_the_firm_asks_for_the_payment() -> None:
    slug = "mancato-accordo-deroga"
    asked = "L’Azienda chiede che il trattamento sia corrisposto ai lavoratori direttamente dall’INPS."
    assert asked in lines(compose(slug, esempio(slug)))
    not_asked = compose(slug, esempio(slug) | {"pagamento_diretto_inps": False})
    assert "L’Azienda non chiede il pagamento diretto dell’INPS." in lines(not_asked)


@pytest.mark.parametrize(
    ("slug", "name", "words"),
    [
        ("mancato-accordo-deroga", "conoscenza_accordo_quadro", "di avere piena conoscenza dell’Accordo Quadro"),
        ("mancato-accordo-deroga", "informazione_lavoratori", "L’Azienda informa tutti i lavoratori interessati"),
        ("accordo-non-standard", "informazione_lavoratori", "L’Azienda si impegna a far sottoscrivere"),
    ],
)
def test_what_a_paper_must_say_is_asked_where_nobody_has_said_it(slug: str, name: str, words: str) -> None:

    def line(data: Any) -> list[str]:
        return [one for one in lines(compose(slug, data)) if one.startswith(words)]

    [told] = line(esempio(slug))
    [asked] = line(without(slug, name))
    assert "☐" not in told
    assert asked == told[:-1] + " (da confermare: ☐ sì ☐ no)" + told[-1]
    assert line(esempio(slug) | {name: False}) == []


def test_the_treatment_referred_to_is_of_neither_paper_until_somebody_says_which() -> None:
    told = "\n".join(lines(compose("accordo-d", without("accordo-d", "modalita", "riferimento"))))
    assert "previste nell’accordo o nella domanda di cui si dice in premessa" in told


def test_a_free_agreement_asks_whether_the_framework_is_known() -> None:
    free = "accordo-non-standard"
    asked = "\n".join(lines(compose(free, without(free, "conoscenza_accordo_quadro"))))
    assert "di avere piena conoscenza dell’Accordo Quadro e dei suoi allegati (da confermare: ☐ sì ☐ no);" in asked


def test_an_examination_tells_of_no_agreement_and_no_body_that_nobody_has_named() -> None:
    slug = "esame-congiunto-deroga"
    data = {name: value for name, value in esempio(slug).items() if name not in {"motivo", "autorita"}}
    told = lines(compose(slug, data))
    assert "____ (Provincia o ARIFL)" in told
    assert any("Le Parti hanno esaminato la richiesta e le sue ragioni, a confronto con" in line for line in told)
    assert any(line.endswith("sono trasmessi, per la validazione, all’organo competente.") for line in told)
