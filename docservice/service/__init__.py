"""What every edge calls, and nothing else: HTTP, command line, lotti. JSON values in, plain values or bytes out."""

from docservice.service.atto import Atto, SenzaEstratto, acclusi, atto, esempio, valida
from docservice.service.quesito import ConScadenze, Quesito, agenda, calcola, quesito
from docservice.service.resa import (
    DA_FIRMARE,
    FORMATI,
    PDF,
    UNIONI,
    ZIP,
    Insieme,
    NonConforme,
    Resa,
    Reso,
    Scrive,
    Voce,
    insieme,
    rendi,
    scrivi,
)

__all__ = [
    "DA_FIRMARE",
    "FORMATI",
    "PDF",
    "UNIONI",
    "ZIP",
    "Atto",
    "ConScadenze",
    "Insieme",
    "NonConforme",
    "Quesito",
    "Resa",
    "Reso",
    "Scrive",
    "SenzaEstratto",
    "Voce",
    "acclusi",
    "agenda",
    "atto",
    "calcola",
    "esempio",
    "insieme",
    "quesito",
    "rendi",
    "scrivi",
    "valida",
]
