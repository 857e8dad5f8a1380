r"""Read a CSV: encoding and delimiter found, quotes that must close.

`leggi_csv(b"Cognome;CF\r\nBinti;BNTCRL71C54A794Q\r\n", nomi)` → a `Foglio` of two rows, 1 and 2, of two cells each.
The delimiter is the one that makes a header of the columns that are known (`nomi`, keys of `testi.nomi`).
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from io import StringIO
from itertools import count, islice

from docservice.tabelle.file.apici import NOTA, fra_apici, senza_apici
from docservice.tabelle.file.virgolette import controlla
from docservice.tabelle.foglio import (
    MAX_RIGHE,
    MAX_TESTO,
    Foglio,
    Riga,
    TabellaIllegibile,
    controlla_misure,
    troppo_lungo,
)
from docservice.tabelle.testi.codifica import decodifica
from docservice.tabelle.testi.nomi import VUOTI, conosciute

_DELIMITERS = {";": "punto e virgola", ",": "virgola", "\t": "tabulazione", "|": "barra verticale"}
_SAMPLE = 60
"""Rows by which the delimiter is chosen."""
_DEEPEST = 21
"""Rows among which the header is, and one more."""
_HEAD = 256 * 1024
"""Characters among which those rows are."""
_EMPTY = 10 * MAX_RIGHE
"""Most rows, the empty ones too."""
_PROTECTED = re.compile(r"'(?=[=+\-@\t\r0-9])")
_AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)
"""A formula that is nothing but a text: so do programs keep zeros."""
_BLANKS = re.compile(r"\S {2,}\S")
_FIXED = (
    "Il testo sembra a larghezza fissa, con le colonne incolonnate con gli spazi: va aperto in Excel (Dati, Da testo,"
    " Larghezza fissa) e salvato come XLSX, oppure in CSV."
)
_END = re.compile(r"\x1a\s*\Z")
"""The mark with which old programs end a file."""


def leggi_csv(contenuto: bytes, nomi: Collection[str] = ()) -> Foglio:
    """Return the table of a CSV; raise `TabellaIllegibile`."""
    text, notes = decodifica(contenuto)
    text = _END.sub("", text)
    if "\0" in text:
        raise TabellaIllegibile(
            "Il file non è un CSV: contiene caratteri nulli. Va salvato di nuovo in «CSV UTF-8» o in XLSX."
        )
    delimiter, known = _delimiter(text, nomi)
    quoted = fra_apici(islice(_sample(text[:_HEAD], delimiter), _SAMPLE))
    rows = []
    widths: dict[int, int] = {}
    long: dict[int, tuple[int, list[str]]] = {}
    for row in _rows(text, delimiter, widths, long, apici=quoted):
        rows.append(row)
        if len(rows) > MAX_RIGHE + 1:
            break
    controlla_misure(rows)
    controlla(long, delimiter, Counter(widths.values()).most_common(1)[0][0] - 1)
    notes += (NOTA,) * quoted
    if delimiter != next(iter(_DELIMITERS)) and delimiter in text:
        notes += (f"Le celle sono separate da: {_DELIMITERS[delimiter]}.",)
    short = _short(widths, whole=text.endswith(("\n", "\r")))
    tried = f"Fra le celle sono stati provati, nell’ordine: {', '.join(_DELIMITERS.values())}."
    if delimiter not in text and _aligned(text):
        tried = _FIXED
    return Foglio("csv", rows, notes, cercata="" if known else tried, corte=short, separatore=delimiter)


def _short(widths: Mapping[int, int], *, whole: bool) -> tuple[int, ...]:
    """Return the rows with some cells fewer than most have; the last of a file that ends within a line, with one."""
    [(usual, many)] = Counter(widths.values()).most_common(1)
    if 2 * many < len(widths):
        return ()
    last = max(widths)
    return tuple(n for n, wide in widths.items() if wide < usual - (0 if n == last and not whole else 1))


def _aligned(text: str) -> bool:
    """Say whether most lines are columns kept apart by many blanks."""
    lines = [line for line in text[:_HEAD].splitlines() if line.strip()]
    return len(lines) > 1 and 2 * sum(bool(_BLANKS.search(line.strip())) for line in lines) > len(lines)


def _delimiter(text: str, names: Collection[str]) -> tuple[str, int]:
    """Return the delimiter whose header is known the most, and how many columns of it are.

    Of those that are alike, the one by which the most rows are as wide as the header. One that is not there is never
    chosen before one that is.
    """
    head = text[:_HEAD]
    present = [delimiter for delimiter in _DELIMITERS if delimiter in head] or [next(iter(_DELIMITERS))]
    scores = {delimiter: _score(head, delimiter, names) for delimiter in present}
    best = max(present, key=scores.__getitem__)
    return best, scores[best][0]


def _score(head: str, delimiter: str, names: Collection[str]) -> tuple[int, int, int]:
    """Return how many columns are known, how many rows agree with the header, how wide it is."""
    rows = list(islice(_sample(head, delimiter), _SAMPLE))
    if not rows:
        return 0, 0, 0
    headers = [(conosciute(row, names), row) for row in rows[:_DEEPEST]]
    known, header = max(headers, key=lambda one: one[0])
    widths = Counter(map(len, rows))
    wide = len(header) if known else max(widths, key=lambda width: (width > 1, widths[width], width))
    return known, widths[wide] if wide > 1 else 0, wide


def _sample(head: str, delimiter: str) -> Iterator[list[str]]:
    """Yield the first rows, as far as they can be read."""
    csv.field_size_limit(MAX_TESTO)
    try:
        for row in csv.reader(StringIO(head, newline=""), delimiter=delimiter):
            if any(cell.strip(VUOTI) for cell in row):
                yield row
    except csv.Error:
        return


def _rows(
    text: str, delimiter: str, widths: dict[int, int], long: dict[int, tuple[int, list[str]]], *, apici: bool
) -> Iterator[Riga]:
    """Yield the rows, entering how wide each is, and the cells of many lines of those that have some.

    `apici` says that texts are between single quotes.
    """
    csv.field_size_limit(MAX_TESTO)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start, bare = 1, True
    for number in count():
        if number > _EMPTY:
            raise TabellaIllegibile(f"Il file ha più di {_EMPTY} righe, quasi tutte vuote: vanno tolte.")
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if "field limit" in str(error) and start == reader.line_num:
                raise troppo_lungo(start) from None
            raise TabellaIllegibile(
                f"Alla riga {start} c’è una virgoletta fuori posto: dentro una cella fra virgolette va scritta due"
                " volte, e ogni cella aperta va chiusa."
            ) from None
        if values and any(value.strip(VUOTI) for value in values):
            if apici:
                plain = senza_apici(values, start, prima=bare)
                values, bare = plain, bare and plain == values
            widths[start] = len(values)
            if reader.line_num > start:
                long[start] = reader.line_num, [value for value in values if "\n" in value or "\r" in value]
            while not values[-1].strip(VUOTI):
                values.pop()
            yield Riga(start, tuple(_cell(value) if value[:1] in "'=" else value for value in values))
        start = reader.line_num + 1


def _cell(value: str) -> str | None:
    """Return a cell without what only keeps it from being a formula, or a number: an apostrophe, `="…"`."""
    if found := _AS_TEXT.fullmatch(value):
        return found[1].replace('""', '"')
    return _PROTECTED.sub("", value, count=1) or None
