"""What the documents of an extraordinary treatment share: for whom, why, when, how many; and the blocks of its cause.

`{"causale": {"tipo": "crisi"}, "risanamento": {…}, "indicatori": {…}}`: of the blocks those of the cause are read.
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.law.dlgs_148.generale.causali import NOMI, STRAORDINARIE
from docservice.modelli.blocchi import LUNGO, MOLTI_LAVORATORI, AssociazioneDatoriale, Periodo
from docservice.modelli.calcolatori.blocchi import OrganicoOrario
from docservice.modelli.calcolatori.giorni import DATA_DOMANDA, FINE_CONSULTAZIONE
from docservice.modelli.calcolatori.norma import PAROLE_NORMA, Norma
from docservice.modelli.calcolatori.parole import ORE_RICHIESTE, ORGANICO, UNITA
from docservice.modelli.dlgs_148.blocchi import (
    DifficoltaFinanziarie,
    LavoratoreBeneficiario,
    PeriodoTrattato,
    Rotazione,
)
from docservice.modelli.dlgs_148.cigs.crisi import AssunzioniDurante, EventoImprovviso, OrganicoAnno, Risanamento
from docservice.modelli.dlgs_148.cigs.programma import Ore, Programma, Transizione
from docservice.modelli.dlgs_148.cigs.uscita import Cessazione, CrisiComplessa, TransizioneOccupazionale
from docservice.modelli.dlgs_148.contratto import ElencoAllegato
from docservice.modelli.dlgs_148.norma import (
    MIMIT_PRESENTE,
    PROROGA,
    RAPPRESENTANTI,
    REGIONI_PRESENTI,
    Proroga,
    RappresentanteAutorita,
)
from docservice.modelli.dlgs_148.parole import ASSOCIAZIONE, CAUSALE, DIFFICOLTA, LUOGO, PRECEDENTI
from docservice.modelli.dlgs_148.relazione_tecnica import IndicatoriRelazione
from docservice.modelli.intestazione import ConIntestazione


class CausaleCigs(Blocco):
    """The cause of an extraordinary treatment; the law judges whether the facts are told."""

    tipo = Scelta(
        *STRAORDINARIE,
        required=True,
        parole=("Causale", "Perché si chiede la CIGS: una delle cause dell’art. 21, o di un’altra norma."),
        nomi=NOMI,
    )
    descrizione = Testo(
        massimo=LUNGO,
        parole=(
            "Ragioni",
            "Che cosa è accaduto e perché il lavoro si sospende o si riduce.",
            "la linea di fusione non regge i prezzi dei concorrenti.",
        ),
    )


class LavoratoreSospeso(LavoratoreBeneficiario):
    """A worker concerned, of one of the units."""

    unita = Testo(parole=UNITA)


class RichiestaCigs(ConIntestazione):
    """For whom, why, when, how many, chosen how."""

    luogo = Testo(massimo=100, parole=LUOGO)
    associazione_datoriale = Gruppo(AssociazioneDatoriale, parole=ASSOCIAZIONE)
    causale = Gruppo(CausaleCigs, required=True, parole=CAUSALE)
    norma = Gruppo(Norma, parole=PAROLE_NORMA)
    periodo = Gruppo(
        Periodo, required=True, parole=("Periodo", "Il primo e l’ultimo giorno del trattamento straordinario.")
    )
    numero_massimo_dipendenti = Intero(
        minimo=1,
        required=True,
        sinonimi=("lavoratori interessati",),
        parole=("Numero massimo di dipendenti in CIGS", "Quanti lavoratori sono sospesi o ridotti, al massimo.", 40),
        unita="persone",
    )
    criteri_scelta = Testo(
        massimo=LUNGO,
        parole=(
            "Criteri di scelta",
            "Come si scelgono i lavoratori da sospendere o da ridurre.",
            "le mansioni delle linee interessate dal programma.",
        ),
    )
    rotazione = Gruppo(Rotazione, parole=("Rotazione", "Se i lavoratori sospesi si alternano, e come, o perché no."))
    periodi_precedenti = Lista(Gruppo(PeriodoTrattato), massimo=1000, parole=PRECEDENTI)
    data_domanda = Giorno(parole=DATA_DOMANDA)


class Nota(Blocco):
    """A letter, by number and day."""

    numero = Testo(massimo=40, parole=("Numero", "Il numero di protocollo della nota.", "118"))
    data = Giorno(parole=("Data", "Il giorno della nota.", "2026-02-04"))
    da = Testo(parole=("Da", "Chi l’ha scritta.", "Associazione Industriali Esempio"))


class NotaRichiesta(Nota):
    """The letter that asks for the meeting: of whom, and to whom."""

    a = Testo(parole=("A", "A chi è rivolta.", "Regione Campania"))


class Premesse(Blocco):
    """What led to the programme; the law judges nothing of it."""

    gruppo = Testo(
        massimo=LUNGO,
        parole=("Gruppo", "Il gruppo di cui l’impresa fa parte, con le sue vicende.", "gruppo Esempio dal 2012."),
    )
    storia_azienda = Testo(
        massimo=LUNGO,
        parole=("Storia dell’impresa", "Quando e come è nata, che cosa è cambiato.", "nasce nel 2001 a Salerno."),
    )
    attivita = Testo(
        massimo=LUNGO,
        parole=("Attività e mercati", "Che cosa fa oggi l’impresa, e per quali mercati.", "componenti per treni."),
    )
    progetto = Testo(
        massimo=LUNGO,
        parole=(
            "Progetto",
            "Il progetto che l’impresa ha presentato ai sindacati, e le sue conseguenze.",
            "una linea si ferma, una nuova la sostituisce.",
        ),
    )
    richieste_os = Testo(
        massimo=LUNGO,
        parole=(
            "Richieste dei sindacati",
            "Ciò che i sindacati hanno chiesto.",
            "ogni strumento che limiti gli effetti.",
        ),
    )
    impegni_datore = Testo(
        massimo=LUNGO,
        parole=(
            "Impegni dell’impresa",
            "Ciò a cui l’impresa si impegna.",
            "il recupero di tutto il personale alla fine del programma.",
        ),
    )
    nota_richiesta = Gruppo(NotaRichiesta, parole=("Richiesta di esame", "La nota che ha chiesto l’incontro."))
    nota_convocazione = Gruppo(Nota, parole=("Convocazione", "La nota che ha convocato le parti."))


class ConProgramma(Blocco):
    """The blocks that a cause needs; each is read under its cause only, and the law judges what is missing."""

    premesse = Gruppo(Premesse, parole=("Premesse", "Che cosa ha portato al programma."))
    programma = Gruppo(Programma, parole=("Programma", "Ciò che l’impresa fa, e che cosa ne è dei lavoratori."))
    transizione = Gruppo(
        Transizione, parole=("Transizione", "Il processo di transizione, se la causale è questa (dal 2022).")
    )
    risanamento = Gruppo(Risanamento, parole=("Piano di risanamento", "Il piano della crisi, se la causale è questa."))
    indicatori = Gruppo(
        IndicatoriRelazione, parole=("Indicatori economici", "L’andamento dei due anni prima, nella crisi.")
    )
    organico_biennio = Lista(
        Gruppo(OrganicoAnno),
        massimo=10,
        parole=("Organico del biennio", "L’organico medio dei due anni prima: nella crisi non cresce."),
    )
    assunzioni_agevolate = SiNo(
        parole=("Assunzioni agevolate", "Sì se nei due anni prima l’impresa ha assunto con agevolazioni.")
    )
    assunzioni_durante = Gruppo(
        AssunzioniDurante, parole=("Assunzioni nel programma", "Se si assume durante il programma, e perché.")
    )
    evento_improvviso = Gruppo(
        EventoImprovviso,
        parole=("Evento improvviso", "Che cosa è accaduto, se la crisi viene da un evento improvviso."),
    )
    cessazione = Gruppo(Cessazione, parole=("Cessazione", "Le prospettive di chi lavora, se l’attività cessa."))
    transizione_occupazionale = Gruppo(
        TransizioneOccupazionale,
        parole=("Transizione occupazionale", "L’accordo dell’art. 22-ter, dopo una riorganizzazione o una crisi."),
    )
    proroga = Gruppo(Proroga, parole=PROROGA)
    crisi_complessa = Gruppo(
        CrisiComplessa, parole=("Crisi complessa", "Il trattamento in un’area di crisi industriale complessa.")
    )
    forme_alternative_impraticabili = Testo(
        massimo=LUNGO,
        parole=(
            "Altre riduzioni di orario",
            "Perché altre forme di riduzione dell’orario non sono praticabili.",
            "le mansioni della linea ferma non si dividono.",
        ),
    )
    gestione_eccedenze = Testo(
        massimo=LUNGO,
        parole=(
            "Gestione delle eccedenze",
            "Come è gestito chi fosse di troppo.",
            "riqualificazione e uscite volontarie.",
        ),
    )
    motivo_no_solidarieta = Testo(
        massimo=LUNGO,
        parole=(
            "Perché non la solidarietà",
            "Perché non si può fare un contratto di solidarietà.",
            "la linea si ferma del tutto: non c’è orario da dividere.",
        ),
    )
    ore = Gruppo(Ore, parole=("Ore", "Le ore lavorabili nel tempo del programma, e quelle sospese."))
    organico_semestre = Lista(Gruppo(OrganicoOrario), massimo=1000, vuota=False, parole=ORGANICO)
    ore_richieste = Decimale(parole=ORE_RICHIESTE, unita="ore")
    riduzione_anticipata = SiNo(
        parole=(
            "Possibile riduzione",
            "Sì se nelle verifiche le parti valutano di ridurre il periodo, quando i lavori vanno più in fretta.",
        )
    )
    regioni_presenti = Lista(
        Testo(massimo=100, required=True, parole=("Regione", "Una Regione presente.", "Campania")),
        massimo=20,
        parole=REGIONI_PRESENTI,
    )
    mimit_presente = SiNo(parole=MIMIT_PRESENTE)
    rappresentanti_autorita = Lista(Gruppo(RappresentanteAutorita), massimo=50, parole=RAPPRESENTANTI)
    difficolta_finanziarie = Gruppo(DifficoltaFinanziarie, parole=DIFFICOLTA)
    data_chiusura_consultazione = Giorno(parole=FINE_CONSULTAZIONE)
    lavoratori = Lista(
        Gruppo(LavoratoreSospeso),
        massimo=MOLTI_LAVORATORI,
        parole=("Lavoratori", "I lavoratori interessati, uno per uno, se si allega l’elenco."),
    )
    elenco_allegato = Gruppo(
        ElencoAllegato, parole=("Elenco allegato", "L’elenco dei nomi su fogli suoi, al posto dei lavoratori.")
    )
