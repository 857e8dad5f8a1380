"""Accordo standard D: apprentices of firms that use CIGO or CIGS (Vademecum 2.3 and its form)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, validates_schema

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Gruppo, Intero, Testo
from docservice.law.tratti import ACCORDO, SCHEMA_D
from docservice.modelli.blocchi import LUNGO, Riferimento
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009.accordo import Accordo
from docservice.modelli.deroga_2009.datore import SENZA_SOTTOTIPOLOGIA, TIPOLOGIA_2
from docservice.modelli.deroga_2009.parole import APPRENDISTI, MODALITA, MODALITA_DEGLI_ALTRI, PERSONE, RIFERIMENTO


class ModalitaD(Blocco):
    """Ways of use of schema D: those of the treatment referred to, described in `descrizione`."""

    apprendisti = Intero(required=True, parole=APPRENDISTI, unita=PERSONE)
    riferimento = Gruppo(Riferimento, parole=RIFERIMENTO)
    descrizione = Testo(massimo=LUNGO, parole=MODALITA_DEGLI_ALTRI)


class AccordoD(Accordo):
    """Payload of `accordo-d`: no cause, no further ways, no active policies."""

    modalita = Gruppo(ModalitaD, required=True, parole=MODALITA)

    @validates_schema(skip_on_field_errors=False)
    def _sottotipologia(self, data: Mapping[str, Any], **kwargs: Any) -> None:
        # apprentices who follow an ordinary treatment are 2.2, and need not say so
        del kwargs
        datore, modalita = data.get("datore_lavoro", {}), data.get("modalita", {})
        followed = modalita.get("riferimento", {}).get("trattamento")
        if datore.get("tipologia") == TIPOLOGIA_2 and "sottotipologia" not in datore and followed == "CIG in deroga":
            raise ValidationError({"datore_lavoro": {"sottotipologia": [SENZA_SOTTOTIPOLOGIA]}})


MODELLO = Modello(
    id="accordo-d",
    titolo="Accordo standard D, apprendisti di imprese in CIGO o CIGS",
    in_testa="Accordo standard D, CIG in deroga",
    regime="deroga-2009",
    sezione="accordi",
    schema=AccordoD,
    tratti=frozenset({ACCORDO, SCHEMA_D}),
)
