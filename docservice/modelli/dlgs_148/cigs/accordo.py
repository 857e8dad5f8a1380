"""Agreement of an extraordinary treatment (D.Lgs. 148/2015, artt. 21 and 24, and the acts that add to them).

Its cause says which block the law reads: `{"causale": {"tipo": "cessazione"}, "cessazione": {…}}`.
"""

from __future__ import annotations

from docservice.campi.esige import esige
from docservice.campi.fields import Giorno, Gruppo, Lista, SiNo
from docservice.law.tratti import ACCORDO, CIGS, PROGRAMMA
from docservice.modelli.calcolatori.giorni import RICHIESTA_ESAME
from docservice.modelli.calcolatori.parole import PAGAMENTO_DIRETTO
from docservice.modelli.catalogo import Modello
from docservice.modelli.dlgs_148.blocchi import ComunicazioneSindacale, Partecipante
from docservice.modelli.dlgs_148.cigs.trattamento import ConProgramma, RichiestaCigs
from docservice.modelli.dlgs_148.datore import DatoreDelTrattamento
from docservice.modelli.dlgs_148.intesa import Intesa
from docservice.modelli.dlgs_148.parole import DATORE, PARTECIPANTI, RAPPRESENTANZA
from docservice.modelli.presenti import SEDE, SINDACATI, OrganizzazionePresente, RappresentanzaPresente, SedeIncontro


@esige("organico")
class DatoreDelProgramma(DatoreDelTrattamento):
    """The employer, with the staff of the unit or of the units."""


@esige("luogo")
class AccordoCigs(ConProgramma, Intesa, RichiestaCigs):
    """Payload of `accordo-cigs`."""

    data = Giorno(
        required=True, parole=("Data della firma", "Il giorno in cui le parti firmano l’accordo.", "2026-02-16")
    )
    sede_incontro = Gruppo(SedeIncontro, required=True, parole=SEDE)
    datore_lavoro = Gruppo(DatoreDelProgramma, required=True, parole=DATORE)
    partecipanti_datore = Lista(Gruppo(Partecipante), vuota=False, required=True, parole=PARTECIPANTI)
    organizzazioni_sindacali = Lista(Gruppo(OrganizzazionePresente), parole=SINDACATI)
    rappresentanza_aziendale = Gruppo(RappresentanzaPresente, parole=RAPPRESENTANZA)
    comunicazione = Gruppo(
        ComunicazioneSindacale,
        parole=("Comunicazione ai sindacati", "La comunicazione che ha aperto la consultazione."),
    )
    data_richiesta_esame = Giorno(parole=RICHIESTA_ESAME)
    pagamento_diretto_inps = SiNo(required=True, parole=PAGAMENTO_DIRETTO)


MODELLO = Modello(
    id="accordo-cigs",
    titolo="Verbale di accordo per la CIGS",
    regime="dlgs-148",
    sezione="accordi",
    schema=AccordoCigs,
    tratti=frozenset({ACCORDO, CIGS, PROGRAMMA}),
)
