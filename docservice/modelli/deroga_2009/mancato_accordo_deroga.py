"""End of a consultation without agreement: record of disagreement, or declaration that nobody came (All. A 1.1)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.esige import esige
from docservice.campi.fields import Giorno, Gruppo, Lista, Scelta, SiNo, Testo
from docservice.law.tratti import MANCATO_ACCORDO
from docservice.modelli.blocchi import LUNGO
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009.blocchi import RichiestaConParti


class Posizioni(Blocco):
    """What the two sides say."""

    datore_lavoro = Testo(massimo=LUNGO)
    lavoratori = Testo(massimo=LUNGO)


class Convocazione(Blocco):
    """A party called: who, how, when, and the proof that the call arrived."""

    destinatario = Testo()
    modo = Testo()
    data = Giorno()
    ricevuta = Testo()


class Riunione(Blocco):
    """The meeting to which nobody came."""

    data = Giorno()
    ora = Testo(massimo=20)
    luogo = Testo()


@esige("causale", "periodo", "numero_massimo_dipendenti")
class MancatoAccordoDeroga(RichiestaConParti):
    """Payload of `mancato-accordo-deroga`; `variante` says which of the two documents it is."""

    variante = Scelta("mancato_accordo", "mancata_presentazione", required=True)
    data_ricevimento_comunicazione = Giorno()
    pagamento_diretto_inps = SiNo(required=True)
    conoscenza_accordo_quadro = SiNo()
    informazione_lavoratori = SiNo()
    posizioni = Gruppo(Posizioni)
    riunione = Gruppo(Riunione)
    convocazioni = Lista(Gruppo(Convocazione))


MODELLO = Modello(
    id="mancato-accordo-deroga",
    titolo="Consultazione sulla CIG in deroga chiusa senza accordo",
    regime="deroga-2009",
    sezione="verbali",
    schema=MancatoAccordoDeroga,
    tratti=frozenset({MANCATO_ACCORDO}),
)
