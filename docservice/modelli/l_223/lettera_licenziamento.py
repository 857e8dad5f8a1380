"""The letter by which one worker is dismissed at the end of the procedure: one page, nobody else in it."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.law.tratti import RECESSO
from docservice.modelli.blocchi import NOMI_MEZZI
from docservice.modelli.catalogo import Modello
from docservice.modelli.intestazione import ConIntestazione
from docservice.modelli.l_223.blocchi import MEZZO, AmmortizzatorePrecedente, Chiusura, DatoreDellaProcedura, Finestra
from docservice.modelli.l_223.licenziati import CRITERIO_APPLICATO, LICENZIATO, CriterioApplicato, LavoratoreConProfilo
from docservice.modelli.l_223.parole import (
    AMMORTIZZATORI,
    CHIUSURA,
    CONCLUSIONE,
    CRITERIO,
    DATORE,
    FINESTRA,
    LUOGO,
    PRIORITA,
    PROCEDURA,
    TERMINE_LICENZIAMENTI,
)
from docservice.modelli.l_223.procedura import Conclusione, Procedura, TipoDiCriterio
from docservice.modelli.l_223.tavolo.incentivi import DopoConciliazione, RigaIncentivo


class Preavviso(Blocco):
    """How the notice goes: worked, or paid; the law judges one that is neither."""

    giorni = Intero(
        massimo=1000,
        sinonimi=("giorni di preavviso", "gg preavviso"),
        parole=("Giorni", "Quanti ne vuole il contratto collettivo.", 70),
        unita="giorni",
    )
    lavorato = SiNo(
        required=True,
        sinonimi=("preavviso lavorato",),
        parole=("Lavorato", "Sì se la persona lavora nel preavviso, o in una parte."),
    )
    indennita_sostitutiva = SiNo(
        required=True,
        sinonimi=("preavviso pagato", "indennità sostitutiva", "indennità di preavviso", "indennità preavviso"),
        parole=("Indennità sostitutiva", "Sì se il preavviso, o una parte, è pagato e non lavorato."),
    )


class MisureDellAccordo(Blocco):
    """What the agreement gives, row by row."""

    accordo_del = Giorno(required=True, parole=("Accordo del", "Il giorno dell’accordo che le fissa.", "2024-06-20"))
    righe = Lista(
        Gruppo(RigaIncentivo),
        massimo=20,
        parole=("Righe", "Le misure dell’accordo: si stampano quelle della persona, per qualifica e giorno di uscita."),
    )


class CondizioniDellAccordo(DopoConciliazione, MisureDellAccordo):
    """The terms of the agreement that are this worker's too."""


class Uffici(Blocco):
    """Where the worker may turn."""

    inps = Testo(parole=("INPS", "La sede a cui chiedere l’indennità di disoccupazione.", "sede di Bergamo"))
    centro_impiego = Testo(
        parole=("Centro per l’impiego", "Quello a cui rivolgersi per un nuovo lavoro.", "Albino, viale Libertà 21")
    )


class LetteraLicenziamento(ConIntestazione):
    """Payload of `lettera-licenziamento`."""

    luogo = Testo(massimo=100, required=True, parole=LUOGO)
    data = Giorno(
        required=True,
        sinonimi=("data recesso", "recesso", "data licenziamento", "licenziato il", "data lettera"),
        parole=("Data", "Il giorno del recesso, cioè della lettera.", "2024-07-22"),
    )
    mezzo = Scelta(*NOMI_MEZZI, parole=MEZZO, nomi=NOMI_MEZZI)
    datore_lavoro = Gruppo(DatoreDellaProcedura, required=True, parole=DATORE)
    procedura = Gruppo(Procedura, required=True, parole=PROCEDURA)
    conclusione = Gruppo(Conclusione, parole=CONCLUSIONE)
    criterio = Gruppo(TipoDiCriterio, parole=CRITERIO)
    lavoratore = Gruppo(LavoratoreConProfilo, required=True, parole=LICENZIATO)
    criterio_applicato = Gruppo(CriterioApplicato, parole=CRITERIO_APPLICATO)
    data_cessazione = Giorno(
        sinonimi=("cessazione", "fine rapporto", "ultimo giorno"),
        parole=("Data di cessazione", "L’ultimo giorno del rapporto.", "2024-09-30"),
    )
    preavviso = Gruppo(Preavviso, parole=("Preavviso", "Quanto dura, e se è lavorato o pagato."))
    termine_licenziamenti = Giorno(parole=TERMINE_LICENZIAMENTI)
    finestra = Gruppo(Finestra, parole=FINESTRA)
    chiusura = Gruppo(Chiusura, parole=CHIUSURA)
    ammortizzatori_precedenti = Lista(Gruppo(AmmortizzatorePrecedente), massimo=100, parole=AMMORTIZZATORI)
    priorita_riassunzione = SiNo(parole=PRIORITA)
    condizioni = Gruppo(
        CondizioniDellAccordo, parole=("Condizioni dell’accordo", "Ciò che l’accordo aggiunge alle spettanze.")
    )
    uffici = Gruppo(Uffici, parole=("Uffici", "Quelli a cui la persona può rivolgersi."))


MODELLO = Modello(
    id="lettera-licenziamento",
    titolo="Lettera di licenziamento",
    regime="l-223",
    sezione="verbali",
    schema=LetteraLicenziamento,
    tratti=frozenset({RECESSO}),
)
