"""End of a consultation without agreement: record of disagreement, or declaration that nobody came (All. A 1.1)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.esige import esige
from docservice.campi.fields import Giorno, Gruppo, Lista, Scelta, SiNo, Testo
from docservice.law.tratti import MANCATO_ACCORDO
from docservice.modelli.blocchi import LUNGO, RICEVIMENTO
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009.blocchi import RichiestaConParti
from docservice.modelli.deroga_2009.firme import ConFirme
from docservice.modelli.deroga_2009.parole import CONOSCENZA, INFORMAZIONE, PAGAMENTO_DIRETTO


class Posizioni(Blocco):
    """What the two sides say."""

    datore_lavoro = Testo(
        massimo=LUNGO,
        parole=("Del datore di lavoro", "Che cosa sostiene l’impresa.", "Conferma la richiesta per dieci addetti."),
    )
    lavoratori = Testo(
        massimo=LUNGO,
        parole=("Dei lavoratori", "Che cosa sostengono i sindacati.", "Chiedono la rotazione di tutti."),
    )


class Convocazione(Blocco):
    """A party called: who, how, when, and the proof that the call arrived."""

    destinatario = Testo(parole=("Destinatario", "Chi è stato chiamato.", "FIM-CISL Bergamo"))
    modo = Testo(parole=("Modo", "Con che mezzo è stato chiamato.", "fax"))
    data = Giorno(parole=("Data", "Il giorno in cui la convocazione è partita.", "2009-06-15"))
    ricevuta = Testo(parole=("Ricevuta", "La prova che la convocazione è arrivata.", "rapporto del fax n. 12"))


class Riunione(Blocco):
    """The meeting to which nobody came."""

    data = Giorno(parole=("Data", "Il giorno della riunione.", "2009-06-22"))
    ora = Testo(massimo=20, parole=("Ora", "L’ora di inizio.", "10.30"))
    luogo = Testo(parole=("Luogo", "Dove si doveva tenere.", "sede dell’impresa"))


@esige("causale", "periodo", "numero_massimo_dipendenti")
class MancatoAccordoDeroga(ConFirme, RichiestaConParti):
    """Payload of `mancato-accordo-deroga`; `variante` says which of the two documents it is."""

    variante = Scelta(
        *("mancato_accordo", "mancata_presentazione"),
        required=True,
        parole=("Variante", "Un verbale firmato dai presenti, o la dichiarazione che nessuno è venuto."),
    )
    data_ricevimento_comunicazione = Giorno(parole=RICEVIMENTO)
    pagamento_diretto_inps = SiNo(required=True, sinonimi=("pagamento diretto inps",), parole=PAGAMENTO_DIRETTO)
    conoscenza_accordo_quadro = SiNo(parole=CONOSCENZA)
    informazione_lavoratori = SiNo(parole=INFORMAZIONE)
    posizioni = Gruppo(Posizioni, parole=("Posizioni delle parti", "Che cosa ha sostenuto ciascuna."))
    riunione = Gruppo(Riunione, parole=("Riunione", "Quella a cui nessuno si è presentato."))
    convocazioni = Lista(Gruppo(Convocazione), parole=("Convocazioni", "Chi è stato chiamato, come e quando."))


MODELLO = Modello(
    id="mancato-accordo-deroga",
    titolo="Consultazione sulla CIG in deroga chiusa senza accordo",
    in_testa="Consultazione chiusa senza accordo",
    titoli={
        "mancato_accordo": "Verbale di mancato accordo, CIG in deroga",
        "mancata_presentazione": "Dichiarazione di mancata presentazione",
    },
    secondo="variante",
    regime="deroga-2009",
    sezione="verbali",
    schema=MancatoAccordoDeroga,
    tratti=frozenset({MANCATO_ACCORDO}),
)
