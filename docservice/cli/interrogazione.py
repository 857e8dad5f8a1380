"""`docservice calcola CALCOLATORE TABELLA --comune FILE`: a calculator asked from a table of people.

Of a table with wrong cells it says each, where it is, and with `--errori` writes it back with those marked.
"""

from __future__ import annotations

import argparse

from docservice.cli import schermo
from docservice.cli.dati import leggi, scrivi, valori
from docservice.cli.report import conto_leggibile
from docservice.cli.uscite import CONFORME, ILLEGGIBILE, Illeggibile, Uso
from docservice.law.calculator import catalogo
from docservice.modelli.calcolatori.catalogo import calcolatori
from docservice.tabelle.foglio import TabellaIllegibile
from docservice.tabelle.interrogazione import da_tabella as con_tabella
from docservice.tabelle.interrogazione import interroga
from docservice.tabelle.ritorno import restituisci


def da_tabella(args: argparse.Namespace) -> int:
    """Answer, or say what is wrong with the table."""
    if args.id not in con_tabella():
        raise Uso(f"Il calcolatore {args.id} non legge tabelle (le legge {', '.join(con_tabella())}).")
    if args.file == args.comune == "-":
        raise Uso("Tabella e altri dati non possono venire tutti e due dall’ingresso standard: uno va in un file.")
    shared = valori(args.comune, leggi(args.comune))
    if not isinstance(shared, dict):
        raise Illeggibile(f"Il file {args.comune} deve contenere un oggetto JSON, fra graffe.")
    tipo = calcolatori()[args.id]
    try:
        found, answer = interroga(tipo, leggi(args.file), shared, args.nascoste)
    except TabellaIllegibile as error:
        raise Illeggibile(str(error)) from None
    if answer is None:
        lines = (f"  {_dove(one.as_dict())}{one.detto}" for one in found.difetti)
        schermo.di("La tabella, o ciò che si è detto accanto, ha difetti:", *lines)
        if args.errori is not None:
            scrivi(args.errori, restituisci(found))
            schermo.di(f"La tabella con le celle segnate è in {args.errori}.")
        return ILLEGGIBILE
    if args.json:
        schermo.scrivi(schermo.in_json(answer))
    else:
        schermo.scrivi(conto_leggibile(catalogo()[args.id].titolo, answer, tipo.risposta))
    return CONFORME


def _dove(one: dict[str, object]) -> str:
    if "cella" in one:
        return f"{one['cella']}: "
    return f"riga {one['riga']}: " if "riga" in one else ""
