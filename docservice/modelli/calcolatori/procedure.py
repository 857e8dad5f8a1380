"""What the calculators of procedures ask: which instrument, which deadlines."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Scelta, SiNo, Testo
from docservice.law.dlgs_148.generale.causali import ESCLUSE, ORDINARIE, SOLIDARIETA, STRAORDINARIE, STRAORDINARIE_FIS
from docservice.law.dlgs_148.generale.scadenzario import LICENZIAMENTO
from docservice.law.dlgs_148.generale.termini import PROCEDURE
from docservice.modelli.calcolatori.settori import SETTORI


class Strumento(Blocco):
    """An employer on a day, and the cause."""

    data = Giorno(required=True)
    settore = Scelta(*SETTORI, required=True)
    dipendenti_medi = Decimale(massimo="999999", required=True)
    causale = Scelta(*ORDINARIE, *STRAORDINARIE, SOLIDARIETA, *ESCLUSE, required=True)
    eone = SiNo()
    fondo_bilaterale = Testo(massimo=100)
    committente_cigo = SiNo()
    committente_cigs = SiNo()
    strumenti_esauriti = SiNo()


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
