"""The words of the fields that more than one calculator, and some documents with them, ask for.

`eone = SiNo(parole=EONE)` is labelled «Evento non evitabile (EONE)», whoever asks.
"""

from __future__ import annotations

from typing import Final

from docservice.law.dlgs_148.computo.motivi import MOTIVI

REPARTO: Final = (
    "Reparto",
    "Il reparto o l’ufficio, come lo chiama l’impresa: le somme si fanno per reparto.",
    "tornitura",
)
ORE_SETTIMANALI: Final = ("Ore settimanali", "L’orario settimanale di contratto, prima della riduzione.", "40")
ORE_LAVORATE: Final = (
    "Ore lavorate settimanali",
    "Le ore che si continuano a lavorare in una settimana, non quelle tolte: 0 se la sospensione è intera.",
    "24",
)
ORARI_DIVERSI: Final = (
    "Orari diversi",
    "I giorni in cui l’orario è diverso dal solito: conta la media dell’intero periodo.",
)
GRUPPI: Final = (
    "Gruppi con lo stesso orario",
    "I lavoratori contati per gruppi che hanno lo stesso orario di contratto e le stesse ore lavorate.",
)
ORGANICO: Final = (
    "Organico per orario",
    "Quanti lavoratori ha l’unità, in media nel semestre prima della domanda, per ciascun orario di contratto.",
)
ORE_RICHIESTE: Final = (
    "Ore richieste",
    "Le ore di sospensione che si chiedono, per tutti i lavoratori insieme.",
    "5466",
)
ORE_GIA_AUTORIZZATE: Final = (
    "Ore già autorizzate",
    "Le ore di CIGO già autorizzate all’unità nel biennio mobile: le dicono le autorizzazioni dell’INPS.",
    "50000",
)
SETTIMANE_USATE: Final = ("Settimane", "Le settimane di trattamento del periodo.", "26")
RETRIBUZIONE_PERSA: Final = (
    "Retribuzione persa",
    "La retribuzione lorda che spettava per le ore non lavorate, di tutti i lavoratori insieme.",
    "26000.00",
)
GIORNI_FRUITI: Final = (
    "Giorni di trattamento",
    "I giorni lavorativi davvero fruiti nel periodo: se mancano, si conta il periodo intero.",
    20,
)
SETTIMANA_CORTA: Final = (
    "Settimana corta",
    "Sì se si lavora cinque giorni alla settimana, no se sei: una settimana di CIGO ne conta altrettanti.",
)
DIPENDENTI_AZIENDA: Final = (
    "Dipendenti dell’impresa",
    "Tutti i dipendenti dell’impresa, in ogni sede: fino a 50 la consultazione sindacale è più breve.",
    62,
)
MEDIA_SEMESTRE: Final = (
    "Dipendenti in media",
    (
        "I dipendenti dell’impresa in media nel semestre prima: con decimali, se occorre. Ne dipende lo strumento che"
        " spetta."
    ),
    "58.5",
)
ORE_RIDOTTE: Final = (
    "Ore ridotte alla settimana",
    (
        "Quante ore alla settimana non lavora ciascuno: con un evento non evitabile, oltre 16 si può chiedere l’esame"
        " congiunto."
    ),
    "20",
)
EONE: Final = (
    "Evento non evitabile (EONE)",
    (
        "Sì se la causa è un evento oggettivamente non evitabile, come maltempo, incendio o sisma: cambiano limiti e"
        " termini."
    ),
)
PAGAMENTO_DIRETTO: Final = (
    "Pagamento diretto dell’INPS",
    "Sì se l’INPS paga i lavoratori, no se il datore di lavoro anticipa il trattamento alle scadenze di paga.",
)
FUORI_COMPUTO: Final = (
    "Fuori dal computo",
    "Perché il periodo non conta in qualche limite di durata, se una legge lo esclude: senza, conta.",
)
NOMI_FUORI_COMPUTO: Final = {word: why.nome for word, why in MOTIVI.items()}
IN_DEROGA: Final = (
    "Articoli in deroga",
    "Gli articoli del D.Lgs. 148/2015 a cui la norma speciale deroga, soltanto il numero.",
)
ARTICOLO: Final = ("Articolo", "Il numero di un articolo del D.Lgs. 148/2015 a cui si deroga.", 4)
LAVORATORI_DISTINTI: Final = (
    "Lavoratori diversi",
    "Sì se il trattamento è insieme a un altro, nella stessa unità, per lavoratori diversi.",
)
UNITA: Final = (
    "Unità",
    "La denominazione dell’unità produttiva, come fra le unità coinvolte; serve se sono più d’una.",
    "Stabilimento di Salerno",
)
NOMI_STRUMENTI: Final = {
    "CIGO": "cassa integrazione ordinaria",
    "CIGS": "cassa integrazione straordinaria",
    "CDS": "contratto di solidarietà",
    "FIS": "Fondo di integrazione salariale",
    "FONDO": "fondo di solidarietà bilaterale",
    "CIGD": "cassa integrazione in deroga",
}
NOMI_REGIMI: Final = {"dlgs-148": "D.Lgs. 148/2015", "deroga-2009": "Accordo Quadro del 4 maggio 2009"}
"""What the words of a choice stand for."""
