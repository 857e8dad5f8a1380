"""Which rules bind which documents, as a table: what the law says against what the documents are.

regime;codice;accordo-a;accordo-b;…
deroga-2009;AQ-G5;x;x;…
"""

from __future__ import annotations

import csv
from io import StringIO

from docservice.law.regime import regime
from docservice.law.voce import REGISTRO, Genere
from docservice.modelli.catalogo import catalogo


def vincoli() -> str:
    """Return the table, CSV: a row for each rule, deadline and figure of a regime, a column for each document."""
    papers = list(catalogo().values())
    out = StringIO(newline="")
    table = csv.writer(out, delimiter=";", lineterminator="\n")
    table.writerow(["regime", "genere", "codice", *(one.id for one in papers)])
    for of in sorted({of for one in papers for of in one.regimi}):
        regime(of)
        for genus in (Genere.REGOLA, Genere.SCADENZA, Genere.CIFRA, Genere.NOTA):
            for said in REGISTRO.del_regime(genus, of):
                bound = ["x" if of in one.regimi and said.per.di(one.tratti) else "" for one in papers]
                table.writerow([of, genus, said.codice, *bound])
    return out.getvalue()
