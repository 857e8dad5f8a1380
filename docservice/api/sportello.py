"""What is done at each call on the lotti (`lotti.py`): the only module of the API that opens the store.

It is loaded at the first of those calls, with the libraries of the database.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from flask import Response, current_app, jsonify, request, send_file

from docservice.api.lotti import LONGEST_KEY, PER_PAGINA
from docservice.api.media import BYTE, tipo_media
from docservice.api.modelli import SI
from docservice.api.modulo import con_tabella, difetto
from docservice.api.problems import RETRY, Problema
from docservice.api.soglia.accetta import accetta
from docservice.api.soglia.smarriti import LOTTO_ASSENTE
from docservice.api.soglia.trasporto import indirizzo
from docservice.fila import Fila, Occupato
from docservice.formati.lettura import DatiIlleggibili, Errore
from docservice.lotti.invio import UnioneImpossibile, invia
from docservice.lotti.lotto import errori as tabella_con_errori
from docservice.lotti.stato import riga, stato
from docservice.lotti.unione import risultato
from docservice.modelli.catalogo import catalogo
from docservice.service import DA_FIRMARE, UNIONI, ZIP
from docservice.store import ingresso, lotti
from docservice.store.base import Magazzino
from docservice.store.privati import cartella
from docservice.store.pulizia import dimentica
from docservice.store.schema import StatoLotto
from docservice.tabelle.foglio import NASCOSTE

_PAROLE = {"modello": tuple(catalogo()), "formato": DA_FIRMARE, "unione": UNIONI, "nascoste": NASCOSTE}
"""Fields of the form that are one of some words."""
_SOLITE = {"formato": DA_FIRMARE[0], "unione": UNIONI[0]}
"""What they are when absent; without the first there is nothing to make."""
_LUNGHE = Fila(1, 2)
"""Who asks for all the rows of a lotto: seconds of processor, when they are many."""
_ATTESA = 20.0
"""Seconds for which they wait for their turn."""
CODA = 20
"""Tables that may wait to be examined."""
_IN_CORSO = "Il lotto è ancora in corso: va chiesto di nuovo quando `stato` è «pronto»."
_RIPRESO = "Il lotto è stato annullato: va ripreso con POST all’indirizzo che finisce in /ripresa."
_CORRETTA = "Va inviata la tabella corretta, come lotto nuovo."
_SENZA_RISULTATO: dict[str, str] = {
    StatoLotto.IN_CORSO: _IN_CORSO,
    StatoLotto.PRONTO: f"Nessuna riga è diventata un documento: /righe dice perché. {_CORRETTA}",
    StatoLotto.ANNULLATO: _RIPRESO,
    StatoLotto.FALLITO: f"Il lotto è fallito, e `errori` dice perché. {_CORRETTA}",
}
"""Why there is no result, and what to do, by what the lotto has become."""
_SENZA_ERRORI: dict[str, str] = {
    StatoLotto.IN_CORSO: _IN_CORSO,
    StatoLotto.PRONTO: "Questo lotto non ha errori né avvisi: non c’è nulla da correggere.",
    StatoLotto.ANNULLATO: _RIPRESO,
    StatoLotto.FALLITO: f"La tabella non si è potuta leggere: i suoi difetti sono in `errori` del lotto. {_CORRETTA}",
}
"""Why there is no table with its faults marked, and what to do."""
_FERMI: dict[str, str] = {
    StatoLotto.IN_CORSO: "Il lotto è già in corso, e non ha righe fallite: va aspettato.",
    StatoLotto.PRONTO: (
        "Nessuna riga è fallita o annullata: non c’è nulla da rifare. Le righe errate vanno corrette nella tabella, da"
        " inviare come lotto nuovo."
    ),
}
"""Why nothing is made again."""


def magazzino() -> Magazzino:
    """Return the store of this process, opening it at the first call."""
    kept: dict[str, Magazzino] = current_app.extensions.setdefault("magazzino", {})
    if "aperto" not in kept:
        kept["aperto"] = Magazzino(Path(current_app.config.get("DATI") or cartella()))
    return kept["aperto"]


def nuovo(nascoste: str | None = None) -> Response:
    """Take a table in charge: check the form, keep the file; the engine examines it.

    `nascoste`, what to do with what is hidden in it, may be said in the query or in the form.
    """
    fields, faults = con_tabella(_PAROLE, _SOLITE, ["modello"])
    key = request.headers.get("Idempotency-Key")
    if key is not None and not 1 <= len(key) <= LONGEST_KEY:
        told = f"Può avere da 1 a {LONGEST_KEY} caratteri, va corretta."
        faults.append(Errore("/Idempotency-Key", told, "Idempotency-Key"))
    if faults:
        raise DatiIlleggibili(faults)
    try:
        made = invia(
            magazzino(),
            fields["modello"],
            fields["file"],
            comune=fields["comune"],
            formato=fields["formato"],
            unione=fields["unione"],
            nascoste=fields.get("nascoste", nascoste),
            chiave=key,
            coda=CODA,
        )
    except UnioneImpossibile as error:
        raise DatiIlleggibili([difetto("unione", str(error))]) from None
    except ingresso.ChiaveUsata:
        raise Problema(
            409, "chiave-usata", "Questa Idempotency-Key è già stata usata con altri dati: ne serve una nuova."
        ) from None
    except ingresso.CodaPiena:
        raise Occupato(RETRY) from None
    return _taken(made)


def uno(lotto: str) -> Response:
    """Say how far a lotto has come; once it is ready, where its result is."""
    told = _told(lotto)
    answer = jsonify(told)
    if "risultato" in told["links"]:
        answer.status_code = 303
        answer.headers["Location"] = told["links"]["risultato"]
    return answer


def annulla(lotto: str) -> Response:
    """Cancel a lotto in progress; forget one that is over."""
    _told(lotto)
    if dimentica(magazzino(), lotto):
        answer = Response(status=204)
        del answer.headers["Content-Type"]
        return answer
    lotti.annulla(magazzino(), lotto)
    return jsonify(_told(lotto))


def ripresa(lotto: str) -> Response:
    """Set the failed and cancelled rows going again."""
    told = _told(lotto)
    try:
        again = lotti.riprova(magazzino(), lotto)
    except lotti.NonRiprendibile:
        raise Problema(
            409,
            "non-riprendibile",
            "Questo lotto non ha righe da rifare: la sua tabella non è stata esaminata, o ha difetti. Va inviata la"
            " tabella corretta, come lotto nuovo.",
        ) from None
    if not again and told["stato"] in _FERMI:
        raise Problema(409, "non-riprendibile", _FERMI[told["stato"]])
    return _taken(lotto)


def righe(lotto: str, query: Mapping[str, Any]) -> Response:
    """Say what each row came to, a page at a time."""
    _told(lotto)
    page, size = query.get("pagina", 1), query.get("per_pagina", PER_PAGINA)
    doubts = query.get("avvisi") == SI
    with _LUNGHE.posto(_ATTESA):
        total, rows = lotti.pagina(
            magazzino(), lotto, stato=query.get("stato"), avvisi=doubts, da=(page - 1) * size, quante=size
        )
        told = {"items": [riga(row) for row in rows], "totale": total, "pagina": page, "per_pagina": size}
    beside = {"self": page, "precedente": page - 1, "successiva": page + 1 if page * size < total else 0}
    links = {name: _pagina(lotto, query, number) for name, number in beside.items() if number}
    return jsonify(told | {"links": links})


def _pagina(lotto: str, query: Mapping[str, Any], number: int) -> str:
    """Return where a page of the rows asked for is."""
    return f"{indirizzo('lotti', lotto, 'righe')}?{urlencode({**query, 'pagina': number})}"


def esito(lotto: str) -> Response:
    """Give the documents back."""
    told = _told(lotto)
    if "risultato" not in told["links"]:
        raise Problema(404, "non-pronto", _SENZA_RISULTATO[told["stato"]])
    return _file(risultato(magazzino(), lotto, told["unione"]), f"{told['modello']}.{told['unione']}")


def errori(lotto: str) -> Response:
    """Give the table back, with the cells marked that are wrong, or in doubt."""
    told = _told(lotto)
    path = tabella_con_errori(magazzino(), lotto)
    if not path.exists():
        raise Problema(404, "non-trovato", _SENZA_ERRORI[told["stato"]])
    return _file(path, f"{told['modello']}-errori{path.suffix}")


def _told(lotto: str) -> dict[str, Any]:
    """Return a lotto as it travels; a problem 404 when there is none of that id."""
    found = stato(magazzino(), lotto)
    if found is None:
        raise Problema(404, "non-trovato", LOTTO_ASSENTE)
    home = indirizzo("lotti", lotto)
    links = {"self": home, "righe": f"{home}/righe"}
    if found["stato"] == StatoLotto.PRONTO and (found["unione"] == ZIP or found["righe"]["fatte"]):
        links["risultato"] = f"{home}/risultato"
    over = found["stato"] in (StatoLotto.ANNULLATO, StatoLotto.FALLITO)
    if found["righe"]["totale"] and (over or found["righe"]["fallite"]):
        links["ripresa"] = f"{home}/ripresa"
    if found["righe"]["errate"] or found["righe"]["con_avvisi"] or (found["righe"]["totale"] and "avvisi" in found):
        links["errori"] = f"{home}/errori"
    return {**found, "links": links}


def _taken(lotto: str) -> Response:
    told = _told(lotto)
    answer = jsonify(told)
    answer.status_code = 202
    answer.headers["Location"] = told["links"]["self"]
    return answer


def _file(path: Path, name: str) -> Response:
    answer = send_file(path, mimetype=accetta(tipo_media(name), BYTE), as_attachment=True, download_name=name)
    answer.headers["Cache-Control"] = "no-store"
    return answer
