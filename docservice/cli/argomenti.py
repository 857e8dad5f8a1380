"""The arguments of the command `docservice`.

Those of a command are told when it is used: the ids of the calculators, for one, are loaded for no other command.
"""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from docservice import __version__
from docservice.ambiente import numero

_LAST_PORT = 65535
_Aggiunge = Callable[[argparse.ArgumentParser], None]


class _Comando(argparse.ArgumentParser):
    """A command: `argomenti` adds its arguments, when they are first read."""

    def __init__(self, *args: Any, argomenti: _Aggiunge | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self._argomenti = argomenti

    def parse_known_args(self, args: Sequence[str] | None = None, namespace: Any = None) -> Any:  # type: ignore[override]
        """Read the arguments, of this command and of others."""
        add, self._argomenti = self._argomenti, None
        if add is not None:
            add(self)
        return super().parse_known_args(args, namespace)


def parser() -> argparse.ArgumentParser:
    """Return the reader of the arguments; `comando` names what to run."""
    whole = argparse.ArgumentParser(
        "docservice", description="Verifica accordi sindacali e li rende pronti per la firma."
    )
    whole.add_argument("--version", action="version", version=__version__)
    commands = whole.add_subparsers(required=True, metavar="COMANDO", dest="comando", parser_class=_Comando)
    commands.add_parser("modelli", help="elenca i modelli disponibili")
    commands.add_parser("valida", help="verifica i dati di un documento (uscita 1 se non conforme)", argomenti=_valida)
    commands.add_parser("documento", help="produce il documento, PDF, DOCX o HTML", argomenti=_documento)
    commands.add_parser("parametri", help="elenca le figure datate della legge", argomenti=_parametri)
    commands.add_parser(
        "figure", help="elenca le figure da verificare: quelle non verificate in un anno", argomenti=_figure
    )
    commands.add_parser("calcola", help="esegue un calcolatore", argomenti=_calcola)
    commands.add_parser("lotto", help="produce i documenti di una tabella (XLSX, CSV, JSON Lines)", argomenti=_lotto)
    commands.add_parser("tabella", help="scrive la tabella da compilare per un lotto, XLSX", argomenti=_tabella)
    commands.add_parser("lavora", help="esegue i lotti in attesa, finché non viene fermato", argomenti=_lavora)
    commands.add_parser("serve", help="serve l’API", argomenti=_serve)
    return whole


def _valida(judge: argparse.ArgumentParser) -> None:
    _takes_data(judge)
    judge.add_argument("--json", action="store_true", help="scrive il risultato come JSON")
    judge.add_argument("--ics", action="store_true", help="scrive le sole scadenze, come calendario (iCalendar)")


def _documento(render: argparse.ArgumentParser) -> None:
    _takes_data(render)
    render.add_argument(
        "-o", "--uscita", type=Path, required=True, help="file da scrivere; l’estensione dice il formato"
    )
    render.add_argument("--bozza", action="store_true", help="marca ogni pagina BOZZA; ammessa anche se non conforme")
    render.add_argument(
        "--estratto", action="store_true", help="l’estratto da pubblicare, per i modelli che ne hanno uno"
    )


def _parametri(figures: argparse.ArgumentParser) -> None:
    figures.add_argument("--data", type=_day, help="solo quelle in vigore quel giorno (AAAA-MM-GG)")


def _figure(check: argparse.ArgumentParser) -> None:
    check.add_argument(
        "--non-verificate", type=_year, required=True, metavar="ANNO", help="l’anno in cui andavano verificate"
    )


def _calcola(count: argparse.ArgumentParser) -> None:
    from docservice.modelli.calcolatori.catalogo import calcolatori

    count.add_argument("id", choices=list(calcolatori()), help="il calcolatore")
    count.add_argument("file", help="dati in JSON o XML; - per l’ingresso standard")
    count.add_argument("--ics", action="store_true", help="scrive le scadenze come calendario (iCalendar)")


def _lotto(bulk: argparse.ArgumentParser) -> None:
    from docservice.service import DA_FIRMARE, UNIONI, ZIP
    from docservice.tabelle.foglio import NASCOSTE

    bulk.add_argument("file", help="la tabella; - per l’ingresso standard")
    bulk.add_argument("--modello", required=True, help="id del modello")
    bulk.add_argument("-o", "--uscita", type=Path, required=True, help="cartella in cui scrivere i documenti")
    bulk.add_argument("--comune", help="file JSON con i dati uguali per tutte le righe")
    bulk.add_argument("--formato", choices=DA_FIRMARE, default=DA_FIRMARE[0], help="formato (pdf)")
    bulk.add_argument("--unione", choices=UNIONI, default=ZIP, help="un file per riga, o un solo PDF")
    bulk.add_argument(
        "--nascoste", choices=NASCOSTE, help="righe e colonne nascoste o filtrate: leggi o salta (altrimenti si chiede)"
    )
    bulk.add_argument("--processi", type=_several, default=os.cpu_count() or 1, help="processi al lavoro")


def _tabella(empty: argparse.ArgumentParser) -> None:
    empty.add_argument("modello", help="id del modello")
    empty.add_argument("-o", "--uscita", type=Path, required=True, help="file da scrivere")


def _lavora(engine: argparse.ArgumentParser) -> None:
    engine.add_argument("--processi", type=_several, default=int(numero("WEB_CONCURRENCY")))
    # the server says whose it is
    engine.add_argument("--padre", type=_several, help=argparse.SUPPRESS)


def _serve(serve: argparse.ArgumentParser) -> None:
    serve.add_argument("--porta", type=_port, default=8000, help="porta (8000)")
    serve.add_argument("--indirizzo", default="127.0.0.1", help="indirizzo su cui ascoltare (127.0.0.1)")


def _takes_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="dati in JSON o XML; - per l’ingresso standard")
    parser.add_argument("--modello", help='id del modello; superfluo se il file è {"modello": …, "dati": …}')


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} non è una data nella forma AAAA-MM-GG") from None


def _year(text: str) -> int:
    if not re.fullmatch("(19|20)[0-9]{2}|2100", text, re.ASCII):
        raise argparse.ArgumentTypeError(f"{text} non è un anno")
    return int(text)


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text} non è una porta: va scelta da 1 a {_LAST_PORT}")
    return int(text)


def _several(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text} non è un numero da 1 in su")
    return int(text)
