"""One figure of the law and its dated values, built from the mapping of a YAML file.

    leggi("dlgs_148", {"id": "durata_cds", "valori": [{"valore": "36", "dal": "2015-09-24", …}], …}) -> Figura

"Ended" (`cessato`), "not there yet" (`non_previsto`) and "not known" (`non_noto`) are values too: to read one of them
raises `FiguraIgnota`, which says which of the three it is. No other value is used in its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeVar

from docservice.law.citation import Fonte
from docservice.law.italiano import giorni

if TYPE_CHECKING:
    from collections.abc import Mapping

STATI: Final = {
    "cessato": ("cessato", "non si applica più"),
    "non_previsto": ("non previsto", "non è previsto"),
    "non_noto": ("non noto", "non è noto"),
}
"""Why there is no value: as shown in a list, and in a message."""

_DECIMALE: Final = re.compile(r"[0-9]+(\.[0-9]+)?")
_Tipo = TypeVar("_Tipo")


class FiguraIgnota(LookupError):  # noqa: N818 - it is what happens, in the words of the field
    """No value of that figure for that day; the message, in Italian, names the figure and the days known."""


class FigureGuaste(ValueError):  # noqa: N818 - as above
    """A file of figures that cannot be trusted: wrong types, gaps, overlaps, the same id twice."""


@dataclass(frozen=True, slots=True)
class Valore:
    """One dated value of a figure; `stato` is "noto" or why there is none.

    Reading it as what it is not raises TypeError; when it is not `noto`, FiguraIgnota.
    """

    figura: str
    nome: str
    contenuto: Decimal | str | tuple[str, ...] | None
    stato: str
    dal: date
    al: date | None
    fonte: Fonte
    verificato_il: date
    nota: str | None = None

    def vale(self, giorno: date) -> bool:
        """Whether it holds on that day."""
        return self.dal <= giorno and (self.al is None or giorno <= self.al)

    @property
    def noto(self) -> bool:
        """Whether there is a value."""
        return self.stato == "noto"

    @property
    def decimale(self) -> Decimal:
        """The value of a figure that is a number."""
        return self._letto(Decimal)

    @property
    def testo(self) -> str:
        """The value of a figure that is a text (a day, in ISO form, among them)."""
        return self._letto(str)

    @property
    def giorno(self) -> date:
        """The value of a figure that is a day."""
        return date.fromisoformat(self._letto(str))

    @property
    def elenco(self) -> tuple[str, ...]:
        """The value of a figure that is a list of texts."""
        return self._letto(tuple)

    def ignota(self) -> FiguraIgnota:
        """Return what to raise where there is no value: it says why, and when."""
        return FiguraIgnota(f"Il valore di «{self.nome}» {STATI[self.stato][1]} {giorni(self.dal, self.al)}.")

    def _letto(self, tipo: type[_Tipo]) -> _Tipo:
        if not self.noto:
            raise self.ignota()
        if not isinstance(self.contenuto, tipo):
            raise TypeError(f"{self.figura} is not a {tipo.__name__}")
        return self.contenuto


@dataclass(frozen=True, slots=True)
class Figura:
    """A figure and its values, in order of time, without gaps."""

    id: str
    nome: str
    unita: str
    valori: tuple[Valore, ...]


def leggi(cartella: str, dati: Mapping[str, Any]) -> Figura:
    """Build a figure from its YAML mapping (see `schemas/figure.schema.json`). Raises FigureGuaste."""
    id_figura = f"{cartella}.{dati['id']}"
    righe = dati["valori"]
    valori = []
    for riga, seguente in zip(righe, [*righe[1:], None], strict=True):
        dal = _giorno(id_figura, riga["dal"])
        al = _giorno(id_figura, riga["al"]) if "al" in riga else None
        if seguente is not None:
            vigilia = _giorno(id_figura, seguente["dal"]) - timedelta(days=1)
            if al not in (None, vigilia):
                raise FigureGuaste(f"{id_figura}: the value from {dal} does not end the day before the next")
            al = vigilia
        if al is not None and al < dal:
            raise FigureGuaste(f"{id_figura}: the value from {dal} ends before it starts")
        valori.append(
            Valore(
                figura=id_figura,
                nome=dati["nome"],
                contenuto=_contenuto(id_figura, dati["tipo"], riga),
                stato=riga.get("stato", "noto"),
                dal=dal,
                al=al,
                fonte=Fonte(riga["fonte"]["atto"], riga["fonte"]["punto"]),
                verificato_il=_giorno(id_figura, riga["verificato_il"]),
                nota=riga.get("nota"),
            )
        )
    return Figura(id_figura, dati["nome"], dati["unita"], tuple(valori))


def _contenuto(id_figura: str, tipo: str, riga: Mapping[str, Any]) -> Decimal | str | tuple[str, ...] | None:
    if ("valore" in riga) == ("stato" in riga) or riga.get("stato", "non_noto") not in STATI:
        raise FigureGuaste(f"{id_figura}: from {riga['dal']} there must be either a value or a state")
    valore = riga.get("valore")
    if valore is None:
        return None
    if tipo == "elenco" and isinstance(valore, list):
        return tuple(valore)
    if tipo == "decimale" and isinstance(valore, str) and _DECIMALE.fullmatch(valore):
        return Decimal(valore)
    if tipo == "data":
        return _giorno(id_figura, valore).isoformat()
    if tipo == "testo" and isinstance(valore, str):
        return valore
    raise FigureGuaste(f"{id_figura}: {valore!r} is not a {tipo}; numbers and days are written between quotes")


def _giorno(id_figura: str, testo: Any) -> date:
    if not isinstance(testo, str):
        raise FigureGuaste(f"{id_figura}: {testo!r} is not a day between quotes")
    return date.fromisoformat(testo)
