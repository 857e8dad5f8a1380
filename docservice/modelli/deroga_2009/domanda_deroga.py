"""Application for CIG in deroga, one for each operating unit (Accordo Quadro, All. A 1.2; Vademecum 2.4.3-2.4.4)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.esige import esige
from docservice.campi.fields import Giorno, Gruppo, Lista, Scelta, SiNo, Testo
from docservice.law.tratti import DOMANDA
from docservice.modelli.blocchi import DATA, DATORE, LUOGO, MOLTI_LAVORATORI, DocumentoIdentita, Impresa, Persona
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009 import parole as p
from docservice.modelli.deroga_2009.blocchi import PROCEDURE, Richiesta
from docservice.modelli.deroga_2009.datore import DatoreTipizzato
from docservice.modelli.intestazione import ConIntestazione
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
    luogo_nascita = Testo(massimo=100, parole=("Luogo di nascita", "Il comune in cui è nato chi firma.", "Bergamo"))
    data_nascita = Giorno(parole=("Data di nascita", "Il giorno in cui è nato chi firma.", "1961-05-20"))


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
    sostituisce = Testo(
        massimo=40,
        parole=("Domanda sostituita", "L’ID di quella che questa sostituisce, dopo le modifiche dell’esame.", "122987"),
    )
    rinnova = Testo(
        massimo=40, parole=("Domanda rinnovata", "L’ID di quella il cui trattamento finisce e si rinnova.", "118204")
    )
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


class DichiarazioneVeridicita(ConIntestazione):
    """The data of the declaration of truth, which goes with a signature on paper, and no others."""

    luogo = Testo(massimo=100, required=True, parole=LUOGO)
    data = Giorno(required=True, parole=DATA)
    id_domanda = Testo(massimo=40, parole=p.ID_DOMANDA)
    protocollo = Testo(massimo=40, parole=p.PROTOCOLLO)
    datore_lavoro = Gruppo(Impresa, required=True, parole=DATORE)
    firmatario = Gruppo(Firmatario, parole=("Firmatario", "Chi firma la domanda, e dichiara."))
    firma = Gruppo(FirmaDomanda, parole=("Firma", "Il documento d’identità, e come la dichiarazione arriva."))


MODELLO = Modello(
    id="domanda-deroga",
    titolo="Domanda di CIG in deroga",
    regime="deroga-2009",
    sezione="verbali",
    schema=DomandaDeroga,
    tratti=frozenset({DOMANDA}),
    estratto=Modello(
        id="domanda-deroga-estratto",
        titolo="Dichiarazione di veridicità dei dati della domanda di CIG in deroga",
        in_testa="Dichiarazione di veridicità dei dati",
        regime="deroga-2009",
        sezione="verbali",
        schema=DichiarazioneVeridicita,
        tratti=frozenset({DOMANDA}),
        testo="domanda-deroga/estratto.xml",
    ),
)
