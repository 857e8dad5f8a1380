"""Texts that nobody typed: words of error, letters read in the wrong encoding, characters lost on the way.

`sospetto("#N/D")` → «La cella contiene un errore (#N/D)…»; `sospetto("NicolÃ²")` says that it was read twice, and
`sospetto("Nicolò")` is None. Nothing of them ever reaches a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final
from unicodedata import category

from docservice.tabelle.testi.nomi import INVISIBILI, VUOTI
from docservice.tabelle.testi.persone import PERSONE, in_un_nome

ERRORE: Final = "#ERRORE!"
"""What we write in the place of an error, in the table that goes back."""
_WORDS: Final = frozenset(
    (
        *("#N/D", "#VALORE!", "#NOME?", "#RIF!", "#DIV/0!", "#NUM!", "#NULLO!", "#ESPANSIONE!", "#CALC!", "#CAMPO!"),
        *("#BLOCCATO!", "#CONNETTI!", "#SCONOSCIUTO!", "#ESTRAZIONE_DATI", "#OCCUPATO!", "#PYTHON!", "#N/A", "#VALUE!"),
        *("#NAME?", "#REF!", "#NULL!", "#SPILL!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#GETTING_DATA"),
        *("#BUSY!", "#ERROR!", "#ERR!", "#ND", "#NV", "#VALORE", "#NOME", "#RIF", "#REF", "#VALUE", "#DIV/0", ERRORE),
    )
)
"""How Excel, in Italian and in English, Calc and Google's sheets say that a formula has no result."""
_SHOWN: Final = {
    "#N/A": "#N/D",
    "#VALUE!": "#VALORE!",
    "#NAME?": "#NOME?",
    "#REF!": "#RIF!",
    "#NULL!": "#NULLO!",
    "#SPILL!": "#ESPANSIONE!",
    "#FIELD!": "#CAMPO!",
    "#BLOCKED!": "#BLOCCATO!",
    "#CONNECT!": "#CONNETTI!",
    "#UNKNOWN!": "#SCONOSCIUTO!",
    "#GETTING_DATA": "#ESTRAZIONE_DATI",
    "#BUSY!": "#OCCUPATO!",
}
"""How Excel in Italian shows the errors of a workbook, which are English whatever the language is."""
_NOTHING: Final = frozenset(
    {"nan", "NaN", "NaT", "<NA>", "None", "NULL", "null", "undefined", "[object Object]", "(vuoto)", "(blank)"}
)
"""What programs write where there is nothing."""
_INSTEAD: Final = frozenset(
    (
        *("idem", "id.", "c.s.", "cs.", "come sopra", '"', "''", "'", "”", "“", "„", "«", "»", "〃", "//", "///", '""'),
        *("n.d.", "n/d", "n.d", "n.p.", "n.a.", "n/a", "da definire", "da completare", "da compilare", "da inserire"),
        *(
            "da verificare",
            "verificare",
            "da controllare",
            "tbd",
            "tba",
            "todo",
            "omissis",
            "[omissis]",
            "(omissis)",
            "…",
            "[…]",
            "...",
            "vedi nota",
        ),
        *("loading...", "loading…", "loading", "caricamento...", "caricamento…", "caricamento in corso…"),
        *("caricamento in corso...", "caricamento in corso", "in caricamento...", "in caricamento…"),
        *("v. nota", "vedi sopra", "v. sopra", "scegli", "selezionare", "seleziona"),
    )
)
"""What people write in the place of a value, ditto marks included; in small letters."""
_SIGNS_INSTEAD: Final = re.compile(r"\?+|x{3,}|_{2,}|\.{2,}|-{2,}\s*\w+(?:\s\w+)*\s*-{2,}|-{2,}|={2,}", re.IGNORECASE)
_SOME_INSTEAD: Final = frozenset("?xX_.-=")
"""How those begin."""
_LONGEST_INSTEAD: Final = 30
_LOST: Final = re.compile(r"[^\W\d_]\?[^\W\d_]")
"""A question mark between two letters."""
_DOUBLED: Final = re.compile(r"[^\W\d_](?:''|’’)[^\W\d_]")
"""An apostrophe as a data base writes it within quotes."""
_UTF8_A: Final = re.compile("[a-z]Ã(?:\\s|$)")
"""«à» read twice, when the blank that cannot be broken has become another: no word ends so, unless in capitals."""
_TURNED: Final = "\u202b", "\u202e"
"""What makes a text be seen from right to left."""
_BLANK: Final = re.compile(r"\{\{.*\}\}|«\w+»|<<\w+>>|\$\{\w+\}")
"""The place of a value in a letter to be filled in."""
_CALC: Final = re.compile(r"(?:Err:|Errore:|#Err)\s?\d{3}", re.IGNORECASE)
_NARROW: Final = re.compile("#{3,}")
_ENTITY: Final = re.compile(r"&(?:#\d{2,5}|#x[0-9A-Fa-f]{2,5}|[A-Za-z]{2,8});")
_RUN: Final = re.compile(r"[^\x00-\x7f]{2,}")
_AS: Final = ("cp1252", "cp850", "mac_roman")
"""How UTF-8 may have been read, once too many."""
_STARTS: Final = frozenset({*"#Ee \t<[({$", *(word[0] for word in _NOTHING)})
"""How those begin: most texts do not, and are not looked at further."""
_MIXED: Final = re.compile("[A-Za-z][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][A-Za-z]")
_BOXES: Final = re.compile("[\u2500-\u259f]")
_PUNCTUATION: Final = "\u2018\u2019\u201a\u201c\u201d\u201e\u2013\u2014\u2026\u2022\u20ac\u2039\u203a"
_LAST: Final = 0x17F
"""Of the letters of European names, the last."""


def sospetto(testo: str, nome: str = "") -> str | None:
    """Return why a text is not what somebody typed, remedy included; None when it may be.

    `nome` is the last step to it: a name of a person holds less than other texts.
    """
    if (why := _as_text(testo)) is None and len(testo) <= _LONGEST_INSTEAD:
        why = _instead(testo)
    if why is None and "?" in testo and "://" not in testo and _LOST.search(testo):
        why = (
            "Fra due lettere c’è un punto interrogativo, che sta al posto di una lettera persa: va scritta la lettera."
        )
    if why is None and ("''" in testo or "’’" in testo) and _DOUBLED.search(testo):
        why = "Fra due lettere l’apostrofo è scritto due volte: va lasciato una volta."
    return in_un_nome(testo.strip(VUOTI)) if why is None and nome in PERSONE else why


def in_italiano(errore: str) -> str | None:
    """Return an error of a workbook as it is seen, None of one that is not known."""
    return _SHOWN.get(errore, errore) if errore in _WORDS else None


def non_si_vede(testo: str) -> str | None:
    """Return what is told of a text with a character that cannot be seen, or was lost; None if it has none."""
    if "\ufffd" in testo:
        return "Al posto di una lettera c’è il segno \ufffd, di una lettera persa in una conversione: va riscritta."
    if any(c in INVISIBILI or category(c) == "Cf" for c in testo.strip(VUOTI)):
        return "C’è un carattere che non si vede: va cancellata la cella, e riscritto il testo a mano."
    return None


def _instead(text: str) -> str | None:
    word = text.strip(VUOTI)
    if word.casefold() in _INSTEAD or (word[:1] in _SOME_INSTEAD and _SIGNS_INSTEAD.fullmatch(word)):
        return f"«{word}» sta al posto di un valore: va scritto il valore, anche se è quello della riga sopra."
    return None


def _as_text(testo: str) -> str | None:
    if testo.isascii():
        if testo[:1] in _STARTS and (why := _error(testo)):
            return why
        return _entity(testo) if "&" in testo else None
    if any(sign in testo for sign in _TURNED):
        return "Nel testo c’è un segno che non si vede e ne rovescia l’ordine: va riscritto a mano."
    if (found := _twice(testo)) is not None:
        return found
    if _MIXED.search(testo):
        return "In una parola ci sono insieme lettere latine e di un altro alfabeto, che sembrano uguali: va riscritta."
    return _error(testo) or _entity(testo)


def _error(text: str) -> str | None:
    word = text.strip(VUOTI)
    if word.upper() in _WORDS or _CALC.fullmatch(word):
        return f"La cella contiene un errore ({word}), non un valore: va corretta la formula, o scritto il valore."
    if word in _NOTHING:
        return f"«{word}» è ciò che un programma scrive dove non c’è nulla: va scritto il valore, o svuotata la cella."
    if _BLANK.fullmatch(word):
        return "La cella contiene il segnaposto di un modello da compilare: va scritto il valore."
    if _NARROW.fullmatch(word):
        return (
            "La cella contiene solo cancelletti: la colonna del foglio era stretta; va allargata, e salvato di nuovo."
        )
    return None


def _entity(text: str) -> str | None:
    found = _ENTITY.search(text)
    if found is None:
        return None
    return f"{found[0]} sta al posto di un carattere, come nelle pagine web: va scritto il carattere."


@lru_cache(1024)
def _run_read_twice(run: str) -> str | None:
    for encoding in _AS:
        try:
            # what cp1252 does not have, programs leave as it is
            raw = b"".join(_byte(c, encoding) for c in run)
            again = raw.decode("utf-8")
        except ValueError:
            continue
        if len(again) < len(run) and all(c <= chr(_LAST) or c in _PUNCTUATION for c in again):
            return encoding
    return None


def _byte(character: str, encoding: str) -> bytes:
    try:
        return character.encode(encoding)
    except UnicodeEncodeError:
        return character.encode("latin-1")


def _twice(text: str) -> str | None:
    """Return what is told of a text in UTF-8 that was read as something else."""
    if any(_run_read_twice(run) for run in _RUN.findall(text)) or _BOXES.search(text) or _UTF8_A.search(text):
        return (
            "Il testo è stato letto con una codifica sbagliata (era UTF-8, o una codifica di DOS o di Mac): le lettere"
            " accentate vanno riscritte, o il file va riesportato in UTF-8."
        )
    return None


def scritti(valore: Any, percorso: str = "") -> Iterator[tuple[str, str]]:
    """Yield the texts of a value as JSON has it, each with its path."""
    if isinstance(valore, str):
        yield percorso, valore
    elif isinstance(valore, dict):
        for name, inner in valore.items():
            yield from scritti(inner, f"{percorso}/{name.replace('~', '~0').replace('/', '~1')}")
    elif isinstance(valore, list):
        for place, inner in enumerate(valore):
            yield from scritti(inner, f"{percorso}/{place}")
