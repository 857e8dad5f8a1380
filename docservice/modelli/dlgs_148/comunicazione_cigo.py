"""Notice to the unions that opens the consultation for the CIGO, the FIS or a fund (D.Lgs. 148/2015, art. 14)."""

from __future__ import annotations

from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.law.tratti import CIGO, COMUNICAZIONE, CONSULTAZIONE, FIS, FONDO
from docservice.modelli.blocchi import AssociazioneDatoriale, Periodo, RappresentanzaAziendale
from docservice.modelli.calcolatori.blocchi import OrganicoOrario
from docservice.modelli.calcolatori.giorni import DATA_DOMANDA, DATA_EVENTO, FINE_CONSULTAZIONE, RICHIESTA_ESAME
from docservice.modelli.calcolatori.norma import PAROLE_NORMA, Norma
from docservice.modelli.calcolatori.parole import (
    ORE_GIA_AUTORIZZATE,
    ORE_RICHIESTE,
    ORE_RIDOTTE,
    ORGANICO,
    PAGAMENTO_DIRETTO,
    SETTIMANA_CORTA,
)
from docservice.modelli.catalogo import Modello
from docservice.modelli.dlgs_148.blocchi import (
    CausaleConsultata,
    CausaleEsposta,
    ComunicazioneSindacale,
    Destinatario,
    DifficoltaFinanziarie,
    Evento,
    PeriodoTrattato,
)
from docservice.modelli.dlgs_148.datore import Datore148
from docservice.modelli.dlgs_148.parole import (
    ASSOCIAZIONE,
    CAUSALE,
    DATORE,
    DIFFICOLTA,
    LUOGO,
    NOMI_SOSPENSIONE,
    NOMI_TRATTAMENTI,
    PRECEDENTI,
    RAPPRESENTANZA,
    STRUMENTO,
)
from docservice.modelli.intestazione import ConIntestazione


class RichiestaCigo(ConIntestazione):
    """What the documents of a CIGO, of the FIS or of a fund share; the law judges what is missing of the rest."""

    strumento = Scelta(*NOMI_TRATTAMENTI, parole=STRUMENTO, nomi=NOMI_TRATTAMENTI)
    luogo = Testo(massimo=100, parole=LUOGO)
    datore_lavoro = Gruppo(Datore148, required=True, parole=DATORE)
    associazione_datoriale = Gruppo(AssociazioneDatoriale, parole=ASSOCIAZIONE)
    comunicazione = Gruppo(
        ComunicazioneSindacale,
        required=True,
        parole=("Comunicazione ai sindacati", "La comunicazione che apre la consultazione sindacale."),
    )
    rappresentanza_aziendale = Gruppo(RappresentanzaAziendale, parole=RAPPRESENTANZA)
    causale = Gruppo(CausaleConsultata, required=True, parole=CAUSALE)
    norma = Gruppo(Norma, parole=PAROLE_NORMA)
    evento = Gruppo(Evento, parole=("Evento", "Che cosa è accaduto, se la causale è un evento estraneo all’impresa."))
    data_evento = Giorno(parole=DATA_EVENTO)
    periodo = Gruppo(
        Periodo,
        required=True,
        parole=("Periodo", "Il primo e l’ultimo giorno; una domanda di CIGO è di tredici settimane al massimo."),
    )
    numero_massimo_dipendenti = Intero(
        minimo=1,
        required=True,
        sinonimi=("lavoratori interessati",),
        parole=("Numero massimo di dipendenti in CIG", "Quanti lavoratori sono sospesi o ridotti, al massimo.", 40),
        unita="persone",
    )
    settimana_corta = SiNo(parole=SETTIMANA_CORTA)
    ore_settimanali_ridotte = Decimale(massimo="168", parole=ORE_RIDOTTE, unita="ore")
    proroga = SiNo(parole=("Proroga", "Sì se si prolunga un trattamento in corso."))
    data_ripresa = Giorno(
        parole=(
            "Ripresa a orario pieno",
            "Il giorno in cui tutti tornano all’orario di contratto, dopo la fine del trattamento.",
            "2026-06-01",
        )
    )
    pagamento_diretto_inps = SiNo(parole=PAGAMENTO_DIRETTO)
    difficolta_finanziarie = Gruppo(DifficoltaFinanziarie, parole=DIFFICOLTA)
    periodi_precedenti = Lista(Gruppo(PeriodoTrattato), massimo=1000, parole=PRECEDENTI)
    ore_richieste = Decimale(parole=ORE_RICHIESTE, unita="ore")
    ore_gia_autorizzate = Decimale(parole=ORE_GIA_AUTORIZZATE, unita="ore")
    organico_semestre = Lista(Gruppo(OrganicoOrario), massimo=1000, vuota=False, parole=ORGANICO)
    data_richiesta_esame = Giorno(parole=RICHIESTA_ESAME)
    data_chiusura_consultazione = Giorno(parole=FINE_CONSULTAZIONE)
    data_domanda = Giorno(parole=DATA_DOMANDA)


class ComunicazioneCigo(RichiestaCigo):
    """Payload of `comunicazione-cigo`: its day is that of the notice."""

    causale = Gruppo(CausaleEsposta, required=True, parole=CAUSALE)
    destinatari = Lista(
        Gruppo(Destinatario),
        required=True,
        parole=("Destinatari", "A chi si manda: sindacati, RSA o RSU, e chi riceve copia."),
    )
    sospensione = Scelta(
        "zero_ore",
        "riduzione",
        "mista",
        required=True,
        parole=("Sospensione o riduzione", "Se il lavoro si ferma del tutto, si riduce, o l’una e l’altra cosa."),
        nomi=NOMI_SOSPENSIONE,
    )
    intero_organico = SiNo(parole=("Intero organico", "Sì se il trattamento riguarda tutti i lavoratori dell’unità."))


MODELLO = Modello(
    id="comunicazione-cigo",
    titolo="Comunicazione di ricorso alla CIGO",
    regime="dlgs-148",
    sezione="verbali",
    schema=ComunicazioneCigo,
    tratti=frozenset({COMUNICAZIONE, CONSULTAZIONE, CIGO}),
    titoli={
        "FIS": "Comunicazione per l’assegno del FIS",
        "fondo": "Comunicazione per l’assegno di un fondo bilaterale",
    },
    per_strumento={
        "FIS": frozenset({COMUNICAZIONE, CONSULTAZIONE, FIS}),
        "fondo": frozenset({COMUNICAZIONE, CONSULTAZIONE, FONDO}),
    },
)
