"""The training of the workers concerned, and the measures to find them other work."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Gruppo, Scelta, SiNo, Testo
from docservice.modelli.blocchi import LUNGO
from docservice.modelli.dlgs_148.parole import NOMI_POLITICHE


class ProgettoFormativo(Blocco):
    """The project of the training, part by part."""

    fabbisogni = Testo(
        massimo=LUNGO, parole=("Fabbisogni", "Che cosa i lavoratori devono imparare.", "uso dei nuovi torni")
    )
    obiettivi = Testo(massimo=LUNGO, parole=("Obiettivi", "A che cosa serve la formazione.", "adeguare le competenze"))
    contenuti = Testo(massimo=LUNGO, parole=("Contenuti", "Gli argomenti dei corsi.", "programmazione, misura"))
    durata_ore = Decimale(parole=("Durata", "Quante ore dura il progetto.", "40"), unita="ore")
    modalita = Testo(massimo=LUNGO, parole=("Modalità", "Come si svolge.", "in aula e in reparto"))
    ente = Testo(parole=("Ente", "Chi tiene la formazione.", "Ente di formazione Esempio"))
    finanziamento = Testo(parole=("Finanziamento", "Con che cosa si paga.", "fondo interprofessionale"))
    attestazione = Testo(parole=("Attestazione", "Che cosa si rilascia a chi la segue.", "attestato di competenze"))


class Formazione(Blocco):
    """The training of the workers concerned."""

    prevista = SiNo(parole=("Formazione prevista", "Sì se i lavoratori seguono corsi durante il trattamento."))
    quota_ore_percentuale = Decimale(
        massimo="9999",
        parole=("Quota delle ore", "Quanta parte delle ore non lavorate va alla formazione.", "20"),
        unita="per cento",
    )
    ore_pro_capite = Decimale(parole=("Ore a testa", "Quante ore di formazione per ciascuno.", "40"), unita="ore")
    progetto = Gruppo(ProgettoFormativo, parole=("Progetto", "Il progetto formativo, parte per parte."))


class PoliticheAttive(Blocco):
    """What is done to find the workers other work."""

    previste = SiNo(parole=("Politiche attive previste", "Sì se l’accordo prevede misure di politica attiva."))
    descrizione = Testo(
        massimo=LUNGO, parole=("Descrizione", "Quali misure.", "orientamento e bilancio delle competenze")
    )
    soggetto = Scelta(*NOMI_POLITICHE, parole=("Soggetto", "Chi attua le misure, o le paga."), nomi=NOMI_POLITICHE)
    cofinanziamento_regionale = SiNo(parole=("Cofinanziamento regionale", "Sì se la Regione ne paga una parte."))
