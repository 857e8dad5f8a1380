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

    quadri = Intero(required=True, parole=("Quadri", "Zero se non ce ne sono.", 1), unita="persone")
    impiegati = Intero(required=True, parole=("Impiegati", "Zero se non ce ne sono.", 4), unita="persone")
    operai = Intero(required=True, parole=("Operai", "Zero se non ce ne sono.", 20), unita="persone")
    apprendisti = Intero(required=True, parole=("Apprendisti", "Zero se non ce ne sono.", 3), unita="persone")
    lavoratori_domicilio = Intero(
        required=True, parole=("Lavoratori a domicilio", "Zero se non ce ne sono.", 0), unita="persone"
    )
    totale = Intero(
        required=True, parole=("Totale", "Tutti i dipendenti dell’unità, compresi i dirigenti.", 28), unita="persone"
    )


class StrumentoOrdinario(Blocco):
    """An ordinary instrument used up before the derogation, and until when."""

    strumento = Testo(massimo=100, required=True, parole=("Strumento", "Quello già usato per intero.", "CIGO"))
    fino_al = Giorno(parole=("Fino al", "L’ultimo giorno in cui se n’è fatto uso.", "2009-04-30"))


class DatoreIndicato(Attivita, Impresa):
    """An employer of whom only the name must be given; the other documents ask for more."""

    artigiana = SiNo(
        parole=("Impresa artigiana", "Sì se iscritta all’albo: solo allora c’è la RSB o l’ente bilaterale.")
    )
    tipologia = Intero(
        minimo=1, massimo=2, parole=("Tipologia", "1 se non può avere CIGO né CIGS; 2 se può, o le ha finite.", 1)
    )
    sottotipologia = Scelta(
        *("2.1", "2.2", "2.3"),
        parole=("Sottotipologia", "2.1 strumenti finiti; 2.2 apprendisti o somministrati; 2.3 a domicilio."),
    )
    piano_esuberi = SiNo(
        parole=("Piano di esuberi", "Sì nel caso dell’art. 1 c. 5 L. 223/1991: la durata massima è di otto mesi.")
    )
    strumenti_ordinari = Lista(
        Gruppo(StrumentoOrdinario),
        parole=("Strumenti ordinari esauriti", "Per la tipologia 2.1: quali, e fino a quando usati."),
    )
    organico = Gruppo(Organico, parole=("Organico", "I dipendenti dell’unità produttiva, per categoria."))


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
