"""The words that argparse says by itself, in Italian, and a reader of arguments that says them with what was meant.

`docservice valid x` → "docservice: errore: comando: «valid» non esiste: forse valida?", and where the help is.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, NoReturn

from docservice.cli import schermo
from docservice.cli.uscite import USO

PAROLE: Final = {
    "usage: ": "uso: ",
    "positional arguments": "argomenti",
    "options": "opzioni",
    "subcommands": "comandi",
    "show this help message and exit": "mostra questo aiuto ed esce",
    "show program's version number and exit": "dice la versione ed esce",
    "%(heading)s:": "%(heading)s:",
    " (default: %(default)s)": " (se manca: %(default)s)",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s può essere %(matches)s: va scritta per intero",
    "unrecognized arguments: %s": "di troppo, o sconosciuto: %s",
    "invalid choice: %(value)r (choose from %(choices)s)": "«%(value)s» non è fra %(choices)s",
    "invalid %(type)s value: %(value)r": "«%(value)s» non va bene",
    "expected one argument": "va indicato un valore",
    "expected at most one argument": "al massimo un valore",
    "expected at least one argument": "va indicato almeno un valore",
    "expected %s argument": "va indicato %s valore",
    "expected %s arguments": "vanno indicati %s valori",
    "the following arguments are required: %s": "manca: %s",
    "one of the arguments %s is required": "manca: %s",
    "not allowed with argument %s": "non va insieme a %s",
    "ignored explicit argument %r": "non vuole un valore: %r va tolto",
    "%(prog)s: error: %(message)s\n": "%(prog)s: errore: %(message)s\n",
    "%(prog)s: warning: %(message)s\n": "%(prog)s: avviso: %(message)s\n",
    "command '%(parser_name)s' is deprecated": "il comando «%(parser_name)s» sarà tolto",
    "option '%(option)s' is deprecated": "l’opzione «%(option)s» sarà tolta",
    "argument '%(argument_name)s' is deprecated": "«%(argument_name)s» sarà tolto",
}
"""Every message of argparse that who uses the command may read, from Python 3.11 on."""


def parla() -> None:
    """Have argparse speak Italian: it looks its words up by these two names, whatever the language of the machine."""
    argparse._ = _parola  # type: ignore[attr-defined]
    argparse.ngettext = _parole  # type: ignore[attr-defined]


def _parola(text: str) -> str:
    return PAROLE.get(text, text)


def _parole(one: str, many: str, count: int) -> str:
    return _parola(one if count == 1 else many)


def forse(word: str, among: Iterable[str]) -> str:
    """Return ": forse valida?" for "valid", an empty text when nothing is like it."""
    from difflib import get_close_matches

    found = get_close_matches(word, list(among), n=1)
    return f": forse {found[0]}?" if found else ""


class Comando(argparse.ArgumentParser):
    """A command: `argomenti` adds its arguments, when they are first needed.

    `esempi` are commands that it may be given, and `in_coda` what else its help ends with: made when it is read.
    """

    def __init__(
        self,
        prog: str | None = None,
        *,
        argomenti: Callable[[Comando], None] | None = None,
        esempi: Callable[[], Sequence[str]] = tuple,
        in_coda: Callable[[], str] = str,
        **options: Any,
    ) -> None:
        super().__init__(prog, formatter_class=argparse.RawDescriptionHelpFormatter, **options)
        self._argomenti, self.esempi, self._in_coda = argomenti, esempi, in_coda

    def completa(self) -> None:
        """Add its arguments, if they are not there yet."""
        add, self._argomenti = self._argomenti, None
        if add is not None:
            add(self)

    def parse_known_args(self, args: Sequence[str] | None = None, namespace: Any = None) -> Any:  # type: ignore[override]
        """Read the arguments; end with the usage of this command for one that it has not."""
        self.completa()
        found, others = super().parse_known_args(args, namespace)
        if others:
            hints = (forse(one.partition("=")[0], self._option_string_actions) for one in others)
            self.error(_parola("unrecognized arguments: %s") % " ".join(others) + next(filter(None, hints), ""))
        return found, others

    def format_help(self) -> str:
        """Return the help, with its examples at the end."""
        examples = [f"  {line}" for line in self.esempi()]
        ends = [self._in_coda(), "\n".join(["esempi:" if len(examples) > 1 else "esempio:", *examples])]
        self.epilog = "\n\n".join(end for end in (ends if examples else ends[:1]) if end)
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and where the help is; end with the code of a wrong use."""
        self.print_usage(sys.stderr)
        schermo.di(f"{self.prog}: errore: {message}", f"Per l’aiuto: {self.prog} --help")
        sys.exit(USO)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            # of the commands, those that the help tells
            told = [one.dest for one in getattr(action, "_choices_actions", ())] or list(action.choices)
            raise argparse.ArgumentError(
                action, f"«{value}» non esiste{forse(value, told) or '.'} Si sceglie fra: {', '.join(told)}."
            )

    def _print_message(self, message: str, file: Any = None) -> None:
        if message and file is sys.stdout:
            schermo.scrivi(message, end="")
        elif message and file is not None:
            file.write(message)
