"""What may fail of the store, told apart: busy, full, read-only, corrupt, away.

`certo(error)` of a write refused for want of space → `Guasto.PIENO`, whether SQLite says it, SQLAlchemy or the system.
"""

from __future__ import annotations

import errno
import sqlite3
from enum import StrEnum


class Guasto(StrEnum):
    """What does not work of the store."""

    OCCUPATO = "occupato"
    PIENO = "pieno"
    SOLA_LETTURA = "sola_lettura"
    CORROTTO = "corrotto"
    ASSENTE = "assente"


CAUSE = {
    Guasto.OCCUPATO: "archivio occupato da un altro programma",
    Guasto.PIENO: "spazio su disco esaurito",
    Guasto.SOLA_LETTURA: "cartella dei dati in sola lettura",
    Guasto.CORROTTO: "archivio danneggiato",
    Guasto.ASSENTE: "cartella dei dati assente o illeggibile",
}
"""Each in a few words."""
MESSAGGI = {
    Guasto.OCCUPATO: "L’archivio dei lotti è occupato da un altro programma. Si può riprovare fra qualche secondo.",
    Guasto.PIENO: "Lo spazio su disco per i lotti è esaurito. Ciò che è fatto non si perde; chi gestisce il servizio"
    " deve liberare spazio, o cancellare lotti finiti, e poi si può riprovare.",
    Guasto.SOLA_LETTURA: "La cartella dei dati è in sola lettura, e i lotti non si possono scrivere. Chi gestisce il"
    " servizio deve renderla scrivibile, e poi si può riprovare.",
    Guasto.CORROTTO: "L’archivio dei lotti è danneggiato. Chi gestisce il servizio deve fermarlo, rimettere una copia"
    " integra di tutta la cartella dei dati (con docservice.sqlite anche i suoi file -wal e -shm, o nessuno dei due), e"
    " avviarlo di nuovo.",
    Guasto.ASSENTE: "La cartella dei dati, o una delle sue, non c’è o non si può leggere. Chi gestisce il servizio deve"
    " rimetterla al suo posto, leggibile e scrivibile, e poi si può riprovare.",
}
"""Each as a person reads it, with the remedy."""


class MagazzinoGuasto(Exception):  # noqa: N818 - in the words of the field
    """The store does not work; `parte` says what of it."""

    def __init__(self, parte: Guasto) -> None:
        super().__init__(MESSAGGI[parte])
        self.parte = parte

    def __reduce__(self) -> tuple[type[MagazzinoGuasto], tuple[Guasto]]:
        """Go through a pipe."""
        return MagazzinoGuasto, (self.parte,)


_SQLITE = {
    sqlite3.SQLITE_BUSY: Guasto.OCCUPATO,
    sqlite3.SQLITE_LOCKED: Guasto.OCCUPATO,
    sqlite3.SQLITE_PROTOCOL: Guasto.OCCUPATO,
    sqlite3.SQLITE_FULL: Guasto.PIENO,
    sqlite3.SQLITE_READONLY: Guasto.SOLA_LETTURA,
    sqlite3.SQLITE_CORRUPT: Guasto.CORROTTO,
    sqlite3.SQLITE_NOTADB: Guasto.CORROTTO,
}
_UNSURE = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PERM}
_SYSTEM = {
    errno.ENOSPC: Guasto.PIENO,
    errno.EDQUOT: Guasto.PIENO,
    errno.EROFS: Guasto.SOLA_LETTURA,
}
_GONE = {
    *(errno.ENOENT, errno.ENOTDIR, errno.ESTALE, errno.EIO, errno.ENODEV, errno.ENXIO),
    *(errno.EACCES, errno.EPERM, errno.ENOTCONN),
}


def _sqlite(error: BaseException) -> int | None:
    """Return the code of an error of SQLite, inside one of SQLAlchemy too."""
    inner = getattr(error, "orig", None) or error
    return getattr(inner, "sqlite_errorcode", None) if isinstance(inner, sqlite3.Error) else None


def certo(error: BaseException) -> Guasto | None:
    """Return what an error says for certain."""
    if isinstance(error, MagazzinoGuasto):
        return error.parte
    code = _sqlite(error)
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return Guasto.ASSENTE
    if code == sqlite3.SQLITE_ERROR and "no such table" in str(error):
        return Guasto.CORROTTO  # another file is in the place of the database, or an empty one
    if code is not None:
        return _SQLITE.get(code & 0xFF)
    return _SYSTEM.get(error.errno or 0) if isinstance(error, OSError) else None


def dubbio(error: BaseException) -> bool:
    """Return whether an error may be of the store: to know it, one must look there."""
    code = _sqlite(error)
    if code is not None:
        return code & 0xFF in _UNSURE
    return isinstance(error, OSError) and error.errno in _GONE


def di_certo_suo(error: BaseException) -> bool:
    """Return whether an error, doubtful in its cause, is the database's own."""
    return _sqlite(error) is not None
