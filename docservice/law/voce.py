"""The registry of all that the law says of documents: rules, deadlines, figures, notes, words for their text.

    @scadenza("S-PIP", vademecum("2.4.2"), "Il lavoratore sottoscrive il piano", per=DID, vige="giorni_pip")
    def firma_del_piano(caso): yield aggiungi_giorni(caso.giorno, 30)

    scadenze(caso) -> S-PIP thirty days after a DID, if the figure `giorni_pip` is in force on its day

A function says one thing of a case, which is a document as its regime sees it. The decorator enters it with its code,
its source and the documents it concerns (`per=`, see `tratti`). Where the law opens or closes it, so does a figure
(`vige=`, `prima_di=`), or a day (`dal=`, `al=`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, TypeVar

from docservice.law.citation import Fonte
from docservice.law.finding import NonVerificabile, Rilievo, Scadenza
from docservice.law.passaggio import Passaggio, Passi
from docservice.law.tratti import TUTTI, Per, Tratti, Tratto, per

if TYPE_CHECKING:  # what the law says is known before any case is made
    from docservice.law.caso import Caso


class Genere(StrEnum):
    """What is said."""

    REGOLA = "regola"
    SCADENZA = "scadenza"
    CIFRA = "cifra"
    NOTA = "nota"
    PAROLE = "parole"


Condizione = Callable[[Any], bool]
Mancanza = Callable[[Any], str | None]
F = TypeVar("F", bound=Callable[[Any], Any])


@dataclass(frozen=True, slots=True)
class Voce:
    """One thing that the law says.

    `se` says whether it concerns a case, `serve` what the case lacks for a rule to judge it. It holds while the figure
    `vige` has a value, and until the figure `prima_di` has one, on the day `il`: that of the document where it is not
    given. `nomi` are the figures, or the words, that it gives; `passi` tells how they are found. A rule that is
    `ultima` is asked after the others: it tells of what they found missing.
    """

    genere: Genere
    codice: str
    fonte: Fonte
    regime: str
    dice: Callable[[Any], Any]
    per: Per = TUTTI
    se: Condizione | None = None
    serve: Mancanza | None = None
    vige: str | None = None
    prima_di: str | None = None
    il: Callable[[Any], date | None] | None = None
    dal: date = date.min
    al: date = date.max
    titolo: str = ""
    nomi: tuple[str, ...] = ()
    passi: Passi | None = None
    ultima: bool = False

    @property
    def testo(self) -> str:
        """What it says, in one Italian sentence."""
        return self.titolo or (self.dice.__doc__ or "").strip()

    @property
    def posto(self) -> tuple[bool, str, int]:
        """Its place among those of its genus that have no order of their own: that of the source code.

        The modules of `generale` come first.
        """
        code = self.dice.__code__
        return ".generale." not in self.dice.__module__, self.dice.__module__, code.co_firstlineno

    def lontananza(self, giorno: date) -> int:
        """Return how many days `giorno` lies out of its validity; 0 inside."""
        return max((self.dal - giorno).days, (giorno - self.al).days, 0)

    def riguarda(self, caso: Caso) -> bool:
        """Say whether it concerns a case that has its traits, on its day."""
        if caso.derogata(self.codice):
            return False
        if self.vige is not None and not self._vale(self.vige, caso):
            return False
        if self.prima_di is not None and self._vale(self.prima_di, caso):
            return False
        return self.se is None or self.se(caso)

    def _vale(self, figura: str, caso: Caso) -> bool:
        known = caso.figura(figura, self.il(caso) if self.il else None)
        return known is not None and known.noto

    def si_sovrappone(self, other: Voce) -> bool:
        """Say whether the two say one thing twice, on some day, of some document."""
        same = (self.genere, self.regime) == (other.genere, other.regime)
        named = self.codice == other.codice or bool(set(self.nomi) & set(other.nomi))
        days = self.dal <= other.al and other.dal <= self.al
        return same and named and days and self.per.tocca(other.per)


class VoceDoppia(ValueError):  # noqa: N818 - it is what it is
    """Two rules would judge by one code on the same day, or two functions would give one figure."""


_UNA_SOLA: Final = frozenset({Genere.REGOLA, Genere.CIFRA})
"""What a document has once only; deadlines of one code may come from several days."""


@dataclass
class Registro:
    """What was entered, and what of it binds a document of some traits."""

    tutte: list[Voce] = field(default_factory=list)
    _vincoli: dict[tuple[Genere, str, Tratti], tuple[Voce, ...]] = field(default_factory=dict)

    def iscrivi(self, voce: Voce) -> None:
        """Enter something; raise `VoceDoppia` when it is there already for the same documents and days."""
        if voce.genere in _UNA_SOLA and any(voce.si_sovrappone(old) for old in self.tutte):
            raise VoceDoppia(f"{voce.codice} è già definita per gli stessi documenti e giorni")
        self.tutte.append(voce)
        self._vincoli.clear()

    def del_regime(self, genere: Genere, regime: str) -> list[Voce]:
        """Return what a regime says, in order: rules by code, the rest as the sources are read."""
        found = [one for one in self.tutte if (one.genere, one.regime) == (genere, regime)]
        return sorted(found, key=lambda one: _ordine(one.codice) if genere is Genere.REGOLA else [one.posto])

    def vincolanti(self, genere: Genere, regime: str, tratti: Tratti) -> tuple[Voce, ...]:
        """Return what a regime says of a document with these traits."""
        key = (genere, regime, tratti)
        if key not in self._vincoli:
            self._vincoli[key] = tuple(one for one in self.del_regime(genere, regime) if one.per.di(tratti))
        return self._vincoli[key]

    def voci(self, genere: Genere, caso: Caso) -> Iterator[Voce]:
        """Yield what concerns a case on its day: of the versions of a rule, or of a figure, the nearest to it."""
        once = genere in _UNA_SOLA
        nearest: dict[Any, Voce] = {}
        for one in self.vincolanti(genere, caso.regime, caso.tratti):
            if not once and one.lontananza(caso.giorno):
                continue
            key = one.codice if once else one.posto
            other = nearest.get(key)
            if other is None or one.lontananza(caso.giorno) < other.lontananza(caso.giorno):
                nearest[key] = one
        yield from (one for one in nearest.values() if one.riguarda(caso))


REGISTRO: Final = Registro()
"""All that the regimes loaded say (`regime.regime` loads one)."""


def _entra(  # noqa: PLR0913 - what a voce is, all by name
    genere: Genere,
    codice: str,
    fonte: Fonte,
    chi: Per | Tratto,
    *,
    nomi: tuple[str, ...] = (),
    titolo: str = "",
    **come: Any,
) -> Callable[[F], F]:
    def enter(dice: F) -> F:
        of = dice.__module__.split(".")[2].replace("_", "-")
        REGISTRO.iscrivi(Voce(genere, codice, fonte, of, dice, per(chi), titolo=titolo, nomi=nomi, **come))
        return dice

    return enter


def regola(codice: str, fonte: Fonte, *, per: Per | Tratto = TUTTI, **come: Any) -> Callable[[F], F]:
    """Enter a rule: its function yields findings, or what is missing; its docstring is the rule in one sentence.

    `come`: `se`, `serve`, `vige`, `prima_di`, `il`, `dal`, `al`, `ultima` of `Voce`.
    """
    return _entra(Genere.REGOLA, codice, fonte, per, **come)


def scadenza(
    codice: str, fonte: Fonte, descrizione: str = "", *, per: Per | Tratto = TUTTI, **come: Any
) -> Callable[[F], F]:
    """Enter a deadline: its function yields days (None where the law sets a cadence), or whole deadlines."""
    return _entra(Genere.SCADENZA, codice, fonte, per, titolo=descrizione, **come)


def cifra(*nomi: str, fonte: Fonte, passi: Passi, per: Per | Tratto = TUTTI, **come: Any) -> Callable[[F], F]:
    """Enter figures of a document: its function returns that of the only name (None: there is none), or all by name.

    `passi`, of the case and of the figures, tells how they are found, by name: what it is, the formula in numbers.
    """
    return _entra(Genere.CIFRA, nomi[0], fonte, per, nomi=nomi, passi=passi, **come)


def annota(codice: str, fonte: Fonte, *, per: Per | Tratto = TUTTI, **come: Any) -> Callable[[F], F]:
    """Enter a note that belongs to no single rule: its function yields findings."""
    return _entra(Genere.NOTA, codice, fonte, per, **come)


def parole(nome: str, fonte: Fonte, *, per: Per | Tratto = TUTTI, **come: Any) -> Callable[[F], F]:
    """Enter words lent to the text: its function returns, by name, what a template prints that is not in the data."""
    return _entra(Genere.PAROLE, nome, fonte, per, **come)


def scadenze(caso: Caso) -> list[Scadenza]:
    """Return the deadlines that follow from a document."""
    found: list[Scadenza] = []
    for one in REGISTRO.voci(Genere.SCADENZA, caso):
        found += [
            caso.scadenza(due if isinstance(due, Scadenza) else Scadenza(one.codice, one.titolo, due, one.fonte))
            for due in one.dice(caso)
        ]
    return found


def cifre(caso: Caso) -> dict[str, Any]:
    """Return the figures of a document, as they travel."""
    found: dict[str, Any] = {}
    for one in REGISTRO.voci(Genere.CIFRA, caso):
        told = one.dice(caso)
        if len(one.nomi) == 1:
            found |= {} if told is None else {one.codice: told}
        else:
            found |= told
    return found


def svolgi(caso: Caso, cifre: Mapping[str, Any]) -> list[Passaggio]:
    """Return how the figures of a document were found, step by step, in their order."""
    found: list[Passaggio] = []
    for one in REGISTRO.voci(Genere.CIFRA, caso):
        if one.passi is not None and any(name in cifre for name in one.nomi):
            found += (step.di(cifre) for step in one.passi(caso, cifre))
    return found


def note(caso: Caso) -> Iterator[Rilievo]:
    """Yield the notes that belong to no single rule."""
    for one in REGISTRO.voci(Genere.NOTA, caso):
        for told in () if caso.tace(one.codice) else one.dice(caso):
            yield told.di(one.codice, one.fonte)


def lessico(caso: Caso) -> dict[str, Any]:
    """Return the words that the law lends to a document's text, by name."""
    found: dict[str, Any] = {}
    for one in REGISTRO.voci(Genere.PAROLE, caso):
        found |= one.dice(caso)
    return found


Esiti = Iterator[Rilievo | NonVerificabile]
"""What a rule yields."""


def _ordine(codice: str) -> list[tuple[str, int]]:
    # AQ-G2 before AQ-G10
    return [(word, int(number or 0)) for word, number in re.findall(r"(\D+)(\d*)", codice)]
