"""What the service knows, listed: the documents, the dated values of the law, those to check again.

`docservice modelli` writes a line each, its id first; with `--json`, an object with its `items`.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from docservice.cli.schermo import di, in_json, scrivi, tabella
from docservice.cli.uscite import CONFORME
from docservice.modelli.catalogo import catalogo


def modelli(args: argparse.Namespace) -> int:
    """List the document types."""
    found = catalogo().values()
    if args.json:
        told = [{"id": one.id, "titolo": one.titolo, "regime": one.regime, "regimi": one.regimi} for one in found]
        return _json(told)
    return _tabella(("modello", "regimi", "titolo"), [(one.id, ", ".join(one.regimi), one.titolo) for one in found])


def parametri(args: argparse.Namespace) -> int:
    """List the dated values of the law, those in force on a day or all."""
    from docservice.law.figures import in_vigore

    found = in_vigore(args.data)
    if args.json:
        return _json(found)
    if not found:
        _nessuno("Nessun valore di legge era in vigore quel giorno: ne va scelto un altro.")
    rows = [(one["id"], _giorno(one["dal"]), _giorno(one.get("al")), _detto(one)) for one in found]
    return _tabella(("valore di legge", "dal", "al", "che cosa, e dove è scritto"), rows)


def valori(args: argparse.Namespace) -> int:
    """List the values of the law that nobody has checked in a year."""
    from docservice.law.figures import non_verificate

    found = [(one.figura, one.nome, why) for one, why in non_verificate(args.anno)]
    if args.json:
        return _json([{"id": slug, "nome": name, "motivo": why} for slug, name, why in found])
    if not found:
        _nessuno(f"Nessun valore di legge da verificare per il {args.anno}.")
    return _tabella(
        ("valore di legge", "perché va verificato"), [(slug, f"{name}: {why}") for slug, name, why in found]
    )


def regole(args: argparse.Namespace) -> int:
    """List the rules of the law, all or those asked for."""
    from docservice.cli.regole import scritta
    from docservice.modelli.vincoli import regole as trova

    found = trova(args.regime, args.data, args.modello)
    if args.json:
        return _json(found)
    if found:
        scrivi("\n\n".join(map(scritta, found)))
    else:
        _nessuno("Nessuna regola: va tolto un filtro, o va scelto un altro giorno.")
    return CONFORME


def _json(items: Sequence[Mapping[str, Any]]) -> int:
    scrivi(in_json({"items": items}))
    return CONFORME


def _nessuno(told: str) -> None:
    """Tell a person that a list is empty: whoever counts its lines finds none."""
    di(told, tinta="")


def _tabella(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    if rows:
        scrivi(tabella(titles, rows))
    return CONFORME


def _giorno(day: str | None) -> str:
    from docservice.law.italiano import giorno

    return giorno(date.fromisoformat(day)) if day else ""


def _detto(one: Mapping[str, Any]) -> str:
    """Return what a value is, how much, and the act that says so."""
    from docservice.law.italiano import in_formula

    value = one["valore"]
    try:
        shown = f"{in_formula(Decimal(value))} {one['unita']}"
    except (InvalidOperation, ValueError):
        shown = ", ".join(value) if isinstance(value, list) else value
    return f"{one['nome']}: {shown} ({one['fonte']['atto']}, {one['fonte']['punto']})"
