"""The command `docservice`, on the same functions as the API.

Each command loads what it needs when it is run: `docservice modelli` needs neither the law nor a parser of XML.
"""

from __future__ import annotations

import argparse
import errno
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from docservice.ambiente import ImpostazioneErrata, controlla
from docservice.cli.argomenti import parser
from docservice.formati.da_json import leggi_json
from docservice.formati.lettura import CorpoIllegibile, DatiIlleggibili, Errore
from docservice.modelli.catalogo import ModelloIgnoto, catalogo, modello

CONFORME, NON_CONFORME, ILLEGGIBILE, INTERROTTO = 0, 1, 2, 130


_PERCHE = {
    errno.ENOSPC: "lo spazio è esaurito",
    errno.EDQUOT: "lo spazio è esaurito",
    errno.EACCES: "non è permesso",
    errno.EPERM: "non è permesso",
    errno.EROFS: "è in sola lettura",
    errno.ENOENT: "la cartella non esiste",
    errno.ENOTDIR: "la cartella non esiste",
    errno.EISDIR: "è una cartella",
    errno.EEXIST: "c’è già qualcosa con quel nome",
    errno.EFBIG: "è troppo grande",
    errno.EMFILE: "sono aperti troppi file",
    errno.EIO: "il disco non risponde",
}


class Uso(Exception):  # noqa: N818 - in the words of the field
    """The command cannot go on; its text says why and what to do."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return 0, 1 when the document is non conforme, 2 when something cannot be read."""
    try:
        args = parser().parse_args(argv)
        result = _COMANDI[args.comando](args)
    except DatiIlleggibili as error:
        lines = [f"  {fault.percorso or '/'}: {fault.messaggio}" for fault in error.errori]
        return _say("I dati non si possono leggere:", *lines)
    except (Uso, CorpoIllegibile, ImpostazioneErrata) as error:
        return _say(str(error))
    except ModelloIgnoto as error:
        return _say(f"Il modello {error} non esiste. Quelli disponibili: {', '.join(catalogo())}.")
    except BrokenPipeError:
        sys.stderr.close()
        return CONFORME
    except OSError as error:
        name = "L’uscita" if error.filename is None else error.filename
        result = _say(f"{name}: non si può leggere o scrivere ({_why(error)}).")
    except KeyboardInterrupt:
        _say("Interrotto.")
        result = INTERROTTO
    return result


def _say(*lines: str) -> int:
    print(*lines, sep="\n", file=sys.stderr)
    return ILLEGGIBILE


def _read(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        why = "non esiste" if isinstance(error, FileNotFoundError) else "non si può leggere"
        raise Uso(f"Il file {name} {why}.") from None


def _write(place: Path, content: bytes) -> None:
    """Write a file whole, or leave what was there."""
    draft = place.with_name(f".{place.name}.{os.getpid()}.parte")
    try:
        if place.exists() and not place.is_file():
            place.write_bytes(content)  # a device, say
            return
        draft.write_bytes(content)
        draft.replace(place)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise Uso(f"Il file {place} non si può scrivere: {_why(error)}.") from None


def _why(error: OSError) -> str:
    """Return why a file cannot be written, in words."""
    return _PERCHE.get(error.errno or 0, f"errore {error.errno} del sistema")


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
    from docservice.formati.da_xml import leggi_xml

    return slug, *leggi_xml(body, modello(slug).schema(), slug)


def _is_xml(body: bytes) -> bool:
    return body.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<")


def _modelli(_: argparse.Namespace) -> int:
    for tipo in catalogo().values():
        print(f"{tipo.id}  {tipo.titolo} ({', '.join(tipo.regimi)})")
    return CONFORME


def _valida(args: argparse.Namespace) -> int:
    from docservice import service
    from docservice.cli.report import leggibile

    slug, raw, faults = _data(args)
    document = service.atto(slug, raw, faults)
    if args.ics:
        sys.stdout.write(service.agenda(document).decode())
        return CONFORME
    verdetto = document.verdetto
    print(_json(verdetto.as_dict()) if args.json else leggibile(verdetto))
    return NON_CONFORME if verdetto.ha_errori else CONFORME


def _documento(args: argparse.Namespace) -> int:
    from docservice import service
    from docservice.cli.report import leggibile

    formato = args.uscita.suffix.lstrip(".").lower()
    if formato not in service.FORMATI:
        raise Uso(f"L’estensione di {args.uscita} deve essere una di: {', '.join(service.FORMATI)}.")
    slug, raw, faults = _data(args)
    try:
        document = service.atto(slug, raw, faults)
        made = service.rendi(document, formato, bozza=args.bozza, estratto=args.estratto)
    except service.SenzaEstratto:
        raise Uso(f"Il modello {slug} non ha un estratto.") from None
    except service.NonConforme as error:
        print(leggibile(error.verdetto), file=sys.stderr)
        print("Il documento non è stato scritto; con --bozza si ottiene una bozza.", file=sys.stderr)
        return NON_CONFORME
    _write(args.uscita, made.contenuto)
    return CONFORME


def _parametri(args: argparse.Namespace) -> int:
    from docservice.law.figures import in_vigore

    print(_json({"items": in_vigore(args.data)}))
    return CONFORME


def _figure(args: argparse.Namespace) -> int:
    from docservice.law.figures import non_verificate

    year = args.non_verificate
    for one, why in non_verificate(year):
        print(f"{one.figura}  {one.nome}: {why}")
    return CONFORME


def _calcola(args: argparse.Namespace) -> int:
    from docservice import service
    from docservice.formati.da_xml import leggi_xml
    from docservice.law.calculator import catalogo as conti
    from docservice.modelli.calcolatori.catalogo import calcolatori

    if args.ics and not conti()[args.id].ha_scadenze:
        raise Uso(f"Il calcolatore {args.id} non dà scadenze: --ics vale per chi ne dà.")
    body, schema = _read(args.file), calcolatori()[args.id].domanda
    raw, faults = leggi_xml(body, schema(), args.id) if _is_xml(body) else (leggi_json(body), [])
    asked = service.quesito(args.id, raw, faults)
    if args.ics:
        sys.stdout.write(service.agenda(asked).decode())
    else:
        print(_json(asked.risposta))
    return CONFORME


def _lotto(args: argparse.Namespace) -> int:
    from docservice.lotti.comando import TabellaRifiutata, esegui
    from docservice.lotti.detto import esito
    from docservice.lotti.invio import UnioneImpossibile
    from docservice.store.base import Magazzino
    from docservice.store.guasti import MagazzinoGuasto
    from docservice.store.privati import cartella
    from docservice.store.schema import StatoLotto

    shared = _read(args.comune) if args.comune else b"{}"
    if not isinstance(leggi_json(shared), dict):
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
    except (UnioneImpossibile, MagazzinoGuasto) as error:
        return _say(str(error))
    except TabellaRifiutata as error:
        if not error.difetti:
            return _say(*error.righe)
        return _say(
            "La tabella, o ciò che le righe hanno in comune, ha difetti:", *(f"  {line}" for line in error.righe)
        )
    rows = found["righe"]
    print(*esito(store, found, args.uscita), sep="\n")
    if found["stato"] == StatoLotto.FALLITO:
        return _say("I documenti fatti non si possono unire; ripetendo il comando si riprova.")
    return CONFORME if rows["fatte"] == rows["totale"] else NON_CONFORME


def _tabella(args: argparse.Namespace) -> int:
    from docservice.tabelle.vuota import tabella_vuota

    if args.uscita.suffix.lower() != ".xlsx":
        raise Uso(f"L’estensione di {args.uscita} deve essere xlsx.")
    _write(args.uscita, tabella_vuota(modello(args.modello)))
    return CONFORME


def _lavora(args: argparse.Namespace) -> int:
    from docservice.lotti.custode import lavora

    lavora(args.processi, args.padre)
    return CONFORME


def _serve(args: argparse.Namespace) -> int:
    controlla()  # before gunicorn, which reads some of it by itself
    from docservice.lotti.avvio import prepara
    from docservice.server.run import libero, run
    from docservice.store.privati import cartella

    libero(args.indirizzo, args.porta)
    prepara(cartella())
    run(args.indirizzo, args.porta)
    return CONFORME


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


_COMANDI: dict[str, Callable[[argparse.Namespace], int]] = {
    "modelli": _modelli,
    "valida": _valida,
    "documento": _documento,
    "parametri": _parametri,
    "figure": _figure,
    "calcola": _calcola,
    "lotto": _lotto,
    "tabella": _tabella,
    "lavora": _lavora,
    "serve": _serve,
}
