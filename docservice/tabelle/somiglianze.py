"""The people of a table taken together: whether a column has slid, or two have changed places.

    somiglianze([(2, {"cognome": "Ferri", …}), …]) -> [("TAB-CODICI-SLITTATI", "codice_fiscale", "La colonna …")]

The law doubts each row whose codice fiscale is not of its name (see `law.generale.corrispondenza`); here the rows are
looked at beside one another, so that one cause is told once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from docservice.law.generale.corrispondenza import Esito, esito
from docservice.law.generale.nome_nel_codice import lettere
from docservice.modelli.persone import CODICE

_POCHE: Final = 3
"""Rows wrong in the same way that are no accident."""

_SCAMBIATI: Final = (
    "Nome e Cognome sembrano scambiati in {quante} righe su {tutte}: se è così, vanno scambiate le due colonne, o le"
    " loro intestazioni."
)
_SLITTATI: Final = (
    "La colonna Codice fiscale sembra slittata di una riga {verso}, dalla riga {prima} alla riga {ultima}: i codici"
    " hanno le lettere del nome della riga che {quale}. Va rimessa al suo posto."
)
_NOMI_SLITTATI: Final = (
    "La colonna {colonna} sembra slittata di una riga {verso}, dalla riga {prima} alla riga {ultima}: i codici fiscali"
    " hanno le lettere del {colonna} della riga che {quale}. Va rimessa al suo posto."
)
_SPARSI: Final = (
    "In {quante} righe su {tutte} il codice fiscale ha le lettere del nome di un’altra riga: la colonna Codice fiscale"
    " sembra ordinata, o incollata, senza le altre. Va rimessa al suo posto."
)

Persona = tuple[str, str, str]
"""Surname, first name and code; empty where they are not told."""


def somiglianze(righe: Sequence[tuple[int, Mapping[str, Any]]]) -> Iterator[tuple[str, str, str]]:
    """Yield what is doubted of the people of some rows: a code, the member it is about, the message."""
    people = [_persona(one) for _, one in righe]
    found = [esito(*one) for one in people]
    judged = [place for place, one in enumerate(found) if one is not None]
    wrong = [place for place in judged if found[place] is not Esito.CONCORDE]
    if len(wrong) < _POCHE:
        return
    swapped = sum(found[place] is Esito.SCAMBIATI for place in wrong)
    if swapped * 2 > len(judged):
        yield "TAB-NOMI-SCAMBIATI", "cognome", _SCAMBIATI.format(quante=swapped, tutte=len(judged))
        return
    codes = {place: people[place][2][:6].upper() for place in wrong}
    names = [lettere(surname, name) for surname, name, _ in people]
    for step, way, whose in ((1, "in su", "segue"), (-1, "in giù", "precede")):
        moved = [one for one in wrong if 0 <= one + step < len(names) and codes[one] == names[one + step]]
        if len(moved) >= _POCHE and len(moved) * 2 > len(wrong):
            between = {"prima": righe[moved[0]][0], "ultima": righe[moved[-1]][0]}
            yield "TAB-CODICI-SLITTATI", CODICE, _SLITTATI.format(verso=way, quale=whose, **between)
            return
    for member, some in (("cognome", slice(3)), ("nome", slice(3, 6))):
        told = _alone(places=wrong, codes=codes, names=names, part=some)
        if told is not None:
            between = {"prima": righe[told[1]][0], "ultima": righe[told[2]][0]}
            way, whose = ("in su", "precede") if told[0] < 0 else ("in giù", "segue")
            message = _NOMI_SLITTATI.format(colonna=member.title(), verso=way, quale=whose, **between)
            yield "TAB-NOMI-SLITTATI", member, message
            return
    known = set(names)
    others = sum(code in known for code in codes.values())
    if len(wrong) * 2 > len(judged) and others * 2 > len(wrong):
        yield "TAB-CODICI-SPARSI", CODICE, _SPARSI.format(quante=others, tutte=len(judged))


def _alone(
    places: Sequence[int], codes: Mapping[int, str], names: Sequence[str], part: slice
) -> tuple[int, int, int] | None:
    """Return by how many rows surnames, or first names, are away from their codes, and the first and last that are.

    The other of the two agrees with the code of its own row.
    """
    other = slice(3, 6) if part.start is None else slice(3)
    kept = [one for one in places if codes[one][other] == names[one][other]]
    for step in (-1, 1):
        moved = [one for one in kept if 0 <= one + step < len(names) and codes[one][part] == names[one + step][part]]
        if len(moved) >= _POCHE and len(moved) * 2 > len(places):
            return step, moved[0], moved[-1]
    return None


def _persona(valori: Mapping[str, Any]) -> Persona:
    surname, name, code = valori.get("cognome"), valori.get("nome"), valori.get(CODICE)
    if not (isinstance(surname, str) and isinstance(name, str)):
        return "", "", ""
    return surname, name, code if isinstance(code, str) else ""
