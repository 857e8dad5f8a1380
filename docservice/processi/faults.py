"""What goes wrong in a process, told without the data: a fault of ours by its kind and place, and a render that ended.

`fault(error)` of a `KeyError` raised in `text/data.py` → `RenderFault("KeyError", "…/text/data.py:131")`: what the
exception says may quote the data, so it goes neither in the log nor through a pipe.
"""

from __future__ import annotations


class TempoScaduto(Exception):  # noqa: N818 - in the words of the field
    """The render passed the limit, in seconds, and was ended."""

    def __init__(self, limit: float) -> None:
        super().__init__(f"resa oltre {limit:g} secondi")
        self.limit = limit


class ResaInterrotta(Exception):  # noqa: N818
    """The process that rendered died: out of memory, or by a fault of a library."""


class RenderFault(Exception):  # noqa: N818
    """A fault of ours while rendering: its kind and place."""

    def __init__(self, kind: str, place: str | None) -> None:
        super().__init__(kind, place)  # both, for the pipe
        self.kind, self.place = kind, place


def fault(error: BaseException) -> RenderFault:
    """Return kind and place of an exception."""
    if isinstance(error, RenderFault):
        return error
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return RenderFault(
        type(error).__name__, f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else None
    )
