"""What is answered of the application for a CIGS: its sections, what is missing, where the papers disagree."""

from __future__ import annotations

from marshmallow import Schema, fields

from docservice.api.risposte.parti import MESSAGGIO, MODELLO, TITOLO, puntatore
from docservice.campi.risposte import count, day, elenco, group, items, place, text, yes_or_no

_DOCUMENTO = ("Documento", "Il suo posto fra quelli inviati, da 0.")
_ID = ("Id", "Il nome del dato, per i programmi.")
_RIGA = ("Riga", "Il numero di una riga della tabella, da 1.")


def _valore() -> fields.Raw:
    return fields.Raw(
        required=True,
        metadata={
            "title": "Valore",
            "description": "Il valore come nei dati del documento: testo, numero, sì o no, o un elenco.",
            "anyOf": [
                {"type": "string", "maxLength": 100_000},
                {"type": "integer", "format": "int64"},
                {"type": "boolean"},
                {"type": "array", "maxItems": 100_000, "items": {}},
            ],
        },
    )


def _per_colonna(titolo: str, descrizione: str, *, required: bool = True) -> fields.Raw:
    told = {"title": titolo, "description": descrizione, "type": "object", "additionalProperties": True}
    return fields.Raw(required=required, metadata=told)


class Provenienza(Schema):
    """Where a datum comes from."""

    documento = place(*_DOCUMENTO)
    modello = text(60, *MODELLO)
    percorso = puntatore("Percorso", "Dove sta nei dati del documento; vuoto se è il documento stesso.")


class DatoDetto(Schema):
    """A field of a section."""

    id = text(300, *_ID)
    titolo = text(500, *TITOLO)
    valore = _valore()
    detto = text(500, "Detto", "Che cosa vuol dire la parola di un elenco chiuso.", required=False)
    fonte = group(Provenienza, "Provenienza", "Il documento da cui viene.")


class Colonna(Schema):
    """A column of the table of a section."""

    id = text(300, *_ID)
    titolo = text(500, *TITOLO)


class RigaDetta(Schema):
    """A row of the table of a section."""

    valori = _per_colonna("Valori", "I valori, per id di colonna; manca ciò che nessun documento dice.")
    fonte = group(Provenienza, "Provenienza", "Da dove viene la riga: ogni colonna sta sotto, con il suo id.")
    altrove = _per_colonna("Altrove", "La provenienza delle colonne che vengono da un altro posto.", required=False)
    unita = count(1_000_000, "Unità", "La riga della sezione Unità a cui appartiene, da 1.", required=False)


class Mancante(Schema):
    """Something that is missing."""

    campo = text(300, "Campo", "L’id del dato; vuoto se manca la tabella intera.")
    titolo = text(500, *TITOLO)
    righe = elenco(place(*_RIGA), "Righe", "Le righe della tabella in cui manca, da 1.", required=False)
    rimedio = text(4000, "Rimedio", "Che cosa fare.")


class SezioneDetta(Schema):
    """A section of the application."""

    id = text(60, *_ID)
    titolo = text(500, *TITOLO)
    campi = items(DatoDetto, "Campi", "I dati della sezione che i documenti dicono.")
    colonne = items(Colonna, "Colonne", "Le colonne della tabella, se la sezione ne ha una.", required=False)
    righe = items(RigaDetta, "Righe", "Le righe della tabella, se la sezione ne ha una.", required=False)
    mancanti = items(Mancante, "Mancanti", "Ciò che la sezione chiede e nessun documento dice.")


class CartaDetta(Schema):
    """A paper that was sent."""

    modello = text(60, *MODELLO)
    titolo = text(500, *TITOLO)
    data = day("Data", "Il giorno del documento: fra due che non dicono lo stesso, vale l’ultimo.")


class ValoreDetto(Provenienza):
    """What a paper says."""

    valore = _valore()


class Contrasto(Schema):
    """A datum on which the papers disagree."""

    sezione = text(60, "Sezione", "L’id della sezione.")
    campo = text(300, "Campo", "L’id del dato; vuoto se sono righe che un documento ha e un altro no.")
    titolo = text(500, *TITOLO)
    riga = count(1_000_000, *_RIGA, required=False)
    valori = items(ValoreDetto, "Valori", "Che cosa dice ciascuno.")
    vale = place("Vale", "Il documento creduto, fra quelli inviati, da 0.")
    messaggio = text(4000, *MESSAGGIO)


class DomandaCigs(Schema):
    """The application for a CIGS."""

    completa = yes_or_no("Completa", "Sì se a nessuna sezione manca un dato.")
    documenti = items(CartaDetta, "Documenti", "I documenti inviati, nel loro ordine.")
    sezioni = items(SezioneDetta, "Sezioni", "Le otto sezioni della domanda, nell’ordine di CIGSonline.")
    contrasti = items(Contrasto, "Contrasti", "I dati su cui i documenti non dicono lo stesso.")
