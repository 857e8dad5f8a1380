"""The layout engine, set up once per process: shipped faces only, nothing fetched, no warning let pass.

`FontConfiguration` and what Pango caches behind it bear one thread at a time, so `PRESS` is held while laying out and
writing. Whoever wants speed takes processes.
"""

from __future__ import annotations

import atexit
import gc
import logging
import os
from base64 import b64decode
from contextlib import ExitStack, contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import RLock
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import fromstring

from cssselect2 import ElementWrapper  # type: ignore[import-untyped]
from PIL.ImageCms import ImageCmsProfile, createProfile

from docservice.render.errors import RenderError
from docservice.render.html import style
from docservice.render.libraries import by_file_name

with by_file_name():
    from weasyprint import CSS, HTML, Attachment
    from weasyprint.css import ColorProfile
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["FACES", "FONTS", "Attachment", "press", "strict"]

FONTS = Path(__file__).resolve().parent / "fonts"
FACES = frozenset({"Source Serif 4 SmText", "Source Sans 3", "Liberation Serif", "Liberation Sans", "DejaVu Sans"})
PRESS = RLock()

_heard: ContextVar[list[str] | None] = ContextVar("heard", default=None)
_pictures: ContextVar[frozenset[str]] = ContextVar("pictures", default=frozenset())
_SHOWN = 200  # characters of an address that a message repeats
_INKS = "srgb"  # name of the colour profile, as the engine knows it
_VERSION, _DATE = slice(8, 12), slice(24, 36)  # where the head of a colour profile has them
_LOGGER = logging.getLogger("weasyprint")


class Sealed(URLFetcher):  # type: ignore[misc]  # no stubs
    """Fetcher that fetches nothing: the page holds all it needs, the faces come from `FONTS`.

    Of the addresses that are data, it reads those of the pictures that this render was told of.
    """

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Stop the render, or return a picture that the page holds."""
        del headers
        kind, _, content = url.removeprefix("data:").partition(";base64,")
        if url not in _pictures.get():
            raise FatalURLFetchingError(f"risorsa esterna rifiutata: {url[:_SHOWN]}")
        return URLFetcherResponse(url, b64decode(content), {"Content-Type": kind})


class Parsed(HTML):  # type: ignore[misc]  # no stubs
    """Our own page, which is XML too: read in a tenth of the time that an HTML parser takes."""

    def __init__(self, text: str, fetcher: Sealed) -> None:
        """Do what the parent does with the tree of its parser; `text` is made by `html.page`."""
        self.base_url, self.url_fetcher, self.media_type = None, fetcher, "print"
        root = fromstring(text)  # noqa: S314  # not from outside
        self.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element


class Inks(ColorProfile):  # type: ignore[misc]  # no stubs
    """The sRGB profile of Little CMS, told by formulas: a sixth of one told by points, which each file would carry."""

    def __init__(self) -> None:
        """Make it, of no date and of the version that PDF/A-3 knows, so that it is always the same."""
        made = bytearray(ImageCmsProfile(createProfile("sRGB")).tobytes())
        made[_VERSION], made[_DATE] = b"\4\x20\0\0", bytes(_DATE.stop - _DATE.start)
        self._file = bytes(made)
        super().__init__(BytesIO(self._file), "", "relative-colorimetric", ("r", "g", "b"))

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        return self._file


@dataclass(frozen=True, slots=True)
class Press:
    """What every render shares: the faces, the parsed style sheet, the colours meant, the fetcher that refuses."""

    fonts: Any
    css: Any
    draft_css: Any
    inks: Any
    fetcher: Sealed

    def lay_out(
        self,
        html: str,
        *,
        bozza: bool = False,
        sheet: Any = None,
        pictures: frozenset[str] = frozenset(),
        **options: Any,
    ) -> Any:
        """Return the pages of `html`, a WeasyPrint document, on the house paper or by another sheet.

        `pictures` are the addresses of those that it holds. Call it inside `strict`.
        """
        token = _pictures.set(pictures)
        try:
            return Parsed(html, self.fetcher).render(
                font_config=self.fonts,
                stylesheets=[sheet or (self.draft_css if bozza else self.css)],
                color_profiles={_INKS: self.inks},
                presentational_hints=True,  # the widths of columns
                **options | {"output_intent": _INKS},
            )
        finally:
            _pictures.reset(token)

    def print_out(self, laid: Any, **options: Any) -> bytes:
        """Return the PDF of laid pages; call it inside `strict`."""
        # asked for sRGB here, the engine would open its profile once more and leave the file open
        printed: bytes = laid.write_pdf(**options | {"output_intent": "laid"})
        return printed


@cache
def press() -> Press:
    """Return the press of this process, making it at the first call; call it inside `strict`."""
    fonts, fetcher = _faces(), Sealed()
    css, draft_css = (CSS(string=style(bozza=bozza), font_config=fonts, url_fetcher=fetcher) for bozza in (False, True))
    # what belongs to Pango goes while the interpreter still stands: later, cffi frees it in any order and crashes
    atexit.register(_close)
    return Press(fonts, css, draft_css, Inks(), fetcher)


def _close() -> None:
    press.cache_clear()
    gc.collect()


def _faces() -> Any:
    """Return a font configuration that knows the shipped folder only; the environment is left as found."""
    with ExitStack() as during:
        told = {"FONTCONFIG_FILE": str(FONTS / "fonts.conf")}
        if not _cacheable():
            with suppress(OSError):
                told["XDG_CACHE_HOME"] = during.enter_context(TemporaryDirectory(prefix="docservice-"))
        before = {name: os.environ.get(name) for name in told}
        os.environ.update(told)
        try:
            return FontConfiguration()
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value


def _cacheable() -> bool:
    """Say whether Fontconfig may keep what it finds where it would; if nowhere it complains, at each process."""
    home, named = os.environ.get("HOME"), os.environ.get("XDG_CACHE_HOME")
    place = Path(named) if named else Path(home, ".cache") if home else Path()
    place = place if place.exists() else place.parent
    return bool(named or home) and place.is_dir() and os.access(place, os.W_OK)


@contextmanager
def strict() -> Iterator[None]:
    """Hold the press; raise `RenderError` if the engine says anything or asks for a resource."""
    said: list[str] = []
    with PRESS:
        if not any(isinstance(known, _Listen) for known in _LOGGER.filters):
            _LOGGER.setLevel(logging.WARNING)
            _LOGGER.addFilter(_Listen())
        token = _heard.set(said)
        try:
            yield
        except FatalURLFetchingError as error:
            raise RenderError(str(error)) from error
        finally:
            _heard.reset(token)
    if said:
        raise RenderError("; ".join(dict.fromkeys(said)))


class _Listen(logging.Filter):
    """Keep what the engine says while we render, out of the logs; let pass what it says to others."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Collect the record if this thread is rendering."""
        heard = _heard.get()
        if heard is None:
            return True
        if record.levelno >= logging.WARNING:
            heard.append(record.getMessage())
        return False
