"""The dated figures of the law: value, days it holds, act that set it, day it was last checked.

    figura("deroga_2009.preavviso_decorrenza", date(2009, 6, 16)).decimale -> Decimal("1")

They are in the YAML files beside the rules that read them (`schemas/figure.schema.json` gives the form), and are called
`<regime>.<id>`; those of `generale/` are published as `comune.<id>`.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from docservice.law import italiano
from docservice.law.italiano import giorni
from docservice.law.valore import STATI, Figura, FiguraIgnota, FigureGuaste, Valore, leggi

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = [
    "Figura",
    "FiguraIgnota",
    "FigureGuaste",
    "Valore",
    "figura",
    "in_vigore",
    "non_verificate",
    "tutte",
    "ultimo",
]

_RADICE: Final = Path(__file__).parent
_PUBBLICATE: Final = {"generale": "comune"}
"""Folders whose figures are published by another name."""


def figura(id_figura: str, giorno: date) -> Valore:
    """Return the value of a figure on a day.

    Raises FiguraIgnota before or after the days known, KeyError for a figure that does not exist.
    """
    trovata = tutte()[id_figura]
    for valore in reversed(trovata.valori):
        if valore.vale(giorno):
            return valore
    raise FiguraIgnota(
        f"Per il {italiano.giorno(giorno)} non si conosce il valore di «{trovata.nome}»: "
        f"è noto {giorni(trovata.valori[0].dal, trovata.valori[-1].al)}."
    )


def figura_nota(id_figura: str, giorno: date) -> Valore:
    """Return the value of a figure on a day, as `figura` does. Raises FiguraIgnota also where it is not in force."""
    found = figura(id_figura, giorno)
    if not found.noto:
        raise found.ignota()
    return found


def ultimo(id_figura: str) -> Valore:
    """Return the latest value of a figure, for what has no date."""
    return tutte()[id_figura].valori[-1]


def in_vigore(giorno: date | None = None) -> list[dict[str, Any]]:
    """List the values in force that day, or all of them, as `{"id", "nome", "valore", "unita", "dal", …}`.

    `valore` is a decimal as text, with the decimals of the source, a text or a list of texts; "non noto" when it is not
    known. In the list of all it may be "cessato" or "non previsto"; on a given day such figures are out of force, and
    left out. `al` is there only when the value has a last day, `nota` only when there is one, the `indirizzo` of the
    source only where it is known.
    """
    return [
        _voce(trovata, valore)
        for trovata in tutte().values()
        for valore in trovata.valori
        if giorno is None or (valore.stato in {"noto", "non_noto"} and valore.vale(giorno))
    ]


def non_verificate(anno: int) -> Iterator[tuple[Valore, str]]:
    """Yield the figures that nobody has checked in a year, with the reason in Italian.

    First those that end before it with nothing known after, then what no source says yet (`non_noto`), whatever the
    year, then those that hold and were last checked before it. What has ended for good (`cessato`) is not checked
    again.
    """
    first = date(anno, 1, 1)
    latest = [trovata.valori[-1] for trovata in tutte().values()]
    for last in latest:
        if last.al is not None and last.al < first:
            yield last, f"non se ne conosce il valore dal {italiano.giorno(last.al + timedelta(days=1))}"
    for valore in ignoti():
        yield valore, f"non è noto {giorni(valore.dal, valore.al)}"
    for last in latest:
        alive = (last.al is None or last.al >= first) and last.stato not in {"cessato", "non_noto"}
        if alive and last.verificato_il < first:
            yield last, f"verificato l’ultima volta il {italiano.giorno(last.verificato_il)}"


def ignoti() -> Iterator[Valore]:
    """Yield the values that no source says yet."""
    for trovata in tutte().values():
        yield from (valore for valore in trovata.valori if valore.stato == "non_noto")


@cache
def tutte() -> Mapping[str, Figura]:
    """Read every file of figures, once. Raises FigureGuaste."""
    import yaml  # noqa: PLC0415 - loaded with the first figure: names and words of the law need none

    lette: dict[str, Figura] = {}
    for percorso in sorted(_RADICE.rglob("*.yaml"), key=lambda path: (_regime(path), path.name)):
        for dati in yaml.load(percorso.read_text(encoding="utf-8"), yaml.CSafeLoader)["figure"]:
            nuova = leggi(_regime(percorso), dati)
            if nuova.id in lette:
                raise FigureGuaste(f"{nuova.id}: the same id twice")
            lette[nuova.id] = nuova
    return lette


def _regime(percorso: Path) -> str:
    folder = percorso.relative_to(_RADICE).parts[0]
    return _PUBBLICATE.get(folder, folder)


def _voce(trovata: Figura, valore: Valore) -> dict[str, Any]:
    contenuto = valore.contenuto
    if isinstance(contenuto, Decimal):
        mostrato: str | list[str] = format(contenuto, "f")
    elif isinstance(contenuto, tuple):
        mostrato = list(contenuto)
    else:
        mostrato = contenuto or STATI[valore.stato][0]
    voce = {"id": trovata.id, "nome": trovata.nome, "valore": mostrato, "unita": trovata.unita}
    voce["dal"] = valore.dal.isoformat()
    if valore.al is not None:
        voce["al"] = valore.al.isoformat()
    if valore.nota is not None:
        voce["nota"] = valore.nota
    fonte = valore.fonte.as_dict()
    if valore.fonte.indirizzo is not None:
        fonte["indirizzo"] = valore.fonte.indirizzo
    return {**voce, "fonte": fonte, "verificato_il": valore.verificato_il.isoformat()}
