"""The command `docservice`.

`main(["modelli"])` lists the document types. What may be interrupted by hand is so from here on, imports included.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command, with the arguments of this process unless told; return its exit code."""
    try:
        if argv is None and sys.argv[1:2] == ["lotto"]:
            return _interruptible()
        from docservice.cli.comandi import main as run

        return run(argv)
    except KeyboardInterrupt:
        print("Interrotto.", file=sys.stderr)
        return 130


def _interruptible() -> int:
    """Run a command that has things to undo when it is interrupted."""
    from docservice.lotti.interruzione import arma, disarma

    arma()
    from docservice.cli.comandi import main as run

    code = run()
    disarma()
    return code
