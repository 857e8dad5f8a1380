"""The command `docservice`."""

from docservice.cli.comandi import main

__all__ = ["main"]
