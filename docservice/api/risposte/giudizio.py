"""What `valida` answers: the verdict of a document."""

from __future__ import annotations

from functools import cache

from marshmallow import Schema, fields

from docservice.api.risposte.parti import CAMPO, CODICE, MESSAGGIO, MODELLO, puntatore, uno_di
from docservice.campi.risposte import FONTE, MANY, Fonte, Passaggio, Scadenza, group, items, text

TESTO = {"type": "string", "maxLength": 200}
TABELLA = {"type": "array", "maxItems": MANY, "items": {"anyOf": [TESTO, {"type": "object"}]}}
"""What a figure computed may be, a boolean apart."""


class Rilievo(Schema):
    """A finding."""

    codice = text(40, *CODICE)
    gravita = uno_di(
        ("errore", "avviso", "nota"),
        *("Gravità", "errore: il documento non è conforme; avviso: da leggere prima di firmare; nota: da sapere."),
    )
    percorso = puntatore("Percorso", "Dove sta il dato, fra quelli inviati (RFC 6901).")
    campo = text(4000, *CAMPO, required=False)
    messaggio = text(4000, *MESSAGGIO)
    valore = text(100, "Valore", "Il valore trovato.", required=False)
    limite = text(100, "Limite", "Il valore che la legge pone.", required=False)
    unita = text(40, "Unità", "L’unità di misura di valore e limite.", required=False)
    rimedio = text(4000, "Rimedio", "Che cosa si può fare.", required=False)
    fonte = group(Fonte, *FONTE)


class Controllo(Schema):
    """The outcome of a rule."""

    codice = text(40, *CODICE)
    esito = uno_di(
        ("rispettato", "violato", "non_verificabile"),
        *("Esito", "Se la regola è rispettata, o perché manca un dato non si può dire."),
    )
    motivo = text(4000, "Motivo", "Perché non si può verificare.", required=False)
    descrizione = text(4000, "Regola", "La regola, in una frase.")
    fonte = group(Fonte, *FONTE)


@cache
def con_rilievi(conto: type[Schema]) -> type[Schema]:
    """Return the schema of an account that judges the data too."""
    found = items(Rilievo, "Rilievi", "Ciò che nei dati non va o va saputo, come in `valida`: errori, avvisi, note.")
    return type(conto.__name__, (conto,), {"rilievi": found})


class PassaggioCifra(Passaggio):
    """A step of the working of a figure of `calcoli`."""

    cifra = text(60, "Cifra", "Il nome, in `calcoli`, di ciò che il passaggio spiega.")


class Risultato(Schema):
    """The result of `valida`."""

    modello = text(60, *MODELLO)
    esito = uno_di(
        ("conforme", "conforme_con_avvisi", "non_conforme"),
        *("Esito", "Se il documento rispetta la legge in vigore alla sua data."),
    )
    rilievi = items(Rilievo, "Rilievi", "Ciò che non va o va saputo: errori, avvisi, note.")
    controlli = items(Controllo, "Controlli", "Ogni regola che vale per il documento, con il suo esito.")
    calcoli = fields.Dict(
        required=True,
        metadata={
            "title": "Calcoli",
            "description": "Le cifre calcolate, per nome: numeri e giorni come testo.",
            "additionalProperties": {"anyOf": [TESTO, {"type": "boolean"}, TABELLA]},
        },
    )
    passaggi = items(PassaggioCifra, "Passaggi", "Come si arriva alle cifre di `calcoli`, un conto per volta.")
    scadenze = items(Scadenza, "Scadenze", "I termini che il documento apre.")
