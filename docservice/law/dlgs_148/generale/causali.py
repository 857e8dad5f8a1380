"""The causes for which the treatments of the decree may be asked (artt. 11, 21 and 30; DM 95442/2016).

NOMI["meteo"] -> "eventi meteorologici"; "ferie" in ESCLUSE -> True
"""

from __future__ import annotations

from typing import Final

MERCATO: Final = ("mancanza_lavoro_commesse", "crisi_mercato")
"""The causes of market."""
ORDINARIE: Final = (
    *MERCATO,
    "fine_cantiere_lavoro",
    "fine_fase",
    "perizia_variante",
    "mancanza_materie_prime",
    "energia",
    "meteo",
    "sciopero",
    "eventi_esterni",
    "guasto_macchinari",
)
"""Those of the CIGO, and of the FIS for ordinary causes."""
EVENTI_NON_EVITABILI: Final = ("meteo", "eventi_esterni", "guasto_macchinari")
"""Those that may be events nobody can avoid (EONE)."""
ESCLUSE: Final = (
    "mancanza_fondi",
    "ferie",
    "campionario",
    "infortunio_morte_titolare",
    "sosta_stagionale",
    "inventario",
    "mancanza_fondi_committente",
)
"""Those that a rule refuses."""
CESSAZIONE: Final = "cessazione"
CRISI_COMPLESSA: Final = "crisi_complessa"
PROROGA_22BIS: Final = "proroga_22bis"
TRANSIZIONE_OCCUPAZIONALE: Final = "transizione_occupazionale"
RIORGANIZZAZIONE, TRANSIZIONE = "riorganizzazione", "transizione"
NORMA_SPECIALE: Final = "norma_speciale"
"""Any other act, which says by itself whom it is for and for how long."""
STRAORDINARIE: Final = (
    RIORGANIZZAZIONE,
    TRANSIZIONE,
    "crisi",
    "crisi_evento_improvviso",
    CESSAZIONE,
    TRANSIZIONE_OCCUPAZIONALE,
    PROROGA_22BIS,
    CRISI_COMPLESSA,
    NORMA_SPECIALE,
)
"""Those of the CIGS, but the solidarity contract."""
SOLIDARIETA: Final = "solidarieta"
DEL_CONTRATTO: Final = (SOLIDARIETA, PROROGA_22BIS, NORMA_SPECIALE)
"""Those of a solidarity contract; without any it is the first."""
CIGD: Final = {
    "eventi_transitori": "eventi transitori, non imputabili all’impresa né ai lavoratori",
    "situazioni_mercato": "situazioni temporanee di mercato",
    "crisi": "crisi aziendale",
    "riorganizzazione": "ristrutturazione o riorganizzazione",
}
"""Those of the CIG in deroga of 2016, and what it calls each."""
SOLO_CIGD: Final = ("eventi_transitori", "situazioni_mercato")
"""Those of them that no other instrument has."""
CRISI: Final = ("crisi", "crisi_evento_improvviso")
"""The crises, for which the CIGS covers apprentices too (art. 2 c. 3, up to 2021)."""
STRAORDINARIE_FIS: Final = (RIORGANIZZAZIONE, TRANSIZIONE, *CRISI, SOLIDARIETA)
"""The extraordinary ones that the FIS covers."""


def in_deroga(causale: str) -> str:
    """Return the cause that the CIG in deroga of 2016 has for one of the decree."""
    if causale in CIGD:
        return causale
    if causale in CRISI:
        return CRISI[0]
    return "situazioni_mercato" if causale in MERCATO else "eventi_transitori"


NOMI: Final = {
    "mancanza_lavoro_commesse": "mancanza di lavoro o di commesse",
    "crisi_mercato": "crisi di mercato",
    "fine_cantiere_lavoro": "fine cantiere o fine lavoro",
    "fine_fase": "fine fase lavorativa",
    "perizia_variante": "perizia di variante e suppletiva al progetto",
    "mancanza_materie_prime": "mancanza di materie prime o componenti",
    "energia": "mancanza di materie prime o componenti, per difficoltà nel reperire fonti di energia",
    "meteo": "eventi meteorologici",
    "sciopero": "sciopero di un reparto o di altra impresa",
    "eventi_esterni": "eventi estranei all’impresa",
    "guasto_macchinari": "guasto ai macchinari o manutenzione straordinaria",
    "mancanza_fondi": "mancanza di fondi dell’impresa",
    "ferie": "ferie",
    "campionario": "preparazione del campionario",
    "infortunio_morte_titolare": "infortunio o morte del titolare",
    "sosta_stagionale": "sosta stagionale",
    "inventario": "inventario",
    "mancanza_fondi_committente": "mancanza di fondi del committente",
    RIORGANIZZAZIONE: "riorganizzazione aziendale",
    TRANSIZIONE: "riorganizzazione per realizzare processi di transizione",
    "crisi": "crisi aziendale",
    "crisi_evento_improvviso": "crisi aziendale per un evento improvviso e imprevisto",
    CESSAZIONE: "cessazione dell’attività",
    TRANSIZIONE_OCCUPAZIONALE: "accordo di transizione occupazionale (art. 22-ter)",
    PROROGA_22BIS: "proroga per riorganizzazione, crisi o solidarietà (art. 22-bis)",
    CRISI_COMPLESSA: "crisi industriale complessa (art. 44 c. 11-bis)",
    SOLIDARIETA: "contratto di solidarietà",
    NORMA_SPECIALE: "norma speciale",
    **{causa: CIGD[causa] for causa in SOLO_CIGD},
}
"""What a cause is called, refused ones too."""
NOMI_ALLEGATI: Final = {
    "documento_identita": "documento di identità di chi dichiara",
    "bilancio": "bilancio",
    "fatturato": "prospetto del fatturato",
    "report_settore": "analisi del settore",
    "bollettino_meteo": "bollettino meteorologico",
    "verbale_autorita": "verbale o attestazione dell’autorità",
    "attestazione_riparazione": "attestazione della riparazione",
    "dichiarazione_autorita": "dichiarazione della pubblica autorità",
    "delega": "delega del legale rappresentante",
    "altro": "altro documento",
}
ALLEGATI: Final = tuple(NOMI_ALLEGATI)
"""The kinds of document that go with a technical report, and what each is called."""
