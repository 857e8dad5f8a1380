r"""Read a CSV: encoding and delimiter found, quotes that must close.

`leggi_csv(b"Cognome;CF\r\nBinti;BNTCRL71C54A794Q\r\n")` → a `Foglio` of two rows, 1 and 2, of two cells each.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import count

from docservice.tabelle.foglio import (
    MAX_RIGHE,
    MAX_TESTO,
    Foglio,
    Riga,
    TabellaIllegibile,
    controlla_misure,
    troppo_lungo,
)

_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_DELIMITERS = ";,\t|"
_SAMPLE = 20
"""Lines by which the delimiter is chosen."""
_HEAD = 256 * 1024
"""Characters among which those lines are."""
_EMPTY = 10 * MAX_RIGHE
"""Most rows, the empty ones too."""
_PROTECTED = re.compile(r"'(?=[=+\-@\t\r])")


def leggi_csv(contenuto: bytes) -> Foglio:
    """Return the table of a CSV; raise `TabellaIllegibile`."""
    text, notes = _decoded(contenuto)
    if "\0" in text:
        raise TabellaIllegibile("Il file non è un CSV: contiene caratteri nulli.")
    rows = []
    for row in _rows(text, _delimiter(text)):
        rows.append(row)
        if len(rows) > MAX_RIGHE + 1:
            break
    controlla_misure(rows)
    return Foglio("csv", rows, notes)


def _decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    declared = next((name for mark, name in _BOMS.items() if content.startswith(mark)), None)
    try:
        return content.decode(declared or "utf-8"), ()
    except UnicodeDecodeError:
        if declared:
            raise TabellaIllegibile("Il testo del file non è valido nella codifica che dichiara.") from None
    try:
        return content.decode("cp1252"), ("Il file non è in UTF-8: è stato letto come Windows-1252.",)
    except UnicodeDecodeError:
        raise TabellaIllegibile("La codifica del file non è riconosciuta: va salvato in UTF-8.") from None


def _delimiter(text: str) -> str:
    """Return the delimiter that splits the first lines into the most columns, the same on each."""
    lines = [line for line in text[:_HEAD].splitlines()[: _SAMPLE * 5] if line.strip()][:_SAMPLE]
    bare = [re.sub(r'"[^"]*"', "", line) for line in lines]

    def score(delimiter: str) -> tuple[int, int, int]:
        counts = [line.count(delimiter) for line in bare]
        most = max(counts, default=0)
        # a comma between two figures is a decimal one
        plain = sum(bool(re.search(r"\d,\d", line)) for line in bare) if delimiter == "," else 0
        return (-plain, counts.count(most) if most else 0, most)

    return max(_DELIMITERS, key=score)


def _rows(text: str, delimiter: str) -> Iterator[Riga]:
    csv.field_size_limit(MAX_TESTO)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
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
        if values and any(map(str.strip, values)):
            while not values[-1].strip():
                values.pop()
            # an apostrophe that keeps a text from being a formula is not part of it
            yield Riga(
                start,
                tuple(_PROTECTED.sub("", value, count=1) if value[:1] == "'" else value or None for value in values),
            )
        start = reader.line_num + 1
