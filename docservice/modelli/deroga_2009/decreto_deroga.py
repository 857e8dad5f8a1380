"""The Region's decree on an application, grant or refusal, and the extract made public (Vademecum 2.4.8; All. A 4)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Importo, Lista, Scelta, Testo
from docservice.law.tratti import DECRETO
from docservice.modelli.blocchi import (
    DATA,
    DATORE,
    DENOMINAZIONE,
    LUNGO,
    LUOGO,
    MATRICOLA_INPS,
    MOLTI_LAVORATORI,
    SEDE_INPS,
    UNITA_PRODUTTIVA,
    Periodo,
    Sede,
)
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009.blocchi import DomandaCitata, Funzionario
from docservice.modelli.deroga_2009.datore import DatoreProcedura
from docservice.modelli.intestazione import ConIntestazione
from docservice.modelli.lavoratore import Lavoratore


class DecretoMinisteriale(Blocco):
    """The ministerial decree that gives the money."""

    numero = Testo(massimo=40, parole=("Numero", "Quello stampato in testa al decreto.", "46441"))
    data = Giorno(parole=("Data", "Il giorno del decreto ministeriale.", "2009-05-19"))


class Validazione(Blocco):
    """Who validated the outcome of the examination, and when."""

    organo = Scelta(
        *("organismo_provinciale", "sottocommissione_regionale"),
        parole=("Organo", "Provinciale, o regionale se è competente la Regione."),
    )
    data = Giorno(parole=("Data", "Il giorno della seduta.", "2009-07-20"))


class DecretoPubblico(ConIntestazione):
    """What grant and refusal say of no person: all of it may be made public."""

    numero = Testo(massimo=40, required=True, parole=("Numero", "Il numero d’ordine del decreto.", "7412"))
    luogo = Testo(massimo=100, required=True, parole=LUOGO)
    data = Giorno(required=True, parole=DATA)
    struttura = Testo(
        parole=(
            "Struttura",
            "La direzione della Regione che decide.",
            "Direzione Generale Istruzione, Formazione e Lavoro",
        )
    )
    esito = Scelta("autorizzazione", "rigetto", required=True, parole=("Esito", "Un rigetto chiede i suoi motivi."))
    domanda = Gruppo(DomandaCitata, required=True, parole=("Domanda", "Quella su cui il decreto decide."))
    validazione = Gruppo(Validazione, parole=("Validazione", "Chi ha validato l’esito dell’esame, e quando."))
    periodo = Gruppo(Periodo, parole=("Periodo", "Quello autorizzato."))
    ore = Decimale(parole=("Ore", "Le ore di riduzione autorizzate, in tutto.", "6920"), unita="ore")
    importo_massimo = Importo(parole=("Importo massimo", "La spesa impegnata al massimo.", "68000.00"), unita="euro")
    decreto_ministeriale = Gruppo(DecretoMinisteriale, parole=("Decreto ministeriale", "Quello che dà le risorse."))
    motivi = Testo(
        massimo=LUNGO,
        parole=("Motivi", "Perché si rigetta; per un’autorizzazione possono mancare.", "Domanda fuori termine."),
    )


class DecretoDeroga(DecretoPubblico):
    """Payload of `decreto-deroga`; `lavoratori` are the beneficiaries."""

    datore_lavoro = Gruppo(DatoreProcedura, required=True, parole=DATORE)
    data_motivi_ostativi = Giorno(
        parole=(
            "Comunicazione dei motivi ostativi",
            "Prima di un rigetto, il giorno in cui è stata inviata (art. 10-bis L. 241/1990).",
            "2009-07-09",
        )
    )
    dirigente = Gruppo(Funzionario, parole=("Dirigente", "Chi firma il decreto."))
    lavoratori = Lista(
        Gruppo(Lavoratore), massimo=MOLTI_LAVORATORI, parole=("Lavoratori", "I beneficiari, uno per voce.")
    )


class DatorePubblico(Blocco):
    """The employer in the extract: neither its tax codes, which may be a person's, nor its representative."""

    denominazione = Testo(required=True, parole=DENOMINAZIONE)
    matricola_inps = Testo(massimo=20, parole=MATRICOLA_INPS)
    sede_inps = Testo(massimo=100, parole=SEDE_INPS)
    unita_produttiva = Gruppo(Sede, required=True, parole=UNITA_PRODUTTIVA)


class EstrattoDecreto(DecretoPubblico):
    """The data of the extract, and no others."""

    datore_lavoro = Gruppo(DatorePubblico, required=True, parole=DATORE)


MODELLO = Modello(
    id="decreto-deroga",
    titolo="Decreto sulla domanda di CIG in deroga",
    regime="deroga-2009",
    sezione="verbali",
    schema=DecretoDeroga,
    tratti=frozenset({DECRETO}),
    estratto=Modello(
        id="decreto-deroga-estratto",
        titolo="Estratto del decreto sulla domanda di CIG in deroga",
        in_testa="Estratto del decreto, CIG in deroga",
        regime="deroga-2009",
        sezione="verbali",
        schema=EstrattoDecreto,
        tratti=frozenset({DECRETO}),
        testo="decreto-deroga/estratto.xml",
    ),
)
