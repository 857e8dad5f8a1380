"""The employer of the documents of D.Lgs. 148/2015, with its units and their staff."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, validates_schema

from docservice.campi.blocco import Blocco
from docservice.campi.codici import Provincia
from docservice.campi.esige import esige
from docservice.campi.fields import Giorno, Gruppo, Intero, Lista, SiNo, Testo
from docservice.modelli.blocchi import Attivita, Impresa
from docservice.modelli.calcolatori.parole import DIPENDENTI_AZIENDA
from docservice.modelli.dlgs_148.inquadramento import Inquadramento


class OrganicoUnita(Blocco):
    """Staff of the unit: the total, and the categories that are given."""

    dirigenti = Intero(parole=("Dirigenti", "Quanti: l’integrazione salariale non li riguarda.", 1), unita="persone")
    quadri = Intero(parole=("Quadri", "Quanti quadri ha l’unità.", 2), unita="persone")
    impiegati = Intero(parole=("Impiegati", "Quanti impiegati ha l’unità.", 12), unita="persone")
    operai = Intero(parole=("Operai", "Quanti operai ha l’unità.", 40), unita="persone")
    apprendisti = Intero(parole=("Apprendisti", "Quanti apprendisti ha l’unità.", 3), unita="persone")
    lavoratori_domicilio = Intero(
        parole=("Lavoratori a domicilio", "Quanti lavorano a domicilio per l’unità.", 2), unita="persone"
    )
    totale = Intero(
        minimo=1,
        required=True,
        parole=("Totale", "Quante persone ha in tutto l’unità produttiva, di ogni categoria.", 60),
        unita="persone",
    )


class Cantiere(Blocco):
    """A building site."""

    appalto = SiNo(parole=("In appalto", "Sì se l’impresa lavora nel cantiere per un appalto."))
    durata_giorni = Intero(
        parole=("Durata del cantiere", "Quanto dura il cantiere, dal primo all’ultimo giorno.", 120), unita="giorni"
    )


class UnitaCoinvolta(Blocco):
    """One of several units concerned."""

    denominazione = Testo(
        parole=("Denominazione", "Come l’impresa chiama l’unità produttiva.", "Stabilimento di Salerno")
    )
    comune = Testo(massimo=100, required=True, parole=("Comune", "Il comune in cui si trova l’unità.", "Salerno"))
    provincia = Provincia(required=True, parole=("Provincia", "La sigla della provincia, due lettere.", "SA"))
    regione = Testo(
        massimo=100, parole=("Regione", "La regione: se sono più d’una, l’esame della CIGS è al Ministero.", "Campania")
    )
    organico = Intero(parole=("Organico", "Quante persone lavorano nell’unità.", 40), unita="persone")
    numero_massimo = Intero(
        parole=("Numero massimo", "Quanti lavoratori dell’unità sono interessati, al massimo.", 30), unita="persone"
    )


class ImpresaDiPiuUnita(Impresa):
    """An employer of whom several units may be concerned."""

    unita_coinvolte = Lista(
        Gruppo(UnitaCoinvolta),
        massimo=1000,
        parole=("Unità coinvolte", "Le unità produttive interessate, se sono più d’una."),
    )


class DatoreDiUnita(Inquadramento, Attivita, ImpresaDiPiuUnita):
    """The employer as these documents know it."""

    dipendenti_azienda = Intero(minimo=1, parole=DIPENDENTI_AZIENDA, unita="persone")
    data_inizio_attivita = Giorno(
        parole=(
            "Inizio dell’attività",
            "Quando l’unità comincia a produrre: lo dice la visura camerale.",
            "2001-03-01",
        )
    )
    data_costituzione = Giorno(
        parole=(
            "Costituzione dell’impresa",
            "Quando è nata: se è recente servono meno anni di bilancio.",
            "1998-06-15",
        )
    )
    organico = Gruppo(
        OrganicoUnita, parole=("Organico dell’unità", "Quante persone lavorano nell’unità produttiva, per categoria.")
    )
    cantiere = Gruppo(Cantiere, parole=("Cantiere", "I dati del cantiere, se l’unità produttiva ne è uno."))


class DatoreDelTrattamento(DatoreDiUnita):
    """An employer that says in which unit it is, or in which units."""

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def _dove(self, data: Mapping[str, Any], original_data: Any, **kwargs: Any) -> None:
        del data, kwargs
        if isinstance(original_data, Mapping) and not {"unita_produttiva", "unita_coinvolte"} & set(original_data):
            raise ValidationError(
                "Va indicata l’unità produttiva, oppure le unità coinvolte se sono più d’una.", "unita_produttiva"
            )


@esige("unita_produttiva")
class Datore148(DatoreDiUnita):
    """The employer as most of these documents need it, with its unit."""


@esige("organico")
class DatoreConOrganico(Datore148):
    """An employer whose staff must be given."""
