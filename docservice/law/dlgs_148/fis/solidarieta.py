"""The solidarity agreement of the cheque: how much may be cut, what it says (D.Lgs. 148/2015, artt. 21 c. 5 and 31).

Eight workers who all go from 40 hours to 7, in 2024: FIS-4 says at /lavoratori that the cut is over the 80% of the
average. Up to 2021 it was a cheque of its own, since 2022 one of the causes for whoever has no CIGS.
"""

from __future__ import annotations

from typing import Any

from docservice.law.citation import Fonte
from docservice.law.dlgs_148.cds.contratto import fasce_dei_nomi, parole_delle_righe
from docservice.law.dlgs_148.cds.orari import ART_21, SOLIDALI, ciascuno, media
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import SOLIDARIETA
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.dlgs_148.strumenti.documenti import ASSEGNO
from docservice.law.finding import NonVerificabile, errore
from docservice.law.tratti import ACCORDO
from docservice.law.voce import Esiti, parole, regola


def solidale(caso: Documento) -> bool:
    """Say whether the cause is a solidarity agreement."""
    return caso.causale == SOLIDARIETA


@regola("FIS-4", Fonte("D.Lgs. 14 settembre 2015, n. 148", "artt. 21 c. 5 e 31 c. 2"), per=SOLIDALI, se=solidale)
def limiti_della_riduzione(caso: Documento) -> Esiti:
    """La riduzione media dell’orario, e quella di ciascuno, restano nei limiti in vigore il primo giorno."""
    if not caso.righe:
        raise NonVerificabile("orari dei lavoratori non indicati")
    yield from media(caso)
    yield from ciascuno(caso)


@regola("FIS-7", decreto("art. 31 c. 2"), per=ASSEGNO & ACCORDO, se=solidale)
def contenuto_dell_accordo(caso: Documento) -> Esiti:
    """L’accordo di solidarietà dice quanti lavoratori riducono l’orario, e come lo si può aumentare."""
    if not caso.righe:
        yield errore(
            "/gruppi",
            "L’accordo di solidarietà non dice quanti lavoratori riducono l’orario, e a quante ore.",
            "Vanno indicati i lavoratori, o i gruppi, con le ore di contratto e quelle che restano.",
        )
    if not caso.dati.get("deroghe_in_aumento", {}).get("modalita", "").strip():
        yield errore(
            "/deroghe_in_aumento/modalita",
            "L’accordo non dice come si può lavorare di più, se serve.",
            "La parte va aggiunta prima della firma: l’accordo prevede come l’orario ridotto si aumenta.",
        )


@parole("solidarieta", ART_21, per=SOLIDALI)
def parole_della_solidarieta(caso: Documento) -> dict[str, Any]:
    """Return what the text prints of the hours, where they are laid out; else the names by department."""
    return parole_delle_righe(caso) if caso.righe else {"fasce_elenco": fasce_dei_nomi(caso)}
