"""The rows that the template writes once a kind are those it would write one by one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from babel.numbers import format_decimal
from stadi import un_terzo

from benchmarks.people import worker
from docservice import service
from docservice.formati.lettura import leggi
from docservice.modelli.catalogo import modello
from docservice.text.blocks import Document, Table
from docservice.text.data import Datum
from docservice.text.longtable import kinds
from docservice.text.longtable import tag as listed
from docservice.text.longtable.observer import BLANK, FALSE, TRUE, kind
from docservice.text.longtable.rows import told

LISTING = (
    *("accordo-c", "autodichiarazione-did", "decreto-deroga", "domanda-deroga"),
    *("elenco-lavoratori", "tabella-solidarieta", "accordo-cds"),
)
KEPT = ("ore_settimanali", "ore_lavorate_settimanali")


def data(slug: str, count: int, seed: int) -> dict[str, Any]:
    """Return loaded data with so many workers, of whom things are missing, blank or otherwise."""
    chance, example = Random(seed), service.esempio(slug)  # noqa: S311
    told = example["lavoratori"]
    raw = example | {"lavoratori": [worker(number, told[number % len(told)]) for number in range(count)]}
    loaded = leggi(modello(slug).schema, raw)
    for one in loaded["lavoratori"]:
        for name, value in list(one.items()):
            if chance.random() < 0.25 and name not in KEPT:
                del one[name]
            elif isinstance(value, bool):
                one[name] = chance.random() < 0.5
            elif name in ("cognome", "nome", "qualifica", "livello", "reparto") and chance.random() < 0.1:
                one[name] = chance.choice(["  ", "", "<b>&amp;", "{{ x }}", "a\nb"])
    return loaded


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


@pytest.mark.parametrize("slug", un_terzo(LISTING))
def test_rows_are_those_of_the_template(slug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = data(slug, 120, 1)
    quick = service.Atto(modello(slug), loaded).documento()
    monkeypatch.setattr(listed, "FEW", 1000)
    slow = service.Atto(modello(slug), loaded).documento()
    assert quick.skeleton is None
    assert len(quick.blocks) == len(slow.blocks)
    for ours, theirs in zip(quick.blocks, slow.blocks, strict=True):
        if isinstance(ours, Table) and isinstance(theirs, Table):
            assert (ours.header, ours.totals, tuple(ours.rows)) == (theirs.header, theirs.totals, tuple(theirs.rows))
            assert list(map(list, told(ours.rows))) == list(map(list, told(theirs.rows)))
            assert ours.rows[-1] == theirs.rows[-1]
            assert list(ours.rows[3:7]) == list(theirs.rows[3:7])
        else:
            assert ours == theirs


def test_without_kinds_each_row_takes_the_template(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = data("elenco-lavoratori", 80, 2)
    quick = service.Atto(modello("elenco-lavoratori"), loaded).documento()
    monkeypatch.setattr(kinds, "_KINDS", 5)
    slow = service.Atto(modello("elenco-lavoratori"), loaded).documento()
    assert [tuple(table.rows) for table in tables(quick)] == [tuple(table.rows) for table in tables(slow)]
    assert [block for block in quick.blocks if not isinstance(block, Table)] == [
        block for block in slow.blocks if not isinstance(block, Table)
    ]


def test_few_rows_leave_a_skeleton() -> None:
    few = service.Atto(modello("elenco-lavoratori"), data("elenco-lavoratori", 5, 3)).documento()
    assert few.skeleton is not None


@pytest.mark.parametrize("raw", ["", "  ", "a", None, True, False, 0, Decimal(0), date(2009, 6, 22)])
def test_a_value_is_to_the_template_what_it_would_be_wrapped(raw: Any) -> None:
    given = raw is not None and not (isinstance(raw, str) and not raw.strip())
    assert kind(raw) == (BLANK if not given else TRUE if Datum(raw, None) else FALSE)


def test_whole_numbers_print_as_the_library_has_them() -> None:
    chance = Random(4)  # noqa: S311
    for number in (0, 1, -1, 999, 1000, -1000, 10**9, *(chance.randint(-(10**12), 10**12) for _ in range(500))):
        assert Datum(number, None).text == format_decimal(number, locale="it_IT").replace("-", "−")
