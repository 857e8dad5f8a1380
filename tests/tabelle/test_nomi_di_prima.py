"""The names that columns had before still mean them: a table downloaded then is read."""

from __future__ import annotations

import pytest

from docservice.modelli.catalogo import modello
from docservice.tabelle.colonne import forma, riconosci


@pytest.mark.parametrize(
    ("slug", "before", "field"),
    [
        ("comunicazione-cigo", "RSA o RSU, Tipo", "rappresentanza_aziendale.tipo"),
        ("comunicazione-cigo", "Lavoratori interessati", "numero_massimo_dipendenti"),
        ("mancato-accordo-deroga", "Pagamento diretto INPS", "pagamento_diretto_inps"),
    ],
)
def test_a_name_of_before_is_read(slug: str, before: str, field: str) -> None:
    of = forma(modello(slug))
    assert {place: column.nome for place, column in riconosci([before], of).items()} == {0: field}
    assert before not in {column.titolo for column in of.colonne}
