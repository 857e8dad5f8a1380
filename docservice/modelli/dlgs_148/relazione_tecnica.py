"""Technical report of the CIGO (art. 2 DM 95442/2016), a sworn statement (art. 47 DPR 445/2000)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.esige import esige
from docservice.campi.fields import Codice, Giorno, Gruppo, Importo, Intero, Lista, Scelta, SiNo, Testo
from docservice.law.tratti import CIGO, RELAZIONE
from docservice.modelli.blocchi import LUNGO, Periodo, Persona, Sede
from docservice.modelli.catalogo import Modello
from docservice.modelli.dlgs_148.allegati import ConAllegati
from docservice.modelli.dlgs_148.blocchi import CausaleCigo, Datore148, DifficoltaFinanziarie
from docservice.modelli.dlgs_148.fatti_causale import FattiCausale

_MASSIMO = "999999999999"


@esige("codice_fiscale", "matricola_inps", "data_inizio_attivita")
class DatoreRelazione(Datore148):
    """The employer, with what the report says of it and of the unit."""


class DichiaranteRelazione(Persona):
    """Who swears, and in which capacity."""

    luogo_nascita = Testo(massimo=100, required=True)
    provincia_nascita = Codice(
        "[A-Z]{2}", "serve la sigla della provincia, due lettere maiuscole (EE per l’estero)", 2, required=True
    )
    data_nascita = Giorno(required=True)
    residenza = Gruppo(Sede, required=True)
    telefono = Testo(massimo=40)
    capacita = Scelta("titolare", "legale_rappresentante", "delegato", required=True)


class DichiarazioniRelazione(Blocco):
    """The parts in prose; the law judges what is missing."""

    attivita_andamento = Testo(massimo=LUNGO)
    estraneita_gestione = Testo(massimo=LUNGO)
    ripresa_iniziative = Testo(massimo=LUNGO)
    annotazioni = Testo(massimo=LUNGO)


class ValoreIndicatori(Blocco):
    """The indicators of a year, or of a quarter; `risultato_impresa` is below zero for a loss."""

    anno = Intero(minimo=1900, massimo=2100, required=True)
    trimestre = Intero(minimo=1, massimo=4)
    in_corso = SiNo()
    fatturato = Importo(_MASSIMO)
    risultato_operativo = Importo(_MASSIMO, con_segno=True)
    risultato_impresa = Importo(_MASSIMO, con_segno=True)
    banche = Importo(_MASSIMO)
    istituti_finanziari = Importo(_MASSIMO)
    societa_controllante = Importo(_MASSIMO)
    altro = Importo(_MASSIMO)
    fornitori = Importo(_MASSIMO)


class IndicatoriRelazione(Blocco):
    """The economic and financial indicators, by year or by quarter."""

    periodicita = Scelta("annuale", "trimestrale", required=True)
    valori = Lista(Gruppo(ValoreIndicatori), required=True)
    motivazione_andamento = Testo(massimo=LUNGO)


class RelazioneTecnica(ConAllegati):
    """Payload of `relazione-tecnica`; `data_inizio_contrazione` is the day from which work began to lack."""

    luogo = Testo(massimo=100, required=True)
    data = Giorno(required=True)
    datore_lavoro = Gruppo(DatoreRelazione, required=True)
    dichiarante = Gruppo(DichiaranteRelazione, required=True)
    causale = Gruppo(CausaleCigo, required=True)
    periodo = Gruppo(Periodo, required=True)
    data_domanda = Giorno()
    data_inizio_contrazione = Giorno()
    dichiarazioni = Gruppo(DichiarazioniRelazione, required=True)
    fatti = Gruppo(FattiCausale)
    cig_precedente = Testo(massimo=LUNGO)
    indicatori = Gruppo(IndicatoriRelazione, required=True)
    pagamento_diretto_inps = SiNo()
    difficolta_finanziarie = Gruppo(DifficoltaFinanziarie)


MODELLO = Modello(
    id="relazione-tecnica",
    titolo="Relazione tecnica CIGO",
    regime="dlgs-148",
    sezione="verbali",
    schema=RelazioneTecnica,
    tratti=frozenset({RELAZIONE, CIGO}),
)
