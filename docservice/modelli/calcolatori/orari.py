"""What the calculators of weekly hours ask."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.codici import CodiceFiscale
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, Scelta, Testo
from docservice.modelli.blocchi import MOLTI_LAVORATORI


class Orari(Blocco):
    """Weekly hours, by contract and worked, of a department or of a worker."""

    reparto = Testo(massimo=100)
    ore_settimanali = Decimale(minimo="0.01", massimo="168", required=True)
    ore_lavorate_settimanali = Decimale(massimo="168", required=True)


class GruppoOrari(Orari):
    """Heads that share the same hours."""

    lavoratori = Intero(minimo=1, required=True)


class LavoratoreOrari(Orari):
    """One worker."""

    cognome = Testo(massimo=100, required=True)
    nome = Testo(massimo=100, required=True)
    codice_fiscale = CodiceFiscale(required=True)


class RiduzioneCds(Blocco):
    """Cut of hours in a solidarity contract: groups, or workers one by one."""

    data = Giorno(required=True)
    gruppi = Lista(Gruppo(GruppoOrari), massimo=1000)
    lavoratori = Lista(Gruppo(LavoratoreOrari), massimo=MOLTI_LAVORATORI)
    esuberi = Intero()
    regime = Scelta("dlgs-148", "deroga-2009")


class OrganicoOrario(Blocco):
    """Staff of one contractual week: how many on average, with decimals, and the hours."""

    ore_settimanali = Decimale(minimo="0.01", massimo="168", required=True)
    lavoratori = Decimale(minimo="0.01", massimo="999999", required=True)


class OreAutorizzabili(Blocco):
    """Hours of CIGO in two years: the staff by contractual week, or the hours themselves."""

    organico = Lista(Gruppo(OrganicoOrario), massimo=1000, vuota=False)
    ore_lavorabili_biennio = Decimale(minimo="0.01", massimo="99999999999")
    ore_gia_autorizzate = Decimale(massimo="99999999999")
    ore_richieste = Decimale(massimo="99999999999")


class OreCigs(Blocco):
    """Hours of CIGS in a programme, on the staff at its start."""

    data_domanda = Giorno()
    data_chiusura_consultazione = Giorno()
    dal = Giorno(required=True)
    al = Giorno(required=True)
    organico = Lista(Gruppo(OrganicoOrario), massimo=1000, vuota=False, required=True)
    ore_richieste = Decimale(massimo="99999999999")
