"""The article, alone or joined to a preposition, before the name of a body: told by the word that its name begins with.

`articolata("di", "Regione Lombardia")` → «della », `articolata("in", "Associazione industriali")` → «nell’»; before a
name of which nothing is known, «Confindustria Lecco», the preposition alone: «di ».
"""

from __future__ import annotations

import re

_FEMININE = frozenset(
    [
        "regione",
        "provincia",
        "città",
        "direzione",
        "confederazione",
        "federazione",
        "camera",
        "prefettura",
        "commissione",
        "sottocommissione",
        "sede",
        "struttura",
        "società",
        "fondazione",
        "cassa",
        "cooperativa",
        "confraternita",
        "lega",
        "casa",
        "comunità",
        "cgil",
        "cisl",
        "uil",
        "ugl",
        "rsu",
        "rsa",
        "rsb",
        "associazione",
        "unione",
        "agenzia",
        "azienda",
        "area",
        "organizzazione",
        "unità",
        "autorità",
        "impresa",
        "arifl",
        "anpal",
        "ugc",
    ]
)
_MASCULINE = frozenset(
    [
        "ministero",
        "comune",
        "comitato",
        "centro",
        "gruppo",
        "consorzio",
        "dipartimento",
        "settore",
        "servizio",
        "sindacato",
        "collegio",
        "tribunale",
        "patronato",
        "ispettorato",
        "ufficio",
        "ente",
        "istituto",
        "assessorato",
        "ordine",
        "inps",
        "inail",
        "itl",
        "inl",
        "studio",
        "sportello",
        "stabilimento",
    ]
)
_VOWEL = re.compile("[aeiouàèéìòùAEIOUÀÈÉÌÒÙ]")
_HARD = re.compile("(s[^aeiou]|z|gn|ps|x|y)", re.IGNORECASE)
_SPOKEN = frozenset(["rsu", "rsa", "rsb", "cgil", "cisl", "ugl"])
"""Acronyms that take the article of the word they begin with, whatever letter they begin with."""
_JOINED = {"": "", "di": "de", "a": "a", "da": "da", "in": "ne", "su": "su"}


def articolata(preposizione: str, nome: str) -> str:
    """Return what stands before the name of a body: the preposition joined to its article, and the space if any."""
    word = re.split(r"[\s(,]", nome.strip(), maxsplit=1)[0]
    known = word.lower()
    joined = _JOINED[preposizione]
    if known not in _FEMININE | _MASCULINE:
        return f"{preposizione} " if preposizione else ""
    if _VOWEL.match(word) and known not in _SPOKEN:
        return f"{joined}ll’" if preposizione else "l’"
    if known in _FEMININE:
        return f"{joined}lla " if preposizione else "la "
    if _HARD.match(known):
        return f"{joined}llo " if preposizione else "lo "
    return f"{joined}l " if preposizione else "il "
