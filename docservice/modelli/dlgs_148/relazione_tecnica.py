"""Technical report on an ordinary cause (art. 2 DM 95442/2016), a sworn statement (art. 47 DPR 445/2000).

The extraordinary causes of the FIS and of the funds have a report of their own.
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.esige import esige
from docservice.campi.fields import Codice, Giorno, Gruppo, Importo, Intero, Lista, Scelta, SiNo, Testo
from docservice.law.dlgs_148.generale.causali import ESCLUSE, NOMI, NORMA_SPECIALE, ORDINARIE
from docservice.law.tratti import CIGO, FIS, FONDO, RELAZIONE, TECNICA
from docservice.modelli.blocchi import LUNGO, Periodo, Persona, Sede
from docservice.modelli.calcolatori.giorni import DATA_DOMANDA
from docservice.modelli.calcolatori.norma import PAROLE_NORMA, Norma
from docservice.modelli.calcolatori.parole import PAGAMENTO_DIRETTO
from docservice.modelli.catalogo import Modello
from docservice.modelli.dlgs_148.allegati import ConAllegati
from docservice.modelli.dlgs_148.blocchi import CausaleCigo, DifficoltaFinanziarie
from docservice.modelli.dlgs_148.datore import Datore148
from docservice.modelli.dlgs_148.fatti_causale import FattiCausale
from docservice.modelli.dlgs_148.parole import (
    CAUSALE,
    DATORE,
    DIFFICOLTA,
    LUOGO,
    NOMI_CAPACITA,
    NOMI_TRATTAMENTI,
    STRUMENTO,
)
from docservice.modelli.intestazione import ConIntestazione

_MASSIMO = "999999999999"


@esige("codice_fiscale", "matricola_inps", "data_inizio_attivita")
class DatoreRelazione(Datore148):
    """The employer, with what the report says of it and of the unit."""


class DichiaranteRelazione(Persona):
    """Who swears, and in which capacity."""

    luogo_nascita = Testo(
        massimo=100,
        required=True,
        parole=("Luogo di nascita", "Il comune, o lo Stato estero, in cui è nato chi dichiara.", "Salerno"),
    )
    provincia_nascita = Codice(
        "[A-Z]{2}",
        "serve la sigla della provincia, due lettere maiuscole (EE per l’estero)",
        2,
        required=True,
        parole=("Provincia di nascita", "La sigla della provincia, due lettere: EE per l’estero.", "SA"),
    )
    data_nascita = Giorno(
        required=True, parole=("Data di nascita", "Il giorno di nascita di chi dichiara.", "1971-03-14")
    )
    residenza = Gruppo(Sede, required=True, parole=("Residenza", "Dove risiede chi dichiara."))
    telefono = Testo(massimo=40, parole=("Telefono", "Un numero a cui l’INPS può chiamare.", "089 000000"))
    capacita = Scelta(
        "titolare",
        "legale_rappresentante",
        "delegato",
        required=True,
        parole=("In qualità di", "In quale veste firma: il delegato allega la delega."),
        nomi=NOMI_CAPACITA,
    )


class DichiarazioniRelazione(Blocco):
    """The parts in prose; the law judges what is missing."""

    attivita_andamento = Testo(
        massimo=LUNGO,
        parole=(
            "Attività e andamento",
            "Che cosa fa l’impresa, e come è peggiorata nei due anni prima del periodo.",
            "produce torni; le commesse calano dal 2024.",
        ),
    )
    estraneita_gestione = Testo(
        massimo=LUNGO,
        parole=(
            "Estraneità alla gestione",
            "Perché l’evento non dipende da scelte, imperizia o negligenza dell’impresa.",
            "i rinvii sono dei clienti.",
        ),
    )
    ripresa_iniziative = Testo(
        massimo=LUNGO,
        parole=(
            "Ripresa e iniziative",
            "Su che cosa si fonda la ripresa: ordini, contratti, gare.",
            "tre ordini confermati per giugno.",
        ),
    )
    annotazioni = Testo(
        massimo=LUNGO, parole=("Annotazioni", "Altro che l’INPS deve sapere.", "nessun lavoratore è stato licenziato.")
    )


class ValoreIndicatori(Blocco):
    """The indicators of a year, or of a quarter; `risultato_impresa` is below zero for a loss."""

    anno = Intero(
        minimo=1900, massimo=2100, required=True, parole=("Anno", "L’anno a cui si riferiscono i valori.", 2025)
    )
    trimestre = Intero(
        minimo=1, massimo=4, parole=("Trimestre", "Il trimestre, da 1 a 4, se i valori sono trimestrali.", 1)
    )
    in_corso = SiNo(parole=("Anno in corso", "Sì se l’anno non è finito e i valori sono parziali."))
    ultimo_mese = Intero(
        minimo=1,
        massimo=12,
        parole=("Ultimo mese", "Fino a quale mese arrivano i valori dell’anno in corso, da 1 a 12.", 9),
    )
    fatturato = Importo(
        _MASSIMO,
        parole=("Fatturato", "Le vendite del periodo, dal bilancio o dalle scritture contabili.", "2410000.00"),
        unita="euro",
    )
    risultato_operativo = Importo(
        _MASSIMO,
        con_segno=True,
        parole=("Risultato operativo", "Ricavi meno costi della gestione: con il segno meno se negativo.", "85000.00"),
        unita="euro",
    )
    risultato_impresa = Importo(
        _MASSIMO,
        con_segno=True,
        parole=("Risultato d’impresa", "L’utile; con il segno meno la perdita, zero il pareggio.", "-42000.00"),
        unita="euro",
    )
    banche = Importo(
        _MASSIMO, parole=("Debiti verso banche", "L’indebitamento verso le banche.", "310000.00"), unita="euro"
    )
    istituti_finanziari = Importo(
        _MASSIMO,
        parole=("Debiti verso finanziarie", "L’indebitamento verso altri istituti finanziari.", "40000.00"),
        unita="euro",
    )
    societa_controllante = Importo(
        _MASSIMO,
        parole=("Debiti verso la controllante", "L’indebitamento verso la società che controlla l’impresa.", "0.00"),
        unita="euro",
    )
    altro = Importo(_MASSIMO, parole=("Altri debiti", "L’indebitamento verso altri.", "12000.00"), unita="euro")
    fornitori = Importo(
        _MASSIMO, parole=("Debiti verso fornitori", "L’indebitamento verso i fornitori.", "185000.00"), unita="euro"
    )


class IndicatoriRelazione(Blocco):
    """The economic and financial indicators, by year or by quarter."""

    periodicita = Scelta(
        "annuale", "trimestrale", required=True, parole=("Periodicità", "Se i valori sono per anno o per trimestre.")
    )
    valori = Lista(
        Gruppo(ValoreIndicatori),
        required=True,
        parole=("Valori", "I due anni prima di quello del periodo, e l’anno in corso."),
    )
    motivazione_andamento = Testo(
        massimo=LUNGO,
        parole=(
            "Nota sull’andamento",
            "Perché gli indicatori non sono peggiorati, se è così.",
            "il fatturato del 2025 viene da un ordine unico.",
        ),
    )


class CausaleRelazione(CausaleCigo):
    """The cause: an ordinary one, one that is refused, or that of a special act."""

    tipo = Scelta(
        *ORDINARIE,
        NORMA_SPECIALE,
        *ESCLUSE,
        required=True,
        parole=("Causale", "Perché si chiede il trattamento: una di quelle del DM 95442/2016, o una norma speciale."),
        nomi=NOMI,
    )


class RelazioneTecnica(ConIntestazione, ConAllegati):
    """Payload of `relazione-tecnica`; `data_inizio_contrazione` is the day from which work began to lack."""

    strumento = Scelta(*NOMI_TRATTAMENTI, parole=STRUMENTO, nomi=NOMI_TRATTAMENTI)
    luogo = Testo(massimo=100, required=True, parole=LUOGO)
    data = Giorno(required=True, parole=("Data", "Il giorno in cui si firma la relazione.", "2026-03-09"))
    datore_lavoro = Gruppo(DatoreRelazione, required=True, parole=DATORE)
    dichiarante = Gruppo(
        DichiaranteRelazione,
        required=True,
        parole=("Dichiarante", "Chi firma la relazione e ne risponde (art. 47 DPR 445/2000)."),
    )
    causale = Gruppo(CausaleRelazione, required=True, parole=CAUSALE)
    norma = Gruppo(Norma, parole=PAROLE_NORMA)
    periodo = Gruppo(Periodo, required=True, parole=("Periodo", "Il primo e l’ultimo giorno chiesti."))
    data_domanda = Giorno(parole=DATA_DOMANDA)
    data_inizio_contrazione = Giorno(
        parole=(
            "Inizio della contrazione",
            "Da quando il lavoro ha cominciato a mancare: i fatti seguenti non contano.",
            "2026-02-23",
        )
    )
    dichiarazioni = Gruppo(
        DichiarazioniRelazione, required=True, parole=("Dichiarazioni", "Ciò che si dichiara, punto per punto.")
    )
    fatti = Gruppo(
        FattiCausale, parole=("Fatti della causale", "I fatti che la causale chiede di provare (DM 95442/2016).")
    )
    cig_precedente = Testo(
        massimo=LUNGO,
        parole=(
            "CIG precedente",
            "I periodi di integrazione salariale già avuti.",
            "tredici settimane di CIGO nel 2024.",
        ),
    )
    indicatori = Gruppo(
        IndicatoriRelazione,
        required=True,
        parole=("Indicatori economici", "L’andamento economico e finanziario dell’impresa."),
    )
    pagamento_diretto_inps = SiNo(parole=PAGAMENTO_DIRETTO)
    difficolta_finanziarie = Gruppo(DifficoltaFinanziarie, parole=DIFFICOLTA)


MODELLO = Modello(
    id="relazione-tecnica",
    titolo="Relazione tecnica CIGO",
    regime="dlgs-148",
    sezione="verbali",
    schema=RelazioneTecnica,
    tratti=frozenset({RELAZIONE, TECNICA, CIGO}),
    titoli={
        "FIS": "Relazione tecnica per l’assegno del FIS",
        "fondo": "Relazione tecnica per l’assegno di un fondo bilaterale",
    },
    per_strumento={
        "FIS": frozenset({RELAZIONE, TECNICA, FIS}),
        "fondo": frozenset({RELAZIONE, TECNICA, FONDO}),
    },
)
