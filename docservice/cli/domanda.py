"""The application for a CIGS from the papers of a procedure: what is missing, for a person; JSON or a workbook.

`docservice domanda-cigs accordo.json elenco.json -o domanda.xlsx`
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from docservice.cli import schermo
from docservice.cli.dati import leggi, scrivi, valori
from docservice.cli.uscite import CONFORME, Illeggibile, Uso

if TYPE_CHECKING:
    from docservice.cigsonline import Domanda

FORMATI = ("json", "xlsx")


def domanda(args: argparse.Namespace) -> int:
    """Put the papers together."""
    from docservice import cigsonline

    formato = args.formato or (args.uscita.suffix.lstrip(".").lower() if args.uscita else "")
    if args.uscita and formato not in FORMATI:
        kinds = ", ".join(FORMATI)
        raise Uso(f"Il nome {args.uscita} non dice il formato: deve finire con uno di {kinds}, o va detto --formato.")
    if formato == "xlsx" and not args.uscita:
        raise Uso("Un foglio non si legge su un terminale: con -o va indicato il file in cui scriverlo.")
    papers = [paper for name in args.file for paper in _carte(name)]
    found = cigsonline.domanda(cigsonline.leggi_carte({"documenti": papers}))
    if formato == "xlsx":
        scrivi(args.uscita, cigsonline.foglio(found))
    elif args.uscita:
        scrivi(args.uscita, f"{schermo.in_json(found.as_dict())}\n".encode())
    else:
        schermo.scrivi(schermo.in_json(found.as_dict()) if formato else "\n".join(_referto(found)))
    return CONFORME


def _carte(name: str) -> list[Any]:
    """Return the papers that a file holds: one with its model, or the list that the API takes."""
    told = valori(name, leggi(name))
    if isinstance(told, dict) and isinstance(told.get("documenti"), list):
        return list(told["documenti"])
    if not isinstance(told, dict) or "modello" not in told or "dati" not in told:
        raise Illeggibile(f'Il file {name} deve dire il suo modello: {{"modello": …, "dati": …}}.')
    return [{"modello": told["modello"], "dati": told["dati"]}]


def _referto(found: Domanda) -> Iterator[str]:
    for part in found.parti:
        rows = f", {len(part.tabella.righe)} righe" if part.tabella else ""
        yield f"{part.di.titolo}: {len(part.dati)} dati{rows}"
        for one in part.mancanti:
            many = f" ({len(one['righe'])} righe)" if "righe" in one else ""
            yield f"  MANCA {one['titolo']}{many}: {one['rimedio']}"
    for one in found.contrasti:
        yield f"CONTRASTO {one['messaggio']}"
