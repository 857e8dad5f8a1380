"""Whether the service can serve: that documents are made, which is most of it, and that lotti can be kept.

`{"stato": "degradato", "guasti": [{"parte": "archivio", "tipo": "pieno", "messaggio": "…"}], …}` when they are made and
the disk is full; 503 when they are not made.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from flask import Response, current_app, jsonify

from docservice import __version__, service
from docservice.api.modelli import Niente
from docservice.api.parser import StrictBlueprint
from docservice.api.problems import MEDIA, RETRY, RETRY_AFTER, problem
from docservice.api.risposte.problema import ProblemSchema
from docservice.api.risposte.stato import Stato
from docservice.fila import Occupato
from docservice.modelli.catalogo import catalogo
from docservice.processi.faults import fault
from docservice.processi.log import LOG
from docservice.processi.renderer import RENDERER
from docservice.store.guasti import MESSAGGI, Guasto
from docservice.store.presenze import vivi
from docservice.store.privati import cartella
from docservice.store.salute import salute

FRESH = 30.0
"""Seconds for which a document that came out says that others do."""
_ABSENT = 15.0
"""Seconds for which the process that makes the lotti may be away: it is started again sooner."""
_FERMO = (
    "Nessuno produce i lotti: il processo che li fa non parte. Quelli inviati aspettano; il registro dice perché, e chi"
    " gestisce il servizio deve riavviarlo."
)
RECENT = 1.0
"""Seconds for which a look at the store is not repeated."""
PATIENCE = 0.4
"""Seconds for which an answer may wait to know more."""

blueprint = StrictBlueprint("status", __name__, url_prefix="/status", description="Lo stato del servizio")
_STARTING = "l’avvio, non ancora finito"


class _Prova(threading.Thread):
    """A document made in every format, to see whether that works; `guasto` is the part that fails, once it is over."""

    def __init__(self, limit: float) -> None:
        super().__init__(daemon=True)
        self.limit, self.over = limit, threading.Event()
        self.guasto: str | None = None

    def run(self) -> None:
        """Make them."""
        tipo = next(iter(catalogo().values()))
        try:
            for formato in service.FORMATI:
                self.guasto = f"la produzione dei documenti {formato.upper()}"
                document = service.atto(tipo.id, service.esempio(tipo.id))
                RENDERER.render(document, formato, bozza=False, limit=self.limit)
            self.guasto = None
        except Occupato:
            self.guasto = None  # it makes documents right now, each within its limit
        except Exception as error:  # noqa: BLE001 - whatever fails, the answer is that it fails
            found = fault(error)
            LOG.msg("errore", tipo=found.kind, dove=found.place)
        finally:
            self.over.set()


class Archivio:
    """Whether lotti can be kept, and are made: looked at once a second at most; who asks meanwhile is told the same."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made = time.monotonic()
        self._when = float("-inf")
        self._what: Guasto | None = None

    def guasto(self, folder: Path) -> Guasto | None:
        """Return what does not work."""
        if time.monotonic() - self._when > RECENT and self._lock.acquire(blocking=False):
            try:
                self._what = salute(folder)
                with suppress(OSError):  # no folder: nobody
                    if vivi(folder):
                        self._made = time.monotonic()
                self._when = time.monotonic()
            finally:
                self._lock.release()
        return self._what

    @property
    def fermo(self) -> bool:
        """Whether nobody has been there to make lotti for a while."""
        return time.monotonic() - self._made > _ABSENT


class Salute:
    """Whether documents are made: the last one that came out says so, else a trial, for which nobody waits long."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._prova: _Prova | None = None
        self._prima: str | None = _STARTING

    def prova(self, limit: float) -> _Prova:
        """Return the trial in hand, which begins if there is none."""
        with self._lock:
            if self._prova is None:
                self._prova = _Prova(limit)
                self._prova.start()
            return self._prova

    def guasto(self, limit: float) -> str | None:
        """Return the part that fails, None when all work; while a trial goes on, what was known before it."""
        if time.monotonic() - RENDERER.riuscito < FRESH:
            self._prima = None
            return None
        trial = self.prova(limit)
        if trial.over.wait(PATIENCE):
            self._prova, self._prima = None, trial.guasto
        return self._prima


_salute, _archivio = Salute(), Archivio()


def avvia(limit: float) -> None:
    """Begin to see whether documents are made, so that who asks first, whenever that is, is told."""
    _salute.prova(limit)


@blueprint.get("")
@blueprint.arguments(Niente, location="query")
@blueprint.response(200, Stato, description="Il servizio fa i documenti; i lotti, se non è degradato")
@blueprint.alt_response(
    503,
    content_type=MEDIA,
    schema=ProblemSchema,
    description="Una parte non funziona",
    headers=RETRY_AFTER,
)
def stato(query: Mapping[str, Any]) -> Response:
    """Dice se il servizio funziona: se i documenti si producono, e se ciò che resta si può scrivere."""
    del query
    failing = _salute.guasto(current_app.config["TEMPO_RESA"])
    if failing:
        answer = problem(503, "parte-guasta", f"Non funziona: {failing}. Si può riprovare fra {RETRY} secondi.")
        answer.headers["Retry-After"] = str(RETRY)
        return answer
    told: dict[str, Any] = {"stato": "attivo", "versione": __version__}
    broken = []
    if (found := _archivio.guasto(Path(current_app.config.get("DATI") or cartella()))) is not None:
        broken.append({"parte": "archivio", "tipo": found, "messaggio": MESSAGGI[found]})
    elif current_app.config.get("MOTORE") and _archivio.fermo:
        broken.append({"parte": "lotti", "tipo": "fermo", "messaggio": _FERMO})
    if broken:
        told |= {"stato": "degradato", "guasti": broken}
    return jsonify(told)
