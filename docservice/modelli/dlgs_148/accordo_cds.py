"""Agreement of a defensive solidarity contract (D.Lgs. 148/2015, artt. 21 c. 1 c and c. 5).

The hours are those of the workers, if each gives his own; else those of the groups, to which a list of the names may be
added. What a rule asks of the agreement (CDS-3, 7 and 9) may be missing here, so that the rule can say it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, validates_schema

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Importo, Intero, Lista, Scelta, SiNo, Testo
from docservice.law.tratti import ACCORDO, CIGS, SOLIDARIETA
from docservice.modelli.blocchi import (
    LUNGO,
    MOLTI_LAVORATORI,
    AssociazioneDatoriale,
    OrganizzazioneSindacale,
    Periodo,
    RappresentanzaAziendale,
)
from docservice.modelli.calcolatori.blocchi import GruppoOrari
from docservice.modelli.catalogo import Modello
from docservice.modelli.dlgs_148.blocchi import (
    DatoreConOrganico,
    DifficoltaFinanziarie,
    LavoratoreBeneficiario,
    Partecipante,
    PeriodoTrattato,
    SedeIncontro,
)
from docservice.modelli.dlgs_148.tabella_solidarieta import TabellaDichiarata

_ORARI = ("ore_settimanali", "ore_lavorate_settimanali")


class DatoreSolidale(DatoreConOrganico):
    """An employer that says in what it works: its sector, its activity, or both."""

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def _settore_o_attivita(self, data: Mapping[str, Any], original_data: Any, **kwargs: Any) -> None:
        del data, kwargs
        if isinstance(original_data, Mapping) and not {"settore", "attivita"} & set(original_data):
            raise ValidationError("Va indicato il settore, oppure l’attività.", "settore")


class LicenziamentoCollettivo(Blocco):
    """The collective dismissal that was opened: `numero` are the workers it would concern."""

    data = Giorno(required=True)
    mezzo = Testo(massimo=100)
    mittente = Scelta("datore", "associazione")
    numero = Intero(minimo=1)


class Vendite(Blocco):
    """The sales of a year; `variazione_su_base` is their change, in percent, on the first year given."""

    anno = Intero(minimo=1900, massimo=2100, required=True)
    importo = Importo(massimo="99999999999")
    variazione_su_base = Decimale(minimo="-100", massimo="9999")


class PremesseSolidarieta(Blocco):
    """What led to the agreement."""

    licenziamento_collettivo = Gruppo(LicenziamentoCollettivo)
    incontro_richiesto = SiNo()
    motivazioni = Testo(massimo=LUNGO)
    vendite = Lista(Gruppo(Vendite), massimo=20)
    stima_anno_corso = Testo(massimo=LUNGO)
    ammortizzatori_usati = Testo(massimo=LUNGO)


class Esuberi(Blocco):
    """How many workers are too many, and why."""

    numero = Intero()
    motivazione = Testo(massimo=LUNGO)


class Articolazione(Blocco):
    """How the cut is laid out in time."""

    base = Scelta("giornaliera", "settimanale", "mensile")
    modalita = Scelta("verticale", "orizzontale", "mista")
    parametrazione = Scelta("settimanale", "quadrisettimanale")
    descrizione = Testo(massimo=LUNGO)


class DerogheInAumento(Blocco):
    """How more hours may be worked, and who is told of it."""

    modalita = Testo(massimo=LUNGO)
    comunicazione = Lista(Scelta("ministero", "inps"), massimo=2)


class OrarioDelPeriodo(Periodo):
    """Days on which a worker keeps other hours than the usual ones."""

    ore_lavorate_settimanali = Decimale(massimo="168", required=True)


class LavoratoreSolidale(LavoratoreBeneficiario):
    """A worker of the contract; `orari` where the hours change in its course."""

    orari = Lista(Gruppo(OrarioDelPeriodo))


class AccordoCds(Blocco):
    """Payload of `accordo-cds`."""

    luogo = Testo(massimo=100, required=True)
    data = Giorno(required=True)
    sede_incontro = Gruppo(SedeIncontro, required=True)
    datore_lavoro = Gruppo(DatoreSolidale, required=True)
    partecipanti_datore = Lista(Gruppo(Partecipante), vuota=False, required=True)
    associazione_datoriale = Gruppo(AssociazioneDatoriale)
    organizzazioni_sindacali = Lista(Gruppo(OrganizzazioneSindacale))
    rappresentanza_aziendale = Gruppo(RappresentanzaAziendale)
    premesse = Gruppo(PremesseSolidarieta)
    esuberi = Gruppo(Esuberi)
    periodo = Gruppo(Periodo, required=True)
    gruppi = Lista(Gruppo(GruppoOrari), massimo=1000, vuota=False)
    lavoratori = Lista(Gruppo(LavoratoreSolidale), massimo=MOLTI_LAVORATORI, vuota=False)
    tabella = Gruppo(TabellaDichiarata, required=True)
    articolazione = Gruppo(Articolazione)
    deroghe_in_aumento = Gruppo(DerogheInAumento)
    divieto_straordinario = SiNo(required=True)
    tfr = Scelta("legge")
    ore_settimanali_contratto = Decimale(minimo="0.01", massimo="168")
    giorni_settimana = Intero(minimo=1, massimo=7, required=True)
    riduzione_massima_individuale = Decimale(massimo="100")
    verifiche_periodiche = Testo(massimo=LUNGO)
    pagamento_diretto_inps = SiNo(required=True)
    difficolta_finanziarie = Gruppo(DifficoltaFinanziarie)
    periodi_precedenti = Lista(Gruppo(PeriodoTrattato), massimo=1000)
    data_domanda = Giorno()

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def _ore_di_chi(self, data: Mapping[str, Any], original_data: Any, **kwargs: Any) -> None:
        del data, kwargs
        given = original_data if isinstance(original_data, Mapping) else {}
        if not {"gruppi", "lavoratori"} & set(given):
            raise ValidationError("Vanno indicati i lavoratori, oppure i gruppi con lo stesso orario.", "gruppi")
        listed = given.get("lavoratori")
        if "gruppi" in given or not isinstance(listed, list):
            return
        lacking = {
            place: {name: ["Senza gruppi va indicato l’orario di ciascun lavoratore."] for name in missing}
            for place, worker in enumerate(listed)
            if isinstance(worker, Mapping) and (missing := [name for name in _ORARI if name not in worker])
        }
        if lacking:
            raise ValidationError({"lavoratori": lacking})


MODELLO = Modello(
    id="accordo-cds",
    titolo="Contratto di solidarietà difensivo",
    regime="dlgs-148",
    sezione="accordi",
    schema=AccordoCds,
    tratti=frozenset({ACCORDO, CIGS, SOLIDARIETA}),
)
