"""Lotti: a table sent, its progress, its result, its wrong cells."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flask import Response, current_app, jsonify, request, send_file

from docservice.api import schemas
from docservice.api.corpi import MULTIPART
from docservice.api.modelli import Niente
from docservice.api.parser import StrictBlueprint
from docservice.api.problems import MEDIA, Problema, ProblemSchema
from docservice.campi.blocco import SCONOSCIUTO
from docservice.formati.da_json import leggi_json
from docservice.formati.lettura import CorpoIllegibile, DatiIlleggibili, Errore, passo
from docservice.lotti.invio import TabellaErrata, UnioneImpossibile, invia, tipo_media
from docservice.lotti.lotto import errori as tabella_con_errori
from docservice.lotti.stato import riga, stato
from docservice.lotti.unione import risultato
from docservice.modelli.catalogo import catalogo
from docservice.service import DA_FIRMARE, UNIONI, ZIP
from docservice.store import lotti
from docservice.store.base import Magazzino, cartella
from docservice.store.pulizia import dimentica
from docservice.store.schema import StatoLotto
from docservice.tabelle.difetto import CONDIVISI
from docservice.tabelle.foglio import TabellaIllegibile

_FAULT: dict[str, Any] = {"content_type": MEDIA, "schema": ProblemSchema}
_DOVE = {"Location": {"description": "L’indirizzo", "schema": {"type": "string", "maxLength": 200}}}
_LONGEST_KEY = 200
_BODY = {
    "required": True,
    "content": {
        MULTIPART: {
            "schema": {
                "type": "object",
                "required": ["modello", "file"],
                "properties": {
                    "modello": {"type": "string", "maxLength": 60},
                    "file": {"type": "string", "format": "binary"},
                    "formato": {"type": "string", "enum": list(DA_FIRMARE)},
                    "unione": {"type": "string", "enum": list(UNIONI)},
                    "comune": {"type": "string", "maxLength": 1_000_000},
                },
            }
        }
    },
}
_KEY = {
    "in": "header",
    "name": "Idempotency-Key",
    "description": "La stessa chiave con gli stessi dati dà lo stesso lotto",
    "schema": {"type": "string", "minLength": 1, "maxLength": _LONGEST_KEY},
}

blueprint = StrictBlueprint("lotti", __name__, url_prefix="/lotti", description="Molti documenti da una tabella")


def magazzino() -> Magazzino:
    """Return the store of this process, opening it at the first call."""
    kept: dict[str, Magazzino] = current_app.extensions.setdefault("magazzino", {})
    if "aperto" not in kept:
        kept["aperto"] = Magazzino(Path(current_app.config.get("DATI") or cartella()))
    return kept["aperto"]


_TEXTS = ("modello", "formato", "unione")
"""Fields that are never files."""


def _told(lotto: str) -> dict[str, Any]:
    """Return a lotto as it travels; a problem 404 when there is none of that id."""
    found = stato(magazzino(), lotto)
    if found is None:
        raise Problema(404, "non-trovato", "Questo lotto non c’è: l’indirizzo è sbagliato, o è passato il suo tempo.")
    home = f"lotti/{lotto}"
    links = {"self": home, "righe": f"{home}/righe"}
    if found["stato"] == StatoLotto.PRONTO and (found["unione"] == ZIP or found["righe"]["fatte"]):
        links["risultato"] = f"{home}/risultato"
    if found["stato"] in (StatoLotto.ANNULLATO, StatoLotto.FALLITO) or found["righe"]["fallite"]:
        links["ripresa"] = f"{home}/ripresa"
    if found["righe"]["errate"]:
        links["errori"] = f"{home}/errori"
    return {**found, "links": links}


@blueprint.post("")
@blueprint.arguments(Niente, location="query")
@blueprint.doc(requestBody=_BODY, parameters=[_KEY])
@blueprint.response(202, schemas.Lotto, description="Preso in carico", headers=_DOVE)
@blueprint.alt_response(400, **_FAULT, description="La richiesta non si può leggere")
@blueprint.alt_response(409, **_FAULT, description="La chiave è già stata usata con altri dati")
@blueprint.alt_response(413, **_FAULT, description="Il corpo è troppo grande")
@blueprint.alt_response(415, **_FAULT, description="Il corpo non è un modulo con un file")
@blueprint.alt_response(422, **_FAULT, description="La tabella non si può leggere, o ha difetti nell’insieme")
def nuovo(query: Mapping[str, Any]) -> Response:
    """Prende in carico una tabella: XLSX, CSV o JSON Lines, una riga per documento (o per persona dell’elenco)."""
    del query
    if request.mimetype != MULTIPART:
        raise Problema(415, "tipo-non-accettato", f"Il corpo va inviato come {MULTIPART}, con il file in «file».")
    fields, faults = _fields()
    key = request.headers.get("Idempotency-Key")
    if key is not None and not 1 <= len(key) <= _LONGEST_KEY:
        faults.append(Errore("/Idempotency-Key", f"La chiave può avere da 1 a {_LONGEST_KEY} caratteri."))
    if faults:
        raise DatiIlleggibili(faults)
    try:
        made, _ = invia(
            magazzino(),
            fields["modello"],
            request.files["file"].read(),
            condivisi=fields["comune"],
            formato=fields["formato"],
            unione=fields["unione"],
            chiave=key,
        )
    except UnioneImpossibile as error:
        raise DatiIlleggibili([Errore("/unione", str(error))]) from None
    except TabellaIllegibile as error:
        raise DatiIlleggibili([Errore("/file", str(error))]) from None
    except TabellaErrata as error:
        faults = [
            Errore(
                f"/comune{one.percorso or ''}" if one.codice == CONDIVISI else "/file",
                f"{one.messaggio} [{one.codice}]",
            )
            for one in error.difetti
        ]
        raise DatiIlleggibili(faults) from None
    except lotti.ChiaveUsata:
        raise Problema(
            409, "chiave-usata", "Questa Idempotency-Key è già stata usata con altri dati: ne serve una nuova."
        ) from None
    return _taken(made)


def _taken(lotto: str) -> Response:
    answer = jsonify(_told(lotto))
    answer.status_code = 202
    answer.headers["Location"] = f"{request.script_root}/lotti/{lotto}"
    return answer


def _fields() -> tuple[dict[str, Any], list[Errore]]:
    """Return the fields of the form, with what they are when absent, and their faults."""
    sent = {name: request.form.getlist(name) for name in request.form}
    faults = [Errore(f"/{passo(name)}", SCONOSCIUTO) for name in {*sent, *request.files} - {*_TEXTS, "file", "comune"}]
    faults += [
        Errore(f"/{name}", "Il campo è ripetuto: va inviato una volta sola.") for name in sent if len(sent[name]) > 1
    ]
    found: dict[str, Any] = {"formato": DA_FIRMARE[0], "unione": UNIONI[0], "comune": {}}
    for name, allowed in (("modello", tuple(catalogo())), ("formato", DA_FIRMARE), ("unione", UNIONI)):
        value = sent.get(name, [found.get(name, "")])[0]
        if value not in allowed:
            faults.append(Errore(f"/{name}", f"Valore non ammesso: va scelto fra {', '.join(allowed)}."))
        found[name] = value
    files = {name: request.files.getlist(name) for name in request.files}
    faults += [
        Errore(f"/{name}", "Il file è ripetuto: va inviato una volta sola.") for name in files if len(files[name]) > 1
    ]
    faults += [Errore(f"/{name}", "Qui serve un testo, non un file.") for name in files if name in _TEXTS]
    shared = files["comune"][0].read() if "comune" in files else None
    if "comune" in sent:
        shared = sent["comune"][0].encode()
    if shared is not None:
        try:
            found["comune"] = leggi_json(shared)
        except CorpoIllegibile as error:
            faults.append(Errore("/comune", str(error)))
        if not isinstance(found["comune"], dict):
            faults.append(Errore("/comune", "Qui serve un oggetto JSON, con i campi uguali per tutte le righe."))
    if "file" not in request.files:
        faults.append(Errore("/file", "Manca il file: va inviato in questo campo."))
    return found, faults


@blueprint.get("/<string(length=32):lotto>")
@blueprint.arguments(Niente, location="query")
@blueprint.response(200, schemas.Lotto, description="In corso, o annullato")
@blueprint.alt_response(303, schema=schemas.Lotto, description="Pronto: il risultato è in Location", headers=_DOVE)
def uno(query: Mapping[str, Any], lotto: str) -> Response:
    """Dice a che punto è un lotto."""
    del query
    told = _told(lotto)
    answer = jsonify(told)
    if "risultato" in told["links"]:
        answer.status_code = 303
        answer.headers["Location"] = f"{request.script_root}/lotti/{lotto}/risultato"
    return answer


@blueprint.delete("/<string(length=32):lotto>")
@blueprint.arguments(Niente, location="query")
@blueprint.response(200, schemas.Lotto, description="Era in corso: è annullato")
@blueprint.alt_response(204, description="Era finito: è cancellato, con i suoi documenti e i suoi dati")
def annulla(query: Mapping[str, Any], lotto: str) -> Response:
    """Annulla ciò che di un lotto non è ancora fatto; un lotto finito lo cancella."""
    del query
    _told(lotto)
    if dimentica(magazzino(), lotto):
        return Response(status=204)
    lotti.annulla(magazzino(), lotto)
    return jsonify(_told(lotto))


@blueprint.post("/<string(length=32):lotto>/ripresa")
@blueprint.arguments(Niente, location="query")
@blueprint.response(202, schemas.Lotto, description="Ripreso", headers=_DOVE)
def ripresa(query: Mapping[str, Any], lotto: str) -> Response:
    """Rifà le righe fallite o annullate."""
    del query
    _told(lotto)
    lotti.riprova(magazzino(), lotto)
    return _taken(lotto)


@blueprint.get("/<string(length=32):lotto>/righe")
@blueprint.arguments(Niente, location="query")
@blueprint.response(200, schemas.RigheLotto, description="Le righe, in ordine")
def righe(query: Mapping[str, Any], lotto: str) -> Response:
    """L’esito di ogni riga."""
    del query
    _told(lotto)
    return jsonify({"items": [riga(row) for row in lotti.righe(magazzino(), lotto)]})


@blueprint.get("/<string(length=32):lotto>/risultato")
@blueprint.arguments(Niente, location="query")
@blueprint.response(
    200, {"type": "string", "format": "binary"}, content_type="application/zip", description="I documenti"
)
@blueprint.alt_response(
    200, schema={"type": "string", "format": "binary"}, content_type="application/pdf", description="I documenti"
)
def esito(query: Mapping[str, Any], lotto: str) -> Response:
    """I documenti, con il manifesto, o in un solo PDF."""
    del query
    told = _told(lotto)
    if "risultato" not in told["links"]:
        raise Problema(404, "non-pronto", "Il risultato non c’è: lo stato del lotto dice a che punto è.")
    return _file(risultato(magazzino(), lotto, told["unione"]), f"{told['modello']}.{told['unione']}")


@blueprint.get("/<string(length=32):lotto>/errori")
@blueprint.arguments(Niente, location="query")
@blueprint.response(
    200, {"type": "string", "format": "binary"}, content_type=tipo_media("x.xlsx"), description="La tabella"
)
def errori(query: Mapping[str, Any], lotto: str) -> Response:
    """La tabella inviata, con le celle errate segnate."""
    del query
    told = _told(lotto)
    path = tabella_con_errori(magazzino(), lotto)
    if not path.exists():
        raise Problema(404, "non-trovato", "Nessuna riga di questo lotto ha difetti: non c’è nulla da correggere.")
    return _file(path, f"{told['modello']}-errori{path.suffix}")


def _file(path: Path, name: str) -> Response:
    answer = send_file(path, mimetype=tipo_media(name), as_attachment=True, download_name=name)
    answer.headers["Cache-Control"] = "no-store"
    return answer
