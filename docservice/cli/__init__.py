"""The command `docservice`.

`main(["modelli"])` lists the document types. What may be interrupted by hand is so from here on, imports included.
"""

from __future__ import annotations

import os
import signal
import sys

TYPE_CHECKING = False  # without `typing`: until Ctrl-C is heeded, nothing is loaded
if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]


def _subito(number: int, _: object) -> None:
    """End at once: nothing has begun."""
    os.write(2, b"Interrotto.\n")
    os._exit(128 + number)


if sys.argv[1:2] == ["lotto"] and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    # Ctrl-C while this is loaded would be an error told to nobody's use
    for _number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(_number, _subito)


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
    except Exception as error:  # noqa: BLE001 - a fault of ours is told without what it quotes
        from docservice.cli.guasto import racconta

        return racconta(error)


def _interruptible() -> int:
    """Run a command that has things to undo when it is interrupted."""
    from docservice.lotti.interruzione import arma, disarma

    arma()
    from docservice.cli.comandi import main as run

    code = run()
    disarma()
    return code
