"""D.Lgs. 14 settembre 2015, n. 148: wage integration while the job lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docservice.law.dlgs_148.generale.caso import Documento
    from docservice.law.tratti import Tratti


def caso(tratti: Tratti, dati: Mapping[str, Any]) -> Documento:
    """Return a document of the decree, as its rules see it."""
    # documents read words of the decree (causes, annexes) in modules below, and to list them no case is made
    from docservice.law.dlgs_148.generale.caso import Documento  # noqa: PLC0415

    return Documento(tratti, dati)
