"""Which rules bind which documents, as a table: what the law says against what the documents are.

documento;regime;genere;codice
accordo-a;deroga-2009;regola;AQ-A1
"""

from __future__ import annotations

import csv
from io import StringIO

from docservice.law.regime import regime
from docservice.law.voce import REGISTRO, Genere
from docservice.modelli.catalogo import catalogo


def vincoli() -> str:
    """Return the table, CSV: a line for each thing that a regime says of a document, the documents one by one."""
    out = StringIO(newline="")
    table = csv.writer(out, delimiter=";", lineterminator="\n")
    table.writerow(["documento", "regime", "genere", "codice"])
    for tipo in catalogo().values():
        for of in tipo.regimi:
            regime(of)
            for genus in (Genere.REGOLA, Genere.SCADENZA, Genere.CIFRA, Genere.NOTA):
                for said in REGISTRO.vincolanti(genus, of, tipo.tratti):
                    table.writerow([tipo.id, of, genus, said.codice])
    return out.getvalue()
