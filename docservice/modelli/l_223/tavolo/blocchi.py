"""What every record of the examination holds: who is there, the procedure, what was looked at and what was said.

{"data": date(2024, 5, 28), "organizzazioni_sindacali": […], "procedura": {…}, "alternative_esaminate": […], …}
"""

from __future__ import annotations

from docservice.campi.fields import Giorno, Gruppo, Lista, Scelta, SiNo, Testo
from docservice.modelli.blocchi import LUNGO
from docservice.modelli.intesa import ConDichiarazioni
from docservice.modelli.intestazione import ConIntestazione
from docservice.modelli.l_223.blocchi import (
    AssociazioneDellaProcedura,
    DatoreDellaProcedura,
    OrganizzazioneAlTavolo,
)
from docservice.modelli.l_223.parole import ASSOCIAZIONE, DATORE, LUOGO, NOMI_FASI, PROCEDURA, RAPPRESENTANZA
from docservice.modelli.l_223.procedura import (
    AlternativaEsaminata,
    AutoritaDellaProcedura,
    DocumentoRichiesto,
    Procedura,
)
from docservice.modelli.presenti import SEDE, SINDACATI, RappresentanzaPresente, SedeIncontro

AUTORITA = ("Autorità", "Davanti a chi si svolge la fase amministrativa, o chi ne riceve il verbale.")


class Tavolo(ConDichiarazioni, ConIntestazione):
    """A record of the joint examination."""

    luogo = Testo(required=True, parole=LUOGO)
    data = Giorno(required=True, parole=("Data", "Il giorno in cui le parti firmano il verbale.", "2024-06-20"))
    sede_incontro = Gruppo(SedeIncontro, required=True, parole=SEDE)
    datore_lavoro = Gruppo(DatoreDellaProcedura, required=True, parole=DATORE)
    associazione_datoriale = Gruppo(AssociazioneDellaProcedura, parole=ASSOCIAZIONE)
    organizzazioni_sindacali = Lista(Gruppo(OrganizzazioneAlTavolo), required=True, parole=SINDACATI)
    rappresentanza_aziendale = Gruppo(RappresentanzaPresente, parole=RAPPRESENTANZA)
    procedura = Gruppo(Procedura, required=True, parole=PROCEDURA)
    regolarita_constatata = SiNo(
        required=True,
        parole=("Regolarità constatata", "Sì se le parti danno atto che la procedura si è aperta regolarmente."),
    )
    posizione_azienda = Testo(
        massimo=LUNGO,
        parole=("Posizione dell’impresa", "Che cosa sostiene l’impresa.", "conferma i motivi della comunicazione."),
    )
    posizione_sindacati = Testo(
        massimo=LUNGO,
        parole=("Posizione dei sindacati", "Che cosa chiedono i sindacati.", "chiedono di ridurre gli esuberi."),
    )
    alternative_esaminate = Lista(
        Gruppo(AlternativaEsaminata),
        massimo=50,
        parole=(
            "Alternative esaminate",
            "Che cosa si è esaminato per evitare i licenziamenti o per attenuarne gli effetti, e con che esito.",
        ),
    )
    documenti_richiesti = Lista(
        Gruppo(DocumentoRichiesto),
        massimo=100,
        parole=("Documenti richiesti", "Ciò che i sindacati hanno chiesto di vedere, e quando è stato consegnato."),
    )


class TavoloConcluso(Tavolo):
    """A record that closes a phase."""

    fase = Scelta(*NOMI_FASI, required=True, parole=("Fase", "Quale fase della procedura si chiude."), nomi=NOMI_FASI)
    autorita = Gruppo(AutoritaDellaProcedura, parole=AUTORITA)
    incontri_precedenti = Lista(
        Giorno(required=True, parole=("Incontro", "Il giorno di un incontro precedente.", "2024-05-28")),
        required=True,
        parole=("Incontri precedenti", "I giorni degli incontri prima di questo."),
    )
