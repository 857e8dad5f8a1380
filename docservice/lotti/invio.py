"""A file sent for a lotto: kept as it came, for the engine to examine; the one way in of every edge.

`invia(m, "did", contenuto, comune=b'{"luogo": "Milano", …}')` → the id of the lotto, whose table nobody has read yet.
"""

from __future__ import annotations

import secrets

from docservice import service
from docservice.modelli.catalogo import modello
from docservice.store import ingresso
from docservice.store.base import Magazzino
from docservice.store.carichi import Carico


class UnioneImpossibile(ValueError):  # noqa: N818 - in the words of the field
    """The documents cannot be joined as asked; the message says what can be done."""


def nuovo_id() -> str:
    """Return an id for a lotto that is to be sent: who must cancel it, at any moment, knows it before."""
    return secrets.token_hex(16)


def invia(  # noqa: PLR0913 - what a lotto is, all by name
    m: Magazzino,
    slug: str,
    contenuto: bytes,
    *,
    comune: bytes = b"{}",
    formato: str = service.DA_FIRMARE[0],
    unione: str = service.ZIP,
    nascoste: str | None = None,
    chiave: str | None = None,
    coda: int | None = None,
    id_: str | None = None,
) -> str:
    """Enter the lotto of a file; return its id, which is `id_` unless the key came before.

    `comune`, the JSON of what all rows share, is an object; `nascoste` is what to do with what is hidden in the table.
    Raises `UnioneImpossibile`, `ModelloIgnoto`, `ChiaveUsata`, `CodaPiena`.
    """
    if unione == service.PDF != formato:
        raise UnioneImpossibile("In un solo PDF si uniscono i documenti in formato pdf: va scelto quello, o «zip».")
    kind = {"modello": modello(slug).id, "formato": formato, "unione": unione}
    return ingresso.deposita(m, id_ or nuovo_id(), kind, Carico(contenuto, comune, nascoste), chiave=chiave, coda=coda)
