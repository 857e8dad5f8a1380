"""The causes for which the treatments of the decree may be asked (artt. 11, 21 and 30; DM 95442/2016)."""

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
ESCLUSE: Final = (
    "mancanza_fondi",
    "ferie",
    "campionario",
    "infortunio_morte_titolare",
    "sosta_stagionale",
    "inventario",
    "mancanza_fondi_committente",
)
"""Those that are read, and refused."""
STRAORDINARIE: Final = (
    "riorganizzazione",
    "transizione",
    "crisi",
    "crisi_evento_improvviso",
    "cessazione",
    "transizione_occupazionale",
    "proroga_22bis",
)
"""Those of the CIGS, but the solidarity contract."""
SOLIDARIETA: Final = "solidarieta"
STRAORDINARIE_FIS: Final = ("riorganizzazione", "crisi", SOLIDARIETA)
"""The extraordinary ones that the FIS covers."""
ALLEGATI: Final = (
    "documento_identita",
    "bilancio",
    "fatturato",
    "report_settore",
    "bollettino_meteo",
    "verbale_autorita",
    "attestazione_riparazione",
    "dichiarazione_autorita",
    "delega",
    "altro",
)
"""The kinds of document that go with a technical report."""
