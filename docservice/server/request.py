r"""A request as it comes, read by waitress, and what of it is refused before the application sees it.

`Request(adj).received(b"GET / HTTP/1.1\r\nExpect: altro\r\n\r\n")` leaves an `error` whose code is 417.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from http import HTTPStatus

from waitress.parser import HTTPRequestParser, ParsingError, TransferEncodingNotImplemented
from waitress.task import ErrorTask

from docservice.api.problems import refusal
from docservice.processi.log import HEADERS, LOG, X_RICHIESTA, numerata

LINE, HEAD = 8190, 64 * 1024
"""Most bytes of the first line, and of it with the headers."""
PIECE = 4096
"""Bytes of a body in chunks that are read at once: what follows a chunk is copied for each."""
_IDLE = 16 * 1024
"""Bytes of a body in chunks that may say nothing of it, besides as many as the body's own."""
_CODING = re.compile(rb"\n[Tt][Rr][Aa][Nn][Ss][Ff][Ee][Rr]-[Ee][Nn][Cc][Oo][Dd][Ii][Nn][Gg][ \t]*:([^\r\n]*)")


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a request goes no further: the status of its answer."""

    code: int


class Request(HTTPRequestParser):  # type: ignore[misc]  # no stubs
    """A request, read piece by piece without waiting for the next."""

    completed: bool
    command = ""

    def received(self, data: bytes) -> int:
        """Take the next piece; return how much of it belongs to this request."""
        line = not self.headers_finished and b"\n" not in self.header_plus
        try:
            taken: int = super().received(data)
        except ValueError:
            # a length of thousands of digits, an address that is none
            self.refuse(HTTPStatus.BAD_REQUEST)
            return len(data)
        if line and not self.completed and b"\n" not in self.header_plus and len(self.header_plus) > LINE:
            self.refuse(HTTPStatus.REQUEST_URI_TOO_LONG)
        if self.chunked and self.body_bytes_received > 2 * len(self.body_rcv) + _IDLE:
            self.refuse(HTTPStatus.BAD_REQUEST)
        if self.error is not None:
            self.completed = True
        return taken

    def parse_header(self, header_plus: bytes) -> None:
        """Read the headers; raise `ParsingError` where two of them contradict each other."""
        codings = _CODING.findall(header_plus)
        super().parse_header(header_plus)
        if codings and (self.version != "1.1" or codings[1:] or codings[0].strip(b" \t").lower() != b"chunked"):
            raise TransferEncodingNotImplemented("codifica")
        if self.version not in ("1.0", "1.1"):
            raise ParsingError("versione")
        if self.proxy_netloc and self.proxy_netloc.lower() != self.headers.get("HOST", "").lower():
            raise ParsingError("due nomi")
        if len(self.first_line) > LINE:
            self.refuse(HTTPStatus.REQUEST_URI_TOO_LONG)
        if self.chunked and "CONTENT_LENGTH" in self.headers:
            raise ParsingError("due lunghezze")
        if self.headers.get("EXPECT", "100-continue").lower() != "100-continue":
            self.refuse(HTTPStatus.EXPECTATION_FAILED)

    def refuse(self, status: int) -> None:
        """Go no further: what was sent is answered with a status."""
        self.error, self.completed = Refused(status), True

    @property
    def held(self) -> int:
        """Bytes of its body that are in memory."""
        return self.body_bytes_received if self.body_rcv is not None else 0


class Refusal(ErrorTask):  # type: ignore[misc]  # no stubs
    """The answer to what never reaches the application: a problem, as all the others, that quotes nothing."""

    def execute(self) -> None:
        """Write it."""
        status = self.request.error.code
        called = numerata()
        LOG.msg("richiesta", metodo=None, percorso=None, esito=status, client=self.channel.addr[0], richiesta=called)
        answer = refusal(status)
        self.status = answer.status
        headers = HEADERS | dict(answer.headers) | {X_RICHIESTA: called}
        headers.pop("Content-Length", None)
        self.response_headers.extend(headers.items())
        self.set_close_on_finish()
        body = answer.get_data()
        self.content_length = len(body)
        with contextlib.suppress(OSError):
            self.write(b"" if self.request.command == "HEAD" else body)
