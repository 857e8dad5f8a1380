"""The procedure as the papers after the opening quote it: how it was opened, by what criterion one chooses, its end.

{"fattispecie": "riduzione", "data_apertura": date(2024, 5, 10), "stabilimento": "stabilimento di Albino", …}
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.modelli.blocchi import LUNGO, NOMI_MEZZI
from docservice.modelli.l_223.blocchi import MEZZO, PortaleDellAtto
from docservice.modelli.l_223.parole import (
    NOMI_ALTERNATIVE,
    NOMI_AUTORITA,
    NOMI_CRITERI,
    NOMI_ESITI,
    NOMI_FASI,
    NOMI_FATTISPECIE,
    PROROGA_TERMINI,
)
from docservice.modelli.l_223.scelta import CriteriDaPesare
from docservice.modelli.presenti import SEDE, SedeIncontro

PROFILO = ("Profilo professionale", "Il profilo, con le parole della comunicazione di apertura.", "operai tessitura")


class EsuberiDelProfilo(Blocco):
    """Heads in excess of one profile."""

    profilo = Testo(required=True, parole=PROFILO)
    numero = Intero(required=True, parole=("Numero", "Quanti esuberi ha quel profilo.", 8), unita="persone")


class RichiestaDiEsame(Blocco):
    """The unions' request of the joint examination."""

    da = Testo(parole=("Chi l’ha chiesto", "Il sindacato, o la RSU.", "FILCTEM-CGIL"))
    data = Giorno(parole=("Data", "Il giorno della richiesta.", "2024-05-16"))
    nei_termini = SiNo(
        required=True, parole=("Nei termini", "Sì se è stata chiesta nel modo e nei termini della legge.")
    )


class ProrogaTermini(Blocco):
    """A term that the parties agreed to prolong."""

    fase = Scelta(*NOMI_FASI, required=True, parole=("Fase", "Di quale fase si sposta il termine."), nomi=NOMI_FASI)
    fino_al = Giorno(required=True, parole=("Fino al", "L’ultimo giorno concordato.", "2024-07-04"))
    motivo = Testo(massimo=LUNGO, parole=("Motivo", "Perché si sposta.", "si attende il bilancio."))


class Apertura(Blocco):
    """The opening where only its day is needed."""

    data_apertura = Giorno(
        required=True, parole=("Data di apertura", "Il giorno della comunicazione di apertura.", "2024-05-10")
    )


class Procedura(Apertura):
    """The procedure as it was opened."""

    fattispecie = Scelta(
        *NOMI_FATTISPECIE,
        required=True,
        parole=("Fattispecie", "Per quale delle tre ragioni della legge si licenzia."),
        nomi=NOMI_FATTISPECIE,
    )
    mezzo = Scelta(*NOMI_MEZZI, parole=MEZZO, nomi=NOMI_MEZZI)
    portale = Gruppo(PortaleDellAtto, parole=("Portale", "Quale portale, se il mezzo è questo, e con che numero."))
    tramite_associazione = SiNo(
        parole=("Tramite l’associazione", "Sì se la comunicazione l’ha mandata l’associazione dell’impresa.")
    )
    protocollo = Testo(massimo=60, parole=("Protocollo", "Il numero della comunicazione di apertura.", "118/2024"))
    ricevuta_il = Giorno(
        parole=("Ricevuta il", "L’ultimo giorno in cui sindacati e RSU l’hanno ricevuta.", "2024-05-13")
    )
    ricevuta_autorita_il = Giorno(
        parole=(
            "Esito ricevuto dall’autorità",
            "Quando l’autorità ha ricevuto l’esito della fase sindacale: da qui corre la fase amministrativa.",
            "2024-06-28",
        )
    )
    stabilimento = Testo(required=True, parole=("Stabilimento", "Dove sono gli esuberi.", "stabilimento di Albino"))
    numero_esuberi = Intero(
        minimo=1,
        required=True,
        parole=("Numero degli esuberi", "Quanti ne dice la comunicazione di apertura.", 10),
        unita="persone",
    )
    esuberi_per_profilo = Lista(
        Gruppo(EsuberiDelProfilo),
        massimo=1000,
        parole=("Esuberi per profilo", "Gli esuberi della comunicazione di apertura, profilo per profilo."),
    )
    organico_complessivo = Intero(
        minimo=1,
        required=True,
        parole=("Organico complessivo", "Quanti erano i dipendenti all’apertura.", 48),
        unita="persone",
    )
    richiesta_esame = Gruppo(
        RichiestaDiEsame, parole=("Richiesta di esame", "La richiesta con cui i sindacati vogliono l’esame congiunto.")
    )
    proroga_termini = Lista(
        Gruppo(ProrogaTermini),
        massimo=20,
        parole=PROROGA_TERMINI,
    )


class Conclusione(Blocco):
    """How the procedure ended."""

    data = Giorno(required=True, parole=("Data", "Il giorno in cui la procedura è finita.", "2024-06-20"))
    esito = Scelta(*NOMI_ESITI, required=True, parole=("Esito", "Come è finita."), nomi=NOMI_ESITI)
    fase = Scelta(*NOMI_FASI, required=True, parole=("Fase", "In quale fase è finita."), nomi=NOMI_FASI)
    numero = Intero(parole=("Licenziamenti convenuti", "Quanti ne dice l’accordo.", 6), unita="persone")
    sede_incontro = Gruppo(SedeIncontro, parole=SEDE)


_SPECIE = {
    "non_opposizione": "non opposizione al licenziamento",
    "prossimita_pensione": "prossimità alla pensione",
    "altro": "altro",
}


class CriterioConcordato(Blocco):
    """The criterion that the parties agreed on."""

    specie = Scelta(*_SPECIE, required=True, parole=("Criterio", "Quale criterio le parti hanno scelto."), nomi=_SPECIE)
    descrizione = Testo(
        massimo=LUNGO,
        required=True,
        parole=("Descrizione", "Il criterio, come lo dice l’accordo.", "non opposizione, dichiarata per iscritto"),
    )
    altri_profili = SiNo(
        required=True,
        parole=("Anche altri profili", "Sì se si sceglie anche fra profili diversi da quelli dell’apertura."),
    )
    ordine_se_eccedono = Testo(
        massimo=LUNGO,
        parole=(
            "Ordine se eccedono",
            "Chi viene prima, se chi risponde al criterio è più dei posti.",
            "prima chi ha la maggiore anzianità aziendale",
        ),
    )


class Ambito(Blocco):
    """Among whom one compares, where it is not the whole firm."""

    descrizione = Testo(
        massimo=LUNGO, required=True, parole=("Ambito", "Fra chi si sceglie.", "i soli addetti alla tessitura")
    )
    motivo = Testo(
        massimo=LUNGO, parole=("Motivo", "Perché si sceglie solo fra questi.", "le altre mansioni non sono fungibili")
    )


class Criterio(Blocco):
    """How those to be dismissed are chosen: the agreed criterion, the statutory ones, or one and then the others."""

    tipo = Scelta(
        *NOMI_CRITERI,
        required=True,
        parole=("Tipo", "Concordato, di legge, o l’uno e poi gli altri."),
        nomi=NOMI_CRITERI,
    )
    concordato = Gruppo(CriterioConcordato, parole=("Criterio concordato", "Quello che le parti hanno scelto."))
    legale = Gruppo(
        CriteriDaPesare, parole=("Criteri di legge", "Il peso di carichi di famiglia, anzianità, esigenze.")
    )
    dichiarazioni_ricevute = Intero(
        parole=("Dichiarazioni ricevute", "Quanti hanno dichiarato di non opporsi.", 6), unita="persone"
    )
    ambito = Gruppo(Ambito, parole=("Ambito", "Fra chi si sceglie, se non fra tutti."))


class TipoDiCriterio(Blocco):
    """The criterion where only its kind is needed."""

    tipo = Scelta(
        *NOMI_CRITERI,
        required=True,
        parole=("Tipo", "Concordato, di legge, o l’uno e poi gli altri."),
        nomi=NOMI_CRITERI,
    )


class AutoritaDellaProcedura(Blocco):
    """The public authority of the administrative phase."""

    tipo = Scelta(*NOMI_AUTORITA, required=True, parole=("Autorità", "Quale autorità."), nomi=NOMI_AUTORITA)
    denominazione = Testo(required=True, parole=("Denominazione", "Il nome dell’autorità.", "Regione Lombardia"))
    funzionario = Testo(parole=("Funzionario", "Chi rappresenta l’autorità.", "dott.ssa Elena Conti"))


_ESITI_ALTERNATIVE = {"accolta": "accolta", "non_praticabile": "non praticabile", "rinviata": "rinviata"}


class AlternativaEsaminata(Blocco):
    """One alternative to the dismissals that the parties looked at, and with which outcome."""

    tipo = Scelta(
        *NOMI_ALTERNATIVE, required=True, parole=("Alternativa", "Che cosa si è esaminato."), nomi=NOMI_ALTERNATIVE
    )
    esito = Scelta(
        *_ESITI_ALTERNATIVE, required=True, parole=("Esito", "Che cosa se ne è concluso."), nomi=_ESITI_ALTERNATIVE
    )
    nota = Testo(massimo=LUNGO, parole=("Nota", "Di più, se serve.", "corso di 80 ore"))


class DocumentoRichiesto(Blocco):
    """A paper that was asked for, and when it was handed over."""

    documento = Testo(
        massimo=500, required=True, parole=("Documento", "Che cosa si è chiesto.", "bilancio dell’ultimo esercizio")
    )
    da = Testo(parole=("Chi l’ha chiesto", "Il sindacato, o la RSU.", "FILCTEM-CGIL"))
    consegnato_il = Giorno(parole=("Consegnato il", "Il giorno della consegna, se c’è stata.", "2024-06-05"))
