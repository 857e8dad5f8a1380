"""The same worker twice: whatever the document that lists workers, a finding says so, once."""

from __future__ import annotations

import pytest

from docservice import service
from docservice.law.finding import Gravita
from docservice.modelli.catalogo import catalogo

LISTS = sorted(
    slug
    for slug, one in catalogo().items()
    if "lavoratori" in one.schema().fields and "codice_fiscale" in one.schema().fields["lavoratori"].inner.schema.fields
)
ONCE = {"autodichiarazione-did", "elenco-lavoratori"}
"""The lists of the CIG in deroga in which a source wants each once; those of the other two laws all are in error."""
WHO = {"cognome": "Bonetti", "nome": "Carla", "codice_fiscale": "BNTCRL71C54A794Q"}
HOURS = {"ore_settimanali": "40", "ore_lavorate_settimanali": "20"}


@pytest.mark.parametrize("slug", LISTS)
def test_the_same_worker_twice_is_told_once(slug: str) -> None:
    data = service.esempio(slug)
    data.pop("gruppi", None)
    one = (data.get("lavoratori") or [HOURS if "solidarieta" in slug or slug == "accordo-cds" else {}])[0] | WHO
    grave = slug in ONCE or catalogo()[slug].regime in {"dlgs-148", "l-223"}
    told = service.valida(slug, data | {"lavoratori": [one, one]}).rilievi
    found = [own for own in told if "lo stesso codice fiscale" in own.messaggio]
    assert [(own.percorso, own.gravita) for own in found] == [
        ("/lavoratori/1", Gravita.ERRORE if grave else Gravita.AVVISO)
    ]
