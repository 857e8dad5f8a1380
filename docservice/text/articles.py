"""The article, alone or joined to a preposition, before the name of a body: told by the word that its name begins with.

`articolata("di", "Regione Lombardia")` → «della », `articolata("in", "Associazione industriali")` → «nell’»; before a
name of which nothing is known, «Confindustria Lecco», the preposition alone: «di ».
"""

from __future__ import annotations

import re

_ONE_F, _ONE_M, _MANY_F, _MANY_M = range(4)
_WORDS = {
    _ONE_F: """
        regione provincia città giunta direzione amministrazione confederazione federazione camera prefettura questura
        procura commissione sottocommissione delegazione segreteria sede struttura divisione società fondazione cassa
        banca compagnia cooperativa confraternita lega alleanza casa comunità protezione rappresentanza associazione
        unione agenzia azienda area organizzazione unità autorità capitaneria impresa sala aula
        cgil cisl uil ugl rsu rsa rsb arifl anpal anas arpa asl ats asst cciaa cna ugc
        dott.ssa dottoressa prof.ssa professoressa sig.ra signora
        ass. assoc. conf. coop. dir. fed. org. prov. reg. soc.
    """,
    _ONE_M: """
        ministero governo comune comitato consiglio comando centro gruppo consorzio coordinamento dipartimento settore
        servizio sindacato collegio tribunale patronato ispettorato ufficio ente istituto assessorato ordine studio
        sportello stabilimento genio palazzo
        ministro presidente prefetto questore sindaco assessore commissario dirigente direttore
        dott. dr. dottor prof. professor sig. signor rag. geom. avv. ing. arch.
        inps inail itl inl
        dip. min. uff. ist.
    """,
    _MANY_F: "associazioni cooperative organizzazioni rappresentanze",
    _MANY_M: "comuni enti sindacati studi uffici vigili",
}
"""Words that names begin with, by number and gender."""
_KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_VOWEL = re.compile("[aeiouàèéìòù]")
_HARD = re.compile("(s[^aeiou]|z|gn|ps|x|y)")
_SPOKEN = frozenset(["rsu", "rsa", "rsb", "cgil", "cisl", "uil", "ugl"])
"""Acronyms that take the article of the word they stand for, whatever letter they begin with."""
_JOINED = {"": "", "di": "de", "a": "a", "da": "da", "in": "ne", "su": "su"}
_ENDINGS = {"il ": "l ", "lo ": "llo ", "la ": "lla ", "l’": "ll’", "le ": "lle "}
"""Articles that are not themselves once joined."""


def articolata(preposizione: str, nome: str) -> str:
    """Return what stands before the name of a body: the preposition joined to its article, and the space if any."""
    article = _article(re.split(r"[\s(,]", nome.strip(" «“\"‘'"), maxsplit=1)[0].lower())
    if not article:
        return f"{preposizione} " if preposizione else ""
    return _JOINED[preposizione] + _ENDINGS.get(article, article) if preposizione else article


def _article(word: str) -> str:
    """Return the article of the word that a name begins with, the space included; "" of one not known."""
    kind = _KINDS.get(word)
    opens = bool(_VOWEL.match(word)) and word not in _SPOKEN
    if kind is None:
        return ""
    if kind in (_MANY_F, _MANY_M):
        return "le " if kind == _MANY_F else "gli " if opens or _HARD.match(word) else "i "
    if opens:
        return "l’"
    return "la " if kind == _ONE_F else "lo " if _HARD.match(word) else "il "
