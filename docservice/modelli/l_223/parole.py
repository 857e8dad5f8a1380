"""The words of the fields that more than one of these documents asks for, and what the words of a choice stand for.

`luogo = Testo(parole=LUOGO)` is labelled «Luogo», whichever the document.
"""

from __future__ import annotations

from typing import Final

LUOGO: Final = ("Luogo", "Il comune in cui si firma.", "Bergamo")
DATORE: Final = ("Datore di lavoro", "L’impresa che licenzia, e chi firma per lei.")
ASSOCIAZIONE: Final = ("Associazione datoriale", "L’associazione che assiste l’impresa, o manda per suo conto, se c’è.")
RAPPRESENTANZA: Final = ("Rappresentanza aziendale", "La RSU, o la RSA, se c’è.")
DESTINATARI: Final = ("Destinatari", "A chi si manda, uno per uno, e con quale mezzo.")
PROCEDURA: Final = ("Procedura", "La procedura aperta con la prima comunicazione: giorni e numeri.")
CONCLUSIONE: Final = ("Conclusione della procedura", "Quando e come la procedura è finita.")
CRITERIO: Final = ("Criterio di scelta", "Come si scelgono i lavoratori da licenziare.")
CHIUSURA: Final = ("Chiusura", "I dati della chiusura di una sede o di uno stabilimento, se la riduzione viene da lì.")
AMMORTIZZATORI: Final = (
    "Ammortizzatori usati prima",
    "I contratti di solidarietà e le casse avuti prima: alcuni pesano sui licenziamenti che seguono.",
)
TERMINE_LICENZIAMENTI: Final = (
    "Termine dei licenziamenti",
    "L’ultimo giorno per i recessi fissato dall’accordo; se manca valgono i 120 giorni della legge.",
    "2024-12-31",
)
FINESTRA: Final = ("Finestra dei licenziamenti", "Il primo e l’ultimo giorno dei recessi, se l’accordo li fissa.")
DICHIARAZIONI_ENTRO: Final = (
    "Dichiarazioni entro",
    "Entro quando chi non si oppone al licenziamento lo dichiara.",
    "2024-07-19",
)
PROROGA_TERMINI: Final = ("Proroga dei termini", "I termini che le parti hanno spostato d’accordo.")
PRIORITA: Final = (
    "Priorità di riassunzione",
    "Sì se il documento ricorda la precedenza nelle assunzioni dei sei mesi dal licenziamento.",
)
ALLEGATI: Final = ("Allegati", "Che cosa si unisce al documento.")
MOTIVI_ESITO: Final = (
    "Motivi dell’esito negativo",
    "Perché le parti non si sono accordate: l’autorità deve conoscerli.",
    "le parti restano divise sul numero degli esuberi.",
)
CIGS: Final = (
    "Contributo CIGS",
    (
        "Sì se l’impresa versa il contributo per la CIGS, e dal 2022 anche chi ha il FIS con più di 15 dipendenti:"
        " il contributo di recesso raddoppia."
    ),
)

NOMI_DESTINATARI: Final = {
    "rsa_rsu": "RSA o RSU",
    "sindacato": "associazione sindacale di categoria",
    "regione": "Regione",
    "provincia": "Provincia",
    "ministero": "Ministero del lavoro",
    "ispettorato": "ispettorato del lavoro",
    "commissione_regionale": "commissione regionale per il lavoro",
    "altro": "altro",
}
NOMI_LIVELLI: Final = {
    "aziendale": "aziendale",
    "territoriale": "territoriale",
    "provinciale": "provinciale",
    "regionale": "regionale",
    "nazionale": "nazionale",
}
NOMI_FATTISPECIE: Final = {
    "riduzione": "riduzione o trasformazione di attività o di lavoro (art. 24 c. 1)",
    "cessazione": "cessazione dell’attività (art. 24 c. 2)",
    "cigs": "impresa ammessa alla CIGS (art. 4 c. 1)",
}
NOMI_FASI: Final = {"sindacale": "fase sindacale", "amministrativa": "fase amministrativa"}
NOMI_ESITI: Final = {
    "accordo": "accordo",
    "mancato_accordo": "mancato accordo",
    "termini_scaduti": "termini scaduti senza accordo",
}
NOMI_QUALIFICHE: Final = {
    "operaio": "operaio",
    "impiegato": "impiegato",
    "quadro": "quadro",
    "dirigente": "dirigente",
    "apprendista": "apprendista",
}
NOMI_CRITERI: Final = {
    "concordato": "criterio concordato",
    "legale": "criteri di legge",
    "misto": "criterio concordato, poi quelli di legge",
}
NOMI_VIE: Final = {"concordato": "criterio concordato", "legale": "criteri di legge"}
NOMI_ALTERNATIVE: Final = {
    "diversa_utilizzazione": "diversa utilizzazione del personale",
    "mansioni_inferiori": "assegnazione a mansioni inferiori",
    "contratto_solidarieta": "contratti di solidarietà",
    "orario_flessibile": "forme flessibili di gestione del tempo di lavoro",
    "riqualificazione": "riqualificazione e riconversione",
    "misure_sociali": "misure sociali di accompagnamento",
    "altro": "altro",
}
NOMI_ESCLUSIONI: Final = {
    "professionalita_non_comparabile": "professionalità non comparabile con le altre",
    "quota_riserva": "quota di riserva del collocamento mirato",
    "posizione_mantenuta": "posizione di lavoro mantenuta",
    "altro": "altro",
}
NOMI_AUTORITA: Final = {
    "regione": "la Regione",
    "provincia": "la Provincia",
    "ministero": "il Ministero del lavoro",
}
"""What the words of a choice stand for."""
