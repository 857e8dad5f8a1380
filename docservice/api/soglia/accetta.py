"""One rule for `Accept`, whatever is called: what a call makes is what it declares, and the client chooses among it.

Of a call that makes PDF, DOCX and HTML, in this order, `Accept: text/html;q=0.5, application/*` has the PDF; no header,
or `*/*`, the first; `Accept: image/png` a 406 that tells the three. `?formato=` comes before any header.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flask import Response, current_app, g, request

from docservice.api.parser import View, note
from docservice.api.problems import Problema

JSON = "application/json"
_FATTO = range(200, 300)
_RANGES = 50
"""Most entries of a header that are read."""


def tipi(view: View) -> tuple[str, ...]:
    """Return the media types that a call makes, as it declares them (`parser.py`), the first by default."""
    made = [
        str(more.get("content_type", JSON))
        for decorator, told, more in reversed(note(view))
        if decorator in ("response", "alt_response") and told[0] in _FATTO
    ]
    return tuple(dict.fromkeys(made))


def scegli(fatti: Sequence[str], chiesto: Iterable[tuple[str, float]]) -> str | None:
    """Return which of the media types that are made is preferred by ranges with their weights; None if none is."""
    ranges = [(one.partition(";")[0].strip().lower(), weight) for one, weight in list(chiesto)[:_RANGES]]
    if not ranges:
        return fatti[0]
    weights = {media: _peso(media, ranges) for media in fatti}
    best = max(fatti, key=weights.__getitem__)  # of equals, the first
    return best if weights[best] > 0 else None


def _peso(media: str, ranges: Sequence[tuple[str, float]]) -> float:
    """Return the weight of a media type: that of the narrowest range that holds it, as the RFC says."""
    kind = media.partition("/")[0]
    for name in (media, JSON if media.endswith("+json") else media, f"{kind}/*", "*/*"):
        found = [weight for one, weight in ranges if one == name]
        if found:
            return max(found)
    return 0.0


def accetta(*fatti: str) -> str:
    """Return which of these the request in hand prefers; raise a problem 406 that tells them when it wants none."""
    chosen = scegli(fatti, request.accept_mimetypes)
    if chosen is None:
        raise Problema(
            406,
            "formato-non-disponibile",
            f"Qui si può avere: {', '.join(fatti)}. L’intestazione Accept va corretta, o tolta.",
        )
    return chosen


def prima() -> None:
    """Choose, before a call, what it is to make; the address may say it, and is read by the call itself."""
    view = current_app.view_functions.get(request.endpoint or "")
    g.fatti = tipi(view) if view is not None else ()
    g.tipo = None
    if g.fatti and request.method != "OPTIONS" and "formato" not in request.args:
        g.tipo = accetta(*g.fatti)


def dopo(answer: Response) -> Response:
    """Say to caches that the answer follows from `Accept`, where it does."""
    if len(g.get("fatti", ())) > 1:
        answer.vary.add("Accept")
    return answer
