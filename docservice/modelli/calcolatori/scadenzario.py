"""The deadlines of a procedure, from the days known of it (`scadenzario`).

A CIGO from 5 June to 3 September 2023 -> its consultation ends by 4 June, it is asked for by 20 June.
"""

from __future__ import annotations

from typing import Final

from marshmallow import Schema

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo
from docservice.campi.risposte import Scadenza, items
from docservice.law.dlgs_148.domanda.procedura import PROCEDURE
from docservice.law.dlgs_148.generale.causali import (
    NOMI,
    ORDINARIE,
    SOLO_CIGD,
    STRAORDINARIE,
    STRAORDINARIE_FIS,
)
from docservice.law.dlgs_148.generale.scadenzario import LICENZIAMENTO
from docservice.modelli.calcolatori.catalogo import Calcolatore, Esempio
from docservice.modelli.calcolatori.giorni import (
    DAL,
    DATA_COMUNICAZIONE,
    DATA_DOMANDA,
    DATA_EVENTO,
    FINE_CONSULTAZIONE,
    RICHIESTA_ESAME,
)
from docservice.modelli.calcolatori.norma import PAROLE_NORMA, Norma
from docservice.modelli.calcolatori.parole import DIPENDENTI_AZIENDA, EONE, ORE_RIDOTTE, PAGAMENTO_DIRETTO
from docservice.modelli.l_223.blocchi import Finestra
from docservice.modelli.l_223.parole import DICHIARAZIONI_ENTRO, FINESTRA, PROROGA_TERMINI, TERMINE_LICENZIAMENTI
from docservice.modelli.l_223.procedura import ProrogaTermini

NOMI_PROCEDURE: Final = {
    "cigo": "cassa integrazione ordinaria",
    "cigs": "cassa integrazione straordinaria",
    "cds": "contratto di solidarietà",
    "fis": "assegno del Fondo di integrazione salariale",
    "fondo": "assegno di un fondo bilaterale",
    "cigd": "cassa integrazione in deroga",
    LICENZIAMENTO: "licenziamento collettivo della L. 223/1991",
}
"""What each procedure is called."""


class PeriodoAperto(Blocco):
    """The days of the treatment, the last where it is known."""

    dal = Giorno(required=True, parole=DAL)
    al = Giorno(parole=("Al", "L’ultimo giorno, compreso, se si conosce già.", "2026-05-31"))


class Comunicazione(Blocco):
    """The notice to the unions."""

    data = Giorno(required=True, parole=DATA_COMUNICAZIONE)


class Scadenzario(Blocco):
    """A procedure, and the days known of it."""

    procedura = Scelta(
        *PROCEDURE,
        LICENZIAMENTO,
        required=True,
        parole=("Procedura", "La procedura di cui si vogliono le scadenze: ciascuna ha i suoi termini."),
        nomi=NOMI_PROCEDURE,
    )
    dipendenti_azienda = Intero(minimo=1, parole=DIPENDENTI_AZIENDA, unita="persone")
    causale = Scelta(
        *dict.fromkeys((*ORDINARIE, *STRAORDINARIE, *STRAORDINARIE_FIS, *SOLO_CIGD)),
        parole=("Causale", "La causale della domanda: alcune hanno termini propri."),
        nomi=NOMI,
    )
    norma = Gruppo(Norma, parole=PAROLE_NORMA)
    data = Giorno(parole=("Data dell’accordo", "Il giorno in cui si firma l’accordo.", "2026-02-16"))
    periodo = Gruppo(PeriodoAperto, parole=("Periodo", "I giorni del trattamento."))
    comunicazione = Gruppo(
        Comunicazione, parole=("Comunicazione ai sindacati", "La comunicazione che apre la procedura.")
    )
    data_richiesta_esame = Giorno(parole=RICHIESTA_ESAME)
    data_chiusura_consultazione = Giorno(parole=FINE_CONSULTAZIONE)
    data_domanda = Giorno(parole=DATA_DOMANDA)
    data_evento = Giorno(parole=DATA_EVENTO)
    data_concessione = Giorno(
        parole=(
            "Data di concessione",
            "Il giorno del provvedimento: da qui corrono conguaglio e pagamento diretto.",
            "2026-04-20",
        )
    )
    verifiche_periodiche_mesi = Intero(
        minimo=1,
        massimo=36,
        parole=("Verifiche periodiche", "Ogni quanti mesi le parti si vedono per verificare il programma.", 6),
        unita="mesi",
    )
    ore_settimanali_ridotte = Decimale(massimo="168", parole=ORE_RIDOTTE, unita="ore")
    eone = SiNo(parole=EONE)
    pagamento_diretto = SiNo(parole=PAGAMENTO_DIRETTO)
    numero_lavoratori = Intero(
        minimo=1,
        parole=("Lavoratori da licenziare", "Quanti si licenziano: sotto dieci i termini sono dimezzati.", 12),
        unita="persone",
    )
    data_ricevimento = Giorno(
        parole=(
            "Comunicazione ricevuta",
            "Quando i sindacati ricevono quella di licenziamento collettivo.",
            "2026-02-02",
        )
    )
    data_ricevimento_autorita = Giorno(
        parole=(
            "Comunicazione all’autorità",
            "Quando l’ufficio pubblico riceve l’esito della fase sindacale.",
            "2026-03-16",
        )
    )
    data_conclusione = Giorno(
        parole=(
            "Fine della procedura",
            "Quando la procedura finisce: da qui corrono i 120 giorni per i recessi.",
            "2026-04-13",
        )
    )
    data_primo_recesso = Giorno(
        parole=(
            "Primo recesso",
            "Il giorno del primo licenziamento: da qui corre la comunicazione finale.",
            "2026-04-20",
        )
    )

    data_comunicazione_preventiva = Giorno(
        parole=(
            "Annuncio della chiusura",
            "Quando si comunica l’intenzione di chiudere, con 250 dipendenti e 50 licenziamenti.",
            "2025-09-01",
        )
    )
    data_apertura = Giorno(
        parole=(
            "Apertura della procedura",
            "Quando si apre il licenziamento collettivo: dice quanti giorni dopo l’annuncio.",
            "2026-03-02",
        )
    )
    proroga_termini = Lista(Gruppo(ProrogaTermini), massimo=20, parole=PROROGA_TERMINI)
    dichiarazioni_entro = Giorno(parole=DICHIARAZIONI_ENTRO)
    termine_licenziamenti = Giorno(parole=TERMINE_LICENZIAMENTI)
    finestra = Gruppo(Finestra, parole=FINESTRA)
    data_fine_cds = Giorno(
        parole=(
            "Fine della solidarietà",
            "L’ultimo giorno del contratto di solidarietà: chi è licenziato poco dopo pesa sul datore.",
            "2026-03-31",
        )
    )
    date_cessazione = Lista(
        Giorno(required=True, parole=("Cessazione", "L’ultimo giorno di un rapporto.", "2026-06-30")),
        massimo=1000,
        parole=("Cessazioni", "Gli ultimi giorni dei rapporti: da qui il versamento del contributo di recesso."),
    )


class ScadenzarioRisultati(Schema):
    """Deadlines, in order of time."""

    scadenze = items(Scadenza, "Scadenze", "Le scadenze della procedura, in ordine di tempo.")


CALCOLATORE = Calcolatore(
    id="scadenzario",
    domanda=Scadenzario,
    risposta=ScadenzarioRisultati,
    esempio=Esempio(
        dati={
            "procedura": "cigo",
            "dipendenti_azienda": 62,
            "comunicazione": {"data": "2023-05-10"},
            "periodo": {"dal": "2023-06-05", "al": "2023-09-03"},
            "data_domanda": "2023-06-21",
        },
        fonte=(
            "guida agli ammortizzatori sociali del maggio 2024, le tredici settimane dal 5 giugno 2023; la domanda"
            " tardiva è nostra"
        ),
    ),
)
