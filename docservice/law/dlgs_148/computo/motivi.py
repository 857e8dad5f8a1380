"""Why a period may be left out of a limit of duration (`fuori_computo`): the table, and the facts that it asks for.

    contrari({"tipo": "CIGS", "fuori_computo": "covid"}, None) -> [("tipo", "vale per CIGO e FIS, non per CIGS")]

On which days, out of which articles and by which act are dated figures (`fuori_computo.yaml`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from docservice.law.dlgs_148.generale.causali import NORMA_SPECIALE
from docservice.law.generale.settori import EDILI

ARTICOLO_4, ARTICOLO_12, ARTICOLO_22, ARTICOLO_29 = 4, 12, 22, 29
EONE_EDILE: Final = "eone_edilizia"
Riga = Mapping[str, Any]
"""A past period as the data tell it."""
RICHIESTA_EDILE: Final[Riga] = {"tipo": "CIGO", "eone": True, "fuori_computo": EONE_EDILE}
"""What building asks for, for an event that cannot be avoided, as if it were past."""


@dataclass(frozen=True, slots=True)
class Motivo:
    """Why a period may be left out: what it is called, its figure, of which treatments, whether of building's EONE."""

    nome: str
    figura: str | None
    tipi: tuple[str, ...] = ()
    eone_edile: bool = False


MOTIVI: Final = {
    "covid": Motivo("periodo COVID", "fuori_computo_covid", ("CIGO", "FIS")),
    EONE_EDILE: Motivo(
        "evento non evitabile di edilizia o lapideo", "fuori_computo_eone_edilizia", ("CIGO",), eone_edile=True
    ),
    "22bis": Motivo("proroga dell’art. 22-bis", "fuori_computo_22bis", ("CIGS", "CDS")),
    "22ter": Motivo("accordo di transizione occupazionale, art. 22-ter", "fuori_computo_22ter", ("CIGS",)),
    "cessazione": Motivo("CIGS per cessazione", "fuori_computo_cessazione", ("CIGS",)),
    "crisi_complessa": Motivo("area di crisi complessa", "fuori_computo_crisi_complessa", ("CIGS",)),
    NORMA_SPECIALE: Motivo("norma speciale", None),
}
"""The table, by the word of the data; a special act says itself what its periods are left out of."""


def contrari(riga: Riga, settore: str | None) -> Iterator[tuple[str, str]]:
    """Yield the facts of a period that are not those of its reason: the field, what it says."""
    why = MOTIVI.get(riga.get("fuori_computo", ""))
    if why is None:
        if "in_deroga" in riga:
            yield "in_deroga", "gli articoli in deroga valgono se il periodo è di una norma speciale"
        return
    if why.figura is None and not riga.get("in_deroga"):
        yield "in_deroga", "non è detto a quali articoli la norma speciale deroga"
    if why.tipi and riga["tipo"] not in why.tipi:
        yield "tipo", f"vale per {' e '.join(why.tipi)}, non per {riga['tipo']}"
    if why.eone_edile and not riga.get("eone"):
        yield "eone", "non è detto che l’evento era oggettivamente non evitabile"
    if why.eone_edile and settore is not None and settore not in EDILI:
        yield "fuori_computo", "vale per edilizia e lapideo"
