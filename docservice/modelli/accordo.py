"""What the four standard agreements of the framework of 4 May 2009 ask in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, validates_schema

from docservice.modelli.blocchi import (
    LUNGO,
    MOLTI_LAVORATORI,
    AltraUnita,
    AssociazioneDatoriale,
    Blocco,
    Causale,
    DatoreLavoro,
    EnteBilaterale,
    Lavoratore,
    OrganizzazioneSindacale,
    Periodo,
    PeriodoPrecedente,
    RappresentanzaAziendale,
    SospensioniEnteBilaterale,
)
from docservice.modelli.fields import Giorno, Gruppo, Intero, Lista, SiNo, Testo


class Accordo(Blocco):
    """Fields of every agreement; the cause and the ways of use belong to each."""

    luogo = Testo(massimo=100, required=True)
    data = Giorno(required=True)
    data_ricevimento_comunicazione = Giorno()
    datore_lavoro = Gruppo(DatoreLavoro, required=True)
    altre_unita = Lista(Gruppo(AltraUnita), massimo=1000)
    interesse_regionale = SiNo()
    associazione_datoriale = Gruppo(AssociazioneDatoriale)
    organizzazioni_sindacali = Lista(Gruppo(OrganizzazioneSindacale), required=True)
    rappresentanza_aziendale = Gruppo(RappresentanzaAziendale)
    ente_bilaterale = Gruppo(EnteBilaterale)
    sospensioni_ente_bilaterale = Gruppo(SospensioniEnteBilaterale)
    periodo = Gruppo(Periodo, required=True)
    numero_massimo_dipendenti = Intero(required=True)
    pagamento_diretto_inps = SiNo(required=True)
    periodi_precedenti = Lista(Gruppo(PeriodoPrecedente))
    lavoratori = Lista(Gruppo(Lavoratore), massimo=MOLTI_LAVORATORI)


class AccordoConCausale(Accordo):
    """Agreements that state a cause, further ways of use and active policies (A, B, C)."""

    causale = Gruppo(Causale, required=True)
    modalita_aggiuntive = Testo(massimo=LUNGO)
    politiche_attive = Testo(massimo=LUNGO)

    @validates_schema(skip_on_field_errors=False)
    def _sottotipologia(self, data: Mapping[str, Any], **kwargs: Any) -> None:
        del kwargs
        datore = data.get("datore_lavoro", {})
        if datore.get("tipologia") == 2 and "sottotipologia" not in datore:  # noqa: PLR2004 - tipologia 2 of punto 5
            message = "Per un datore della tipologia 2 va indicata la sottotipologia: 2.1, 2.2 o 2.3."
            raise ValidationError({"datore_lavoro": {"sottotipologia": [message]}})
