"""How findings are written."""

from __future__ import annotations

import pytest

from docservice.law.finding import avviso, elisi


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Il lavoro riprende il 11/06/2023.", "Il lavoro riprende l’11/06/2023."),
        ("Il 08/06/2023 e il 18/06/2023.", "L’08/06/2023 e il 18/06/2023."),
        ("dal 08/01/2022 al 11/01/2022", "dall’08/01/2022 all’11/01/2022"),
        ("non supera il 80%, del 8,5% o del 11%", "non supera l’80%, dell’8,5% o dell’11%"),
        ("il 60% e il 18%", "il 60% e il 18%"),
        ("il 01/08/2022", "il 01/08/2022"),
        ("il 11 è di 80 ore", "il 11 è di 80 ore"),
    ],
)
def test_articles(written: str, said: str) -> None:
    assert elisi(written) == said
    found = avviso("/data", written, written)
    assert (found.messaggio, found.rimedio) == (said, said)
