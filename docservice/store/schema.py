"""The tables: a lotto, its rows with a state each, the batches of rows that workers take."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Float, ForeignKey, Index, Integer, String, Text, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class StatoLotto(StrEnum):
    """What has become of a lotto; one fails when what was made of it cannot be joined."""

    IN_CORSO = "in_corso"
    PRONTO = "pronto"
    ANNULLATO = "annullato"
    FALLITO = "fallito"


class StatoRiga(StrEnum):
    """What has become of a row: still to do, made, refused before (its cells are wrong), failed in the making."""

    DA_FARE = "da_fare"
    FATTA = "fatta"
    ERRATA = "errata"
    FALLITA = "fallita"
    ANNULLATA = "annullata"


class StatoBlocco(StrEnum):
    """What has become of a batch; one that is taken goes back when its lease runs out."""

    DA_FARE = "da_fare"
    PRESO = "preso"
    FATTO = "fatto"


PERDUTO = 0.0
"""When a lotto that is being deleted expires: for who asks, it is there no more."""
REVISIONE = "0006"
"""The last migration: whoever opens a database of it has nothing to bring up to date."""


class Base(DeclarativeBase):
    """The tables' base."""


class Lotto(Base):
    """A set of rows sent together; until its table has been examined, it has none. Times are seconds since the epoch.

    `avviato` is when it was last set going, with `gia_fatte` of its rows made already; since then it was worked at for
    `trascorso` seconds, up to `misurato`: a clock that is set does not change them. `note` was noted reading the table,
    `avvisi` are the doubts about it as a whole, `colonne` what its columns became, `con_avvisi` how many of its rows
    have doubts, `riusate` how many of their documents were made for an earlier lotto; `errori` is why it
    could not be taken. While it is examined, `esaminate` of its `da_esaminare` rows have been, in `esame_secondi`
    seconds. `fermate` are the times the store failed, `[[dal, al, parte], …]`.
    """

    __tablename__ = "lotto"
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    modello: Mapped[str] = mapped_column(String(60))
    formato: Mapped[str] = mapped_column(String(10))
    unione: Mapped[str] = mapped_column(String(10))
    stato: Mapped[str] = mapped_column(String(20))
    righe: Mapped[int] = mapped_column(Integer)
    note: Mapped[str | None] = mapped_column(Text)
    creato: Mapped[float] = mapped_column(Float)
    avviato: Mapped[float | None] = mapped_column(Float)
    gia_fatte: Mapped[int | None] = mapped_column(Integer)
    trascorso: Mapped[float | None] = mapped_column(Float)
    misurato: Mapped[float | None] = mapped_column(Float)
    errori: Mapped[str | None] = mapped_column(Text)
    avvisi: Mapped[str | None] = mapped_column(Text)
    colonne: Mapped[str | None] = mapped_column(Text)
    con_avvisi: Mapped[int | None] = mapped_column(Integer)
    riusate: Mapped[int | None] = mapped_column(Integer)
    esaminate: Mapped[int | None] = mapped_column(Integer)
    da_esaminare: Mapped[int | None] = mapped_column(Integer)
    esame_secondi: Mapped[float | None] = mapped_column(Float)
    fermate: Mapped[str | None] = mapped_column(Text)
    finito: Mapped[float | None] = mapped_column(Float)
    scade: Mapped[float] = mapped_column(Float, index=True)
    chiave: Mapped[str | None] = mapped_column(String(64), unique=True)
    impronta: Mapped[str] = mapped_column(String(64))


class Riga(Base):
    """A row: its number in the table, the payload of its document, what was made of it and where it lies.

    `per_intero` says that it was laid out in full, where others are copies.
    """

    __tablename__ = "riga"
    lotto: Mapped[str] = mapped_column(ForeignKey("lotto.id", ondelete="CASCADE"), primary_key=True)
    numero: Mapped[int] = mapped_column(Integer, primary_key=True)
    stato: Mapped[str] = mapped_column(String(20))
    nome: Mapped[str] = mapped_column(String(200))
    dati: Mapped[str | None] = mapped_column(Text)
    difetti: Mapped[str | None] = mapped_column(Text)
    avvisi: Mapped[str | None] = mapped_column(Text)
    impronta: Mapped[str | None] = mapped_column(String(64), index=True)
    pacco: Mapped[str | None] = mapped_column(String(80), index=True)
    inizio: Mapped[int | None] = mapped_column(Integer)
    lunghezza: Mapped[int | None] = mapped_column(Integer)
    sha256: Mapped[str | None] = mapped_column(String(64))
    per_intero: Mapped[bool | None]

    __table_args__ = (
        Index("riga_lotto_stato", "lotto", "stato", "numero"),
        Index("riga_avvisi", "lotto", "numero", sqlite_where=text("avvisi IS NOT NULL")),
    )


class Blocco(Base):
    """A batch of rows that one worker makes at a time, by number, both ends included.

    The first of a lotto is none: it examines the table; nor is the last, which joins what was made. `tenuto` is the
    process that has it in hand (`presenze`), until `scade` at most.
    """

    __tablename__ = "blocco"
    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    lotto: Mapped[str] = mapped_column(ForeignKey("lotto.id", ondelete="CASCADE"))
    dal: Mapped[int] = mapped_column(Integer)
    al: Mapped[int] = mapped_column(Integer)
    unisce: Mapped[bool]
    esamina: Mapped[bool | None]
    stato: Mapped[str] = mapped_column(String(20))
    tentativi: Mapped[int] = mapped_column(Integer)
    scade: Mapped[float] = mapped_column(Float)
    gettone: Mapped[str | None] = mapped_column(String(32))
    tenuto: Mapped[str | None] = mapped_column(String(32))

    __table_args__ = (Index("blocco_lotto_stato", "lotto", "stato"),)
