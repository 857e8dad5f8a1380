"""Blocks of the documents of a collective dismissal: employer, units, addressees, closure, earlier treatments.

`UnitaDellaProcedura().load({"id": "u1", "comune": "Albino", "provincia": "BG"})`
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.esige import esige
from docservice.campi.fields import Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.modelli.blocchi import (
    LUNGO,
    NOMI_MEZZI,
    Anagrafica,
    AssociazioneDatoriale,
    Attivita,
    Luogo,
    Periodo,
    Rappresentante,
    Recapiti,
    Sede,
)
from docservice.modelli.l_223.parole import CIGS, NOMI_DESTINATARI, NOMI_LIVELLI
from docservice.modelli.presenti import OrganizzazionePresente

ID_UNITA = ("Unità", "Il nome breve dell’unità, quello dell’elenco delle unità.", "u1")
MEZZO = ("Mezzo", "Come si manda.")


class Gruppo223(Blocco):
    """The group of firms, where the parent decides."""

    denominazione = Testo(parole=("Gruppo", "Il nome del gruppo, o della controllante.", "Gruppo Esempio"))
    decisione_controllante = SiNo(
        required=True,
        parole=("Decisione della controllante", "Sì se i licenziamenti li ha decisi la controllante."),
    )


@esige("qualifica")
class FirmatarioDellaProcedura(Rappresentante):
    """Who signs for the employer, and in which quality."""


@esige("codice_fiscale", "ccnl", "attivita")
class DatoreDellaProcedura(Recapiti, Attivita, Anagrafica):
    """The employer of a collective dismissal."""

    codice_ateco = Testo(massimo=20, parole=("Codice ATECO", "Quello della visura camerale.", "13.20.00"))
    pec = Testo(massimo=200, parole=("PEC", "L’indirizzo di posta certificata dell’impresa.", "alfa@pec.esempio.it"))
    telefono_consulente = Testo(
        massimo=40, parole=("Telefono del consulente", "Se un consulente segue la procedura.", "035 000002")
    )
    rappresentante = Gruppo(
        FirmatarioDellaProcedura, required=True, parole=("Rappresentante", "Chi firma per l’impresa, e a che titolo.")
    )
    sede_legale = Gruppo(
        Sede, required=True, parole=("Sede legale", "L’indirizzo della sede scritto nella visura camerale.")
    )
    gruppo = Gruppo(Gruppo223, parole=("Gruppo", "Il gruppo di imprese, se ce n’è uno."))


class AssociazioneDellaProcedura(AssociazioneDatoriale):
    """The association that assists the employer, or sends for it; who signs for it, and in which quality."""

    rappresentante = Gruppo(Rappresentante, parole=("Rappresentante", "Chi firma per l’associazione, e a che titolo."))


class UnitaDellaProcedura(Luogo):
    """A unit concerned; tables and workers name it by `id`."""

    id = Testo(massimo=40, required=True, parole=ID_UNITA)
    denominazione = Testo(
        parole=("Denominazione", "Come l’impresa chiama l’unità produttiva.", "stabilimento di Albino")
    )


class PortaleDellAtto(Blocco):
    """The portal through which something is sent."""

    nome = Testo(required=True, parole=("Portale", "Il portale che riceve la comunicazione.", "VertenzeOnLine"))
    numero = Testo(massimo=40, parole=("Numero", "Il numero che il portale ha dato.", "2024/118"))
    data = Giorno(parole=("Data", "Il giorno dell’invio al portale.", "2024-05-10"))


class DestinatarioDellaProcedura(Blocco):
    """One to whom a notice is sent: how, when, and when it came to him."""

    tipo = Scelta(
        *NOMI_DESTINATARI,
        required=True,
        parole=("Destinatario", "Chi riceve: la legge vuole RSA o RSU, sindacati di categoria e autorità."),
        nomi=NOMI_DESTINATARI,
    )
    denominazione = Testo(
        required=True, parole=("Denominazione", "Il nome, come va scritto sulla lettera.", "FILCTEM-CGIL Bergamo")
    )
    livello = Scelta(
        *NOMI_LIVELLI, parole=("Livello", "Il livello territoriale dell’organizzazione."), nomi=NOMI_LIVELLI
    )
    indirizzo = Testo(parole=("Indirizzo", "Dove si manda, se è carta.", "Via dei Mille 10, 24122 Bergamo"))
    pec = Testo(massimo=200, parole=("PEC", "L’indirizzo di posta certificata.", "sindacato@pec.esempio.it"))
    per_conoscenza = SiNo(parole=("Per conoscenza", "Sì se gli si manda una copia."))
    mezzo = Scelta(*NOMI_MEZZI, parole=MEZZO, nomi=NOMI_MEZZI)
    portale = Gruppo(PortaleDellAtto, parole=("Portale", "Quale portale, se il mezzo è questo, e con che numero."))
    inviata_il = Giorno(parole=("Inviata il", "Il giorno in cui gli è stata mandata.", "2024-05-10"))
    ricevuta_il = Giorno(
        parole=("Ricevuta il", "Il giorno in cui l’ha ricevuta: da qui corrono i termini.", "2024-05-13")
    )


class OrganizzazioneAlTavolo(OrganizzazionePresente):
    """A trade union that is there, and of which level."""

    livello = Scelta(
        *NOMI_LIVELLI, parole=("Livello", "Il livello territoriale dell’organizzazione."), nomi=NOMI_LIVELLI
    )


_AVVISATI = {
    "rsa_rsu": "RSA o RSU",
    "sindacato": "sindacati di categoria",
    "regione": "Regione",
    "ministero_lavoro": "Ministero del lavoro",
    "ministero_imprese": "Ministero delle imprese e del made in Italy",
    "anpal": "ANPAL",
}


class ComunicazionePreventiva(Blocco):
    """The notice of the intention to close."""

    data = Giorno(required=True, parole=("Data", "Il giorno della comunicazione preventiva.", "2024-01-02"))
    destinatari = Lista(
        Scelta(*_AVVISATI, required=True, parole=("Destinatario", "Chi l’ha ricevuta."), nomi=_AVVISATI),
        required=True,
        parole=("Destinatari", "A chi è stata mandata: la legge vuole tutti e sei."),
    )


class PianoDiChiusura(Blocco):
    """The plan that limits what the closure does to the workers."""

    presentato_il = Giorno(parole=("Presentato il", "Il giorno in cui il piano è stato presentato.", "2024-02-20"))
    sottoscritto_il = Giorno(
        parole=("Sottoscritto il", "Il giorno in cui sindacati e impresa lo hanno firmato.", "2024-04-15")
    )


_CHIUSI = {
    "sede": "sede",
    "stabilimento": "stabilimento",
    "filiale": "filiale",
    "reparto_autonomo": "reparto autonomo",
}


class Chiusura(Blocco):
    """The closure of a seat, plant, branch or autonomous department (L. 234/2021, art. 1 c. 224-238)."""

    definitiva = SiNo(required=True, parole=("Chiusura definitiva", "Sì se l’attività cessa per sempre."))
    oggetto = Scelta(*_CHIUSI, parole=("Che cosa chiude", "Quale delle quattro cose della legge."), nomi=_CHIUSI)
    media_dipendenti_anno = Intero(
        required=True,
        parole=("Dipendenti in media", "Quanti, in media, nell’anno prima: anche dirigenti e apprendisti.", 262),
        unita="persone",
    )
    licenziamenti = Intero(
        required=True, parole=("Licenziamenti", "Quanti se ne vogliono fare con la chiusura.", 60), unita="persone"
    )
    comunicazione_preventiva = Gruppo(
        ComunicazionePreventiva,
        parole=("Comunicazione preventiva", "Quella dell’intenzione di chiudere, prima di aprire la procedura."),
    )
    piano = Gruppo(PianoDiChiusura, parole=("Piano", "Il piano che limita le ricadute della chiusura."))
    squilibrio = SiNo(
        parole=(
            "Squilibrio dell’impresa",
            "Sì se l’impresa è in crisi o insolvenza tale da poter chiedere la composizione negoziata.",
        )
    )


class AmmortizzatorePrecedente(Periodo):
    """A treatment had before the dismissals."""

    tipo = Scelta(
        "CDS",
        "CIGS",
        "CIGO",
        "FIS",
        required=True,
        parole=("Trattamento", "Quale trattamento l’unità ha avuto."),
        nomi={
            "CDS": "contratto di solidarietà",
            "CIGS": "cassa integrazione straordinaria",
            "CIGO": "cassa integrazione ordinaria",
            "FIS": "assegno del Fondo di integrazione salariale",
        },
    )
    area_crisi = SiNo(
        parole=("Area di crisi", "Sì se il trattamento è di un’area di crisi industriale complessa, con l’esonero.")
    )


class Finestra(Blocco):
    """First and last day of the dismissals."""

    dal = Giorno(required=True, parole=("Dal", "Il primo giorno dei recessi.", "2025-02-15"))
    al = Giorno(required=True, parole=("Al", "L’ultimo giorno dei recessi.", "2025-05-15"))


class MisureSociali(Blocco):
    """What is done for those dismissed: none is an answer too."""

    previste = SiNo(required=True, parole=("Previste", "No se non ce ne sono: dirlo è diverso dal tacere."))
    descrizione = Testo(
        massimo=LUNGO, parole=("Descrizione", "Quali sono.", "orientamento e corsi, a carico dell’impresa.")
    )


class ContributoDiRecesso(Blocco):
    """What decides the rate of the contribution due for each dismissal."""

    cigs = SiNo(required=True, parole=CIGS)


class ImpresaNominata(Anagrafica):
    """The employer where its name is enough."""
