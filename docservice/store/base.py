"""The data folder: its database, brought to the present tables, its files, its key."""

from __future__ import annotations

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.orm import Session

_BUSY = 30_000
"""Milliseconds for which a writer waits for another."""


def cartella() -> Path:
    """Return the data folder: DOCSERVICE_DATI, or the user's state folder."""
    if told := os.environ.get("DOCSERVICE_DATI"):
        return Path(told)
    state = os.environ.get("XDG_STATE_HOME")
    return (Path(state) if state else Path.home() / ".local" / "state") / "docservice"


class Magazzino:
    """A data folder and the database in it; each process opens its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pacchi, self.risultati = folder / "pacchi", folder / "risultati"
        for place in (folder, self.pacchi, self.risultati):
            place.mkdir(parents=True, exist_ok=True, mode=0o700)
        database = folder / "docservice.sqlite"
        database.touch(mode=0o600)  # the folder may be one that others look into
        self.engine = _engine(database)
        with _lock(folder / "migrazione.lock"):
            self._upgrade()
        self.key = _key(folder / "chiave")

    def _upgrade(self) -> None:
        # loaded by who opens a store, once
        from alembic import command  # noqa: PLC0415
        from alembic.config import Config  # noqa: PLC0415

        config = Config()
        config.set_main_option("script_location", "docservice.store:migrazioni")
        with self.engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    @contextmanager
    def sessione(self) -> Iterator[Session]:
        """Yield a session that commits at the end, or rolls back on an exception."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    def close(self) -> None:
        """Close the database."""
        self.engine.dispose()


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: Any) -> None:
        del record
        connection.isolation_level = None  # transactions are begun below, as writers from the start
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", f"busy_timeout={_BUSY}"):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _key(path: Path) -> bytes:
    """Return the secret by which contents are told apart without being kept, making it at the first call."""
    with _lock(path.with_suffix(".lock")):
        if not path.exists():
            made = path.with_suffix(".nuova")
            made.touch(mode=0o600)
            made.write_bytes(secrets.token_bytes(32))
            made.replace(path)
        return path.read_bytes()
