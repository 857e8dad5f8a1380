"""The command `docservice`, on the same functions as the API.

Each command loads what it needs when it is run: `docservice modelli` needs neither the law nor a parser of XML.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from docservice.ambiente import ImpostazioneErrata, controlla
from docservice.cli import elenchi, esemplari, schermo
from docservice.cli.argomenti import parser
from docservice.cli.completamento import completamento
from docservice.cli.dati import apri_cartella, leggi, leggi_dati, leggi_quesito, perche, scrivi, valori
from docservice.cli.italiano import forse
from docservice.cli.uscite import (
    ASSENTE,
    CONFORME,
    ILLEGGIBILE,
    INTERROTTO,
    NON_CONFORME,
    RIPROVARE,
    USO,
    Fermo,
    Illeggibile,
    Uso,
)
from docservice.formati.lettura import CorpoIllegibile, DatiIlleggibili
from docservice.modelli.catalogo import ModelloIgnoto, catalogo


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return how it ended (`uscite.CODICI`)."""
    schermo.prepara()
    try:
        args = parser().parse_args(argv)
        result = _COMANDI[args.comando](args)
        schermo.svuota()
    except DatiIlleggibili as error:
        lines = [f"  {line}" for line in error.righe()]
        result = _say("I dati non si possono leggere:", *lines, code=ILLEGGIBILE)
    except Fermo as error:
        result = _say(str(error), code=error.codice)
    except CorpoIllegibile as error:
        result = _say(str(error), code=ILLEGGIBILE)
    except ImpostazioneErrata as error:
        result = _say(str(error), code=USO)
    except ModelloIgnoto as error:
        hint = forse(str(error), catalogo()) or "."
        result = _say(f"Il modello «{error}» non esiste{hint} Ci sono: {', '.join(catalogo())}.", code=USO)
    except BrokenPipeError:
        schermo.tralascia()
        result = CONFORME
    except OSError as error:
        told = (
            "L’uscita standard non si può scrivere"
            if error.filename is None
            else (f"{error.filename} non si può leggere o scrivere")
        )
        result = _say(f"{told}: {perche(error)}.", code=ASSENTE)
    except KeyboardInterrupt:
        result = _say("Interrotto.", code=INTERROTTO)
    return result


def _say(*lines: str, code: int) -> int:
    schermo.di(*lines)
    return code


def _valida(args: argparse.Namespace) -> int:
    from docservice import service
    from docservice.cli.report import leggibile

    slug, raw, faults = leggi_dati(args.file, args.modello)
    document = service.atto(slug, raw, faults)
    if args.ics:
        schermo.scrivi_byte(service.agenda(document))
        return CONFORME
    verdetto = document.verdetto
    schermo.scrivi(schermo.in_json(verdetto.as_dict()) if args.json else schermo.referto(leggibile(verdetto)))
    return NON_CONFORME if verdetto.ha_errori else CONFORME


def _documento(args: argparse.Namespace) -> int:
    from docservice import service
    from docservice.cli.report import leggibile

    named = args.uscita.suffix.lstrip(".").lower()
    if args.formato and named in service.OGNI_FORMATO and named != args.formato:
        raise Uso(f"Il nome {args.uscita} dice {named} e --formato dice {args.formato}: va tolto uno dei due.")
    formato = args.formato or named
    if formato not in service.OGNI_FORMATO:
        kinds = ", ".join(service.OGNI_FORMATO)
        raise Uso(f"Il nome {args.uscita} non dice il formato: deve finire con uno di {kinds}, o va detto --formato.")
    slug, raw, faults = leggi_dati(args.file, args.modello)
    try:
        document = service.atto(slug, raw, faults)
        if formato not in (having := service.formati(document.tipo)):
            told = f"Il modello {slug} non si rende in {formato}: va scelto uno di {', '.join(having)}."
            raise Uso(told)
        made = service.rendi(document, formato, bozza=args.bozza, estratto=args.estratto)
    except service.SenzaEstratto:
        those = ", ".join(one.id for one in catalogo().values() if one.estratto)
        raise Uso(f"Il modello {slug} non ha un estratto: va tolto --estratto (ce l’ha {those}).") from None
    except service.NonConforme as error:
        schermo.di(schermo.referto(leggibile(error.verdetto), sys.stderr), tinta="")
        schermo.di("Il documento non è stato scritto; con --bozza si ottiene una bozza.")
        return NON_CONFORME
    scrivi(args.uscita, made.contenuto)
    return CONFORME


def _calcola(args: argparse.Namespace) -> int:
    from docservice import service
    from docservice.cli.report import conto_leggibile
    from docservice.law.calculator import catalogo as conti
    from docservice.modelli.calcolatori.catalogo import calcolatori

    if args.ics and not conti()[args.id].ha_scadenze:
        raise Uso(f"Il calcolatore {args.id} non dà scadenze: va tolto --ics.")
    if args.comune is not None:
        from docservice.cli.interrogazione import da_tabella

        return da_tabella(args)
    if args.nascoste or args.errori:
        raise Uso("--nascoste e --errori valgono per una tabella: gli altri dati vanno detti con --comune.")
    raw, faults = leggi_quesito(args.file, calcolatori()[args.id].domanda, args.id)
    asked = service.quesito(args.id, raw, faults)
    if args.ics:
        schermo.scrivi_byte(service.agenda(asked))
    elif args.json:
        schermo.scrivi(schermo.in_json(asked.risposta))
    else:
        schermo.scrivi(conto_leggibile(conti()[args.id].titolo, asked.risposta, asked.tipo.risposta))
    return CONFORME


def _domanda_cigs(args: argparse.Namespace) -> int:
    from docservice.cli.domanda import domanda

    return domanda(args)


def _lotto(args: argparse.Namespace) -> int:
    from docservice.lotti.comando import TabellaRifiutata, esegui
    from docservice.lotti.detto import esito
    from docservice.lotti.invio import UnioneImpossibile
    from docservice.store.base import Magazzino
    from docservice.store.guasti import MagazzinoGuasto
    from docservice.store.privati import cartella

    if str(args.uscita) == "-":
        raise Uso("Un lotto fa molti file: con -o va indicata la cartella in cui scriverli.")
    if args.file == args.comune == "-":
        raise Uso("Tabella e dati comuni non possono venire tutti e due dall’ingresso standard: uno va in un file.")
    shared = leggi(args.comune) if args.comune is not None else b"{}"
    if args.comune is not None and not isinstance(valori(args.comune, shared), dict):
        raise Illeggibile(f"Il file {args.comune} deve contenere un oggetto JSON, fra graffe.")
    controlla()
    apri_cartella(args.uscita)
    try:
        store = Magazzino(cartella())
        found = esegui(
            store,
            args.modello,
            leggi(args.file),
            args.uscita,
            comune=shared,
            formato=args.formato,
            unione=args.unione,
            processi=args.processi,
            nascoste=args.nascoste,
        )
    except UnioneImpossibile as error:
        raise Uso(str(error)) from None
    except MagazzinoGuasto as error:
        return _say(str(error), code=RIPROVARE)
    except TabellaRifiutata as error:
        if not error.difetti:
            return _say(*error.righe, code=ILLEGGIBILE)
        lines = (f"  {line}" for line in error.righe)
        title = "La tabella, o ciò che le righe hanno in comune, ha difetti:"
        return _say(title, *lines, *error.note, code=ILLEGGIBILE)
    if args.json:
        schermo.scrivi(schermo.in_json(found))
    else:
        schermo.scrivi("\n".join(esito(store, found, args.uscita)))
    return _esito(found)


def _esito(found: Mapping[str, Any]) -> int:
    """Return how a lotto ended."""
    from docservice.store.schema import StatoLotto

    rows = found["righe"]
    if found["stato"] == StatoLotto.FALLITO:
        return _say("I documenti fatti non si possono unire; ripetendo il comando si riprova.", code=RIPROVARE)
    if rows["fallite"]:
        return RIPROVARE
    return CONFORME if rows["fatte"] == rows["totale"] else NON_CONFORME


def _lavora(args: argparse.Namespace) -> int:
    from docservice.lotti.custode import lavora

    if lavora(args.processi, args.padre):
        raise KeyboardInterrupt
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


def _completamento(args: argparse.Namespace) -> int:
    return completamento(args, parser())


_COMANDI: dict[str, Callable[[argparse.Namespace], int]] = {
    "modelli": elenchi.modelli,
    "esempio": esemplari.esempio,
    "schema": esemplari.schema,
    "valida": _valida,
    "documento": _documento,
    "parametri": elenchi.parametri,
    "valori": elenchi.valori,
    "figure": elenchi.valori,
    "regole": elenchi.regole,
    "calcola": _calcola,
    "lotto": _lotto,
    "domanda-cigs": _domanda_cigs,
    "tabella": esemplari.tabella,
    "lavora": _lavora,
    "serve": _serve,
    "completamento": _completamento,
}
