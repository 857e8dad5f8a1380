"""What no name of a person holds: signs, figures, titles, brackets; each is told with what to write.

`in_un_nome("Sig.ra Binti")` says that the title is to be taken off; `in_un_nome("D’Amico")` is None.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from docservice.campi.caratteri import semplice
from docservice.formati.italiano import PAROLE_NO, PAROLE_SI
from docservice.law.generale.corrispondenza import Esito, esito
from docservice.modelli.persone import CODICE
from docservice.tabelle.testi.spezzati import spezzato

PERSONE: Final = frozenset({"cognome", "nome"})
"""The last step to what is a name of a person."""
_SIGN: Final = re.compile('[*#@=|;_<>\\\\†¢¨+~^{}!§°£€$%¬"«»“”`´•‣◦▪●○■□➢✓]|·(?![lL])')
_BRACKETS: Final = re.compile(r"[()\[\]]")
_TITLE: Final = re.compile(
    r"(?:sig|sigg|dott|dr|rag|ing|geom|avv|arch|prof|mr|mrs)\.\s?(?:ra|na|ri|ssa)?\b", re.IGNORECASE
)
_ITEM: Final = re.compile(r"^[-–—−.]|(?:[-–—−:]|\.{2,}|(?<=\w{3})\.)$")
"""What begins an item of a list, or ends a sentence: a point after a letter or two is that of an initial."""
_ASIDE: Final = re.compile(r"[,/]|\s[-–—]\s")
"""What parts a name from what is noted beside it, or from another name."""
_OF_MARRIAGE: Final = frozenset(("in", "nata", "nato", "ved", "vedova", "vedovo", "coniugata", "coniugato"))
"""Words after which the name of somebody else begins; as the last of a name, or after a particle, they are its own."""
_OF_WORK: Final = frozenset(
    (
        *("cessato", "cessata", "dimesso", "dimessa", "dimissioni", "licenziato", "licenziata", "pensionato"),
        *("pensionata", "pensione", "deceduto", "deceduta", "sospeso", "sospesa", "distaccato", "distaccata"),
        *("distacco", "trasferito", "trasferita", "maternità", "maternita", "malattia", "infortunio", "aspettativa"),
        *("congedo", "ferie", "rsu", "rsa", "rls", "apprendista", "stagista", "tirocinante", "somministrato"),
        *("somministrata", "interinale", "cig", "cigo", "cigs", "cds", "operaio", "operaia", "operai", "impiegato"),
        *("impiegata", "pt", "ft", "td", "ctd", "cti", "cs", "mat", "detto", "detta", "jr", "part-time", "full-time"),
    )
)
"""Words about somebody's work."""
_JOBS: Final = frozenset(("operaio", "operaia", "impiegato", "impiegata"))
"""Of those, the words that are no name even alone."""
_LETTERS: Final = 2
"""Letters of a name, at least."""
_TI: Final = "ti"
"""An employment without end, and a name in the East: it is noted where its letters are of another case."""
_TWO: Final = {"part": ("time",), "full": ("time",), "tempo": ("det", "ind", "parz", "pieno")}
"""Words that are noted beside a name with how the next one begins."""
_NOTED: Final = (
    "«{testo}» contiene la parola «{parola}», che sembra una nota e si stamperebbe con il nome: se non è del nome va"
    " tolta, con quello che la segue."
)
_PARTICLES: Final = frozenset(
    ("di", "de", "del", "della", "dello", "dei", "degli", "d", "da", "dal", "la", "lo", "li", "le", "san", "santa")
)


def in_un_nome(testo: str) -> str | None:  # noqa: PLR0911 - a case each
    """Return why a text is no name of a person, remedy included; None when it may be."""
    if testo.isalpha():
        return None
    if "?" in testo:
        return "Il punto interrogativo sta al posto di una lettera persa: va scritta la lettera."
    if any(c.isdigit() for c in testo):
        return "In un nome non ci sono cifre: va controllato se le celle della riga sono al loro posto."
    if found := _SIGN.search(testo):
        return (
            f"In un nome non c’è il segno {found[0]}: se rimanda a una nota va tolto, se sta per una lettera accentata"
            " o per un apostrofo va scritto quello."
        )
    if _BRACKETS.search(testo):
        return "In un nome non ci sono parentesi: vanno tolte, con quello che c’è dentro se non è del nome."
    if found := _ASIDE.search(testo):
        sign = found[0].strip()
        return (
            f"In un nome non c’è il segno «{sign}»: quello che è annotato accanto al nome va tolto; un cognome doppio"
            " si scrive con il trattino e senza spazi (Rossi-Bianchi); due persone vanno in due righe."
        )
    if found := _TITLE.match(testo):
        return f"«{found[0].strip()}» è un titolo, e non fa parte del nome: va tolto."
    if testo[0] in "'‘’" and testo[1:2].isalpha():
        return "Il nome comincia con un apostrofo, che i fogli mettono davanti a un testo: va tolto."
    if not any(map(str.isalpha, testo)):
        return "Qui serve un nome, e non c’è nessuna lettera: va scritto."
    return _at_the_ends(testo)


def _at_the_ends(testo: str) -> str | None:
    """Return what is told of a name that begins as an item of a list, or ends as a sentence."""
    found = _ITEM.search(testo)
    if found is None or _noted(testo) is not None:
        return None
    return f"Il nome {'finisce' if found.start() else 'comincia'} con «{found[0]}», che non ne fa parte: va tolto."


def sembra_nome(cella: Any) -> bool:
    """Say whether a cell may be a name: letters, more than one, and nothing that no name holds."""
    if not isinstance(cella, str) or len(word := semplice(cella)) < _LETTERS or in_un_nome(cella.strip()) is not None:
        return False
    return word.replace(" ", "").isalpha() and word not in PAROLE_SI + PAROLE_NO


def nomi_ripetuti(persone: Iterable[tuple[int, Mapping[str, Any]]]) -> Iterator[tuple[int, str]]:
    """Yield number and message of the rows whose surname holds the first name too, or the other way round."""
    for number, person in persone:
        surname, name = person.get("cognome"), person.get("nome")
        if not isinstance(surname, str) or not isinstance(name, str):
            continue
        short, long = sorted((semplice(surname).split(), semplice(name).split()), key=len)
        if short == long and esito(surname, name, str(person.get(CODICE))) is Esito.CONCORDE:
            continue  # Franco Franco, as his code says too
        if short and set(short) <= set(long) and not (set(long) - set(short) and set(long) - set(short) <= _PARTICLES):
            yield number, f"Cognome «{surname}» e nome «{name}» hanno parole in comune: vanno controllati."


def note_nei_nomi(persone: Iterable[tuple[int, Mapping[str, Any]]]) -> Iterator[tuple[int, str, str]]:
    """Yield number, member and message of the names with a word that seems noted beside them, or in their place."""
    for number, person in persone:
        for member in ("cognome", "nome"):
            text = person.get(member)
            if not isinstance(text, str):
                continue
            if (word := _noted(text)) is not None:
                yield number, member, _NOTED.format(testo=text, parola=word)
            elif (told := spezzato(text, member)) is not None:
                yield number, member, told


def _noted(text: str) -> str | None:
    if text.isalpha():
        return text if text.casefold() in _JOBS else None
    words = text.split()
    bare = [word.replace(".", "").casefold() for word in words]
    for place in range(1, len(words)):
        word, last = bare[place], place == len(words) - 1
        if word in _OF_WORK or (word in _OF_MARRIAGE and not last and bare[place - 1] not in _PARTICLES):
            return words[place]
        if word in _TWO and not last and bare[place + 1].startswith(_TWO[word]):
            return f"{words[place]} {words[place + 1]}"
        if word == _TI and ("." in words[place] or (words[place].isupper() and not words[0].isupper())):
            return words[place]
    return None
