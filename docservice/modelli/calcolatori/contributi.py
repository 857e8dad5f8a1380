"""What the calculators of money ask: allowance, contributions, incentives. Amounts in euro."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Codice, Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo
from docservice.modelli.calcolatori.settori import SETTORI


class IndennitaCig(Blocco):
    """Allowance of one worker for one month; money in euro, hours of that month."""

    mese = Codice("(19[0-9]{2}|20[0-9]{2}|2100)-(0[1-9]|1[0-2])", "serve il mese come AAAA-MM", 7, required=True)
    retribuzione_mensile = Decimale(minimo="0.01", massimo="999999", required=True)
    ore_perse = Decimale(massimo="744", required=True)
    ore_lavorabili_mese = Decimale(minimo="0.01", massimo="744", required=True)
    percentuale_part_time = Decimale(minimo="0.01", massimo="100")
    settore = Scelta(*SETTORI)
    intemperie = SiNo()


class PeriodoRetribuito(Blocco):
    """Weeks of treatment, and the pay of the hours not worked in them."""

    settimane = Decimale(minimo="0.01", massimo="520", required=True)
    retribuzione_persa = Decimale(massimo="999999999", required=True)


class ContributoAddizionale(Blocco):
    """Additional contribution: weeks already had in the mobile five years, then weeks and pay of each period."""

    data_domanda = Giorno(required=True)
    strumento = Scelta("CIGO", "CIGS", "CDS", "FIS", "CIGD", required=True)
    eone = SiNo()
    settimane_precedenti = Decimale(massimo="520", required=True)
    settimane = Decimale(minimo="0.01", massimo="520")
    retribuzione_persa = Decimale(massimo="999999999")
    periodi = Lista(Gruppo(PeriodoRetribuito), massimo=1000, vuota=False)
    ultimo_periodo_al = Giorno()
    dipendenti = Intero(minimo=1)


class ContributoRecesso(Blocco):
    """What is due when a job ends: months of service, or the day it began."""

    data_cessazione = Giorno(required=True)
    mesi_anzianita = Intero(minimo=1, massimo=1200)
    data_assunzione = Giorno()
    cigs = SiNo(required=True)
    accordo = SiNo(required=True)
    collettivo = SiNo()
    data_apertura_procedura = Giorno()


class Assunto(Blocco):
    """One hired under an expansive solidarity contract; the pay is the gross monthly one of the collective contract."""

    retribuzione_lorda_mensile = Decimale(minimo="0.01", massimo="999999", required=True)
    data_assunzione = Giorno(required=True)
    data_nascita = Giorno()


class SolidarietaEspansiva(Blocco):
    """Contribution for those hired, over so many months of each."""

    data_contratto = Giorno(required=True)
    assunti = Lista(Gruppo(Assunto), massimo=10_000, vuota=False, required=True)
    mesi = Intero(minimo=1, massimo=36, required=True)
