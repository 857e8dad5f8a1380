"""What decides which treatments an employer may ask for: sector, average of the semester, fund, clients."""

from __future__ import annotations

from docservice.campi.aperta import SceltaAperta
from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Scelta, SiNo
from docservice.law.dlgs_148.strumenti.fondi import NOMI_FONDI
from docservice.modelli.calcolatori.parole import MEDIA_SEMESTRE
from docservice.modelli.calcolatori.settori import (
    COMMITTENTE_CIGO,
    COMMITTENTE_CIGS,
    FONDO_BILATERALE,
    NOMI_SETTORI,
    PAROLE_SETTORE,
    SETTORI,
)


class Inquadramento(Blocco):
    """The data of an employer that the law judges by; those not given, it does not judge."""

    settore = Scelta(*SETTORI, parole=PAROLE_SETTORE, nomi=NOMI_SETTORI)
    media_dipendenti_semestre = Decimale(parole=MEDIA_SEMESTRE, unita="persone")
    fondo_bilaterale = SceltaAperta(*NOMI_FONDI, parole=FONDO_BILATERALE, nomi=NOMI_FONDI)
    committente_cigo = SiNo(parole=COMMITTENTE_CIGO)
    committente_cigs = SiNo(parole=COMMITTENTE_CIGS)
