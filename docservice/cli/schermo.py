"""What a person reads: text, tables and colours on a terminal, the same words and nothing else in a pipe.

`tabella(("id", "titolo"), [("did", "Dichiarazione")])` aligns its columns, and titles them where there is a terminal.
"""

from __future__ import annotations

import codecs
import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from typing import Any, Final, TextIO

_BOLD: Final = "1"
ROSSO: Final = "31"
GIALLO: Final = "33"
VERDE: Final = "32"
_TINTE: Final = {
    ROSSO: r"(?:NON CONFORME|ERRORE)\b",
    GIALLO: r"(?:CONFORME CON AVVISI|AVVISO)\b",
    VERDE: r"CONFORME(?=:)",
}
"""Words that begin a line of a report: each says by itself what its colour repeats."""
_GAP: Final = "  "
_NARROW: Final = 24
"""Least width in which the last column stands beside the others."""
_RIPIEGO: Final = str.maketrans("’‘“”«»–—−×·→█", '\'\'""""---x.>#') | {ord("€"): "EUR"}
"""What stands for a character where the terminal's encoding has it not."""
_ACCENTO: Final = re.compile(r"[\u0300\u0301](?!\w)")


def prepara() -> None:
    """Have the streams write whatever a message holds, in whatever encoding they are."""
    codecs.register_error("ripiego", _ripiega)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="ripiego")


def _ripiega(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    from unicodedata import normalize

    lost, follows = error.object[error.start : error.end], error.object[error.end : error.end + 1]
    # at the end of a word, as Italian is written without accents: citta', perche'
    accented = _ACCENTO.sub("'", normalize("NFKD", lost) + follows).removesuffix(follows)
    return normalize("NFKD", accented.translate(_RIPIEGO)).encode("ascii", "ignore").decode() or "?", error.end


def scrivi(text: str, end: str = "\n") -> None:
    """Write on the standard output."""
    with _uscita():
        print(text, end=end)
        svuota()


def scrivi_byte(content: bytes) -> None:
    """Write on the standard output what is no text, or text that must stay in UTF-8."""
    with _uscita():
        svuota()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def svuota() -> None:
    """Send what is left to write, while a fault can still be told."""
    with _uscita():
        if sys.stdout is not None:
            sys.stdout.flush()


@contextmanager
def _uscita() -> Iterator[None]:
    """Write to nobody once nobody reads, which is no fault; or once it fails, which is told."""
    try:
        yield
    except BrokenPipeError:
        tralascia()
    except OSError:
        tralascia()
        raise


def tralascia() -> None:
    """Write to nobody from here on: Python, as it ends, would try again."""
    nobody = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nobody, sys.stdout.fileno())
    os.close(nobody)


def di(*lines: str, tinta: str = ROSSO) -> None:
    """Tell a person something that is no result, the first line in colour."""
    if sys.stderr is not None:
        first, *others = lines
        print(tinge(first, tinta, sys.stderr), *others, sep="\n", file=sys.stderr)


def tinge(text: str, tinta: str, stream: TextIO) -> str:
    """Return a text in colour, if there is who sees it."""
    return f"\033[{tinta}m{text}\033[0m" if tinta and colori(stream) else text


def colori(stream: TextIO) -> bool:
    """Say whether colours are seen there: on a terminal that has them, unless `NO_COLOR` is set."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def referto(text: str, stream: TextIO | None = None) -> str:
    """Return a report with the words of its outcome in colour."""
    where = sys.stdout if stream is None else stream
    if not colori(where):
        return text
    for tinta, words in _TINTE.items():
        text = re.sub(rf"^{words}.*", rf"\033[{tinta}m\g<0>\033[0m", text, flags=re.MULTILINE)
    return text


def in_json(value: Any) -> str:
    """Return JSON that any encoding of the output can hold."""
    whole = getattr(sys.stdout, "encoding", None) or "utf-8"
    return json.dumps(value, ensure_ascii=codecs.lookup(whole).name != "utf-8", indent=2)


def tabella(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return rows in columns; on a terminal with titles, and the last column broken where there is no room for it."""
    seen = sys.stdout is not None and sys.stdout.isatty()
    shown = [titles, *rows] if seen else rows
    wide = [max((len(row[at]) for row in shown), default=0) for at in range(len(titles) - 1)]
    columns = _columns() if seen else 0
    lines = [line for row in shown for line in _lines(row, wide, columns)]
    if seen:
        lines[0] = tinge(lines[0], _BOLD, sys.stdout)
    return "\n".join(lines)


def _columns() -> int:
    from shutil import get_terminal_size

    return get_terminal_size().columns


def _lines(row: Sequence[str], wide: Sequence[int], columns: int) -> list[str]:
    *cells, last = row
    head = "".join(f"{cell:<{width}}{_GAP}" for cell, width in zip(cells, wide, strict=True))
    room = columns - len(head)
    if not columns or len(last) <= room:
        return [f"{head}{last}".rstrip()]
    from textwrap import wrap

    if room < _NARROW:  # it stands below
        return [head.rstrip(), *(f"{_GAP * 2}{piece}" for piece in wrap(last, max(columns - 4, _NARROW)))]
    first, *others = wrap(last, room)
    return [head + first, *(" " * len(head) + piece for piece in others)]
