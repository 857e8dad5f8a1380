"""The last notice of a collective dismissal: who was dismissed, and how those to go were chosen (art. 4 c. 9)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.law.tratti import FINALE
from docservice.modelli.blocchi import LUNGO, MOLTI_LAVORATORI
from docservice.modelli.catalogo import Modello
from docservice.modelli.intestazione import ConIntestazione
from docservice.modelli.l_223.blocchi import (
    AmmortizzatorePrecedente,
    Chiusura,
    ContributoDiRecesso,
    DatoreDellaProcedura,
    DestinatarioDellaProcedura,
    Finestra,
)
from docservice.modelli.l_223.licenziati import Licenziato
from docservice.modelli.l_223.parole import (
    ALLEGATI,
    AMMORTIZZATORI,
    CHIUSURA,
    CONCLUSIONE,
    CRITERIO,
    DATORE,
    DESTINATARI,
    FINESTRA,
    LUOGO,
    NOMI_ESCLUSIONI,
    PROCEDURA,
    TERMINE_LICENZIAMENTI,
)
from docservice.modelli.l_223.procedura import Conclusione, Criterio, Procedura
from docservice.modelli.l_223.scelta import PROFILO, RISERVATI, CollocamentoMirato, Graduatoria, Manodopera

_FORME = {
    "criterio_concordato": "criterio concordato",
    "criteri_legali": "criteri di legge",
    "misto": "criterio concordato e criteri di legge",
}


class ProfiloEscluso(Blocco):
    """A profile left out of the comparison, and why; the law judges a reason that lacks."""

    profilo = Testo(required=True, parole=PROFILO)
    motivo = Scelta(
        *NOMI_ESCLUSIONI,
        required=True,
        parole=("Motivo", "Perché non è confrontato con gli altri."),
        nomi=NOMI_ESCLUSIONI,
    )
    nota = Testo(massimo=LUNGO, parole=("Nota", "Il motivo, se è un altro.", "unico manutentore abilitato"))


class Settore(Blocco):
    """A department, and what its needs are."""

    settore = Testo(required=True, parole=("Settore", "Il reparto o l’ufficio.", "produzione"))
    esigenze = Testo(
        massimo=LUNGO,
        required=True,
        parole=("Esigenze", "In che consistono lì le esigenze tecniche.", "polivalenza su tutte le postazioni"),
    )
    esclusi = Lista(
        Gruppo(ProfiloEscluso), massimo=100, parole=("Esclusi dal confronto", "I profili lasciati fuori, e perché.")
    )


class AllegatiFinali(Blocco):
    """What goes with the notice: the sheets are the practice of some Regions."""

    modulistica_regionale = SiNo(
        parole=("Modulistica regionale", "Sì se la Regione vuole le sue schede: altrimenti non servono.")
    )
    scheda_aziendale = SiNo(required=True, parole=("Scheda aziendale", "Sì se si allega la scheda «A»."))
    schede_lavoratore = Intero(
        required=True, parole=("Schede dei lavoratori", "Quante schede «B» si allegano.", 0), unita="schede"
    )
    copie_schede = Intero(
        minimo=1,
        massimo=2,
        required=True,
        parole=("Copie delle schede", "In quante copie: una o due.", 1),
        unita="copie",
    )
    verbale = SiNo(required=True, parole=("Verbale", "Sì se si allega il verbale che ha concluso la procedura."))
    graduatoria = SiNo(
        parole=("Graduatoria", "Sì se si allega già stampata; non serve se è fra i dati: allora si stampa in calce.")
    )


class ComunicazioneFinale(ConIntestazione):
    """Payload of `comunicazione-art4c9`."""

    luogo = Testo(massimo=100, required=True, parole=LUOGO)
    data = Giorno(required=True, parole=("Data", "Il giorno della comunicazione.", "2024-07-26"))
    datore_lavoro = Gruppo(DatoreDellaProcedura, required=True, parole=DATORE)
    destinatari = Lista(Gruppo(DestinatarioDellaProcedura), massimo=100, required=True, parole=DESTINATARI)
    procedura = Gruppo(Procedura, required=True, parole=PROCEDURA)
    forma = Scelta(
        *_FORME, required=True, parole=("Forma", "Con quale criterio si è scelto: decide il testo."), nomi=_FORME
    )
    conclusione = Gruppo(Conclusione, parole=CONCLUSIONE)
    organico_attuale = Intero(
        required=True, parole=("Organico attuale", "Quanti sono oggi i dipendenti.", 48), unita="persone"
    )
    criterio = Gruppo(Criterio, parole=CRITERIO)
    termine_licenziamenti = Giorno(parole=TERMINE_LICENZIAMENTI)
    finestra = Gruppo(Finestra, parole=FINESTRA)
    chiusura = Gruppo(Chiusura, parole=CHIUSURA)
    ammortizzatori_precedenti = Lista(Gruppo(AmmortizzatorePrecedente), massimo=100, parole=AMMORTIZZATORI)
    applicazione = Testo(
        massimo=LUNGO,
        parole=(
            "Modalità di applicazione",
            "Come i criteri sono stati applicati, in modo puntuale.",
            "sono stati licenziati i quattro che hanno dichiarato di non opporsi.",
        ),
    )
    settori = Lista(
        Gruppo(Settore), massimo=100, parole=("Settori", "Le esigenze di ciascun settore, e chi non è confrontato.")
    )
    lavoratori = Lista(
        Gruppo(Licenziato),
        massimo=MOLTI_LAVORATORI,
        vuota=False,
        required=True,
        parole=("Lavoratori licenziati", "Uno per riga, con i dati che la legge vuole nell’elenco."),
    )
    manodopera = Lista(
        Gruppo(Manodopera),
        massimo=1000,
        parole=("Manodopera", "Occupati e donne prima dei licenziamenti, mansione per mansione; non si stampa."),
    )
    collocamento_mirato = Gruppo(
        CollocamentoMirato,
        parole=("Collocamento mirato", "La quota di riserva della L. 68/1999, alla cessazione; non si stampa."),
    )
    graduatoria = Gruppo(
        Graduatoria,
        parole=("Graduatoria", "Tutti quelli che si sono confrontati: si verifica, e si stampa in allegato."),
    )
    contributo = Gruppo(
        ContributoDiRecesso,
        parole=("Contributo di recesso", "Per contare quanto si deve all’INPS; non si stampa."),
    )
    allegati = Gruppo(AllegatiFinali, parole=ALLEGATI)


MODELLO = Modello(
    id="comunicazione-art4c9",
    titolo="Comunicazione dei licenziamenti (art. 4 c. 9)",
    regime="l-223",
    sezione="verbali",
    schema=ComunicazioneFinale,
    tratti=frozenset({FINALE}),
    riservati=RISERVATI,
)
