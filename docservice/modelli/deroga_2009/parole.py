"""The words of the fields that several documents of the CIG in deroga have: `LAVORATORI[0]` → "Lavoratori"."""

from __future__ import annotations

APPRENDISTI = ("Apprendisti in CIG", "Quanti apprendisti seguono il trattamento degli altri.", 3)
ASSOCIAZIONE = ("Associazione datoriale", "Quella che assiste l’impresa, se è presente.")
CAUSALE = ("Causale", "Il motivo per cui si chiede la cassa integrazione, uno solo.")
CONOSCENZA = ("Conoscenza dell’Accordo Quadro", "Sì se chi firma dichiara di conoscerlo per intero.")
DATA_DOMANDA = (
    "Data della domanda",
    "Il giorno in cui la domanda è stata, o sarà, inviata: decide le regole della procedura.",
    "2009-07-06",
)
DATA_ACCORDO = ("Data dell’accordo", "Il giorno in cui è stato firmato.", "2009-06-22")
DIVIETO_LICENZIAMENTI = (
    "Divieto di licenziamenti",
    "Sì se l’impresa si impegna a non licenziare durante la CIG e nei tre mesi dopo.",
)
DOCUMENTO_IDENTITA = ("Documento d’identità", "Quello di cui si allega o si conserva la copia.")
ENTE_BILATERALE = ("Ente bilaterale", "Quello degli artigiani, se se ne segue la procedura.")
ID_DOMANDA = ("ID della domanda", "Il numero dato dal sistema della Regione all’invio.", "123456")
INFORMAZIONE = ("Informazione ai lavoratori", "Sì se si prevede d’informarli dei loro doveri (punti 13-15).")
LAVORATORI = ("Lavoratori", "Le persone interessate, una per voce.")
MASSIMO_IN_CIG = (
    "Numero massimo di dipendenti in CIG",
    "Quanti al massimo saranno in cassa nello stesso periodo: mai più dell’organico.",
    10,
)
MODALITA = ("Modalità di utilizzo", "Come si usa la cassa: quante persone, quante ore, con quale rotazione.")
MODALITA_DEGLI_ALTRI = (
    "Modalità in dettaglio",
    "Come si usa la cassa: le stesse modalità degli altri lavoratori.",
    "A rotazione, una settimana ogni due.",
)
ORE_MENSILI_PARZIALI = ("Ore mensili a persona", "Le ore di CIG di chi è sospeso in parte: meno di 173.", "90")
ORE_PARZIALI = ("Ore stimate, CIG parziale", "Il totale per chi è sospeso in parte, in tutto il periodo.", "3240")
ORE_PRIMA = (
    "Ore della prima concessione",
    "Se sono dette: non più delle ore della prima autorizzazione.",
    6920,
)
ORE_ZERO = ("Ore stimate, zero ore", "Il totale per chi è a zero ore, in tutto il periodo richiesto.", "4152")
PAGAMENTO_DIRETTO = ("Pagamento diretto dell’INPS", "Sì: la deroga chiede che sia l’INPS a pagare i lavoratori.")
PARZIALI = ("Addetti in CIG parziale", "Quanti sono sospesi solo per una parte dell’orario.", 6)
PERIODO = ("Periodo richiesto", "Il primo e l’ultimo giorno di CIG, al massimo dodici mesi.")
PROCEDURA = ("Procedura", "L’accordo quadro che la domanda segue; se non è detto, quello del 2009.")
PROTOCOLLO = ("Protocollo", "Il numero scritto sulla ricevuta di protocollo.", "R1.2009.0001234")
RAPPRESENTANZA = ("Rappresentanza aziendale", "RSU, RSA o, per gli artigiani, RSB; chi la compone.")
RIDUZIONE_MEDIA = ("Riduzione media", "Di quanto si riduce in media l’orario: al massimo 60.", "50")
RIFERIMENTO = ("Trattamento di riferimento", "L’accordo o la domanda degli altri lavoratori dell’impresa.")
ROTAZIONE = ("Rotazione", "Sì se le persone sospese si danno il cambio.")
SINDACATI = ("Organizzazioni sindacali", "Quelle presenti, una per voce: almeno una, se non firma la RSU.")
ZERO_ORE = ("Addetti a zero ore", "Quanti sono sospesi del tutto.", 4)

ORE, PERSONE, PER_CENTO = "ore", "persone", "per cento"
"""What numbers count."""
