"""What the papers print of an extension of art. 22-bis, of a special act, of who takes part for the State."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from test_carte import rows, tables, text
from test_verbali import runs
from testi import compose

from docservice.service import esempio
from docservice.text.blocks import TICKED, Item

PROROGA = {
    "causale": "solidarieta",
    "rilevanza_strategica": "Fa riduttori rari.",
    "esuberi_significativi": "Quaranta esuberi.",
    "motivo": "esubero_permanente",
    "descrizione": "Resta l’esubero dei torni.",
    "piano_gestione": "Cinque rientri.",
    "azioni_concordate_regione": "Corsi della Regione.",
}
NORMA = {
    "atto": "D.L. 92/2025",
    "punto": "art. 7",
    "durata_massima_mesi": "12",
    "dal": "2026-01-01",
    "al": "2026-12-31",
    "termine_domanda_giorni": 30,
    "addizionale": False,
    "in_deroga": [4, 22, 25],
}


def printed(slug: str, **cambia: Any) -> str:
    return text(compose(slug, esempio(slug) | cambia))


def blank(slug: str, **cambia: Any) -> list[str]:
    """Return the words that come before each blank to fill."""
    found = []
    for block in compose(slug, esempio(slug) | cambia).blocks:
        told = list(runs(block))
        found += [one.text for one, after in pairwise(told) if after.blank]
    return found


def test_an_extension_of_a_contract() -> None:
    causa = {"causale": {"tipo": "proroga_22bis"}, "proroga": PROROGA}
    data = esempio("accordo-cds") | causa | {"sede_incontro": {"tipo": "ministero"}, "regioni_presenti": ["Puglia"]}
    document = compose("accordo-cds", data)
    told = text(document)
    for words in (
        "Contratto di solidarietà difensivo, proroga, art. 22-bis",
        "e comma 5, e dell’art. 22-bis del decreto",
        "nella sede del Ministero del lavoro e delle politiche sociali",
        "la Regione Puglia",
        "di un contratto di solidarietà di cui l’unità produttiva ha già fruito (art. 22-bis del D.Lgs. n. 148/2015)",
        *(words for name, words in PROROGA.items() if name not in {"causale", "motivo"}),
    ):
        assert words in told
    ticked = [block for block in document.blocks if isinstance(block, Item) and block.mark == TICKED]
    assert any("dell’esubero già dichiarato" in block.runs[0].text for block in ticked)


def test_an_extension_that_is_still_to_be_written() -> None:
    blanks = blank("accordo-cds", causale={"tipo": "proroga_22bis"})
    assert "Rilevanza strategica dell’Azienda, anche per la sola regione: " in blanks
    assert "Piano di gestione per la salvaguardia dell’occupazione: " in blanks


def test_a_contract_under_a_special_act() -> None:
    told = printed("accordo-cds", causale={"tipo": "norma_speciale"}, norma=NORMA, mimit_presente=True)
    assert "n. 148, e di una norma speciale: D.L. 92/2025, art. 7" in told
    assert (
        "la norma lo ammette dal 1° gennaio 2026 al 31 dicembre 2026, per 12 mesi al massimo, in deroga al"
        " D.Lgs. n. 148/2015 (artt. 4, 22 e 25). Sempre secondo le Parti, la domanda va"
        " presentata entro 30 giorni dall’accordo, e il contributo addizionale non è dovuto."
    ) in told
    assert "il Ministero dello sviluppo economico, presente" in told
    # the term of the decree, from which the act derogates
    assert "entro 7 giorni" not in told


def test_an_act_of_which_little_is_told() -> None:
    told = printed("accordo-cds", causale={"tipo": "norma_speciale"}, norma={"al": "2026-12-31"})
    assert "la norma lo ammette fino al 31 dicembre 2026." in told
    assert any(words.endswith("norma speciale: ") for words in blank("accordo-cds", causale={"tipo": "norma_speciale"}))


def test_the_papers_of_a_cigo_under_a_special_act() -> None:
    for slug, who in (("comunicazione-cigo", "l’Azienda"), ("esame-congiunto-cigo", "le Parti")):
        cause = {"tipo": "norma_speciale", "descrizione": "Sospensione."}
        told = printed(slug, causale=cause, norma={"atto": "D.L. 18/2020", "punto": "art. 19", "in_deroga": [12]})
        assert "Causale: norma speciale. Ragioni" in told
        assert f"D.L. 18/2020, art. 19. Secondo {who}, la norma lo ammette, in deroga" in told


def test_the_ordinary_contract_says_none_of_it() -> None:
    told = printed("accordo-cds")
    assert "22-bis" not in told
    assert "norma speciale" not in told


def test_the_units_of_a_contract_of_more_than_one() -> None:
    data = esempio("accordo-cds")
    firm = data["datore_lavoro"]
    assert "il presente accordo si applica all’unità produttiva di Via Galvani n. 3" in printed("accordo-cds")
    firm["unita_coinvolte"] = [
        {"denominazione": "Alfa", "comune": "Bergamo", "provincia": "BG", "organico": 14, "numero_massimo": 1},
        {"denominazione": "Beta", "comune": "Bari", "provincia": "BA", "regione": "Puglia"},
    ]
    workers = data["lavoratori"]
    for place, one in enumerate(workers):
        one["unita"] = "Beta" if place % 2 else "Alfa"
    paper = compose("accordo-cds", data)
    assert "si applica all’unità produttiva di" not in text(paper)
    assert "il presente accordo si applica alle seguenti unità produttive:" in text(paper)
    units, _, _, _, people, _ = tables(paper)
    assert rows(units) == [["Alfa", "Bergamo (BG)", "14", "1"], ["Beta", "Bari (BA), Puglia", "–", "–"]]
    assert [rows(people)[place][0] for place in sorted(people.bands)] == [
        "Unità produttiva: Alfa – reparto: tornitura",
        "Unità produttiva: Alfa – reparto: fresatura",
        "Unità produttiva: Beta – reparto: tornitura",
        "Unità produttiva: Beta – reparto: fresatura",
    ]


def test_a_special_act_with_its_own_term_has_one_term_only() -> None:
    # the act does not say that it derogates from the ordinary term: a warning says so, and the paper has one term
    told = printed("accordo-cds", causale={"tipo": "norma_speciale"}, norma=NORMA | {"in_deroga": [4]})
    assert "la domanda va presentata entro 30 giorni dall’accordo" in told
    assert "entro 7 giorni" not in told
    assert "entro 7 giorni" in printed("accordo-cds", causale={"tipo": "norma_speciale"}, norma={"atto": "D.L. 1/2026"})
