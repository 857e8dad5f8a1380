"""Which text, rules and figures made a document: content hashes, short and stable."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from docservice.modelli.catalogo import Modello
from docservice.paths import TEMPLATES

_LAW = Path(__file__).parent / "law"


@cache
def versioni(tipo: Modello) -> dict[str, str]:
    """Return `{"testo", "regole", "parametri"}` for a document type, 16 hexadecimal digits each."""
    own = (TEMPLATES / tipo.sorgente).parent.rglob("*.xml")
    return {
        "testo": _hash([*own, *(TEMPLATES / "condivise").rglob("*.*ml")], TEMPLATES),
        "regole": _hash(_LAW.rglob("*.py"), _LAW),
        "parametri": _hash(_LAW.rglob("*.yaml"), _LAW),
    }


def _hash(files: Iterable[Path], root: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
