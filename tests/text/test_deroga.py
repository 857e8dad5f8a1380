"""How the papers of the CIG in deroga say what they say: what a wrong word would make somebody read otherwise."""

from __future__ import annotations

from typing import Any

import pytest
from test_carte import rows, tables, text
from testi import compose, detto

from docservice.service import esempio
from docservice.text.blocks import Item, Paragraph, Signatures

RECEIVED = "data_ricevimento_comunicazione"
FIRM = "Officine Meccaniche Valserina S.r.l."
UNIONS = ("FIM-CISL", "FIOM-CGIL", "UILM-UIL")


def told(slug: str, **changes: Any) -> str:
    return text(compose(slug, esempio(slug) | changes))


def sides(slug: str, **changes: Any) -> list[tuple[str, str]]:
    """Return who signs, row by row: on the left, on the right."""
    [block] = [one for one in compose(slug, esempio(slug) | changes).blocks if isinstance(one, Signatures)]
    return [tuple(detto((*one.role, *one.name)) if one else "" for one in row) for row in block.rows]


@pytest.mark.parametrize(("slug", "share"), [("accordo-b", "l’80%"), ("accordo-c", "il 60%")])
def test_the_cap_is_on_the_hours_cut_and_not_on_those_worked(slug: str, share: str) -> None:
    cap = f"la riduzione dell’orario compensata dalla CIG in deroga non può superare {share} dell’orario ordinario."
    assert cap in told(slug).lower().replace("cig", "CIG")


def test_estimates_are_one_where_nobody_is_at_zero_hours() -> None:
    ways = esempio("accordo-b")["modalita"]
    assert "Le due stime si riferiscono all’intero periodo richiesto." in told("accordo-b")
    none = told("accordo-b", modalita=ways | {"addetti_zero_ore": 0, "ore_stimate_zero_ore": 0})
    assert "La stima si riferisce all’intero periodo richiesto." in none


def test_the_day_of_the_treatment_referred_to_is_that_of_the_agreement() -> None:
    data = esempio("accordo-d")
    data["modalita"]["riferimento"] = {"tipo": "accordo", "trattamento": "CIGO", "data": "2009-06-10"}
    concluded = "ha concluso, in data 10 giugno 2009, un accordo sindacale per la richiesta di CIGO"
    assert concluded in text(compose("accordo-d", data)).splitlines()
    data["modalita"]["riferimento"]["tipo"] = "domanda"
    assert "ha presentato, in data 10 giugno 2009, domanda di CIGO" in text(compose("accordo-d", data)).splitlines()


def test_a_notice_knows_the_day_of_its_receipt_only_if_given_by_hand_that_day() -> None:
    assert "15 giugno 2009" not in repr(compose("comunicazione-deroga", esempio("comunicazione-deroga")).blocks)
    by_hand = told("comunicazione-deroga", **{RECEIVED: "2009-06-12"})
    assert "ricevuta la comunicazione il 12 giugno 2009, entro il 22 giugno 2009." in by_hand
    assert sides("comunicazione-deroga", **{RECEIVED: "2009-06-12"})[0][1].endswith("il giorno 12 giugno 2009")


def test_each_addressee_of_a_notice_gives_receipt_of_it() -> None:
    [_, *others] = [right for _, right in sides("comunicazione-deroga")]
    assert others == [f"{name} Bergamo, per ricevuta della copia consegnata a mano il giorno " for name in UNIONS]
    alone = sides("comunicazione-deroga", organizzazioni_sindacali=[])
    assert [right for _, right in alone] == ["La RSU, per ricevuta della copia consegnata a mano il giorno "]


@pytest.mark.parametrize("sender", ["datore_lavoro", "associazione_datoriale", "organo_procedura"])
def test_a_notice_is_a_letter(sender: str) -> None:
    blocks = compose("comunicazione-deroga", esempio("comunicazione-deroga") | {"mittente": sender}).blocks
    parts = [(one.kind, detto(one.runs)) for one in blocks if isinstance(one, Paragraph)]
    kinds = [kind for kind, _ in parts]
    assert kinds[:8] == [*["sender"] * 2, "place", *["addressee"] * 4, "subject"]
    assert {*kinds[8:]} == {"text"}
    assert all(words.startswith("Spett.le ") for kind, words in parts if kind == "addressee")
    [names] = {words for kind, words in parts[:1]}
    assert names.startswith("Associazione Artigiani" if sender == "associazione_datoriale" else FIRM)


def test_the_firm_signs_on_the_left_the_workers_on_the_right_bodies_above() -> None:
    body = {"denominazione": "Ente Beta", "presenti": ["Rita Sala", "Ugo Neri"]}
    found = sides("accordo-a", ente_bilaterale=body)
    assert found[0] == (
        "Per l’ente bilaterale artigiano Ente BetaRita Sala",
        "Per l’ente bilaterale artigiano Ente BetaUgo Neri",
    )
    assert found[1][0].startswith(f"Per il datore di lavoro {FIRM}")
    assert found[1][1] == "Per l’organizzazione sindacale FIM-CISLPia Neri"
    assert found[2][0] == "Per l’Associazione Artigiani della ValserinaIrma Gatti"
    assert [right for left, right in found if not left][-2:] == ["Per la RSUCarla Bonetti", "Per la RSULuca Ferri"]
    assert sides("esame-congiunto-deroga")[0][0].startswith("Per la Provincia")


def test_words_follow_the_sex_of_who_declares() -> None:
    worker = esempio("did")["lavoratore"]
    assert "La sottoscritta*: Carla Bonetti" in told("did")
    man = told("did", lavoratore=worker | {"nome": "Luca", "codice_fiscale": "FRRLCU83S02B157G"})
    assert "Il sottoscritto*: Luca" in man
    assert "essere contattato con" in man
    nobody = told("did", lavoratore=worker | {"codice_fiscale": "BNTCRL71C54A794X"})
    assert "Il/La sottoscritto/a*: Carla" in nobody


def test_who_declares_that_others_signed_is_told_whole() -> None:
    known = told("autodichiarazione-did")
    assert (
        "nato/a a Bergamo il 20 maggio 1961, residente in Via Broseta n. 21, 24122 Bergamo (BG), identificato" in known
    )
    items = [
        one
        for one in compose("autodichiarazione-did", esempio("autodichiarazione-did")).blocks
        if isinstance(one, Item)
    ]
    assert [detto(one.runs).split()[0] for one in items] == ["di", "che", "che"]
    data = {name: value for name, value in esempio("autodichiarazione-did").items() if name != "dichiarante"}
    blanks = [
        run
        for block in compose("autodichiarazione-did", data).blocks
        if isinstance(block, Paragraph)
        for run in block.runs
    ]
    assert sum(run.blank and (run.pointer or "").startswith("/dichiarante/") for run in blanks) == 7
    words = text(compose("autodichiarazione-did", data))
    for awaited in (
        "(luogo di nascita)",
        "(data di nascita)",
        "(indirizzo, CAP, comune e provincia)",
        "(documento)",
        "(ente)",
    ):
        assert awaited in words
        assert awaited not in known


@pytest.mark.parametrize("outcome", ["autorizzazione", "rigetto"])
@pytest.mark.parametrize(
    ("day", "act"),
    [
        ("2010-09-15", "entro 60 giorni (art. 21 della legge 6 dicembre 1971, n. 1034)"),
        ("2010-09-16", "entro 60 giorni (art. 29 del decreto legislativo 2 luglio 2010, n. 104)"),
    ],
)
def test_a_decree_tells_term_and_judge(outcome: str, day: str, act: str) -> None:
    words = told("decreto-deroga", esito=outcome, data=day, motivi="Domanda fuori termine.")
    assert f"ricorso al Tribunale amministrativo regionale per la Lombardia {act}" in words
    assert "ricorso straordinario al Presidente della Repubblica entro 120 giorni" in words


def test_a_document_of_identity_is_issued_by_its_office() -> None:
    issued = "carta d’identità n. AK 0000000, rilasciata dal Comune di Bergamo il 14 marzo 2005"
    assert f"identificato/a con {issued}, in qualità" in told("autodichiarazione-did")
    assert f"copia del documento di identità ({issued}), deve pervenire" in told("domanda-deroga")
    data = esempio("autodichiarazione-did")
    data["dichiarante"]["documento_identita"] = {"tipo": "passaporto", "numero": "Y1", "rilasciato_il": "2008-01-21"}
    passport = "passaporto n. Y1, rilasciato il 21 gennaio 2008, in qualità"
    assert passport in text(compose("autodichiarazione-did", data))


def test_a_sentence_of_the_user_is_not_closed_twice() -> None:
    cause = {"tipo": "altro", "descrizione": "Calo degli ordini."}
    assert "altro: Calo degli ordini" in told("accordo-a", causale=cause).splitlines()
    firm = {"tipo": "altro", "descrizione": "Fermo di Alfa S.p.A."}
    assert "altro: Fermo di Alfa S.p.A." in told("accordo-a", causale=firm).splitlines()
    body = {
        "tipo": "RSU",
        "componenti": ["Ivan Moretti"],
        "firmataria": False,
        "dichiarazione": "Non firma. Si oppone.",
    }
    assert "La RSU dichiara: «Non firma. Si oppone»." in told("accordo-a", rappresentanza_aziendale=body)


@pytest.mark.parametrize("slug", ["decreto-deroga", "domanda-deroga", "elenco-lavoratori"])
def test_the_did_of_a_worker_is_told_alike(slug: str) -> None:
    [people] = tables(compose(slug, esempio(slug)))
    assert "DID sottoscritta" in [detto(cell) for cell in people.header]
    assert "19/06/2009" in " ".join(rows(people)[len(people.bands & {0})])


def test_codes_of_the_firm_are_printed_where_given() -> None:
    codes = "(codice fiscale 01234560165, partita IVA 01234560165, matricola INPS 1204567890, sede INPS di Bergamo)"
    for slug in ("accordo-a", "comunicazione-deroga", "mancato-accordo-deroga", "elenco-lavoratori"):
        assert f"{FIRM} {codes}" in told(slug)
    firm = {
        name: value
        for name, value in esempio("accordo-a")["datore_lavoro"].items()
        if name not in {"codice_fiscale", "matricola_inps", "sede_inps"}
    }
    assert f"{FIRM} (partita IVA 01234560165), con sede" in told("accordo-a", datore_lavoro=firm)
    # the application has a line of its own for those of INPS
    assert told("domanda-deroga").count("1204567890") == 1


def test_a_department_alone_is_named_above_its_rows() -> None:
    data = esempio("tabella-solidarieta")
    for worker in data["lavoratori"]:
        worker["reparto"] = "torni"
    [_, people] = tables(compose("tabella-solidarieta", data))
    assert (people.bands, people.totals) == ({0}, {11})
    assert rows(people)[0][0] == "Reparto: torni"


def test_the_hours_of_the_workers_stand_under_their_departments() -> None:
    data = esempio("accordo-c")
    [hours] = tables(compose("accordo-c", data))
    named = [row[0] for place, row in enumerate(rows(hours)) if place in hours.bands]
    assert named == ["Reparto: tornitura", "Reparto: fresatura"]
    for worker in data["lavoratori"]:
        del worker["reparto"]
    [hours] = tables(compose("accordo-c", data))
    assert not hours.bands
    del data["lavoratori"]
    assert tables(compose("accordo-c", data)) == []
