"""Accordo non standard: free clauses under the framework agreement (Accordo Quadro, All. A 1.1.2)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Gruppo, Intero, Lista, SiNo, Testo
from docservice.law.tratti import ACCORDO, NON_STANDARD
from docservice.modelli.blocchi import LUNGO, Riferimento
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009.accordo import AccordoConCausale


class ModalitaLibera(Blocco):
    """The ways of use of any standard, none required: with them the service says which standards are satisfied."""

    addetti_zero_ore = Intero()
    ore_stimate_zero_ore = Decimale()
    ore_prima_concessione = Intero(massimo=999_999_999)
    addetti_parziali = Intero()
    ore_mensili_parziali = Decimale(massimo="744")
    ore_stimate_parziali = Decimale()
    riduzione_media_percentuale = Decimale(massimo="100")
    rotazione = SiNo()
    divieto_licenziamenti = SiNo()
    apprendisti = Intero()
    riferimento = Gruppo(Riferimento)
    descrizione = Testo(massimo=LUNGO)


class Clausola(Blocco):
    """A clause of the parties' own."""

    titolo = Testo()
    testo = Testo(massimo=LUNGO, required=True)


class AccordoNonStandard(AccordoConCausale):
    """Payload of `accordo-non-standard`; the four statements on the framework are the law's to judge."""

    cita_accordo_quadro = SiNo()
    accordo_quadro_parte_integrante = SiNo()
    conoscenza_accordo_quadro = SiNo()
    informazione_lavoratori = SiNo()
    modalita = Gruppo(ModalitaLibera)
    clausole = Lista(Gruppo(Clausola))


MODELLO = Modello(
    id="accordo-non-standard",
    titolo="Accordo non standard, CIG in deroga",
    regime="deroga-2009",
    sezione="accordi",
    schema=AccordoNonStandard,
    tratti=frozenset({ACCORDO, NON_STANDARD}),
)
