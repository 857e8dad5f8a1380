"""Cells as people write them, to the values that fields read: Italian days and decimals, yes and no, codes.

`valore("22/6/2009", Giorno())` → `"2009-06-22"`; `valore("1.234,5", Decimale())` → `"1234.5"`. What a program made of a
cell by itself (a day of "10/2", a yes of "Vero", a number of a code) is refused, and told.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from marshmallow import ValidationError

from docservice.campi.caratteri import semplice
from docservice.campi.fields import Codice, Decimale, Giorno, Intero, Scelta, SiNo, Testo
from docservice.campi.semplice import Semplice
from docservice.formati import italiano
from docservice.formati.composto import composto
from docservice.law.generale.codice_fiscale import valido
from docservice.law.italiano import giorno
from docservice.modelli.persone import CODICE
from docservice.tabelle.foglio import Cella, Rotta, breve
from docservice.tabelle.testi.codici import DUE, due
from docservice.tabelle.testi.nomi import INVISIBILI, MAX_NOME, VUOTI
from docservice.tabelle.testi.numeri import NUMERO, non_numero
from docservice.tabelle.testi.sospetti import non_si_vede, sospetto

_MONTHS = "gen|jan|feb|mar|apr|mag|may|giu|jun|lug|jul|ago|aug|sett?|sept?|ott|oct|nov|dic|dec"
_MADE_DAY = re.compile(
    rf"\d{{1,2}}[- ](?:{_MONTHS})(?:[- ]\d{{2,4}})?|(?:{_MONTHS})[- ]\d{{2}}(?:\d{{2}})?", re.IGNORECASE
)
_SERIAL = re.compile(r"\d{1,8}(?:[.,]\d+)?", re.ASCII)
_RUN_TOGETHER = re.compile(r"(0?[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])((?:19|20)\d{2}|(?<=\d{4})\d{2})", re.ASCII)
"""A day in figures alone, the day first, that may have lost its zero: 1072001 is 01/07/2001."""
_BROKEN = re.compile(r"[^\W\d_]-\s*(?:[\r\n\x0b\u2028]|_x000[DdAa]_)\s*[^\W\d_]")
"""A word that goes on in the next line: the hyphen is its own, or not."""
_LOST = re.compile(r"[^\W\d_]\?(?!\?)")
"""A question mark at the end of a word of a name, of an address: it asks nothing."""
_POWER = re.compile(r"\d(?:[.,]\d+)?E[+-]?\d+", re.IGNORECASE)
_NOT_CODE = re.compile(rf"[\s.\-/'{INVISIBILI}]")
_SPACES = re.compile(r"[\u00a0\u2007\u202f\u2009]")
_LINES = re.compile(r"\s*(?:[\r\n\x0b\u2028]|_x000[DdAa]_)\s*")
_ONE_LINE = 250
"""Longest text that is a name, an address or a number: an end of line in it is a blank."""
_ROUNDING = timedelta(seconds=0.5)
_LAST_MONTH, _FIRST_DAY = 12, "1900-01-01"
_MOST_EXACT = 10**15
"""From here on a sheet has rounded a whole number."""
_DIGITS = {"partita_iva": 11, CODICE: 11, "matricola_inps": 10}
"""How many digits are in numbers that are written without letters."""
_OF_A_FIRM = f"servono {_DIGITS['partita_iva']} cifre."
_OF_A_CODE = {
    CODICE: "il codice fiscale di una persona ha 16 caratteri, lettere e cifre; quello di un’impresa 11 cifre."
}
"""What is told of a code that is too short for its digits."""
_SHOWN = 40
"""Characters of a text that a message repeats."""
_PHONES = frozenset({"telefono", "fax"})
_PHONE = re.compile(r"0\d+|[1478]\d+|3\d{8,9}|\d{1,5}")
"""Numbers of telephone that have all their digits, as far as can be seen: 3 begins a mobile one, of nine or ten."""
_SHAPE = re.compile(r"\[0-9\]\{(\d+)\}")


class CellaIllegibile(ValueError):  # noqa: N818 - in the words of the field
    """The cell cannot be read; its text says why and what to write."""


def valore(cella: Cella, campo: Semplice[Any], nome: str = "") -> Any:
    """Return what a cell says for a field, as its schema takes it from JSON; raise `CellaIllegibile`.

    `nome` is the last step to the field: digits are counted, and letters looked at, by what they are for.
    """
    if isinstance(cella, Rotta):
        raise CellaIllegibile(
            "La cella contiene una formula di cui il file non ha il risultato: va aperto il file in Excel e salvato di"
            " nuovo, o scritto il valore."
        )
    if isinstance(cella, str):
        if not cella.isascii():
            cella = composto(cella)
        # before the blanks are made one: the second half of an «à» that was read twice is one of them
        if (why := sospetto(cella, nome)) is not None:
            raise CellaIllegibile(why)
        cella = _SPACES.sub(" ", cella).replace("\r\n", "\n").strip(VUOTI)
    try:
        raw = _read(cella, campo, nome)
        campo.deserialize(raw)
    except italiano.TestoIllegibile as error:
        raise CellaIllegibile(str(error)) from None
    except ValidationError as error:
        told = " ".join(map(str, error.messages))
        if isinstance(cella, str) and (unseen := non_si_vede(cella)) is not None:
            told = unseen
        elif isinstance(cella, str) and nome == CODICE and due(cella):
            told = DUE
        elif isinstance(campo, Scelta):
            told = f"«{breve(in_parole(cella), _SHOWN)}»: {told[:1].lower()}{told[1:]}"
        raise CellaIllegibile(told) from None
    return raw


def _read(cella: Cella, campo: Semplice[Any], nome: str) -> Any:
    match campo:
        case Giorno():
            return _giorno(cella)
        case SiNo():
            return _si_no(cella)
        case Intero() | Decimale():
            return _numero(cella, campo)
        case Scelta():
            return _scelta(in_parole(cella), campo)
        case Codice() | Testo():
            return _scritto(cella, campo, nome)
        case _:
            return in_parole(cella)


def _scritto(cella: Cella, campo: Codice | Testo, nome: str) -> str:
    """Return a text or a code, which must be as somebody wrote it."""
    _as_typed(cella)
    text = in_parole(cella)
    if isinstance(campo, Codice) or campo.maiuscolo:
        text = _NOT_CODE.sub("", text)
        text = text.upper() if campo.maiuscolo else text
    elif campo.massimo <= _ONE_LINE:
        if _BROKEN.search(text):
            raise CellaIllegibile(
                "Una parola va a capo con un trattino, che può essere suo o della divisione: va scritta su una riga."
            )
        text = _LINES.sub(" ", text).replace("\t", " ")
        _no_day(text)
        if "?" in text and "://" not in text and _LOST.search(text):
            raise CellaIllegibile(
                "Dopo una lettera c’è un punto interrogativo, che sembra al posto di una lettera persa: va scritta la"
                " lettera, o tolto il segno."
            )
    shape = _SHAPE.fullmatch(campo.forma) if isinstance(campo, Codice) else None
    return _with_zeros(text, int(shape[1]) if shape else _DIGITS.get(nome, 0), nome)


def _as_typed(cella: Cella) -> None:
    """Refuse what a sheet makes, by itself, of a text that looks like something else."""
    if isinstance(cella, bool):
        word = "VERO" if cella else "FALSO"
        raise CellaIllegibile(f"Il foglio ne ha fatto {word}, un sì o no: va riscritto come testo ('{word.title()}).")
    if isinstance(cella, date):
        raise CellaIllegibile(
            f"Il foglio ne ha fatto una data ({giorno(cella)}): va riscritto come testo, con un apostrofo davanti"
            " (per esempio '10/2)."
        )
    large = isinstance(cella, int | Decimal) and not -_MOST_EXACT < cella < _MOST_EXACT
    if large or (isinstance(cella, str) and _POWER.fullmatch(cella)):
        raise CellaIllegibile(
            "Il foglio ne ha fatto un numero arrotondato, con una potenza di dieci (E+): vanno riscritte tutte le"
            " cifre, come testo."
        )


def _no_day(text: str) -> None:
    """Refuse a text that is a day and nothing else: so does a CSV bring what a sheet made of "10/2"."""
    if italiano.in_cifre(text) or _MADE_DAY.fullmatch(text):
        raise CellaIllegibile(
            f"Qui serve un testo, e {text} è una data: se l’ha fatta il foglio, va riscritto come testo, per esempio"
            " 10/2; se è una data, va scritta con il mese in lettere e l’anno."
        )


def _with_zeros(text: str, digits: int, nome: str) -> str:
    """Return the digits of a number with the zeros that it began with, where the check digit proves them."""
    if not text.isascii() or not text.isdigit():
        return text
    if nome in _PHONES and not _PHONE.fullmatch(text):
        raise CellaIllegibile(
            f"Al numero {text} sembra mancare lo zero davanti, che il foglio toglie: va scritto come testo, con il"
            f" prefisso (per esempio 0{text}, oppure +39 {text} se lo zero non c’è)."
        )
    if not 0 <= digits - len(text) - 1 < digits // 2:
        return text
    whole = text.zfill(digits)
    if digits == _DIGITS[CODICE] and valido(whole):
        return whole
    if digits == _DIGITS[CODICE]:  # a code whose last digit would be wrong is no example
        raise CellaIllegibile(
            f"{text} ha {len(text)} cifre, e non torna nemmeno con gli zeri davanti, che il foglio toglie:"
            f" {_OF_A_CODE.get(nome, _OF_A_FIRM)} Va ricopiato dal documento."
        )
    raise CellaIllegibile(
        f"Il numero {text} ha {len(text)} cifre, e ne servono {digits}: gli zeri davanti si perdono quando il foglio ne"
        f" fa un numero. Va riscritto come testo (per esempio '{whole})."
    )


def in_parole(cella: Cella) -> str:
    """Return a cell as text."""
    if isinstance(cella, bool):
        return "sì" if cella else "no"
    if isinstance(cella, date):
        return giorno(cella)
    return f"{cella:f}" if isinstance(cella, Decimal) else str(cella)


def _giorno(cella: Cella) -> str:
    if isinstance(cella, datetime):
        moment = cella + _ROUNDING  # a day and its hour are a binary fraction
        return italiano.giorno(f"{moment:%Y-%m-%d %H:%M}")
    if isinstance(cella, date):
        return _not_the_first(cella.isoformat())
    text = in_parole(cella)
    if (run := _RUN_TOGETHER.fullmatch(text)) is not None and not italiano.di_otto_cifre(text):
        whole = f" (per esempio {run[1]:0>2}/{run[2]}/{run[3]})" if len(run[3]) > len(run[2]) else ""
        raise CellaIllegibile(f"{text} sembra una data senza le barre: va scritta nella forma gg/mm/aaaa{whole}.")
    if _SERIAL.fullmatch(text) and not italiano.di_otto_cifre(text):
        raise CellaIllegibile(
            "Serve una data, nella forma gg/mm/aaaa, per esempio 22/06/2009. Il numero è forse quello con cui il foglio"
            " conta i giorni: va dato alla colonna il formato data."
        )
    day = italiano.giorno(text)
    if int(day[5:7]) > _LAST_MONTH >= int(day[8:]):
        raise CellaIllegibile(
            f"La data non esiste, perché non c’è un mese {day[5:7]}: se nel file il mese sta prima del giorno, vanno"
            " controllate una per una anche le altre date della colonna, o va esportata di nuovo la tabella con le date"
            " nella forma aaaa-mm-gg."
        )
    return _not_the_first(day)


def _not_the_first(day: str) -> str:
    """Return a day, unless it is the one that a sheet shows, or a program writes, where there is none."""
    if day == _FIRST_DAY:
        raise CellaIllegibile(
            "01/01/1900 è la data che i programmi mettono dove non c’è una data: va scritta quella vera, o svuotata la"
            " cella."
        )
    return day


def _si_no(cella: Cella) -> bool:
    if isinstance(cella, bool):
        return cella
    text = _certain(in_parole(cella)[:MAX_NOME])
    for word in (" ".join(text.split()), semplice(text)):  # a box ticked or not is nothing but its sign
        with suppress(italiano.TestoIllegibile):
            return italiano.si_no(word)
    raise CellaIllegibile(f"«{breve(text, _SHOWN)}» non si capisce. Serve sì oppure no.")


def _certain(text: str) -> str:
    """Return a word, unless a question mark says that it is not certain, or stands for a letter that was lost."""
    if "?" in text:
        raise CellaIllegibile(
            f"In «{breve(text, _SHOWN)}» c’è un punto interrogativo: non si può indovinare, va scritto il valore senza"
            " il segno."
        )
    return text


def _numero(cella: Cella, campo: Intero | Decimale) -> Any:
    if isinstance(cella, int | Decimal) and not isinstance(cella, bool):
        return cella
    if isinstance(cella, date):
        raise CellaIllegibile(f"Serve un numero, e il foglio ne ha fatto una data ({giorno(cella)}): va riscritto.")
    text = italiano.numero(in_parole(cella), campo)
    if not NUMERO.fullmatch(text):
        raise CellaIllegibile(non_numero(in_parole(cella), campo))
    return text


def _scelta(text: str, campo: Scelta) -> str:
    """Return the word of the list that a text says, whatever its case and accents; else the text, to be refused."""
    return text if len(text) > MAX_NOME else _parole(campo).get(semplice(_certain(text)), text)


@cache
def _parole(campo: Scelta) -> dict[str, str]:
    """Return the words of a list by how each reads; of two that read alike, the first."""
    others = {semplice(way): word for word, ways in campo.altri.items() for way in ways}
    return others | {semplice(word): word for word in reversed(campo.ammessi)}
