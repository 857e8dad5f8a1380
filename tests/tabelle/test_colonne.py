"""The columns of a document: one title each, known by it and by every name it had."""

from __future__ import annotations

import pytest

from docservice.modelli.catalogo import catalogo, modello
from docservice.modelli.persone import SOGGETTO
from docservice.tabelle.colonne import Colonna, forma, riconosci


@pytest.mark.parametrize("slug", catalogo())
def test_every_title_and_every_dotted_name_means_its_column(slug: str) -> None:
    of = forma(modello(slug))
    wanted = dict(enumerate(of.colonne))
    assert riconosci([column.titolo for column in of.colonne], of) == wanted
    # where a row is a person, "Data" alone is the paper's only under the asterisk of our own table
    for names in ([one.nome for one in of.colonne], [_plain(one) for one in of.colonne]):
        starred = [name + " *" * one.generica for name, one in zip(names, of.colonne, strict=True)]
        assert riconosci(starred, of) == wanted


def _plain(column: Colonna) -> str:
    return " ".join(step for step in column.passi if step != SOGGETTO)


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
