"""What one begins from, for a document or a calculator: an example of its data, their schema, the table to fill in.

`docservice esempio monte-ore` writes data that `docservice calcola monte-ore -` reads.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from docservice.cli.dati import scrivi
from docservice.cli.italiano import forse
from docservice.cli.schermo import in_json
from docservice.cli.uscite import CONFORME, Uso
from docservice.modelli.catalogo import catalogo, modello


def esempio(args: argparse.Namespace) -> int:
    """Write complete and valid data."""
    from docservice.modelli.calcolatori.catalogo import calcolatori

    if args.id in catalogo():
        from docservice import service

        return _scrivi(args.uscita, service.esempio(args.id))
    _esiste(args.id)
    return _scrivi(args.uscita, calcolatori()[args.id].esempio.dati)


def schema(args: argparse.Namespace) -> int:
    """Write the JSON Schema of the data."""
    from docservice.formati.json_schema import json_schema, schema_modello
    from docservice.law.calculator import catalogo as conti
    from docservice.modelli.calcolatori.catalogo import calcolatori

    if args.id in catalogo():
        return _scrivi(args.uscita, schema_modello(catalogo()[args.id]))
    _esiste(args.id)
    return _scrivi(args.uscita, json_schema(calcolatori()[args.id].domanda, args.id, conti()[args.id].titolo))


def tabella(args: argparse.Namespace) -> int:
    """Write the table to fill in."""
    from docservice.tabelle.vuota import tabella_vuota

    if str(args.uscita) != "-" and args.uscita.suffix.lower() != ".xlsx":
        raise Uso(f"Il nome {args.uscita} deve finire con .xlsx: la tabella è un foglio XLSX.")
    scrivi(args.uscita, tabella_vuota(modello(args.modello)))
    return CONFORME


def _esiste(slug: str) -> None:
    from docservice.modelli.calcolatori.catalogo import calcolatori

    if slug not in calcolatori():
        known = [*catalogo(), *calcolatori()]
        told = f"«{slug}» non è un modello né un calcolatore{forse(slug, known) or '.'}"
        raise Uso(f"{told} Ci sono: {', '.join(known)}.")


def _scrivi(place: Path, value: Any) -> int:
    text = in_json(value) if str(place) == "-" else json.dumps(value, ensure_ascii=False, indent=2)
    scrivi(place, f"{text}\n".encode())
    return CONFORME
