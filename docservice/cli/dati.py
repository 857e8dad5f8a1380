"""The files that a command reads and writes; `-` stands for the standard input, or the standard output.

`leggi_dati("accordo.json", None)` → the id of the model that the file tells, its data, and the faults of their writing.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from docservice.cli import schermo
from docservice.cli.uscite import Assente, Illeggibile, Uso
from docservice.formati.da_json import leggi_json
from docservice.formati.lettura import CorpoIllegibile, Errore
from docservice.law.italiano import minuscola
from docservice.modelli.catalogo import catalogo, modello

_PERCHE: Final = {
    errno.ENOSPC: "lo spazio è esaurito, va liberato",
    errno.EDQUOT: "lo spazio è esaurito, va liberato",
    errno.EACCES: "non è permesso, va scelto un altro posto, o vanno cambiati i permessi",
    errno.EPERM: "non è permesso, va scelto un altro posto, o vanno cambiati i permessi",
    errno.EROFS: "è in sola lettura, va scelto un altro posto",
    errno.ENOENT: "la cartella non esiste, va creata, o va corretto il nome",
    errno.ENOTDIR: "la cartella non esiste, va creata, o va corretto il nome",
    errno.EISDIR: "è una cartella, va indicato un file",
    errno.EEXIST: "c’è già qualcosa con quel nome, va scelto un altro nome",
    errno.EFBIG: "è troppo grande, va scelto un altro posto, o va alzato il limite (ulimit -f)",
    errno.ENAMETOOLONG: "il nome è troppo lungo, va accorciato",
    errno.EMFILE: "sono aperti troppi file, va alzato il limite (ulimit -n)",
    errno.EIO: "il disco non risponde, va controllato",
}
"""Why a file cannot be read or written, and what to do."""
_NON_DATI: Final = {
    b"%PDF": "un PDF (se è stato fatto qui, i suoi dati sono nell’allegato dati.json)",
    b"PK\x03\x04": "un documento di Word, un foglio di calcolo o un archivio compresso",
    b"\xd0\xcf\x11\xe0": "un documento di Word o un foglio di calcolo di un vecchio Office",
    b"{\\rtf": "un documento RTF",
    b"\x89PNG": "un’immagine",
    b"\xff\xd8\xff": "un’immagine",
    b"\x1f\x8b": "un archivio compresso",
}
"""How files begin that a person may send in the place of data."""
_BINARI: Final = (b"%PDF", b"PK\x03\x04")
_STREAM: Final = "-"


def perche(error: OSError) -> str:
    """Return why a file cannot be read or written, in words, with the remedy."""
    return _PERCHE.get(error.errno or 0, f"errore {error.errno} del sistema")


def leggi(name: str) -> bytes:
    """Return what a file holds."""
    if name == _STREAM:
        return _ingresso()
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise Assente(f"Il file {name} non esiste: va corretto il nome, o la cartella in cui ci si trova.") from None
    except IsADirectoryError:
        raise Assente(f"{name} è una cartella: va indicato un file.") from None
    except (OSError, ValueError) as error:
        why = perche(error) if isinstance(error, OSError) else "il nome non è valido"
        raise Assente(f"Il file {name} non si può leggere: {why}.") from None


def _ingresso() -> bytes:
    if sys.stdin is None:
        raise Assente("L’ingresso standard è chiuso: i dati vanno passati da lì, o va indicato un file.")
    if sys.stdin.isatty():
        told = "Si aspettano i dati: si incollano qui, e si finisce con Ctrl-D a capo (Ctrl-C per rinunciare)."
        schermo.di(told, tinta=schermo.GIALLO)
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise Assente(f"L’ingresso standard non si può leggere: {perche(error)}.") from None


def scrivi(place: Path, content: bytes) -> None:
    """Write a file whole, or leave what was there."""
    if str(place) == _STREAM:
        _sull_uscita(content)
        return
    if place.is_dir():
        raise Assente(f"Il file {place} non si può scrivere: {_PERCHE[errno.EISDIR]}.")
    draft = place.with_name(f".{place.name}.{os.getpid()}.parte")
    try:
        if place.exists() and not place.is_file():
            place.write_bytes(content)  # a device, say
            return
        draft.write_bytes(content)
        draft.replace(place)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise Assente(f"Il file {place} non si può scrivere: {perche(error)}.") from None


def _sull_uscita(content: bytes) -> None:
    if sys.stdout is None:
        raise Assente("L’uscita standard è chiusa: con -o va indicato un file.")
    if sys.stdout.isatty() and content.startswith(_BINARI):
        raise Uso("Non è un testo che il terminale possa mostrare: con -o va indicato un file, o aggiunto > file.")
    schermo.scrivi_byte(content)


def apri_cartella(place: Path) -> None:
    """Make a folder in which many files will be written, if it is not there."""
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        there = isinstance(error, FileExistsError | NotADirectoryError)
        why = "c’è già un file con quel nome, va scelta un’altra cartella con -o" if there else perche(error)
        raise Assente(f"La cartella {place} non si può creare: {why}.") from None


def valori(name: str, body: bytes) -> Any:
    """Return the values of a file of JSON."""
    where = _dove(name)
    if not body.strip():
        raise Illeggibile(f"{where} è vuoto: servono i dati, in JSON o XML.")
    for start, what in _NON_DATI.items():
        if body.startswith(start):
            raise Illeggibile(f"{where} è {what}: servono i dati, in JSON o XML.")
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Illeggibile(f"{where} è scritto in UTF-16: va salvato in UTF-8.")
    try:
        body.decode()
    except UnicodeDecodeError:
        raise Illeggibile(f"{where} non è testo UTF-8: va salvato in questa codifica.") from None
    try:
        return leggi_json(body)
    except CorpoIllegibile as error:
        raise Illeggibile(f"{where}: {minuscola(str(error))}") from None


def _dove(name: str) -> str:
    return "L’ingresso standard" if name == _STREAM else f"Il file {name}"


def leggi_dati(name: str, slug: str | None) -> tuple[str, Any, list[Errore]]:
    """Return model, data and the faults of their writing; JSON may say its own model, as that in a document does."""
    body = leggi(name)
    if not _is_xml(body):
        raw = valori(name, body)
        if isinstance(raw, dict) and isinstance(raw.get("modello"), str) and "dati" in raw:
            if slug not in {None, raw["modello"]}:
                told = f"{_dove(name)} è di {raw['modello']}, e --modello dice {slug}: va corretto uno dei due."
                raise Uso(told)
            return raw["modello"], raw["dati"], []
        if slug:
            return slug, raw, []
    if slug is None:
        raise Uso(f"Va detto il modello, con --modello: {', '.join(catalogo())}.")
    return slug, *_da_xml(name, body, modello(slug).schema, slug)


def leggi_quesito(name: str, schema: Any, slug: str) -> tuple[Any, list[Errore]]:
    """Return what a calculator is asked, and the faults of its writing."""
    body = leggi(name)
    return _da_xml(name, body, schema, slug) if _is_xml(body) else (valori(name, body), [])


def _da_xml(name: str, body: bytes, schema: Any, slug: str) -> tuple[Any, list[Errore]]:
    from docservice.formati.da_xml import leggi_xml

    if body.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html")):
        raise Illeggibile(f"{_dove(name)} è una pagina HTML: servono i dati, in JSON o XML.")
    try:
        return leggi_xml(body, schema(), slug)
    except CorpoIllegibile as error:
        raise Illeggibile(f"{_dove(name)}: {minuscola(str(error))}") from None


def _is_xml(body: bytes) -> bool:
    return body.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<")
