"""What the law says of the documents that there are: all of it is entered, with its source; which rule binds which."""

from __future__ import annotations

import ast
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from docservice.law import voce
from docservice.law.regime import regime, regimi
from docservice.law.tratti import DID, GENERI, RELAZIONE
from docservice.law.verdict import valuta
from docservice.law.voce import REGISTRO, Genere
from docservice.modelli.catalogo import catalogo
from docservice.modelli.vincoli import vincoli

LAW = Path(voce.__file__).parent
REGIMI = regimi()
INGLESE = re.compile(r"\b(the|of|and|is|are|must|return|yield|when|with|say|worker|document)\b", re.IGNORECASE)
"""Words that an English sentence has some of, and an Italian one none."""
VINCOLI = Path(__file__).parent / "vincoli.csv"


def test_which_rule_binds_which_document() -> None:
    """Reviewed in diffs: a document added shows the rules that bind it. `script/vincoli` writes it."""
    assert VINCOLI.read_text(encoding="utf-8") == vincoli()


@pytest.mark.parametrize("slug", catalogo())
def test_every_paper_is_of_one_kind(slug: str) -> None:
    tipo = catalogo()[slug]
    for one in (*tipo.ogni_tratti, *(tipo.estratto.ogni_tratti if tipo.estratto else ())):
        assert len(one & GENERI) == 1, f"{slug}: va detto un genere, uno solo, fra i tratti"


@pytest.mark.parametrize("of", REGIMI)
def test_all_that_is_said_has_a_source_and_a_rule_is_one_italian_sentence(of: str) -> None:
    regime(of)
    said = [one for genus in Genere for one in REGISTRO.del_regime(genus, of)]
    assert said, f"{of}: il regime non dice ancora nulla: la prima regola va in docservice/law/"
    for one in said:
        assert one.fonte is not None, one.codice
        assert one.fonte.atto, one.codice
    for one in REGISTRO.del_regime(Genere.REGOLA, of):
        assert one.testo.endswith("."), one.codice
        assert len(one.testo.splitlines()) == 1, one.codice
        assert one.testo[0].isupper(), one.codice
        assert not INGLESE.search(one.testo), f"{one.codice}: {one.testo}"
        assert "_" not in one.testo, f"{one.codice}: {one.testo}"


@pytest.mark.parametrize("of", REGIMI)
def test_every_trait_asked_for_is_of_some_paper(of: str) -> None:
    """What no document of the regime is would be law that never speaks."""
    regime(of)
    papers = [one for tipo in catalogo().values() if of in tipo.regimi for one in tipo.ogni_tratti]
    for genus in Genere:
        for one in REGISTRO.del_regime(genus, of):
            assert any(one.per.di(traits) for traits in papers), one.codice


def test_what_the_sources_say_is_all_in_the_registry() -> None:
    """A module that the walk forgets would lose what it says without a word."""
    names = {"regola": Genere.REGOLA, "scadenza": Genere.SCADENZA, "cifra": Genere.CIFRA, "annota": Genere.NOTA}
    names["parole"] = Genere.PAROLE
    written: Counter[Genere] = Counter()
    for path in LAW.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef):
                for call in node.decorator_list:
                    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in names:
                        written[names[call.func.id]] += 1
            elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
                inner = node.value.func  # regola("X-1", …)(funzione): one function bound to another regime
                if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Name) and inner.func.id in names:
                    written[names[inner.func.id]] += 1
    for of in REGIMI:
        regime(of)
    assert Counter(one.genere for one in REGISTRO.tutte) == written


def test_no_day_is_written_in_the_body_of_a_rule() -> None:
    """A day by hand would be a date that nobody sees in the margin: it goes in a figure, in `dal=` or in `al=`."""
    found = set()
    for path in LAW.rglob("*.py"):
        tree = ast.parse(path.read_text())
        bodies = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        for node in (inner for body in bodies for stmt in body.body for inner in ast.walk(stmt)):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "date"
            if named and all(isinstance(one, ast.Constant) for one in node.args):
                found.add(path.relative_to(LAW).as_posix())
    assert not found


@pytest.mark.parametrize("of", REGIMI)
def test_what_binds_every_document_can_judge_one_with_a_day_only(of: str) -> None:
    """A document that is yet to come may have no employer, no period, no list."""
    day = {"deroga-2009": date(2009, 7, 1)}.get(of, date(2024, 9, 2))
    case = regime(of).caso(frozenset({RELAZIONE if of == "deroga-2009" else DID}), {"data": day})
    verdict = valuta("di-prova", case)
    assert verdict.esito == "conforme", verdict.rilievi
    assert voce.lessico(case) == {}
