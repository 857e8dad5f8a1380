"""How messages call the days of a document, by JSON pointer, where `*` is every element of a list.

NOMI["/lavoratori/*/data_assunzione"] -> "l’assunzione"
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

NASCITA: Final = "codice_fiscale"
"""The field that holds a day of birth, too."""
NOMI: Final[Mapping[str, str]] = {
    "/data": "la data del documento",
    "/data_accordo": "la data dell’accordo",
    "/data_convocazione": "la convocazione",
    "/data_domanda": "la data della domanda",
    "/data_inizio_contrazione": "l’inizio della contrazione",
    "/data_evento": "la data dell’evento",
    "/data_chiusura_consultazione": "la chiusura della consultazione",
    "/data_ricevimento_comunicazione": "il ricevimento della comunicazione",
    "/data_ricezione": "la ricezione della comunicazione",
    "/protocollo/data": "la data di protocollo",
    "/data_richiesta_esame": "la richiesta di esame",
    "/comunicazione/data": "la data della comunicazione",
    "/domanda/data": "la data della domanda",
    "/accordo/data": "la data dell’accordo",
    "/validazione/data": "la validazione",
    "/data_motivi_ostativi": "la comunicazione dei motivi ostativi",
    "/decreto_ministeriale/data": "la data del decreto ministeriale",
    "/riunione/data": "la riunione",
    "/convocazioni/*/data": "la convocazione",
    "/richiesta/data": "la richiesta di esame",
    "/convocazione/data": "la convocazione",
    "/rinvio/data": "il giorno del rinvio",
    "/programma/dal": "l’inizio del programma",
    "/programma/al": "la fine del programma",
    "/evento_improvviso/data": "la data dell’evento",
    "/ipotesi/data": "l’ipotesi di accordo",
    "/premesse/nota_richiesta/data": "la nota che chiede l’incontro",
    "/premesse/nota_convocazione/data": "la nota di convocazione",
    "/transizione_occupazionale/programma_precedente/dal": "l’inizio del programma concluso",
    "/transizione_occupazionale/programma_precedente/al": "la fine del programma concluso",
    "/periodo/dal": "l’inizio del periodo",
    "/periodo/al": "la fine del periodo",
    "/modalita/riferimento/data": "la data del trattamento richiamato",
    "/modalita/riferimento/dal": "l’inizio del trattamento richiamato",
    "/modalita/riferimento/al": "la fine del trattamento richiamato",
    "/periodi_precedenti/*/dal": "l’inizio del periodo precedente",
    "/premesse/licenziamento_collettivo/data": "l’apertura del licenziamento collettivo",
    "/datore_lavoro/data_costituzione": "la costituzione dell’impresa",
    "/datore_lavoro/data_inizio_attivita": "l’inizio dell’attività",
    "/datore_lavoro/strumenti_ordinari/*/fino_al": "la fine dello strumento ordinario",
    "/dichiarante/data_nascita": "la nascita di chi dichiara",
    "/firmatario/data_nascita": "la nascita di chi firma",
    "/firma/documento_identita/rilasciato_il": "il rilascio del documento di identità",
    "/allegati/*/data": "la data dell’allegato",
    "/fatti/data_evento": "la data dell’evento",
    "/fatti/data_inizio_lavori": "l’inizio dei lavori",
    "/fatti/data_ordine": "la data dell’ordine",
    "/fatti/date/*": "il giorno di maltempo",
    "/fatti/ordinanza/data": "la data dell’ordinanza",
    "/lavoratore/codice_fiscale": "la nascita, secondo il codice fiscale",
    "/lavoratore/data_sospensione": "la sospensione",
    "/graduatoria/data": "la data della graduatoria",
    "/graduatoria/lavoratori/*/data_assunzione": "l’assunzione",
    "/procedura/data_apertura": "l’apertura della procedura",
    "/lavoratori/*/codice_fiscale": "la nascita, secondo il codice fiscale",
    "/lavoratori/*/data_assunzione": "l’assunzione",
    "/lavoratori/*/data_cessazione": "la cessazione",
    "/lavoratori/*/data_did": "la DID",
    "/lavoratori/*/data_sospensione": "la sospensione",
    "/lavoratori/*/documento_identita/rilasciato_il": "il rilascio del documento di identità",
    "/lavoratori/*/fine_indennita_preavviso": "la fine dell’indennità di preavviso",
    "/lavoratori/*/periodi_precedenti/*/dal": "l’inizio del periodo precedente",
}
"""How a message calls each day."""
