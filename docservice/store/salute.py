"""Whether the store works, looked at from outside: no library of databases, half a second at most, never an error.

`salute(cartella())` → `None` when lotti can be read and written, `Guasto.PIENO` when there is no room.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from docservice.store.guasti import Guasto, MagazzinoGuasto, certo, di_certo_suo, dubbio
from docservice.store.testa import testa_integra

DATABASE = "docservice.sqlite"
CARTELLE = ("pacchi", "risultati", "carichi", "presenze")
"""Those inside the data folder."""
PREPARATA = "DOCSERVICE_DATI_PREPARATA"
"""Where the processes that serve are told of the folder made at their start: if it is not there, it went away."""
_LIMIT = 0.45
"""Seconds for the whole look."""
_TURN = 0.2
"""Seconds for which a writer may keep the look waiting before it is one that holds the database."""
_CHECK = 0.05
"""Seconds of looking into the pages of the database."""
_OFTEN = 2.0
"""Seconds between looks, for who waits."""
_ROOM = 1024 * 1024
"""Fewest free bytes with which anything can be done."""
_FILES = 4
"""Files that a look at the database opens."""
_one = threading.Lock()


def preparata(folder: Path) -> bool:
    """Return whether the data folder was there when the service began."""
    return os.environ.get(PREPARATA) == str(folder)


def salute(folder: Path) -> Guasto | None:
    """Return what does not work of a store, None when all does; a disk that does not answer is `OCCUPATO`."""
    if not _one.acquire(timeout=_LIMIT):
        return Guasto.OCCUPATO
    told: list[Guasto | None] = []

    def look() -> None:
        try:
            told.append(_look(folder))
        finally:
            _one.release()

    # what waits for a disk cannot be interrupted, only left waiting
    looking = threading.Thread(target=look, daemon=True)
    try:
        looking.start()
    except RuntimeError:  # no thread to be had: the store is not at fault
        _one.release()
        return None
    looking.join(_LIMIT)
    return told[0] if told else Guasto.OCCUPATO


def aspetta(folder: Path, seconds: float, stop: threading.Event) -> None:
    """Wait so many seconds; less, when what did not work of a store now does, or when told to stop."""
    until = time.monotonic() + seconds
    broken = seconds > _OFTEN and salute(folder) is not None
    while (left := until - time.monotonic()) > 0 and not stop.wait(min(left, _OFTEN)):
        if broken and salute(folder) is None:
            return


def riconosci(error: BaseException, folder: Path, *, suo: bool = False) -> Guasto | None:
    """Return what an error says of the store, having looked there in doubt; None when it is no fault of it.

    `suo`, it came of a file of the store that is being written: if the look finds nothing, it is over already.
    """
    sure = certo(error)
    if sure is not None or not dubbio(error):
        return sure
    seen = salute(folder)
    own = suo or di_certo_suo(error)
    if seen is Guasto.OCCUPATO and not own:
        return None
    return seen or (Guasto.ASSENTE if own and _spare() else None)


@contextmanager
def tradotto(folder: Path, *, suo: bool = False) -> Iterator[None]:
    """Raise `MagazzinoGuasto` in the place of whatever error is the store's."""
    try:
        yield
    except MagazzinoGuasto:
        raise
    except Exception as error:
        found = riconosci(error, folder, suo=suo)
        if found is None:
            raise
        raise MagazzinoGuasto(found) from None


def integro(folder: Path) -> bool:
    """Return whether the pages of the database are whole; the time it takes is that of reading them all."""
    with suppress(sqlite3.Error), closing(_open(folder)) as connection:
        return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    return True  # whatever keeps it from being read is told apart by who reads it


def _look(folder: Path) -> Guasto | None:
    try:
        return _files(folder) or _database(folder)
    except Exception as error:  # noqa: BLE001 - whatever it is, the answer is that it does not work
        return certo(error) or (Guasto.ASSENTE if _spare() else None)


def _spare() -> bool:
    """Return whether this process may open some more files: if not, it is the process that does not work."""
    with ExitStack() as opened:
        try:
            for _ in range(_FILES):
                opened.callback(os.close, os.open(os.devnull, os.O_RDONLY))
        except OSError:
            return False
    return True


def _files(folder: Path) -> Guasto | None:
    if not folder.is_dir():
        return Guasto.ASSENTE if preparata(folder) else None
    room = os.statvfs(folder)
    if room.f_flag & os.ST_RDONLY:
        return Guasto.SOLA_LETTURA
    if (folder / DATABASE).exists() and (found := _folders(folder)):
        return found
    if room.f_bavail * room.f_frsize < _ROOM or (room.f_files and not room.f_favail):
        return Guasto.PIENO
    trial = folder / f".prova-{secrets.token_hex(8)}"
    try:
        with os.fdopen(os.open(trial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(bytes(4096))
    finally:
        trial.unlink(missing_ok=True)
    return None


def _folders(folder: Path) -> Guasto | None:
    """Return what does not work of the folders inside; any of them may be a disk of its own, or lose its rights."""
    for place in (folder / name for name in CARTELLE):
        if not place.is_dir() or not os.access(place, os.R_OK | os.X_OK):
            return Guasto.ASSENTE
        if not os.access(place, os.W_OK):
            return Guasto.SOLA_LETTURA
    return None


def _open(folder: Path) -> sqlite3.Connection:
    place = f"file:{quote(str(folder / DATABASE))}?mode=rw"
    return sqlite3.connect(place, uri=True, timeout=_TURN, isolation_level=None)


def _database(folder: Path) -> Guasto | None:
    if not (folder / DATABASE).exists():
        return Guasto.ASSENTE if preparata(folder) else None
    if not testa_integra(folder / DATABASE):
        return Guasto.CORROTTO
    with closing(_open(folder)) as connection:
        connection.execute("SELECT 1 FROM lotto LIMIT 1").fetchone()
        until = time.monotonic() + _CHECK
        connection.set_progress_handler(lambda: time.monotonic() > until, 1000)
        try:
            if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                return Guasto.CORROTTO
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                raise
        connection.set_progress_handler(None, 0)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    return None
