"""Days out of order: each pair of each regime, on both sides, in a document that has both its days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from docservice.campi.fields import Giorno, Gruppo, Lista
from docservice.law.deroga_2009.coppie import ORDINE as DEROGA
from docservice.law.dlgs_148.generale.ordine import ORDINE as DECRETO
from docservice.law.generale.coppie import Coppia, non_prima
from docservice.law.generale.nomi_dei_giorni import NASCITA, NOMI
from docservice.law.generale.ordine import fuori_ordine
from docservice.modelli.catalogo import Modello, catalogo

PAIRS = [
    pytest.param(of, who, pair, id=f"{of}: {pair.prima} ≤ {pair.poi}")
    for of, order in (("deroga-2009", DEROGA), ("dlgs-148", DECRETO))
    for who, pairs in order.gruppi
    for pair in pairs
]
BORN = "BNTCRL71C54A794Q"
"""Born on 14 March 1971."""
WORKS = date(2010, 12, 31)


def days(field: Any, pointer: str = "") -> Iterator[str]:
    """Yield the pointers of the days below a field."""
    if isinstance(field, Giorno):
        yield pointer
    elif isinstance(field, Lista):
        yield from days(field.inner, f"{pointer}/*")
    elif isinstance(field, Gruppo):
        for name, one in field.schema.fields.items():
            yield from ([f"{pointer}/{name}"] if name == NASCITA else days(one, f"{pointer}/{name}"))


def of_document(tipo: Modello) -> set[str]:
    return {pointer for name, field in tipo.schema().fields.items() for pointer in days(field, f"/{name}")}


def laid(*told: tuple[str, Any]) -> Any:
    """Return data that hold some values at their pointers, in lists of one."""
    data: Any = {}
    for pointer, value in told:
        *steps, last = pointer.replace("/*", "*").split("/")[1:]
        here = data
        for step in steps:
            name, many = step.rstrip("*"), step.endswith("*")
            here = here.setdefault(name, [{}] if many else {})
            here = here[0] if many else here
        here[last.rstrip("*")] = [value] if last.endswith("*") else value
    return data


@pytest.mark.parametrize(("of", "who", "pair"), PAIRS)
def test_a_pair_is_of_a_document_and_is_told_on_one_side(of: str, who: Any, pair: Coppia) -> None:
    bound = [tipo for tipo in catalogo().values() if of in tipo.regimi]
    assert [one.id for one in bound if one.puo_essere(who) and {pair.prima, pair.poi} <= of_document(one)]
    if "*" in pair.prima and "*" in pair.poi:
        assert pair.prima.partition("*")[0] == pair.poi.partition("*")[0]
    first = BORN if pair.prima.endswith(NASCITA) else date(1971, 3, 14)
    good = laid((pair.prima, first), (pair.poi, date(1971, 3, 14)))
    assert list(fuori_ordine(good, [pair], WORKS)) == []
    [found] = fuori_ordine(laid((pair.prima, first), (pair.poi, date(1971, 3, 13))), [pair], WORKS)
    assert found.percorso == pair.presso.replace("*", "0")
    assert NOMI[pair.prima].casefold() in found.messaggio.casefold()
    assert NOMI[pair.poi].casefold() in found.messaggio.casefold()


def test_no_message_tells_a_day_of_birth() -> None:
    pair = non_prima("/lavoratori/*/data_assunzione", f"/lavoratori/*/{NASCITA}")
    data = laid((pair.prima, BORN), (pair.poi, date(1970, 1, 1)))
    [found] = fuori_ordine(data, [pair], WORKS)
    assert found.messaggio == "L’assunzione (01/01/1970) precede la nascita, secondo il codice fiscale."
    assert (found.valore, found.limite) == (None, None)


@pytest.mark.parametrize(("works", "told"), [(date(1986, 1, 1), 1), (date(1985, 12, 31), 0)])
def test_the_century_is_the_latest_in_which_one_may_work(works: date, told: int) -> None:
    """Of 71, in 1986 who works was born in 1971, fifteen years before; in 1985, in 1871."""
    pair = non_prima("/data", f"/lavoratore/{NASCITA}")
    data = laid((pair.prima, BORN), (pair.poi, date(1970, 1, 1)))
    assert len(list(fuori_ordine(data, [pair], works))) == told


def test_a_code_that_is_not_good_tells_no_birth() -> None:
    pair = non_prima("/data", f"/lavoratore/{NASCITA}")
    assert list(fuori_ordine(laid((pair.prima, "BNTCRL71C54A794X"), (pair.poi, date(1970, 1, 1))), [pair], WORKS)) == []


def test_each_row_is_compared_with_itself() -> None:
    pair = non_prima("/lavoratori/*/data_cessazione", "/lavoratori/*/data_assunzione")
    rows = [
        {"data_assunzione": date(2000, 1, 1), "data_cessazione": date(2009, 1, 1)},
        {"data_assunzione": date(2009, 1, 2), "data_cessazione": date(2009, 1, 1)},
        {"data_cessazione": date(1999, 1, 1)},
    ]
    assert [one.percorso for one in fuori_ordine({"lavoratori": rows}, [pair], WORKS)] == [
        "/lavoratori/1/data_cessazione"
    ]
