"""Notes of the decree that belong to no single rule."""

from __future__ import annotations

from collections.abc import Iterator

from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.fonti import guida
from docservice.law.finding import Rilievo, nota
from docservice.law.tratti import ACCORDO, CONSULTAZIONE
from docservice.law.voce import annota


@annota("D148-9", guida("lavoratori beneficiari"), per=CONSULTAZIONE | ACCORDO)
def che_cosa_dire_ai_lavoratori(caso: Documento) -> Iterator[Rilievo]:
    """Say what the employer must tell the workers: of other work, what art. 8 says on the day of the document."""
    other = caso.figura("altro_lavoro")
    most = caso.figura("politiche_attive_riduzione", caso.dal)
    where = "/gruppi" if "gruppi" in caso.dati else "/numero_massimo_dipendenti"
    yield nota(
        "/lavoratori" if caso.con_percorso() else where,
        "Ai lavoratori va detto: "
        + (f"{other.testo}; " if other else "")
        + "l’apprendistato si prolunga delle ore di trattamento."
        + (f" Chi ha l’orario ridotto {most.testo} deve partecipare alle politiche attive." if most else ""),
    )
