"""The deadlines of a procedure, from the days known of it (`scadenzario`).

A CIGO from 5 June to 3 September 2023 -> its consultation ends by 4 June, it is asked for by 20 June.
"""

from __future__ import annotations

from marshmallow import Schema

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Scelta, SiNo
from docservice.campi.risposte import Scadenza, items
from docservice.law.dlgs_148.generale.causali import ORDINARIE, STRAORDINARIE, STRAORDINARIE_FIS
from docservice.law.dlgs_148.generale.scadenzario import LICENZIAMENTO
from docservice.law.dlgs_148.generale.termini import PROCEDURE
from docservice.modelli.calcolatori.catalogo import Calcolatore, Esempio


class PeriodoAperto(Blocco):
    """The days of the treatment, the last where it is known."""

    dal = Giorno(required=True)
    al = Giorno()


class Comunicazione(Blocco):
    """The notice to the unions."""

    data = Giorno(required=True)


class Scadenzario(Blocco):
    """A procedure, and the days known of it."""

    procedura = Scelta(*PROCEDURE, LICENZIAMENTO, required=True)
    dipendenti_azienda = Intero(minimo=1)
    causale = Scelta(*dict.fromkeys((*ORDINARIE, *STRAORDINARIE, *STRAORDINARIE_FIS)))
    data = Giorno()
    periodo = Gruppo(PeriodoAperto)
    comunicazione = Gruppo(Comunicazione)
    data_richiesta_esame = Giorno()
    data_chiusura_consultazione = Giorno()
    data_domanda = Giorno()
    data_evento = Giorno()
    data_concessione = Giorno()
    ore_settimanali_ridotte = Decimale(massimo="168")
    eone = SiNo()
    pagamento_diretto = SiNo()
    numero_lavoratori = Intero(minimo=1)
    data_ricevimento = Giorno()
    data_ricevimento_autorita = Giorno()
    data_conclusione = Giorno()
    data_primo_recesso = Giorno()


class ScadenzarioRisultati(Schema):
    """Deadlines, in order of time."""

    scadenze = items(Scadenza)


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
