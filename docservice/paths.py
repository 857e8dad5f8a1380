"""Where the files that are not Python live: beside the package in the repository, inside it in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    """Return the folder `name` of the repository, or its copy under `docservice/_data` once installed."""
    packed = _PACKAGE / "_data" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name


TEMPLATES = _folder("templates")
SCHEMAS = _folder("schemas")
