"""One number of decimals in each column of quantities."""

from __future__ import annotations

import re

import pytest
from papers import composto
from testi import detto

from docservice.service import esempio
from docservice.text.blocks import Row, Run, Table
from docservice.text.longtable.decimals import even
from docservice.text.longtable.rows import told

_FIGURE = re.compile(r"−?[0-9.]+(,[0-9]+)?%?")


def rows(*columns: list[str]) -> tuple[Row, ...]:
    return tuple(tuple((Run(text),) if text else () for text in row) for row in zip(*columns, strict=True))


@pytest.mark.parametrize(
    ("column", "printed"),
    [
        (["40", "24", "11,66"], ["40,00", "24,00", "11,66"]),
        (["40%", "41,7%", "–", ""], ["40,0%", "41,7%", "–", ""]),
        (["1.200", "3,5"], ["1.200,0", "3,5"]),
        (["−3", "2,25"], ["−3,00", "2,25"]),
        (["fino a 20", "12,5"], ["fino a 20,0", "12,5"]),
        (["40", "24"], ["40", "24"]),  # whole numbers stay whole
        (["01234560165", "2,5"], ["01234560165", "2,5"]),  # a code
        (["tornitura", "2,5"], ["tornitura", "2,5"]),
        (["12/03/2009", "1,5"], ["12/03/2009", "1,5"]),
    ],
)
def test_decimals_of_a_column(column: list[str], printed: list[str]) -> None:
    other = [str(n) for n in range(len(column))]
    found = even(rows(other, column))
    assert [[detto(cell) for cell in row] for row in found] == [list(row) for row in zip(other, printed, strict=True)]
    assert [list(map(str, row)) for row in told(found)] == [list(row) for row in zip(other, printed, strict=True)]


def test_what_the_form_says_after_a_figure_stays_after_it() -> None:
    cells = ((Run("40", "/a"), Run("%")),), ((Run("41,75", "/b"), Run("%")),)
    first, _ = even(cells)
    assert first[0] == (Run("40,00", "/a"), Run("%"))


def test_bands_are_no_figures() -> None:
    found = even(rows(["Reparto 1", "40", "2,5"]), frozenset({0}))
    assert [detto(row[0]) for row in found] == ["Reparto 1", "40,0", "2,5"]


@pytest.mark.parametrize("many", [1, 40])
def test_few_rows_and_many_print_alike(many: int) -> None:
    data = esempio("accordo-cds")
    data["lavoratori"] = [dict(one) for one in data["lavoratori"] for _ in range(many)]
    tables = [block for block in composto("accordo-cds", data).blocks if isinstance(block, Table)]
    mixed = 0
    for column in (column for table in tables for column in zip(*table.rows, strict=True)):
        figures = [text for cell in column if (text := detto(cell)) not in ("", "–")]
        if all(_FIGURE.fullmatch(text) for text in figures):
            mixed += any("," in text for text in figures)
            assert len({len(text.rstrip("%").partition(",")[2]) for text in figures}) < 2
    assert mixed
