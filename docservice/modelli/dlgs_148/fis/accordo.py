"""Agreement for the cheque of the FIS, or of a bilateral fund (D.Lgs. 148/2015, artt. 26-31).

What a rule asks of the agreement may be missing here, so that the rule can say it.
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.law.tratti import ACCORDO, FIS, FONDO
from docservice.modelli.blocchi import LUNGO, AssociazioneDatoriale, Periodo
from docservice.modelli.calcolatori.giorni import DATA_DOMANDA, DATA_EVENTO, FINE_CONSULTAZIONE
from docservice.modelli.calcolatori.norma import PAROLE_NORMA, Norma
from docservice.modelli.calcolatori.parole import ORE_RICHIESTE, PAGAMENTO_DIRETTO
from docservice.modelli.catalogo import Modello
from docservice.modelli.dlgs_148.blocchi import (
    CausaleConsultata,
    ComunicazioneSindacale,
    DifficoltaFinanziarie,
    Evento,
    Partecipante,
    PeriodoTrattato,
    Rotazione,
)
from docservice.modelli.dlgs_148.contratto import DerogheInAumento, ElencoAllegato
from docservice.modelli.dlgs_148.datore import Datore148
from docservice.modelli.dlgs_148.fis.solidarieta import ConOrari
from docservice.modelli.dlgs_148.intesa import Intesa
from docservice.modelli.dlgs_148.parole import (
    ASSOCIAZIONE,
    CAUSALE,
    DATORE,
    DIFFICOLTA,
    LUOGO,
    NOMI_ASSEGNI,
    PARTECIPANTI,
    PRECEDENTI,
    RAPPRESENTANZA,
    STRUMENTO_ASSEGNO,
)
from docservice.modelli.intestazione import ConIntestazione
from docservice.modelli.presenti import SEDE, SINDACATI, OrganizzazionePresente, RappresentanzaPresente, SedeIncontro


class ProgrammaInBreve(Blocco):
    """The programme of an extraordinary cause, in short: its criteria are those of the report."""

    descrizione = Testo(
        massimo=LUNGO,
        parole=("Programma", "Che cosa fa l’impresa, in breve: il resto lo dice la relazione.", "chiude un magazzino."),
    )
    recupero_modalita = Testo(
        massimo=LUNGO,
        parole=("Recupero", "Come i lavoratori tornano al lavoro.", "rientro di tutti entro dicembre."),
    )


class Assegno(ConIntestazione):
    """What an agreement on the cheque has of its own."""

    strumento = Scelta(*NOMI_ASSEGNI, parole=STRUMENTO_ASSEGNO, nomi=NOMI_ASSEGNI)
    luogo = Testo(massimo=100, required=True, parole=LUOGO)
    data = Giorno(required=True, parole=("Data della firma", "Il giorno in cui si firma l’accordo.", "2026-02-16"))
    sede_incontro = Gruppo(SedeIncontro, parole=SEDE)
    datore_lavoro = Gruppo(Datore148, required=True, parole=DATORE)
    partecipanti_datore = Lista(Gruppo(Partecipante), parole=PARTECIPANTI)
    associazione_datoriale = Gruppo(AssociazioneDatoriale, parole=ASSOCIAZIONE)
    organizzazioni_sindacali = Lista(Gruppo(OrganizzazionePresente), parole=SINDACATI)
    rappresentanza_aziendale = Gruppo(RappresentanzaPresente, parole=RAPPRESENTANZA)
    comunicazione = Gruppo(
        ComunicazioneSindacale,
        parole=("Comunicazione ai sindacati", "La comunicazione che ha aperto la consultazione sindacale."),
    )
    causale = Gruppo(CausaleConsultata, required=True, parole=CAUSALE)
    norma = Gruppo(Norma, parole=PAROLE_NORMA)
    evento = Gruppo(Evento, parole=("Evento", "Che cosa è accaduto, se la causale è un evento estraneo all’impresa."))
    data_evento = Giorno(parole=DATA_EVENTO)
    periodo = Gruppo(
        Periodo, required=True, parole=("Periodo", "Il primo e l’ultimo giorno per cui si chiede l’assegno.")
    )
    numero_massimo_dipendenti = Intero(
        minimo=1,
        required=True,
        sinonimi=("lavoratori interessati",),
        parole=("Numero massimo di dipendenti", "Quanti lavoratori sono sospesi o ridotti, al massimo.", 8),
        unita="persone",
    )
    ore_richieste = Decimale(parole=ORE_RICHIESTE, unita="ore")
    rotazione = Gruppo(Rotazione, parole=("Rotazione", "Se i lavoratori sospesi si alternano, e come, o perché no."))
    data_ripresa = Giorno(
        parole=(
            "Ripresa a orario pieno",
            "Il giorno in cui tutti tornano all’orario di contratto, dopo la fine dell’assegno.",
            "2026-06-01",
        )
    )
    programma = Gruppo(
        ProgrammaInBreve,
        parole=("Programma", "Ciò che l’impresa fa, se la causale è una riorganizzazione o una crisi."),
    )
    giorni_settimana = Intero(
        minimo=5,
        massimo=7,
        parole=(
            "Giorni alla settimana",
            "Su quanti giorni si lavora, da 5 a 7: con questi i giorni già avuti diventano settimane.",
            5,
        ),
        unita="giorni",
    )
    pagamento_diretto_inps = SiNo(required=True, parole=PAGAMENTO_DIRETTO)
    difficolta_finanziarie = Gruppo(DifficoltaFinanziarie, parole=DIFFICOLTA)
    periodi_precedenti = Lista(Gruppo(PeriodoTrattato), massimo=1000, parole=PRECEDENTI)
    data_chiusura_consultazione = Giorno(parole=FINE_CONSULTAZIONE)
    data_domanda = Giorno(parole=DATA_DOMANDA)


class AccordoFis(Intesa, ConOrari, Assegno):
    """Payload of `accordo-fis`."""

    deroghe_in_aumento = Gruppo(
        DerogheInAumento, parole=("Deroghe in aumento", "Come si può lavorare di più, se l’accordo è di solidarietà.")
    )
    elenco_allegato = Gruppo(
        ElencoAllegato, parole=("Elenco allegato", "L’elenco dei nomi su fogli suoi, al posto dei lavoratori.")
    )


MODELLO = Modello(
    id="accordo-fis",
    titolo="Verbale di accordo per l’assegno del FIS",
    regime="dlgs-148",
    sezione="accordi",
    schema=AccordoFis,
    tratti=frozenset({ACCORDO, FIS}),
    titoli={"fondo": "Verbale di accordo per l’assegno di un fondo bilaterale"},
    per_strumento={"FIS": frozenset({ACCORDO, FIS}), "fondo": frozenset({ACCORDO, FONDO})},
)
