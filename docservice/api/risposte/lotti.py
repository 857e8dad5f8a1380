"""What is answered of a lotto: how far it has come, and what became of its rows."""

from __future__ import annotations

from marshmallow import Schema

from docservice.api.risposte.parti import CAMPO, CODICE, MESSAGGIO, MODELLO, indirizzo, momento, puntatore, uno_di
from docservice.campi.risposte import count, elenco, group, items, text
from docservice.service import DA_FIRMARE, UNIONI

STATI = ("da_fare", "fatta", "errata", "fallita", "annullata")
"""What may have become of a row of a lotto."""
_RIGHE = 1_000_000_000


class Conteggio(Schema):
    """Rows of a lotto by outcome."""

    totale = count(_RIGHE, "Righe", "Le righe della tabella.")
    fatte = count(_RIGHE, "Fatte", "Le righe il cui documento è pronto.")
    errate = count(_RIGHE, "Errate", "Le righe con dati da correggere.")
    fallite = count(_RIGHE, "Fallite", "Le righe che il servizio non è riuscito a rendere.")
    annullate = count(_RIGHE, "Annullate", "Le righe che l’annullamento ha lasciato senza documento.")
    da_fare = count(_RIGHE, "Da fare", "Le righe che aspettano.")
    con_avvisi = count(_RIGHE, "Con avvisi", "Le righe con qualcosa da leggere prima di firmare.")
    riusate = count(_RIGHE, "Riusate", "Le righe il cui documento era già fatto, uguale, in un lotto di prima.")


class Esame(Schema):
    """How many rows of a table have been looked at, of how many."""

    esaminate = count(_RIGHE, "Esaminate", "Le righe già lette e verificate.")
    totale = count(_RIGHE, "Righe", "Le righe della tabella.")


class ColonnaLotto(Schema):
    """What a column of the table became: its field; without one, it is not read."""

    colonna = text(10, "Colonna", "La colonna, come la chiama il foglio: A, B, AA.")
    intestazione = text(201, "Intestazione", "Il suo titolo nella tabella.")
    campo = text(200, "Campo", "Il nome del campo che ne è venuto; manca se la colonna non è letta.", required=False)


class CollegamentiLotto(Schema):
    """Where the parts of a lotto are; result and wrong cells once they are there."""

    self = indirizzo("Lui stesso", "L’indirizzo del lotto.")
    righe = indirizzo("Righe", "Le righe, una pagina per volta.")
    risultato = indirizzo("Risultato", "I documenti, quando sono pronti.", required=False)
    errori = indirizzo("Tabella da correggere", "La tabella con errori e avvisi accanto alle righe.", required=False)
    ripresa = indirizzo("Ripresa", "Dove si riprende un lotto che si è fermato.", required=False)


class DifettoTabella(Schema):
    """Why a table could not be taken: in `/file`, or in the data that rows share, `/comune/…`."""

    percorso = puntatore("Percorso", "`/file` la tabella, `/comune/…` un dato comune a tutte le righe.")
    campo = text(4000, *CAMPO, required=False)
    codice = text(40, *CODICE, required=False)
    messaggio = text(4000, *MESSAGGIO)


class CellaErrata(Schema):
    """A fault of a table: row, column as headed, cell; without a column, the path in the row's object."""

    riga = count(_RIGHE, "Riga", "Il numero della riga, come nel foglio.", required=False)
    colonna = text(201, "Colonna", "Il titolo della colonna.", required=False)
    cella = text(20, "Cella", "La cella, come la chiama il foglio: B7.", required=False)
    percorso = puntatore("Percorso", "Dove sta il dato nell’oggetto della riga (RFC 6901).", required=False)
    campo = text(4000, *CAMPO, required=False)
    codice = text(40, "Codice", "Il codice della regola, o del difetto di lettura.")
    messaggio = text(4000, *MESSAGGIO)


class Lotto(Schema):
    """A lotto and how far it has come; `fallito` with `errori` when its table could not be taken."""

    id = text(32, "Id", "Il nome del lotto, nei suoi indirizzi.")
    modello = text(60, *MODELLO)
    formato = uno_di(DA_FIRMARE, "Formato", "Il formato dei documenti.")
    unione = uno_di(UNIONI, "Unione", "Un file per riga, o tutti in uno.")
    stato = uno_di(
        ("in_corso", "pronto", "annullato", "fallito"), "Stato", "fallito se la tabella non si è potuta prendere."
    )
    righe = group(Conteggio, "Righe", "Quante righe, per esito.")
    creato = momento("Creato", "Quando è arrivata la tabella.")
    scade = momento("Scade", "Quando tabella e documenti saranno cancellati.")
    finito = momento("Finito", "Quando si è concluso.", required=False)
    fase = uno_di(("verifica", "righe", "unione"), "Fase", "A che punto è, finché è in corso.", required=False)
    esame = group(Esame, "Esame", "Quante righe sono state esaminate.", required=False)
    errori = items(DifettoTabella, "Errori", "Perché la tabella non si è potuta prendere.", required=False)
    avvisi = items(CellaErrata, "Avvisi", "Ciò che va letto della tabella intera.", required=False)
    colonne = items(ColonnaLotto, "Colonne", "Che cosa è diventata ogni colonna.", required=False)
    note = elenco(
        text(2000, "Nota", "Una cosa decisa nel leggere la tabella."),
        *("Note", "Ciò che è stato deciso nel leggere la tabella."),
        required=False,
        massimo=20,
    )
    impaginate_per_intero = count(
        _RIGHE, "Impaginate per intero", "Le righe che non si è potuto timbrare sul modello.", required=False
    )
    righe_al_secondo = text(20, "Righe al secondo", "Il ritmo, finché è in corso.", required=False)
    secondi_rimanenti = count(_RIGHE, "Secondi rimanenti", "Quanto manca, a questo ritmo.", required=False)
    links = group(CollegamentiLotto, "Indirizzi", "Dove stanno le parti del lotto.")


class RigaLotto(Schema):
    """A row of a lotto: what it came to; the hash of its document, or its faults; what is to be read before signing."""

    numero = count(_RIGHE, "Riga", "Il numero della riga, come nel foglio.")
    stato = uno_di(STATI, "Stato", "Che cosa ne è stato.")
    sha256 = text(64, "SHA-256", "L’impronta del suo documento.", required=False)
    byte = count(_RIGHE, "Byte", "Quanto è lungo il suo documento.", required=False)
    errori = items(CellaErrata, "Errori", "Ciò che va corretto.", required=False)
    avvisi = items(CellaErrata, "Avvisi", "Ciò che va letto prima di firmare.", required=False)


class CollegamentiPagina(Schema):
    """Where a page is, and those beside it, if there are."""

    self = indirizzo("Lei stessa", "L’indirizzo della pagina.")
    precedente = indirizzo("Precedente", "La pagina prima, se c’è.", required=False)
    successiva = indirizzo("Successiva", "La pagina dopo, se c’è.", required=False)


class RigheLotto(Schema):
    """A page of the rows of a lotto, those asked for; `totale` counts them on all pages."""

    items = items(RigaLotto, "Righe", "Le righe della pagina, in ordine.")
    totale = count(_RIGHE, "Totale", "Le righe chieste, in tutte le pagine.")
    pagina = count(_RIGHE, "Pagina", "Il numero della pagina, da 1.")
    per_pagina = count(_RIGHE, "Per pagina", "Quante righe per pagina.")
    links = group(CollegamentiPagina, "Indirizzi", "La pagina e le sue vicine.")
