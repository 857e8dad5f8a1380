"""The employer of the regime, and what each of its documents must know of it (Accordo Quadro, punto 5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, validates_schema

from docservice.campi.blocco import Blocco
from docservice.campi.esige import esige
from docservice.campi.fields import Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.modelli.blocchi import Attivita, Impresa

TIPOLOGIA_2 = 2
SENZA_SOTTOTIPOLOGIA = "Per un datore della tipologia 2 va indicata la sottotipologia: 2.1, 2.2 o 2.3."


class Organico(Blocco):
    """Headcount of the unit by category; managers (dirigenti) have no blank."""

    quadri = Intero(required=True)
    impiegati = Intero(required=True)
    operai = Intero(required=True)
    apprendisti = Intero(required=True)
    lavoratori_domicilio = Intero(required=True)
    totale = Intero(required=True)


class StrumentoOrdinario(Blocco):
    """An ordinary instrument used up before the derogation, and until when."""

    strumento = Testo(massimo=100, required=True)
    fino_al = Giorno()


class DatoreIndicato(Attivita, Impresa):
    """An employer of whom only the name must be given; the other documents ask for more."""

    artigiana = SiNo()
    tipologia = Intero(minimo=1, massimo=2)
    sottotipologia = Scelta("2.1", "2.2", "2.3")
    piano_esuberi = SiNo()
    strumenti_ordinari = Lista(Gruppo(StrumentoOrdinario))
    organico = Gruppo(Organico)


@esige("unita_produttiva")
class DatoreConUnita(DatoreIndicato):
    """An employer and the operating unit that the document is about."""


@esige("rappresentante")
class DatoreDichiarante(DatoreIndicato):
    """An employer for which a person declares."""


@esige("rappresentante", "sede_legale", "unita_produttiva", "attivita", "ccnl", "tipologia", "organico")
class DatoreLavoro(DatoreIndicato):
    """The employer that signs an agreement."""


class ConSottotipologia(Blocco):
    """An employer that must say its sub-type when it is of tipologia 2."""

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def _sottotipologia(self, data: Mapping[str, Any], original_data: Mapping[str, Any], **kwargs: Any) -> None:
        del kwargs
        if data.get("tipologia") == TIPOLOGIA_2 and "sottotipologia" not in original_data:
            raise ValidationError(SENZA_SOTTOTIPOLOGIA, "sottotipologia")


class DatoreTipizzato(ConSottotipologia, DatoreLavoro):
    """The employer of an agreement, with its sub-type."""


@esige("sede_legale", "unita_produttiva")
class DatoreProcedura(ConSottotipologia, DatoreIndicato):
    """The employer of the documents around an agreement: where it is, with its sub-type."""
