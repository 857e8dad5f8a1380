"""A person against their codice fiscale: surname, first name and, where the data tell them, day of birth and sex.

    discordi({}, [("/lavoratori/0", {"cognome": "Ferri", "nome": "Luca", "codice_fiscale": "BNTCRL71C54A794Q"})])
    -> [Rilievo(avviso, "/lavoratori/0/codice_fiscale", "Le lettere del codice fiscale non corrispondono né al …")]

Only a good code of sixteen characters says anything: that of a firm, or one given for the time being, has no name in
it. A disagreement is a doubt, never an errore: offices have read some names in a way of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any, Final

from docservice.law.finding import Rilievo, avviso
from docservice.law.generale.codice_fiscale import anagrafe, compatto, valido
from docservice.law.generale.nome_nel_codice import coincide, di_cognome, di_nome

_PERSONA: Final = 16
"""Characters of the code of a person."""
_CODICE, _TITOLARE = "codice_fiscale", "titolare"
_RIMEDIO: Final = "Va confrontato con un documento della persona, e va corretto ciò che è sbagliato."


class Esito(Enum):
    """How a name stands to a code, and how that is told."""

    CONCORDE = ""
    SCAMBIATI = "Nome e Cognome sembrano scambiati: il {} comincia con le lettere del nome."
    ALTRO_COGNOME = "Le lettere del {} non corrispondono al cognome."
    ALTRO_NOME = "Le lettere del {} non corrispondono al nome."
    ALTRA_PERSONA = "Le lettere del {} non corrispondono né al cognome né al nome: sembra quello di un’altra persona."


def esito(cognome: str, nome: str, codice: str) -> Esito | None:
    """Say how a name stands to a code; None where the code says nothing of a name."""
    if coincide(cognome, nome, codice):
        return Esito.CONCORDE
    code = compatto(codice)
    if not _di_persona(code):
        return None
    first, second = code[:3], code[3:6]
    surname, name = di_cognome(cognome, first), di_nome(nome, second)
    if surname and name:
        return Esito.CONCORDE
    if di_cognome(nome, first) and di_nome(cognome, second):
        return Esito.SCAMBIATI
    if surname:
        return Esito.ALTRO_NOME
    return Esito.ALTRO_COGNOME if name else Esito.ALTRA_PERSONA


def discordi(dati: Mapping[str, Any], elencati: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[Rilievo]:
    """Yield what disagrees with their code of the people listed, of the one that a document is about, of the owners."""
    subject = [("/lavoratore", dati["lavoratore"])] if "lavoratore" in dati else []
    for path, person in [*elencati, *subject]:
        if _CODICE not in person:
            continue
        yield from _della_persona(path, person, f"{path}/{_CODICE}", person[_CODICE], "codice fiscale")
    code = dati.get("datore_lavoro", {}).get(_CODICE, "")
    for path, person in _titolari(dati):
        told = "codice fiscale dell’impresa individuale, che è di chi ne è titolare,"
        yield from _della_persona(path, person, f"{path}/cognome", code, told)


def _titolari(dati: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield who signs for a firm, or swears, as its owner: if its code is of a person, it is theirs."""
    signs, swears = dati.get("datore_lavoro", {}).get("rappresentante", {}), dati.get("dichiarante", {})
    if signs.get("qualifica", "").strip().casefold() == _TITOLARE:
        yield "/datore_lavoro/rappresentante", signs
    if swears.get("capacita") == _TITOLARE:
        yield "/dichiarante", swears


def _della_persona(percorso: str, persona: Mapping[str, Any], posto: str, codice: str, quale: str) -> Iterator[Rilievo]:
    found = esito(persona["cognome"], persona["nome"], codice)
    if found is Esito.SCAMBIATI:
        yield avviso(
            f"{percorso}/cognome", found.value.format(quale), "Se è così, va scritto l’uno al posto dell’altro."
        )
    elif found is not None and found is not Esito.CONCORDE:
        yield avviso(posto, found.value.format(quale), _RIMEDIO)
    born, sex = persona.get("data_nascita"), persona.get("sesso")
    if (born or sex) and _di_persona(code := compatto(codice)):
        yield from _nascita(percorso, born, sex, code, quale)


def _nascita(percorso: str, nascita: date | None, sesso: str | None, codice: str, quale: str) -> Iterator[Rilievo]:
    *day, sex = anagrafe(codice)
    if nascita is not None and [nascita.year % 100, nascita.month, nascita.day] != day:
        yield avviso(f"{percorso}/data_nascita", f"La data di nascita non è quella del {quale}.", _RIMEDIO)
    if sesso is not None and sesso != sex:
        yield avviso(f"{percorso}/sesso", f"Il sesso non è quello del {quale}.", _RIMEDIO)


def _di_persona(codice: str) -> bool:
    return len(codice) == _PERSONA and valido(codice)
