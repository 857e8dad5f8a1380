"""What was made of a lotto goes into the folder of who asked for it: all of it, or nothing, and then what was there is.

`porta(m, made, "zip", Path("did"), "did")` writes into `did/.docservice-<id>`, then puts each file in its place.
"""

from __future__ import annotations

import csv
import shutil
import time
import zipfile
from pathlib import Path
from typing import BinaryIO

from docservice.lotti import lotto
from docservice.lotti.interruzione import intero, prima_della_fine
from docservice.lotti.unione import MANIFESTO, risultato
from docservice.store.base import Magazzino

_DRAFT = ".docservice-"
"""How the folder begins where it is written: one that is there already is of who was killed there."""
_PIECE = 1024 * 1024
"""Bytes written between two moments when it may be interrupted."""


def porta(m: Magazzino, made: str, unione: str, out: Path, slug: str) -> None:
    """Write into a folder what was made of a lotto, in the place of what an earlier run made."""
    for left in out.glob(f"{_DRAFT}*"):
        shutil.rmtree(left, ignore_errors=True)
    draft = out / f"{_DRAFT}{made}"
    prima_della_fine(lambda: _removed(draft))
    try:
        with intero():
            draft.mkdir()
        joined = risultato(m, made, unione)
        if unione != "zip":
            if joined.exists():
                _copied(joined, draft / f"{slug}.pdf")
        elif joined.exists():
            _extracted(joined, draft)
        wrong = lotto.errori(m, made)
        if wrong.exists():
            _copied(wrong, draft / f"errori{wrong.suffix}")
        with intero():
            _swapped(draft, out)
    except BaseException:
        _removed(draft)
        raise


def _extracted(joined: Path, draft: Path) -> None:
    with zipfile.ZipFile(joined) as archive:
        for member in archive.infolist():
            with archive.open(member) as content:
                _written(content, draft / Path(member.filename).name)  # type: ignore[arg-type]


def _copied(source: Path, place: Path) -> None:
    with source.open("rb") as content:
        _written(content, place)


def _written(content: BinaryIO, place: Path) -> None:
    # once an interruption has begun no file is opened any more, where the folder is being removed
    with intero():
        out = place.open("wb")
    with out:
        while piece := content.read(_PIECE):
            with intero():
                out.write(piece)


def _swapped(draft: Path, out: Path) -> None:
    """Put each file in its place, the manifest last, and delete what an earlier run made and this one did not."""
    new = sorted(draft.iterdir(), key=lambda path: path.name == MANIFESTO)
    old = _earlier(out)
    for path in new:
        path.replace(out / path.name)
    for name in old - {path.name for path in new}:
        (out / name).unlink(missing_ok=True)
    draft.rmdir()


def _earlier(out: Path) -> set[str]:
    """Return what an earlier run made, by its manifest: one document of then may be signed for one of now."""
    found = {path.name for path in out.glob("errori.*")}
    told = out / MANIFESTO
    if told.exists():
        with told.open(encoding="utf-8-sig", newline="") as file:
            names = [row["file"] for row in csv.DictReader(file, delimiter=";") if row.get("file")]
        found |= {MANIFESTO, *(name for name in names if Path(name).name == name)}
    return found


def _removed(draft: Path) -> None:
    for _ in range(3):  # a file that was being written when it began may hinder it
        shutil.rmtree(draft, ignore_errors=True)
        if not draft.exists():
            return
        time.sleep(0.05)
