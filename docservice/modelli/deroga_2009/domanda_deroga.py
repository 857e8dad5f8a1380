"""Application for CIG in deroga, one for each operating unit (Accordo Quadro, All. A 1.2; Vademecum 2.4.3-2.4.4)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.esige import esige
from docservice.campi.fields import Giorno, Gruppo, Lista, Scelta, SiNo, Testo
from docservice.law.tratti import DOMANDA
from docservice.modelli.blocchi import DATORE, MOLTI_LAVORATORI, DocumentoIdentita, Persona
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009 import parole as p
from docservice.modelli.deroga_2009.blocchi import PROCEDURE, Richiesta
from docservice.modelli.deroga_2009.datore import DatoreTipizzato
from docservice.modelli.lavoratore import Lavoratore


class Firmatario(Persona):
    """Who signs the application, and by which title; a consultant needs a mandate."""

    titolo = Scelta(
        *("datore_lavoro", "legale_rappresentante", "associazione_datoriale", "consulente_lavoro"),
        parole=("Titolo", "In che veste firma la domanda."),
    )
    denominazione = Testo(
        parole=("Denominazione", "L’associazione o lo studio di chi firma per l’impresa.", "Studio Verdi")
    )
    mandato = SiNo(parole=("Mandato", "Sì se il consulente ha il mandato dell’impresa: senza, non può firmare."))


class FirmaDomanda(Blocco):
    """How the application is signed; identity document and way of sending belong to a signature on paper."""

    tipo = Scelta(
        *("digitale", "crs", "cartacea"),
        parole=("Tipo", "Cartacea vuole la dichiarazione di veridicità entro venti giorni."),
    )
    documento_identita = Gruppo(DocumentoIdentita, parole=p.DOCUMENTO_IDENTITA)
    invio = Scelta(
        "raccomandata", "consegna_a_mano", parole=("Invio", "Come arriva la dichiarazione, se la firma è cartacea.")
    )


class AllegatiDomanda(Blocco):
    """What goes with the application."""

    accordo = SiNo(parole=("Accordo", "Sì se è allegato; se non c’è stato, un verbale o una dichiarazione."))
    verbale_mancato_accordo = SiNo(parole=("Verbale di mancato accordo", "Sì se è allegato, firmato dai presenti."))
    dichiarazione_mancata_presentazione = SiNo(
        parole=("Dichiarazione di assenza", "Sì se è allegata quella che le parti non si sono presentate.")
    )
    elenco_lavoratori = SiNo(parole=("Elenco dei lavoratori", "Sì se è allegato: serve sempre."))
    dichiarazione_did = SiNo(parole=("Dichiarazione sulle DID", "Sì se c’è quella che ognuno ha rilasciato la DID."))
    decreto_concordato = SiNo(parole=("Decreto di concordato", "Sì se è allegata l’ammissione al concordato."))
    sentenza_fallimento = SiNo(parole=("Sentenza di fallimento", "Sì se è allegata, con la procedura concorsuale."))


@esige("periodo", "numero_massimo_dipendenti")
class DomandaDeroga(Richiesta):
    """Payload of `domanda-deroga`; `data` is the day on which it is sent."""

    id_domanda = Testo(massimo=40, parole=p.ID_DOMANDA)
    protocollo = Testo(massimo=40, parole=p.PROTOCOLLO)
    procedura = Scelta(*PROCEDURE, parole=p.PROCEDURA)
    datore_lavoro = Gruppo(DatoreTipizzato, required=True, parole=DATORE)
    accordo = Scelta(
        *("A", "B", "C", "D", "non_standard", "mancato_accordo", "mancata_presentazione"),
        parole=("Accordo", "Lo schema firmato, o com’è finita la consultazione."),
    )
    data_accordo = Giorno(parole=p.DATA_ACCORDO)
    firmatario = Gruppo(Firmatario, parole=("Firmatario", "Chi firma la domanda, e a che titolo."))
    firma = Gruppo(FirmaDomanda, parole=("Firma", "Come la domanda è firmata e, se su carta, come arriva."))
    allegati = Gruppo(AllegatiDomanda, parole=("Allegati", "Che cosa accompagna la domanda."))
    lavoratori = Lista(Gruppo(Lavoratore), massimo=MOLTI_LAVORATORI, parole=p.LAVORATORI)


MODELLO = Modello(
    id="domanda-deroga",
    titolo="Domanda di CIG in deroga",
    regime="deroga-2009",
    sezione="verbali",
    schema=DomandaDeroga,
    tratti=frozenset({DOMANDA}),
)
