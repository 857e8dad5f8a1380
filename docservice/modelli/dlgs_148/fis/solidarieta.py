"""The blocks of the papers of the cheque whose cause is a solidarity agreement: who is too many, the hours of each."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Gruppo, Lista
from docservice.modelli.blocchi import MOLTI_LAVORATORI
from docservice.modelli.calcolatori.parole import GRUPPI
from docservice.modelli.dlgs_148.contratto import Esuberi, GruppoSolidale, LavoratoreSolidale
from docservice.modelli.dlgs_148.parole import TABELLA_DETTA
from docservice.modelli.dlgs_148.tabella_solidarieta import TabellaDichiarata


class ConOrari(Blocco):
    """The hours of the agreement are those of the workers, if each gives his own; else those of the groups."""

    esuberi = Gruppo(
        Esuberi, parole=("Esuberi", "Quanti lavoratori sono di troppo, e perché, se la causale è la solidarietà.")
    )
    gruppi = Lista(Gruppo(GruppoSolidale), massimo=1000, vuota=False, parole=GRUPPI)
    lavoratori = Lista(
        Gruppo(LavoratoreSolidale),
        massimo=MOLTI_LAVORATORI,
        parole=("Lavoratori", "I lavoratori interessati, uno per uno; nella solidarietà con il loro orario."),
    )
    tabella = Gruppo(TabellaDichiarata, parole=TABELLA_DETTA)
