"""The arguments of the command `docservice`."""

from __future__ import annotations

import argparse
import os
import re
from datetime import date
from pathlib import Path

from docservice import __version__, service
from docservice.modelli.calcolatori.catalogo import calcolatori


def parser() -> argparse.ArgumentParser:
    """Return the reader of the arguments; `comando` names what to run."""
    whole = argparse.ArgumentParser(
        "docservice", description="Verifica accordi sindacali e li rende pronti per la firma."
    )
    whole.add_argument("--version", action="version", version=__version__)
    commands = whole.add_subparsers(required=True, metavar="COMANDO")

    models = commands.add_parser("modelli", help="elenca i modelli disponibili")
    models.set_defaults(comando="modelli")

    judge = commands.add_parser("valida", help="verifica i dati di un documento (uscita 1 se non conforme)")
    _takes_data(judge)
    judge.add_argument("--json", action="store_true", help="scrive il risultato come JSON")
    judge.add_argument("--ics", action="store_true", help="scrive le sole scadenze, come calendario (iCalendar)")
    judge.set_defaults(comando="valida")

    render = commands.add_parser("documento", help="produce il documento, PDF, DOCX o HTML")
    _takes_data(render)
    render.add_argument(
        "-o", "--uscita", type=Path, required=True, help="file da scrivere; l’estensione dice il formato"
    )
    render.add_argument("--bozza", action="store_true", help="marca ogni pagina BOZZA; ammessa anche se non conforme")
    render.add_argument(
        "--estratto", action="store_true", help="l’estratto da pubblicare, per i modelli che ne hanno uno"
    )
    render.set_defaults(comando="documento")

    figures = commands.add_parser("parametri", help="elenca le figure datate della legge")
    figures.add_argument("--data", type=_day, help="solo quelle in vigore quel giorno (AAAA-MM-GG)")
    figures.set_defaults(comando="parametri")

    check = commands.add_parser("figure", help="elenca le figure da verificare: quelle non verificate in un anno")
    check.add_argument(
        "--non-verificate", type=_year, required=True, metavar="ANNO", help="l’anno in cui andavano verificate"
    )
    check.set_defaults(comando="figure")

    count = commands.add_parser("calcola", help="esegue un calcolatore")
    count.add_argument("id", choices=list(calcolatori()), help="il calcolatore")
    count.add_argument("file", help="dati in JSON o XML; - per l’ingresso standard")
    count.add_argument("--ics", action="store_true", help="scrive le scadenze come calendario (iCalendar)")
    count.set_defaults(comando="calcola")

    bulk = commands.add_parser("lotto", help="produce i documenti di una tabella (XLSX, CSV, JSON Lines)")
    bulk.add_argument("file", help="la tabella; - per l’ingresso standard")
    bulk.add_argument("--modello", required=True, help="id del modello")
    bulk.add_argument("-o", "--uscita", type=Path, required=True, help="cartella in cui scrivere i documenti")
    bulk.add_argument("--comune", help="file JSON con i dati uguali per tutte le righe")
    bulk.add_argument("--formato", choices=service.DA_FIRMARE, default=service.DA_FIRMARE[0], help="formato (pdf)")
    bulk.add_argument("--unione", choices=service.UNIONI, default=service.ZIP, help="un file per riga, o un solo PDF")
    bulk.add_argument("--processi", type=_several, default=os.cpu_count() or 1, help="processi al lavoro")
    bulk.set_defaults(comando="lotto")

    empty = commands.add_parser("tabella", help="scrive la tabella da compilare per un lotto, XLSX")
    empty.add_argument("modello", help="id del modello")
    empty.add_argument("-o", "--uscita", type=Path, required=True, help="file da scrivere")
    empty.set_defaults(comando="tabella")

    engine = commands.add_parser("lavora", help="esegue i lotti in attesa, finché non viene fermato")
    engine.add_argument(
        "--processi", type=_several, default=int(os.environ.get("WEB_CONCURRENCY", os.cpu_count() or 1))
    )
    engine.set_defaults(comando="lavora")

    serve = commands.add_parser("serve", help="serve l’API")
    serve.add_argument("--porta", type=int, default=8000, help="porta (8000)")
    serve.add_argument("--indirizzo", default="127.0.0.1", help="indirizzo su cui ascoltare (127.0.0.1)")
    serve.set_defaults(comando="serve")
    return whole


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


def _several(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text} non è un numero da 1 in su")
    return int(text)
