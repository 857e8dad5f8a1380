"""What is answered to who asks what there is: document types, calculators, rules, values of the law."""

from __future__ import annotations

from marshmallow import Schema, fields

from docservice.api.risposte.parti import CODICE, TITOLO, indirizzo, uno_di
from docservice.campi.risposte import FONTE, Fonte, FonteConIndirizzo, day, elenco, group, items, text
from docservice.service import OGNI_FORMATO

_ID = ("Id", "La parola che lo nomina negli indirizzi.")
_LINKS = ("Indirizzi", "Dove stanno le sue parti.")
_REGIME = ("Regime", "Il complesso di norme: l’accordo quadro in deroga del 2009, il D.Lgs. 148/2015, la L. 223/1991.")
_DAL, _AL = ("Dal", "Il primo giorno in cui vale."), ("Al", "L’ultimo giorno in cui vale; manca se vale ancora.")


class CollegamentiCalcolo(Schema):
    """Where the parts of a calculator are."""

    self = indirizzo("Lui stesso", "L’indirizzo di questa voce.")
    schema = indirizzo("Schema", "Lo schema dei dati che chiede.")
    esempio = indirizzo("Esempio", "Dati di esempio, pronti da inviare.")


class Collegamenti(CollegamentiCalcolo):
    """Where the parts of a document type are."""

    tabella = indirizzo("Tabella", "La tabella vuota, da riempire: un documento per riga.")
    valida = indirizzo("Verifica", "Dove si inviano i dati per sapere se vanno bene.")
    documento = indirizzo("Documento", "Dove si inviano i dati per avere il documento.")


class Voce(Schema):
    """A document type of the catalogue."""

    id = text(60, *_ID)
    titolo = text(200, *TITOLO)
    regime = text(40, *_REGIME)
    regimi = elenco(text(40, *_REGIME), "Regimi", "I regimi che i suoi dati possono dire.", massimo=10)
    formati = elenco(
        uno_di(OGNI_FORMATO, "Formato", "Come si rende."), "Formati", "I formati in cui si rende.", massimo=10
    )
    links = group(Collegamenti, *_LINKS)


class Catalogo(Schema):
    """The catalogue."""

    items = items(Voce, "Modelli", "I tipi di documento, in ordine di id.")


class Parametro(Schema):
    """A dated figure; `valore` is text, or a list of texts."""

    id = text(100, "Id", "Il nome del valore, per i programmi.")
    nome = text(300, "Nome", "Che cosa è, per una persona.")
    valore = fields.Raw(
        required=True,
        metadata={
            "title": "Valore",
            "description": "Il valore, come testo; un elenco di testi se sono più di uno.",
            "anyOf": [
                {"type": "string", "maxLength": 500},
                {"type": "array", "maxItems": 1000, "items": {"type": "string", "maxLength": 500}},
            ],
        },
    )
    unita = text(60, "Unità", "L’unità di misura.")
    dal = day(*_DAL)
    al = day(*_AL, required=False)
    nota = text(4000, "Nota", "Una lettura presa, o ciò che due fonti dicono diversamente.", required=False)
    fonte = group(FonteConIndirizzo, *FONTE)
    verificato_il = day("Verificato il", "Il giorno in cui valore e fonte sono stati controllati.")


class Parametri(Schema):
    """Dated figures."""

    items = items(Parametro, "Valori di legge", "I valori di legge, ciascuno con la sua validità.")


class Regola(Schema):
    """A rule; `dal` and `al` where the law, or a value of the law, opens or closes it on a day."""

    codice = text(40, *CODICE)
    regime = text(40, *_REGIME)
    descrizione = text(4000, "Regola", "La regola, in una frase.")
    fonte = group(Fonte, *FONTE)
    modelli = elenco(
        text(60, "Modello", "L’id di un modello."), "Modelli", "Gli id dei modelli che la regola lega.", massimo=1000
    )
    dal = day(*_DAL, required=False)
    al = day(*_AL, required=False)


class Regole(Schema):
    """Rules."""

    items = items(Regola, "Regole", "Le regole, per regime e codice.")


class VoceCalcolo(Schema):
    """A calculator."""

    id = text(60, *_ID)
    titolo = text(200, *TITOLO)
    links = group(CollegamentiCalcolo, *_LINKS)


class Calcoli(Schema):
    """The calculators."""

    items = items(VoceCalcolo, "Calcolatori", "I calcolatori, in ordine di id.")
