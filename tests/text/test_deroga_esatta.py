"""What the papers of the CIG in deroga say no more than they know: exceptions, insolvency, data not given, parties."""

from __future__ import annotations

from typing import Any

import pytest
from test_carte import rows, tables
from test_da_riempire import lines, names, said, without
from testi import compose, detto

from docservice.modelli.catalogo import catalogo
from docservice.service import esempio
from docservice.text.blocks import Signatures

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


@pytest.mark.parametrize(
    ("slug", "name", "count"),
    [
        ("autodichiarazione-did", "lavoratori", 5),
        ("elenco-lavoratori", "lavoratori", 9),
        ("decreto-deroga", "lavoratori", 5),
        ("mancato-accordo-deroga", "convocazioni", 5),
    ],
)
def test_a_table_without_rows_has_some_to_fill_by_hand(slug: str, name: str, count: int) -> None:
    data = esempio(slug) | {name: [], **({"variante": "mancata_presentazione"} if name == "convocazioni" else {})}
    document = compose(slug, data)
    [empty] = tables(document)
    assert [said(row[0]) for row in empty.rows] == ["1", "2", "3", "4", "5"]
    assert {tuple(said(cell) for cell in row[1:]) for row in empty.rows} == {("____",) * (count - 1)}
    assert "ciascuno dei lavoratori elencati ha rilasciato" not in "\n".join(lines(document))


def test_a_list_stands_by_department_and_tells_the_days_of_suspension() -> None:
    data = esempio("elenco-lavoratori")
    [people] = tables(compose("elenco-lavoratori", data))
    bands = [row[0] for place, row in enumerate(rows(people)) if place in people.bands]
    assert bands == [f"Reparto: {name}" for name in dict.fromkeys(one["reparto"] for one in data["lavoratori"])]
    assert (detto(people.header[-1]), rows(people)[1][-1]) == ("Sospeso dal", "01/07/2009")
    for worker in data["lavoratori"]:
        worker.pop("reparto", None)
        worker.pop("data_sospensione", None)
    [people] = tables(compose("elenco-lavoratori", data))
    assert (people.bands, detto(people.header[-1])) == (frozenset(), "Data della DID")


def test_a_list_names_its_agreement_as_people_do() -> None:
    told = "Accordo sindacale standard n. C-2009-0417 del 22 giugno 2009; domanda presentata il 24 giugno 2009."
    assert told in lines(compose("elenco-lavoratori", esempio("elenco-lavoratori")))


def test_a_did_tells_the_day_of_the_suspension_if_it_is_known() -> None:
    words = "con sospensione dal lavoro a partire dal 1° luglio 2009,"
    assert words in lines(compose("did", esempio("did")))
    assert "sospensione dal lavoro" not in "\n".join(
        lines(compose("did", without("did", "lavoratore", "data_sospensione")))
    )


@pytest.mark.parametrize(
    ("slug", "changes", "head"),
    [
        ("mancato-accordo-deroga", {"variante": "mancato_accordo"}, "Verbale di mancato accordo, CIG in deroga"),
        ("mancato-accordo-deroga", {"variante": "mancata_presentazione"}, "Dichiarazione di mancata presentazione"),
        ("accordo-b", {}, "Accordo standard B, CIG in deroga"),
        ("accordo-c", {}, "Accordo standard C, CIG in deroga"),
    ],
)
def test_the_head_of_a_page_tells_its_paper_in_a_few_words(slug: str, changes: Any, head: str) -> None:
    assert compose(slug, esempio(slug) | changes).title == head


def test_no_head_is_longer_than_a_line() -> None:
    longest = 49  # characters, beside a firm and a day
    found = {one.id: one.titolo_di({}) for tipo in catalogo().values() for one in (tipo, tipo.estratto) if one}
    assert {name: head for name, head in found.items() if "deroga" in head and len(head) > longest} == {}


@pytest.mark.parametrize(
    ("slug", "side"),
    [
        ("elenco-lavoratori", "firm"),
        ("domanda-deroga", "firm"),
        ("autodichiarazione-did", "firm"),
        ("decreto-deroga", "authority"),
    ],
)
def test_who_signs_alone_signs_on_the_side_of_their_own(slug: str, side: str) -> None:
    [block] = [one for one in compose(slug, esempio(slug)).blocks if isinstance(one, Signatures)]
    [(left, right)] = block.rows
    assert left
    assert (left.side, right) == (side, None)


def test_lines_for_unions_not_named_say_who_signs() -> None:
    data = esempio("accordo-a") | {"organizzazioni_sindacali": []}
    data.pop("rappresentanza_aziendale", None)
    assert list(names(compose("accordo-a", data))).count("____ (nome e cognome)") == 3


def test_a_decree_has_a_subject_and_a_refusal_room_for_its_reasons() -> None:
    told = lines(compose("decreto-deroga", esempio("decreto-deroga")))
    assert told.index("Il dirigente") < told.index("visti:") < told.index("Decreta")
    data = esempio("decreto-deroga") | {"esito": "rigetto"}
    data.pop("motivi", None)
    assert "Motivi: " + "____" * 4 in lines(compose("decreto-deroga", data))


@pytest.mark.parametrize(
    ("street", "civic", "told"),
    [
        ("Via Galvani", None, "Via Galvani n. ____, 24061"),
        ("Via Galvani", "3", "Via Galvani n. 3, 24061"),
        ("Via Galvani 3", None, "Via Galvani 3, 24061"),
        ("Località Piano s.n.c.", None, "Località Piano s.n.c., 24061"),
    ],
)
@pytest.mark.parametrize("place", ["sede_legale", "unita_produttiva"])
@pytest.mark.parametrize("slug", ["accordo-a", "comunicazione-deroga"])
def test_the_number_of_a_street_has_its_place_unless_it_is_there(
    slug: str, place: str, street: str, civic: str | None, told: str
) -> None:
    data: Any = esempio(slug)
    home = data["datore_lavoro"][place] | {"indirizzo": street, "cap": "24061"}
    home.pop("civico")
    data["datore_lavoro"][place] = home | ({"civico": civic} if civic else {})
    assert told in "\n".join(lines(compose(slug, data)))


def test_a_blank_is_as_long_as_what_it_awaits() -> None:
    data: Any = esempio("decreto-deroga")
    del data["datore_lavoro"]["unita_produttiva"]["civico"]
    del data["datore_lavoro"]["matricola_inps"]
    del data["domanda"]["id_domanda"]
    del data["decreto_ministeriale"]
    blanks = {
        (run.pointer or "").split("/")[-1]: run.length
        for block in compose("decreto-deroga", data).blocks
        for run in getattr(block, "runs", ())
        if run.blank
    }
    assert blanks.pop("data") == len("22 settembre 2009") + 1
    assert blanks == {"civico": 6, "matricola_inps": 12, "id_domanda": 8, "numero": 7}


def test_without_an_agreement_the_treatment_would_be_run() -> None:
    told = "\n".join(lines(compose("mancato-accordo-deroga", esempio("mancato-accordo-deroga"))))
    assert "il modo in cui il trattamento sarebbe gestito." in told
    assert "il modo in cui il trattamento sarà gestito." in "\n".join(lines(compose("accordo-a", esempio("accordo-a"))))


def test_a_refusal_tells_of_its_notice_only_if_there_was_one() -> None:
    words = (
        "la comunicazione dei motivi che ostano all’accoglimento della domanda, inviata il 9 luglio 2009 (art. 10-bis"
    )
    data = esempio("decreto-deroga") | {"esito": "rigetto", "motivi": "Domanda fuori termine."}
    noticed = data | {"data_motivi_ostativi": "2009-07-09"}
    assert words in "\n".join(lines(compose("decreto-deroga", noticed)))
    assert "motivi che ostano" not in "\n".join(lines(compose("decreto-deroga", data)))
    assert "motivi che ostano" not in "\n".join(lines(compose("decreto-deroga", noticed | {"esito": "autorizzazione"})))
