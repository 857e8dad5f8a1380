"""Sworn report on an extraordinary cause of the cheque (DM 33/2022, INPS circ. 109/2022; art. 47 DPR 445/2000).

One report for each cause. What the law asks of a cause may be missing here, so that the rule can say it.
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.esige import esige
from docservice.campi.fields import Giorno, Gruppo, Intero, Lista, Scelta, Testo
from docservice.law.dlgs_148.generale.causali import NOMI, STRAORDINARIE_FIS
from docservice.law.tratti import FIS, FONDO, RELAZIONE, STRAORDINARIA
from docservice.modelli.blocchi import LUNGO, Periodo
from docservice.modelli.calcolatori.giorni import DATA_DOMANDA
from docservice.modelli.catalogo import Modello
from docservice.modelli.dlgs_148.allegati import ConAllegati
from docservice.modelli.dlgs_148.cigs.crisi import EventoImprovviso
from docservice.modelli.dlgs_148.cigs.programma import Recupero, Transizione, VoceInvestimento
from docservice.modelli.dlgs_148.datore import Datore148
from docservice.modelli.dlgs_148.fis.solidarieta import ConOrari
from docservice.modelli.dlgs_148.parole import CAUSALE, DATORE, LUOGO, NOMI_ASSEGNI, STRUMENTO_ASSEGNO
from docservice.modelli.dlgs_148.relazione_tecnica import DichiaranteRelazione, IndicatoriRelazione
from docservice.modelli.intestazione import ConIntestazione


@esige("codice_fiscale", "matricola_inps")
class DatoreRelazioneFis(Datore148):
    """The employer, with what the report says of it."""


class CausaleStraordinaria(Blocco):
    """An extraordinary cause of the cheque."""

    tipo = Scelta(
        *STRAORDINARIE_FIS,
        required=True,
        parole=("Causale", "La causale straordinaria: una sola per relazione."),
        nomi=NOMI,
    )
    descrizione = Testo(
        massimo=LUNGO,
        parole=("Ragioni", "Perché il lavoro si sospende o si riduce.", "le vendite al banco sono calate di un terzo."),
    )


class AccordoCitato(Blocco):
    """The agreement that the report follows."""

    data = Giorno(parole=("Data dell’accordo", "Il giorno in cui l’accordo è stato firmato.", "2026-02-16"))


class Relazione(ConIntestazione, ConAllegati):
    """What a report has whatever its hours."""

    strumento = Scelta(*NOMI_ASSEGNI, parole=STRUMENTO_ASSEGNO, nomi=NOMI_ASSEGNI)
    luogo = Testo(massimo=100, required=True, parole=LUOGO)
    data = Giorno(required=True, parole=("Data", "Il giorno in cui si firma la relazione.", "2026-02-23"))
    datore_lavoro = Gruppo(DatoreRelazioneFis, required=True, parole=DATORE)
    dichiarante = Gruppo(
        DichiaranteRelazione,
        required=True,
        parole=("Dichiarante", "Chi firma la relazione e ne risponde (art. 47 DPR 445/2000)."),
    )
    causale = Gruppo(CausaleStraordinaria, required=True, parole=CAUSALE)
    periodo = Gruppo(Periodo, required=True, parole=("Periodo", "Il primo e l’ultimo giorno chiesti."))
    numero_massimo_dipendenti = Intero(
        minimo=1,
        required=True,
        parole=("Numero massimo di dipendenti", "Quanti lavoratori sono sospesi o ridotti, al massimo.", 8),
        unita="persone",
    )
    data_domanda = Giorno(parole=DATA_DOMANDA)
    inefficienze = Testo(
        massimo=LUNGO,
        parole=(
            "Inefficienze",
            "Nella riorganizzazione: a che cosa l’impresa rimedia.",
            "due magazzini per le stesse merci.",
        ),
    )
    transizione = Gruppo(Transizione, parole=("Transizione", "Il processo di transizione, se la causale è questa."))
    interventi = Lista(
        Testo(massimo=LUNGO, required=True, parole=("Intervento", "Un intervento.", "chiusura di un magazzino")),
        parole=("Interventi", "Ciò che l’impresa fa, un intervento per voce.", ["chiusura di un magazzino"]),
    )
    investimenti = Lista(
        Gruppo(VoceInvestimento), parole=("Investimenti", "Gli investimenti, uno per uno, se ce ne sono.")
    )
    recupero = Gruppo(Recupero, parole=("Recupero occupazionale", "Quanti lavoratori restano occupati, e come."))
    indicatori = Gruppo(
        IndicatoriRelazione, parole=("Indicatori economici", "L’andamento economico e finanziario, nella crisi.")
    )
    organico_andamento = Testo(
        massimo=LUNGO,
        parole=(
            "Andamento dell’organico",
            "Come è cambiato l’organico, nella crisi.",
            "da 13 a 12 addetti in due anni.",
        ),
    )
    evento = Gruppo(
        EventoImprovviso,
        parole=("Evento improvviso", "Che cosa è accaduto, se la crisi viene da un evento improvviso."),
    )
    accordo = Gruppo(AccordoCitato, parole=("Accordo", "L’accordo di solidarietà, o quello sul programma."))
    annotazioni = Testo(
        massimo=LUNGO, parole=("Annotazioni", "Altro che l’INPS deve sapere.", "nessuno è stato licenziato.")
    )


class RelazioneFis(ConOrari, Relazione):
    """Payload of `relazione-fis`."""


MODELLO = Modello(
    id="relazione-fis",
    titolo="Relazione per l’assegno del FIS",
    regime="dlgs-148",
    sezione="verbali",
    schema=RelazioneFis,
    tratti=frozenset({RELAZIONE, STRAORDINARIA, FIS}),
    titoli={"fondo": "Relazione per l’assegno di un fondo bilaterale"},
    per_strumento={
        "FIS": frozenset({RELAZIONE, STRAORDINARIA, FIS}),
        "fondo": frozenset({RELAZIONE, STRAORDINARIA, FONDO}),
    },
)
