"""The command: measure the rows asked for, print each as soon as it is there."""

from __future__ import annotations

import argparse
import importlib

from benchmarks.plan import FULL, TRIAL
from benchmarks.table import HEADER, describe
from docservice.modelli.catalogo import catalogo

GROUPS = {
    "avvio": "startup",
    "valida": "validation",
    "graduatoria": "ranking",
    "pdf": "pdf",
    "moduli": "forms",
    "tabelle": "tables",
    "docx": "docx",
    "memoria": "memory",
    "http": "throughput",
}
"""Groups of rows by the name the user gives them, with their module here: `rows(slug, plan)` yields them."""


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(
        "script/benchmark", description="Misura quanto costa il servizio, su questa macchina."
    )
    parser.add_argument("righe", nargs="*", metavar="RIGHE", help=f"quali misure fare: {', '.join(GROUPS)} (tutte)")
    parser.add_argument("--modello", choices=list(catalogo()), default="accordo-a", help="il documento (accordo-a)")
    parser.add_argument(
        "--prova", action="store_true", help="poche ripetizioni: dice se il comando funziona, e le cifre non valgono"
    )
    args = parser.parse_args()
    if unknown := set(args.righe) - GROUPS.keys():
        parser.error(f"misure sconosciute: {', '.join(sorted(unknown))}; si può scegliere fra: {', '.join(GROUPS)}")
    plan = TRIAL if args.prova else FULL
    print(describe(args.modello, trial=args.prova), HEADER, sep="\n\n", flush=True)
    for name, module in GROUPS.items():
        if not args.righe or name in args.righe:
            for row in importlib.import_module(f"benchmarks.{module}").rows(args.modello, plan):
                print(row, flush=True)


if __name__ == "__main__":
    main()
