"""What is answered when a request cannot be served (RFC 9457)."""

from __future__ import annotations

from marshmallow import INCLUDE, Schema, fields

from docservice.api.risposte.giudizio import Rilievo
from docservice.api.risposte.parti import CAMPO, MESSAGGIO, indirizzo, puntatore
from docservice.campi.risposte import elenco, items, text


class FaultSchema(Schema):
    """A fault of the data: where, how a person calls the field, the name of its input in a form, what to do."""

    percorso = puntatore("Percorso", "Dove sta il dato (RFC 6901); vuoto se il difetto è dei dati interi.")
    campo = text(4000, *CAMPO, required=False)
    nome = text(4000, "Nome nel modulo", "Il nome della casella, per chi ha inviato un modulo.", required=False)
    messaggio = text(2000, *MESSAGGIO)


class ProblemSchema(Schema):
    """A problem (RFC 9457). `errori` comes with `dati-illeggibili`; a `non-conforme` has the members of `valida`.

    `simili` are the addresses that are like one that is not here.
    """

    class Meta:
        """Options of marshmallow: a problem may have members of its own."""

        unknown = INCLUDE

    type = text(200, "Tipo", "Che problema è: un nome che non cambia, per i programmi.", metadata={"format": "uri"})
    title = text(200, "Titolo", "Il genere del problema, in breve.")
    status = fields.Integer(
        required=True,
        metadata={
            "title": "Stato",
            "description": "Il codice HTTP della risposta.",
            "format": "int32",
            "minimum": 400,
            "maximum": 599,
        },
    )
    detail = text(2000, "Spiegazione", "Che cosa non va e che cosa fare, in parole.")
    errori = items(FaultSchema, "Errori", "I difetti dei dati, tutti insieme.", required=False)
    esito = text(
        30, "Esito", "Il giudizio, se il documento non è conforme.", required=False, metadata={"enum": ["non_conforme"]}
    )
    rilievi = items(Rilievo, "Rilievi", "I rilievi della verifica, come in `valida`.", required=False)
    simili = elenco(
        indirizzo("Indirizzo", "Un indirizzo del servizio."),
        *("Indirizzi simili", "Gli indirizzi che somigliano a quello chiesto."),
        required=False,
        massimo=10,
    )
