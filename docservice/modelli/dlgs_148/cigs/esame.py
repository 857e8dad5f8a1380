"""Record of the joint examination for an extraordinary treatment, drawn up by the authority (D.Lgs. 148/2015, art. 24).

{"autorita": {"tipo": "regione", "denominazione": "Regione Campania"}, "esito": "senza_accordo", …}
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.esige import esige
from docservice.campi.fields import Codice, Giorno, Gruppo, Lista, Scelta, SiNo, Testo
from docservice.law.tratti import CIGS, CONSULTAZIONE, ESAME, PROGRAMMA
from docservice.modelli.blocchi import LUNGO
from docservice.modelli.calcolatori.parole import PAGAMENTO_DIRETTO
from docservice.modelli.catalogo import Modello
from docservice.modelli.dlgs_148.blocchi import ComunicazioneSindacale, Partecipante
from docservice.modelli.dlgs_148.cigs.trattamento import ConProgramma, RichiestaCigs
from docservice.modelli.dlgs_148.datore import DatoreDelTrattamento
from docservice.modelli.dlgs_148.intesa import Intesa
from docservice.modelli.dlgs_148.parole import DATORE, PARTECIPANTI, RAPPRESENTANZA
from docservice.modelli.presenti import NOMI_SEDI, SINDACATI, OrganizzazionePresente, RappresentanzaPresente

NOMI_ESITI = {
    "accordo": "le parti si accordano",
    "senza_accordo": "le parti non si accordano",
    "assenza_parti": "chi era convocato non è venuto",
    "rinviato": "l’esame è rinviato",
}


class AutoritaEsame(Blocco):
    """The authority before which the parties meet."""

    tipo = Scelta(
        *("regione", "ministero"),
        required=True,
        parole=("Autorità", "Chi esamina: la Regione, o il Ministero se le unità sono in più regioni."),
        nomi=NOMI_SEDI,
    )
    denominazione = Testo(required=True, parole=("Denominazione", "Il nome dell’autorità.", "Regione Campania"))
    ufficio = Testo(parole=("Ufficio", "L’ufficio che tiene l’incontro.", "Direzione generale lavoro"))
    funzionario = Testo(parole=("Funzionario", "Chi presiede l’incontro.", "dott.ssa Elena Conti"))


class SedeEsame(Blocco):
    """How the parties meet, and where."""

    denominazione = Testo(
        parole=("Denominazione", "Dove ci si incontra, se non è negli uffici dell’autorità.", "Prefettura")
    )
    modalita = Scelta("presenza", "telematica", parole=("Modalità", "Se ci si incontra di persona o a distanza."))


class Assente(Blocco):
    """Who was called and did not come, or was not called."""

    denominazione = Testo(required=True, parole=("Denominazione", "Chi non è venuto.", "UGL Metalmeccanici Salerno"))
    convocata = SiNo(parole=("Convocato", "Sì se era stato convocato."))


class RichiestaEsame(Blocco):
    """The request of the examination."""

    da = Scelta(
        *("datore", "sindacati"),
        parole=("Chi l’ha chiesto", "Da chi viene la richiesta di esame."),
        nomi={"datore": "il datore di lavoro", "sindacati": "i sindacati"},
    )
    data = Giorno(parole=("Data della richiesta", "Il giorno in cui l’esame è stato chiesto.", "2026-02-04"))
    protocollo = Testo(massimo=40, parole=("Protocollo", "Il numero di protocollo della richiesta.", "2026/1180"))
    numero_pratica = Testo(massimo=40, parole=("Numero della pratica", "Il numero che ha dato il portale.", "118"))


class ConvocazioneEsame(Blocco):
    """The call of the parties."""

    data = Giorno(parole=("Data della convocazione", "Il giorno in cui le parti sono state convocate.", "2026-02-09"))
    protocollo = Testo(massimo=40, parole=("Protocollo", "Il numero di protocollo della convocazione.", "2026/1311"))


class AccordoRaggiunto(Blocco):
    """Whether the parties have an agreement, and since when."""

    esiste = SiNo(parole=("Accordo raggiunto", "Sì se le parti hanno firmato un accordo."))
    data = Giorno(parole=("Data dell’accordo", "Il giorno in cui l’hanno firmato.", "2026-02-16"))


class Rinvio(Blocco):
    """When the parties meet again."""

    data = Giorno(parole=("Giorno", "Il giorno in cui le parti si rivedono.", "2026-02-23"))
    ora = Codice(
        "([01][0-9]|2[0-3])[:.][0-5][0-9]",
        "l’ora va scritta come 10:30",
        5,
        parole=("Ora", "L’ora in cui l’incontro comincia.", "10:30"),
    )


@esige("luogo")
class EsameCongiuntoCigs(ConProgramma, Intesa, RichiestaCigs):
    """Payload of `esame-congiunto-cigs`."""

    data = Giorno(required=True, parole=("Data dell’esame", "Il giorno in cui si redige il verbale.", "2026-02-16"))
    autorita = Gruppo(AutoritaEsame, required=True, parole=("Autorità", "Davanti a chi si svolge l’esame congiunto."))
    sede_incontro = Gruppo(SedeEsame, parole=("Sede dell’incontro", "Dove, o in che modo, ci si incontra."))
    datore_lavoro = Gruppo(DatoreDelTrattamento, required=True, parole=DATORE)
    partecipanti_datore = Lista(Gruppo(Partecipante), required=True, parole=PARTECIPANTI)
    organizzazioni_sindacali = Lista(Gruppo(OrganizzazionePresente), parole=SINDACATI)
    rappresentanza_aziendale = Gruppo(RappresentanzaPresente, parole=RAPPRESENTANZA)
    assenti = Lista(Gruppo(Assente), massimo=50, parole=("Assenti", "Chi non è venuto all’incontro."))
    comunicazione = Gruppo(
        ComunicazioneSindacale,
        parole=("Comunicazione ai sindacati", "La comunicazione che ha aperto la consultazione."),
    )
    richiesta = Gruppo(RichiestaEsame, parole=("Richiesta di esame", "Chi ha chiesto l’esame congiunto, e quando."))
    convocazione = Gruppo(ConvocazioneEsame, parole=("Convocazione", "Quando le parti sono state convocate."))
    posizione_azienda = Testo(
        massimo=LUNGO, parole=("Posizione dell’impresa", "Che cosa sostiene l’impresa.", "conferma il programma.")
    )
    posizione_sindacati = Testo(
        massimo=LUNGO,
        parole=("Posizione dei sindacati", "Che cosa sostengono i sindacati.", "chiedono verifiche più frequenti."),
    )
    accordo = Gruppo(AccordoRaggiunto, parole=("Accordo", "L’accordo raggiunto, se c’è."))
    esito = Scelta(*NOMI_ESITI, required=True, parole=("Esito", "Come si conclude l’esame."), nomi=NOMI_ESITI)
    rinvio = Gruppo(Rinvio, parole=("Rinvio", "Quando ci si rivede, se l’esame è rinviato."))
    pagamento_diretto_inps = SiNo(parole=PAGAMENTO_DIRETTO)


MODELLO = Modello(
    id="esame-congiunto-cigs",
    titolo="Verbale di esame congiunto per la CIGS",
    regime="dlgs-148",
    sezione="verbali",
    schema=EsameCongiuntoCigs,
    tratti=frozenset({ESAME, CIGS, CONSULTAZIONE, PROGRAMMA}),
)
