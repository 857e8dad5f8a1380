"""The Region's decree on an application, grant or refusal, and the extract made public (Vademecum 2.4.8; All. A 4)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Importo, Lista, Scelta, Testo
from docservice.law.tratti import DECRETO
from docservice.modelli.blocchi import LUNGO, MOLTI_LAVORATORI, Lavoratore, Periodo, Sede
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009.blocchi import DomandaCitata, Funzionario
from docservice.modelli.deroga_2009.datore import DatoreProcedura


class DecretoMinisteriale(Blocco):
    """The ministerial decree that gives the money."""

    numero = Testo(massimo=40)
    data = Giorno()


class Validazione(Blocco):
    """Who validated the outcome of the examination, and when."""

    organo = Scelta("organismo_provinciale", "sottocommissione_regionale")
    data = Giorno()


class DecretoPubblico(Blocco):
    """What grant and refusal say of no person: all of it may be made public."""

    numero = Testo(massimo=40, required=True)
    luogo = Testo(massimo=100, required=True)
    data = Giorno(required=True)
    struttura = Testo()
    esito = Scelta("autorizzazione", "rigetto", required=True)
    domanda = Gruppo(DomandaCitata, required=True)
    validazione = Gruppo(Validazione)
    periodo = Gruppo(Periodo)
    ore = Decimale()
    importo_massimo = Importo()
    decreto_ministeriale = Gruppo(DecretoMinisteriale)
    motivi = Testo(massimo=LUNGO)


class DecretoDeroga(DecretoPubblico):
    """Payload of `decreto-deroga`; `lavoratori` are the beneficiaries."""

    datore_lavoro = Gruppo(DatoreProcedura, required=True)
    dirigente = Gruppo(Funzionario)
    lavoratori = Lista(Gruppo(Lavoratore), massimo=MOLTI_LAVORATORI)


class DatorePubblico(Blocco):
    """The employer in the extract: neither its tax codes, which may be a person's, nor its representative."""

    denominazione = Testo(required=True)
    matricola_inps = Testo(massimo=20)
    sede_inps = Testo(massimo=100)
    unita_produttiva = Gruppo(Sede, required=True)


class EstrattoDecreto(DecretoPubblico):
    """The data of the extract, and no others."""

    datore_lavoro = Gruppo(DatorePubblico, required=True)


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
        regime="deroga-2009",
        sezione="verbali",
        schema=EstrattoDecreto,
        tratti=frozenset({DECRETO}),
        testo="decreto-deroga/estratto.xml",
    ),
)
