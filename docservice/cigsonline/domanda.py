"""The application, section by section: what is told, what is missing, where the papers disagree.

`domanda(leggi_carte(grezzo)).as_dict()["sezioni"][0]["campi"][0]` → `{"id": "causale", "valore": "crisi", "fonte": …}`
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from docservice.cigsonline.carte import Carta
from docservice.cigsonline.righe import Riga, Tabella, rinvia, tabella
from docservice.cigsonline.sezioni import Gruppo, Righe, Sezione, sezioni
from docservice.cigsonline.valori import Detto, Risposta, contrasto, foglie, generico, nome, rimedio, risposte
from docservice.formati.lettura import canonico

_CAUSALE = "causale"
"""The field whose value says which blocks are read."""


@dataclass(frozen=True, slots=True)
class Dato:
    """A field that is told."""

    id: str
    titolo: str
    risposta: Risposta

    def as_dict(self) -> dict[str, Any]:
        """Return it as it travels; `detto` is what a word of a list stands for."""
        said = self.risposta.scelto
        words = {"detto": said.detto} if said.detto else {}
        return {"id": self.id, "titolo": self.titolo, "valore": canonico(said.valore), **words, "fonte": said.fonte}


@dataclass(slots=True)
class Parte:
    """A section: its fields, its table, what is missing."""

    di: Sezione
    dati: list[Dato] = field(default_factory=list)
    liste: list[Dato] = field(default_factory=list)
    """Lists of objects, whose fields are among the others, to see whether the papers agree."""
    tabella: Tabella | None = None
    mancanti: list[dict[str, Any]] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """Return it as it travels; of a row, `altrove` tells the columns that other papers tell."""
        told: dict[str, Any] = {
            "id": self.di.id,
            "titolo": self.di.titolo,
            "campi": [one.as_dict() for one in self.dati],
        }
        if self.di.righe and self.tabella:
            told["colonne"] = [{"id": one.id, "titolo": one.titolo} for one in self.di.righe.colonne]
            told["righe"] = [_riga(one) for one in self.tabella.righe]
        return {**told, "mancanti": self.mancanti}


def _riga(row: Riga) -> dict[str, Any]:
    first = row.base
    home = first.carta.fonte(first.percorso)
    elsewhere = {
        name: said.scelto.fonte
        for name, said in row.risposte.items()
        if said.scelto.carta is not first.carta or said.scelto.percorso != f"{first.percorso}/{name}"
    }
    values = {name: canonico(value) for name, value in row.valori.items()}
    more = {
        **({"unita": row.rinvia + 1} if row.rinvia is not None else {}),
        **({"altrove": elsewhere} if elsewhere else {}),
    }
    return {"valori": values, "fonte": home, **more}


@dataclass(frozen=True, slots=True)
class Domanda:
    """The application that some papers make."""

    carte: Sequence[Carta]
    parti: Sequence[Parte]
    contrasti: Sequence[dict[str, Any]]

    @property
    def completa(self) -> bool:
        """Whether nothing is missing."""
        return not any(one.mancanti for one in self.parti)

    def as_dict(self) -> dict[str, Any]:
        """Return it as it travels."""
        papers = sorted(self.carte, key=lambda one: one.numero)
        return {
            "completa": self.completa,
            "documenti": [
                {"modello": one.tipo.id, "titolo": one.tipo.titolo, "data": one.giorno.isoformat()} for one in papers
            ],
            "sezioni": [one.as_dict() for one in self.parti],
            "contrasti": list(self.contrasti),
        }


def domanda(carte: Sequence[Carta]) -> Domanda:
    """Return the application that some papers make, from the earliest to the latest."""
    parts = [Parte(one) for one in sezioni()]
    for part in parts:
        for one in part.di.campi:
            part.dati += [Dato(one.id, one.titolo, said) for said in risposte(one, carte)]
        if part.di.righe:
            part.tabella = tabella(part.di.righe, carte)
    values = {dato.id: dato.risposta.scelto.valore for part in parts for dato in part.dati}
    for part in parts:
        part.mancanti += _campi_mancanti(part, values, carte)
        for group in part.di.gruppi:
            if group.letto(values.get(_CAUSALE)):
                _gruppo(part, group, values.get(_CAUSALE), carte)
    _rinvii(parts)
    for part, come, found in _tabelle(parts):
        part.mancanti += _righe_mancanti(come, found, carte)
    conflicts: dict[frozenset[tuple[int, str]], dict[str, Any]] = {}
    for told in (found for part in parts for found in _contrasti(part)):
        # a datum that two sections have is told once
        conflicts.setdefault(frozenset((said["documento"], said["percorso"]) for said in told["valori"]), told)
    return Domanda(carte, parts, list(conflicts.values()))


def _campi_mancanti(part: Parte, values: dict[str, Any], carte: Sequence[Carta]) -> Iterator[dict[str, Any]]:
    told = {dato.id: dato.risposta.scelto.valore for dato in part.dati}
    for one in part.di.campi:
        lacking = one.id not in told or (one.si and told[one.id] is False)
        if lacking and one.serve and one.serve.vale(values):
            places = [place.percorso for place in one.da if place.percorso]
            yield _manca(one.id, one.titolo, one.rimedio or rimedio(places, carte))


def _gruppo(part: Parte, group: Gruppo, causale: Any, carte: Sequence[Carta]) -> None:
    """Add the fields of a block, and those of it that are missing."""
    found = list(foglie(group.percorso, carte))
    for one in found:
        told = [Dato(it.percorso[1:].replace("/", "."), it.titolo, it.risposta) for it in one.dentro or (one,)]
        part.dati += told
        if one.dentro:
            part.liste.append(Dato(one.percorso[1:].replace("/", "."), one.titolo, one.risposta))
    for name in group.mancano(causale):
        place = f"{group.percorso}/{name}"
        if not any(f"{one.percorso}/".startswith(f"{place}/") for one in found):
            titolo = f"{nome(group.percorso, carte)}, {nome(place, carte)}"
            part.mancanti.append(_manca(place[1:].replace("/", "."), titolo, rimedio([place], carte)))


def _rinvii(parts: Sequence[Parte]) -> None:
    """Tie the rows of tables to those of others, and count them there."""
    of = {part.di.id: part for part in parts}
    for part, come, found in _tabelle(parts):
        for column in come.colonne:
            to = of[column.riferisce].tabella if column.riferisce else None
            if to:
                rinvia(found.righe, column.id, to.righe, ("denominazione", "comune"))
                if lost := [place for place, row in enumerate(found.righe, 1) if row.rinvia is None and to.righe]:
                    where = of[column.riferisce].di.titolo
                    told = f"Va scritta una di quelle della sezione «{where}», con lo stesso nome."
                    part.mancanti.append(_manca(column.id, column.titolo, told, lost))
    for _, come, found in _tabelle(parts):
        for column in come.colonne:
            counted = of[column.conta].tabella if column.conta else None
            if counted and counted.righe:
                heads, base = Counter(row.rinvia for row in counted.righe), counted.righe[0].base
                for place, row in enumerate(found.righe):
                    told_by = Detto(base.carta, base.da.partition("/*")[0], heads[place])
                    row.risposte[column.id] = Risposta([told_by])


def _tabelle(parts: Sequence[Parte]) -> Iterator[tuple[Parte, Righe, Tabella]]:
    """Yield the sections that have a table, with it."""
    for part in parts:
        if part.di.righe and part.tabella:
            yield part, part.di.righe, part.tabella


def _righe_mancanti(come: Righe, found: Tabella, carte: Sequence[Carta]) -> Iterator[dict[str, Any]]:
    if not found.righe and come.nessuna:
        yield _manca("", come.nessuna.titolo, come.nessuna.rimedio)
    if len(found.righe) > 1 and come.se_piu:
        yield _manca("", come.se_piu.titolo, come.se_piu.rimedio)
    for column in come.colonne:
        if column.serve and (lacking := found.senza(column.id)):
            of = found.righe[lacking[0] - 1].base
            places = [f"{generico(of.percorso)}/{column.id}", *(f"{place}/{column.id}" for place in come.da)]
            yield _manca(column.id, column.titolo, rimedio(places, carte), lacking)


def _manca(campo: str, titolo: str, rimedio: str, righe: Sequence[int] = ()) -> dict[str, Any]:
    return {"campo": campo, "titolo": titolo, **({"righe": list(righe)} if righe else {}), "rimedio": rimedio}


def _contrasti(part: Parte) -> Iterator[dict[str, Any]]:
    for dato in (*part.dati, *part.liste):
        if not dato.risposta.concorde:
            yield contrasto(part.di.id, dato.id, dato.titolo, dato.risposta)
    for _, come, found in _tabelle([part]):
        titles = {one.id: one.titolo for one in come.colonne}
        for place, row in enumerate(found.righe, 1):
            for name, said in row.risposte.items():
                if not said.concorde:
                    yield contrasto(part.di.id, name, titles[name], said, place)
        if found.fuori:
            yield _fuori(part, come, found)


def _fuori(part: Parte, come: Righe, found: Tabella) -> dict[str, Any]:
    """Return what is told of rows that papers have and the one that lists them has not."""
    believed = found.righe[0].base.carta.numero
    numbers = ", ".join(sorted({f"n. {one.carta.numero + 1}" for one in found.fuori}))
    return {
        "sezione": part.di.id,
        "campo": "",
        "titolo": part.di.titolo,
        "valori": [
            {**one.carta.fonte(one.percorso), "valore": [str(one.dati.get(name, "")) for name in come.chiave]}
            for one in found.fuori
        ],
        "vale": believed,
        "messaggio": (
            f"{part.di.titolo}: i documenti {numbers} ne hanno {len(found.fuori)} che il n. {believed + 1}, l’ultimo"
            " per data, non ha. Vale quest’ultimo: va corretto, o vanno corretti gli altri."
        ),
    }
