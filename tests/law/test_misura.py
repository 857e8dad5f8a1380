"""What a finding measures, as it travels; expected values by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from docservice.law import misura
from docservice.law.finding import avviso, errore
from docservice.law.misura import Misura


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (misura.in_date(date(2009, 7, 1), date(2009, 6, 30)), ("2009-07-01", "2009-06-30", "data")),
        (misura.in_date(None, date(2009, 6, 30)), (None, "2009-06-30", "data")),
        (misura.in_giorni(80, Decimal(90)), ("80", "90", "giorni")),
        (misura.in_settimane(Fraction(105, 2), Decimal(52)), ("52.5", "52", "settimane")),
        (misura.in_mesi(Fraction(25, 4), Decimal(6)), ("6.25", "6", "mesi")),
        (misura.in_mesi(6 + Fraction(1, 600), Fraction(6)), ("6.002", "6", "mesi")),
        (misura.in_ore(Fraction(1001, 3), 333), ("333.67", "333", "ore")),
        (misura.in_ore(Decimal("12.50"), Decimal("12.00")), ("12.5", "12", "ore")),
        (misura.in_persone(12, 11), ("12", "11", "persone")),
        (misura.in_persone(None, 1), (None, "1", "persone")),
        (misura.in_percento(Fraction(200, 3), Decimal("60.00")), ("66.6667", "60", "percento")),
        (misura.in_percento(Decimal("61.50"), 60), ("61.5", "60", "percento")),
        (misura.in_rapporto(Fraction(9, 10), Decimal("0.80")), ("0.90", "0.80", "rapporto")),
        (misura.in_rapporto(None, Decimal("0.80")), (None, "0.80", "rapporto")),
    ],
)
def test_units(made: Misura, expected: tuple[str | None, str, str]) -> None:
    assert (made.valore, made.limite, made.unita) == expected


def test_a_finding_tells_its_measure() -> None:
    found = errore("/periodo", "Troppo lungo.", "Va accorciato.", misura.in_giorni(92, 91)).as_dict()
    assert (found["valore"], found["limite"], found["unita"]) == ("92", "91", "giorni")
    bare = avviso("/anno", "È un altro.", "Va corretto.", valore=2009).as_dict()
    assert bare["valore"] == "2009"
    assert not {"limite", "unita"} & bare.keys()
