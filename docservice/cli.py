"""The command `docservice`, on the same functions as the API."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from docservice import __version__, service
from docservice.law.calculator import catalogo as calcolatori
from docservice.law.figures import in_vigore
from docservice.modelli.calcoli import SCHEMI
from docservice.modelli.catalogo import ModelloIgnoto, catalogo, modello
from docservice.modelli.da_json import leggi_json
from docservice.modelli.da_xml import leggi_xml
from docservice.modelli.lettura import CorpoIllegibile, DatiIlleggibili, Errore
from docservice.report import leggibile

CONFORME, NON_CONFORME, ILLEGGIBILE, INTERROTTO = 0, 1, 2, 130


class Uso(Exception):  # noqa: N818 - in the words of the field
    """The command cannot go on; its text says why and what to do."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return 0, 1 when the document is non conforme, 2 when something cannot be read."""
    args = _parser().parse_args(argv)
    try:
        result: int = args.run(args)
    except DatiIlleggibili as error:
        lines = [f"  {fault.percorso or '/'}: {fault.messaggio}" for fault in error.errori]
        return _say("I dati non si possono leggere:", *lines)
    except (Uso, CorpoIllegibile) as error:
        return _say(str(error))
    except ModelloIgnoto as error:
        return _say(f"Il modello {error} non esiste. Quelli disponibili: {', '.join(catalogo())}.")
    except BrokenPipeError:
        sys.stderr.close()
        return CONFORME
    except OSError as error:
        if error.filename is None:
            raise
        result = _say(f"{error.filename}: non si può leggere o scrivere ({error.strerror}).")
    except KeyboardInterrupt:
        _say("Interrotto.")
        result = INTERROTTO
    return result


def _say(*lines: str) -> int:
    print(*lines, sep="\n", file=sys.stderr)
    return ILLEGGIBILE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "docservice", description="Verifica accordi sindacali e li rende pronti per la firma."
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMANDO")

    models = commands.add_parser("modelli", help="elenca i modelli disponibili")
    models.set_defaults(run=_modelli)

    judge = commands.add_parser("valida", help="verifica i dati di un documento (uscita 1 se non conforme)")
    _takes_data(judge)
    judge.add_argument("--json", action="store_true", help="scrive il risultato come JSON")
    judge.set_defaults(run=_valida)

    render = commands.add_parser("documento", help="produce il documento, PDF, DOCX o HTML")
    _takes_data(render)
    render.add_argument(
        "-o", "--uscita", type=Path, required=True, help="file da scrivere; l’estensione dice il formato"
    )
    render.add_argument("--bozza", action="store_true", help="marca ogni pagina BOZZA; ammessa anche se non conforme")
    render.add_argument(
        "--estratto", action="store_true", help="l’estratto da pubblicare, per i modelli che ne hanno uno"
    )
    render.set_defaults(run=_documento)

    figures = commands.add_parser("parametri", help="elenca le figure datate della legge")
    figures.add_argument("--data", type=_day, help="solo quelle in vigore quel giorno (AAAA-MM-GG)")
    figures.set_defaults(run=_parametri)

    count = commands.add_parser("calcola", help="esegue un calcolatore")
    count.add_argument("id", choices=list(calcolatori()), help="il calcolatore")
    count.add_argument("file", help="dati in JSON o XML; - per l’ingresso standard")
    count.set_defaults(run=_calcola)

    bulk = commands.add_parser("lotto", help="produce i documenti di una tabella (XLSX, CSV, JSON Lines)")
    bulk.add_argument("file", help="la tabella; - per l’ingresso standard")
    bulk.add_argument("--modello", required=True, help="id del modello")
    bulk.add_argument("-o", "--uscita", type=Path, required=True, help="cartella in cui scrivere i documenti")
    bulk.add_argument("--comune", help="file JSON con i dati uguali per tutte le righe")
    bulk.add_argument("--formato", choices=service.DA_FIRMARE, default=service.DA_FIRMARE[0], help="formato (pdf)")
    bulk.add_argument("--unione", choices=service.UNIONI, default=service.ZIP, help="un file per riga, o un solo PDF")
    bulk.add_argument("--processi", type=_several, default=os.cpu_count() or 1, help="processi al lavoro")
    bulk.set_defaults(run=_lotto)

    empty = commands.add_parser("tabella", help="scrive la tabella da compilare per un lotto, XLSX")
    empty.add_argument("modello", help="id del modello")
    empty.add_argument("-o", "--uscita", type=Path, required=True, help="file da scrivere")
    empty.set_defaults(run=_tabella)

    engine = commands.add_parser("lavora", help="esegue i lotti in attesa, finché non viene fermato")
    engine.add_argument(
        "--processi", type=_several, default=int(os.environ.get("WEB_CONCURRENCY", os.cpu_count() or 1))
    )
    engine.set_defaults(run=_lavora)

    serve = commands.add_parser("serve", help="serve l’API")
    serve.add_argument("--porta", type=int, default=8000, help="porta (8000)")
    serve.add_argument("--indirizzo", default="127.0.0.1", help="indirizzo su cui ascoltare (127.0.0.1)")
    serve.set_defaults(run=_serve)
    return parser


def _takes_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="dati in JSON o XML; - per l’ingresso standard")
    parser.add_argument("--modello", help='id del modello; superfluo se il file è {"modello": …, "dati": …}')


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} non è una data nella forma AAAA-MM-GG") from None


def _read(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        why = "non esiste" if isinstance(error, FileNotFoundError) else "non si può leggere"
        raise Uso(f"Il file {name} {why}.") from None


def _write(place: Path, content: bytes) -> None:
    try:
        place.write_bytes(content)
    except OSError as error:
        why = "la cartella non esiste" if isinstance(error, FileNotFoundError) else "non è permesso"
        raise Uso(f"Il file {place} non si può scrivere: {why}.") from None


def _several(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text} non è un numero da 1 in su")
    return int(text)


def _data(args: argparse.Namespace) -> tuple[str, Any, list[Errore]]:
    """Return model, data and the faults of their writing; JSON may say its own model, as that in a document does."""
    body = _read(args.file)
    slug = args.modello
    if not _is_xml(body):
        raw = leggi_json(body)
        if isinstance(raw, dict) and isinstance(raw.get("modello"), str) and "dati" in raw:
            return slug or raw["modello"], raw["dati"], []
        if slug:
            return slug, raw, []
    if slug is None:
        raise Uso(f"Va detto il modello, con --modello: {', '.join(catalogo())}.")
    return slug, *leggi_xml(body, modello(slug).schema(), slug)


def _is_xml(body: bytes) -> bool:
    return body.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<")


def _modelli(_: argparse.Namespace) -> int:
    for tipo in catalogo().values():
        print(f"{tipo.id}  {tipo.titolo} ({', '.join(tipo.regimi)})")
    return CONFORME


def _valida(args: argparse.Namespace) -> int:
    slug, raw, faults = _data(args)
    verdetto = service.valida(slug, raw, faults)
    print(_json(verdetto.as_dict()) if args.json else leggibile(verdetto))
    return NON_CONFORME if verdetto.ha_errori else CONFORME


def _documento(args: argparse.Namespace) -> int:
    formato = args.uscita.suffix.lstrip(".").lower()
    if formato not in service.FORMATI:
        raise Uso(f"L’estensione di {args.uscita} deve essere una di: {', '.join(service.FORMATI)}.")
    slug, raw, faults = _data(args)
    try:
        made = service.documento(slug, raw, formato, bozza=args.bozza, estratto=args.estratto, difetti=faults)
    except service.SenzaEstratto:
        raise Uso(f"Il modello {slug} non ha un estratto.") from None
    except service.NonConforme as error:
        print(leggibile(error.verdetto), file=sys.stderr)
        print("Il documento non è stato scritto; con --bozza si ottiene una bozza.", file=sys.stderr)
        return NON_CONFORME
    _write(args.uscita, made.contenuto)
    return CONFORME


def _parametri(args: argparse.Namespace) -> int:
    print(_json({"items": in_vigore(args.data)}))
    return CONFORME


def _calcola(args: argparse.Namespace) -> int:
    body = _read(args.file)
    raw, faults = leggi_xml(body, SCHEMI[args.id](), args.id) if _is_xml(body) else (leggi_json(body), [])
    print(_json(service.calcola(args.id, raw, faults)))
    return CONFORME


def _lotto(args: argparse.Namespace) -> int:
    from docservice.bulk.comando import esegui  # noqa: PLC0415 - loaded only for a lotto
    from docservice.bulk.foglio import TabellaIllegibile  # noqa: PLC0415
    from docservice.bulk.invio import TabellaErrata, UnioneImpossibile  # noqa: PLC0415
    from docservice.store.base import Magazzino, cartella  # noqa: PLC0415
    from docservice.store.tabelle import StatoLotto  # noqa: PLC0415

    shared = leggi_json(_read(args.comune)) if args.comune else {}
    if not isinstance(shared, dict):
        raise Uso(f"Il file {args.comune} deve contenere un oggetto JSON.")
    try:
        store = Magazzino(cartella())
        found = esegui(
            store,
            args.modello,
            _read(args.file),
            args.uscita,
            comune=shared,
            formato=args.formato,
            unione=args.unione,
            processi=args.processi,
        )
    except (TabellaIllegibile, UnioneImpossibile) as error:
        return _say(str(error))
    except TabellaErrata as error:
        return _say("La tabella ha difetti:", *(f"  {one.messaggio} [{one.codice}]" for one in error.difetti))
    rows = found["righe"]
    for note in found.get("note", ()):
        print(note)
    print(f"Documenti fatti: {rows['fatte']} su {rows['totale']}, in {args.uscita}.")
    if rows["errate"]:
        print(f"Righe con errori: {rows['errate']}; la tabella con le celle segnate è in {args.uscita}.")
    if rows["fallite"]:
        print(f"Righe non riuscite: {rows['fallite']}; ripetendo il comando si riprova.")
    if found["stato"] == StatoLotto.FALLITO:
        return _say("I documenti fatti non si possono unire; ripetendo il comando si riprova.")
    return CONFORME if rows["fatte"] == rows["totale"] else NON_CONFORME


def _tabella(args: argparse.Namespace) -> int:
    from docservice.bulk.modulo import modulo  # noqa: PLC0415 - loaded only for this

    if args.uscita.suffix.lower() != ".xlsx":
        raise Uso(f"L’estensione di {args.uscita} deve essere xlsx.")
    _write(args.uscita, modulo(modello(args.modello)))
    return CONFORME


def _lavora(args: argparse.Namespace) -> int:
    from docservice.bulk.custode import lavora  # noqa: PLC0415 - loaded only for this

    lavora(args.processi)
    return CONFORME


def _serve(args: argparse.Namespace) -> int:
    from docservice.serve import run  # noqa: PLC0415 - the server is loaded only to serve

    run(args.indirizzo, args.porta)
    return CONFORME


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
