"""Record of the joint examination at the Province, or at ARIFL for the Region (Accordo Quadro, All. A 2.1 and 3)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.codici import Provincia
from docservice.campi.esige import esige
from docservice.campi.fields import Giorno, Gruppo, Lista, Scelta, SiNo, Testo
from docservice.law.tratti import ESAME
from docservice.modelli.blocchi import LUNGO, Periodo
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009.blocchi import DomandaCitata, Funzionario, RichiestaConParti


class Autorita(Blocco):
    """The body that examines, and its officer; `provincia` where the body is one."""

    tipo = Scelta("provincia", "arifl", required=True)
    denominazione = Testo()
    provincia = Provincia()
    funzionario = Gruppo(Funzionario)


@esige("periodo")
class EsameCongiuntoDeroga(RichiestaConParti):
    """Payload of `esame-congiunto-deroga`: `periodo` is what was asked for, `periodo_esaminato` what is examined."""

    autorita = Gruppo(Autorita)
    domanda = Gruppo(DomandaCitata, required=True)
    motivo = Scelta("accordo_non_standard", "mancato_accordo", "mancata_presentazione", "competenza_regionale")
    data_convocazione = Giorno()
    parti_convocate = Lista(Testo(required=True))
    periodo_esaminato = Gruppo(Periodo)
    contenuti_esaminati = Testo(massimo=LUNGO)
    modifiche = Testo(massimo=LUNGO)
    nuova_domanda = SiNo()
    esito = Scelta("accordo", "mancato_accordo")
    osservazioni = Testo(massimo=LUNGO)


MODELLO = Modello(
    id="esame-congiunto-deroga",
    titolo="Verbale di esame congiunto della domanda di CIG in deroga",
    regime="deroga-2009",
    sezione="verbali",
    schema=EsameCongiuntoDeroga,
    tratti=frozenset({ESAME}),
)
