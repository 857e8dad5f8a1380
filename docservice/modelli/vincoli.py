"""Which rules bind which documents: what the law says against what the documents are.

documento;regime;genere;codice
accordo-a;deroga-2009;regola;AQ-A1

regole(modello="accordo-a")[0] -> {"codice": "AQ-A1", "regime": "deroga-2009", "descrizione": "Nello schema A…", …}
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from io import StringIO
from typing import Any

from docservice.law.regime import regime as carica
from docservice.law.vigore import comuni, del_regime, vigenze
from docservice.law.voce import REGISTRO, Genere
from docservice.modelli.catalogo import catalogo


def vincoli() -> str:
    """Return the table, CSV: a line for each thing that a regime says of a document, the documents one by one."""
    out = StringIO(newline="")
    table = csv.writer(out, delimiter=";", lineterminator="\n")
    table.writerow(["documento", "regime", "genere", "codice"])
    for tipo in catalogo().values():
        for of in tipo.regimi:
            carica(of)
            for genus in (Genere.REGOLA, Genere.SCADENZA, Genere.CIFRA, Genere.NOTA):
                for said in (one for one in REGISTRO.del_regime(genus, of) if tipo.puo_essere(one.per)):
                    table.writerow([tipo.id, of, genus, said.codice])
    return out.getvalue()


def regimi() -> list[str]:
    """Return the regimes under which there are documents."""
    return sorted({of for tipo in catalogo().values() for of in tipo.regimi})


def regole(regime: str | None = None, data: date | None = None, modello: str | None = None) -> list[dict[str, Any]]:
    """List the rules in force that day, or all their versions, of a regime and of a document where they are given.

    `{"codice", "regime", "descrizione", "fonte", "modelli": [ids], "dal"?, "al"?}`: a rule that holds in more stretches
    of time comes once for each.
    """
    found = []
    for one in _tutte(regimi() if regime is None else [regime]):
        told, first, last = one
        in_force = data is None or first <= data <= last
        if in_force and (modello is None or modello in told["modelli"]):
            days = {"dal": first, "al": last}
            ends = {name: day.isoformat() for name, day in days.items() if day not in (date.min, date.max)}
            found.append({**told, **ends})
    return found


def _tutte(chosen: list[str]) -> Iterator[tuple[dict[str, Any], date, date]]:
    """Yield each rule, with the days of each stretch in which it holds."""
    for of in chosen:
        carica(of)
        papers = [tipo for tipo in catalogo().values() if of in tipo.regimi]
        for rule in REGISTRO.del_regime(Genere.REGOLA, of):
            told = {"codice": rule.codice, "regime": of, "descrizione": rule.testo, "fonte": rule.fonte.as_dict()}
            told["modelli"] = [tipo.id for tipo in papers if tipo.puo_essere(rule.per)]
            yield from ((told, first, last) for first, last in comuni(vigenze(rule), [del_regime(of)]))
