"""The words of the fields that more than one of these documents asks for, and what the words of a choice stand for.

`luogo = Testo(parole=LUOGO)` is labelled «Luogo», whichever the document.
"""

from __future__ import annotations

from typing import Final

LUOGO: Final = ("Luogo", "Il comune in cui si firma.", "Salerno")
DATORE: Final = ("Datore di lavoro", "L’impresa, chi firma per lei e l’unità produttiva interessata.")
ASSOCIAZIONE: Final = ("Associazione datoriale", "L’associazione che assiste l’impresa, se c’è.")
RAPPRESENTANZA: Final = ("Rappresentanza aziendale", "La RSA o la RSU dell’unità produttiva, se c’è.")
PARTECIPANTI: Final = ("Per il datore di lavoro", "Chi partecipa per l’impresa.")
CAUSALE: Final = ("Causale", "Perché si chiede l’integrazione salariale: una sola causale per domanda.")
STRUMENTO: Final = ("Strumento", "Quale trattamento si chiede; se non è detto, è la CIGO.")
STRUMENTO_ASSEGNO: Final = ("Strumento", "Chi dà l’assegno: il FIS, se non è detto, o un fondo bilaterale.")
DIFFICOLTA: Final = ("Difficoltà finanziarie", "Perché si chiede che paghi l’INPS: servono soltanto in questo caso.")
PRECEDENTI: Final = (
    "Periodi precedenti",
    "I trattamenti già avuti dall’unità negli ultimi cinque anni: contano per i limiti di durata.",
)
LAVORATORI_SOLIDALI: Final = ("Lavoratori", "I lavoratori che riducono l’orario, uno per uno.")
TABELLA_DETTA: Final = (
    "Tabella dichiarata",
    "Le somme scritte nell’accordo: si confrontano con quelle calcolate dagli orari.",
)
DETTAGLIO: Final = (
    "Numeri per categoria o unità",
    "I lavoratori interessati, per categoria, per unità o per entrambe.",
)
MITTENTE: Final = ("Mittente", "Chi manda la comunicazione.")
TIPO_EVENTO: Final = ("Evento", "Che cosa è accaduto, fra gli eventi estranei all’impresa.")
PROGRAMMATA: Final = (
    "Interruzione programmata",
    "Sì se la mancanza di energia elettrica era programmata: allora l’evento si poteva prevedere.",
)
NOMI_ASSEGNI: Final = {"FIS": "Fondo di integrazione salariale", "fondo": "fondo di solidarietà bilaterale"}
NOMI_TRATTAMENTI: Final = {"CIGO": "cassa integrazione ordinaria", **NOMI_ASSEGNI}
NOMI_POLITICHE: Final = {
    "regione": "la Regione",
    "impresa": "l’impresa",
    "fondo_interprofessionale": "un fondo interprofessionale",
    "gol": "il programma GOL",
}
NOMI_RATEI: Final = {"proporzionale": "in proporzione all’orario ridotto", "intera": "per intero"}
NOMI_MITTENTI: Final = {"datore": "il datore di lavoro", "associazione": "la sua associazione, per suo conto"}
NOMI_DESTINATARI: Final = {
    "os": "organizzazione sindacale",
    "rsu": "rappresentanza sindacale unitaria",
    "rsa": "rappresentanza sindacale aziendale",
    "regione": "regione",
    "ministero": "Ministero del lavoro",
    "direzione": "direzione dell’impresa",
}
NOMI_SOSPENSIONE: Final = {
    "zero_ore": "sospensione a zero ore",
    "riduzione": "riduzione dell’orario",
    "mista": "sospensione per alcuni, riduzione per altri",
}
NOMI_TRANSIZIONI: Final = {
    "digitale": "transizione digitale",
    "tecnologica": "transizione tecnologica",
    "ambientale": "rinnovamento e sostenibilità ambientale",
    "energetica": "rinnovamento e sostenibilità energetica",
    "sicurezza": "misure straordinarie di sicurezza",
}
NOMI_PROSPETTIVE: Final = {
    "cessione": "cessione dell’attività",
    "reindustrializzazione": "reindustrializzazione del sito",
    "politiche_attive": "percorsi di politica attiva della Regione",
}
NOMI_PROPONENTI: Final = {
    "impresa": "l’impresa che cessa",
    "cessionaria": "l’impresa cessionaria",
    "mimit": "il Ministero delle imprese e del made in Italy",
}
NOMI_PROVE: Final = {
    "documentazione": "la documentazione della variante",
    "dichiarazione_autorita": "una dichiarazione della pubblica autorità",
}
NOMI_ENERGIE: Final = {"elettricita": "energia elettrica", "gas": "gas naturale"}
NOMI_AMBITI: Final = {"reparto": "un altro reparto della stessa impresa", "altra_impresa": "un’altra impresa"}
NOMI_CAPACITA: Final = {
    "titolare": "titolare",
    "legale_rappresentante": "legale rappresentante",
    "delegato": "delegato del legale rappresentante",
}
"""What the words of a choice stand for."""
