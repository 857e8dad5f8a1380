"""Record of the joint examination for the CIGO, the FIS or a fund (D.Lgs. 148/2015, art. 14)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, validates_schema

from docservice.campi.esige import esige
from docservice.campi.fields import Giorno, Gruppo, Lista, Scelta, SiNo, Testo
from docservice.law.tratti import CIGO, CONSULTAZIONE, ESAME, FIS, FONDO
from docservice.modelli.blocchi import LUNGO, MOLTI_LAVORATORI
from docservice.modelli.catalogo import Modello
from docservice.modelli.dlgs_148.blocchi import LavoratoreBeneficiario, Partecipante, Rotazione
from docservice.modelli.dlgs_148.comunicazione_cigo import RichiestaCigo
from docservice.modelli.dlgs_148.intesa import Intesa
from docservice.modelli.dlgs_148.parole import PARTECIPANTI, RAPPRESENTANZA
from docservice.modelli.presenti import SEDE, SINDACATI, OrganizzazionePresente, RappresentanzaPresente, SedeIncontro


@esige("luogo", "pagamento_diretto_inps")
class EsameCongiuntoCigo(Intesa, RichiestaCigo):
    """Payload of `esame-congiunto-cigo`."""

    data = Giorno(required=True, parole=("Data dell’esame", "Il giorno in cui si firma il verbale.", "2026-02-16"))
    sede_incontro = Gruppo(SedeIncontro, required=True, parole=SEDE)
    partecipanti_datore = Lista(Gruppo(Partecipante), parole=PARTECIPANTI)
    organizzazioni_sindacali = Lista(Gruppo(OrganizzazionePresente), parole=SINDACATI)
    rappresentanza_aziendale = Gruppo(RappresentanzaPresente, parole=RAPPRESENTANZA)
    rotazione = Gruppo(Rotazione, parole=("Rotazione", "Se i lavoratori sospesi si alternano, e come, o perché no."))
    esito = Scelta(
        "positivo",
        "negativo",
        required=True,
        parole=("Esito", "Positivo se le parti si accordano, negativo se no: la domanda si può fare lo stesso."),
    )
    attestazione_procedura = SiNo(
        parole=(
            "Attestazione sulla procedura",
            "Sì se i sindacati attestano che la procedura è regolare; se non è detto, lo attestano con esito positivo.",
        )
    )
    dichiarazioni_oo_ss = Testo(
        massimo=LUNGO,
        parole=(
            "Dichiarazioni dei sindacati",
            "Ciò che le organizzazioni sindacali vogliono a verbale.",
            "si chiede di rivedersi entro un mese.",
        ),
    )
    lavoratori = Lista(
        Gruppo(LavoratoreBeneficiario),
        massimo=MOLTI_LAVORATORI,
        parole=("Lavoratori", "I lavoratori interessati, uno per uno, se si allega l’elenco."),
    )

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def _con_chi(self, data: Mapping[str, Any], original_data: Any, **kwargs: Any) -> None:
        del data, kwargs
        given = original_data if isinstance(original_data, Mapping) else {}
        if not given.get("organizzazioni_sindacali") and not given.get("rappresentanza_aziendale"):
            raise ValidationError(
                "Va indicata un’organizzazione sindacale, oppure la RSA o la RSU: l’esame è congiunto.",
                "organizzazioni_sindacali",
            )


MODELLO = Modello(
    id="esame-congiunto-cigo",
    titolo="Verbale di esame congiunto per la CIGO",
    regime="dlgs-148",
    sezione="verbali",
    schema=EsameCongiuntoCigo,
    tratti=frozenset({ESAME, CONSULTAZIONE, CIGO}),
    titoli={
        "FIS": "Verbale di esame congiunto per l’assegno del FIS",
        "fondo": "Verbale di esame congiunto per l’assegno di un fondo bilaterale",
    },
    per_strumento={
        "FIS": frozenset({ESAME, CONSULTAZIONE, FIS}),
        "fondo": frozenset({ESAME, CONSULTAZIONE, FONDO}),
    },
)
