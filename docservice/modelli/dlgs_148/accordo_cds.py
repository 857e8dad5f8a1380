"""Agreement of a defensive solidarity contract (D.Lgs. 148/2015, artt. 21 c. 1 c and c. 5).

The hours are those of the workers, if each gives his own; else those of the groups, to which a list of the names may be
added. What a rule asks of the agreement (CDS-3, 7 and 9) may be missing here, so that the rule can say it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, validates_schema

from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.law.tratti import ACCORDO, CIGS, SOLIDARIETA
from docservice.modelli.blocchi import (
    LUNGO,
    MOLTI_LAVORATORI,
    AssociazioneDatoriale,
    Periodo,
)
from docservice.modelli.calcolatori.giorni import DATA_DOMANDA
from docservice.modelli.calcolatori.norma import PAROLE_NORMA, Norma
from docservice.modelli.calcolatori.parole import GRUPPI, PAGAMENTO_DIRETTO
from docservice.modelli.catalogo import Modello
from docservice.modelli.dlgs_148.blocchi import DifficoltaFinanziarie, Partecipante, PeriodoTrattato
from docservice.modelli.dlgs_148.contratto import (
    Articolazione,
    DerogheInAumento,
    ElencoAllegato,
    Esuberi,
    GruppoSolidale,
    LavoratoreSolidale,
    PremesseSolidarieta,
)
from docservice.modelli.dlgs_148.datore import DatoreConOrganico
from docservice.modelli.dlgs_148.intesa import Intesa
from docservice.modelli.dlgs_148.norma import (
    MIMIT_PRESENTE,
    PROROGA,
    RAPPRESENTANTI,
    REGIONI_PRESENTI,
    CausaleContratto,
    Proroga,
    RappresentanteAutorita,
)
from docservice.modelli.dlgs_148.parole import (
    ASSOCIAZIONE,
    DATORE,
    DIFFICOLTA,
    LAVORATORI_SOLIDALI,
    LUOGO,
    PARTECIPANTI,
    PRECEDENTI,
    RAPPRESENTANZA,
    TABELLA_DETTA,
)
from docservice.modelli.dlgs_148.tabella_solidarieta import TabellaDichiarata
from docservice.modelli.intestazione import ConIntestazione
from docservice.modelli.presenti import SEDE, SINDACATI, OrganizzazionePresente, RappresentanzaPresente, SedeIncontro

_ORARI = ("ore_settimanali", "ore_lavorate_settimanali")


class DatoreSolidale(DatoreConOrganico):
    """An employer that says in what it works: its sector, its activity, or both."""

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def _settore_o_attivita(self, data: Mapping[str, Any], original_data: Any, **kwargs: Any) -> None:
        del data, kwargs
        if isinstance(original_data, Mapping) and not {"settore", "attivita"} & set(original_data):
            raise ValidationError("Va indicato il settore, oppure l’attività.", "settore")


class Contratto(ConIntestazione):
    """What an agreement of solidarity has of its own."""

    luogo = Testo(massimo=100, required=True, parole=LUOGO)
    data = Giorno(
        required=True,
        parole=("Data della firma", "Il giorno in cui si firma: decide i limiti della riduzione.", "2026-02-16"),
    )
    sede_incontro = Gruppo(SedeIncontro, required=True, parole=SEDE)
    datore_lavoro = Gruppo(DatoreSolidale, required=True, parole=DATORE)
    partecipanti_datore = Lista(Gruppo(Partecipante), vuota=False, required=True, parole=PARTECIPANTI)
    associazione_datoriale = Gruppo(AssociazioneDatoriale, parole=ASSOCIAZIONE)
    organizzazioni_sindacali = Lista(Gruppo(OrganizzazionePresente), parole=SINDACATI)
    rappresentanza_aziendale = Gruppo(RappresentanzaPresente, parole=RAPPRESENTANZA)
    regioni_presenti = Lista(
        Testo(massimo=100, required=True, parole=("Regione", "Una Regione presente.", "Campania")),
        massimo=20,
        parole=REGIONI_PRESENTI,
    )
    mimit_presente = SiNo(parole=MIMIT_PRESENTE)
    rappresentanti_autorita = Lista(Gruppo(RappresentanteAutorita), massimo=50, parole=RAPPRESENTANTI)
    causale = Gruppo(
        CausaleContratto,
        parole=("Causale", "La base del contratto, se non è quella ordinaria: una proroga, una norma speciale."),
    )
    proroga = Gruppo(Proroga, parole=PROROGA)
    norma = Gruppo(Norma, parole=PAROLE_NORMA)
    premesse = Gruppo(PremesseSolidarieta, parole=("Premesse", "Che cosa ha portato all’accordo."))
    esuberi = Gruppo(Esuberi, parole=("Esuberi", "Quanti lavoratori sono di troppo, e perché."))
    periodo = Gruppo(
        Periodo,
        required=True,
        parole=("Periodo", "Il primo e l’ultimo giorno del contratto: di norma 24 mesi al massimo."),
    )
    gruppi = Lista(Gruppo(GruppoSolidale), massimo=1000, vuota=False, parole=GRUPPI)
    lavoratori = Lista(Gruppo(LavoratoreSolidale), massimo=MOLTI_LAVORATORI, vuota=False, parole=LAVORATORI_SOLIDALI)
    elenco_allegato = Gruppo(
        ElencoAllegato, parole=("Elenco allegato", "L’elenco dei nomi su fogli suoi, al posto dei lavoratori.")
    )
    riduzione_fino_a = SiNo(
        parole=("Riduzione fino a", "Sì se ore e percentuali sono un massimo, e si può ridurre di meno.")
    )
    tabella = Gruppo(TabellaDichiarata, parole=TABELLA_DETTA)
    articolazione = Gruppo(Articolazione, parole=("Articolazione", "Come la riduzione è distribuita nel tempo."))
    deroghe_in_aumento = Gruppo(
        DerogheInAumento, parole=("Deroghe in aumento", "Come si può lavorare di più, se serve (art. 21 c. 5).")
    )
    divieto_straordinario = SiNo(
        parole=("Divieto di straordinario", "Sì se chi è in solidarietà non fa straordinario, come la legge vuole."),
    )
    tfr = Scelta(
        "legge",
        parole=("TFR", "Il trattamento di fine rapporto matura secondo la legge."),
        nomi={"legge": "matura per intero, come dice la legge"},
    )
    ore_settimanali_contratto = Decimale(
        minimo="0.01", massimo="168", parole=("Ore di contratto", "L’orario settimanale del CCNL.", "40"), unita="ore"
    )
    giorni_settimana = Intero(
        minimo=1,
        massimo=7,
        required=True,
        parole=("Giorni alla settimana", "Su quante giornate si lavora in una settimana.", 5),
        unita="giorni",
    )
    riduzione_massima_individuale = Decimale(
        massimo="100",
        parole=("Riduzione massima", "La riduzione più alta di un lavoratore in tutto il periodo.", "80"),
        unita="per cento",
    )
    verifiche_periodiche = Testo(
        massimo=LUNGO, parole=("Verifiche periodiche", "Quando le parti si rivedono.", "a giugno, e poi ogni tre mesi.")
    )
    pagamento_diretto_inps = SiNo(required=True, parole=PAGAMENTO_DIRETTO)
    difficolta_finanziarie = Gruppo(DifficoltaFinanziarie, parole=DIFFICOLTA)
    periodi_precedenti = Lista(Gruppo(PeriodoTrattato), massimo=1000, parole=PRECEDENTI)
    data_domanda = Giorno(parole=DATA_DOMANDA)

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


class AccordoCds(Intesa, Contratto):
    """Payload of `accordo-cds`."""


MODELLO = Modello(
    id="accordo-cds",
    titolo="Contratto di solidarietà difensivo",
    regime="dlgs-148",
    sezione="accordi",
    schema=AccordoCds,
    tratti=frozenset({ACCORDO, CIGS, SOLIDARIETA}),
)
