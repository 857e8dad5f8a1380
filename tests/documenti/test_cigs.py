"""The papers of the CIGS, cause by cause and outcome by outcome: good examples, each with words of its own."""

from __future__ import annotations

import json
from typing import Any

import pytest
from one_text import assert_one_text
from papers import composto, giudicato
from stadi import un_terzo
from testi import detto

from docservice.law.dlgs_148.generale.causali import STRAORDINARIE
from docservice.modelli.dlgs_148.cigs.esame import NOMI_ESITI
from docservice.paths import TEMPLATES
from docservice.text.blocks import EMPTY, TICKED, Document, Item, Signatures, Table

NOTICE, RECORD, AGREEMENT = "comunicazione-cigs", "esame-congiunto-cigs", "accordo-cigs"
FOLDERS = {AGREEMENT: TEMPLATES / "accordi" / AGREEMENT, RECORD: TEMPLATES / "verbali" / RECORD}
BY_CAUSE, BY_OUTCOME = sorted(STRAORDINARIE), sorted(NOMI_ESITI)
EVERY = [*((AGREEMENT, cause) for cause in BY_CAUSE), *((RECORD, outcome) for outcome in BY_OUTCOME)]
OWN = {
    "riorganizzazione": ["Investimenti per 2.400.000,00 euro", "11 lavoratori su 12 coinvolti, pari al 91,67%"],
    "transizione": ["transizione digitale", "tracciamento dei lotti", "Percorsi di formazione per il recupero"],
    "crisi": [
        "Squilibri che il piano",
        "Si prevedono 4 esuberi strutturali; piano",
        "Organico medio",
        "assunzioni agevol",
    ],
    "crisi_evento_improvviso": ["improvviso e imprevisto", "accaduto il 22 aprile 2024", "Non si prevedono esuberi"],
    "cessazione": ["cessa, o ha cessato", "art. 2112", "CIGSonline", "12 mesi in tutto, fuori dai limiti"],
    "transizione_occupazionale": ["(riorganizzazione aziendale)", "rischio di esubero: 12", "e senza proroghe"],
    "proroga_22bis": ["nei limiti delle risorse dell’anno", "Rilevanza strategica", "Azioni concordate con la Regione"],
    "crisi_complessa": ["crisi complessa del Sele", "410.000,00 euro", "informativa sulla protezione dei dati"],
    "norma_speciale": ["n. 199, art. 1, comma 171", "Secondo le Parti, la norma lo ammette", "Squilibri che il piano"],
}


def of(slug: str, name: str) -> Any:
    return json.loads((FOLDERS[slug] / "esempi" / f"{name}.json").read_text())


def printed(slug: str, data: Any) -> str:
    return "\n".join(detto(block.runs) for block in composto(slug, data).blocks if hasattr(block, "runs"))


def boxes(document: Document) -> list[str]:
    found = [one for one in document.blocks if isinstance(one, Item) and one.mark in (TICKED, EMPTY)]
    return [f"{one.mark} {detto(one.runs)}" for one in found]


def sides(slug: str, data: Any) -> list[str]:
    [signed] = [block for block in composto(slug, data).blocks if isinstance(block, Signatures)]
    return [party.side for party in signed.parties]


def test_an_example_for_each_cause_and_outcome() -> None:
    found = {slug: {path.stem for path in (home / "esempi").glob("*.json")} for slug, home in FOLDERS.items()}
    assert found == {AGREEMENT: set(STRAORDINARIE), RECORD: set(NOMI_ESITI)}
    assert {of(AGREEMENT, cause)["causale"]["tipo"] for cause in BY_CAUSE} == set(STRAORDINARIE)
    assert {of(RECORD, outcome)["esito"] for outcome in BY_OUTCOME} == set(NOMI_ESITI)


@pytest.mark.parametrize(("slug", "name"), EVERY)
def test_the_example_is_good(slug: str, name: str) -> None:
    assert giudicato(slug, of(slug, name)).esito == "conforme"


@pytest.mark.parametrize(("slug", "name"), un_terzo(EVERY))
def test_one_text_in_every_format(slug: str, name: str) -> None:
    assert_one_text(slug, of(slug, name), formati=("pdf", "docx", "html"))


@pytest.mark.parametrize("cause", BY_CAUSE)
def test_each_cause_has_the_words_of_its_own(cause: str) -> None:
    text = printed(AGREEMENT, of(AGREEMENT, cause)) + "\n".join(boxes(composto(AGREEMENT, of(AGREEMENT, cause))))
    assert [words for words in OWN[cause] if words not in text] == []
    # a body is read under its cause only; the plan of the crises under a special act too, where it is there
    others = (words for other in BY_CAUSE if other not in (cause, "norma_speciale") for words in OWN[other][:1])
    seen = [words for words in others if words in text]
    assert seen == (OWN["crisi"][:1] if cause in ("crisi_evento_improvviso", "norma_speciale") else [])


@pytest.mark.parametrize("cause", BY_CAUSE)
def test_what_the_law_asks_and_nobody_has_said_is_a_blank(cause: str) -> None:
    """A draft that says the cause alone has a line for what the cause wants, and no sentence on what is not there."""
    data = of(AGREEMENT, cause)
    blocks = {"programma", "transizione", "risanamento", "indicatori", "organico_biennio", "cessazione", "proroga"}
    blocks |= {"transizione_occupazionale", "crisi_complessa", "evento_improvviso", "criteri_scelta", "rotazione"}
    bare = {name: value for name, value in data.items() if name not in blocks}
    text = printed(AGREEMENT, bare)
    for absent in ("Non si prevedono esuberi", "Interventi previsti", "non segue la procedura"):
        assert absent not in text
    asked = cause in ("riorganizzazione", "transizione", "crisi", "crisi_evento_improvviso")
    assert ("Criteri di scelta" in text) == asked
    assert ("Rotazione dei lavoratori interessati, o ragioni" in text) == asked


def test_the_crisis_shows_its_two_years() -> None:
    data = of(AGREEMENT, "crisi")
    tables = [block for block in composto(AGREEMENT, data).blocks if isinstance(block, Table)]
    heads = [[run.text for cell in table.header for run in cell] for table in tables]
    assert ["Indicatore", "2022", "2023"] in heads
    assert ["Anno", "Dipendenti, in media"] in heads
    sudden = data | {
        "causale": {"tipo": "crisi_evento_improvviso"},
        "evento_improvviso": {"descrizione": "Un embargo."},
    }
    shown = printed(AGREEMENT, sudden)
    assert "Organico medio" not in shown
    assert "Indicatori economico-finanziari" not in shown


def test_who_hires_with_aid_does_not_say_that_it_does_not() -> None:
    ticked = {}
    for hired in (False, True, None):
        data = {**of(AGREEMENT, "crisi"), "assunzioni_agevolate": hired}
        data = {name: value for name, value in data.items() if value is not None}
        found = [box for box in boxes(composto(AGREEMENT, data)) if "assunzioni agevolate" in box]
        ticked[hired] = [box[0] for box in found]
    assert ticked == {False: ["☒", "☐"], True: ["☐", "☒"], None: ["☐", "☐"]}


def test_the_programme_that_lasts_longer_has_its_own_days() -> None:
    data = of(AGREEMENT, "riorganizzazione")
    assert "che dura dal 1° luglio 2024 al 31 dicembre 2025," in printed(AGREEMENT, data)
    data["programma"] |= data["periodo"]
    assert "che dura" not in printed(AGREEMENT, data)


def test_building_is_not_asked_why_no_solidarity() -> None:
    data = of(AGREEMENT, "transizione")
    del data["motivo_no_solidarieta"]
    assert "non il contratto di solidarietà" in printed(AGREEMENT, data)
    data["datore_lavoro"]["settore"] = "edilizia"
    assert "contratto di solidarietà" not in printed(AGREEMENT, data)


def test_between_the_parties_alone_the_consultation_is_not_over() -> None:
    data = of(AGREEMENT, "transizione")
    over = "la consultazione sindacale dell’art. 24 del D.Lgs. n. 148/2015 si è conclusa"
    alone = {"denominazione": "Associazione Industriali Esempio", "tipo": "parti"}
    assert over in printed(AGREEMENT, data | {"sede_incontro": alone})
    del data["data_chiusura_consultazione"]
    assert over in printed(AGREEMENT, data)
    assert over not in printed(AGREEMENT, data | {"sede_incontro": alone})
    assert "authority" not in sides(AGREEMENT, data | {"sede_incontro": alone})


def test_the_decree_of_the_criteria_is_that_of_its_day() -> None:
    data = of(AGREEMENT, "transizione") | {"causale": {"tipo": "riorganizzazione"}}
    for day, words in (("2016-02-08", ""), ("2016-02-09", "n. 94033."), ("2022-03-16", "25 febbraio 2022, n. 33.")):
        text = printed(AGREEMENT, data | {"data": day})
        assert ("decreto del Ministro" in text) == bool(words)
        assert words in text
        assert "46448" not in text


def test_a_cessation_cites_the_law_of_its_first_day() -> None:
    data = of(AGREEMENT, "cessazione")
    for first, words in (("2018-09-28", "dell’art. 21, comma 4,"), ("2018-09-29", "dell’art. 44 del decreto-legge")):
        text = printed(AGREEMENT, data | {"periodo": {"dal": first, "al": "2019-02-28"}})
        assert words in text


def test_the_region_signs_what_it_shares() -> None:
    data = of(AGREEMENT, "cessazione")
    assert sides(AGREEMENT, data).count("authority") == 1
    data["cessazione"] |= {"prospettiva": "politiche_attive", "regione_assenso": True}
    assert sides(AGREEMENT, data).count("authority") == 2
    assert "che condivide l’accordo" in "".join(boxes(composto(AGREEMENT, data)))
    data["cessazione"]["regione_assenso"] = False
    assert sides(AGREEMENT, data).count("authority") == 1
    assert sides(AGREEMENT, of(AGREEMENT, "proroga_22bis")).count("authority") == 2


def test_a_record_says_how_it_ended() -> None:
    texts = {outcome: printed(RECORD, of(RECORD, outcome)) for outcome in BY_OUTCOME}
    closed = {outcome: "si è conclusa il 27 luglio 2017" in text for outcome, text in texts.items()}
    assert closed == {"accordo": True, "senza_accordo": True, "assenza_parti": True, "rinviato": False}
    may = {outcome for outcome, text in texts.items() if "l’Azienda può presentare la domanda" in text}
    assert may == {"senza_accordo", "assenza_parti"}
    assert "L’esame prosegue il 2 agosto 2017, alle ore 10:30" in texts["rinviato"]
    assert "presenta la domanda" not in texts["rinviato"]
    assert "L’accordo è stato firmato in data odierna" in texts["accordo"]
    assert "Per i lavoratori non si è presentato nessuno" in texts["assenza_parti"]
    assert "le Parti" not in texts["assenza_parti"]
    assert "workers" not in sides(RECORD, of(RECORD, "assenza_parti"))


def test_without_an_agreement_that_the_law_wants_there_is_no_application() -> None:
    data = of(RECORD, "senza_accordo") | {"causale": {"tipo": "cessazione"}}
    text = printed(RECORD, data)
    assert "senza l’accordo che il trattamento richiede" in text
    assert "presenta la domanda" not in text
    assert "presentare" not in text


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        (["regione"], "alla Regione in indirizzo"),
        (["ministero"], "al Ministero in indirizzo"),
        (["regione", "ministero"], "alla Regione e al Ministero in indirizzo"),
    ],
)
def test_the_notice_asks_who_it_is_sent_to(kinds: list[str], words: str) -> None:
    data = json.loads((TEMPLATES / "verbali" / NOTICE / "esempio.json").read_text())
    data["destinatari"] = [{"tipo": kind, "denominazione": f"Ufficio {kind}"} for kind in ["os", *kinds]]
    assert f"Si chiede {words} di convocare" in printed(NOTICE, data)
    later = data | {"richiesta_esame": False, "richiedente": "sindacati"}
    text = printed(NOTICE, later)
    assert "convocare" not in text
    assert "seguirà entro 3 giorni, a cura delle organizzazioni sindacali" in text
    assert "cioè entro il" not in text


def test_hours_and_percent_of_a_notice_are_those_of_a_reduction() -> None:
    data = json.loads((TEMPLATES / "verbali" / NOTICE / "esempio.json").read_text())
    for told_as, words in (
        ({"tipo": "riduzione", "percentuale": "50"}, "riduzione dell’orario di lavoro, in media, del 50%"),
        ({"tipo": "riduzione", "ore_settimanali_medie": "16"}, "in media, di 16 ore settimanali"),
        ({"tipo": "zero_ore", "ore_settimanali_medie": "16"}, "☐ riduzione dell’orario di lavoro"),
    ):
        found = "\n".join(boxes(composto(NOTICE, data | {"entita": told_as})))
        assert words in found
    assert "16 ore" not in found
