"""Solidarity table: the hours of all who share the cut, alone or annexed to an agreement, under one of two regimes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, validates_schema

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, Scelta, Testo
from docservice.law.tratti import SOLIDARIETA, TABELLA
from docservice.modelli.blocchi import MOLTI_LAVORATORI, Periodo
from docservice.modelli.calcolatori.blocchi import GruppoOrari, OrarioDelPeriodo
from docservice.modelli.calcolatori.parole import GRUPPI, NOMI_REGIMI, ORARI_DIVERSI
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009.datore import DatoreConUnita
from docservice.modelli.dlgs_148.inquadramento import Inquadramento
from docservice.modelli.dlgs_148.parole import DATORE, LAVORATORI_SOLIDALI, LUOGO, TABELLA_DETTA
from docservice.modelli.intestazione import ConIntestazione
from docservice.modelli.lavoratore import LavoratoreConOrari

_REGIMI = ("dlgs-148", "deroga-2009")
_SENZA_ORARI = "Sotto l’Accordo Quadro del 2009 l’orario di ciascuno è uno solo: questi orari vanno tolti."


class DatoreInTabella(Inquadramento, DatoreConUnita):
    """The employer of a table, with what decides whether it may have the contract."""


class TabellaDichiarata(Blocco):
    """The sums as the agreement declares them."""

    lavoratori = Intero(parole=("Lavoratori", "Quanti lavoratori riducono l’orario, in tutto.", 40), unita="persone")
    ore_non_lavorate = Decimale(
        parole=("Ore non lavorate", "Le ore che in una settimana non si lavorano, di tutti.", "960"), unita="ore"
    )
    ore_lavorabili = Decimale(
        parole=("Ore lavorabili", "Le ore di contratto di una settimana, di tutti.", "1600"), unita="ore"
    )
    riduzione_media_percentuale = Decimale(
        massimo="100",
        parole=("Riduzione media", "Le ore non lavorate rispetto alle lavorabili: la legge ne fissa il massimo.", "60"),
        unita="per cento",
    )


class LavoratoreInTabella(LavoratoreConOrari):
    """A worker of the table; `orari` where the hours change in the course of the contract."""

    orari = Lista(Gruppo(OrarioDelPeriodo), parole=ORARI_DIVERSI)


class TabellaSolidarieta(ConIntestazione):
    """Payload of `tabella-solidarieta`: workers one by one, or groups with the same hours."""

    regime = Scelta(
        *_REGIMI,
        required=True,
        parole=("Regime", "La legge del contratto: decide i limiti della riduzione."),
        nomi=NOMI_REGIMI,
    )
    luogo = Testo(massimo=100, parole=LUOGO)
    data = Giorno(required=True, parole=("Data", "Il giorno in cui si firma la tabella.", "2026-02-16"))
    datore_lavoro = Gruppo(DatoreInTabella, required=True, parole=DATORE)
    periodo = Gruppo(
        Periodo, required=True, parole=("Periodo", "Il primo e l’ultimo giorno del contratto di solidarietà.")
    )
    lavoratori = Lista(Gruppo(LavoratoreInTabella), massimo=MOLTI_LAVORATORI, vuota=False, parole=LAVORATORI_SOLIDALI)
    gruppi = Lista(Gruppo(GruppoOrari), massimo=1000, vuota=False, parole=GRUPPI)
    esuberi = Intero(
        parole=("Esuberi", "Quanti lavoratori sono di troppo: le ore tolte devono coprire le loro.", 15),
        unita="persone",
    )
    tabella = Gruppo(TabellaDichiarata, parole=TABELLA_DETTA)

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def _one_of_the_two(self, data: Mapping[str, Any], original_data: Any, **kwargs: Any) -> None:
        del data, kwargs
        given = {"lavoratori", "gruppi"} & set(original_data if isinstance(original_data, Mapping) else ())
        if len(given) != 1:
            raise ValidationError("Vanno indicati i lavoratori oppure i gruppi: uno dei due, e uno solo.", "gruppi")

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def _one_week_under_the_framework(self, data: Mapping[str, Any], original_data: Any, **kwargs: Any) -> None:
        del data, kwargs
        given = original_data if isinstance(original_data, Mapping) else {}
        if given.get("regime") != _REGIMI[1]:
            return
        for name in ("lavoratori", "gruppi"):
            rows = given.get(name)
            changed = {
                place: {"orari": [_SENZA_ORARI]}
                for place, row in enumerate(rows if isinstance(rows, list) else ())
                if isinstance(row, Mapping) and row.get("orari")
            }
            if changed:
                raise ValidationError({name: changed})


MODELLO = Modello(
    id="tabella-solidarieta",
    titolo="Tabella di solidarietà",
    regime=_REGIMI[0],
    altri_regimi=_REGIMI[1:],
    sezione="accordi",
    schema=TabellaSolidarieta,
    tratti=frozenset({TABELLA, SOLIDARIETA}),
)
