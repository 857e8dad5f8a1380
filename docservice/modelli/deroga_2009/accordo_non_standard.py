"""Accordo non standard: free clauses under the framework agreement (Accordo Quadro, All. A 1.1.2)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Gruppo, Intero, Lista, SiNo, Testo
from docservice.law.tratti import ACCORDO, NON_STANDARD
from docservice.modelli.blocchi import LUNGO, Riferimento
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009 import parole as p
from docservice.modelli.deroga_2009.accordo import AccordoConCausale


class ModalitaLibera(Blocco):
    """The ways of use of any standard, none required: with them the service says which standards are satisfied."""

    addetti_zero_ore = Intero(parole=p.ZERO_ORE, unita=p.PERSONE)
    ore_stimate_zero_ore = Decimale(parole=p.ORE_ZERO, unita=p.ORE)
    ore_prima_concessione = Intero(massimo=999_999_999, parole=p.ORE_PRIMA, unita=p.ORE)
    addetti_parziali = Intero(parole=p.PARZIALI, unita=p.PERSONE)
    ore_mensili_parziali = Decimale(massimo="744", parole=p.ORE_MENSILI_PARZIALI, unita=p.ORE)
    ore_stimate_parziali = Decimale(parole=p.ORE_PARZIALI, unita=p.ORE)
    riduzione_media_percentuale = Decimale(massimo="100", parole=p.RIDUZIONE_MEDIA, unita=p.PER_CENTO)
    rotazione = SiNo(parole=p.ROTAZIONE)
    divieto_licenziamenti = SiNo(parole=p.DIVIETO_LICENZIAMENTI)
    apprendisti = Intero(parole=p.APPRENDISTI, unita=p.PERSONE)
    riferimento = Gruppo(Riferimento, parole=p.RIFERIMENTO)
    descrizione = Testo(
        massimo=LUNGO,
        parole=("Modalità in dettaglio", "Come si usa la cassa, con parole proprie.", "A rotazione, per reparto."),
    )


class Clausola(Blocco):
    """A clause of the parties' own."""

    titolo = Testo(parole=("Titolo", "Di che cosa tratta, in poche parole.", "Verifiche"))
    testo = Testo(
        massimo=LUNGO,
        required=True,
        parole=("Testo", "La clausola per intero, come va stampata.", "Le parti si incontrano ogni mese."),
    )


class AccordoNonStandard(AccordoConCausale):
    """Payload of `accordo-non-standard`; the four statements on the framework are the law's to judge."""

    cita_accordo_quadro = SiNo(
        parole=("Cita l’Accordo Quadro", "Sì se il testo lo richiama: senza, l’accordo non vale.")
    )
    accordo_quadro_parte_integrante = SiNo(
        parole=("Accordo Quadro parte integrante", "Sì se il testo lo fa proprio, con i suoi allegati.")
    )
    conoscenza_accordo_quadro = SiNo(parole=p.CONOSCENZA)
    informazione_lavoratori = SiNo(parole=p.INFORMAZIONE)
    modalita = Gruppo(ModalitaLibera, parole=p.MODALITA)
    clausole = Lista(Gruppo(Clausola), parole=("Clausole", "Quelle scritte dalle parti, nell’ordine di stampa."))


MODELLO = Modello(
    id="accordo-non-standard",
    titolo="Accordo non standard, CIG in deroga",
    regime="deroga-2009",
    sezione="accordi",
    schema=AccordoNonStandard,
    tratti=frozenset({ACCORDO, NON_STANDARD}),
)
