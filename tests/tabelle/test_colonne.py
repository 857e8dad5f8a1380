"""The columns of a document: one title each, known by it and by every name it had."""

from __future__ import annotations

import pytest

from docservice.modelli.catalogo import catalogo, modello
from docservice.modelli.persone import SOGGETTO
from docservice.tabelle.colonne import forma, riconosci


@pytest.mark.parametrize("slug", catalogo())
def test_every_title_and_every_dotted_name_means_its_column(slug: str) -> None:
    of = forma(modello(slug))
    wanted = dict(enumerate(of.colonne))
    assert riconosci([column.titolo for column in of.colonne], of) == wanted
    assert riconosci([column.nome for column in of.colonne], of) == wanted
    plain = [" ".join(step for step in column.passi if step != SOGGETTO) for column in of.colonne]
    assert riconosci(plain, of) == wanted


def test_the_titles_are_labels() -> None:
    titles = [column.titolo for column in forma(modello("did")).colonne]
    assert {"Cognome", "Data di sospensione", "Datore di lavoro, Sede legale, CAP"} <= set(titles)


def test_a_header_of_an_older_table_is_known() -> None:
    of = forma(modello("did"))
    headers = [
        "Data sospensione",
        "Datore lavoro: partita IVA",
        "Datore lavoro: unità produttiva: CAP",
        "Consensi: trattamento",
    ]
    assert [column.nome for column in riconosci(headers, of).values()] == [
        "lavoratore.data_sospensione",
        "datore_lavoro.partita_iva",
        "datore_lavoro.unita_produttiva.cap",
        "consensi.trattamento",
    ]
