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
from docservice.modelli.deroga_2009.firme import ConFirme


class Autorita(Blocco):
    """The body that examines, and its officer; `provincia` where the body is one."""

    tipo = Scelta("provincia", "arifl", required=True, parole=("Tipo", "ARIFL se è competente la Regione."))
    denominazione = Testo(parole=("Denominazione", "L’ufficio che esamina.", "Provincia di Bergamo, Settore Lavoro"))
    provincia = Provincia()
    funzionario = Gruppo(Funzionario, parole=("Funzionario", "Chi conduce l’esame e firma per l’ufficio."))


@esige("periodo")
class EsameCongiuntoDeroga(ConFirme, RichiestaConParti):
    """Payload of `esame-congiunto-deroga`: `periodo` is what was asked for, `periodo_esaminato` what is examined."""

    autorita = Gruppo(Autorita, parole=("Autorità", "L’ufficio che esamina, e il suo funzionario."))
    domanda = Gruppo(DomandaCitata, required=True, parole=("Domanda", "Quella che si esamina."))
    motivo = Scelta(
        *("accordo_non_standard", "mancato_accordo", "mancata_presentazione", "competenza_regionale"),
        parole=("Motivo", "Perché serve l’esame congiunto."),
    )
    data_convocazione = Giorno(
        parole=("Data di convocazione", "Il giorno in cui le parti sono chiamate.", "2009-07-10")
    )
    parti_convocate = Lista(
        Testo(required=True), parole=("Parti convocate", "Chi è stato chiamato, presente o no.", ["FIM-CISL"])
    )
    periodo_esaminato = Gruppo(
        Periodo, parole=("Periodo esaminato", "Metà del periodo richiesto; per intero se non supera quattro mesi.")
    )
    contenuti_esaminati = Testo(
        massimo=LUNGO,
        parole=("Contenuti esaminati", "Che cosa dell’accordo si è guardato.", "Causale, rotazione, politiche attive."),
    )
    modifiche = Testo(
        massimo=LUNGO,
        parole=("Modifiche", "Che cosa cambia: allora serve una nuova domanda.", "Ridotto il numero di addetti."),
    )
    nuova_domanda = SiNo(parole=("Nuova domanda", "Sì se le parti ne presentano una che sostituisce questa."))
    esito = Scelta("accordo", "mancato_accordo", parole=("Esito", "Come si è chiuso l’esame."))
    osservazioni = Testo(
        massimo=LUNGO, parole=("Osservazioni", "Ciò che l’ufficio o le parti chiedono di scrivere.", "Nessuna.")
    )


MODELLO = Modello(
    id="esame-congiunto-deroga",
    titolo="Verbale di esame congiunto della domanda di CIG in deroga",
    in_testa="Verbale di esame congiunto, CIG in deroga",
    regime="deroga-2009",
    sezione="verbali",
    schema=EsameCongiuntoDeroga,
    tratti=frozenset({ESAME}),
)
