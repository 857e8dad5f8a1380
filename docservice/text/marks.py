"""The marks that end a sentence or an item, set by rule around what users wrote: one, and only one.

`without_end("Ferie già godute;", ".")` → «Ferie già godute», for a text that goes on with a full stop; of «Rossi & C.»
before a semicolon the point stays, since it is of the name; «perché?» takes the place of the full stop (`final`).
"""

from __future__ import annotations

import re

MARKS = frozenset(".;,:")
_SENTENCE = re.compile(
    r"((^|[^\w.])([a-zàèéìòù]{4,}|[A-ZÀÈÉÌÒÙ][a-zàèéìòù]{6,}|ore|due|tre|sei|poi|già|più)|[0-9%€)»”])\.$"
)
"""A point that ends a sentence: after a whole word or a figure, and not after «S.p.A.», «C.» or «ecc.»."""
_CLOSES = ("»", "”", '"')
_QUOTED = re.compile(r"([.;,:])([»”\"]+)$")
_ABBREVIATED = re.compile(r"(^|[^\w.])(artt|dott|sigg|spett|pagg|prof|geom|egr)\.$", re.IGNORECASE)


def ended(text: str) -> bool:
    """Say whether a text ends with a mark of its own, closing brackets left aside."""
    return bool(re.search(r"[.;,:!?…][»)\]”\"]?\s*$", text))


def without_end(text: str, mark: str) -> str:
    """Return a text to which the document adds `mark`, without the mark that its writer had put there."""
    bare = text.rstrip()
    if bare.endswith(_CLOSES) and (quoted := _QUOTED.search(bare)):
        start, inside, close = bare[: quoted.start()], quoted[1], quoted[2]
        return text if inside == "." and not _sentence(start + inside) else without_end(start, mark) + close
    if bare[-1:] in (";", ",", ":"):
        return without_end(bare[:-1], mark).rstrip() or text
    if not bare.endswith(".") or bare.endswith(".."):
        return text
    if mark == "." or _sentence(bare):
        return bare[:-1].rstrip() or text
    return text


def final(text: str) -> bool:
    """Say whether a text ends with a mark that takes the place of a full stop."""
    return text.rstrip().endswith(("?", "!", "…", ".."))


def _sentence(text: str) -> bool:
    return bool(_SENTENCE.search(text)) and not _ABBREVIATED.search(text)
