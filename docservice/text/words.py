"""The Italian words that depend on a value: the preposition before a day, the noun after a number.

In a template, `{{ dal(periodo.dal) }}{{ periodo.dal }}` prints «dall’8 giugno 2009» or «dal 1° giugno 2009», and
`{{ n }} {{ parola(n, 'lavoratore', 'lavoratori') }}` «1 lavoratore» or «12 lavoratori».
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from docservice.allegati.file import nome_unito
from docservice.campi.fields import Euro
from docservice.law.generale.codice_fiscale import anagrafe, compatto, esatto
from docservice.law.generale.regioni import province
from docservice.law.italiano import elide
from docservice.text.articles import articolata
from docservice.text.data import Blank, Datum

_NUMBERED = re.compile(r"[0-9]|\bs\.? ?n\.? ?c?\.?$", re.IGNORECASE)
_OF_PROCEDURE = re.compile(r"\b(?:curat(?:or|ric|el)|commissari|liquidat(?:or|ric)|giudice delegato)", re.IGNORECASE)


def dal(giorno: Any) -> str:
    """Return what stands before a day or a number: "dal " or "dall’"."""
    return "dall’" if _elides(giorno) else "dal "


def al(giorno: Any) -> str:
    """Return what stands before a day or a number: "al " or "all’"."""
    return "all’" if _elides(giorno) else "al "


def il(giorno: Any) -> str:
    """Return what stands before a day or a number: "il " or "l’"."""
    return "l’" if _elides(giorno) else "il "


def del_(giorno: Any) -> str:
    """Return what stands before a day or a number: "del " or "dell’"."""
    return "dell’" if _elides(giorno) else "del "


def ente(preposizione: str, nome: Any) -> str:
    """Return what stands before the name of a body: «della », «nell’»; before one not given, «di »."""
    text = nome.value if isinstance(nome, Datum) and isinstance(nome.value, str) else ""
    return articolata(preposizione, text)


def genere(codice_fiscale: Any, lui: str, lei: str, non_noto: str) -> str:
    """Return the word for the sex that a codice fiscale tells: «nato», «nata», or «nato/a» where none tells it."""
    code = compatto(codice_fiscale.value) if isinstance(codice_fiscale, Datum) else ""
    if not esatto(code):
        return non_noto
    return lei if anagrafe(code)[-1] == "F" else lui


def organo_di_procedura(qualifica: Any) -> bool:
    """Say whether who has this quality acts for an insolvency: a «curatore», a «commissario giudiziale»."""
    return isinstance(qualifica, Datum) and bool(_OF_PROCEDURE.search(qualifica.value))


def vuole_civico(sede: Any) -> bool:
    """Say whether an address has a place for its number: not if the street's name, as written, holds it already."""
    if sede["civico"]:
        return True
    street = sede["indirizzo"]
    return not isinstance(street, Datum) or not _NUMBERED.search(street.value)


def rilasciato(documento: Any) -> str:
    """Return the word that agrees with a document of identity: «rilasciata» a «carta d’identità»."""
    if not isinstance(documento, Datum):
        return "rilasciato/a"
    return (
        "rilasciata" if documento.value.lower().startswith(("carta", "patente", "tessera", "licenza")) else "rilasciato"
    )


def breve(giorno: Any) -> Any:
    """Return a day to print as tables do, 22/06/2009."""
    return giorno.breve() if isinstance(giorno, Datum) else giorno


def ora(ora_detta: Any) -> Any:
    """Return an hour to print as it is said, 9:00 for 09:00."""
    told = isinstance(ora_detta, Datum) and ora_detta.value.startswith("0")
    return Datum(ora_detta.value[1:], ora_detta.pointer) if told else ora_detta


def euro(importo: Any) -> Any:
    """Return an amount to print with its cents, as those of the data are."""
    return Datum(Euro(importo.value), importo.pointer) if isinstance(importo, Datum) else importo


def di_provincia(sigla: Any) -> Any:
    """Return what follows «Provincia» for its two letters: «di Bergamo», «(XX)» if there is no such province."""
    if not isinstance(sigla, Datum):
        return sigla
    known = province().get(sigla.value)
    return Datum(known.nome if known else f"({sigla.value})", sigla.pointer)


def nel_pdf(numero: int, file: Any, *, prima: str = "") -> Any:
    """Return the name that the `numero`-th annexed file has inside the PDF, a blank when the PDF does not carry it.

    `prima` is what names begin with there.
    """
    inside = isinstance(getattr(file["contenuto"], "value", None), bytes)
    return Datum(prima + nome_unito(numero, file["nome"].value), None) if inside else Blank("")


def unite(indici: Any, **liste: Any) -> list[dict[str, Any]]:
    """Return, for each index, what some lists have there, under their names, and its `numero`, counted from one."""
    return [
        {name: items[index.value] for name, items in liste.items()} | {"numero": Datum(index.value + 1, None)}
        for index in indici
    ]


def parola(numero: Any, singolare: str, plurale: str) -> str:
    """Return the noun that agrees with a number, its singular for one only."""
    return singolare if isinstance(numero, Datum) and numero.value == 1 else plurale


def _elides(told: Any) -> bool:
    if not isinstance(told, Datum):
        return False
    if isinstance(told.value, date):
        return told.value.day != 1 and elide(told.value.day)  # the first, not one
    return isinstance(told.value, int | Decimal) and elide(told.value)


WORDS = {
    "dal": dal,
    "al": al,
    "il": il,
    "del": del_,
    "breve": breve,
    "ente": ente,
    "di_provincia": di_provincia,
    "genere": genere,
    "organo_di_procedura": organo_di_procedura,
    "euro": euro,
    "nel_pdf": nel_pdf,
    "ora": ora,
    "parola": parola,
    "rilasciato": rilasciato,
    "unite": unite,
    "vuole_civico": vuole_civico,
    "vuoto": Blank(""),
}
"""What every template may call; and `vuoto`, a datum that is not there."""
