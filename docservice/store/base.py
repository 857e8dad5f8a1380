"""The data folder: its database, brought to the present tables, its files, its key.

`with m.lettura() as session` reads, and waits for nobody; `with m.scrittura() as session` waits its turn to write, five
seconds at most. Either raises `MagazzinoGuasto` when the store does not work.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from docservice.store.guasti import Guasto, MagazzinoGuasto, certo
from docservice.store.presenze import Presenza
from docservice.store.privati import chiave, serratura
from docservice.store.riserva import con_riserva
from docservice.store.salute import CARTELLE, DATABASE, preparata, tradotto
from docservice.store.schema import REVISIONE
from docservice.store.testa import testa_integra

TURNO = 5.0
"""Seconds for which a writer waits for another."""
_CLEANED = 1
"""What a database says of itself when no page of it holds what was deleted before deleted pages were blanked."""


class Magazzino:
    """A data folder and the database in it; each process opens its own. Raises `MagazzinoGuasto`.

    A folder that was there when the service began, and is there no more, is not made again: it may come back.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pacchi, self.risultati, self.carichi = folder / "pacchi", folder / "risultati", folder / "carichi"
        self._database = folder / DATABASE
        self._opening = threading.RLock()
        self._presenza: Presenza | None = None
        self._seen: tuple[int, int] | None = None
        with tradotto(folder):
            self.engine = _engine(self._database)
            if not preparata(folder):
                self._make()
            con_riserva(folder, self._opened)  # to open it takes some room
            self.key = chiave(folder / "chiave")

    @property
    def presenza(self) -> str:
        """The name of this process among those at work here."""
        return self.presenta().gettone

    def presenta(self) -> Presenza:
        """Be among those at work here from now on, with or without work."""
        with self._opening, tradotto(self.folder):
            if self._presenza is None:
                self._presenza = Presenza(self.folder)
            return self._presenza

    def lettura(self) -> AbstractContextManager[Session]:
        """Return a session that only reads, all at one moment."""
        return self._session(scrive=False, attesa=TURNO)

    def scrittura(self, attesa: float | None = None) -> AbstractContextManager[Session]:
        """Return a session that commits at the end, or rolls back on an exception; it waits its turn, so many seconds.

        What it reads nobody else changes until it ends.
        """
        return self._session(scrive=True, attesa=TURNO if attesa is None else attesa)

    @contextmanager
    def _session(self, *, scrive: bool, attesa: float) -> Iterator[Session]:
        try:
            with tradotto(self.folder):
                if self._identity() != self._seen:
                    self._open()
                if scrive:
                    self._check()
                bound = self.engine.execution_options(scrive=scrive, attesa=attesa)
                with Session(bound, expire_on_commit=False) as session, session.begin():
                    yield session
        except MagazzinoGuasto as error:
            if error.parte not in (Guasto.OCCUPATO, Guasto.PIENO):
                self.engine.dispose()  # what comes back in its place is another file
            raise

    def riassorbi(self) -> bool:
        """Bring into the database what was written last, and leave nothing beside; False when readers hinder it."""
        with tradotto(self.folder), self._driver() as connection:
            connection.execute("PRAGMA busy_timeout=500")
            return not connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]

    @contextmanager
    def _driver(self) -> Iterator[sqlite3.Connection]:
        """Give a connection in no transaction."""
        held = self.engine.raw_connection()
        try:
            yield cast("sqlite3.Connection", held.driver_connection)
        finally:
            held.close()

    def close(self) -> None:
        """Close the database."""
        self.engine.dispose()
        if self._presenza is not None:
            self._presenza.close()
            self._presenza = None

    def _identity(self) -> tuple[int, int]:
        found = self._database.stat()
        return found.st_dev, found.st_ino

    def _check(self) -> None:
        if not testa_integra(self._database):
            raise MagazzinoGuasto(Guasto.CORROTTO)

    def _make(self) -> None:
        """Make what is not there, for nobody else to look into."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for place in (self.folder / name for name in CARTELLE):
            place.mkdir(exist_ok=True, mode=0o700)
            if place.stat().st_mode & 0o077:
                place.chmod(0o700)
        if not self._database.exists():
            self._database.touch(mode=0o600)  # the folder may be one that others look into
        elif self._database.stat().st_mode & 0o077:
            self._database.chmod(0o600)

    def _opened(self) -> None:
        with tradotto(self.folder):
            self._open()

    def _open(self) -> None:
        with self._opening:
            self.engine.dispose()
            seen = self._identity()
            if self._state() != (REVISIONE, _CLEANED):
                if preparata(self.folder) and not self._database.stat().st_size:
                    raise MagazzinoGuasto(Guasto.CORROTTO)
                with serratura(self.folder / "migrazione.lock"):
                    self._upgrade()
            if self._presenza is not None and seen != self._seen:
                self._presenza.close()
                self._presenza = None
            self._seen = seen

    def _state(self) -> tuple[str | None, int]:
        """Return the last migration of the database, and what it says of its pages."""
        with self.engine.connect() as connection:
            cleaned = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            try:
                return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar(), cleaned
            except OperationalError as error:
                if certo(error) is not Guasto.CORROTTO:
                    raise
                return None, cleaned  # no table yet

    def _upgrade(self) -> None:
        # loaded by who changes a store, once
        from alembic import command  # noqa: PLC0415
        from alembic.config import Config  # noqa: PLC0415

        config = Config()
        config.set_main_option("script_location", "docservice.store:migrazioni")
        with self.engine.execution_options(scrive=True).begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
        # for want of room, say, it is tried again by whoever opens it next
        with suppress(sqlite3.Error), self._driver() as driver:
            if driver.execute("PRAGMA user_version").fetchone()[0] != _CLEANED:
                driver.execute("VACUUM")
                driver.execute(f"PRAGMA user_version={_CLEANED}")
                driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _engine(path: Path) -> Engine:
    # parameters are data of people: in no message of an error
    engine = create_engine(f"sqlite:///{path}", hide_parameters=True)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: Any) -> None:
        del record
        connection.isolation_level = None  # transactions are begun below
        wait = f"busy_timeout={round(TURNO * 1000)}"
        for pragma in (wait, "journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        told = connection.get_execution_options()
        connection.exec_driver_sql(f"PRAGMA busy_timeout={round(told.get('attesa', TURNO) * 1000)}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if told.get("scrive") else "BEGIN")

    return engine
