"""The completion of the command in a shell, from its own arguments: commands, options, ids, files.

`docservice completamento bash` writes the script that bash reads.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable

from docservice.cli.italiano import Comando
from docservice.cli.schermo import scrivi
from docservice.cli.uscite import CONFORME
from docservice.modelli.catalogo import catalogo

_HEADER = re.compile(r"^# AUTOMATICALLY GENERATED.*\n(?:#.*\n)*\s*", re.MULTILINE)
"""What the generator says of itself, in another language and with other places."""


def completamento(args: argparse.Namespace, whole: argparse.ArgumentParser) -> int:
    """Write the completion of one shell."""
    import shtab

    for action in _azioni(whole):
        _proponi(action)
    told = "Completamento di docservice, fatto con shtab. Dove si mette: docservice completamento --help"
    scrivi(_HEADER.sub(f"# {told}\n\n", shtab.complete(whole, shell=args.shell), count=1), end="")
    return CONFORME


def _azioni(parser: argparse.ArgumentParser) -> Iterable[argparse.Action]:
    """Yield every argument of a command and of those below it."""
    for action in parser._actions:  # noqa: SLF001 - argparse has no other list
        yield action
        if action.dest == "comando" and isinstance(action.choices, dict):
            for one in action.choices.values():
                if isinstance(one, Comando):
                    one.completa()
                yield from _azioni(one)


def _proponi(action: argparse.Action) -> None:
    """Say what an argument may be: argparse is told so of few, since whoever runs a command waits for no list."""
    import shtab

    from docservice.modelli.calcolatori.catalogo import calcolatori

    if action.dest == "modello":
        action.choices = list(catalogo())
    elif action.dest == "id" and action.choices is None:
        action.choices = [*catalogo(), *calcolatori()]
    elif action.dest in ("file", "comune", "uscita"):
        action.complete = shtab.FILE  # type: ignore[attr-defined]
