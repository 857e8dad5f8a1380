"""The traits of a document: what it is, of which treatment, what it holds. The law knows documents by these only.

A document says its traits, and what the law says has a `per=`: the traits that a document must have.
`ACCORDO & SCHEMA_A` are the agreements of schema A, `ACCORDO | ELENCO` the agreements and the lists:

    (ACCORDO | ELENCO).di(frozenset({ACCORDO, SCHEMA_B})) -> True
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Tratto(StrEnum):
    """A trait. `|` and `&` put them together in a `Per`."""

    # what the document is: one of these, and one only (GENERI)
    ACCORDO = "accordo"
    APERTURA = "apertura_del_licenziamento"
    AUTODICHIARAZIONE = "autodichiarazione"
    COMUNICAZIONE = "comunicazione"
    CONVOCAZIONE = "convocazione_delle_parti"
    DECRETO = "decreto"
    DID = "dichiarazione_did"
    DOMANDA = "domanda"
    ELENCO = "elenco"
    ESAME = "esame"
    ESITO = "esito_della_procedura"
    FINALE = "comunicazione_finale"
    GRADUATORIA = "graduatoria"
    INCONTRO = "incontro_fra_le_parti"
    MANCATO_ACCORDO = "mancato_accordo"
    NON_OPPOSIZIONE = "dichiarazione_di_non_opposizione"
    RECESSO = "recesso_del_datore"
    RELAZIONE = "relazione"
    SCHEDA_AZIENDA = "scheda_dell_azienda"
    SCHEDA_LAVORATORE = "scheda_del_lavoratore"
    TABELLA = "tabella"
    # of which treatment, or schema, it is
    CIGD = "cigd"
    CIGO = "cigo"
    CIGS = "cigs"
    FIS = "fis"
    FONDO = "fondo"
    NON_STANDARD = "non_standard"
    SCHEMA_A = "schema_a"
    SCHEMA_B = "schema_b"
    SCHEMA_C = "schema_c"
    SCHEMA_D = "schema_d"
    # what it does, or holds
    CONSULTAZIONE = "consultazione"
    PROGRAMMA = "programma"
    SOLIDARIETA = "solidarieta"
    STRAORDINARIA = "straordinaria"
    TECNICA = "tecnica"

    def __or__(self, other: Per | Tratto) -> Per:
        return per(self) | other

    def __and__(self, other: Per | Tratto) -> Per:
        return per(self) & other


Tratti = frozenset[Tratto]
"""The traits of a document."""


@dataclass(frozen=True, slots=True)
class Per:
    """Which documents: those that have all the traits of one of the `vie`; see `per`."""

    vie: frozenset[Tratti]

    def __or__(self, other: Per | Tratto) -> Per:
        return Per(self.vie | per(other).vie)

    def __and__(self, other: Per | Tratto) -> Per:
        return Per(frozenset(one | two for one in self.vie for two in per(other).vie))

    def di(self, tratti: Tratti) -> bool:
        """Say whether a document with these traits is one of them."""
        return any(via <= tratti for via in self.vie)

    def tocca(self, other: Per) -> bool:
        """Say whether some document may be among both: a document is of one kind, and of one treatment, only."""
        both = [one | two for one in self.vie for two in other.vie]
        return any(len(one & GENERI) <= 1 and len(one & TRATTAMENTI) <= 1 for one in both)


def per(chi: Per | Tratto) -> Per:
    """Return the documents that have a trait."""
    return chi if isinstance(chi, Per) else Per(frozenset({frozenset({chi})}))


TUTTI: Final = Per(frozenset({frozenset()}))
"""Every document of the regime."""

(
    ACCORDO,
    APERTURA,
    AUTODICHIARAZIONE,
    COMUNICAZIONE,
    CONVOCAZIONE,
    DECRETO,
    DID,
    DOMANDA,
    ELENCO,
    ESAME,
    ESITO,
    FINALE,
    GRADUATORIA,
    INCONTRO,
    MANCATO_ACCORDO,
    NON_OPPOSIZIONE,
    RECESSO,
    RELAZIONE,
    SCHEDA_AZIENDA,
    SCHEDA_LAVORATORE,
    TABELLA,
    CIGD,
    CIGO,
    CIGS,
    FIS,
    FONDO,
    NON_STANDARD,
    SCHEMA_A,
    SCHEMA_B,
    SCHEMA_C,
    SCHEMA_D,
    CONSULTAZIONE,
    PROGRAMMA,
    SOLIDARIETA,
    STRAORDINARIA,
    TECNICA,
) = Tratto

GENERI: Final = frozenset(
    {
        ACCORDO,
        APERTURA,
        AUTODICHIARAZIONE,
        COMUNICAZIONE,
        CONVOCAZIONE,
        DECRETO,
        DID,
        DOMANDA,
        ELENCO,
        ESAME,
        ESITO,
        FINALE,
        GRADUATORIA,
        INCONTRO,
        MANCATO_ACCORDO,
        NON_OPPOSIZIONE,
        RECESSO,
        RELAZIONE,
        SCHEDA_AZIENDA,
        SCHEDA_LAVORATORE,
        TABELLA,
    }
)
"""The kinds of document."""
TRATTAMENTI: Final = frozenset({CIGD, CIGO, CIGS, FIS, FONDO})
"""The treatments that a document may be of."""


@dataclass(frozen=True, slots=True)
class Rinvio:
    """A document that the law names by its traits; `catalogo.nomina` says which it is."""

    regime: str
    tratti: Tratti
