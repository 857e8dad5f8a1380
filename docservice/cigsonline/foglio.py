"""The application as a workbook: a sheet for each section, then what is missing, then where the papers disagree.

`foglio(domanda(carte))` → the bytes of an XLSX. Each field has its value, its paper and its place there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from typing import Any, Final

from docservice.cigsonline.domanda import Domanda, Parte
from docservice.cigsonline.valori import Detto, di_gruppi
from docservice.formati.lettura import canonico, impronta
from docservice.render.xlsx import write
from docservice.service.testo import testo
from docservice.text.blocks import About, Block, Document, Heading, Paragraph, Row, Run, Table, Title
from docservice.text.data import Datum, measured

TITOLO: Final = "Domanda di CIGS"
_FIRM: Final = "denominazione"
"""The field that the head of each page tells."""
_FIELDS: Final = ("Campo", "Valore", "Documento", "Dove")
_MISSING: Final = ("Sezione", "Che cosa manca", "Righe", "Che cosa fare")
_DISAGREE: Final = ("Sezione", "Campo", "Documento", "Dove", "Valore", "Vale", "Che cosa fare")
_LONG: Final = 1_000
"""Characters of a list that a cell tells, to compare it with another."""
_SHOWN: Final = 20
"""Rows that lack something which are named."""


def foglio(di: Domanda) -> bytes:
    """Return the workbook; the same papers give the same bytes."""
    firm = next((dato.risposta.scelto.valore for part in di.parti for dato in part.dati if dato.id == _FIRM), "")
    about = About(_valore(firm), _valore(di.carte[-1].giorno))
    document = Document(TITOLO, tuple(_blocchi(di)), landscape=True, about=about, keywords=("domanda CIGS",))
    prints = [{"modello": one.tipo.id, "impronta": impronta(testo(canonico(one.dati)))} for one in di.carte]
    created = datetime.combine(di.carte[-1].giorno, time(), UTC)
    return write(document, data=testo({"documenti": prints}), created=created)


def _blocchi(di: Domanda) -> Iterator[Block]:
    yield Title(_parole(TITOLO), "title")
    yield Paragraph(_parole("Nell’ordine delle sezioni di CIGSonline: ogni dato, e il documento da cui viene."))
    for one in sorted(di.carte, key=lambda one: one.numero):
        yield Paragraph((*_parole(f"Documento n. {one.numero + 1}: {one.tipo.titolo}, "), *_valore(one.giorno)))
    lacking = sum(len(part.mancanti) for part in di.parti)
    yield Paragraph(
        _parole(f"Dati che mancano: {lacking}. Dati su cui i documenti non dicono lo stesso: {len(di.contrasti)}.")
    )
    for part in di.parti:
        yield from _sezione(part)
    names = {part.di.id: part.di.titolo for part in di.parti}
    if lacking:
        yield Heading(_parole("Dati che mancano"))
        yield _tavola(_MISSING, [_mancante(part, one) for part in di.parti for one in part.mancanti])
    if di.contrasti:
        yield Heading(_parole("Contrasti"))
        yield _tavola(_DISAGREE, [row for one in di.contrasti for row in _contrasto(names, one)])


def _sezione(part: Parte) -> Iterator[Block]:
    """Yield a section: its table first, if it has one."""
    yield Heading(_parole(part.di.titolo))
    if part.di.righe and part.tabella:
        columns = part.di.righe.colonne
        titles = ["N.", *(one.titolo for one in columns), "Documento", "Dove"]
        rows = []
        for number, row in enumerate(part.tabella.righe, 1):
            cells = [_detto(row.risposte[one.id].scelto) if one.id in row.risposte else () for one in columns]
            base = row.base
            rows.append((_valore(number), *cells, _carta(base.carta.numero), _parole(base.percorso)))
        yield _tavola(titles, rows)
    if part.dati:
        if part.di.righe:
            yield Heading(_parole(f"{part.di.titolo}, altri dati"))
        yield _tavola(_FIELDS, [row for dato in part.dati for row in _dato(dato.titolo, dato.risposta.scelto)])
    if not part.dati and not (part.tabella and part.tabella.righe):
        yield Paragraph(_parole("I documenti non ne dicono nulla."))


def _dato(titolo: str, said: Detto) -> Iterator[Row]:
    """Yield the row of a field; of a list, one for each of what it holds."""
    if not isinstance(said.valore, list):
        yield _parole(titolo), _detto(said), _carta(said.carta.numero), _parole(said.percorso)
        return
    for place, one in enumerate(said.valore):
        cells = _valore(one), _carta(said.carta.numero), _parole(f"{said.percorso}/{place}")
        yield _parole(f"{titolo}, n. {place + 1}"), *cells


def _mancante(part: Parte, one: dict[str, Any]) -> Row:
    rows = one.get("righe", [])
    told = ", ".join(map(str, rows[:_SHOWN])) + (f" e altre {len(rows) - _SHOWN}" if len(rows) > _SHOWN else "")
    return _parole(part.di.titolo), _parole(one["titolo"]), _parole(told), _parole(one["rimedio"])


def _contrasto(names: dict[str, str], one: dict[str, Any]) -> Iterator[Row]:
    field = one["titolo"] + (f", riga {one['riga']}" if "riga" in one else "")
    for said in one["valori"]:
        value = said["valore"]
        yield (
            _parole(names[one["sezione"]]),
            _parole(field),
            _carta(said["documento"]),
            _parole(said["percorso"]),
            _valore(value),
            _parole("sì" if said["documento"] == one["vale"] else "no"),
            _parole(one["messaggio"]),
        )


def _tavola(titles: Sequence[str], rows: Sequence[Row]) -> Table:
    return Table(tuple(map(_parole, titles)), tuple(rows))


def _carta(number: int) -> tuple[Run, ...]:
    return _parole(f"n. {number + 1}")


def _detto(said: Detto) -> tuple[Run, ...]:
    return _parole(said.detto) if said.detto else _valore(said.valore)


def _valore(value: Any) -> tuple[Run, ...]:
    """Return a value as a cell has it."""
    if isinstance(value, bool):
        return _parole("sì" if value else "no")
    if di_gruppi(value):
        return _parole(f"{len(value)} voci")
    if isinstance(value, list):
        told = ", ".join("".join(run.text for run in _valore(one)) for one in value)
        return _parole(told if len(told) <= _LONG else f"{told[:_LONG]}…")
    return (Run(Datum(value, "").breve().text, "", value=measured(value)),)


def _parole(text: str) -> tuple[Run, ...]:
    return (Run(text),) if text else ()
