"""The shapes of the answers, for the published contract."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from marshmallow import Schema, fields, validate

from docservice.campi.risposte import MANY, Fonte, FonteConIndirizzo, Passaggio, Scadenza, count, day, items, text
from docservice.service import DA_FIRMARE, FORMATI, UNIONI
from docservice.store.guasti import Guasto


def uno_di(words: Iterable[str], **options: Any) -> fields.String:
    """Return a field that is one of a closed list of words."""
    told = [str(word) for word in words]
    return text(max(map(len, told)), validate=validate.OneOf(told), **options)


STATI = ("da_fare", "fatta", "errata", "fallita", "annullata")
"""What may have become of a row of a lotto."""
TESTO = {"type": "string", "maxLength": 200}
TABELLA = {"type": "array", "maxItems": MANY, "items": {"anyOf": [TESTO, {"type": "object"}]}}
"""What a figure computed may be, a boolean apart."""


class Rilievo(Schema):
    """A finding."""

    codice = text(40)
    gravita = uno_di(("errore", "avviso", "nota"))
    percorso = text(metadata={"format": "json-pointer"})
    messaggio = text()
    valore = text(100, required=False)
    limite = text(100, required=False)
    unita = text(40, required=False)
    rimedio = text(required=False)
    fonte = fields.Nested(Fonte, required=True)


class Controllo(Schema):
    """The outcome of a rule."""

    codice = text(40)
    esito = uno_di(("rispettato", "violato", "non_verificabile"))
    motivo = text(required=False)
    descrizione = text(metadata={"description": "La regola, in una frase"})
    fonte = fields.Nested(Fonte, required=True)


class PassaggioCifra(Passaggio):
    """A step of the working of a figure of `calcoli`."""

    cifra = text(60, metadata={"description": "Il nome, in `calcoli`, di ciò che il passaggio spiega"})


class Risultato(Schema):
    """The result of `valida`."""

    modello = text(60)
    esito = uno_di(("conforme", "conforme_con_avvisi", "non_conforme"))
    rilievi = items(Rilievo)
    controlli = items(Controllo)
    calcoli = fields.Dict(
        required=True, metadata={"additionalProperties": {"anyOf": [TESTO, {"type": "boolean"}, TABELLA]}}
    )
    passaggi = items(PassaggioCifra)
    scadenze = items(Scadenza)


class CollegamentiCalcolo(Schema):
    """Where the parts of a calculator are."""

    self = text(500, metadata={"format": "uri"})
    schema = text(500, metadata={"format": "uri"})
    esempio = text(500, metadata={"format": "uri"})


class Collegamenti(CollegamentiCalcolo):
    """Where the parts of a document type are."""

    tabella = text(500, metadata={"format": "uri"})
    valida = text(500, metadata={"format": "uri"})
    documento = text(500, metadata={"format": "uri"})


class Voce(Schema):
    """A document type of the catalogue."""

    id = text(60)
    titolo = text(200)
    regime = text(40)
    regimi = fields.List(text(40), required=True, metadata={"maxItems": 10})
    formati = fields.List(uno_di(FORMATI), required=True, metadata={"maxItems": 10})
    links = fields.Nested(Collegamenti, required=True)


class Catalogo(Schema):
    """The catalogue."""

    items = items(Voce)


class Parametro(Schema):
    """A dated figure; `valore` is text, or a list of texts."""

    id = text(100)
    nome = text(300)
    valore = fields.Raw(
        required=True,
        metadata={
            "anyOf": [
                {"type": "string", "maxLength": 500},
                {"type": "array", "maxItems": 1000, "items": {"type": "string", "maxLength": 500}},
            ]
        },
    )
    unita = text(60)
    dal = day()
    al = day(required=False)
    nota = text(required=False)
    fonte = fields.Nested(FonteConIndirizzo, required=True)
    verificato_il = day()


class Parametri(Schema):
    """Dated figures."""

    items = items(Parametro)


class Regola(Schema):
    """A rule; `dal` and `al` where the law, or a value of the law, opens or closes it on a day."""

    codice = text(40)
    regime = text(40)
    descrizione = text(metadata={"description": "La regola, in una frase"})
    fonte = fields.Nested(Fonte, required=True)
    modelli = fields.List(
        text(60), required=True, metadata={"maxItems": 1000, "description": "Gli id dei modelli che la regola lega"}
    )
    dal = day(required=False)
    al = day(required=False)


class Regole(Schema):
    """Rules."""

    items = items(Regola)


class VoceCalcolo(Schema):
    """A calculator."""

    id = text(60)
    titolo = text(200)
    links = fields.Nested(CollegamentiCalcolo, required=True)


class Calcoli(Schema):
    """The calculators."""

    items = items(VoceCalcolo)


class GuastoStato(Schema):
    """A part that does not work: which, how, what to do."""

    parte = uno_di(("archivio", "lotti"))
    tipo = uno_di((*Guasto, "fermo"))
    messaggio = text()


class Stato(Schema):
    """What `/status` says when it can serve: `attivo`, or `degradato` when `guasti` says what it cannot do."""

    stato = uno_di(("attivo", "degradato"))
    versione = text(20)
    guasti = items(GuastoStato, required=False)


class Conteggio(Schema):
    """Rows of a lotto by outcome."""

    totale = count()
    fatte = count()
    errate = count()
    fallite = count()
    annullate = count()
    da_fare = count()
    con_avvisi = count()
    riusate = count()


class Esame(Schema):
    """How many rows of a table have been looked at, of how many."""

    esaminate = count()
    totale = count()


class ColonnaLotto(Schema):
    """What a column of the table became: its field; without one, it is not read."""

    colonna = text(10)
    intestazione = text(201)
    campo = text(200, required=False)


class CollegamentiLotto(Schema):
    """Where the parts of a lotto are; result and wrong cells once they are there."""

    self = text(500, metadata={"format": "uri"})
    righe = text(500, metadata={"format": "uri"})
    risultato = text(500, required=False, metadata={"format": "uri"})
    errori = text(500, required=False, metadata={"format": "uri"})
    ripresa = text(500, required=False, metadata={"format": "uri"})


class DifettoTabella(Schema):
    """Why a table could not be taken: in `/file`, or in the data that rows share, `/comune/…`."""

    percorso = text(metadata={"format": "json-pointer"})
    campo = text(required=False)
    messaggio = text()


class CellaErrata(Schema):
    """A fault of a table: row, column as headed, cell; without a column, the path in the row's object."""

    riga = count(required=False)
    colonna = text(201, required=False)
    cella = text(20, required=False)
    percorso = text(required=False, metadata={"format": "json-pointer"})
    campo = text(required=False)
    codice = text(40)
    messaggio = text()


class Lotto(Schema):
    """A lotto and how far it has come; `fallito` with `errori` when its table could not be taken."""

    id = text(32)
    modello = text(60)
    formato = uno_di(DA_FIRMARE)
    unione = uno_di(UNIONI)
    stato = uno_di(("in_corso", "pronto", "annullato", "fallito"))
    righe = fields.Nested(Conteggio, required=True)
    creato = text(20, metadata={"format": "date-time"})
    scade = text(20, metadata={"format": "date-time"})
    finito = text(20, required=False, metadata={"format": "date-time"})
    fase = uno_di(("verifica", "righe", "unione"), required=False)
    esame = fields.Nested(Esame)
    errori = items(DifettoTabella, required=False)
    avvisi = items(CellaErrata, required=False)
    colonne = items(ColonnaLotto, required=False)
    note = fields.List(text(2000), metadata={"maxItems": 20})
    impaginate_per_intero = count(required=False)
    righe_al_secondo = text(20, required=False)
    secondi_rimanenti = count(required=False)
    links = fields.Nested(CollegamentiLotto, required=True)


class RigaLotto(Schema):
    """A row of a lotto: what it came to; the hash of its document, or its faults; what is to be read before signing."""

    numero = count()
    stato = uno_di(STATI)
    sha256 = text(64, required=False)
    byte = count(required=False)
    errori = items(CellaErrata, required=False)
    avvisi = items(CellaErrata, required=False)


class CollegamentiPagina(Schema):
    """Where a page is, and those beside it, if there are."""

    self = text(500, metadata={"format": "uri"})
    precedente = text(500, required=False, metadata={"format": "uri"})
    successiva = text(500, required=False, metadata={"format": "uri"})


class RigheLotto(Schema):
    """A page of the rows of a lotto, those asked for; `totale` counts them on all pages."""

    items = items(RigaLotto)
    totale = count()
    pagina = count()
    per_pagina = count()
    links = fields.Nested(CollegamentiPagina, required=True)
