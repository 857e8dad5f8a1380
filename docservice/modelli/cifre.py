"""What the figures of a verdict are called by who reads them (`calcoli`), and the columns of those that are tables.

`CIFRE["numero_massimo_sospesi"]` → "Numero massimo di dipendenti in CIG".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

CIFRE: Final[Mapping[str, str]] = {
    # length
    "giorni": "Giorni del periodo",
    "settimane": "Settimane del periodo",
    "mesi": "Mesi del trattamento",
    "mesi_richiesti": "Mesi richiesti",
    "durata_massima_mesi": "Durata massima in mesi",
    "mesi_prima_concessione": "Mesi della prima concessione",
    "scadenza_prima_concessione": "Ultimo giorno della prima concessione",
    "divieto_licenziamenti_fino_al": "Divieto di licenziamento fino al",
    "ripresa": "Ripresa del lavoro",
    "settimane_usate": "Settimane usate nel biennio mobile",
    "settimane_residue": "Settimane che restano nel biennio mobile",
    "giorni_usati": "Giorni di CIG in deroga già avuti",
    "giorni_residui": "Giorni di CIG in deroga che restano",
    "mesi_cds": "Mesi di solidarietà nel quinquennio mobile",
    "mesi_computati": "Mesi computati nel quinquennio mobile",
    "limite_mesi": "Mesi al massimo nel quinquennio mobile",
    "mesi_residui": "Mesi che restano nel quinquennio mobile",
    "mesi_residui_cds": "Mesi di solidarietà che restano",
    "finestra_dal": "Primo giorno del quinquennio mobile",
    "finestra_al": "Ultimo giorno del quinquennio mobile",
    # people and hours
    "numero_massimo_sospesi": "Numero massimo di dipendenti in CIG",
    "monte_ore_massimo": "Ore della prima concessione",
    "lavoratori": "Lavoratori",
    "ore_lavorabili": "Ore lavorabili la settimana",
    "ore_non_lavorate": "Ore non lavorate la settimana",
    "orario_medio_contratto": "Ore di contratto a testa, la settimana",
    "orario_medio_mantenuto": "Ore lavorate a testa, la settimana",
    "orario_medio_ridotto": "Ore non lavorate a testa, la settimana",
    "riduzione_media_percentuale": "Riduzione media, in percento",
    "limite_medio": "Limite della riduzione media, in percento",
    "entro_limite": "Entro il limite medio",
    "limite_individuale": "Limite della riduzione di ciascuno, in percento",
    "riduzione_nel_periodo": "Riduzione nell’intero periodo, di chi cambia orario",
    "gruppi": "Reparti",
    "reparto": "Reparto",
    "righe": "Riduzione di ciascuna riga",
    "percentuale": "Riduzione, in percento",
    "esito": "Esito",
    "ore_programma": "Ore lavorabili nel programma",
    "tetto_ore": "Ore che si possono sospendere",
    "quota_ore": "Parte delle ore sospese, in percento",
    "quota_recupero": "Lavoratori recuperati, in percento",
    # procedure
    "sede_esame": "Autorità dell’esame congiunto",
    "competenza": "Competenza",
    "iter": "Procedimento",
    "standard_soddisfatti": "Accordi standard che i dati soddisferebbero",
    "modello": "Modello",
    "soddisfatto": "Soddisfatto",
    "regole_violate": "Regole violate",
    "dati_mancanti": "Dati mancanti",
    "evento_non_evitabile": "Evento oggettivamente non evitabile",
    "allegati_mancanti": "Allegati mancanti",
    # collective dismissal: the ranking and the two quotas
    "graduatoria": "Graduatoria",
    "profilo": "Profilo",
    "posizione": "Posizione",
    "id": "Lavoratore",
    "anni": "Anni di servizio",
    "punti_carichi": "Punti dei carichi di famiglia",
    "punti_anzianita": "Punti dell’anzianità",
    "punti_esigenze": "Punti delle esigenze",
    "scelto": "Scelto",
    "spareggio": "Spareggio",
    "percentuale_occupate": "Donne fra gli occupati, in percento",
    "percentuale_licenziate": "Donne fra i licenziati, in percento",
    "quota_riserva": "Quota di riserva",
    "protetti_rimanenti": "Occupati protetti che rimangono",
    # economic figures
    "anni_richiesti": "Anni per cui servono gli indicatori",
    "indebitamento": "Indebitamento",
    "anno": "Anno",
    "trimestre": "Trimestre",
    "totale": "Totale",
    "andamento": "Andamento",
    "indicatore": "Indicatore",
    "prima": "Prima",
    "dopo": "Dopo",
    "peggiora": "Peggiora",
}
"""Labels, by name as it travels."""
