"""The papers of a procedure, as they are sent: `{"documenti": [{"modello": "…", "dati": {…}}, …]}`.

`leggi_carte(grezzo)` reads each by its schema; its faults are told under `/documenti/0/dati/…`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

from marshmallow import Schema, fields

from docservice.campi.blocco import OGGETTO, SCONOSCIUTO, istanza
from docservice.formati.lettura import DatiIlleggibili, Errore, leggi, passo, tappe
from docservice.law.generale.giorno import giorno_di
from docservice.law.tratti import CIGD, CIGO, CIGS, FIS, FONDO, Tratti
from docservice.modelli.catalogo import Modello, ModelloIgnoto, modello

MASSIME: Final = 50
"""Most papers of a procedure."""
REGIME: Final = "dlgs-148"
_ALTRI: Final = {CIGO, FIS, FONDO, CIGD}
"""The traits of papers of another treatment."""
_ALTRO: Final = "Non è un documento di una CIGS: va tolto, o ne va corretto lo strumento."
_DI_CIASCUNO: Final = frozenset({"modello", "dati", "nome"})
_NOME: Final = 200
"""Characters of the name by which who sends a paper calls it."""


@dataclass(frozen=True, slots=True)
class Carta:
    """A paper: its place among those sent, its type, its loaded data."""

    numero: int
    tipo: Modello
    dati: Mapping[str, Any]

    @property
    def tratti(self) -> Tratti:
        """What it is to the law."""
        return self.tipo.tratti_di(self.dati)

    @property
    def giorno(self) -> date:
        """The day that it bears."""
        return giorno_di(self.dati)

    def fonte(self, percorso: str) -> dict[str, Any]:
        """Return where a datum of it is, as it travels."""
        return {"documento": self.numero, "modello": self.tipo.id, "percorso": percorso}


def leggi_carte(grezzo: Any) -> list[Carta]:
    """Return the papers sent, from the earliest to the latest; raise `DatiIlleggibili` with the faults of them all."""
    if not isinstance(grezzo, Mapping):
        raise DatiIlleggibili([Errore("", OGGETTO)])
    faults = [Errore(f"/{passo(name)}", SCONOSCIUTO) for name in grezzo if name != "documenti"]
    sent = grezzo.get("documenti")
    if not isinstance(sent, list) or not 1 <= len(sent) <= MASSIME:
        told = f"Va indicata la lista dei documenti della procedura, da 1 a {MASSIME}."
        raise DatiIlleggibili([*faults, Errore("/documenti", told, "Documenti")])
    papers = []
    for place, one in enumerate(sent):
        try:
            papers.append(_carta(place, one))
        except DatiIlleggibili as error:
            faults += error.errori
    if faults:
        raise DatiIlleggibili(faults)
    return sorted(papers, key=lambda one: (one.giorno, one.numero))


def _carta(place: int, one: Any) -> Carta:
    here, called = f"/documenti/{place}", f"Documenti, n. {place + 1}"
    if not isinstance(one, Mapping):
        raise DatiIlleggibili([Errore(here, OGGETTO, called)])
    faults = [Errore(f"{here}/{passo(name)}", SCONOSCIUTO, called) for name in one if name not in _DI_CIASCUNO]
    name, slug = one.get("nome", ""), one.get("modello")
    if not isinstance(name, str) or len(name) > _NOME:
        faults.append(Errore(f"{here}/nome", f"Va scritto un testo, {_NOME} caratteri al massimo.", called))
    if "dati" not in one:
        faults.append(Errore(f"{here}/dati", "Vanno indicati i dati del documento.", called))
    try:
        tipo = modello(slug if isinstance(slug, str) else "")
    except ModelloIgnoto:
        told = "Va indicato l’id di un modello: l’elenco è in /modelli."
        raise DatiIlleggibili([*faults, Errore(f"{here}/modello", told, called)]) from None
    if REGIME not in tipo.regimi or not any(map(_di_cigs, tipo.ogni_tratti)):
        faults.append(Errore(f"{here}/modello", _ALTRO, called))
    if faults:
        raise DatiIlleggibili(faults)
    try:
        paper = Carta(place, tipo, leggi(tipo.schema, one["dati"]))
    except DatiIlleggibili as error:
        below = [Errore(f"{here}/dati{it.percorso}", it.messaggio, _sotto(called, it.campo)) for it in error.errori]
        raise DatiIlleggibili(below) from None
    if tipo.regime_di(paper.dati) != REGIME or not _di_cigs(paper.tratti):
        raise DatiIlleggibili([Errore(f"{here}/modello", _ALTRO, called)])
    return paper


def _di_cigs(tratti: Tratti) -> bool:
    """Say whether a paper may be of a CIGS, by what it is."""
    return CIGS in tratti or not tratti & _ALTRI


def _sotto(called: str, campo: str) -> str:
    return f"{called}, {campo}" if campo else called


def trova(dati: Any, percorso: str) -> Any:
    """Return what is at a pointer of loaded data, None if nothing is; `*` stands for each element of a list."""
    here = dati
    for place, step in enumerate(steps := tappe(percorso)):
        if step == "*":
            rest = "".join(f"/{one}" for one in steps[place + 1 :])
            found = [trova(one, rest) for one in here] if isinstance(here, list) else []
            return [one for one in found if one is not None] or None
        if not isinstance(here, Mapping) or step not in here:
            return None
        here = here[step]
    return None if isinstance(here, str) and not here.strip() else here


@lru_cache(maxsize=4096)
def campo_a(schema: type[Schema], percorso: str) -> fields.Field[Any] | None:
    """Return the field of a schema at a pointer, where lists are passed over by `*`; None if there is none."""
    members: Mapping[str, fields.Field[Any]] = istanza(schema).fields
    here: fields.Field[Any] | None = None
    for step in tappe(percorso):
        inner = here.inner if isinstance(here, fields.List) else None
        here = inner if step == "*" else members.get(step)
        if here is None:
            return None
        members = dict(_membri(here))
    return here


def _membri(field: fields.Field[Any]) -> Iterator[tuple[str, fields.Field[Any]]]:
    inner = field.schema if isinstance(field, fields.Nested) else None
    if isinstance(inner, Schema):
        yield from inner.fields.items()
