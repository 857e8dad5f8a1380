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
    "cessazione": ["accompagna la cessazione", "art. 2112", "CIGSonline", "al massimo 12 mesi, fuori dai limiti"],
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
    may = {
        outcome for outcome, text in texts.items() if "La domanda, se presentata, va presentata entro 7 giorni" in text
    }
    assert may == {"senza_accordo", "assenza_parti"}
    assert "L’esame prosegue il 2 agosto 2017, alle ore 10:30" in texts["rinviato"]
    assert "presenta la domanda" not in texts["rinviato"]
    assert "L’accordo è stato firmato in data odierna" in texts["accordo"]
    over = {outcome for outcome, text in texts.items() if "la procedura è esaurita" in text}
    assert over == {"senza_accordo"}
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


def test_what_is_not_agreed_is_what_the_firm_says() -> None:
    said = "Secondo quanto esposto dall’Azienda:"
    extra = {
        "anticipo_azienda_in_attesa_decreto": True,
        "integrazione_aziendale": {"importo": "100.00", "descrizione": "a chi è sospeso."},
        "maturazione_ratei": "intera",
        "verifiche_periodiche_mesi": 6,
        "riduzione_anticipata": True,
    }
    agreed = ("Il trattamento riguarda al", "Le Parti si incontrano", "L’Azienda anticipa", "si valuterà di ridurre")
    for outcome in BY_OUTCOME:
        text = printed(RECORD, of(RECORD, outcome) | extra)
        assert (said in text) == (outcome != "accordo")
        assert ("propone inoltre, senza che sia stato convenuto" in text) == (outcome != "accordo")
        assert [words in text for words in agreed] == [outcome == "accordo"] * len(agreed)
        assert ("gli istituti retributivi maturano" in text) == (outcome == "accordo")


def test_the_firm_that_did_not_come_is_not_there() -> None:
    data = of(RECORD, "senza_accordo") | {"esito": "assenza_parti"}
    del data["data_chiusura_consultazione"]
    name = data["datore_lavoro"]["denominazione"]
    for away in ({"partecipanti_datore": []}, {"assenti": [{"denominazione": name.upper(), "convocata": True}]}):
        text = printed(RECORD, data | away)
        assert "L’Azienda non si è presentata. È presente l’Associazione Industriali Esempio" in text
        assert "rappresentata da Paola" not in text
        assert "le Parti" not in text
        assert "«le OO.SS.»" not in text
        assert "si è conclusa" not in text
        assert "cioè non oltre" not in text
        assert sides(RECORD, data | away) == ["authority", "firm", *["workers"] * 5]
    alone = {**data, "partecipanti_datore": []}
    del alone["associazione_datoriale"]
    assert "firm" not in sides(RECORD, alone)


def test_the_association_that_came_signs_for_its_part() -> None:
    data = of(RECORD, "assenza_parti")
    about = {
        "denominazione": "Associazione Industriali Esempio",
        "rappresentante": {"nome": "Marco", "cognome": "Sereni"},
    }
    there = data | {"associazione_datoriale": about}
    assert "È presente l’Associazione Industriali Esempio" in printed(RECORD, there)
    assert sides(RECORD, there).count("firm") == sides(RECORD, data).count("firm") + 1
    assert sides(RECORD, there | {"partecipanti_datore": []}) == ["authority", "firm"]


def test_an_agreement_whose_day_is_not_told_is_not_said_to_be_signed() -> None:
    data = of(RECORD, "accordo")
    del data["accordo"]
    text = printed(RECORD, data)
    assert "è stato firmato" not in text
    assert "Accordo: firma in data" in text


def test_an_area_of_complex_crisis_has_no_joint_examination() -> None:
    data = of(RECORD, "accordo") | {"causale": {"tipo": "crisi_complessa"}}
    assert "esame congiunto" not in printed(RECORD, data)
    assert "art. 24" not in printed(RECORD, data)
    notice = json.loads((TEMPLATES / "verbali" / NOTICE / "esempio.json").read_text())
    text = printed(NOTICE, notice | {"causale": {"tipo": "crisi_complessa"}})
    assert "richiesta di incontro" in text
    assert "esame congiunto" not in text
    assert "al Ministero del lavoro e delle politiche sociali di convocare le parti per l’incontro" in text


def test_investments_that_do_not_add_up_are_some_of_them() -> None:
    data = of(RECORD, "accordo")
    lines = data["programma"]["investimenti"]["voci"]
    assert "così ripartiti:" in printed(RECORD, data)
    for change in ({"importo": "2099999.99"}, {"importo": None}):
        first = {name: value for name, value in (lines[0] | change).items() if value is not None}
        data["programma"]["investimenti"]["voci"] = [first, *lines[1:]]
        text = printed(RECORD, data)
        assert "in tutto il programma, fra cui:" in text


def test_a_ministry_and_a_decree_are_named_as_on_their_day() -> None:
    data = of(AGREEMENT, "cessazione") | {"mimit_presente": True}
    data["cessazione"] |= {"ulteriori_sei_mesi": {"cessionario": "Beta", "prospettiva": "preliminare."}}
    for day, words in (
        ("2022-11-11", "il Ministero dello sviluppo economico, presente"),
        ("2022-11-12", "il Ministero delle imprese e del made in Italy, presente"),
        ("2025-08-01", "(art. 8 del decreto-legge 26 giugno 2025, n. 92)"),
        ("2025-08-02", "n. 92, convertito dalla legge 1° agosto 2025, n. 113)"),
        ("2018-11-19", "del decreto-legge 28 settembre 2018, n. 109,"),
        ("2018-11-20", "n. 109, convertito dalla legge 16 novembre 2018, n. 130"),
    ):
        text = printed(AGREEMENT, data | {"data": day})
        assert words in text
        assert ("convertito dalla legge 16" in text) == (day > "2018-11-19")


def test_further_months_are_among_those_that_the_law_gives() -> None:
    data = of(AGREEMENT, "cessazione") | {"periodo": {"dal": "2025-06-27", "al": "2026-12-26"}}
    assert "al massimo 12 mesi, fuori" in printed(AGREEMENT, data)
    data["cessazione"] |= {"ulteriori_sei_mesi": {"cessionario": "Beta", "prospettiva": "preliminare."}}
    assert "al massimo 18 mesi, fuori" in printed(AGREEMENT, data)


def test_who_asked_and_who_called_is_said() -> None:
    data = json.loads((FOLDERS[AGREEMENT] / "esempio.json").read_text())
    text = printed(AGREEMENT, data)
    assert (
        "l’Associazione ha chiesto alla Regione Campania, con nota n. 118 del 10 luglio 2017, l’esame congiunto" in text
    )
    assert "la Regione Campania ha convocato le Parti con nota n. 2017/4411 del 20 luglio 2017" in text
    for name, words in (
        ("dott.ssa Irma Gatti", "della dott.ssa"),
        ("Irma Gatti", "di Irma"),
        ("avv. Irma Gatti", "dell’avv."),
    ):
        held = data["sede_incontro"] | {"funzionario": name}
        assert f"alla presenza, per la Regione Campania, {words}" in printed(AGREEMENT, data | {"sede_incontro": held})
    order = ("le Parti ritengono la CIGS", "ipotesi di accordo il 7 luglio 2017", "ha chiesto alla", "ha convocato")
    assert [text.index(words) for words in order] == sorted(text.index(words) for words in order)
    data["premesse"]["nota_richiesta"] |= {"da": "Confederazione Esempio", "a": "Ufficio del lavoro"}
    data["premesse"]["nota_convocazione"] |= {"da": "Giunta regionale"}
    text = printed(AGREEMENT, data)
    assert "la Confederazione Esempio ha chiesto all’Ufficio del lavoro, con nota" in text
    assert "la Giunta regionale ha convocato le Parti" in text


def test_who_represents_an_authority_is_named() -> None:
    data = of(AGREEMENT, "proroga_22bis") | {"mimit_presente": True}
    names = [{"ente": region, "nome": f"Ada {region}", "qualifica": "dirigente"} for region in data["regioni_presenti"]]
    data["rappresentanti_autorita"] = [*names, {"ente": "MIMIT", "nome": "Ugo Riva"}]
    text = printed(AGREEMENT, data)
    assert f"nella persona di Ada {data['regioni_presenti'][0]}, dirigente" in text
    assert "made in Italy, presente all’incontro nella persona di Ugo Riva" in text
    assert "nella persona di _" not in text


def test_what_the_parties_say_of_a_special_act_is_theirs() -> None:
    data = of(AGREEMENT, "norma_speciale")
    data["norma"] |= {"termine_domanda_giorni": 30, "addizionale": False}
    text = printed(AGREEMENT, data)
    assert "Sempre secondo le Parti, la domanda va presentata entro 30 giorni dall’accordo, e il contributo" in text
    data["norma"] = {name: data["norma"][name] for name in ("atto", "punto", "addizionale")}
    assert "comma 171. Secondo le Parti, il contributo addizionale non è dovuto." in printed(AGREEMENT, data)


def test_small_words_of_the_body() -> None:
    data = of(AGREEMENT, "riorganizzazione")
    assert "nelle unità produttive sono 120.982" in printed(AGREEMENT, data)
    data["programma"]["recupero"] |= {"gestione_non_traumatica": 0}
    data["politiche_attive"] = {"soggetto": "regione", "cofinanziamento_regionale": True}
    data["formazione"] = {"prevista": True, "ore_pro_capite": "1"}
    text = printed(AGREEMENT, data)
    assert "non traumatiche" not in text
    assert "attuate e cofinanziate dalla Regione" in text
    assert "per 1 ora ciascuno" in text
    assert "lettera c), del D.Lgs. n. 148/2015)" in text
    over = of(AGREEMENT, "cessazione")
    over["cessazione"]["misure_eccedenze"] = over["gestione_eccedenze"] = "uscite volontarie."
    assert printed(AGREEMENT, over).count("uscite volontarie.") == 1
    sudden = of(AGREEMENT, "crisi_evento_improvviso") | {"assunzioni_agevolate": True}
    assert "assunzioni agevolate" not in "".join(boxes(composto(AGREEMENT, sudden)))
    asked = of(RECORD, "accordo")
    assert ", pratica n. 2017/88" in printed(RECORD, asked)
    later = of(AGREEMENT, "transizione_occupazionale") | {"ore": {"lavorabili": "1000", "sospese": "100"}}
    del later["programma"]
    assert "Nel tempo del trattamento le ore" in printed(AGREEMENT, later)
