"""The arguments of the command `docservice`.

Those of a command are told when it is used: the ids of the calculators, for one, are loaded for no other command.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docservice import __version__
from docservice.ambiente import PROCESSORI, numero
from docservice.cli import tipi
from docservice.cli.italiano import Comando, parla
from docservice.cli.uscite import CODICI

_SHELL = ("bash", "zsh", "fish")


def parser() -> argparse.ArgumentParser:
    """Return the reader of the arguments; `comando` names what to run."""
    parla()
    whole = Comando(
        "docservice",
        description="Verifica accordi sindacali e li rende pronti per la firma.",
        in_coda=_codici,
        esempi=lambda: _con_modello("documento accordo.json --modello {modello} -o accordo.pdf"),
    )
    whole.add_argument("--version", action="version", version=__version__, help="dice la versione ed esce")
    commands = whole.add_subparsers(
        required=True, metavar="COMANDO", dest="comando", title="comandi", parser_class=Comando
    )

    def add(name: str, told: str, arguments: Callable[[Comando], None], *examples: str, **more: Any) -> None:
        commands.add_parser(
            name,
            help=told[0].lower() + told[1:].rstrip("."),
            description=told,
            argomenti=arguments,
            esempi=lambda: _con_modello(*examples),
            **more,
        )

    add("modelli", "Elenca i modelli disponibili.", _elenco, "modelli", "modelli --json")
    add(
        "esempio",
        "Scrive dati completi e validi, da cui cominciare.",
        _esemplare,
        "esempio {modello} -o accordo.json",
        "esempio {calcolatore}",
    )
    add("schema", "Scrive lo schema dei dati (JSON Schema).", _esemplare, "schema {modello} -o accordo.schema.json")
    add(
        "valida",
        "Verifica i dati di un documento (uscita 1 se non è conforme).",
        _valida,
        "valida accordo.json --modello {modello}",
        "valida - --modello {modello} --json < accordo.json",
    )
    add(
        "documento",
        "Produce il documento: PDF, DOCX o HTML, un elenco anche XLSX.",
        _documento,
        "documento accordo.json --modello {modello} -o accordo.pdf",
        "documento accordo.json --modello {modello} --formato html -o -",
    )
    add("parametri", "Elenca i valori di legge, datati e con la fonte.", _parametri, "parametri --data 2026-01-31")
    add(
        "valori",
        "Elenca i valori di legge da verificare: quelli non verificati in un anno.",
        _valori,
        "valori --non-verificati 2027",
    )
    # as it was called: whoever wrote it in a script goes on
    commands.add_parser(
        "figure",
        description="Il comando «valori», come si chiamava prima.",
        argomenti=_valori,
        esempi=lambda: ["docservice figure --non-verificate 2027"],
    )
    add("regole", "Elenca le regole della legge, con la fonte.", _regole, "regole --modello {modello}")
    add(
        "calcola",
        "Esegue un calcolatore.",
        _calcola,
        "esempio {calcolatore} | docservice calcola {calcolatore} -",
        in_coda=_calcolatori,
    )
    add(
        "lotto",
        "Produce i documenti di una tabella (XLSX, CSV, JSON Lines).",
        _lotto,
        "lotto dati.xlsx --modello {modello} --comune comune.json -o fatti/",
    )
    add(
        "domanda-cigs",
        "Compone i dati della domanda di CIGS dai documenti di una procedura.",
        _domanda_cigs,
        "domanda-cigs accordo.json elenco.json",
        "domanda-cigs accordo.json elenco.json -o domanda.xlsx",
    )
    add("tabella", "Scrive la tabella da compilare per un lotto, XLSX.", _tabella, "tabella {modello} -o dati.xlsx")
    add("lavora", "Esegue i lotti in attesa, finché non viene fermato.", _lavora, "lavora --processi 2")
    add("serve", "Serve l’API.", _serve, "serve --porta 8080")
    add(
        "completamento",
        "Scrive il completamento del comando per una shell.",
        _completamento,
        "completamento bash > ~/.local/share/bash-completion/completions/docservice",
        'completamento zsh > "${{fpath[1]}}/_docservice"',
        "completamento fish > ~/.config/fish/completions/docservice.fish",
    )
    return whole


def _con_modello(*commands: str) -> list[str]:
    """Return examples, with ids that are there."""
    from docservice.modelli.calcolatori.catalogo import calcolatori
    from docservice.modelli.catalogo import catalogo

    ids = {"modello": next(iter(catalogo())), "calcolatore": next(iter(calcolatori()))}
    return [f"docservice {one.format(**ids)}" for one in commands]


def _codici() -> str:
    """Return what each exit code means."""
    return "\n".join(["codici di uscita:", *(f"  {code:<5}{told}" for code, told in CODICI.items())])


def _calcolatori() -> str:
    """Return the calculators by name."""
    from docservice.law.calculator import catalogo

    wide = max(map(len, catalogo())) + 2
    return "\n".join(["calcolatori:", *(f"  {one.id:<{wide}}{one.titolo}" for one in catalogo().values())])


def _elenco(listed: argparse.ArgumentParser) -> None:
    listed.add_argument("--json", action="store_true", help="scrive l’elenco come JSON")


def _esemplare(sample: argparse.ArgumentParser) -> None:
    sample.add_argument("id", metavar="MODELLO", help="id di un modello o di un calcolatore")
    _esce(sample, "file da scrivere; senza, o con -, l’uscita standard", default=Path("-"))


def _valida(judge: argparse.ArgumentParser) -> None:
    _takes_data(judge)
    _come(judge)


def _documento(render: argparse.ArgumentParser) -> None:
    from docservice.service import OGNI_FORMATO

    _takes_data(render)
    _esce(render, "file da scrivere, la cui estensione dice il formato; - per l’uscita standard", required=True)
    render.add_argument("--formato", choices=OGNI_FORMATO, help="formato, dove l’estensione non lo dice")
    render.add_argument("--bozza", action="store_true", help="marca ogni pagina BOZZA; ammessa anche se non conforme")
    render.add_argument(
        "--estratto", action="store_true", help="la sola parte che va da sé, per i modelli che ne hanno una"
    )


def _parametri(figures: argparse.ArgumentParser) -> None:
    figures.add_argument("--data", type=tipi.giorno, help="solo quelli in vigore quel giorno (AAAA-MM-GG)")
    _elenco(figures)


def _valori(check: argparse.ArgumentParser) -> None:
    one = check.add_mutually_exclusive_group(required=True)
    told = "l’anno in cui andavano verificati"
    one.add_argument("--non-verificati", type=tipi.anno, metavar="ANNO", dest="anno", help=told)
    one.add_argument("--non-verificate", type=tipi.anno, metavar="ANNO", dest="anno", help=argparse.SUPPRESS)
    _elenco(check)


def _regole(rules: argparse.ArgumentParser) -> None:
    from docservice.modelli.catalogo import catalogo
    from docservice.modelli.vincoli import regimi

    rules.add_argument("--regime", choices=regimi(), help="solo quelle di un regime")
    rules.add_argument("--data", type=tipi.giorno, help="solo quelle in vigore quel giorno (AAAA-MM-GG)")
    rules.add_argument(
        "--modello", choices=list(catalogo()), metavar="MODELLO", help="solo quelle che legano un modello"
    )
    rules.add_argument("--json", action="store_true", help="scrive il risultato come JSON")


def _calcola(count: argparse.ArgumentParser) -> None:
    from docservice.modelli.calcolatori.catalogo import calcolatori
    from docservice.tabelle.foglio import NASCOSTE

    count.add_argument("id", choices=list(calcolatori()), metavar="CALCOLATORE", help="il calcolatore")
    count.add_argument("file", type=tipi.nome, help="dati in JSON o XML; - per l’ingresso standard")
    told = "file JSON con gli altri dati: allora FILE è una tabella, una riga per persona (XLSX, CSV, JSON Lines)"
    count.add_argument("--comune", type=tipi.nome, help=told)
    count.add_argument("--nascoste", choices=NASCOSTE, help="di una tabella, righe e colonne nascoste: leggi o salta")
    count.add_argument("--errori", type=tipi.file, metavar="TABELLA", help="dove scrivere la tabella segnata")
    _come(count)


def _lotto(bulk: argparse.ArgumentParser) -> None:
    from docservice.service import DA_FIRMARE, UNIONI, ZIP
    from docservice.tabelle.foglio import NASCOSTE

    bulk.add_argument("file", type=tipi.nome, help="la tabella; - per l’ingresso standard")
    bulk.add_argument("--modello", type=tipi.nome, required=True, help="id del modello")
    bulk.add_argument("-o", "--uscita", type=tipi.cartella, required=True, help="cartella in cui scrivere i documenti")
    bulk.add_argument("--comune", type=tipi.nome, help="file JSON con i dati uguali per tutte le righe")
    bulk.add_argument("--formato", choices=DA_FIRMARE, default=DA_FIRMARE[0], help="formato (pdf)")
    bulk.add_argument("--unione", choices=UNIONI, default=ZIP, help="un file per riga, o un solo PDF")
    bulk.add_argument(
        "--nascoste", choices=NASCOSTE, help="righe e colonne nascoste o filtrate: leggi o salta (altrimenti si chiede)"
    )
    bulk.add_argument("--processi", type=tipi.processi, default=PROCESSORI, help="processi al lavoro")
    bulk.add_argument("--json", action="store_true", help="scrive il riepilogo come JSON")


def _domanda_cigs(papers: argparse.ArgumentParser) -> None:
    told = "i documenti in JSON, ciascuno con il suo modello; - per l’ingresso standard"
    papers.add_argument("file", type=tipi.nome, nargs="+", help=told)
    _esce(papers, "file da scrivere, .xlsx o .json; senza, si legge che cosa manca")
    papers.add_argument("--formato", choices=("json", "xlsx"), help="formato, dove l’estensione non lo dice")


def _tabella(empty: argparse.ArgumentParser) -> None:
    empty.add_argument("modello", metavar="MODELLO", help="id del modello")
    _esce(empty, "file XLSX da scrivere; - per l’uscita standard", required=True)


def _lavora(engine: argparse.ArgumentParser) -> None:
    engine.add_argument(
        "--processi",
        type=tipi.processi,
        default=int(numero("WEB_CONCURRENCY")),
        help="processi al lavoro (WEB_CONCURRENCY, o uno per processore)",
    )
    # the server says whose it is
    engine.add_argument("--padre", type=tipi.quanti, help=argparse.SUPPRESS)


def _serve(serve: argparse.ArgumentParser) -> None:
    serve.add_argument("--porta", type=tipi.porta, default=8000, help="porta (8000)")
    serve.add_argument(
        "--indirizzo", type=tipi.nome, default="127.0.0.1", help="indirizzo su cui ascoltare (127.0.0.1)"
    )


def _completamento(shell: argparse.ArgumentParser) -> None:
    shell.add_argument("shell", choices=_SHELL, metavar="SHELL", help=", ".join(_SHELL))


def _esce(parser: argparse.ArgumentParser, told: str, **more: Any) -> None:
    parser.add_argument("-o", "--uscita", type=tipi.file, metavar="FILE", help=told, **more)


def _come(answer: argparse.ArgumentParser) -> None:
    one = answer.add_mutually_exclusive_group()
    one.add_argument("--json", action="store_true", help="scrive il risultato come JSON")
    one.add_argument("--ics", action="store_true", help="scrive le sole scadenze, come calendario (iCalendar)")


def _takes_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=tipi.nome, help="dati in JSON o XML; - per l’ingresso standard")
    parser.add_argument(
        "--modello", type=tipi.nome, help='id del modello; superfluo se il file è {"modello": …, "dati": …}'
    )
