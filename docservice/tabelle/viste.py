"""What is to be read of a cell of which a sheet shows something else than its value.

Of 3 seen as "3S", a text is "3S" and a number 3; a day of which only the month is seen is refused.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from docservice.campi.fields import Codice, Decimale, Giorno, Intero, Testo
from docservice.campi.semplice import Semplice
from docservice.formati import italiano
from docservice.law.italiano import con_virgola, giorno
from docservice.tabelle.celle import CellaIllegibile, in_parole
from docservice.tabelle.file.mostrati import APICE, BARRATO, IGNOTA, NASCOSTA, PARTE
from docservice.tabelle.foglio import Cella, breve

_SHOWN = 40
"""Characters of a text that a message repeats."""


def da_leggere(cella: Cella, vista: str, campo: Semplice[Any]) -> tuple[Cella, str | None]:
    """Return what to read of a cell, and what is in doubt; raise `CellaIllegibile`."""
    if vista == NASCOSTA:
        raise CellaIllegibile(
            "Il formato della cella ne nasconde il contenuto: va cambiato il formato, o svuotata la cella."
        )
    if vista.startswith(BARRATO):
        text = breve(vista[1:] or in_parole(cella), _SHOWN)
        raise CellaIllegibile(
            f"«{text}» è barrato: va cancellato, e scritto ciò che vale, se non c’è già; se non vale la riga intera, va"
            " tolta."
        )
    if vista.startswith(APICE):
        raise CellaIllegibile(
            f"Nella cella «{vista[1:]}» è in apice, come il richiamo di una nota, e si leggerebbe attaccato al resto:"
            " va tolto, o scritto come il resto se fa parte del valore."
        )
    match campo:
        case Giorno() if vista == PARTE:
            day = f" ({giorno(cella)})" if not isinstance(cella, str | int | Decimal | None) else ""
            raise CellaIllegibile(
                f"Il foglio mostra solo una parte della data{day}: va scritta la data intera, e dato alla colonna il"
                " formato gg/mm/aaaa."
            )
        case Testo() | Codice() if vista == IGNOTA:
            raise CellaIllegibile(
                "Il foglio mostra la cella in un formato che ne cambia l’aspetto: va scritta come testo, come si vede."
            )
        case Testo() | Codice() if vista != PARTE:
            return vista, None
        case Intero() | Decimale() if isinstance(cella, int | Decimal):
            return cella, _rounded(cella, vista, campo)
        case _:
            return cella, None


def _rounded(value: int | Decimal, seen: str, campo: Intero | Decimale) -> str | None:
    whole = con_virgola(Decimal(value))
    try:
        shown = Decimal(italiano.numero(seen, campo))
    except (italiano.TestoIllegibile, InvalidOperation):
        if not any(map(str.isalpha, seen)):
            return None
        asked = f"un numero di {campo.unita}" if campo.unita else "un numero"
        return f"Il foglio mostra «{breve(seen, _SHOWN)}», e si legge {whole}: qui va {asked}, va controllato se lo è."
    if shown == value:
        return None
    return (
        f"Il foglio mostra {seen}, e la cella contiene {whole}, che è quello che si legge: va scritto il valore giusto."
    )
