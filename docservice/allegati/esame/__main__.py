"""The process that reads hostile files: they come on its input, what is wrong with each goes out as it is found.

The input is a line of JSON, `[[kind, bytes], …]`, then the files one after the other. The output is a line of JSON for
each: a list of words of `esame.MESSAGGI`.
"""

from __future__ import annotations

import json
import logging
import resource
import sys
from typing import Final

MEMORIA: Final = 512 * 1024 * 1024
"""Bytes of address space."""
PROCESSORE: Final = 20
"""Seconds of processor for all the files together, after which the system ends the process."""


def main() -> None:
    """Examine the files of the input."""
    for limit, most in (
        (resource.RLIMIT_AS, MEMORIA),
        (resource.RLIMIT_CPU, PROCESSORE),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))
    logging.disable()
    for kind, length in json.loads(sys.stdin.buffer.readline()):
        print(json.dumps(sorted(_esamina(kind, sys.stdin.buffer.read(length)))), flush=True)  # noqa: T201


def _esamina(kind: str, content: bytes) -> set[str]:
    try:
        if kind == "pdf":
            from docservice.allegati.esame import pdf  # noqa: PLC0415 - each costs a tenth of a second

            return pdf.esamina(content)
        from docservice.allegati.esame import immagini  # noqa: PLC0415

        return immagini.esamina(content, kind)
    except (MemoryError, RecursionError):
        return {"tempo"}
    except Exception:  # noqa: BLE001 - whatever a parser raises, the file is not one to keep
        return {"illeggibile" if kind == "pdf" else "immagine"}


if __name__ == "__main__":
    main()
