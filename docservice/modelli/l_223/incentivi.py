"""What a worker who leaves is given, a row for each group and day of leaving.

{"qualifica": "operaio", "uscita_entro": date(2024, 12, 31), "importo": Decimal("18000.00")}
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Scelta, Testo
from docservice.campi.numeri import Importo
from docservice.modelli.l_223.parole import NOMI_QUALIFICHE

_A_CHI = {"lavoratore": "al lavoratore", "nuovo_datore": "al nuovo datore di lavoro"}


class RigaIncentivo(Blocco):
    """One row: to whom, who leaves when, how much; the law judges a row without a measure."""

    gruppo = Testo(parole=("Gruppo", "Chi riguarda, se non è una qualifica sola.", "addetti alla tessitura"))
    qualifica = Scelta(
        *NOMI_QUALIFICHE, parole=("Qualifica", "La categoria a cui la riga si riferisce."), nomi=NOMI_QUALIFICHE
    )
    uscita_dal = Giorno(parole=("Uscita dal", "Il primo giorno di uscita a cui la riga vale.", "2024-09-01"))
    uscita_entro = Giorno(parole=("Uscita entro", "L’ultimo giorno di uscita a cui la riga vale.", "2024-12-31"))
    importo = Importo(parole=("Importo", "La somma lorda, in euro.", "18000.00"), unita="euro")
    mensilita = Decimale(
        massimo="1000", parole=("Mensilità", "Se la misura è in mesi di paga.", "12"), unita="mensilità"
    )
    minimo = Decimale(
        massimo="1000", parole=("Minimo", "Le mensilità sotto le quali non si va.", "6"), unita="mensilità"
    )
    beneficiario = Scelta(*_A_CHI, parole=("Beneficiario", "A chi va la somma."), nomi=_A_CHI)
