"""How a command ends: the code that a script reads, and what a person is told when it cannot go on.

`raise Assente("Il file dati.json non esiste.")` ends the command with that sentence and code 4.
"""

from __future__ import annotations

CONFORME, NON_CONFORME, USO, ILLEGGIBILE, ASSENTE, RIPROVARE = range(6)
GUASTO, INTERROTTO = 70, 130

CODICI = {
    CONFORME: "fatto; di un documento, conforme (anche con avvisi)",
    NON_CONFORME: "documento non conforme; lotto con righe da correggere",
    USO: "comando o impostazione da correggere",
    ILLEGGIBILE: "dati o tabella che non si possono leggere",
    ASSENTE: "file che manca, o che non si può leggere o scrivere",
    RIPROVARE: "lotto rimasto a metà, o archivio occupato o guasto: si ripete il comando",
    GUASTO: "errore del programma",
    INTERROTTO: "interrotto (Ctrl-C)",
}
"""What each code means: the help and the README tell it."""


class Fermo(Exception):  # noqa: N818 - in the words of the field
    """The command cannot go on; its text says why and what to do."""

    codice = USO


class Uso(Fermo):
    """The command, as it was written, cannot be done."""


class Illeggibile(Fermo):
    """The data are not such."""

    codice = ILLEGGIBILE


class Assente(Fermo):
    """A file is not there, or cannot be read or written."""

    codice = ASSENTE
